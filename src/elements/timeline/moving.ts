import type {Beyond, TimelineLayout} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';
import {NONE, Stillness} from './stillness.js';

export {drawSketch} from './sketch.js';

/** A view that moves on by less than this share of itself is dragged or pushed; more is a leap. */
const NUDGE = 0.25;
/** How much is drawn beyond a view that moves, as shares of it: where it is going, and where it comes from. */
const AHEAD = 1;
const BEHIND = 0.25;
/** A view that moves on by more than this share of itself in a frame has soon passed any drawing. */
const FAST = 0.1;
/** After this long without a change the view is at rest, in milliseconds. */
const DEBOUNCE = 200;

/**
 * Stillness among many events, where all marks and numbers cannot be drawn anew in every frame. The drawing reaches
 * beyond a view that moves, and moves with it as a picture; while the scale changes, or the view goes too fast for that,
 * it is a sketch of each frame. At rest it is made for the view again. Fetched when a story has so many.
 */
export class Moving extends Stillness {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param rested a view that changed again and again has come to rest */
  constructor(readonly rested: () => void) {
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

  /** The rows that each lane has had at this scale. */
  override minRows(before: TimelineLayout, range: Interval): (lane: string) => number {
    const rows = new Map(this.isScale(before, range) ? before.lanes.map(({id, rows}) => [id, rows]) : []);
    return (lane) => rows.get(lane) ?? 0;
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
      if (isMoving) this.rested();
    }, DEBOUNCE);
  }
}
