/** Times of GeoJSON features, in the properties that usually have them. */
import {isRow, type Row} from '../core/dataset/index.js';
import {type DateStyle, readDate} from './dates.js';
import {isDate, spanOf, stringOf} from './draft.js';
import {type EpochUnit, epochDate, epochUnitOf} from './epoch.js';

const keys = (list: string): readonly string[] => list.split(' ');

/** Names of properties, in small letters and without signs, the surest first. */
const START = keys(
  'start begin from starttime startdate startdatetime begintime begindate begintimestamp datestart timestart',
);
const END = keys(
  'end until to endtime enddate enddatetime endtimestamp dateend timeend stop stopdate stoptime',
);
const SINGLE = keys(
  'datetime timestamp time date when eventdate eventtime eventdatetime dateevent acqdate observed observedon occurred occurredat published year',
);

const plain = (key: string): string => key.toLowerCase().replace(/[\s_:.-]+/g, '');

/** What a feature says of its time, as it is written. */
export interface WrittenTime {
  readonly start?: unknown;
  readonly end?: unknown;
  /** The whole as EDTF, which our own exports say beside. */
  readonly edtf?: string;
  /** The properties that it was read from. */
  readonly keys: readonly string[];
}

const isGiven = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') || isRow(value);

/** Finds the time of a feature; `when` of its own comes before its properties. */
export function writtenTime(feature: Row, properties: Row): WrittenTime {
  const when = isRow(feature.when) ? feature.when : isRow(properties.when) ? properties.when : undefined;
  const own = when && whenOf(when);
  if (own) return {...own, keys: ['when', ...(own.edtf === undefined ? [] : ['date'])]};
  const span = properties.timespan ?? properties.timeSpan;
  // KML says the end that is open by leaving it out.
  if (isRow(span) && (isGiven(span.begin) || isGiven(span.end)))
    return {start: span.begin || '..', end: span.end || '..', keys: ['timespan']};
  const found = new Map<string, string>();
  for (const key of Object.keys(properties))
    if (isGiven(properties[key]) && !isRow(properties[key])) found.set(plain(key), key);
  const first = (names: readonly string[]) =>
    names.map((name) => found.get(name)).find((key) => key !== undefined);
  const [start, end, single] = [first(START), first(END), first(SINGLE)];
  const from = start ?? single;
  if (from === undefined) return end === undefined ? {keys: []} : {end: properties[end], keys: [end]};
  const isInterval = end !== undefined && end !== from;
  return {
    start: properties[from],
    ...(isInterval && {end: properties[end]}),
    keys: isInterval ? [from, end] : [from],
  };
}

/** `when` as an instant, an interval, or the timespans of GeoJSON-T. */
function whenOf(when: Row): Omit<WrittenTime, 'keys'> | undefined {
  if (typeof when.edtf === 'string' && isDate(when.edtf)) return {edtf: when.edtf};
  const spans = when.timespans;
  const span = Array.isArray(spans) && isRow(spans[0]) ? spans[0] : when;
  const endOf = (value: unknown): unknown =>
    isRow(value) ? (value.in ?? value.earliest ?? value.latest ?? value.datetime) : value;
  const [start, end] = [endOf(span.start ?? span.datetime ?? span.date), endOf(span.end ?? span.stop)];
  if (!isGiven(start) && !isGiven(end)) return undefined;
  return {...(isGiven(start) && {start}), ...(isGiven(end) && {end})};
}

/** Midnight of UTC, which a program writes that has no days. */
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]00:?00)$/;

/** How the times of a file are read: numbers and midnights mean what all of them together do. */
export class TimeReader {
  readonly unit: EpochUnit | undefined;
  readonly #areDays: boolean;
  readonly #style: DateStyle;

  constructor(times: readonly WrittenTime[], style: DateStyle) {
    const numbers: number[] = [];
    let [texts, midnights] = [0, 0];
    for (const {start, end} of times) {
      for (const each of [start, end]) {
        const number = numberOf(each);
        if (number !== undefined) numbers.push(number);
        else if (typeof each === 'string' && /\d:\d/.test(each.slice(0, 40))) {
          texts++;
          if (MIDNIGHT.test(each.trim())) midnights++;
        }
      }
    }
    this.unit = numbers.length > 0 ? epochUnitOf(numbers) : undefined;
    this.#areDays = texts > 0 && texts === midnights;
    this.#style = style;
  }

  /** Whether midnights are read as days. */
  get areDays(): boolean {
    return this.#areDays || this.unit?.startsWith('days') === true;
  }

  /** EDTF; `fault` is what could not be read. */
  read({start, end, edtf}: WrittenTime): {readonly date?: string; readonly fault?: string} {
    if (edtf !== undefined) return {date: edtf};
    const [from, to] = [this.#one(start), this.#one(end)];
    const faults = [
      ...(from === undefined && isGiven(start) ? [start] : []),
      ...(to === undefined && isGiven(end) ? [end] : []),
    ].map((each) => stringOf(each) || 'an object');
    const date = spanOf(from, to);
    // What ends before it starts keeps its start.
    if (from !== undefined && to !== undefined && date === undefined)
      return {date: from, fault: `${from} – ${to}`};
    return {...(date !== undefined && isDate(date) && {date}), ...(faults[0] && {fault: faults[0]})};
  }

  #one(value: unknown): string | undefined {
    if (value === '..') return value;
    const number = numberOf(value);
    if (number !== undefined) return this.unit && epochDate(number, this.unit);
    const written = stringOf(value);
    if (!written) return undefined;
    const [, day] = (this.#areDays && MIDNIGHT.exec(written)) || [];
    if (day !== undefined) return isDate(day) ? day : undefined;
    const read = readDate(iso(written), this.#style);
    return typeof read === 'string' || !isDate(read.date) ? undefined : read.date;
  }
}

/** A number, also as text where it is no date of eight digits or fewer. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return typeof value === 'string' && /^-?\d{9,15}$/.test(value.trim()) ? Number(value) : undefined;
}

/** ISO 8601 as programs write it, with a space in place of T and offsets without a colon. */
const iso = (text: string): string =>
  text
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)\b/, '$1-$2-$3')
    .replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2')
    .replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?) ?(?:UTC|GMT|[+-]00:?00)$/, '$1Z');
