import {memoize} from '../memo/index.js';

type Ided = {readonly id: string};

/** What finds the place of a row by its id, -1 for none: of an ordinary table, by a map. */
export const finderOf = memoize((rows: readonly Ided[]): ((id: string) => number) => {
  const places = new Map(rows.map((row, i) => [row.id, i]));
  return (id) => places.get(id) ?? -1;
});

/** The JSON of single rows, for tables that are read when asked. */
export const sources = new WeakMap<readonly Ided[], (index: number) => unknown>();

/** Place of the row with an id, -1 for none. The first question makes a map of an ordinary table. */
export const rowIndex = (rows: readonly Ided[], id: string): number => finderOf(rows)(id);

/**
 * A row as the file has it, for what goes through all of them: far cheaper than reading it, but nothing in it was
 * checked. Of an ordinary table the row itself.
 */
export const rawRow = (rows: readonly Ided[], index: number): unknown =>
  (sources.get(rows) ?? ((i) => rows[i]))(index);
