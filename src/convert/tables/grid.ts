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

/** The first row of the usual width; above it are titles and remarks, in one or two cells. */
function headerAt(records: readonly (readonly string[])[], width: number): number {
  const top = records.slice(0, MAX_PREAMBLE);
  const first = top.findIndex((cells) => !isBlank(cells));
  if (first < 0 || width < 3 || filled(top[first] ?? []) > 1) return Math.max(first, 0);
  const header = top.findIndex((cells) => filled(cells) >= Math.max(2, width / 2) && isHeader(cells));
  return header < 0 ? first : header;
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
