/** A swipe is this long, in pixels, and this much more across than along the page. */
const LONG = 48;
const STEEP = 2;

/** Tells a finger that swipes across from one that scrolls. */
export class Swipe {
  #from: {readonly id: number; readonly x: number; readonly y: number} | undefined;

  /** @param swiped called with the way of the finger: 1 to the right, -1 to the left */
  constructor(readonly swiped: (way: 1 | -1) => void) {}

  readonly handle = ({type, pointerType, pointerId: id, clientX: x, clientY: y}: PointerEvent): void => {
    if (pointerType !== 'touch') return;
    const from = this.#from;
    // A second finger pinches.
    this.#from = type === 'pointerdown' && !from ? {id, x, y} : undefined;
    if (type !== 'pointerup' || from?.id !== id) return;
    const [across, along] = [x - from.x, Math.abs(y - from.y)];
    if (Math.abs(across) > Math.max(LONG, STEEP * along)) this.swiped(across > 0 ? 1 : -1);
  };
}
