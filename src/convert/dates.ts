/** Dates as journalists write them, in English, Spanish, French, Portuguese and Arabic, as EDTF. `Date` is never asked. */
import {type EdtfDate, formatEdtf, type PartialDate, parseEdtf} from '../core/time/index.js';
import {type DateFault, type DateStyle, type Parts, partsOf} from './dates-parts.js';
import {MAX_DATE, type Token, tokensOf} from './dates-tokens.js';

export type {DateFault, DateStyle} from './dates-parts.js';

export interface ReadDate {
  /** EDTF, never more precise than what was written. */
  readonly date: string;
  /**
   * `order`: whether day or month comes first is not known, and the year alone is read; `coarser`: finer than can be
   * said; `negative`: a year with a minus, read as in ISO 8601, with a year 0; `bce`: a year before our era, turned into
   * such a one.
   */
  readonly doubts: readonly ('order' | 'coarser' | 'negative' | 'bce')[];
}

/** Reads a date; never more precisely than it is written. Linear in its length; never throws. */
export function readDate(text: string, style: DateStyle = {}): ReadDate | DateFault {
  const written = text.trim();
  if (written.length === 0 || written.length > MAX_DATE) return 'not-read';
  const known = parseEdtf(written);
  if (known) {
    const isNegative = /^Y?-/.test(written) || /\/Y?-/.test(written);
    if (isNegative && style.negativeYears === 'historical') return historical(known);
    return {date: formatEdtf(known), doubts: isNegative ? ['negative'] : []};
  }
  const tokens = tokensOf(written);
  const whole = single(tokens, style);
  if (typeof whole !== 'string') return whole;
  return range(tokens, style) ?? whole;
}

/** A date whose years with a minus are that many years before our era. */
function historical(known: EdtfDate): ReadDate | DateFault {
  const moved = <T extends PartialDate | 'open' | 'unknown'>(date: T): T =>
    typeof date === 'object' && date.year < 0 && !date.yearUnspecified
      ? {...date, year: date.year + 1}
      : date;
  const date = formatEdtf(
    known.kind === 'date' ? moved(known) : {...known, start: moved(known.start), end: moved(known.end)},
  );
  return parseEdtf(date) ? {date, doubts: ['bce']} : 'impossible';
}

/** One date, or what is open at one end. */
function single(tokens: readonly Token[], style: DateStyle): ReadDate | DateFault {
  const at = tokens.findIndex(({meaning}) => meaning?.is === 'before' || meaning?.is === 'after');
  const until = tokens[0]?.meaning?.is === 'to';
  if (at > 0) return 'not-read';
  const isOpen = at === 0 || until;
  const parts = partsOf(isOpen ? tokens.slice(1) : tokens, style);
  if (typeof parts === 'string') return parts;
  if (!isOpen) return dateOf(parts);
  const read = dateOf(parts);
  if (typeof read === 'string') return read;
  const isAfter = tokens[0]?.meaning?.is === 'after';
  return {...read, date: isAfter ? `${firstOf(read.date)}/..` : `../${lastOf(read.date)}`};
}

const firstOf = (date: string) => date.split('/')[0] ?? date;
const lastOf = (date: string) => date.split('/').at(-1) ?? date;

/** How surely a token divides a range into its ends: words and dashes before hyphens, those before slashes. */
const DIVIDERS: readonly ((token: Token, next: Token | undefined, hasBetween: boolean) => boolean)[] = [
  ({kind, text, meaning, isGlued}, _, hasBetween) =>
    (kind === 'sign' && /^[–—]$/.test(text)) ||
    (meaning?.is === 'to' && !isGlued) ||
    (hasBetween && meaning?.is === 'and'),
  ({kind, text, isGlued}, next) => kind === 'sign' && text === '-' && !isGlued && next?.isGlued === false,
  ({kind, text}) => kind === 'sign' && /^[-‐‑]$/.test(text),
  ({kind, text}) => kind === 'sign' && text === '/',
];

/** A range of which an end may leave out what the other says: 3–5 May 2023. */
function range(tokens: readonly Token[], style: DateStyle): ReadDate | undefined {
  const hasBetween = tokens[0]?.meaning?.is === 'between';
  const all = hasBetween ? tokens.slice(1) : tokens;
  for (const divides of DIVIDERS) {
    const places = all.flatMap((token, i) => (i > 0 && divides(token, all[i + 1], hasBetween) ? [i] : []));
    // A range has one divider, and a date in numbers two signs.
    const at = places.length === 1 ? places[0] : undefined;
    const middle = places.length % 2 === 1 ? places[(places.length - 1) / 2] : at;
    if (middle === undefined) continue;
    const read = rangeOf(all.slice(0, middle), all.slice(middle + 1), style);
    if (read) return read;
  }
  return undefined;
}

