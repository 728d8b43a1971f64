// A new page of a room begins at its heading, for the eye and for a screen reader.
import { useEffect, useRef, type RefObject } from 'react';

/** Hand the result to the element around the pages. `first` is the path at which nothing is moved when the room is entered. */
export function useHeadingFocus(path: string, ready: boolean, first = ''): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  const shown = useRef(first);
  useEffect(() => {
    if (!ready || shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    region.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [path, ready]);
  return region;
}
