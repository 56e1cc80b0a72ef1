import {f64, lowerBound} from '../arrays/index.js';
import type {Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';
import {centreBetween} from './centre.js';
import type {TimeScale} from './types.js';

/** Up to this many intervals in view are weighed one by one; of more, the cells of the view. */
const FEW = 2000;
const CELLS = 64;
/** What being at the edge of the view takes from the weight of a group, as a share. */
const FAR = 0.35;

/** A place to zoom in on, in pixels of a scale, and the number of intervals there. */
interface Candidate {
  readonly at: number;
  readonly count: number;
}

/** The middle of the part of an interval that is in the domain of a scale, in its pixels. */
export function middleInView({start, end}: Interval, scale: TimeScale): number {
  const [first, last] = scale.domain();
  return scale(centreBetween(Math.max(start, first), Math.min(end, last)));
}

/**
 * The pixel that zooming in keeps in place: the middle of a dense group of intervals, or of one near the centre, so that
 * the next view holds some. Null when none is in view.
 */
export function anchorOf(spans: Spans, scale: TimeScale, factor: number): number | null {
  const [start, end] = scale.domain();
  const [from, to] = scale.range();
  const count = spans.count({start, end});
  if (count === 0) return null;
  const half = (to - from) / 2;
  const weightOf = ({at, count}: Candidate) => count * (1 - (FAR * Math.abs(at - from - half)) / half);
  const candidates = count > FEW ? cellsOf(spans, scale) : groupsOf(spans, scale, factor);
  return candidates.reduce((best, each) => (weightOf(each) > weightOf(best) ? each : best)).at;
}

/** The middle of each interval in view, with the number of those that would be in view around it. */
function groupsOf(spans: Spans, scale: TimeScale, factor: number): readonly Candidate[] {
  const [start, end] = scale.domain();
  const [from, to] = scale.range();
  const found: number[] = [];
  spans.each({start, end}, (i) => {
    found.push(middleInView({start: f64(spans.start, i), end: f64(spans.end, i)}, scale));
    return false;
  });
  const middles = Float64Array.from(found).sort();
  return found.map((at) => {
    const low = at - (at - from) * factor;
    const high = at + (to - at) * factor;
    return {at, count: lowerBound(middles, high) - lowerBound(middles, low)};
  });
}

/** The cells of the view that hold something. */
function cellsOf(spans: Spans, scale: TimeScale): readonly Candidate[] {
  const [from, to] = scale.range();
  const size = (to - from) / CELLS;
  return Array.from({length: CELLS}, (_, i) => {
    const low = from + i * size;
    const count = spans.count({start: scale.invert(low), end: scale.invert(low + size)});
    return {at: low + size / 2, count};
  }).filter(({count}) => count > 0);
}

/** The interval nearest to a range on one of its sides, or on both; undefined when there is none. */
export function nearestTo(
  {start, end}: Interval,
  spans: Spans,
  side: 'earlier' | 'later' | 'both' = 'both',
): Interval | undefined {
  const intervalAt = (i: number): Interval => ({start: f64(spans.start, i), end: f64(spans.end, i)});
  const after = lowerBound(spans.start, end);
  const later = side !== 'earlier' && after < spans.size ? intervalAt(after) : undefined;
  const earlier =
    side !== 'later' && spans.before(start) > 0 ? intervalAt(lastBefore(start, spans)) : undefined;
  if (!earlier || !later) return earlier ?? later;
  return start - earlier.end <= later.start - end ? earlier : later;
}

/** Index of the interval that ends last before an instant. */
function lastBefore(at: number, {end}: Spans): number {
  let [best, latest] = [-1, -Infinity];
  for (let i = 0; i < end.length; i++) {
    const each = f64(end, i);
    if (each <= at && each > latest) [best, latest] = [i, each];
  }
  return best;
}
