import {dsvFormat} from 'd3';
import type {Export} from '../types.js';
import {harmless} from './formulas.js';
import {tableOf} from './table.js';

/** Exports the events as a table in text, of which no cell is a formula. */
export const exportCsv: Export = (dataset, options) => {
  const {header, rows, report} = tableOf(dataset, 'csv', options);
  const cells = [header, ...rows].map((row) => row.map((cell) => harmless(String(cell))));
  const text = `${dsvFormat(',').formatRows(cells)}\n`;
  return {content: options.withByteOrderMark ? `\ufeff${text}` : text, report};
};
