import {isRow, type Row} from './plain.js';
import {DATASET_SHAPE} from './schema.js';

/** Whether the format has a table of that name. */
export const isTable = (name: string): boolean =>
  Object.hasOwn(DATASET_SHAPE, name) && Array.isArray(DATASET_SHAPE[name as keyof typeof DATASET_SHAPE]);

/** The tables whose entries are rows, in dependency order. */
export const TABLES: readonly string[] = Object.keys(DATASET_SHAPE).filter(
  (key) => isTable(key) && !/^(authors|editors|corrections)$/.test(key),
);

/** Number of rows of all tables. */
export const countRows = (tree: Row): number =>
  TABLES.reduce((sum, table) => sum + (Array.isArray(tree[table]) ? tree[table].length : 0), 0);

/** The singular of a table's name: `event` for `events`. */
export const singular = (table: string): string => table.replace(/ies$/, 'y').replace(/s$/, '');

/** A row's name for messages. */
export const nameRow = (table: string, index: number, row: unknown): string =>
  isRow(row) && typeof row.id === 'string' && row.id
    ? `${singular(table)} "${row.id}"`
    : `${table}, row ${index + 1}`;

/** The name of the row that contains a JSON pointer. */
export function rowName(tree: Row, pointer: string): string {
  const [, table = '', index = ''] = pointer.split('/');
  if (!index || !isTable(table)) return 'dataset';
  const rows = tree[table];
  return nameRow(table, Number(index), Array.isArray(rows) ? rows[Number(index)] : undefined);
}
