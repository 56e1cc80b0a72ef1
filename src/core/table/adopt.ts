import type {Dataset} from '../dataset/index.js';
import type {Columns} from './columns.js';
import {figureRowsOf} from './figure-rows.js';
import {EventTable, tableOf} from './table.js';

/** Caches the table of columns that the loader has built, and the rows of the figures' events. */
export function adoptColumns(dataset: Dataset, columns: Columns, figureRows: Int32Array | undefined): void {
  const table = new EventTable(dataset, columns);
  tableOf.adopt(dataset, table);
  if (figureRows) figureRowsOf.adopt(table, figureRows);
}
