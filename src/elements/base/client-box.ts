import {parentOf} from './tree.js';

/**
 * How much `zoom` enlarges an element beyond what an engine says of it: those that do not know `currentCSSZoom` divide
 * boxes, and the sizes of fonts in drawings, by the zoom of the element and of what is around it.
 */
export function unsaidZoom(element: Element): number {
  let zoom = 1;
  if ('currentCSSZoom' in element) return zoom;
  for (let node: Node | null = element; node; node = (node as Element).assignedSlot ?? parentOf(node))
    if (node instanceof Element) zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}

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
