import type {Instant, Interval} from '../time/index.js';

/** The position of a date on an axis: its middle, or its finite end. */
export const centreOfDate = ({start, end}: Interval): Instant => centreBetween(start, end);

/** `centreOfDate` for two ends. */
export function centreBetween(start: Instant, end: Instant): Instant {
  if (!Number.isFinite(start)) return end;
  return Number.isFinite(end) ? (start + end) / 2 : start;
}
