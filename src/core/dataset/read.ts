import {createFaults, type Faults, type Report} from './faults.js';
import type {Loss} from './issue-texts.js';
import type {Known} from './known.js';
import {isRow, type Row} from './plain.js';
import {DATASET_SHAPE, type Rule, type Shape} from './schema.js';
import {createReading, isTextWord, type Read, type Reading, valueReader} from './value-readers.js';

export interface Reader {
  /** Reads a whole tree. */
  readonly tree: (tree: Row) => Row;
  /** Reads one row of a table, with the same result as within the tree. */
  readonly row: (table: string, json: unknown, index: number) => Row | undefined;
}

/**
 * Creates a reader of plain data, driven by `DATASET_SHAPE`. Invalid values are reported and dropped; everything else
 * is kept, unknown keys too. The result is not frozen.
 */
export function createReader(
  timeZone: string,
  languages: readonly string[],
  report: Report,
  known: Known,
): Reader {
  const faults = createFaults(report);
  const reading = createReading(faults, known, languages, timeZone);
  const rowReaders = new Map<string, Read>();
  const tables: Record<string, Read> = {};
  for (const [table, rule] of Object.entries(DATASET_SHAPE as Shape)) {
    if (!Array.isArray(rule)) continue;
    const readRow = ruleReader((rule as readonly [Rule])[0], reading, table);
    rowReaders.set(table, readRow);
    tables[table] = tableReader(table, readRow, reading);
  }
  const fields = fieldsOf(DATASET_SHAPE, '', (key, rule) => tables[key] ?? ruleReader(rule, reading));
  const readTree = objectReader(fields, '', reading);
  return {
    tree: (tree) => readTree(tree) as Row,
    row(table, json, index) {
      faults.enter(table);
      faults.enter(index);
      const row = rowReaders.get(table)?.(json, 'item');
      faults.leave();
      faults.leave();
      return row as Row | undefined;
    },
  };
}

/** The reader of a field's rule; `table` for the rows of a table. */
function ruleReader(rule: Rule, reading: Reading, table = ''): Read {
  if (typeof rule === 'string') return valueReader(wordOf(rule), reading);
  if (Array.isArray(rule))
    return listReader(ruleReader((rule as readonly [Rule])[0], reading), reading.faults);
  const fields = fieldsOf(rule as Shape, table, (_, inner) => ruleReader(inner, reading));
  return objectReader(fields, table, reading);
}

/** Reads a table, unless `known.instead` replaces it. */
function tableReader(table: string, readRow: Read, {faults, known}: Reading): Read {
  const readRows = listReader(readRow, faults);
  return (value, lost) => known.instead?.(table) ?? readRows(value, lost);
}

function listReader(readItem: Read, faults: Faults): Read {
  return (value, lost) => {
    const list: unknown[] = [];
    if (!Array.isArray(value)) {
      faults.wrongType(lost, value, 'list');
      return list;
    }
    for (let i = 0; i < value.length; i++) {
      faults.enter(i);
      const item = readItem(value[i], 'item');
      faults.leave();
      if (item !== undefined) list.push(item);
    }
    return list;
  };
}

/** A key of an object with its rule. */
interface Field {
  readonly key: string;
  /** The rule word, without its sign; empty for objects and lists. */
  readonly word: string;
  readonly read: Read;
  readonly isList: boolean;
  /** `!`, `~`, `^` or none: see schema.ts. */
  readonly sign: string;
  /** An unusable value drops the whole entry. */
  readonly losesEntry: boolean;
  /** Falls back to the id of the row when missing. */
  readonly fallsBackToId: boolean;
}

const SIGN = /^[!~^]/;
const wordOf = (rule: string) => rule.replace(SIGN, '');

function fieldsOf(
  shape: Shape,
  table: string,
  readerOf: (key: string, rule: Rule) => Read,
): readonly Field[] {
  return Object.entries(shape).map(([key, rule]) => {
    const sign = typeof rule === 'string' ? (SIGN.exec(rule)?.[0] ?? '') : '';
    const word = typeof rule === 'string' ? wordOf(rule) : '';
    return {
      key,
      word,
      read: readerOf(key, rule),
      isList: Array.isArray(rule),
      sign,
      losesEntry: sign === '!' || sign === '^',
      fallsBackToId: sign === '!' && table !== '' && isTextWord(word),
    };
  });
}

function objectReader(fields: readonly Field[], table: string, reading: Reading): Read {
  const {faults, known} = reading;
  const keys = new Set(fields.map(({key}) => key));
  return (value, lost) => {
    if (!isRow(value)) return faults.wrongType(lost, value, 'object');
    const row: Row = {};
    let isUsable = true;
    for (const field of fields) {
      faults.enter(field.key);
      if (!readField(field, value, row, table, reading)) isUsable = false;
      faults.leave();
    }
    keepUnknown(value, keys, row, faults);
    if (!isUsable) return undefined;
    if (table) known.keep?.(table, row, value, faults.pointer());
    return row;
  };
}

/** Reads one field into a row; false when the row must be dropped. */
function readField(field: Field, json: Row, row: Row, table: string, reading: Reading): boolean {
  const {faults, known} = reading;
  const {key} = field;
  const given = Object.hasOwn(json, key) ? json[key] : undefined;
  const standIn = field.fallsBackToId && json.id ? json.id : undefined;
  const lost = standIn ? 'title' : field.losesEntry ? 'entry' : 'value';
  const isGiven = given !== undefined && given !== null;
  if (!isGiven && row.type === 'quote' && (key === 'src' || key === 'alt')) return true;
  const value = (isGiven ? field.read(given, lost) : absent(field, lost, faults)) ?? standIn;
  if (value === undefined) return !field.losesEntry;
  row[key] = value;
  if (field.word === 'when') addTime(row, value, reading);
  // Claims the id of the row.
  if (!table || key !== 'id' || known.take(table, value as string)) return true;
  faults.wrong('entry', 'id-twice', [value]);
  return false;
}

/** Codes of absent fields; others are `value-missing`. */
const MISSING = {
  cronomapa: 'version-missing',
  id: 'id-missing',
  actor: 'figure-without-actor',
  alt: 'media-without-alt',
} as const;

const isNamed = (key: string): key is keyof typeof MISSING => Object.hasOwn(MISSING, key);

/** The default of an absent field; reports required ones. */
function absent({key, word, sign, isList}: Field, lost: Loss, {report}: Faults): unknown {
  if (isList) return [];
  if (sign === '^') return word.split('|')[0];
  if (!sign) return undefined;
  const [severity, loss] = sign === '!' ? (['error', lost] as const) : (['warning'] as const);
  if (isNamed(key)) report(MISSING[key], severity, [], undefined, loss);
  else report('value-missing', severity, [key], undefined, loss);
  return undefined;
}

/** Adds the parsed date and its interval. */
function addTime(row: Row, date: unknown, {dateOf}: Reading): void {
  const {when, interval, isPossible} = dateOf(date as string);
  if (!isPossible) return;
  row.when = when;
  row.interval = interval;
}

/** Keeps and reports unknown keys, except those that the reader itself sets. */
function keepUnknown(json: Row, keys: ReadonlySet<string>, row: Row, {report}: Faults): void {
  for (const key of Object.keys(json)) {
    if (keys.has(key)) continue;
    report('unknown-key', 'info', [key], key);
    if (key === 'when' || key === 'interval') continue;
    // Defines instead of assigning, so a `__proto__` key is data and not the prototype.
    Object.defineProperty(row, key, {value: json[key], enumerable: true, configurable: true, writable: true});
  }
}
