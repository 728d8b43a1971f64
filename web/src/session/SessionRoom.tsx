import { useSurroundings } from '../model/surroundings';
import { useTitle } from '../model/title';

export function SessionRoom() {
  const { t } = useSurroundings();
  useTitle(t('room.session'));
  return <h1 tabIndex={-1}>{t('room.session')}</h1>;
}
