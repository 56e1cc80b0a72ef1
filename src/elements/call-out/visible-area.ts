import {clientBox, parentOf} from '../base/index.js';

/** The part of a box that lies in another; at its edge, if none does. */
export function common({left, top, right, bottom}: DOMRect, within: DOMRect): DOMRect {
  const clampX = (x: number) => Math.max(within.left, Math.min(x, within.right));
  const clampY = (y: number) => Math.max(within.top, Math.min(y, within.bottom));
  const [x, y] = [clampX(left), clampY(top)];
  return new DOMRect(x, y, clampX(right) - x, clampY(bottom) - y);
}

/** The part of the screen on which an element can be seen: it, and what it lies in, may cut off what reaches out of them. */
export function visibleArea(element: Element): DOMRect {
  const {body, documentElement} = document;
  let area = new DOMRect(0, 0, documentElement.clientWidth, innerHeight);
  // The overflow of the body is that of the page.
  for (let node: Node | null = element; node && node !== body; node = flatParentOf(node))
    if (node instanceof Element && cutsOff(node)) area = common(clientBox(node), area);
  return area;
}

const cutsOff = (element: Element): boolean =>
  getComputedStyle(element).overflowY !== 'visible' && element.getClientRects().length > 0;

const flatParentOf = (node: Node): Node | null => (node as Element).assignedSlot ?? parentOf(node);
