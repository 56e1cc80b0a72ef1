import type {Instant, Interval} from '../time/index.js';

/** Where on an axis a date stands: its middle, or the end that is known. */
export const centreOfDate = ({start, end}: Interval): Instant => centreBetween(start, end);

/** The same of its two ends. */
export function centreBetween(start: Instant, end: Instant): Instant {
  if (!Number.isFinite(start)) return end;
  return Number.isFinite(end) ? (start + end) / 2 : start;
}
