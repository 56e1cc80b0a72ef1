import {type Dataset, freeze} from '../dataset/index.js';
import type {PackedDataset} from './packed-dataset.js';

/** Rows of a table, which come before the dataset that they belong to. */
export interface TableSlice {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** Rows that are copied at once. */
const MANY = 2000;

/** A packed dataset as messages to another thread: to take all rows of a long table at once would hold that up. */
export function* messagesOf(packed: PackedDataset): Generator<TableSlice | PackedDataset> {
  const short: Record<string, unknown> = {...packed.tables};
  for (const [table, rows] of Object.entries(packed.tables)) {
    if (!Array.isArray(rows) || rows.length <= MANY) continue;
    for (let at = 0; at < rows.length; at += MANY) yield {table, rows: rows.slice(at, at + MANY)};
    short[table] = [];
  }
  yield {...packed, tables: short as unknown as Dataset};
}

/** Puts together what `messagesOf` took apart: returns the dataset with the last message, and undefined before. */
export function createJoin(): (message: TableSlice | PackedDataset) => PackedDataset | undefined {
  let long: Record<string, unknown[]> = {};
  return (message) => {
    if ('rows' in message) {
      long[message.table] ??= [];
      long[message.table]?.push(...freeze(message.rows));
      return undefined;
    }
    const packed = {...message, tables: {...message.tables, ...long}};
    long = {};
    return packed;
  };
}
