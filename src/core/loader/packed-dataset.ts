import {
  createRowParsers,
  type Dataset,
  freeze,
  type Issue,
  isRow,
  type ParseOptions,
  type ParseResult,
  type RowTable,
} from '../dataset/index.js';
import {adoptColumns, adoptPoints, type Columns, type Points} from '../table/index.js';
import {type PackedRows, unpackRows} from './packed-rows.js';

/** Bytes of UTF-8 as text, by a `TextDecoder` that keeps byte order marks: core knows none. */
export type Decode = (bytes: Uint8Array) => string;

/** A dataset in a form that can go from one thread to another. */
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
  /** How many bytes of the file are in. */
  readonly size: number;
  /** The file says that it is a dataset, be there rows or none. */
  readonly says: boolean;
  /** Why it is no JSON. */
  readonly fault?: Issue;
}

/** What of it is transferred and not copied. */
export function buffersOf({places, events, columns, points}: PackedDataset): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const part of [places, events, columns, points])
    for (const value of Object.values(part ?? {}))
      if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  return [...buffers];
}

/** The dataset that was packed: frozen, each of its places and events parsed when it is asked for. */
export function openDataset(
  packed: PackedDataset,
  decode: Decode,
  {countries}: ParseOptions = {},
): ParseResult {
  const {places, events, columns, points, lines} = packed;
  const tables = freeze(packed.tables);
  const issues = freeze(packed.issues);
  if (!places && !events) return {dataset: tables, issues};
  const parsers = createRowParsers(tables, () => dataset, countries);
  const jsonOf = (table: RowTable) => (bytes: Uint8Array) => {
    const json: unknown = JSON.parse(decode(bytes));
    return lines && isRow(json) ? json[table] : json;
  };
  const dataset: Dataset = Object.freeze({
    ...tables,
    ...(places && {places: unpackRows(places, jsonOf('places'), parsers.place)}),
    ...(events && {events: unpackRows(events, jsonOf('events'), parsers.event)}),
  });
  if (columns) adoptColumns(dataset, columns);
  if (points) adoptPoints(dataset, points);
  return Object.freeze({dataset, issues});
}
