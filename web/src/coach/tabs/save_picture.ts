// A drawing as a file, with its colours in it.
import { download } from '../files/disk';

export function savePicture(svg: SVGSVGElement | null, name: string): void {
  if (svg === null) return;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const properties = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'stroke-dasharray'];
  const own = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, index) => {
    const from = own[index];
    if (from === undefined) return;
    const style = getComputedStyle(from);
    for (const property of properties) element.style.setProperty(property, style.getPropertyValue(property));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  download(`${name}.svg`, copy.outerHTML, 'image/svg+xml');
}
