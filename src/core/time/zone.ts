import {memoizeByKey} from '../memo/index.js';
import {instantOf} from './calendar.js';
import type {Instant, PartialDate} from './types.js';

const DAY = 86_400_000;
/** No clock is further from UTC than this, in milliseconds. */
const MARGIN = 15 * 3_600_000;

const formatOf = memoizeByKey(
  (timeZone: string) => timeZone,
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
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

/** What a zone's clocks show more than UTC, in milliseconds. */
function offsetAt(at: Instant, timeZone: string): number {
  const known = Math.floor(Math.min(Math.max(at, FIRST), LAST) / 1000) * 1000;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(known)
      .map(({type, value}) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return instantOf(get('year'), get('month'), get('day'), get('hour'), get('minute'), get('second')) - known;
}

/** The offset of a zone before and after the change of its clocks around a day of UTC; alike where there is none. */
const changeOn = memoizeByKey(
  (day: number, timeZone: string) => `${day} ${timeZone}`,
  (day: number, timeZone: string) => {
    let start = day * DAY - MARGIN;
    let end = (day + 1) * DAY + MARGIN;
    const [before, after] = [offsetAt(start, timeZone), offsetAt(end, timeZone)];
    while (before !== after && end - start > 1000) {
      const middle = Math.floor((start + end) / 2000) * 1000;
      if (offsetAt(middle, timeZone) === before) start = middle;
      else end = middle;
    }
    return {before, after, at: end};
  },
  50_000,
);

const dayOf = (at: Instant) => Math.floor(at / DAY);

/**
 * Converts a UTC instant to civil time in a zone. An hour that clocks show twice, when daylight saving ends, is passed
 * once at half the speed, so that the order of instants stays.
 */
export function civilFromUtc(at: Instant, timeZone: string): Instant {
  if (timeZone === 'UTC') return at;
  const change = changeOn(dayOf(at), timeZone);
  const repeated = Math.max(0, change.before - change.after);
  const since = at - (change.at - repeated);
  if (since >= 0 && since < 2 * repeated) return change.at + change.after + Math.floor(since / 2);
  return at + (at < change.at ? change.before : change.after);
}

/** Converts civil time in a zone to a UTC instant: the first of two, and after the change where clocks skip it. */
export function utcFromCivil(civil: Instant, timeZone: string): Instant {
  if (timeZone === 'UTC') return civil;
  const {before, after, at} = changeOn(dayOf(civil), timeZone);
  return civil - before < at ? civil - before : civil - after;
}

/** Whether the clocks of a zone ever show the time of a date; they skip an hour when daylight saving begins. */
export function isOnClocks(date: PartialDate, timeZone: string): boolean {
  const {year, month, day, hour, minute, second, offset} = date;
  if (hour === undefined || offset !== undefined || timeZone === 'UTC') return true;
  const civil = instantOf(year, month, day, hour, minute, second);
  const {before, after, at} = changeOn(dayOf(civil), timeZone);
  return civil < at + before || civil >= at + after;
}

/** What the clocks of a zone may show more than UTC at a date, in minutes: two where they show its time twice. */
export function clockOffsets(date: PartialDate, timeZone: string): readonly number[] {
  const {year, month, day, hour, minute, second, offset} = date;
  if (hour === undefined || offset !== undefined || timeZone === 'UTC') return [];
  const civil = instantOf(year, month, day, hour, minute, second);
  const {before, after, at} = changeOn(dayOf(civil), timeZone);
  const offsets = [...(civil < at + before ? [before] : []), ...(civil >= at + after ? [after] : [])];
  return [...new Set(offsets)].map((each) => each / 60_000);
}
