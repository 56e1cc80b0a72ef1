import {daysInMonth, instantOf} from './calendar.js';
import {parseEdtf} from './edtf.js';
import type {EdtfDate, Interval, PartialDate} from './types.js';

const zones = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  let format = zones.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    zones.set(timeZone, format);
  }
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    zoneFormat(name);
    return true;
  } catch {
    return false;
  }
}

function civilFromUtc(at: number, timeZone: string): number {
  if (timeZone === 'UTC' || Math.abs(at) > 8.64e15) return at;
  const parts = new Map(
    zoneFormat(timeZone)
      .formatToParts(at)
      .map(({type, value}) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return instantOf(get('year'), get('month'), get('day'), get('hour'), get('minute'), get('second'));
}

function spanOf(date: PartialDate, timeZone: string): Interval {
  const {year, month = 1, day = 1, hour = 0, minute = 0, second = 0, unit} = date;
  const digits =
    date.yearUnspecified ??
    (date.significantDigits ? Math.max(0, String(Math.abs(year)).length - date.significantDigits) : 0);
  if (digits > 0) {
    const size = 10 ** digits;
    const first = Math.floor(Math.abs(year) / size) * size;
    return year < 0
      ? {start: instantOf(-(first + size - 1)), end: instantOf(-first + 1)}
      : {start: instantOf(first), end: instantOf(first + size)};
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
    return {
      start: instantOf(year, month),
      end: instantOf(year, month, daysInMonth(year, month)) + 86_400_000,
    };
  }
  let start = instantOf(year, month, day, hour, minute, second);
  if (date.offset !== undefined) start = civilFromUtc(start - date.offset * 60_000, timeZone);
  return {
    start,
    end:
      start + (unit === 'day' ? 86_400_000 : unit === 'hour' ? 3_600_000 : unit === 'minute' ? 60_000 : 1000),
  };
}

/** A date as a half-open interval of civil time in `timeZone`; undefined when the text is not EDTF. */
export function intervalOf(edtf: string | EdtfDate, timeZone = 'UTC'): Interval | undefined {
  const date = typeof edtf === 'string' ? parseEdtf(edtf) : edtf;
  if (!date) return undefined;
  if (date.kind === 'date') return spanOf(date, timeZone);
  const {start, end} = date;
  return {
    start: typeof start === 'string' ? -Infinity : spanOf(start, timeZone).start,
    end: typeof end === 'string' ? Infinity : spanOf(end, timeZone).end,
  };
}