function rangeOf(before: readonly Token[], after: readonly Token[], style: DateStyle): ReadDate | undefined {
  const start = endOf(before, style);
  if (!start) return undefined;
  // Since 2014, without an end.
  if (after.length === 1 && after[0]?.meaning?.is === 'now') {
    const read = dateOf(start);
    return typeof read === 'string' ? undefined : {...read, date: `${firstOf(read.date)}/..`};
  }
  const end = endOf(after, style);
  if (!end) return undefined;
  shortYear(start, end);
  const isYearTaken = start.year === undefined;
  if (start.era === undefined && end.era) start.era = end.era;
  if (start.year === undefined) {
    start.year = end.year;
    start.digits = end.digits;
  }
  if (start.month === undefined && start.day !== undefined) start.month = end.month;
  if (end.month === undefined && end.day !== undefined) end.month = start.month;
  if (end.year === undefined) end.year = start.year;
  if (end.time !== undefined && end.day === undefined) {
    end.day = start.day;
    end.month = start.month;
  }
  if (start.about && !end.about) end.about = true;
  const joined = joinedOf(start, end);
  // From December to January, the year is that of the end.
  if (joined || !isYearTaken || start.year === undefined) return joined;
  return joinedOf({...start, year: start.year - 1}, end);
}

/** 1914-18: the second year has the first digits of the first. */
function shortYear(start: Parts, end: Parts): void {
  const isYear =
    start.month === undefined && start.day === undefined && (start.digits ?? 0) > 2 && !start.era;
  if (!isYear || start.year === undefined || end.day === undefined || end.month !== undefined) return;
  if (end.year !== undefined) return;
  end.year = end.day + start.year - (start.year % 100);
  end.day = undefined;
}

function joinedOf(start: Parts, end: Parts): ReadDate | undefined {
  const [first, last] = [dateOf(start), dateOf(end)];
  if (typeof first === 'string' || typeof last === 'string') return undefined;
  const date = `${firstOf(first.date)}/${lastOf(last.date)}`;
  if (!parseEdtf(date)) return undefined;
  return {
    date: firstOf(date) === lastOf(date) ? firstOf(date) : date,
    doubts: [...new Set([...first.doubts, ...last.doubts])],
  };
}

/** What stands at an end of a range: also a day, or the last digits of a year, alone. */
function endOf(tokens: readonly Token[], style: DateStyle): Parts | undefined {
  const parts = partsOf(tokens, style);
  if (typeof parts !== 'string') return parts;
  const said = tokens.filter(({meaning, isGlued}) => meaning?.is !== 'skip' && !(meaning && isGlued));
  const [token, ...others] = said;
  return token?.kind === 'number' && token.text.length < 3 && others.length === 0
    ? {day: token.value}
    : undefined;
}

const pad = (value: number, length: number) => String(Math.abs(value)).padStart(length, '0');

/** The year of EDTF, which counts a year 0: 300 BCE is -0299. */
function yearOf({year = 0, era, unspecified = 0}: Parts): string {
  if (unspecified > 0) {
    const known = pad(year, 4).slice(0, 4 - unspecified) + 'X'.repeat(unspecified);
    return era === 'bce' ? `-${known}` : known;
  }
  const counted = era === 'bce' ? 1 - year : year;
  const sign = counted < 0 ? '-' : '';
  return Math.abs(counted) > 9999 ? `Y${sign}${Math.abs(counted)}` : `${sign}${pad(counted, 4)}`;
}

const QUARTER_MONTHS = 3;

/** EDTF of a date of which all is known that is written. */
function dateOf(parts: Parts): ReadDate | DateFault {
  const {year, month, season, quarter, day, time, about, perhaps, era} = parts;
  if (year === undefined) return month === undefined && season === undefined ? 'not-read' : 'no-year';
  if (day !== undefined && month === undefined) return 'not-read';
  if (era === 'bce' && year < 1) return 'impossible';
  const mark = about ? (perhaps ? '%' : '~') : perhaps ? '?' : '';
  const base = yearOf(parts);
  const doubts: ReadDate['doubts'][number][] = [];
  if (era === 'bce') doubts.push('bce');
  if (year < 0) doubts.push('negative');
  if (parts.isOrderOpen) doubts.push('order');
  if (parts.isCoarser) doubts.push('coarser');
  let date = base;
  if (quarter !== undefined) {
    const first = (quarter - 1) * QUARTER_MONTHS + 1;
    date = `${base}-${pad(first, 2)}${mark}/${base}-${pad(first + QUARTER_MONTHS - 1, 2)}`;
  } else if (season !== undefined) date = `${base}-${season}`;
  else if (month !== undefined) date = `${base}-${pad(month, 2)}`;
  if (day !== undefined) date += `-${pad(day, 2)}`;
  if (time !== undefined && day !== undefined) date += `T${time}`;
  else if (time !== undefined && !parts.isOrderOpen) return 'not-read';
  date += mark;
  return parseEdtf(date) ? {date, doubts} : 'impossible';
}
