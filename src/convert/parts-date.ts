import {daysInMonth, formatEdtf, type PartialDate} from '../core/time/index.js';

/** A date in its parts, as text or numbers; what is empty is not given. */
export type DateParts = Readonly<Partial<Record<(typeof UNITS)[number], unknown>>>;

const UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

interface ReadParts {
  /** EDTF; undefined without a year that is one. */
  readonly date: string | undefined;
  readonly year: number | undefined;
  /** The first part that could not be used, as it is written: it and what is finer are left out. */
  readonly fault?: string;
}

/** A part as a number; undefined when it is not given, NaN when it is none. */
function numberOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  const text = String(typeof value === 'object' ? Number.NaN : value).trim();
  if (text === '') return undefined;
  return /^[+-]?\d{1,16}(?:\.0{1,6})?$/.test(text) ? Number(text) : Number.NaN;
}

const MAX_YEAR = 1e15;

/** Whether a part is one of the calendar or the clock. */
function fits(unit: string, value: number, date: {readonly year: number; readonly month?: number}): boolean {
  if (unit === 'month') return value >= 1 && value <= 12;
  if (unit === 'day') return value >= 1 && value <= daysInMonth(date.year, date.month ?? 1);
  if (unit === 'millisecond') return value >= 0 && value < 1000;
  return value >= 0 && value < (unit === 'hour' ? 24 : 60);
}

/** The date that parts say, as exactly as they do. The year is that of ISO 8601, in which 0 is 1 BCE. */
export function dateOfParts(parts: DateParts): ReadParts {
  const year = numberOf(parts.year);
  const written = `year ${JSON.stringify(parts.year)?.slice(0, 40)}`;
  if (year === undefined) {
    const isGiven = UNITS.slice(1, 3).some((unit) => numberOf(parts[unit]) !== undefined);
    return {date: undefined, year, ...(isGiven && {fault: 'no year'})};
  }
  if (!(Math.abs(year) <= MAX_YEAR)) return {date: undefined, year: undefined, fault: written};
  const read: Partial<Record<(typeof UNITS)[number], number>> & {year: number} = {year: year + 0};
  let fault: string | undefined;
  // After what is not given, finer parts say nothing; a zero in them is what programs fill in.
  let last = 0;
  for (const [i, unit] of UNITS.entries()) {
    if (i === 0) continue;
    const value = numberOf(parts[unit]);
    if (value === undefined) continue;
    if (last === i - 1 && fits(unit, value, read)) {
      read[unit] = value;
      last = i;
    } else if (value !== 0 || last === i - 1) {
      fault ??= `${unit} ${JSON.stringify(parts[unit])?.slice(0, 40)}`;
    }
  }
  return {date: edtfOf(read), year, ...(fault && {fault})};
}

/** An hour without minutes is about its first: EDTF has none. */
function edtfOf({
  year,
  month,
  day,
  hour,
  minute,
  second,
  millisecond,
}: Record<string, number | undefined> & {year: number}): string {
  const units = ['year', 'month', 'day', 'minute', 'minute', 'second', 'second'] as const;
  const depth = [month, day, hour, minute, second, millisecond].indexOf(undefined);
  const date: PartialDate = {
    kind: 'date',
    unit: units[depth < 0 ? 6 : depth] ?? 'year',
    year,
    month,
    day,
    hour,
    minute: hour === undefined ? undefined : (minute ?? 0),
    second,
    ...(millisecond && {fraction: String(millisecond).padStart(3, '0')}),
    ...(depth === 3 && {approximate: true}),
  };
  return formatEdtf(date);
}
