import {civilOf, type Instant, type Interval, instantOf, type TimeUnit} from '../time/index.js';
import {type RangeHandle, stepUnit} from './range-handles.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The last boundary of a unit at or before an instant. */
function floorTo(at: Instant, unit: TimeUnit): Instant {
  const {year, month, day, hour} = civilOf(at);
  if (unit === 'year') return instantOf(year);
  if (unit === 'month') return instantOf(year, month);
  if (unit === 'day') return instantOf(year, month, day);
  return instantOf(year, month, day, hour);
}

/** The boundary `count` units away; a partial unit counts as the first step. */
export function stepFrom(at: Instant, unit: TimeUnit, count: number): Instant {
  const floor = floorTo(at, unit);
  const steps = count < 0 && floor < at ? count + 1 : count;
  if (unit === 'day') return floor + steps * DAY;
  if (unit === 'hour') return floor + steps * HOUR;
  // Not from `floor`, which float64 may round into the previous year in deep time.
  const {year, month} = civilOf(at);
  if (unit === 'year') return instantOf(year + steps);
  const months = year * 12 + month - 1 + steps;
  const yearOfMonths = Math.floor(months / 12);
  return instantOf(yearOfMonths, months - yearOfMonths * 12 + 1);
}

/** Snaps to the nearest midnight, or to the nearest hour when the extent is a few days. */
export function snapInstant(at: Instant, extent: Interval): Instant {
  const step = stepUnit(extent) === 'hour' ? HOUR : DAY;
  return Math.round(at / step) * step;
}

/** The range after moving one handle to an instant: clamped to the extent, and at least one step long. */
export function moveHandle(handle: RangeHandle, range: Interval, to: Instant, extent: Interval): Interval {
  const {start, end} = range;
  if (handle === 'window') {
    const length = end - start;
    const first = Math.min(Math.max(to, extent.start), extent.end - length);
    return {start: first, end: first + length};
  }
  const unit = stepUnit(extent);
  const at = Math.min(Math.max(to, extent.start), extent.end);
  return handle === 'start'
    ? {start: Math.min(at, stepFrom(end, unit, -1)), end}
    : {start, end: Math.max(at, stepFrom(start, unit, 1))};
}
