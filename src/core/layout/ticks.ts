import {civilOf, type Instant, type Interval, instantOf, type TimeUnit} from '../time/index.js';
import type {AxisTick, TickOptions, TimeScale} from './types.js';

/** Minimum gap between two labels, in pixels. */
export const GAP = 12;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Mean lengths, used only to preselect steps. */
const MONTH = 30.44 * DAY;
const YEAR = 365.2425 * DAY;

interface Step {
  readonly unit: TimeUnit;
  /** Approximate length in milliseconds. */
  readonly about: number;
  /** Yields the instants of the step, from the last one at or before `start` on. */
  readonly from: (start: Instant) => Generator<Instant>;
}

const floorTo = (value: number, step: number) => Math.floor(value / step) * step;

const even = (unit: TimeUnit, ms: number): Step => ({
  unit,
  about: ms,
  *from(start) {
    for (let at = floorTo(start, ms); ; at += ms) yield at;
  },
});

const months = (count: number): Step => ({
  unit: 'month',
  about: count * MONTH,
  *from(start) {
    const {year, month} = civilOf(start);
    for (let at = floorTo(year * 12 + month - 1, count); ; at += count) {
      const of = Math.floor(at / 12);
      yield instantOf(of, at - of * 12 + 1);
    }
  },
});

/** Ticks on the same days of every month, the last far enough from the first of the next. */
const daysOfMonth = (about: number, days: readonly number[]): Step => ({
  unit: 'day',
  about: about * DAY,
  *from(start) {
    for (const first of months(1).from(start)) for (const day of days) yield first + (day - 1) * DAY;
  },
});

const years = (count: number): Step => ({
  unit: 'year',
  about: count * YEAR,
  *from(start) {
    for (let year = floorTo(civilOf(start).year, count); ; year += count) {
      const at = instantOf(year);
      // In deep time float64 may round to the previous year; the next representable number is in the right one.
      yield civilOf(at).year < year ? at + Math.abs(at) * 2 ** -52 : at;
    }
  },
});

const SHORT: readonly Step[] = [
  ...[1, 5, 15, 30].map((count) => even('second', count * 1000)),
  ...[1, 5, 15, 30].map((count) => even('minute', count * 60_000)),
  ...[1, 3, 6, 12].map((count) => even('hour', count * HOUR)),
  even('day', DAY),
  daysOfMonth(
    2,
    Array.from({length: 15}, (_, i) => 2 * i + 1),
  ),
  daysOfMonth(5, [1, 5, 10, 15, 20, 25]),
  daysOfMonth(10, [1, 10, 20]),
  daysOfMonth(15, [1, 15]),
  ...[1, 2, 3, 6].map(months),
];

/** All steps, from fine to coarse. */
const STEPS: readonly Step[] = [
  ...SHORT,
  ...Array.from({length: 15}, (_, power) => [1, 2, 5].map((digit) => years(digit * 10 ** power))).flat(),
];

/** Whether a larger unit begins at the instant. */
export function isMajor(at: Instant, unit: TimeUnit): boolean {
  const {month, day, hour, minute, second} = civilOf(at);
  if (unit === 'month') return month === 1;
  if (unit === 'day') return day === 1;
  if (unit === 'hour') return hour === 0;
  if (unit === 'minute') return minute === 0;
  return unit === 'second' && second === 0;
}

/** A part of the axis, and where its labels may stand: in pixels from the start of the range. */
export interface AxisPart extends Interval {
  readonly low: number;
  readonly high: number;
}

/** A tick with the extent of its label, moved inward at the ends of its part; null when that does not fit. */
export function tickAt(
  at: Instant,
  unit: TimeUnit,
  isFirst: boolean,
  {low, high}: AxisPart,
  scale: TimeScale,
  {text, size}: TickOptions,
) {
  const [origin, limit] = scale.range();
  const major = isMajor(at, unit);
  const words = text(at, unit, major || isFirst);
  const half = size(words) / 2;
  if (2 * half > high - low) return null;
  const position = scale(at);
  const middle = Math.min(Math.max(Math.abs(position - origin), low + half), high - half);
  const textPosition = origin + Math.sign(limit - origin) * middle;
  const tick: AxisTick = {at, position, unit, text: words, textPosition, major};
  return {tick, from: middle - half, to: middle + half};
}

/** The ticks of one step in a part; null when labels overlap, repeat or do not fit. */
function ticksOf(
  {unit, from}: Step,
  part: AxisPart,
  scale: TimeScale,
  options: TickOptions,
): readonly AxisTick[] | null {
  const {gap = GAP} = options;
  const ticks: AxisTick[] = [];
  let last = -Infinity;
  let before = -Infinity;
  for (const at of from(part.start)) {
    // In deep time float64 may not resolve the step.
    if (at >= part.end || at <= before) break;
    before = at;
    if (at < part.start) continue;
    const placed = tickAt(at, unit, ticks.length === 0, part, scale, options);
    if (!placed || placed.from < last + gap || placed.tick.text === ticks.at(-1)?.text) return null;
    last = placed.to;
    ticks.push(placed.tick);
  }
  return ticks;
}

/** The ticks of the finest step whose labels fit in a part, and the steps from that one on. */
export function finestTicks(steps: readonly Step[], part: AxisPart, scale: TimeScale, options: TickOptions) {
  for (let i = 0; i < steps.length; i++) {
    const ticks = ticksOf(steps[i] as Step, part, scale, options);
    if (ticks) return {ticks, steps: steps.slice(i)};
  }
  return {ticks: [], steps: []};
}

/** The steps whose ticks are not too close for any label, from fine to coarse. */
export function stepsFor(scale: TimeScale, {gap = GAP}: TickOptions): readonly Step[] {
  const [from, to] = scale.range();
  const length = Math.abs(to - from);
  const resolution = scale.resolution();
  return STEPS.filter(
    ({about}) => (length / (about / resolution)) * Math.max(4, gap) <= length * 1.2 + 3 * gap,
  );
}

/**
 * The finest calendar ticks whose labels do not overlap, in time order and within the domain. Years tick at multiples
 * of their step in astronomical years, so that steps are even across the year 0 (1 BCE).
 */
export function timeTicks(scale: TimeScale, options: TickOptions): readonly AxisTick[] {
  const [start, end] = scale.domain();
  const [from, to] = scale.range();
  const high = Math.abs(to - from);
  if (!(end - start > 0 && end - start < Infinity && high > 0)) return [];
  return finestTicks(stepsFor(scale, options), {start, end, low: 0, high}, scale, options).ticks;
}
