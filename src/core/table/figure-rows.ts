import {memoize} from '../memo/index.js';
import type {EventTable} from './table.js';

/** For each figure the row of its event; -1 for one without. The loader of a large file has it with the columns. */
export const figureRowsOf = memoize(
  (table: EventTable): Int32Array =>
    Int32Array.from(table.dataset.figures, ({event}) => (event === undefined ? -1 : table.rowOf(event))),
);
