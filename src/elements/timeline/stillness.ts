import {type Beyond, type TimelineLayout, type TimeScale, timeScale} from '../../core/layout/index.js';
import type {Interval} from '../../core/time/index.js';

export const NONE: Beyond = {before: 0, after: 0};

/** Tracks panning at one scale, so that drawings can be translated and reused. */
export class Stillness {
  /** The scale of the view when the resolution last changed. */
  #scale: TimeScale | undefined;
  /** Pixels panned since the resolution last changed. */
  shift = 0;
  /** `shift` when the drawing was made. */
  drawnAt = 0;
  /** It changes too fast to draw every mark and number. */
  isSketch = false;
  /** The view is changing continuously, or was just now: what is slow to say of it is said a little later. */
  isTerse = false;
  /** Overscan of the drawing, in pixels. */
  beyond = NONE;

  isScale(layout: TimelineLayout, range: Interval): boolean {
    const now = scaleOf(layout, range).resolution();
    return this.#scale !== undefined && Math.abs(this.#scale.resolution() / now - 1) < 1e-9;
  }

  shiftOf({start}: Interval): number {
    return this.#scale ? -this.#scale(start) : 0;
  }

  /** The overscan to draw with; null when the existing drawing covers the range. */
  next(_before: TimelineLayout, _range: Interval): Beyond | null {
    return NONE;
  }

  /** Called when the inputs of the drawing change, or nothing is drawn any more. */
  stop(): void {}

  /** Called after each layout; `beyond` is the result of `next` for it. */
  follow(layout: TimelineLayout, range: Interval, beyond: Beyond | null): void {
    if (!this.isScale(layout, range)) this.#scale = scaleOf(layout, range);
    this.shift = this.shiftOf(range);
    if (beyond === null) return;
    this.beyond = beyond;
    this.drawnAt = this.shift;
  }
}

/** Maps time to pixels from the start of the plot. */
function scaleOf({plot, orientation}: TimelineLayout, {start, end}: Interval): TimeScale {
  return timeScale([start, end], [0, orientation === 'vertical' ? plot.height : plot.width]);
}
