import {civilOf, type Instant, instantOf, type TimeUnit} from '../time/index.js';
import type {AxisTick, TickOptions, TimeScale} from './types.js';

/** Minimum gap between two labels, in pixels. */
const GAP = 12;
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
function* steps(): Generator<Step> {
  yield* SHORT;
  for (let power = 1; power < 1e15; power *= 10) for (const digit of [1, 2, 5]) yield years(digit * power);
}

/** Whether a larger unit begins at the instant. */
function isMajor(at: Instant, unit: TimeUnit): boolean {
  const {month, day, hour, minute, second} = civilOf(at);
  if (unit === 'month') return month === 1;
  if (unit === 'day') return day === 1;
  if (unit === 'hour') return hour === 0;
  if (unit === 'minute') return minute === 0;
  return unit === 'second' && second === 0;
}

/** The ticks of one step; null when labels overlap, repeat or do not fit. */
function ticksOf({unit, from}: Step, scale: TimeScale, {text, size, gap = GAP}: TickOptions) {
  const [start, end] = scale.domain();
  const [origin, limit] = scale.range();
  const length = Math.abs(limit - origin);
  const onward = Math.sign(limit - origin);
  const ticks: AxisTick[] = [];
  let last = -Infinity;
  let before = -Infinity;
  for (const at of from(start)) {
    // In deep time float64 may not resolve the step.
    if (at >= end || at <= before) break;
    before = at;
    if (at < start) continue;
    const major = isMajor(at, unit);
    const words = text(at, unit, major || ticks.length === 0);
    const half = size(words) / 2;
    const position = scale(at);
    const middle = Math.min(Math.max(Math.abs(position - origin), half), length - half);
    if (2 * half > length || middle - half < last + gap || words === ticks.at(-1)?.text) return null;
    last = middle + half;
    ticks.push({at, position, unit, text: words, textPosition: origin + onward * middle, major});
  }
  return ticks;
}

/**
 * The finest calendar ticks whose labels do not overlap, in time order and within the domain. Years tick at multiples
 * of their step in astronomical years, so that steps are even across the year 0 (1 BCE).
 */
export function timeTicks(scale: TimeScale, options: TickOptions): readonly AxisTick[] {
  const [start, end] = scale.domain();
  const [from, to] = scale.range();
  const length = Math.abs(to - from);
  if (!(end - start > 0 && end - start < Infinity && length > 0)) return [];
  const {gap = GAP} = options;
  const resolution = scale.resolution();
  for (const step of steps()) {
    // Skip steps whose ticks are too close for any label.
    const pitch = step.about / resolution;
    if ((length / pitch) * Math.max(4, gap) > length * 1.2 + 3 * gap) continue;
    const ticks = ticksOf(step, scale, options);
    if (ticks) return ticks;
  }
  return [];
}
