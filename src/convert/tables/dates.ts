import {parseEdtf} from '../../core/time/index.js';
import {type DateFault, type ReadDate, readDate} from '../dates.js';
import {dateColumn} from '../dates-column.js';
import type {Notes} from '../notes.js';
import type {ImportOptions} from '../types.js';
import type {Column, Columns} from './columns.js';
import type {Grid, TableRow} from './grid.js';
import type {DatePrecision} from './profiles.js';

interface RowDate {
  /** EDTF; undefined when none could be read. */
  readonly date: string | undefined;
  /** What stands in the row and could not be read, to be kept in the text. */
  readonly unread: readonly string[];
}

const NO_DATE: RowDate = {date: undefined, unread: []};

const cellOf = ({cells}: TableRow, column: Column | undefined): string =>
  (column && cells[column.index]?.trim()) || '';

const FAULTS: Readonly<Record<DateFault, readonly [message: string, fix: string]>> = {
  'not-read': ['not understood', 'Write them as 2023-05-03, 2023-05 or 2023.'],
  impossible: ['of days that do not exist', 'Look at the originals.'],
  'no-year': ['without a year', 'Add the year, or a column with it.'],
  'two-digit-year': [
    'with years of two digits',
    'Say in which hundred years they lie: --century 1930 reads 29 as 2029 and 30 as 1930.',
  ],
};

const DOUBTS: Readonly<
  Record<
    ReadDate['doubts'][number],
    | readonly [
        severity: 'said' | 'doubt',
        message: (count: number, examples: string) => string,
        fix?: string,
      ]
    | undefined
  >
> = {
  // Said for the column as a whole.
  order: undefined,
  coarser: [
    'said',
    (count, examples) =>
      `${count} ${count === 1 ? 'date says' : 'dates say'} more than the format holds, as ${examples}, and ${count === 1 ? 'is' : 'are'} read more coarsely.`,
  ],
  negative: [
    'doubt',
    (count, examples) =>
      `${count} ${count === 1 ? 'year has' : 'years have'} a minus, as ${examples}, and ${count === 1 ? 'is' : 'are'} read as in ISO 8601, where there is a year 0 and -0300 is 301 BCE.`,
    'Where -300 means 300 BCE, say it: --negative-years historical.',
  ],
  bce: [
    'said',
    (count, examples) =>
      `${count} ${count === 1 ? 'date is' : 'dates are'} before our era, as ${examples}: 300 BCE is written -0299, as ISO 8601 counts a year 0.`,
  ],
};

/** Reads the date of each row from its columns: a date and an end, or years, months and days. */
export function dateReader(
  grid: Grid,
  columns: Columns,
  options: ImportOptions,
  notes: Notes,
): (row: TableRow) => RowDate {
  const {first} = columns;
  const starts = {
    date: first('date'),
    year: first('year'),
    month: first('month'),
    day: first('day'),
    time: first('time'),
  };
  const ends = {
    date: first('end'),
    year: first('end-year'),
    month: first('end-month'),
    day: first('end-day'),
    time: first('end-time'),
  };
  const precision = first('date-precision');
  const dated = [starts.date, ends.date].filter((column) => column !== undefined);
  const cells = dated.flatMap(({index}) => grid.rows.map((row) => row.cells[index] ?? ''));
  const where = dated.length > 0 ? `column ${dated.map(({header}) => `"${header}"`).join(', ')}` : 'file';
  const column = isEdtf(dated)
    ? {notes: [], read: (text: string) => readEdtf(text)}
    : dateColumn(cells, where, {
        order: options.dates,
        century: options.century,
        negativeYears: options.negativeYears,
      });
  notes.add(...column.notes);

  const readAt = (row: TableRow, of: typeof starts): ReadDate | DateFault | undefined => {
    const written = writtenDate(row, of);
    if (!written) return undefined;
    const time = cellOf(row, of.time);
    if (time) {
      const exact = column.read(`${written} ${time}`);
      if (typeof exact !== 'string') return exact;
    }
    const plain = column.read(written);
    return plain === 'no-year' && cellOf(row, of.year)
      ? column.read(`${written} ${cellOf(row, of.year)}`)
      : plain;
  };

  const noted = (
    row: TableRow,
    read: ReadDate | DateFault | undefined,
    written: string,
  ): string | undefined => {
    if (read === undefined) return undefined;
    if (typeof read === 'string') {
      const [what, fix] = FAULTS[read];
      notes.count(
        {
          code: `date-${read}`,
          severity: 'doubt',
          message: (count, examples) =>
            `${count} ${count === 1 ? 'date is' : 'dates are'} ${what}, as ${examples}; the events stand without, with its words in their text.`,
          fix,
        },
        row.number,
        written,
      );
      return undefined;
    }
    for (const doubt of read.doubts) {
      const known = DOUBTS[doubt];
      if (known)
        notes.count(
          {code: `date-${doubt}`, severity: known[0], message: known[1], fix: known[2]},
          row.number,
          written,
        );
    }
    return read.date;
  };

  return (row) => {
    const written = writtenDate(row, starts);
    const writtenEnd = writtenDate(row, ends);
    if (!written && !writtenEnd) return NO_DATE;
    const start = noted(row, readAt(row, starts), written);
    const end = isNow(writtenEnd) ? '..' : noted(row, readAt(row, ends), writtenEnd);
    const unread = [
      ...(start === undefined && written ? [said(starts, written)] : []),
      ...(end === undefined && writtenEnd ? [said(ends, writtenEnd)] : []),
    ];
    const exact = joined(start, end);
    if (exact === undefined && start !== undefined) {
      notes.count(
        {
          code: 'date-ends-before',
          severity: 'doubt',
          message: (count, examples) =>
            `${count} ${count === 1 ? 'event ends' : 'events end'} before ${count === 1 ? 'it begins' : 'they begin'}, as ${examples}; the end is left out.`,
          fix: 'Look at the originals.',
        },
        row.number,
        `${written} – ${writtenEnd}`,
      );
      return {date: start, unread: [...unread, said(ends, writtenEnd)]};
    }
    const code = cellOf(row, precision);
    const known = columns.profile?.datePrecision ?? {};
    const date = exact !== undefined && Object.hasOwn(known, code) ? coarsened(exact, known[code]) : exact;
    return {date, unread};
  };
}

