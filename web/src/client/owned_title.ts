// A title with whose it is, unless it is the client's.
import { useCallback } from 'react';
import { useSurroundings } from '../model/surroundings';

export function useOwnedTitle(): (title: string, person: string | null) => string {
  const { t } = useSurroundings();
  return useCallback(
    (title, person) => {
      if (person === null || person === 'client') return title;
      const name =
        person === 'spouse' ? t('person.spouse') : t('person.child', { number: person.replace('child', '') });
      return `${title} (${name})`;
    },
    [t],
  );
}
