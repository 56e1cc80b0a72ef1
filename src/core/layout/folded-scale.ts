import type {Instant, Interval} from '../time/index.js';
import {foldedTicks} from './folded-ticks.js';
import type {Fold, Pair, TimeScale} from './types.js';

/** Width of a fold, in pixels. */
const FOLD = 36;
/** Maximum share of the range that all folds may take. */
const MOST = 1 / 3;

/** Width of each of some folds on an axis, in pixels. */
const foldWidth = (lengthPx: number, count: number): number => Math.min(FOLD, (MOST * lengthPx) / count);

/** A fold at some resolution, with its own in milliseconds per pixel. */
interface Folded extends Interval {
  readonly resolution: number;
}

/** Positions relative to an anchor, from its instant. */
interface Course {
  at(time: Instant): number;
  invert(px: number): Instant;
}

/** A time scale with folds, which are given in time order. */
export function foldedScale(domain: Pair, range: Pair, folds: readonly Fold[]): TimeScale {
  let [start, end] = domain;
  let [from, to] = range;
  let onward = 1;
  let widest = FOLD;
  let inUse: readonly Fold[] = [];
  let resolution = 1;
  let course = {} as Course;

  const foldedAt = (msPerPx: number) => foldsAt(inUse, msPerPx, widest);
  const update = () => {
    const length = Math.abs(to - from);
    widest = foldWidth(length, folds.length);
    onward = to < from ? -1 : 1;
    // A domain within a fold is shown to scale.
    inUse = folds.filter((fold) => fold.start > start + 1 || fold.end < end - 1);
    resolution = solve(start, end, length, inUse, widest);
    course = courseOf(start, resolution, foldedAt(resolution));
  };

  const scale = ((at: Instant) => from + onward * course.at(at)) as TimeScale;
  scale.invert = (px) => course.invert(onward * (px - from));
  scale.domain = ((next?: Pair) => {
    if (!next) return [start, end];
    [start, end] = next;
    update();
    return scale;
  }) as TimeScale['domain'];
  scale.range = ((next?: Pair) => {
    if (!next) return [from, to];
    [from, to] = next;
    update();
    return scale;
  }) as TimeScale['range'];
  scale.resolution = () => resolution;
  scale.folds = () => foldedAt(resolution).filter((fold) => fold.end > start && fold.start < end);
  scale.zoomed = (factor, px) => {
    const zoomed = courseOf(scale.invert(px), resolution * factor, foldedAt(resolution * factor));
    return [zoomed.invert(onward * (from - px)), zoomed.invert(onward * (to - px))];
  };
  scale.ticks = (options) => foldedTicks(scale, options);
  scale.copy = () => foldedScale([start, end], [from, to], folds);
  update();
  return scale;
}

/** A time scale to shares of an axis, 0 to 1, whose folds are those of an axis of some length in pixels. */
export function shareScale(domain: Pair, lengthPx: number, folds: readonly Fold[]): TimeScale {
  const usual = foldWidth(lengthPx, folds.length);
  const inShares = folds.map((fold) => ({...fold, width: (fold.width ?? usual) / lengthPx}));
  return foldedScale(domain, [0, 1], inShares);
}

/** The folds that are narrower than to scale; the others take up what they are to scale. */
function foldsAt(folds: readonly Fold[], resolution: number, widest: number): readonly (Fold & Folded)[] {
  return folds.flatMap((fold) => {
    const whole = (fold.end - fold.start) / resolution;
    const {width = widest} = fold;
    return width < whole ? {...fold, resolution: (fold.end - fold.start) / width} : [];
  });
}

/**
 * Milliseconds per pixel outside of folds, such that the domain takes up the length. It is Newton's method for a
 * concave, piecewise linear function, which ends at the solution after a step for each fold. All sums are of positive
 * parts, so that a second counts beside a fold of aeons.
 */
function solve(start: Instant, end: Instant, length: number, folds: readonly Fold[], widest: number): number {
  let resolution = (end - start) / length;
  for (let step = 0; step < folds.length; step++) {
    let [toScale, folded, at] = [0, 0, start];
    for (const fold of foldsAt(folds, resolution, widest)) {
      const first = Math.min(Math.max(fold.start, at), end);
      const last = Math.min(Math.max(fold.end, first), end);
      toScale += first - at;
      folded += (last - first) / fold.resolution;
      at = last;
    }
    resolution = (toScale + end - at) / (length - folded);
  }
  return resolution;
}

/** Positions at a resolution. Accumulated from the anchor outward, so that they are most precise around it. */
function courseOf(anchor: Instant, resolution: number, folds: readonly Folded[]): Course {
  const times = [anchor, ...folds.flatMap((fold) => [fold.start, fold.end])].sort((a, b) => a - b);
  const zero = times.indexOf(anchor);
  // Between the knots before and at an index, and after the last.
  const resolutions = [...times, Infinity].map(
    (time) => folds.find((fold) => fold.start < time && time <= fold.end)?.resolution ?? resolution,
  );
  const places = times.map(() => 0);
  const step = (i: number) => (num(times, i) - num(times, i - 1)) / num(resolutions, i);
  for (let i = zero + 1; i < times.length; i++) places[i] = num(places, i - 1) + step(i);
  for (let i = zero; i > 0; i--) places[i - 1] = num(places, i) - step(i);
  /** The segment that a value is in, and its knot that is nearer to the anchor. */
  const find = (knots: readonly number[], value: number) => {
    const after = knots.findIndex((knot) => knot > value);
    const segment = after < 0 ? knots.length : after;
    return [segment, segment > zero ? segment - 1 : segment] as const;
  };
  return {
    at: (time) => {
      const [segment, knot] = find(times, time);
      return num(places, knot) + (time - num(times, knot)) / num(resolutions, segment);
    },
    invert: (px) => {
      const [segment, knot] = find(places, px);
      return num(times, knot) + (px - num(places, knot)) * num(resolutions, segment);
    },
  };
}

const num = (list: readonly number[], i: number): number => list[i] ?? 0;
