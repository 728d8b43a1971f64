// Where one is, as the address says it: the part behind "#", which browsers never send. "#/answer" is the path "/answer"; what
// is no path ("#case=…", a link that carries a case) is told as it stands, for the room that reads it.
import { useCallback, useSyncExternalStore } from 'react';

export interface Router {
  path: string;
  go: (path: string) => void;
  /** The same, in the place of where one is: the way back leaves it out. */
  replace: (path: string) => void;
  back: () => void;
}

// The browser tells of its own moves; of ours nobody would.
const moved = 'ansiopolku:moved';

function subscribe(changed: () => void): () => void {
  const events = ['popstate', 'hashchange', moved];
  for (const event of events) window.addEventListener(event, changed);
  return () => {
    for (const event of events) window.removeEventListener(event, changed);
  };
}

const pathNow = (): string => location.hash.slice(1) || '/';

function move(how: 'pushState' | 'replaceState', path: string): void {
  history[how](null, '', path === '/' ? location.pathname + location.search : `#${path}`);
  window.dispatchEvent(new Event(moved));
}

export function useRouter(): Router {
  const path = useSyncExternalStore(subscribe, pathNow);
  return {
    path,
    go: useCallback((to: string) => move('pushState', to), []),
    replace: useCallback((to: string) => move('replaceState', to), []),
    back: useCallback(() => history.back(), []),
  };
}
