// What the browser's tab and history call the page one is on.
import { useEffect } from 'react';
import { useSurroundings } from './surroundings';

export function useTitle(title: string): void {
  const { t } = useSurroundings();
  const name = t('app.name');
  useEffect(() => {
    document.title = `${title} – ${name}`;
  }, [title, name]);
}
