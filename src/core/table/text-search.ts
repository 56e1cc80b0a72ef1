import {Bits, u32} from '../arrays/index.js';
import {rawRow} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import type {EventTable} from './table.js';

/** Folds text for search: without accents, in lower case. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All texts in a JSON value of type `Text`, in every language. */
const allText = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : typeof text === 'object' && text !== null
      ? Object.values(text)
          .filter((value) => typeof value === 'string')
          .join('\n')
      : '';

/** A field of a row's raw JSON. */
const fieldOf = (row: unknown, key: 'title' | 'text' | 'name'): unknown =>
  typeof row === 'object' && row !== null ? (row as Partial<Record<typeof key, unknown>>)[key] : undefined;

/**
 * The folded text that a search matches: title, text and place names in all languages. Uses the raw JSON: parsing each
 * event would cost ten times as much.
 */
function searchText(table: EventTable, row: number): string {
  const {events, places} = table.dataset;
  const event = rawRow(events, u32(table.columns.fileIndex, row));
  const names = Array.from(table.placesOf(row), (place) => fieldOf(rawRow(places, place), 'name'));
  return foldText([fieldOf(event, 'title'), fieldOf(event, 'text'), ...names].map(allText).join('\n'));
}

/** Separates the texts of rows; never part of a search word. */
const BREAK = '\u0000';

/** The concatenated texts of all rows and their start offsets: one long string is faster to search than many. */
interface SearchIndex {
  readonly text: string;
  readonly starts: Uint32Array;
}

const searchIndexOf = memoize((table: EventTable): SearchIndex => {
  const {size} = table;
  const starts = new Uint32Array(size + 1);
  const texts: string[] = [];
  let at = 0;
  for (let row = 0; row < size; row++) {
    starts[row] = at;
    const text = searchText(table, row) + BREAK;
    texts.push(text);
    at += text.length;
  }
  starts[size] = at;
  return {text: texts.join(''), starts};
});

/** The rows that contain every word, ignoring accents and case. */
export function searchRows(table: EventTable, words: string): Bits {
  const {text, starts} = searchIndexOf(table);
  let rows: Bits | undefined;
  for (const word of new Set(foldText(words).split(/\s+/u).filter(Boolean))) {
    const found = new Bits(table.size);
    let row = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row] ?? text.length)) {
      while ((starts[row + 1] ?? Infinity) <= at) row++;
      found.set(row++);
    }
    if (rows) rows.and(found);
    else rows = found;
  }
  return rows ?? new Bits(table.size);
}
