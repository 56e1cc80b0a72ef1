import {createFaults, type Faults, type Report, show} from './faults.js';
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

/** Sentences that say what an unusable value costs. */
const LOST = {
  value: 'This value is left out.',
  entry: 'The whole entry is left out.',
  item: 'It is left out.',
  title: 'Its id is shown instead.',
} as const;

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
    tree: (tree) => readTree(tree, '') as Row,
    row(table, json, index) {
      faults.enter(table);
      faults.enter(index);
      const row = rowReaders.get(table)?.(json, LOST.item);
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
      faults.wrongType(lost, value, 'a list, in [ ]');
      return list;
    }
    for (let i = 0; i < value.length; i++) {
      faults.enter(i);
      const item = readItem(value[i], LOST.item);
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
    if (!isRow(value)) return faults.wrongType(lost, value, 'an object, in { }');
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
  const lost = standIn ? LOST.title : field.losesEntry ? LOST.entry : LOST.value;
  const isGiven = given !== undefined && given !== null;
  const value = (isGiven ? field.read(given, lost) : absent(field, lost, faults)) ?? standIn;
  if (value === undefined) return !field.losesEntry;
  row[key] = value;
  if (field.word === 'when') addTime(row, value, reading);
  // Claims the id of the row.
  if (!table || key !== 'id' || known.take(table, value as string)) return true;
  const message = `The id ${show(value)} is taken by an earlier row.`;
  faults.wrong(LOST.entry, 'id-twice', message, 'Give each row an id of its own.');
  return false;
}

const MISSING: Readonly<Record<string, readonly [code: string, message: string, fix: string]>> = {
  cronomapa: [
    'version-missing',
    'It does not say which version of the format it is in.',
    'Add "cronomapa": 1.',
  ],
  id: [
    'id-missing',
    'It has no id.',
    'Give it an id that no other row of its table has, and never change it.',
  ],
  actor: ['figure-without-actor', 'It does not say who claims it.', 'Name the actor who gave the number.'],
  alt: [
    'media-without-alt',
    'It has no alternative text.',
    'Say in "alt" what it shows, for those who do not see it.',
  ],
};

/** The default of an absent field; reports required ones. */
function absent({key, word, sign, isList}: Field, lost: string, {report}: Faults): unknown {
  if (isList) return [];
  if (sign === '^') return word.split('|')[0];
  if (!sign) return undefined;
  const [code, message, fix] = MISSING[key] ?? ['value-missing', `It has no "${key}".`, `Add "${key}".`];
  if (sign === '!') report(code, 'error', `${message} ${lost}`, fix);
  else report(code, 'warning', message, fix);
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
    const message = `"${key}" is not a key of the format. It is kept, and nothing reads it.`;
    report('unknown-key', 'info', message, 'Check the spelling, or leave it.', key);
    if (key === 'when' || key === 'interval') continue;
    // Defines instead of assigning, so a `__proto__` key is data and not the prototype.
    Object.defineProperty(row, key, {value: json[key], enumerable: true, configurable: true, writable: true});
  }
}
