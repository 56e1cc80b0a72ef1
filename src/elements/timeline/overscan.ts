import type {Beyond, TimelineLayout} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';
import {NONE, Stillness} from './stillness.js';

/** A view that moves by less than this share of its length is panning; more is a jump. */
const NUDGE = 0.25;
/** Overscan of a panning view, ahead and behind, as shares of its length. */
const AHEAD = 1;
const BEHIND = 0.25;
/** A view that moves by more than this share of its length per frame soon leaves any overscan. */
const FAST = 0.1;
/** Idle time after which the view is at rest, in milliseconds. */
const DEBOUNCE = 200;

/**
 * `Stillness` for many events, where redrawing all marks and numbers in every frame is too slow. A panning view is
 * drawn with overscan and translated as a whole; while it zooms, or pans too fast for that, a sketch is drawn in each
 * frame. At rest the view is drawn in full. Loaded only for stories with many events.
 */
export class Overscan extends Stillness {
  #isMoving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #naming: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onIdle called when the view comes to rest, and once more for what is slow to say
   * @param prepare prepares some of that, from the `from`th on; to which it has come, `Infinity` when all is
   */
  constructor(
    readonly onIdle: () => void,
    readonly prepare: (from: number) => number,
  ) {
    super();
  }

  override next(before: TimelineLayout, range: Interval): Beyond | null {
    const {width} = before.plot;
    const shift = this.shiftOf(range);
    const moved = shift - this.shift;
    const isLeap = !this.isScale(before, range) || Math.abs(moved) > width * NUDGE;
    if (!isLeap && moved === 0 && !this.#isMoving) return NONE;
    const isAgain = this.#timer !== undefined;
    this.#isMoving = isAgain || !isLeap;
    this.isTerse = this.#isMoving;
    this.isSketch ||= isAgain && (isLeap || Math.abs(moved) > width * FAST);
    if (isLeap || moved !== 0) this.#wait();
    if (isLeap || this.isSketch) return NONE;
    const {beyond, drawnAt} = this;
    const from = shift - drawnAt;
    if (beyond !== NONE && from <= beyond.before && -from <= beyond.after) return null;
    const [behind, ahead] = [Math.round(width * BEHIND), Math.round(width * AHEAD)];
    return moved > 0 ? {before: ahead, after: behind} : {before: behind, after: ahead};
  }

  /** It will change rapidly from now on. */
  start(): void {
    this.#isMoving = true;
    this.isTerse = true;
    this.isSketch = true;
    this.#wait();
  }

  override stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    clearTimeout(this.#naming);
    this.#isMoving = false;
    this.isSketch = false;
    this.isTerse = false;
    this.beyond = NONE;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#naming);
    this.#timer = setTimeout(() => {
      const wasMoving = this.#isMoving;
      this.stop();
      if (!wasMoving) return;
      // Drawing all bars and saying all their periods in one task would stop the page.
      this.isTerse = true;
      this.onIdle();
      this.#naming = setTimeout(() => this.#name(0), DEBOUNCE);
    }, DEBOUNCE);
  }

  #name(from: number): void {
    const at = this.prepare(from);
    this.isTerse = at < Infinity;
    if (this.isTerse) this.#naming = setTimeout(() => this.#name(at));
    else this.onIdle();
  }
}
