import type {Export} from '../types.js';
import {csvText} from './csv-text.js';
import {harmless} from './formulas.js';
import {tableOf} from './table.js';

/** Exports the events as a table in text, of which no cell is a formula. */
export const exportCsv: Export = (dataset, options) => {
  const {header, rows, report} = tableOf(dataset, 'csv', options);
  const text = csvText([header, ...rows].map((row) => row.map((cell) => harmless(String(cell)))));
  return {content: options.withByteOrderMark ? `\ufeff${text}` : text, report};
};
