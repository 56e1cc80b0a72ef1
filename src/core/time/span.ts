import {daysInMonth, instantOf} from './calendar.js';
import type {Instant, Interval, PartialDate} from './types.js';

const DAY = 86_400_000;
const LENGTH: Readonly<Record<string, number>> = {day: DAY, hour: 3_600_000, minute: 60_000, second: 1000};

/** Instants have millisecond precision: finer fractions are truncated to their millisecond. */
function fractionOf(digits: string) {
  const size = Math.min(digits.length, 3);
  return {ms: Number(digits.slice(0, 3).padEnd(3, '0')), length: 10 ** (3 - size)};
}

/** The number of unknown last digits of the year. */
const openDigits = ({year, yearUnspecified, significantDigits}: PartialDate) =>
  yearUnspecified ?? (significantDigits ? Math.max(0, String(Math.abs(year)).length - significantDigits) : 0);

/** The half-open interval of a date; `civil` converts a UTC instant to civil time, for dates with an offset. */
export function spanOf(date: PartialDate, civil: (utc: Instant) => Instant = (utc) => utc): Interval {
  const {year, month = 1, day = 1, hour = 0, minute = 0, second = 0, unit} = date;
  const digits = openDigits(date);
  if (digits > 0) {
    const size = 10 ** digits;
    const first = year < 0 ? -(Math.floor(-year / size) * size + size - 1) : Math.floor(year / size) * size;
    return {start: instantOf(first), end: instantOf(first + size)};
  }
  if (unit === 'year' || date.monthUnspecified) return {start: instantOf(year), end: instantOf(year + 1)};
  if (date.season) {
    const first = (date.season - 20) * 3;
    return {
      start: instantOf(year, first),
      end: first === 12 ? instantOf(year + 1, 3) : instantOf(year, first + 3),
    };
  }
  if (unit === 'month' || date.dayUnspecified) {
    return {start: instantOf(year, month), end: instantOf(year, month, daysInMonth(year, month)) + DAY};
  }
  const fraction =
    date.fraction === undefined ? {ms: 0, length: LENGTH[unit] ?? 1} : fractionOf(date.fraction);
  const local = instantOf(year, month, day, hour, minute, second) + fraction.ms;
  const start = date.offset === undefined ? local : civil(local - date.offset * 60_000);
  return {start, end: start + fraction.length};
}
