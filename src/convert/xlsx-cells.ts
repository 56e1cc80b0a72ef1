import {civilFromDays} from '../core/time/index.js';
import {visit} from './xlsx-parts.js';

/** Columns beyond are left out. */
export const MAX_COLUMNS = 2000;

export interface SheetRows {
  /** By the number of their row, less one. */
  readonly records: readonly (readonly string[])[];
  /** Cells with errors of formulas, as #REF!. */
  readonly errors: number;
  readonly hiddenRows: number;
  /** Cells that stand for several rows. */
  readonly merged: number;
  readonly isCut: boolean;
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly is1904: boolean;
}

/** Row and column of an address as B7, from 0. */
function placeOf(address: string): readonly [row: number, column: number] | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(digits) - 1, column - 1];
}

const MAX_ROWS = 1_048_576;
const EMPTY: readonly string[] = [];

/** Reads the cells of a sheet as texts that say no more than the sheet shows. */
export function readSheet(part: Uint8Array | undefined, book: Book): SheetRows {
  const records: (readonly string[])[] = [];
  const merges: (readonly [string, string])[] = [];
  let [errors, hiddenRows, isCut] = [0, 0, false];
  let [row, column] = [-1, -1];
  let cells: string[] = [];
  let [type, format, value, isValue] = ['', '', '', false];
  visit(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        cells = [];
        column = -1;
        if (/^(?:1|true)$/.test(attributes.hidden ?? '')) hiddenRows++;
      } else if (name === 'c') {
        column = placeOf(attributes.r ?? '')?.[1] ?? column + 1;
        type = attributes.t ?? 'n';
        format = book.formats[Number(attributes.s)] ?? '';
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'mergeCell') {
        const [from = '', to = ''] = attributes.ref?.split(':') ?? [];
        merges.push([from, to]);
      }
    },
    text: (words) => {
      if (isValue) value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') {
        if (type === 'e') errors++;
        const text = textOf(type, value, format, book);
        if (text && column >= MAX_COLUMNS) isCut = true;
        else if (text) {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
      } else if (name === 'row' && row >= 0 && row < MAX_ROWS && cells.length > 0) {
        while (records.length < row) records.push(EMPTY);
        records[row] = cells;
      }
    },
  });
  return {records, errors, hiddenRows, isCut, merged: fillDown(records, merges)};
}

/** A cell that is merged with those below it stands in each of their rows. */
function fillDown(records: (readonly string[])[], merges: readonly (readonly [string, string])[]): number {
  let filled = 0;
  for (const [from, to] of merges) {
    const [start, end] = [placeOf(from), placeOf(to)];
    const text = start && records[start[0]]?.[start[1]];
    if (!start || !end || !text || end[0] === start[0]) continue;
    filled++;
    for (let i = start[0] + 1; i <= Math.min(end[0], records.length - 1); i++) {
      const cells = [...(records[i] ?? [])];
      if (cells.length === 0) continue;
      while (cells.length < start[1]) cells.push('');
      cells[start[1]] ||= text;
      records[i] = cells;
    }
  }
  return filled;
}

function textOf(type: string, value: string, format: string, {strings, is1904}: Book): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e' || value === '') return '';
  if (type !== 'n') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const code = bareFormat(format);
  if (/[dyhs]|m{1,5}/.test(code)) return dateText(number, code, is1904);
  const exact = Number(number.toPrecision(15));
  return code.includes('%') ? `${Number((exact * 100).toPrecision(12))}%` : String(exact);
}

/** Characters that spreadsheets allow for a format. */
const MAX_FORMAT = 255;

/** A format without words in quotes, colours and conditions; empty for text. */
const bareFormat = (format: string): string => {
  const [positive = ''] = format
    .slice(0, MAX_FORMAT)
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_./g, '')
    .split(';', 1);
  const bare = positive.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '');
  return /general|@/.test(bare) ? '' : bare;
};

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** Days from the first day of a workbook to 1970. */
const FIRST = {from1900: 25_569, from1904: 24_107};
const SECONDS = 86_400;
/** In words where no year is shown, so that nobody takes the day for one. */
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day or time as a workbook counts it, with the parts that its format shows. */
function dateText(serial: number, format: string, is1904: boolean): string {
  const [hasYear, hasDay, hasHour] = [format.includes('y'), format.includes('d'), format.includes('h')];
  const hasMonth = /m/.test(format.replace(/h+\]?:?m+|m+:?s+/g, ''));
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * SECONDS);
  if (seconds === SECONDS) {
    days++;
    seconds = 0;
  }
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}${format.includes('s') && seconds % 60 ? `:${pad(seconds % 60)}` : ''}`;
  if (!hasYear && !hasMonth && !hasDay) return time;
  // The 29th of February of 1900, which never was, is day 60.
  const shift = !is1904 && days < 60 ? 1 : 0;
  const {year, month, day} = civilFromDays(days + shift - (is1904 ? FIRST.from1904 : FIRST.from1900));
  const name = MONTHS[month - 1] ?? '';
  if (!hasYear) return hasDay ? `${day} ${name}` : name;
  if (!hasMonth) return pad(year, 4);
  if (!hasDay) return `${pad(year, 4)}-${pad(month)}`;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}${hasHour ? ` ${time}` : ''}`;
}
