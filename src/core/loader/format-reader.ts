import {NumberList} from '../arrays/index.js';
import type {Issue, Row, RowTable} from '../dataset/index.js';

/** The tables that are parsed row by row, in dependency order. */
export const ROW_TABLES: readonly RowTable[] = ['places', 'events'];

/** Bytes of rows that are parsed in one batch. */
export const BATCH = 2 ** 18;

/** Byte offsets of a table's rows in the file. */
export class RowSpans {
  readonly starts = new NumberList();
  readonly ends = new NumberList();

  get size(): number {
    return this.ends.size;
  }

  add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
  }

  /** The end of the batch that starts with row `from`: at least one row, up to `BATCH` bytes. */
  batchEnd(from: number): number {
    let to = from + 1;
    while (to < this.size && this.ends.at(to) - this.starts.at(from) < BATCH) to++;
    return to;
  }
}

/**
 * Finds the rows of places and events in the bytes of one format and passes them to the tables, once what they refer to
 * is known. It gives up on a file that deviates from the expected structure; that file is then parsed as a whole.
 */
export interface FormatReader {
  readonly spans: Readonly<Record<RowTable, RowSpans>>;
  readonly issues: readonly Issue[];
  /** Whether the file has the table, even an empty one. */
  has(table: RowTable): boolean;
  /** Reads the bytes received since the last call. */
  read(): void;
  /** The file without these rows, as received so far; undefined while nothing can be shown. */
  partialTree(): Row | undefined;
  /** After the last byte: the file without these rows; undefined when it has given up. */
  finish(): Row | undefined;
  /** After `finish`: passes on the rows that were not parsed yet. False when it has given up. */
  readRest(table: RowTable): boolean;
}
