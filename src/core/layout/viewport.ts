import type {Instant, Interval} from '../time/index.js';
import type {RangeLimits, TimeScale} from './types.js';

const MINUTE = 60_000;

/** The interval of that start and length, moved and cut so that it lies within the limits. */
function clamp(start: Instant, length: number, {extent, minLength = MINUTE}: RangeLimits): Interval {
  const whole = extent.end - extent.start;
  // Deep time: below this, float64 could not tell the two ends apart.
  const grain = Math.max(Math.abs(extent.start), Math.abs(extent.end)) * 1e-12;
  const size = Math.min(whole, Math.max(length, minLength, grain));
  const first = Math.min(Math.max(start, extent.start), extent.end - size);
  return size >= whole ? extent : {start: first, end: first + size};
}

/**
 * The view of a scale zoomed: `factor` times as long (0.5 zooms in) with what is at `anchor`, in pixels of the scale's
 * range, at the same pixel; kept within the limits.
 */
export function zoomRange(scale: TimeScale, factor: number, anchor: number, limits: RangeLimits): Interval {
  const [start, end] = scale.domain();
  const [from] = scale.range();
  const {extent, minLength = MINUTE} = limits;
  // What the limits leave of the factor, before it is asked what the anchor's share of it is.
  const length = Math.min(extent.end - extent.start, Math.max((end - start) * factor, minLength));
  const kept = length / (end - start);
  return clamp(scale.invert(anchor + (from - anchor) * kept), length, limits);
}

/** The view of a scale moved on by so many pixels of its range, kept within the limits. */
export function panRange(scale: TimeScale, px: number, limits: RangeLimits): Interval {
  const [start, end] = scale.domain();
  const [from] = scale.range();
  return clamp(scale.invert(from + px), end - start, limits);
}

/** A view as the story takes it: null, for all of time, when it covers the whole extent. */
export const nullIfWhole = (view: Interval, {start, end}: Interval): Interval | null =>
  view.start <= start && view.end >= end ? null : view;

/**
 * How far to pan, in pixels of a scale's range, so that an interval comes to the middle of the view; 0 while some of it
 * is in view.
 */
export function offsetTo(interval: Interval, scale: TimeScale): number {
  const [start, end] = scale.domain();
  if (interval.end > start && interval.start < end) return 0;
  const [from, to] = scale.range();
  return scale(Number.isFinite(interval.start) ? interval.start : interval.end) - (from + to) / 2;
}
