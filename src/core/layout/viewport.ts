import type {Interval} from '../time/index.js';
import type {Pair, RangeLimits, TimeScale} from './types.js';

const MINUTE = 60_000;

/**
 * Clamps a domain to the limits, at the resolution that it has on a scale. Where the host has set a range that reaches
 * beyond them, what is in view stays reachable, so that nothing jumps away from the pointer.
 */
function clamp(scale: TimeScale, domain: Pair, {extent}: RangeLimits): Interval {
  const moved = scale.copy().domain(domain);
  const [from, to] = scale.range();
  const [first, last] = [moved(extent.start), moved(extent.end)];
  // Up to rounding, so that zooming out ends at all of time.
  if (last - first <= (to - from) * (1 + 1e-9)) return extent;
  const [shownStart, shownEnd] = scale.domain();
  const least = Math.min(extent.start, shownStart);
  const most = Math.max(extent.end, shownEnd);
  const early = moved(least);
  const shift = early > from ? early - from : Math.min(moved(most) - to, 0);
  const [start, end] = shift === 0 ? domain : [moved.invert(from + shift), moved.invert(to + shift)];
  return {start: Math.max(start, least), end: Math.min(end, most)};
}

/**
 * Zooms the domain of a scale whose range ascends: `factor` times as many milliseconds per pixel (0.5 zooms in), keeping
 * the instant at `anchor`, in pixels, in place; clamped to the limits.
 */
export function zoomRange(scale: TimeScale, factor: number, anchor: number, limits: RangeLimits): Interval {
  const [from, to] = scale.range();
  const least = leastLength(scale.invert(anchor), limits.minLength);
  const kept = Math.max(factor, least / ((to - from) * scale.resolution()));
  return clamp(scale, scale.zoomed(kept, anchor), limits);
}

/**
 * The shortest view around an instant, in milliseconds. Deep time: below a share of the instant float64 could not
 * distinguish the two ends.
 */
export const leastLength = (at: number, minLength = MINUTE): number =>
  Math.max(minLength, Math.abs(at) * 1e-12);

/** Pans the domain of a scale by pixels; clamped to the limits. */
export function panRange(scale: TimeScale, px: number, limits: RangeLimits): Interval {
  const [from, to] = scale.range();
  return clamp(scale, [scale.invert(from + px), scale.invert(to + px)], limits);
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
