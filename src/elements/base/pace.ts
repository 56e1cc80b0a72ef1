/** From one frame to the next, in milliseconds: a longer pause is that of a page that cannot keep up. */
const LATE = 20;
/** Frames of a round: two views are drawn in one each, and the browser paints what it has not yet in the third. */
const ROUND = 3;

/** Where views fly on a page that cannot keep up, each is drawn in one frame of a round, so that the page scrolls smoothly. */
export class Pace {
  #last = 0;
  #frames = 0;
  #isSlow = false;
  /** How many flights more are drawn by rounds, and how many were to be when that was last found needed. */
  #wary = 0;
  #term = 0;

  /** A flight begins: what it begins with may itself take long, and then in the frame after it nobody draws. */
  start(now = performance.now()): void {
    this.#last = now;
    this.#frames = -1;
    if (!this.#isSlow) this.#term = 0;
    // Each flight that has to find out again that the page cannot keep up stutters once more.
    this.#isSlow = this.#wary > 0;
    if (this.#isSlow) this.#wary--;
  }

  /** Whether the view is drawn in this frame; asked once in each. */
  isTurn(now: number): boolean {
    if (!this.#isSlow && now - this.#last > LATE) {
      this.#isSlow = true;
      this.#term = 2 * this.#term + 1;
      this.#wary = this.#term;
    }
    this.#last = now;
    return this.#frames++ % ROUND === 0 || !this.#isSlow;
  }
}
