import {unsaidZoom} from './unsaid-zoom.js';

/** The box of an element in pixels of the viewport, as pointers have them. */
export function clientBox(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const zoom = unsaidZoom(element);
  if (zoom === 1) return box;
  // What the page is scrolled by is taken from a place that is divided already.
  const [x, y] = [(box.x + scrollX) * zoom - scrollX, (box.y + scrollY) * zoom - scrollY];
  return new DOMRect(x, y, box.width * zoom, box.height * zoom);
}

/** How many pixels of the viewport one of an element's own is: what is around it may be scaled or zoomed, as slides are. */
export const pixelScale = (element: HTMLElement, box = clientBox(element)): number =>
  box.width / element.offsetWidth || 1;
