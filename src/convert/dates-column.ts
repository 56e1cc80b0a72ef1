import {civilFromDays} from '../core/time/index.js';
import {type DateFault, type DateStyle, type ReadDate, readDate} from './dates.js';
import {MAX_DATE} from './dates-tokens.js';
import type {ImportNote} from './types.js';

/** 9/8/1912, with a year of two or four digits, and perhaps a time after it. */
const NUMERIC = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d)/;
const MAX_MONTH = 12;

/** A day as spreadsheets store it, from 1927 to 2119, perhaps with a part of the day. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/;
/** Days from their first one to 1970. */
const SERIAL_OF_1970 = 25_569;
const MINUTES = 1440;

/** Midnight after a day: what programs write that keep days as moments. */
const MIDNIGHT = /(\d)[T ]\s*(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)?\s*AM)\s*(?:Z|\+00:?00)?$/i;

/** How the dates of a column are written, as all of them show. */
export interface DateColumn {
  readonly read: (text: string) => ReadDate | DateFault;
  readonly notes: readonly ImportNote[];
}

interface Counts {
  dayFirst: number;
  monthFirst: number;
  open: number;
  dayExample: string;
  monthExample: string;
}

function countOrders(cells: readonly string[]): Counts {
  const counts: Counts = {dayFirst: 0, monthFirst: 0, open: 0, dayExample: '', monthExample: ''};
  for (const cell of cells) {
    if (cell.length > MAX_DATE) continue;
    const [, a = '', sign, b = ''] = NUMERIC.exec(cell) ?? [];
    const [first, second] = [Number(a), Number(b)];
    if (!sign || sign === '.') continue;
    if (first > MAX_MONTH && second <= MAX_MONTH) {
      counts.dayFirst++;
      counts.dayExample ||= cell.trim();
    } else if (second > MAX_MONTH && first <= MAX_MONTH) {
      counts.monthFirst++;
      counts.monthExample ||= cell.trim();
    } else if (first !== second && first <= MAX_MONTH && second <= MAX_MONTH) counts.open++;
  }
  return counts;
}

const said = (code: string, row: string, message: string, fix?: string): ImportNote => ({
  code,
  severity: 'said',
  row,
  message,
  ...(fix && {fix}),
});

/** Which of day and month comes first in a column, and what is to be said of it. */
function orderOf(
  cells: readonly string[],
  where: string,
  told: DateStyle['order'],
): {readonly order: DateStyle['order']; readonly notes: readonly ImportNote[]} {
  const {dayFirst, monthFirst, open, dayExample, monthExample} = countOrders(cells);
  if (told)
    return {
      order: told,
      notes: open > 0 ? [said('dates-order', where, `Dates are read ${told}, as you said.`)] : [],
    };
  const fix = 'Say which is first: --dates day-first, or --dates month-first.';
  if (dayFirst > 0 && monthFirst > 0) {
    const message = `Some dates have the day first (${dayExample}), some the month (${monthExample}); of ${open} that may be either, the year alone is read.`;
    return {
      order: undefined,
      notes: [{code: 'dates-mixed', severity: 'doubt', row: where, message, fix: `Look at them. ${fix}`}],
    };
  }
  if (open === 0) return {order: undefined, notes: []};
  if (dayFirst + monthFirst === 0) {
    const message = `Nothing tells whether day or month is first in ${open} ${open === 1 ? 'date' : 'dates'}, so the year alone is read.`;
    return {
      order: undefined,
      notes: [{code: 'dates-ambiguous', severity: 'doubt', row: where, message, fix}],
    };
  }
  const order = dayFirst > 0 ? 'day-first' : 'month-first';
  const proof = dayFirst + monthFirst;
  const message = `Dates are read ${order}: ${proof} ${proof === 1 ? 'row proves' : 'rows prove'} it, as ${dayExample || monthExample}.`;
  return {order, notes: [said('dates-order', where, message)]};
}

/** EDTF of the day that a spreadsheet stores as a number. */
function fromSerial(text: string): string {
  const serial = Number(text);
  const {year, month, day} = civilFromDays(Math.floor(serial) - SERIAL_OF_1970);
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.round((serial % 1) * MINUTES) % MINUTES;
  const time = serial % 1 > 0 ? `T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` : '';
  return `${year}-${pad(month)}-${pad(day)}${time}`;
}

/** Most texts are remembered, as many rows have the same date. */
const MAX_KNOWN = 50_000;

/**
 * Reads the dates of a column as all of its cells show: which of day and month is first, whether they are numbers of
 * days, and whether midnights stand for days.
 *
 * @param where the column, as notes name it
 */
export function dateColumn(
  cells: readonly string[],
  where: string,
  {order: told, century, negativeYears}: DateStyle,
): DateColumn {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const {order, notes} = orderOf(filled, where, told);
  const style: DateStyle = {order, century, negativeYears};
  const all: ImportNote[] = [...notes];
  const isSerial = filled.length > 0 && filled.every((cell) => SERIAL.test(cell.trim()));
  if (isSerial)
    all.push(
      said(
        'dates-serial',
        where,
        `Its numbers are read as days as spreadsheets count them: ${filled[0]?.trim()} is ${fromSerial(filled[0] ?? '')}.`,
      ),
    );
  const timed = filled.filter((cell) => cell.length <= MAX_DATE && cell.includes(':'));
  const hasMidnights = timed.length > 0 && timed.every((cell) => MIDNIGHT.test(cell.trim()));
  if (hasMidnights)
    all.push(said('dates-midnight', where, 'Its times are all midnight, and its dates are read as days.'));
  const known = new Map<string, ReadDate | DateFault>();
  const read = (text: string): ReadDate | DateFault => {
    const written = text.trim();
    if (isSerial && SERIAL.test(written)) return {date: fromSerial(written), doubts: []};
    return readDate(
      hasMidnights && written.length <= MAX_DATE ? written.replace(MIDNIGHT, '$1') : written,
      style,
    );
  };
  return {
    notes: all,
    read: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = read(text);
      if (known.size < MAX_KNOWN && text.length <= MAX_DATE) known.set(text, found);
      return found;
    },
  };
}
