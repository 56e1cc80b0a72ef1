/** A frame that takes longer than this, in milliseconds, is slow. */
const SLOW = 24;
/** Slow frames are at most one in so many. */
const RARE = 25;
/** A frame counts for no more than this, in milliseconds: one that fetches something makes no page slow. */
const MOST = 100;

/** What is played. */
export interface Played {
  /** The last position. */
  readonly last: number;
  /** Time from one stop to the next, in milliseconds. */
  readonly beatMs: number;
  /** Goes from stop to stop, with nothing between them. */
  readonly isStepped: boolean;
  readonly loop: boolean;
  /** Shows a position; false when it may not. */
  show(position: number): boolean;
  /** The end is reached, or a position may not be shown: it is to be stopped. */
  end(): void;
}

/**
 * Moves along stops, one position per frame. Where what is shown takes longer than a frame, it goes from stop to stop,
 * and so rarely that nineteen of twenty frames are not held up.
 */
export class Playback {
  #position = 0;
  #shown = -1;
  /** The next frame; 0 while it is not playing. */
  #frame = 0;
  #last = 0;
  /** How long a frame takes in which something is shown, on average. */
  #cost = 0;
  #hasShown = false;
  #isSlow = false;
  /** Before this nothing more is shown. */
  #wait = 0;

  constructor(readonly played: Played) {}

  get isOn(): boolean {
    return this.#frame !== 0;
  }

  start(position: number): void {
    this.stop();
    this.#position = position;
    this.#shown = -1;
    this.#last = this.#cost = this.#wait = 0;
    this.#hasShown = this.#isSlow = false;
    this.#next();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #next(): void {
    this.#frame = requestAnimationFrame(this.#onFrame);
  }

  readonly #onFrame = (now: number): void => {
    const {beatMs, last, loop} = this.played;
    const since = this.#last === 0 ? 0 : now - this.#last;
    this.#last = now;
    if (this.#hasShown) this.#weigh(since);
    // However late a frame comes, no stop is passed over unseen.
    this.#position += Math.min(since / beatMs, this.#isSlow ? Infinity : 1);
    // What is played again rests at its end for as long as at any stop, and begins no sooner than that was shown.
    if (loop && this.#position >= last + 1) this.#position = this.#shown === last ? 0 : last;
    this.#next();
    if (now >= this.#wait && !this.#show(now)) this.played.end();
  };

  #weigh(ms: number): void {
    this.#hasShown = false;
    this.#cost = this.#cost * 0.8 + Math.min(ms, MOST) * 0.2;
    this.#isSlow ||= this.#cost > SLOW;
  }

  /** Shows where it is; false when that is the end, or may not be shown. */
  #show(now: number): boolean {
    const {isStepped, last, loop} = this.played;
    const position = Math.min(this.#position, last);
    const shown = isStepped || this.#isSlow ? Math.floor(position) : position;
    if (shown !== this.#shown) {
      this.#shown = shown;
      if (!this.played.show(shown)) return false;
      this.#hasShown = true;
      if (this.#isSlow) this.#wait = now + this.#cost * RARE;
    }
    return loop || position < last;
  }
}
