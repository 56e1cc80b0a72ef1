import type {Instant, TimeUnit} from '../time/index.js';
import {type AxisPart, finestTicks, GAP, isMajor, stepsFor, tickAt} from './ticks.js';
import type {AxisTick, TickOptions, TimeScale} from './types.js';

/** From fine to coarse. */
const UNITS: readonly TimeUnit[] = ['second', 'minute', 'hour', 'day', 'month', 'year'];

/** A part of the axis between folds. Its labels may reach to the middle of a fold. */
interface Part extends AxisPart {
  /** Where its events begin; undefined without folds. */
  readonly events: Instant | undefined;
}

function partsOf(scale: TimeScale, gap: number, margin: number): readonly Part[] {
  const [first, last] = scale.domain();
  const [from, to] = scale.range();
  const length = Math.abs(to - from);
  const folds = scale.folds();
  const parts: Part[] = [];
  let [start, low]: [Instant, number] = [first, folds.length > 0 ? -margin : 0];
  let events: Instant | undefined;
  for (const fold of folds) {
    const middle = (Math.sign(to - from) * (scale(fold.start) + scale(fold.end) - 2 * from)) / 2;
    const high = Math.min(middle - gap / 2, length);
    parts.push({start, end: fold.start, low, high, events: events ?? fold.before});
    [start, low, events] = [fold.end, Math.max(middle + gap / 2, 0), fold.gap.end];
  }
  parts.push({start, end: last, low, high: length, events});
  return parts.filter((part) => part.start < part.end);
}

/** The finest unit that an instant is the first of, and at least as fine as another. */
function unitAt(at: Instant, least: TimeUnit): TimeUnit {
  return UNITS.find((unit) => unit === least || !isMajor(at, unit)) ?? least;
}

/** The date where the events of a part begin, for a part beside a fold that has no round date. */
function eventTick(part: Part, unit: TimeUnit, scale: TimeScale, options: TickOptions): readonly AxisTick[] {
  const {events: at = Infinity, start, end} = part;
  if (at < start || at >= end) return [];
  const place = (withContext: boolean) => tickAt(at, unitAt(at, unit), withContext, part, scale, options);
  const placed = place(true) ?? place(false);
  return placed ? [placed.tick] : [];
}

/** Ticks as those of a linear scale, for each part between folds. */
export function foldedTicks(scale: TimeScale, options: TickOptions): readonly AxisTick[] {
  const [start, end] = scale.domain();
  const [from, to] = scale.range();
  if (!(end - start > 0 && end - start < Infinity && to !== from)) return [];
  const {gap = GAP, margin = 0} = options;
  const parts = partsOf(scale, gap, margin);
  const widest = parts.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  const main = finestTicks(stepsFor(scale, options), widest, scale, options);
  const [{unit} = {unit: 'year' as const}] = main.steps;
  return parts.flatMap((part) => {
    const {ticks} = part === widest ? main : finestTicks(main.steps, part, scale, options);
    return ticks.length > 0 ? ticks : eventTick(part, unit, scale, options);
  });
}
