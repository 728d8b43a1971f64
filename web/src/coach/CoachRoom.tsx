import { useSurroundings } from '../model/surroundings';
import { useTitle } from '../model/title';

export function CoachRoom() {
  const { t } = useSurroundings();
  useTitle(t('room.coach'));
  return <h1 tabIndex={-1}>{t('room.coach')}</h1>;
}
