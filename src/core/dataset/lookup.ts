import {memoize} from '../memo/index.js';

type Rows = readonly {readonly id: string}[];

/** How the rows of a table are found. */
export interface Lookup {
  /** The index of the row with an id, -1 for none. */
  readonly indexOf: (id: string) => number;
  /** A row as the file has it. */
  readonly rawAt: (index: number) => unknown;
}

const lookupOf = memoize((rows: Rows): Lookup => {
  const indexes = new Map(rows.map((row, i) => [row.id, i]));
  return {indexOf: (id) => indexes.get(id) ?? -1, rawAt: (index) => rows[index]};
});

/** For tables that are parsed row by row: to look anything up in an ordinary one, all of it is read. */
export function adoptLookup(rows: Rows, lookup: Lookup): void {
  lookupOf.adopt(rows, lookup);
}

/** The index of the row with an id, -1 for none. The first question makes a map of an ordinary table. */
export const rowIndex = (rows: Rows, id: string): number => lookupOf(rows).indexOf(id);

/**
 * A row as the file has it, for what goes through all of them: far cheaper than parsing it, but nothing in it was
 * checked. Of an ordinary table the row itself.
 */
export const rawRow = (rows: Rows, index: number): unknown => lookupOf(rows).rawAt(index);
