import type {Interval} from '../time/index.js';
import type {Fold, TimeScale} from './types.js';

/** A range of time, and what is folded in it. */
export interface FoldedView {
  readonly range: Interval;
  readonly folds: readonly Fold[];
}

/**
 * The view between two, where each instant is on the way from its position on one scale to that on the other, as a
 * `share` of it. Both scales have the same range. `folds`: those that either has.
 */
export function viewBetween(
  from: TimeScale,
  to: TimeScale,
  folds: readonly Fold[],
  share: number,
): FoldedView {
  const mix = (a: number, b: number) => a + (b - a) * share;
  const at = (instant: number) => mix(from(instant), to(instant));
  const resolution = 1 / mix(1 / from.resolution(), 1 / to.resolution());
  const [first, last] = from.range();
  const [start, end] = from.domain();
  const [otherStart, otherEnd] = to.domain();
  // Between the ends of the two there is no fold.
  const [low, high] = [Math.max(start, otherStart), Math.min(end, otherEnd)];
  return {
    range: {
      start: low - (at(low) - first) * resolution,
      end: high + (last - at(high)) * resolution,
    },
    folds: folds.map((fold) => ({...fold, width: at(fold.end) - at(fold.start)})),
  };
}
