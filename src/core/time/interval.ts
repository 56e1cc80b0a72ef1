import {parseEdtf} from './edtf.js';
import {spanOf} from './span.js';
import type {EdtfDate, Instant, Interval} from './types.js';
import {civilFromUtc} from './zone.js';

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
  return start < end ? {start, end} : undefined;
}
