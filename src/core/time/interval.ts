import {instantOf} from './calendar.js';
import {parseEdtf} from './edtf.js';
import {spanOf} from './span.js';
import type {EdtfDate, Instant, Interval} from './types.js';

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

/**
 * `Intl` uses the Julian calendar before 1582 and ends in 275760. Clamp to this interval: time zone offsets are
 * constant outside it.
 */
const FIRST = -5e12;
const LAST = 8.64e15;

/** Converts a UTC instant to civil time in a zone. */
function civilFromUtc(at: Instant, timeZone: string): Instant {
  if (timeZone === 'UTC') return at;
  const known = Math.floor(Math.min(Math.max(at, FIRST), LAST) / 1000) * 1000;
  const parts = new Map(
    zoneFormat(timeZone)
      .formatToParts(known)
      .map(({type, value}) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return (
    at - known + instantOf(get('year'), get('month'), get('day'), get('hour'), get('minute'), get('second'))
  );
}

/**
 * A date as a half-open interval of civil time in `timeZone`; undefined when the text is not valid EDTF, or when the
 * interval would be empty.
 */
export function intervalOf(edtf: string | EdtfDate, timeZone = 'UTC'): Interval | undefined {
  const date = typeof edtf === 'string' ? parseEdtf(edtf) : edtf;
  if (!date) return undefined;
  const civil = (utc: Instant) => civilFromUtc(utc, timeZone);
  if (date.kind === 'date') return spanOf(date, civil);
  const from = typeof date.start === 'string' ? undefined : spanOf(date.start, civil);
  const to = typeof date.end === 'string' ? undefined : spanOf(date.end, civil);
  const [start, end] = [from?.start ?? -Infinity, to?.end ?? Infinity];
  if (start < end) return {start, end};
  // In the hour repeated when daylight saving ends, a later instant can have an earlier civil time.
  const offsets = [date.start, date.end].every(
    (part) => typeof part === 'object' && part.offset !== undefined,
  );
  return offsets && from ? from : undefined;
}
