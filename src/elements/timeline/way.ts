import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {Pace} from '../base/pace.js';

/** How long the way to the range of a step takes, in milliseconds: as a map's flight to its places. */
const LASTS = 400;

/**
 * The way of a timeline from what it shows to the range of a step. None for readers who ask for less motion, and where it
 * begins hidden or on paper.
 */
export class Way {
  isOn = false;
  /** It begins in the next frame: in this one other views show the step, and so a map that flies and it have turns of their own. */
  isWaiting = false;
  #step: Snapshot['step'] = null;
  #from: Interval | undefined;
  #began = 0;
  #frame = 0;
  readonly #pace = new Pace();
  #printing: AbortController | undefined;

  /**
   * @param timeline what shows it
   * @param start called when it begins
   * @param redraw called when it has come further
   * @param arrive called when it has come to its end, at once where that is on paper
   */
  constructor(
    readonly timeline: Element,
    readonly start: () => void,
    readonly redraw: () => void,
    readonly arrive: (isAtOnce: boolean) => void,
  ) {}

  /** Where it is between what the timeline showed and a view; at the view itself unless a step leads there. */
  at(view: Interval, shown: Interval, {step}: Snapshot): Interval {
    if (step !== this.#step) {
      this.stop();
      this.#step = step;
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const isSeen = this.timeline.checkVisibility() && !this.timeline.matches(':state(printing)');
      if (step && !isSame(view, shown) && !isStill && isSeen) {
        this.isOn = true;
        this.isWaiting = true;
        this.#from = shown;
        this.#frame = requestAnimationFrame(this.#begin);
        this.#printing = new AbortController();
        addEventListener('beforeprint', this.#land, {signal: this.#printing.signal});
      }
    }
    if (!this.isOn || !this.#from) return view;
    if (this.isWaiting) return this.#from;
    const share = (performance.now() - this.#began) / LASTS;
    cancelAnimationFrame(this.#frame);
    this.isOn = share < 1;
    if (!this.isOn) this.#printing?.abort();
    this.#frame = requestAnimationFrame(this.isOn ? this.#onFrame : () => this.arrive(false));
    return this.isOn ? between(this.#from, view, share * share * (3 - 2 * share)) : view;
  }

  readonly #begin = (): void => {
    this.isWaiting = false;
    this.#began = performance.now();
    this.#pace.start();
    this.start();
    this.redraw();
  };

  readonly #onFrame = (now: number): void => {
    if (this.#pace.isTurn(now)) this.redraw();
    else this.#frame = requestAnimationFrame(this.#onFrame);
  };

  /** It ends where it is. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.isOn = false;
    this.isWaiting = false;
    this.#printing?.abort();
  }

  readonly #land = (): void => {
    this.stop();
    this.arrive(true);
  };
}

const isSame = (a: Interval, b: Interval): boolean => a.start === b.start && a.end === b.end;

/** The interval that lies so far on the way from one to another. */
export const between = (from: Interval, to: Interval, share: number): Interval => ({
  start: from.start + (to.start - from.start) * share,
  end: from.end + (to.end - from.end) * share,
});
