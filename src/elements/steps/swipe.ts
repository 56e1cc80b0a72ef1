/** A swipe is this long, in pixels, and this much more across than along the page. */
const LONG = 48;
const STEEP = 2;

/** Tells a finger that swipes across from one that scrolls. */
export class Swipe {
  #from: {readonly id: number; readonly x: number; readonly y: number} | undefined;

  /** The way of a finger at the end of its swipe: 1 to the right, -1 to the left; otherwise 0. */
  wayOf({type, pointerType, pointerId: id, clientX: x, clientY: y}: PointerEvent): number {
    if (pointerType !== 'touch') return 0;
    const from = this.#from;
    // A second finger pinches.
    this.#from = type === 'pointerdown' && !from ? {id, x, y} : undefined;
    if (type !== 'pointerup' || from?.id !== id) return 0;
    const across = x - from.x;
    return Math.abs(across) > Math.max(LONG, STEEP * Math.abs(y - from.y)) ? Math.sign(across) : 0;
  }
}
