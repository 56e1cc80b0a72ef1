import {memoizeByKey} from '../memo/index.js';
import {type EdtfDate, type Interval, intervalOf, isOnClocks, isTimeZone, parseEdtf} from '../time/index.js';
import {isSafeAddress} from './address.js';
import type {Faults} from './faults.js';
import type {Loss} from './issue-texts.js';
import type {Known} from './known.js';
import {isLanguage, missingLanguages} from './locale.js';
import {isRow, isWellFormed, type Row} from './plain.js';
import {MAX_TITLE} from './schema.js';

/**
 * Reads a value of the file; undefined when unusable, which is reported together with `lost`, the sentence that says
 * what is left out.
 */
export type Read = (value: unknown, lost?: Loss) => unknown;
type ReadString = (value: string, lost?: Loss) => string | undefined;

/** Context shared by the readers of one dataset. */
export interface Reading {
  readonly faults: Faults;
  readonly known: Known;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly dateOf: (text: string) => ReadDate;
  readonly isTag: (tag: string) => boolean;
}

/** A parsed date. */
interface ReadDate {
  readonly when: EdtfDate | undefined;
  readonly interval: Interval | undefined;
  /** It has an interval, which does not end before it starts. */
  readonly isPossible: boolean;
  /** Clocks of the zone skip its time. */
  readonly isSkipped: boolean;
}

/** Size of the date cache: big files repeat the same days. */
const MAX_DATES = 50_000;

export function createReading(
  faults: Faults,
  known: Known,
  languages: readonly string[],
  timeZone: string,
): Reading {
  const dateOf = (text: string): ReadDate => {
    const when = parseEdtf(text);
    const interval = when && intervalOf(when, timeZone);
    return {
      when,
      interval,
      isPossible: interval !== undefined && interval.start <= interval.end,
      isSkipped: when !== undefined && !partsOf(when).every((part) => isOnClocks(part, timeZone)),
    };
  };
  return {
    faults,
    known,
    languages,
    timeZone,
    dateOf: memoizeByKey((text: string) => text, dateOf, MAX_DATES),
    isTag: memoizeByKey((tag: string) => tag, isLanguage),
  };
}

/** Rule words for texts, which may be given by language. */
const TEXT = /^(text|title|name|original)$/;

export const isTextWord = (word: string): boolean => TEXT.test(word);

/** Creates the reader of a rule word (see schema.ts). */
export function valueReader(word: string, reading: Reading): Read {
  if (word === 'version') return versionReader(reading);
  if (word === 'number' || word === 'amount') return numberReader(word, reading);
  if (word === 'geometry') return geometryReader(reading);
  const read = isTextWord(word) ? textReader(word, reading) : quoted(stringReader(word, reading), reading);
  return (value, lost) =>
    (value as string | undefined)?.trim?.() === ''
      ? reading.faults.wrong(lost, 'value-empty', [false])
      : read(value, lost);
}

/** Restricts a reader to strings. */
const quoted =
  (read: ReadString, {faults}: Reading): Read =>
  (value, lost) =>
    typeof value === 'string' ? read(value, lost) : faults.wrongType(lost, value, 'string');

function versionReader({faults}: Reading): Read {
  return (value) => {
    if (value !== 1) faults.report('version-unknown', 'error', [value]);
    return value;
  };
}

function numberReader(word: 'number' | 'amount', {faults}: Reading): Read {
  return (value, lost) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return faults.wrongType(lost, value, 'number');
    if (word === 'amount' && value < 0) return faults.wrong(lost, 'value-negative', [value, false]);
    return value;
  };
}

const GEOJSON = /^(Feature|FeatureCollection|GeometryCollection|(Multi)?(Point|LineString|Polygon))$/;

/** Checks only the GeoJSON type; coordinates are read when drawn. */
const geometryReader =
  ({faults}: Reading): Read =>
  (value, lost) =>
    isRow(value) && GEOJSON.test(String(value.type)) ? value : faults.wrongType(lost, value, 'geometry');

/** A text, or texts by language. */
function textReader(word: string, reading: Reading): Read {
  const {faults, languages} = reading;
  const isWantedInAll = word === 'text' || word === 'title';
  /** The languages that a plain string does not cover. */
  const others = missingLanguages(languages, languages.slice(0, 1));
  return (value, lost) => {
    if (typeof value === 'string') {
      checkText(value, word, faults);
      if (isWantedInAll) reportUntranslated(others, reading);
      return value;
    }
    if (!isRow(value)) return faults.wrongType(lost, value, 'texts');
    const texts = readTexts(value, word, lost, reading);
    const tags = Object.keys(texts);
    if (tags.length === 0) return faults.wrong(lost, 'value-empty', [true]);
    if (word !== 'original' && !languages.every((tag) => Object.hasOwn(texts, tag)))
      reportUntranslated(missingLanguages(languages, tags), reading);
    return texts;
  };
}

