import {
  civilFromDays,
  type EdtfDate,
  type Instant,
  type Interval,
  instantOf,
  type PartialDate,
  type TimeUnit,
} from '../core/time/index.js';
import {messages} from './languages.js';
import {formatNumber} from './numbers.js';

const DAY = 86_400_000;
/** What `Intl.DateTimeFormat` can take; beyond it only years are said. */
const MAX = 8.64e15;

const formats = new Map<string, Intl.DateTimeFormat>();

function intl(at: Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    // Instants are civil already: read them as UTC, on the calendar that the data is written in.
    format = new Intl.DateTimeFormat(locale, {calendar: 'gregory', timeZone: 'UTC', ...options});
    formats.set(key, format);
  }
  return format.format(at);
}

/** An astronomical year in words: 2025, "301 BCE" for -300, "4.5 billion BCE" for deep time. */
function formatYear(year: number, locale: string): string {
  const plain = (value: number) =>
    value < 10_000
      ? String(value)
      : value < 1e6
        ? formatNumber(value, locale)
        : formatNumber(value, locale, {
            notation: 'compact',
            compactDisplay: 'long',
            maximumSignificantDigits: 4,
          });
  // The astronomical year 0 is 1 BCE; from 10,000 years on the one year of difference is not said.
  if (year > 0) return plain(year);
  return messages(locale).bce(plain(year > -10_000 ? 1 - year : -year));
}

/** The calendar part of a date, at its precision. */
function calendar(at: Instant, year: number, unit: TimeUnit, locale: string, withYear = true): string {
  if (unit === 'year') return formatYear(year, locale);
  const ancient = year <= 0 || Math.abs(at) > MAX;
  if (ancient && Math.abs(at) > MAX) return formatYear(year, locale);
  const y: Intl.DateTimeFormatOptions = withYear ? {year: 'numeric', ...(year <= 0 && {era: 'short'})} : {};
  if (unit === 'month') return intl(at, locale, {...y, month: 'long'});
  const day = intl(at, locale, {...y, month: 'long', day: 'numeric'});
  if (unit === 'day') return day;
  const seconds: Intl.DateTimeFormatOptions = unit === 'second' ? {second: '2-digit'} : {};
  return `${day}, ${intl(at, locale, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...seconds})}`;
}

function offsetText(offset: number | undefined): string {
  if (offset === undefined) return '';
  if (offset === 0) return ' UTC';
  const minutes = Math.abs(offset);
  const pad = (value: number) => String(value).padStart(2, '0');
  return ` UTC${offset < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function formatPartial(date: PartialDate, locale: string): string {
  const text = messages(locale);
  const year = formatYear(date.year, locale);
  let words: string;
  if (date.season !== undefined) {
    words = text.seasonOf(text.season[(date.season - 21) as 0 | 1 | 2 | 3], year);
  } else if (date.yearUnspecified !== undefined || date.significantDigits !== undefined) {
    const digits =
      date.yearUnspecified ?? Math.max(0, String(Math.abs(date.year)).length - (date.significantDigits ?? 0));
    if (digits === 1) words = text.decade(year);
    else if (digits === 2 && date.year > 0) words = text.century(Math.floor(date.year / 100) + 1, year);
    else words = digits === 0 ? year : text.fromTo(year, formatYear(date.year + 10 ** digits - 1, locale));
  } else if (date.monthUnspecified) {
    words = text.someMonthOf(year);
  } else {
    const {month = 1, day = 1, hour = 0, minute = 0, second = 0} = date;
    const at = instantOf(date.year, month, day, hour, minute, second);
    const unit = date.dayUnspecified ? 'month' : date.unit;
    words = calendar(at, date.year, unit, locale) + offsetText(date.offset);
    if (date.dayUnspecified) words = text.someDayOf(words);
  }
  if (date.approximate && date.uncertain) return text.approximateUncertain(words);
  if (date.approximate) return text.approximate(words);
  return date.uncertain ? text.uncertain(words) : words;
}

/** An EDTF date in words, at its own precision: a year stays a year, a month a month. */
export function formatDate(date: EdtfDate | undefined, locale: string): string {
  const text = messages(locale);
  if (!date) return text.dateUnknown;
  if (date.kind === 'date') return formatPartial(date, locale);
  const {start, end} = date;
  if (typeof start === 'string') {
    if (typeof end === 'string') return text.dateUnknown;
    return start === 'open'
      ? text.until(formatPartial(end, locale))
      : text.unknownStart(formatPartial(end, locale));
  }
  if (typeof end === 'string') {
    return end === 'open'
      ? text.since(formatPartial(start, locale))
      : text.unknownEnd(formatPartial(start, locale));
  }
  const plain = (value: PartialDate) =>
    value.unit === 'day' &&
    value.year > 0 &&
    !value.approximate &&
    !value.uncertain &&
    !value.dayUnspecified &&
    !value.monthUnspecified;
  if (plain(start) && plain(end)) {
    const p = instantOf(start.year, start.month, start.day);
    const q = instantOf(end.year, end.month, end.day);
    if (Math.abs(p) <= MAX && Math.abs(q) <= MAX) {
      return new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }).formatRange(p, q);
    }
  }
  return text.fromTo(formatPartial(start, locale), formatPartial(end, locale));
}

/** An instant of the axis, at the unit given. */
export function formatInstant(at: Instant, unit: TimeUnit, locale: string): string {
  const year = yearOf(at);
  return calendar(at, year, unit, locale);
}

const yearOf = (at: Instant) => civilFromDays(Math.floor(at / DAY)).year;

/** A half-open range as whole months, or years when it is long: "March to July 2025". */
export function formatRange(range: Interval, locale: string): string {
  const text = messages(locale);
  const last = range.end - 1;
  const unit: TimeUnit =
    range.end - range.start < 62 * DAY ? 'day' : range.end - range.start < 3660 * DAY ? 'month' : 'year';
  if (!Number.isFinite(range.start)) {
    return Number.isFinite(last) ? text.until(formatInstant(last, unit, locale)) : '';
  }
  if (!Number.isFinite(last)) return text.since(formatInstant(range.start, unit, locale));
  const [p, q] = [formatInstant(range.start, unit, locale), formatInstant(last, unit, locale)];
  if (p === q) return p;
  const inRange = Math.abs(range.start) <= MAX && Math.abs(last) <= MAX && yearOf(range.start) > 0;
  if (unit === 'year' || !inRange) return text.fromTo(p, q);
  const options: Intl.DateTimeFormatOptions =
    unit === 'day' ? {day: 'numeric', month: 'long', year: 'numeric'} : {month: 'long', year: 'numeric'};
  return new Intl.DateTimeFormat(locale, {calendar: 'gregory', timeZone: 'UTC', ...options}).formatRange(
    range.start,
    last,
  );
}

/** The short label of an axis tick. `context` adds what stands above it: the year of a month, the day of an hour. */
export function formatTick(at: Instant, unit: TimeUnit, context: boolean, locale: string): string {
  const year = yearOf(at);
  if (unit === 'year' || Math.abs(at) > MAX) return formatYear(year, locale);
  const era: Intl.DateTimeFormatOptions = year <= 0 ? {era: 'short'} : {};
  const withYear: Intl.DateTimeFormatOptions = context ? {year: 'numeric', ...era} : {};
  if (unit === 'month' || unit === 'season') return intl(at, locale, {month: 'short', ...withYear});
  if (unit === 'day') return intl(at, locale, {day: 'numeric', month: 'short', ...withYear});
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(unit === 'second' && {second: '2-digit'}),
  };
  return intl(at, locale, context ? {day: 'numeric', month: 'short', ...time} : time);
}
