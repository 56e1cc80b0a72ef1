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
