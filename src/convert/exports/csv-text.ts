import {csvFormatRow} from 'd3';

export type Cell = string | number | undefined;

/** Rows as CSV (RFC 4180), each with its line break. Values are not changed; what is undefined is an empty cell. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${csvFormatRow(row.map((cell) => String(cell ?? '')))}\r\n`).join('');
