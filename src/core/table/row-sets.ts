import {Bits, u32} from '../arrays/index.js';
import type {EventTable} from './table.js';

/** The rows that pass a test. */
export function rowsWhere(table: EventTable, test: (row: number) => boolean): Bits {
  const rows = new Bits(table.size);
  for (let row = 0; row < table.size; row++) if (test(row)) rows.set(row);
  return rows;
}

/** The rows with at least one of the places. */
export function rowsAt({columns, size}: EventTable, places: Bits): Bits {
  const {placeFrom, placeAt} = columns;
  const rows = new Bits(size);
  for (let row = 0; row < size; row++) {
    const to = u32(placeFrom, row + 1);
    for (let p = u32(placeFrom, row); p < to; p++) {
      if (!places.has(u32(placeAt, p))) continue;
      rows.set(row);
      break;
    }
  }
  return rows;
}