/** Whether the only column of dates says that they are EDTF, as those that we write do: nothing is to be found out. */
const isEdtf = ([column, ...others]: readonly Column[]): boolean =>
  column?.unit?.toUpperCase() === 'EDTF' && others.length === 0;

const readEdtf = (text: string): ReadDate | DateFault =>
  parseEdtf(text.trim()) ? {date: text.trim(), doubts: []} : readDate(text);

const NOW = /^(?:ongoing|present|now|en curso|presente|actualidad|en cours|em curso|مستمر|حتى الآن|\.\.)$/i;
const isNow = (text: string): boolean => NOW.test(text);

/** Words that stand in a date column, with the name of the column. */
const said = (
  {date, year}: {readonly date: Column | undefined; readonly year: Column | undefined},
  written: string,
) => `${(date ?? year)?.header ?? ''}: ${written}`;

/** The date of a row as text: its cell, or year, month and day joined. */
function writtenDate(
  row: TableRow,
  of: Readonly<Record<'date' | 'year' | 'month' | 'day', Column | undefined>>,
): string {
  const date = cellOf(row, of.date);
  if (date) return date;
  const year = cellOf(row, of.year).replace(/\.0+$/, '');
  if (!year) return '';
  const [month, day] = [cellOf(row, of.month), cellOf(row, of.day)].map((cell) =>
    cell.replace(/\.0+$/, '').replace(/^0+$/, ''),
  );
  if (!month) return year;
  if (!/^\d{1,2}$/.test(month)) return day ? `${day} ${month} ${year}` : `${month} ${year}`;
  const pad = (text: string) => text.padStart(2, '0');
  const full = year.replace(/^(-?)(\d{1,3})$/, (_, sign, digits) => sign + digits.padStart(4, '0'));
  return `${full}-${pad(month)}${day ? `-${pad(day)}` : ''}`;
}

/** A start and an end as one date; undefined when the end comes before the start. */
function joined(start: string | undefined, end: string | undefined): string | undefined {
  if (end === undefined || end === start) return start;
  const last = end.split('/').at(-1) ?? end;
  if (start === undefined) return last === '..' ? undefined : `../${last}`;
  const date = `${start.split('/')[0]}/${last}`;
  return parseEdtf(date) ? date : undefined;
}

/** A day that is known to be less exact than it is written. */
function coarsened(date: string, precision: DatePrecision | undefined): string {
  const part = (text: string): string => {
    const days = /^(-?\d{4})-(\d\d)-\d\d$/.exec(text);
    if (!days || precision === undefined || precision === 'day') return text;
    if (precision === 'about') return `${text}~`;
    return precision === 'month' ? `${days[1]}-${days[2]}` : (days[1] ?? text);
  };
  const parts = [...new Set(date.split('/').map(part))];
  return parts.join('/');
}
