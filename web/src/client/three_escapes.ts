// Whoever must hide the page at once presses Esc three times.
import { useEffect } from 'react';

const within = 1500;

export function useThreeEscapes(clear: () => void): void {
  useEffect(() => {
    let presses: number[] = [];
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      presses = [...presses.filter((time) => event.timeStamp - time < within), event.timeStamp];
      if (presses.length < 3) return;
      presses = [];
      clear();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [clear]);
}
