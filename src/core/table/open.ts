import {
  type Dataset,
  freeze,
  type Issue,
  isRow,
  type PackedRows,
  type ParseOptions,
  type ParseResult,
  rowReaders,
  unpackRows,
} from '../dataset/index.js';
import type {Columns} from './columns.js';
import {adoptPoints, type Points} from './rows.js';
import {adoptColumns} from './table.js';

/** Bytes of UTF-8 as text, by a `TextDecoder` that keeps byte order marks: core knows none. */
export type Decode = (bytes: Uint8Array) => string;

/** A dataset as it goes from one thread to another. */
export interface PackedDataset {
  /** All of it, but for the tables that are packed: they are empty here. */
  readonly tables: Dataset;
  readonly issues: readonly Issue[];
  /** Absent: what there is is in `tables`. */
  readonly places?: PackedRows;
  readonly events?: PackedRows;
  readonly columns?: Columns;
  readonly points?: Points;
  /** Rows are lines, as `{"events": {…}}`. */
  readonly lines: boolean;
  /** False while more is to come. */
  readonly whole: boolean;
  /** The file says that it is a dataset, be there rows or none. */
  readonly says: boolean;
  /** Why it is no JSON. */
  readonly fault?: Issue;
}

/** What of it is handed over and not copied. */
export function buffersOf({places, events, columns, points}: PackedDataset): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const part of [places, events, columns, points])
    for (const value of Object.values(part ?? {}))
      if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  return [...buffers];
}

/** The dataset of packed ones: frozen, its places and events read when they are asked for. */
export function openDataset(
  packed: PackedDataset,
  decode: Decode,
  {countries}: ParseOptions = {},
): ParseResult {
  const {places, events, columns, points, lines} = packed;
  const tables = freeze(packed.tables);
  const issues = freeze(packed.issues);
  if (!places && !events) return {dataset: tables, issues};
  const readers = rowReaders(tables, () => dataset, countries);
  const parser = (table: string) => (bytes: Uint8Array) => {
    const json: unknown = JSON.parse(decode(bytes));
    return lines && isRow(json) ? json[table] : json;
  };
  const dataset: Dataset = Object.freeze({
    ...tables,
    ...(places && {places: unpackRows(places, parser('places'), readers.place)}),
    ...(events && {events: unpackRows(events, parser('events'), readers.event)}),
  });
  if (columns) adoptColumns(dataset, columns);
  if (points) adoptPoints(dataset, points);
  return Object.freeze({dataset, issues});
}
