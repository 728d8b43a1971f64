// jsdom has no dialogs that open and no scrolling; the page needs no more than this of them. Tests without a page run in
// Node alone and skip it.
import { afterEach } from 'vitest';

if (typeof window !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  if (!('showModal' in HTMLDialogElement.prototype)) {
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.setAttribute('open', '');
      },
      close(this: HTMLDialogElement) {
        this.removeAttribute('open');
        this.dispatchEvent(new Event('close'));
      },
    });
  }
  Object.assign(window, { scrollTo: () => undefined });
  afterEach(cleanup);
}
