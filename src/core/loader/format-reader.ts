import {NumberList} from '../arrays/index.js';
import type {Issue, Row, RowTable} from '../dataset/index.js';

/** The tables that are parsed row by row. A table stands after those that its rows refer to. */
export const ROW_TABLES: readonly RowTable[] = ['places', 'events'];

/** So many bytes of rows are parsed at once. */
export const BATCH = 2 ** 18;

/** Where the rows of a table lie in the file. */
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

  /** The end of a batch that starts with row `from`: at least one row, and more while they are short. */
  batchEnd(from: number): number {
    let to = from + 1;
    while (to < this.size && this.ends.at(to) - this.starts.at(from) < BATCH) to++;
    return to;
  }
}

/**
 * Finds the rows of places and events in the bytes of one format and hands them to the tables, as soon as what they
 * refer to is known. Where a file is unlike what it goes by, it gives up, and the file is read whole.
 */
export interface FormatReader {
  readonly spans: Readonly<Record<RowTable, RowSpans>>;
  readonly issues: readonly Issue[];
  /** Whether the file has the table, be it without rows. */
  has(table: RowTable): boolean;
  /** Goes on with what has come. */
  read(): void;
  /** What stands around the rows, as far as it is in; undefined when nothing can be shown yet. */
  partialTree(): Row | undefined;
  /** After the last byte: all that stands around the rows; undefined when it has given up. */
  finish(): Row | undefined;
  /** After `finish`: hands over the rows that their table has not parsed. False when it has given up. */
  readRest(table: RowTable): boolean;
}
