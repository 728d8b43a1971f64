// Clears this computer: what the session kept in the tab, how the page was seen, the page's own store for working offline, what
// was copied from it. The entry in the history becomes that of the page's plain address, which is loaded anew so that nothing
// stays in memory either. The store for working offline holds the page alone; without a network it stays, or there would be no
// page to come back to.
let copied = false;

/** Remembers that a text of ours may be on the clipboard. */
export function watchCopies(): () => void {
  const copy = () => {
    copied = true;
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
  };
}

/** The page must be neutral within this time, whatever the browser's stores take. */
const mostWait = 1000;

export async function clearComputer(neutralTitle: string, leave: () => void): Promise<void> {
  document.title = neutralTitle;
  const quietly = (work: Promise<unknown> | undefined) => work?.catch(() => undefined);
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
  const stores =
    navigator.onLine && 'caches' in window
      ? caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
      : undefined;
  const workers =
    navigator.onLine && 'serviceWorker' in navigator
      ? navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())))
      : undefined;
  const clipboard = copied && 'clipboard' in navigator ? navigator.clipboard.writeText('') : undefined;
  await Promise.race([
    Promise.all([quietly(stores), quietly(workers), quietly(clipboard)]),
    new Promise((resolve) => setTimeout(resolve, mostWait)),
  ]);
  leave();
}

/** The page at its plain address, in the place of where one is. */
export const leaveForStart = (): void => location.replace(location.pathname + location.search);
