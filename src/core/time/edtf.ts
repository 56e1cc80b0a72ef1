import {daysInMonth, instantOf} from './calendar.js';
import type {EdtfDate, PartialDate, PartialInterval} from './types.js';

const DATE =
  /^(?:(-?)(\d{4}|\d{3}X|\d\dXX|\dXXX)|Y(-?)(\d+)(?:E(\d+))?)(?:S(\d+))?(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?([?~%])?$/;

function parseDate(text: string): PartialDate | undefined {
  const m = DATE.exec(text);
  if (!m) return undefined;
  const [, sign, digits, ySign, yDigits, exponent, significant, mm, dd, hh, mi, ss, zone, mark] = m;
  const flags = {
    ...(mark && mark !== '~' && {uncertain: true}),
    ...(mark && mark !== '?' && {approximate: true}),
  };
  const yearOnly = mm === undefined && hh === undefined;
  const x = digits ? (digits.match(/X/g)?.length ?? 0) : 0;
  const long = yDigits !== undefined;
  if ((x || significant || long) && !yearOnly && (x || significant || exponent)) return undefined;
  if (long && !exponent && yDigits.length < 5 && !significant) return undefined;
  const size = digits ? Number(digits.replace(/X/g, '0')) : Number(yDigits) * 10 ** Number(exponent ?? 0);
  const year = (sign || ySign ? -size : size) || 0;
  if (!Number.isFinite(year) || (sign && size === 0 && !x)) return undefined;
  const base = {kind: 'date' as const, year, ...flags};
  if (significant)
    return Number(significant) > 0
      ? {...base, unit: 'year', significantDigits: Number(significant)}
      : undefined;
  if (x) return {...base, unit: 'year', yearUnspecified: x};
  if (mm === undefined) return hh === undefined ? {...base, unit: 'year'} : undefined;
  if (mm === 'XX') {
    if (dd === undefined) return hh ? undefined : {...base, unit: 'month', monthUnspecified: true};
    return dd === 'XX' && !hh
      ? {...base, unit: 'day', monthUnspecified: true, dayUnspecified: true}
      : undefined;
  }
  const month = Number(mm);
  if (month >= 21 && month <= 24) return dd || hh ? undefined : {...base, unit: 'season', season: month};
  if (month < 1 || month > 12) return undefined;
  if (dd === undefined) return hh ? undefined : {...base, unit: 'month', month};
  if (dd === 'XX') return hh ? undefined : {...base, unit: 'day', month, dayUnspecified: true};
  const day = Number(dd);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hh === undefined) return {...base, unit: 'day', month, day};
  const [hour, minute, second] = [Number(hh), Number(mi), Number(ss ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const time = {
    ...base,
    month,
    day,
    hour,
    minute,
    ...(ss !== undefined && {second}),
    unit: ss === undefined ? 'minute' : 'second',
  } as const;
  if (!zone) return time;
  if (zone === 'Z') return {...time, offset: 0};
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.replace(':', '').slice(3) || 0);
  return offset > 14 * 60 ? undefined : {...time, offset: zone[0] === '-' ? -offset : offset};
}

/** EDTF text understood, or undefined. */
export function parseEdtf(text: string): EdtfDate | undefined {
  const ends = text.split('/');
  if (ends.length === 1) return parseDate(text);
  if (ends.length > 2) return undefined;
  const end = (part: string): PartialInterval['start'] | undefined =>
    part === '..' ? 'open' : part === '' ? 'unknown' : parseDate(part);
  const [start, stop] = [end(ends[0] ?? ''), end(ends[1] ?? '')];
  if (!start || !stop || (typeof start === 'string' && typeof stop === 'string')) return undefined;
  if (typeof start === 'object' && typeof stop === 'object' && firstInstant(start) > firstInstant(stop))
    return undefined;
  return {kind: 'interval', start, end: stop};
}

const firstInstant = ({year, month = 1, day = 1, hour = 0, minute = 0, second = 0}: PartialDate) =>
  instantOf(year, month, day, hour, minute, second);

const pad = (value: number, length = 2) => String(Math.abs(value)).padStart(length, '0');

function formatDate(date: PartialDate | 'open' | 'unknown'): string {
  if (date === 'open') return '..';
  if (date === 'unknown') return '';
  const {year, unit} = date;
  const sign = year < 0 ? '-' : '';
  let text =
    Math.abs(year) > 9999
      ? `Y${sign}${Math.abs(year).toLocaleString('en', {useGrouping: false})}`
      : sign + pad(year, 4);
  if (date.yearUnspecified) text = text.slice(0, -date.yearUnspecified) + 'X'.repeat(date.yearUnspecified);
  if (date.significantDigits) text += `S${date.significantDigits}`;
  if (unit !== 'year') text += `-${date.season ?? (date.monthUnspecified ? 'XX' : pad(date.month ?? 1))}`;
  if (unit !== 'year' && unit !== 'month' && unit !== 'season')
    text += `-${date.dayUnspecified ? 'XX' : pad(date.day ?? 1)}`;
  if (unit === 'minute' || unit === 'second') {
    text += `T${pad(date.hour ?? 0)}:${pad(date.minute ?? 0)}${unit === 'second' ? `:${pad(date.second ?? 0)}` : ''}`;
    if (date.offset === 0) text += 'Z';
    else if (date.offset !== undefined)
      text += `${date.offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(date.offset) / 60))}:${pad(Math.abs(date.offset) % 60)}`;
  }
  return text + (date.uncertain ? (date.approximate ? '%' : '?') : date.approximate ? '~' : '');
}

/** The inverse of `parseEdtf`. */
export const formatEdtf = (value: EdtfDate): string =>
  value.kind === 'date' ? formatDate(value) : `${formatDate(value.start)}/${formatDate(value.end)}`;

const some = (value: EdtfDate, test: (date: PartialDate) => boolean | undefined): boolean =>
  value.kind === 'date'
    ? Boolean(test(value))
    : [value.start, value.end].some(
        (end: PartialInterval['start']) => typeof end === 'object' && Boolean(test(end)),
      );

export const isApproximate = (value: EdtfDate): boolean => some(value, (date) => date.approximate);
export const isUncertain = (value: EdtfDate): boolean => some(value, (date) => date.uncertain);
