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

/** Decodes UTF-8, with a `TextDecoder` that keeps byte order marks; passed in, as core has no `TextDecoder`. */
export type Decode = (bytes: Uint8Array) => string;

/** A dataset that can be transferred between threads. */
export interface PackedDataset {
  /** The dataset, in which the packed tables are empty. */
  readonly tables: Dataset;
  readonly issues: readonly Issue[];
  /** When absent, the rows are in `tables`. */
  readonly places?: PackedRows;
  readonly events?: PackedRows;
  readonly columns?: Columns;
  /** For each figure the row of its event in `columns`, or -1. */
  readonly figureRows?: Int32Array;
  readonly points?: Points;
  /** Rows are wrapped as lines, `{"events": {…}}`. */
  readonly lines: boolean;
  /** False for a part. */
  readonly whole: boolean;
  /** Bytes of the file received so far. */
  readonly size: number;
  /** The file declares itself a dataset, even if it has no rows. */
  readonly isDeclared: boolean;
  /** The JSON syntax error, if any. */
  readonly fault?: Issue;
}

/** The buffers to list as transferable. */
export function buffersOf({places, events, columns, figureRows, points}: PackedDataset): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const part of [places, events, columns, {figureRows}, points])
    for (const value of Object.values(part ?? {}))
      if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  return [...buffers];
}

/** Unpacks a dataset: frozen, with places and events parsed lazily. */
export function openDataset(
  packed: PackedDataset,
  decode: Decode,
  {countries}: ParseOptions = {},
): ParseResult {
  const {places, events, columns, figureRows, points, lines} = packed;
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
  if (columns) adoptColumns(dataset, columns, figureRows);
  if (points) adoptPoints(dataset, points);
  return Object.freeze({dataset, issues});
}
