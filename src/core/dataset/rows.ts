type Ided = {readonly id: string};

/** Where to find a row by its id, for each table that was asked. */
export const finders = new WeakMap<readonly Ided[], (id: string) => number>();
/** The JSON of single rows, for tables that are read when asked. */
export const sources = new WeakMap<readonly Ided[], (index: number) => unknown>();

/** Place of the row with an id, -1 for none. The first question makes a map of an ordinary table. */
export function rowIndex(rows: readonly Ided[], id: string): number {
  let find = finders.get(rows);
  if (!find) {
    const places = new Map(rows.map((row, i) => [row.id, i]));
    find = (wanted) => places.get(wanted) ?? -1;
    finders.set(rows, find);
  }
  return find(id);
}

/**
 * A row as the file has it, for what goes through all of them: far cheaper than reading it, but nothing in it was
 * checked. Of an ordinary table the row itself.
 */
export const rawRow = (rows: readonly Ided[], index: number): unknown =>
  (sources.get(rows) ?? ((i) => rows[i]))(index);
