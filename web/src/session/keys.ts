// Single keys of a session: a step, the next thing, what a fact is. They are silent where one types or picks, beside a
// modifier, and when somebody has turned them off (WCAG 2.1.4).
import { useEffect } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

const typing = 'input:not([type=radio]):not([type=checkbox]):not([type=range]), select, textarea, dialog *';

export function useKeys(keys: Keys, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      if (event.target instanceof Element && event.target.matches(typing)) return;
      const act = keys[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys, on]);
}
