// The foot of each printed page: what it is of, and which page of how many. The browser counts the pages, so the words go into
// the page's margin boxes, by a style sheet of their own that the page's policy allows.
import { useEffect } from 'react';

const quoted = (text: string): string => `"${text.replaceAll(/["\\\n]/g, ' ')}"`;

/** `page`: "page {page} / {pages}". */
export function footRule(about: string, estimate: string, page: string): string {
  const counted = page
    .split(/(\{page\}|\{pages\})/)
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : quoted(part)))
    .join(' ');
  const style = 'font: 11pt sans-serif; color: #4b5563; vertical-align: top; padding-top: 2mm;';
  return `@page { size: A4; margin: 12mm 16mm 18mm;
    @bottom-left { ${style} content: ${quoted(about)}; }
    @bottom-right { ${style} content: ${quoted(`${estimate} · `)} ${counted}; } }`;
}

export function usePrintedFoot(about: string, estimate: string, page: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(footRule(about, estimate, page));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [about, estimate, page]);
}
