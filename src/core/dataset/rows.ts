const maps = new WeakMap<readonly {readonly id: string}[], ReadonlyMap<string, number>>();

/** Place of the row with that id, -1 for none. */
export function rowIndex(rows: readonly {readonly id: string}[], id: string): number {
  let map = maps.get(rows);
  if (!map) {
    map = new Map(rows.map((row, i) => [row.id, i]));
    maps.set(rows, map);
  }
  return map.get(id) ?? -1;
}
