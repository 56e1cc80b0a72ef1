import type {Beyond, TimelineLayout} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';

export const NONE: Beyond = {before: 0, after: 0};

/** What stays as it is from one frame of a pan to the next, while the scale is the same. */
export class Stillness {
  #start = 0;
  #scale = 0;
  /** How far the view has moved along time since the scale was last another, in pixels. */
  shift = 0;
  /** The same when the drawing was made. */
  drawnAt = 0;
  /** The view changes again and again. */
  isMoving = false;
  /** It changes too much from frame to frame for every mark and number to be drawn. */
  isSketch = false;
  /** How far the drawing reaches beyond the view it was made for. */
  beyond = NONE;

  isScale({plot, orientation}: TimelineLayout, {start, end}: Interval): boolean {
    const scale = (orientation === 'vertical' ? plot.height : plot.width) / (end - start);
    return Math.abs(scale / this.#scale - 1) < 1e-9;
  }

  shiftOf({start}: Interval): number {
    return (this.#start - start) * this.#scale;
  }

  /** How far beyond the range to draw, by what was drawn before; null where that holds the range already. */
  next(_before: TimelineLayout, _range: Interval): Beyond | null {
    return NONE;
  }

  /** Rows that a lane keeps, by its id, though it needs fewer now. */
  minRows(_before: TimelineLayout, _range: Interval): (lane: string) => number {
    return () => 0;
  }

  /** What the drawing was made of has changed, or nothing is drawn any more. */
  stop(): void {}

  /** After each layout; `beyond` is what `next` gave for it. */
  follow(layout: TimelineLayout, range: Interval, beyond: Beyond | null): void {
    if (!this.isScale(layout, range)) {
      const {plot, orientation} = layout;
      this.#scale = (orientation === 'vertical' ? plot.height : plot.width) / (range.end - range.start);
      this.#start = range.start;
    }
    this.shift = this.shiftOf(range);
    if (beyond === null) return;
    this.beyond = beyond;
    this.drawnAt = this.shift;
  }
}
