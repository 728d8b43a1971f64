// Keeps the page on the device, so that it opens without a network. scripts/offline.ts writes the worker at build time.
// A new version that has been fetched waits: whoever is on the page decides when it takes the old one's place.
import { useEffect, useState } from 'react';

type Told = (takeOver: () => void) => void;

const isKept = (): boolean => import.meta.env.MODE === 'production' && 'serviceWorker' in navigator;

/** Of the registration, once the page has loaded; `tell` hears of a version that waits. */
async function keepForOffline(tell: Told): Promise<void> {
  const registration = await navigator.serviceWorker.register('./sw.js', { scope: './', updateViaCache: 'none' });
  const waits = () => {
    const { waiting } = registration;
    // On a first visit nothing is replaced.
    if (waiting === null || navigator.serviceWorker.controller === null) return;
    tell(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    });
  };
  waits();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', waits);
  });
}

/** What lets a new version take over, once there is one. */
export function useNewVersion(): (() => void) | undefined {
  const [takeOver, setTakeOver] = useState<() => void>();
  useEffect(() => {
    if (!isKept()) return undefined;
    const begin = () => {
      // A browser that keeps nothing, or a network that fails, leaves the page as it is.
      keepForOffline((take) => setTakeOver(() => take)).catch(() => undefined);
    };
    if (document.readyState === 'complete') {
      begin();
      return undefined;
    }
    window.addEventListener('load', begin, { once: true });
    return () => window.removeEventListener('load', begin);
  }, []);
  return takeOver;
}
