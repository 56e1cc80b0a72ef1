import {civilOf, type Interval} from '../core/time/index.js';
import {formatNumber} from './numbers.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Units of a fixed length, the longest first. */
const FIXED = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;
/** From this many on, months are counted as years. */
const YEARS_FROM = 36;

/** The rounded number of calendar months between two instants. */
function monthsOf({start, end}: Interval): number {
  const [from, to] = [civilOf(start), civilOf(end)];
  return Math.round((to.year - from.year) * 12 + to.month - from.month + (to.day - from.day) / 30.44);
}

/**
 * The length of an interval, in the largest unit of which it has two: "13 months", "45 days", "4.5 billion years".
 * `finest` is the finest unit that is known.
 */
export function formatDuration(interval: Interval, locale: string, finest?: 'month' | 'year'): string {
  const length = interval.end - interval.start;
  const words = (value: number, unit: string, options: Intl.NumberFormatOptions = {}) =>
    formatNumber(value, locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 0,
      ...options,
    });
  const months = monthsOf(interval);
  if (months >= 12e6)
    return words(months / 12, 'year', {
      notation: 'compact',
      compactDisplay: 'long',
      maximumSignificantDigits: 3,
    });
  if (months >= YEARS_FROM || finest === 'year') return words(months / 12, 'year');
  if (length >= 60 * DAY || finest === 'month') return words(months, 'month');
  const [unit, size] = FIXED.find(([, ms]) => length >= 2 * ms) ?? ['second', SECOND];
  return words(length / size, unit);
}
