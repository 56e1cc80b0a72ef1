import type {Instant, Interval} from '../time/index.js';

/** Where on an axis a date stands: its middle, or the end that is known. */
export function centreOfDate({start, end}: Interval): Instant {
  if (!Number.isFinite(start)) return end;
  return Number.isFinite(end) ? (start + end) / 2 : start;
}
