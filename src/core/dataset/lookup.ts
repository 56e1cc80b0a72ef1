import {memoize} from '../memo/index.js';

type Rows = readonly {readonly id: string}[];

/** Access to the rows of a table. */
export interface Lookup {
  /** The index of the row with an id, or -1. */
  readonly indexOf: (id: string) => number;
  /** The raw JSON of a row. */
  readonly rawAt: (index: number) => unknown;
}

const lookupOf = memoize((rows: Rows): Lookup => {
  const indexes = new Map(rows.map((row, i) => [row.id, i]));
  return {indexOf: (id) => indexes.get(id) ?? -1, rawAt: (index) => rows[index]};
});

/** Registers the lookup of a lazy table, as the default one would parse every row. */
export function adoptLookup(rows: Rows, lookup: Lookup): void {
  lookupOf.adopt(rows, lookup);
}

/** The index of the row with an id, or -1. For ordinary tables the first call builds a map. */
export const rowIndex = (rows: Rows, id: string): number => lookupOf(rows).indexOf(id);

/**
 * The raw JSON of a row, for bulk scans: far cheaper than parsing it, but unchecked. For ordinary tables, the row
 * itself.
 */
export const rawRow = (rows: Rows, index: number): unknown => lookupOf(rows).rawAt(index);
