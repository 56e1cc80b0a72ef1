import {dsvFormat} from 'd3';
import type {Import, ImportNote} from '../types.js';
import {delimiterOf} from './delimiter.js';
import {storyOf} from './story.js';

const NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** A quote that is not closed makes one cell of all that follows. */
const MAX_BREAKS = 200;

/** A sign that what follows is a text, for spreadsheets that would take it for a formula. */
const TEXT_SIGN = /^'+[=+\-@\t\r\n＝＋－＠]/;

const withoutSign = (cells: string[]): string[] =>
  cells.some((cell) => cell.startsWith("'"))
    ? cells.map((cell) => (TEXT_SIGN.test(cell) ? cell.slice(1) : cell))
    : cells;

/** Imports a table of delimited text: each row is an event. */
export const importTable: Import = async ({name, text = '', notes}, options) => {
  const delimiter = delimiterOf(text) ?? ',';
  const records = dsvFormat(delimiter).parseRows(text, withoutSign);
  const said: ImportNote[] = [...notes];
  if (delimiter !== ',')
    said.push({
      code: 'delimiter',
      severity: 'said',
      row: 'file',
      message: `Its cells are divided by ${NAMES[delimiter]}.`,
    });
  const open = records.findIndex((cells) =>
    cells.some((cell) => cell.length > MAX_BREAKS && cell.split('\n', MAX_BREAKS + 1).length > MAX_BREAKS),
  );
  if (open >= 0)
    said.push({
      code: 'quote-not-closed',
      severity: 'doubt',
      row: `row ${open + 1}`,
      message: `A cell has more than ${MAX_BREAKS} lines: a quote may not be closed there, and rows may be in it.`,
      fix: 'Look at the quotes of that row; inside of a cell they are written twice.',
    });
  return storyOf({name, format: 'table', records, notes: said, isCommaLikely: delimiter === ';'}, options);
};
