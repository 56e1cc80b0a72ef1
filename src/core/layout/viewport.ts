import type {Instant, Interval} from '../time/index.js';
import type {RangeLimits, TimeScale} from './types.js';

const MINUTE = 60_000;

/** Clamps an interval, given by start and length, to the limits. */
function clamp(start: Instant, length: number, {extent, minLength = MINUTE}: RangeLimits): Interval {
  const whole = extent.end - extent.start;
  // Deep time: below this length float64 could not distinguish the two ends.
  const grain = Math.max(Math.abs(extent.start), Math.abs(extent.end)) * 1e-12;
  const size = Math.min(whole, Math.max(length, minLength, grain));
  const first = Math.min(Math.max(start, extent.start), extent.end - size);
  return size >= whole ? extent : {start: first, end: first + size};
}

/**
 * Zooms the domain of a scale: `factor` times as long (0.5 zooms in), keeping the instant at `anchor`, in pixels, in
 * place; clamped to the limits.
 */
export function zoomRange(scale: TimeScale, factor: number, anchor: number, limits: RangeLimits): Interval {
  const [start, end] = scale.domain();
  const [from] = scale.range();
  const {extent, minLength = MINUTE} = limits;
  // Clamp the factor first, so that the anchor stays in place.
  const length = Math.min(extent.end - extent.start, Math.max((end - start) * factor, minLength));
  const kept = length / (end - start);
  return clamp(scale.invert(anchor + (from - anchor) * kept), length, limits);
}

/** Pans the domain of a scale by pixels; clamped to the limits. */
export function panRange(scale: TimeScale, px: number, limits: RangeLimits): Interval {
  const [start, end] = scale.domain();
  const [from] = scale.range();
  return clamp(scale.invert(from + px), end - start, limits);
}

/** Converts a view to the story's range: null, all of time, when it covers the whole extent. */
export const nullIfWhole = (view: Interval, {start, end}: Interval): Interval | null =>
  view.start <= start && view.end >= end ? null : view;

/** The distance to pan in pixels, to centre an interval in the view; 0 when it is partly in view. */
export function offsetTo(interval: Interval, scale: TimeScale): number {
  const [start, end] = scale.domain();
  if (interval.end > start && interval.start < end) return 0;
  const [from, to] = scale.range();
  return scale(Number.isFinite(interval.start) ? interval.start : interval.end) - (from + to) / 2;
}
