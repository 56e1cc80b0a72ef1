import {rowsOf} from '../notes.js';
import type {ImportNote} from '../types.js';
import {claimOf, roleOfHeader} from './headers.js';

/** A row of a table, with its number as a spreadsheet counts it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly ImportNote[];
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

/** Rows in which a header is looked for. */
const MAX_PREAMBLE = 10;

/** What a header is not: a number, a date, an address. */
const isValue = (cell: string) => /^[-+]?[\d.,/:\s-]+$/.test(cell.trim()) || /^https?:/i.test(cell.trim());

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter(Boolean);
  const isName = (name: string) => claimOf(name) !== undefined || (name.length <= 100 && !isValue(name));
  if (names.length === 0 || !names.every(isName)) return false;
  return names.some((name) => roleOfHeader(name)) || new Set(names).size === names.length;
}

/** Finds header and rows of a table; words above the header and blank rows are no rows. */
export function gridOf(records: readonly (readonly string[])[]): Grid {
  const notes: ImportNote[] = [];
  const width = records.reduce((most, cells) => Math.max(most, cells.length), 0);
  const start = headerAt(records, width);
  const above = records.slice(0, start).flatMap((cells, i) => (isBlank(cells) ? [] : [i + 1]));
  if (above.length > 0)
    notes.push({
      code: 'rows-above-header',
      severity: 'loss',
      row: rowsOf(above),
      message: `What stands above the header is left out: "${records[(above[0] ?? 1) - 1]?.find((cell) => cell.trim())?.slice(0, 80)}".`,
    });
  const first = records[start] ?? [];
  const hasHeader = isHeader(first);
  if (!hasHeader)
    notes.push({
      code: 'header-missing',
      severity: 'said',
      row: 'file',
      message: 'It has no header; its columns are called "column 1", "column 2" and so on.',
      fix: 'Say what they are, as --map "column 1=date", or write names above them.',
    });
  const rows: TableRow[] = [];
  for (let i = start + Number(hasHeader); i < records.length; i++) {
    const cells = records[i] ?? [];
    if (!isBlank(cells)) rows.push({number: i + 1, cells});
  }
  const below = hasHeader && first.length >= 3 ? notesBelow(records, rows) : [];
  if (below.length > 0)
    notes.push({
      code: 'rows-below-table',
      severity: 'loss',
      row: rowsOf(below.map(({number}) => number)),
      message: `What stands below the table is left out: "${below[0]?.cells[0]?.trim().slice(0, 80)}".`,
      fix: 'If it is an event, fill more of its cells.',
    });
  rows.splice(rows.length - below.length);
  const wide = rows.filter(({cells}) => hasHeader && filled(cells.slice(first.length)) > 0);
  if (wide.length > 0)
    notes.push({
      code: 'cells-beyond-header',
      severity: 'loss',
      row: rowsOf(wide.map(({number}) => number)),
      message: `${wide.length === 1 ? 'A row has' : `${wide.length} rows have`} more cells than the header, and those are left out.`,
      fix: 'Often a cell with a comma is not in quotes. Look at these rows.',
    });
  return {headers: headersOf(hasHeader ? first : [], hasHeader ? first.length : width), rows, notes};
}

/** How a remark begins. */
const REMARK =
  /^(?:[*†‡¹²³]|\(?\d\)|(?:source|sources|note|notes|fuente|fuentes|nota|notas|fonte|fontes|obs|observa\p{L}+|quelle|quellen|anmerkung|hinweis|stand|remarque|مصدر|المصدر|ملاحظة|ملاحظات)\s*[:.])/iu;

/** Remarks at the end: rows whose first cell alone is filled, and reads as one or has an empty row above it. */
function notesBelow(records: readonly (readonly string[])[], rows: readonly TableRow[]): readonly TableRow[] {
  let start = rows.length;
  for (let i = rows.length - 1; i > 0; i--) {
    const {cells = [], number = 0} = rows[i] ?? {};
    const words = cells[0]?.trim() ?? '';
    if (!words || filled(cells) > 1 || isValue(words)) break;
    if (REMARK.test(words) || isBlank(records[number - 2] ?? [])) start = i;
  }
  return rows.slice(start);
}

/** The first row of the usual width; above it are titles and remarks, in one or two cells. */
function headerAt(records: readonly (readonly string[])[], width: number): number {
  const top = records.slice(0, MAX_PREAMBLE);
  const first = top.findIndex((cells) => !isBlank(cells));
  if (first < 0 || width < 3) return Math.max(first, 0);
  const header =
    filled(top[first] ?? []) > 1
      ? first
      : top.findIndex((cells) => filled(cells) >= Math.max(2, width / 2) && isHeader(cells));
  if (header < 0) return first;
  return isOfGroups(top[header] ?? [], top[header + 1] ?? []) ? header + 1 : header;
}

/** Whether a row names groups of columns, some of them twice, and the next one the columns. */
function isOfGroups(cells: readonly string[], next: readonly string[]): boolean {
  const [above, below] = [cells, next].map((row) => row.map((cell) => cell.trim()).filter(Boolean));
  return (
    above !== undefined &&
    below !== undefined &&
    new Set(above).size < above.length &&
    new Set(below).size === below.length &&
    below.length >= above.length &&
    isHeader(next) &&
    below.filter((name) => roleOfHeader(name)).length >= 2
  );
}

/** A name for each column, each another. */
function headersOf(cells: readonly string[], width: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({length: width}, (_, i) => {
    const name = cells[i]?.trim().replace(/\s+/g, ' ') || `column ${i + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}
