/** From one frame to the next, in milliseconds: a longer pause is that of a page that cannot keep up. */
const LATE = 20;

/** Where views fly together on a page that cannot keep up, they are drawn by turns, so that it scrolls smoothly. */
export class Pace {
  #last = 0;
  #frames = 0;
  #isSlow = false;

  /** @param turn the frames in which the view is drawn then: the even or the odd ones since the flight began */
  constructor(readonly turn: 0 | 1) {}

  /** A flight begins: what it begins with may itself take long, and then in the frame after it nobody draws. */
  start(now = performance.now()): void {
    this.#last = now;
    this.#frames = -1;
    this.#isSlow = false;
  }

  /** Whether the view is drawn in this frame; asked once in each. */
  isTurn(now: number): boolean {
    this.#isSlow ||= now - this.#last > LATE;
    this.#last = now;
    return this.#frames++ % 2 === this.turn || !this.#isSlow;
  }
}
