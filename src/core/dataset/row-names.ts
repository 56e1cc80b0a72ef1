import {isRow, type Row} from './plain.js';
import {DATASET_SHAPE} from './schema.js';

/** Whether the format has a table of that name. */
export const isTable = (name: string): boolean =>
  Object.hasOwn(DATASET_SHAPE, name) && Array.isArray(DATASET_SHAPE[name as keyof typeof DATASET_SHAPE]);

/** One of a table, in words: `events` is the table of `event`. */
export const singular = (table: string): string => table.replace(/ies$/, 'y').replace(/s$/, '');

/** A row in words. */
export const nameRow = (table: string, index: number, row: unknown): string =>
  isRow(row) && typeof row.id === 'string' && row.id
    ? `${singular(table)} "${row.id}"`
    : `${table}, row ${index + 1}`;

/** Names the row that a JSON pointer lies in. */
export function rowName(tree: Row, pointer: string): string {
  const [, table = '', index = ''] = pointer.split('/');
  if (!index || !isTable(table)) return 'dataset';
  const rows = tree[table];
  return nameRow(table, Number(index), Array.isArray(rows) ? rows[Number(index)] : undefined);
}
