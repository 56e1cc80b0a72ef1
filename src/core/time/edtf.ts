import {daysInMonth} from './calendar.js';
import {spanOf} from './span.js';
import type {EdtfDate, PartialDate, PartialInterval} from './types.js';

/** Linear time on any text: every repetition is bounded or followed by a character it cannot match. */
const DATE =
  /^(?:(-?)(\d{4}|\d{3}X|\d\dXX|\dXXX)|Y(-?)(\d+)(?:E(\d+))?)(?:S([1-9]\d?))?(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+−-]\d\d(?::?\d\d)?)?)?([?~%])?$/;

/**
 * Limit in years, far beyond the age of the universe; past it, milliseconds in a float64 cannot resolve single years.
 */
const MAX_YEAR = 1e15;

/**
 * The UTC offset in minutes of `Z`, `+05:30`, `+0530` or `-04`, from UTC-12 to UTC+14; undefined for others and for
 * minus zero.
 */
function offsetOf(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.replace(':', '').slice(3))];
  const offset = hours * 60 + minutes;
  if (zone[0] === '+') return minutes < 60 && offset <= 14 * 60 ? offset : undefined;
  return minutes < 60 && offset > 0 && offset <= 12 * 60 ? -offset : undefined;
}

/** The year with its unspecified digits and exponent; undefined when invalid. */
function readYear(
  digits: string | undefined,
  long: string | undefined,
  exponent: string | undefined,
  negative: boolean,
) {
  const unspecified = digits?.match(/X/g)?.length ?? 0;
  if (long !== undefined && exponent === undefined && !/^[1-9]\d{4}/.test(long)) return undefined;
  const size = digits ? Number(digits.replace(/X/g, '0')) : Number(long) * 10 ** Number(exponent ?? 0);
  if (!(size <= MAX_YEAR) || (negative && size === 0 && !unspecified)) return undefined;
  return {
    // `-195X` is the ten years starting in -1959.
    year: negative ? -(size + (unspecified && 10 ** unspecified - 1)) : size,
    ...(unspecified && {yearUnspecified: unspecified}),
    ...(exponent !== undefined && size > 0 && {exponent: Number(exponent)}),
  };
}

function parseDate(text: string): PartialDate | undefined {
  const m = DATE.exec(text);
  if (!m) return undefined;
  const [, sign, digits, ySign, long, exponent, significant, mm, dd, hh, mi, ss, fraction, zone, mark] = m;
  const read = readYear(digits, long, exponent, Boolean(sign || ySign));
  if (!read) return undefined;
  const base = {
    kind: 'date' as const,
    ...read,
    ...(significant && {significantDigits: Number(significant)}),
    ...(mark && mark !== '~' && {uncertain: true}),
    ...(mark && mark !== '?' && {approximate: true}),
  };
  const {year} = read;
  if (mm === undefined) {
    const twice = significant !== undefined && read.yearUnspecified !== undefined;
    return hh === undefined && !twice ? {...base, unit: 'year'} : undefined;
  }
  // `Y`, an exponent, significant digits and `X` are only valid for a bare year.
  if (long !== undefined || significant || read.yearUnspecified) return undefined;
  if (hh !== undefined && (dd === undefined || mm === 'XX' || dd === 'XX')) return undefined;
  if (mm === 'XX') {
    if (dd === undefined) return {...base, unit: 'month', monthUnspecified: true};
    return dd === 'XX' ? {...base, unit: 'day', monthUnspecified: true, dayUnspecified: true} : undefined;
  }
  const month = Number(mm);
  if (month >= 21 && month <= 24) return dd ? undefined : {...base, unit: 'season', season: month};
  if (month < 1 || month > 12) return undefined;
  if (dd === undefined) return {...base, unit: 'month', month};
  if (dd === 'XX') return {...base, unit: 'day', month, dayUnspecified: true};
  const day = Number(dd);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hh === undefined) return {...base, unit: 'day', month, day};
  const [hour, minute, second] = [Number(hh), Number(mi), Number(ss ?? 0)];
  const midnight = hour === 24 && minute === 0 && second === 0 && fraction === undefined;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (zone !== undefined && offset === undefined) return undefined;
  return {
    ...base,
    unit: ss === undefined ? 'minute' : 'second',
    month,
    day,
    hour,
    minute,
    ...(ss !== undefined && {second}),
    ...(fraction !== undefined && {fraction}),
    ...(offset !== undefined && {offset}),
  };
}

const HOURS_26 = 26 * 3_600_000;

/**
 * Whether the interval certainly ends before it starts. When only one end has an offset, allow for any zone of the
 * other.
 */
function isBackwards(start: PartialDate, end: PartialDate): boolean {
  const slack = (start.offset === undefined) === (end.offset === undefined) ? 0 : HOURS_26;
  return spanOf(end).end + slack <= spanOf(start).start;
}

/** Parses EDTF (ISO 8601-2) level 0 and 1, and exponents and significant digits of level 2; undefined when invalid. */
export function parseEdtf(text: string): EdtfDate | undefined {
  const ends = text.split('/', 3);
  if (ends.length === 1) return parseDate(text);
  if (ends.length > 2) return undefined;
  const end = (part: string): PartialInterval['start'] | undefined =>
    part === '..' ? 'open' : part === '' ? 'unknown' : parseDate(part);
  const [start, stop] = [end(ends[0] ?? ''), end(ends[1] ?? '')];
  // An interval with no date at either end is undated.
  if (!start || !stop || (typeof start === 'string' && typeof stop === 'string')) return undefined;
  if (typeof start === 'object' && typeof stop === 'object' && isBackwards(start, stop)) return undefined;
  return {kind: 'interval', start, end: stop};
}

const some = (value: EdtfDate, test: (date: PartialDate) => boolean | undefined): boolean =>
  value.kind === 'date'
    ? Boolean(test(value))
    : [value.start, value.end].some(
        (end: PartialInterval['start']) => typeof end === 'object' && Boolean(test(end)),
      );

export const isApproximate = (value: EdtfDate): boolean => some(value, (date) => date.approximate);
export const isUncertain = (value: EdtfDate): boolean => some(value, (date) => date.uncertain);
/** Whether an end with a date has a precision coarser than a day. */
export const isPartial = (value: EdtfDate): boolean =>
  some(value, ({unit, dayUnspecified}) => dayUnspecified || /month|season|year/.test(unit));
