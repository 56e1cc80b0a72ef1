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
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onIdle called when the view comes to rest */
  constructor(readonly onIdle: () => void) {
    super();
  }

  override next(before: TimelineLayout, range: Interval): Beyond | null {
    const {width} = before.plot;
    const shift = this.shiftOf(range);
    const moved = shift - this.shift;
    const isLeap = !this.isScale(before, range) || Math.abs(moved) > width * NUDGE;
    if (!isLeap && moved === 0 && !this.isMoving) return NONE;
    const isAgain = this.#timer !== undefined;
    this.isMoving = isAgain || !isLeap;
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
    this.isMoving = true;
    this.isSketch = true;
    this.#wait();
  }

  override stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isMoving = false;
    this.isSketch = false;
    this.beyond = NONE;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const {isMoving} = this;
      this.stop();
      if (isMoving) this.onIdle();
    }, DEBOUNCE);
  }
}
