import {memoizeByKey} from '../core/memo/index.js';
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
import {formatKey, formatNumber} from './numbers.js';

const DAY = 86_400_000;
/** Largest instant `Intl.DateTimeFormat` formats, in milliseconds; dates beyond it are shown as years only. */
const MAX = 8.64e15;

const UNITS = {
  day: {day: 'numeric', month: 'long', year: 'numeric'},
  month: {month: 'long', year: 'numeric'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Whether a locale sets its own calendar, as `fa-u-ca-persian`. */
const hasCalendar = (locale: string) => new Intl.Locale(locale).calendar !== undefined;

const formatOf = memoizeByKey(formatKey, (locale: string, options: Intl.DateTimeFormatOptions) => {
  // Instants are already civil, so format them as UTC. Days may use the locale's own calendar; months and years stay
  // Gregorian, as in the data.
  const own = options.day !== undefined && hasCalendar(locale);
  return new Intl.DateTimeFormat(locale, {
    ...(!own && {calendar: 'gregory'}),
    timeZone: 'UTC',
    ...options,
  });
});

/** Uses the same era label as bare years, so that a page never mixes BC and BCE. */
const intl = (at: Instant, locale: string, options: Intl.DateTimeFormatOptions): string =>
  formatOf(locale, options)
    .formatToParts(at)
    .map(({type, value}) => (type === 'era' ? messages(locale).bce('').trim() : value))
    .join('');

/** A range of two days or months with their shared part written once: "March to July 2025". */
function intlRange(from: Instant, to: Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = formatOf(locale, options).formatRangeToParts(from, to);
  const words = (some: typeof parts) => some.map(({value}) => value).join('');
  const first = parts.findIndex(({source}) => source === 'endRange');
  const dash = parts.findLastIndex(
    ({source, type}, i) => i < first && source === 'shared' && type === 'literal',
  );
  if (first < 0 || dash < 0) return words(parts);
  return messages(locale).fromTo(words(parts.slice(0, dash)).trim(), words(parts.slice(dash + 1)).trim());
}

/** An astronomical year in words: 2025, "301 BCE" for -300, "4.5 billion BCE" for deep time. */
function formatYear(year: number, locale: string): string {
  const plain = (value: number) => {
    if (value < 10_000) return formatNumber(value, locale, {useGrouping: false});
    // Use the compact form only when it loses no digit.
    if (value < 1e6 || Number(value.toPrecision(4)) !== value) return formatNumber(value, locale);
    return formatNumber(value, locale, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumSignificantDigits: 4,
    });
  };
  // Astronomical year 0 is 1 BCE; from 10,000 BCE back, the offset of one year is ignored.
  if (year > 0) return plain(year);
  return messages(locale).bce(plain(year > -10_000 ? 1 - year : -year));
}

/** The calendar part of a date, formatted at the precision `unit`. */
function calendar(at: Instant, year: number, unit: TimeUnit, locale: string): string {
  if (unit === 'year') return formatYear(year, locale);
  if (Math.abs(at) > MAX) return formatYear(year, locale);
  const y: Intl.DateTimeFormatOptions = {year: 'numeric', ...(year <= 0 && {era: 'short'})};
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

/** Years with unspecified last digits (`X`): a decade, a century, or a range of years. */
function unspecifiedYears(first: number, digits: number, locale: string): string {
  const text = messages(locale);
  const last = first + 10 ** digits - 1;
  if (digits === 2) {
    const century = text.century(Math.floor((first < 0 ? -last : first) / 100) + 1);
    return first < 0 ? text.bce(century) : century;
  }
  // `-195X` is 1960 to 1951 BCE, which is not a named decade.
  return digits === 1 && first > 0
    ? text.decade(formatYear(first, locale))
    : text.fromTo(formatYear(first, locale), formatYear(last, locale));
}

/** EDTF significant digits: `1950S2` becomes "about 1950" and the range it stands for. */
function significantYears(year: number, significant: number, locale: string): string {
  const size = 10 ** Math.max(0, String(Math.abs(year)).length - significant);
  if (size === 1) return formatYear(year, locale);
  const text = messages(locale);
  const start = Math.floor(Math.abs(year) / size) * size;
  const [first, last] = year < 0 ? [1 - start - size, -start] : [start, start + size - 1];
  return `${text.approximate(formatYear(year, locale))} (${text.fromTo(formatYear(first, locale), formatYear(last, locale))})`;
}

/** A date in words, without its qualifiers (uncertain, approximate). */
function plainDate(date: PartialDate, locale: string): string {
  const text = messages(locale);
  const year = formatYear(date.year, locale);
  if (date.season !== undefined) return text.seasonOf(text.season[(date.season - 21) as 0 | 1 | 2 | 3], year);
  if (date.yearUnspecified !== undefined) return unspecifiedYears(date.year, date.yearUnspecified, locale);
  if (date.significantDigits !== undefined)
    return significantYears(date.year, date.significantDigits, locale);
  if (date.monthUnspecified) return date.dayUnspecified ? text.someDayOf(year) : text.someMonthOf(year);
  const {month = 1, day = 1, hour = 0, minute = 0, second = 0} = date;
  const at = instantOf(date.year, month, day, hour, minute, second);
  if (date.dayUnspecified) return text.someDayOf(calendar(at, date.year, 'month', locale));
  return calendar(at, date.year, date.unit, locale) + offsetText(date.offset);
}

function marked({approximate, uncertain}: PartialDate, words: string, locale: string): string {
  const text = messages(locale);
  if (approximate) return uncertain ? text.approximateUncertain(words) : text.approximate(words);
  return uncertain ? text.uncertain(words) : words;
}

const formatPartial = (date: PartialDate, locale: string) => marked(date, plainDate(date, locale), locale);

/** The unit of a CE day or month that can be merged with another in a range; undefined for other dates. */
const sharedUnit = (date: PartialDate) =>
  (date.unit === 'day' || date.unit === 'month') &&
  date.year > 0 &&
  !date.dayUnspecified &&
  !date.monthUnspecified &&
  Math.abs(instantOf(date.year)) <= MAX
    ? date.unit
    : undefined;

function between(start: PartialDate, end: PartialDate, locale: string): string {
  const unit = sharedUnit(start);
  if (unit && unit === sharedUnit(end)) {
    const [p, q] = [start, end].map(({year, month, day}) => instantOf(year, month, day));
    return intlRange(p ?? 0, q ?? 0, locale, UNITS[unit]);
  }
  const [p, q] = [plainDate(start, locale), plainDate(end, locale)];
  return p === q ? p : messages(locale).fromTo(p, q);
}

/** An EDTF date in words, at its own precision: a year stays a year, a month a month. */
export function formatDate(date: EdtfDate | undefined, locale: string): string {
  const text = messages(locale);
  if (!date) return text.dateUnknown;
  if (date.kind === 'date') return formatPartial(date, locale);
  const {start, end} = date;
  if (typeof start === 'string') {
    if (typeof end === 'string') return text.dateUnknown;
    const words = formatPartial(end, locale);
    return start === 'open' ? text.until(words) : text.unknownStart(words);
  }
  if (typeof end === 'string') {
    const words = formatPartial(start, locale);
    return end === 'open' ? text.since(words) : text.unknownEnd(words);
  }
  // A qualifier that both ends share is written once, around the whole range.
  return start.approximate === end.approximate && start.uncertain === end.uncertain
    ? marked(start, between(start, end, locale), locale)
    : text.fromTo(formatPartial(start, locale), formatPartial(end, locale));
}

/** An instant of the axis, at the unit given. */
export function formatInstant(at: Instant, unit: TimeUnit, locale: string): string {
  const year = yearOf(at);
  return calendar(at, year, unit, locale);
}

const yearOf = (at: Instant) => civilFromDays(Math.floor(at / DAY)).year;

/** The coarsest unit that begins at a civil instant: year, month, or day otherwise. */
function edgeOf(at: Instant): 'day' | 'month' | 'year' {
  const {month, day} = civilFromDays(Math.floor(at / DAY));
  if (at % DAY !== 0 || day !== 1) return 'day';
  return month === 1 ? 'year' : 'month';
}

const COARSE = ['day', 'month', 'year'] as const;

/**
 * The unit in which to format a range: whole months as months and whole years as years, however short. Ranges longer
 * than two months never show days, and ranges longer than ten years never show months.
 */
function unitOf({start, end}: Interval): 'day' | 'month' | 'year' {
  const ends = [start, end].filter(Number.isFinite);
  const exact = Math.min(...ends.map((at) => COARSE.indexOf(edgeOf(at))));
  const length = end - start;
  const readable = !Number.isFinite(length) ? 0 : length < 62 * DAY ? 0 : length < 3660 * DAY ? 1 : 2;
  return COARSE[Math.max(exact, readable)] ?? 'day';
}

/** A half-open range in whole days, months or years: "March to July 2025". Empty string when unbounded at both ends. */
export function formatRange(range: Interval, locale: string): string {
  const text = messages(locale);
  const {start, end} = range;
  // The last instant inside the range, stepping by float64 precision where milliseconds are lost.
  const last = end - Math.max(1, Math.abs(end) * 2 ** -50);
  if (!Number.isFinite(start) && !Number.isFinite(end)) return '';
  const unit = unitOf(range);
  if (!Number.isFinite(start)) return text.until(formatInstant(last, unit, locale));
  if (!Number.isFinite(end)) return text.since(formatInstant(start, unit, locale));
  const [p, q] = [formatInstant(start, unit, locale), formatInstant(last, unit, locale)];
  if (p === q) return p;
  const inRange = Math.abs(start) <= MAX && Math.abs(last) <= MAX && yearOf(start) > 0;
  return unit === 'year' || !inRange ? text.fromTo(p, q) : intlRange(start, last, locale, UNITS[unit]);
}

/** The short label of an axis tick. `context` adds the parent unit: the year of a month, the day of an hour. */
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
