import {type Beyond, type TimelineLayout, type TimeScale, timeScale} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';

export const NONE: Beyond = {before: 0, after: 0};

/** What stays as it is from one frame of a pan to the next, while the scale is the same. */
export class Stillness {
  /** Where the view was on the axis when the scale was last another. */
  #scale: TimeScale | undefined;
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

  isScale(layout: TimelineLayout, range: Interval): boolean {
    const now = scaleOf(layout, range).resolution();
    return this.#scale !== undefined && Math.abs(this.#scale.resolution() / now - 1) < 1e-9;
  }

  shiftOf({start}: Interval): number {
    return this.#scale ? -this.#scale(start) : 0;
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
    if (!this.isScale(layout, range)) this.#scale = scaleOf(layout, range);
    this.shift = this.shiftOf(range);
    if (beyond === null) return;
    this.beyond = beyond;
    this.drawnAt = this.shift;
  }
}

/** From time to pixels from the start of the plot. */
function scaleOf({plot, orientation}: TimelineLayout, {start, end}: Interval): TimeScale {
  return timeScale([start, end], [0, orientation === 'vertical' ? plot.height : plot.width]);
}