function readTexts(value: Row, word: string, lost: Loss | undefined, {faults, isTag}: Reading): Row {
  const texts: Row = {};
  for (const tag of Object.keys(value)) {
    const text = value[tag];
    if (!isTag(tag)) faults.wrong(lost, 'language-unknown', [tag], tag);
    else if (typeof text !== 'string' || !text.trim()) faults.wrongType(lost, text, 'text', tag);
    else {
      checkText(text, word, faults, tag);
      texts[tag] = text;
    }
  }
  return texts;
}

/** Reports problems of a text that is shown nevertheless. */
function checkText(text: string, word: string, {report}: Faults, tag?: string): void {
  if (text.includes('](')) {
    for (const [, address = ''] of text.matchAll(/\]\(\s*<?([^\s)>]*)/g)) {
      if (isSafeAddress(address)) continue;
      report('link-unsafe', 'error', [address], tag);
    }
  }
  if ((word === 'title' || word === 'name') && text.length > MAX_TITLE)
    report('title-too-long', 'warning', [text.length], tag);
}

function reportUntranslated(missing: readonly string[], {faults, languages}: Reading): void {
  if (missing.length > 0) faults.report('text-missing-in-language', 'warning', [missing, languages]);
}

function stringReader(word: string, reading: Reading): ReadString {
  if (word.startsWith('@')) return referenceReader(word.slice(1), reading);
  if (word.includes('|')) return vocabularyReader(word.split('|'), reading);
  if (word === 'date' || word === 'when') return dateReader(word, reading);
  if (word === 'file') return fileReader(reading);
  return formReader(word, reading);
}

function referenceReader(table: string, {faults, known}: Reading): ReadString {
  return (id, lost) => {
    if (known.has(table, id)) return id;
    return faults.wrong(lost, 'reference-to-nothing', [table, id, known.gives(table, id)]);
  };
}

function vocabularyReader(words: readonly string[], {faults}: Reading): ReadString {
  return (value, lost) => {
    if (words.includes(value)) return value;
    return faults.wrong(lost, 'value-unknown', [value, words]);
  };
}

/** The dates of an interval that are given, or the date itself. */
const partsOf = (when: EdtfDate) =>
  (when.kind === 'date' ? [when] : [when.start, when.end]).filter((part) => typeof part === 'object');

/** Matches dates by form: if parsing fails, the day or month probably does not exist. */
const DATE_LIKE = /^\d{4}-\d\d(-\d\d)?(T\d\d:\d\d:\d\d.*)?(\/|$)/;

/** `when` is kept as written, even if it cannot be parsed. */
function dateReader(word: 'date' | 'when', {faults, dateOf, timeZone}: Reading): ReadString {
  return (value, lost) => {
    const {interval, isPossible, isSkipped} = dateOf(value);
    if (isSkipped) faults.report('time-skipped', 'warning', [value, timeZone]);
    if (isPossible) return value;
    const isImpossible = interval !== undefined || DATE_LIKE.test(value);
    faults.wrong(
      word === 'when' ? 'interval' : lost,
      isImpossible ? 'date-impossible' : 'date-not-understood',
      [value],
    );
    return word === 'when' ? value : undefined;
  };
}

/** Rejects URL templates with placeholders, such as tile URLs. */
function fileReader(reading: Reading): ReadString {
  const readAddress = formReader('address', reading);
  return (value, lost) => {
    if (!/\{\w\}/.test(value)) return readAddress(value, lost);
    return reading.faults.wrong(lost, 'address-of-tiles', [value]);
  };
}

type Form = readonly [
  test: (value: string) => boolean,
  code: 'address-unsafe' | 'id-malformed' | 'language-unknown' | 'time-zone-unknown' | 'value-unknown',
];

/** A reader of strings that must pass the test of their rule word; other words accept any string. */
function formReader(word: string, {faults, isTag}: Reading): ReadString {
  const forms: Readonly<Record<string, Form>> = {
    address: [isSafeAddress, 'address-unsafe'],
    id: [isWellFormed, 'id-malformed'],
    language: [isTag, 'language-unknown'],
    zone: [isTimeZone, 'time-zone-unknown'],
    region: [(value) => /^[A-Z]{2,3}(-[A-Z\d]{1,3})?$/.test(value), 'value-unknown'],
  };
  const form = forms[word];
  if (!form) return (value) => value;
  const [test, code] = form;
  return (value, lost) => (test(value) ? value : faults.wrong(lost, code, [value]));
}
