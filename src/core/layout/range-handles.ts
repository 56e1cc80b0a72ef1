import type {Interval, TimeUnit} from '../time/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The draggable parts of a range: its two ends, or the whole window. */
export type RangeHandle = 'start' | 'end' | 'window';

/** The keyboard step of a handle: a few dozen steps over the whole extent. */
export function stepUnit({start, end}: Interval): TimeUnit {
  const length = end - start;
  if (length > 40 * 366 * DAY) return 'year';
  if (length > 300 * DAY) return 'month';
  return length > 5 * DAY ? 'day' : 'hour';
}

/** Replaces the open ends of a range, as from a permalink, so that handles have a position. */
export function closeRange({start, end}: Interval, extent: Interval): Interval {
  return {
    start: Number.isFinite(start) ? start : Math.min(extent.start, end),
    end: Number.isFinite(end) ? end : Math.max(extent.end, start),
  };
}
