import {DATASET_SHAPE, type Dataset} from '../../core/dataset/index.js';
import {Notes} from '../notes.js';
import type {ExportReport, ImportNote} from '../types.js';

type Kind = Parameters<Notes['count']>[0];

/** A loss of rows, made into a sentence when their number is known. */
export const loss = (code: string, message: Kind['message'], fix?: string): Kind => ({
  code,
  severity: 'loss',
  message,
  ...(fix && {fix}),
});

/** Tables of a dataset, and what a row of each is called. */
const UNITS = {
  events: 'event',
  places: 'place',
  sources: 'source',
  actors: 'actor',
  categories: 'category',
  measures: 'measure',
  figures: 'figure',
  shapes: 'shape',
  routes: 'route',
  questions: 'question',
  annotations: 'annotation',
  steps: 'step',
} as const;

export type TableName = keyof typeof UNITS;

/** A time zone that is not said is UTC. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== 'UTC' && !(Array.isArray(value) && value.length === 0);

/** Collects what a format does not hold, by the rows of the dataset, the first of which is 1. */
export class Losses {
  readonly #format: string;
  readonly #dataset: Dataset;
  readonly #tables = new Map<TableName, Notes>();
  readonly #file: ImportNote[] = [];

  constructor(format: string, dataset: Dataset) {
    this.#format = format;
    this.#dataset = dataset;
  }

  /** Something of the whole. */
  add(note: Omit<ImportNote, 'row'>): void {
    this.#file.push({...note, row: 'file'});
  }

  /** Something of a row; `index` counts from 0. */
  count(table: TableName, index: number, kind: Kind, example?: string): void {
    const notes = this.#tables.get(table) ?? new Notes(UNITS[table]);
    this.#tables.set(table, notes);
    notes.count(kind, index + 1, example ?? this.#dataset[table][index]?.id);
  }

  /**
   * Names all fields and tables that have values and are not held.
   *
   * @param held what the format has a place for, as `title`, `events.date`; a table that is not named is lost whole
   */
  nameFields(held: ReadonlySet<string>): void {
    this.#nameHead(held);
    for (const table of Object.keys(UNITS) as TableName[]) {
      const isHeld = [...held].some((name) => name.startsWith(`${table}.`));
      for (const [index, row] of this.#dataset[table].entries()) {
        if (!isHeld) this.count(table, index, tableLost(table));
        else this.#nameRow(table, index, row, held);
      }
    }
  }

  report(written: number): ExportReport {
    const notes = [...this.#file, ...[...this.#tables.values()].flatMap((each) => each.all())];
    return {format: this.#format, events: this.#dataset.events.length, written, notes};
  }

  #nameHead(held: ReadonlySet<string>): void {
    const fields = Object.keys(DATASET_SHAPE).filter(
      (field) =>
        !Object.hasOwn(UNITS, field) &&
        !held.has(field) &&
        !DERIVED.has(field) &&
        isGiven(this.#dataset[field as keyof Dataset]),
    );
    if (fields.length === 0) return;
    this.add({
      code: 'head-lost',
      severity: 'loss',
      message: `Of the dataset itself it does not hold ${fields.map((field) => `"${field}"`).join(', ')}.`,
    });
  }

  #nameRow(table: TableName, index: number, row: object, held: ReadonlySet<string>): void {
    const fields: readonly [string, unknown][] = Object.entries(row);
    for (const [field, value] of fields) {
      if (DERIVED.has(field) || held.has(`${table}.${field}`) || !isGiven(value)) continue;
      this.count(table, index, fieldLost(table, field));
    }
  }
}

/** What a parsed dataset has of other fields, and what says nothing to readers. */
const DERIVED = new Set(['when', 'interval', '$schema', 'cronomapa', 'rows', 'language', 'languages']);

const tableLost = (table: TableName): Kind => ({
  code: `${table}-lost`,
  severity: 'loss',
  message: (count, examples) =>
    `It has no place for ${count === 1 ? `the ${UNITS[table]}` : `the ${count} ${table}`} ${examples}.`,
});

const fieldLost = (table: TableName, field: string): Kind => ({
  code: `${table}-${field}-lost`,
  severity: 'loss',
  message: (count, examples) =>
    `It has no place for "${field}" of ${count === 1 ? `the ${UNITS[table]}` : `${count} ${table}, as`} ${examples}.`,
});
