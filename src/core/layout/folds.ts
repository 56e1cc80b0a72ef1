import {memoize} from '../memo/index.js';
import type {Spans} from '../table/index.js';
import type {Instant, Interval} from '../time/index.js';
import {isMany} from './source.js';
import type {Fold} from './types.js';

/** Maximum number of folds. */
const MOST = 6;
/** A gap is folded from this share of what stays to scale on. */
const SHARE = 1 / 3;
/** How many times as long folded gaps are as those that stay. */
const BREAK = 2;
/** Time that stays to scale on each side of a fold, as a share of all that does. */
const AIR = 0.025;
/** And at the ends of the axis. */
const PADDING = 0.04;

const lengthOf = ({start, end}: Interval) => end - start;

/**
 * The folds of the intervals of a story, in time order; none where there are many events. The longest gaps are folded,
 * as many as take up a sensible share of the axis each and stand out from the rest, as long as there are two events
 * for each stretch that stays. An interval with an open end counts where it is known, as nobody says what happened
 * beyond.
 */
export const foldsOf = memoize((spans: Spans): readonly Fold[] => {
  if (isMany({spans})) return [];
  const events = [...spans].map(knownPart).filter(({start}) => Number.isFinite(start));
  const {gaps, occupied} = gapsBetween(events.sort((a, b) => a.start - b.start));
  gaps.sort((a, b) => lengthOf(b) - lengthOf(a));
  const most = Math.min(MOST, (events.length - 1) / 2);
  // Add up from the smallest gap on, as in deep time differences of large sums would lose the small ones.
  let rest = occupied;
  let next = 0;
  for (let count = gaps.length; count > 0; count--) {
    const length = lengthOf(gaps[count - 1] as Interval);
    if (count <= most && length >= SHARE * rest && length >= BREAK * next) {
      const air = Math.max(AIR * rest, medianLength(events));
      return gaps
        .slice(0, count)
        .sort((a, b) => a.start - b.start)
        .map((gap, i, all) => foldOf(gap, all[i - 1]?.end ?? events[0]?.start ?? 0, air));
    }
    rest += length;
    next = length;
  }
  return [];
});

/** The folds that the reader has not unfolded; `unfolded` as in the store. */
export const foldedOf = (folds: readonly Fold[], unfolded: readonly Instant[] | 'all'): readonly Fold[] =>
  unfolded === 'all' ? [] : folds.filter(({gap}) => !unfolded.includes(gap.start));

/** The extent of a story on an axis with folds, padded by a share of what stays to scale, and no more than without. */
export function foldedExtent(whole: Interval, spans: Spans, folds: readonly Fold[]): Interval {
  const [first] = folds;
  if (!first) return whole;
  const events = [...spans].map(knownPart).filter(({start}) => Number.isFinite(start));
  const start = Math.min(...events.map((each) => each.start));
  const end = Math.max(...events.map((each) => each.end));
  // Added up from what stays, as in deep time a difference of large numbers would lose it.
  let [length, at] = [0, start];
  for (const fold of folds) {
    length += fold.start - at;
    at = fold.end;
  }
  const air = Math.max(PADDING * (length + end - at), first.start - first.gap.start);
  return {start: Math.max(start - air, whole.start), end: Math.min(end + air, whole.end)};
}

/** An interval, or its known end. */
function knownPart({start, end}: Interval): Interval {
  if (start === -Infinity) return {start: end, end};
  return end === Infinity ? {start, end: start} : {start, end};
}

/** The gaps between intervals sorted by start, and the total length of what they occupy. */
function gapsBetween(events: readonly Interval[]) {
  const gaps: Interval[] = [];
  let occupied = 0;
  let [from, to] = [Number.NaN, Number.NaN];
  for (const {start, end} of events) {
    if (start <= to) to = Math.max(to, end);
    else {
      if (start > to) {
        gaps.push({start: to, end: start});
        occupied += to - from;
      }
      [from, to] = [start, end];
    }
  }
  return {gaps, occupied: occupied + to - from};
}

function medianLength(events: readonly Interval[]): number {
  return Float64Array.from(events, lengthOf).sort()[events.length >> 1] ?? 0;
}

function foldOf(gap: Interval, before: Instant, air: number): Fold {
  const kept = Math.min(air, lengthOf(gap) / 4);
  return {start: gap.start + kept, end: gap.end - kept, gap, before};
}
