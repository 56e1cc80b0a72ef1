type Ided = {readonly id: string};

/** Where to find a row by its id, for each table that was asked. */
export const finders = new WeakMap<readonly Ided[], (id: string) => number>();

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
