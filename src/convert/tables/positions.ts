import type {Notes} from '../notes.js';
import type {Column, Columns} from './columns.js';
import {decimalsOf, isOnEarth, type Position, readDegrees, readPair} from './coordinates.js';
import type {Grid, TableRow} from './grid.js';

/** Reads the position of each row; undefined where it has none. */
export interface Positions {
  readonly read: (row: TableRow) => Position | undefined;
  /** Those of several places, where latitudes and longitudes have semicolons between them; undefined otherwise. */
  readonly readList: (row: TableRow) => readonly (Position | undefined)[] | undefined;
  /** Metres by which rounding to so few decimals may be off; undefined when there are enough. */
  readonly radius: number | undefined;
}

/** Degrees with more decimals are taken to be exact. */
const COARSE = 2;
/** Metres in a degree of latitude. */
const DEGREE = 111_000;

const cellOf = ({cells}: TableRow, column: Column | undefined): string =>
  (column && cells[column.index]?.trim()) || '';

const usable = (at: Position): boolean => isOnEarth(at) && (at.lat !== 0 || at.lon !== 0);

/** Finds how the positions of a table are written, by all of its rows: also whether longitudes come first. */
export function positionsOf(grid: Grid, columns: Columns, notes: Notes): Positions {
  const [lat, lon, pair] = [columns.first('lat'), columns.first('lon'), columns.first('position')];
  const raw = (row: TableRow): Position | undefined => {
    const two = [readDegrees(cellOf(row, lat)), readDegrees(cellOf(row, lon))] as const;
    if (lat && lon && two[0] !== undefined && two[1] !== undefined) return {lat: two[0], lon: two[1]};
    const one = pair && readPair(cellOf(row, pair));
    return one && {lat: one[0], lon: one[1]};
  };
  let [swapped, straight, digits] = [0, 0, 0];
  for (const row of grid.rows) {
    const at = raw(row);
    if (!at) continue;
    if (Math.abs(at.lat) > 90 && Math.abs(at.lon) <= 90) swapped++;
    if (Math.abs(at.lon) > 90 && Math.abs(at.lat) <= 90) straight++;
    // More would not matter.
    if (digits <= COARSE)
      digits = Math.max(
        digits,
        isPlain(row, lat, lon, pair) ? decimalsOf(cellOf(row, lat ?? pair)) : COARSE + 1,
      );
  }
  const isSwapped = swapped > 0 && straight === 0;
  const where = [lat, lon, pair].flatMap((column) => (column ? [`"${column.header}"`] : [])).join(', ');
  if (isSwapped)
    notes.add({
      code: 'coordinates-swapped',
      severity: 'doubt',
      row: `column ${where}`,
      message: `Longitude comes first in all rows: ${swapped} of them have a latitude beyond 90° otherwise.`,
      fix: 'Look whether the places lie where they should.',
    });
  // What says by itself how exact it is needs no guess.
  const isStated = columns.first('radius') !== undefined;
  const radius =
    !isStated && digits > 0 && digits <= COARSE ? Math.ceil((DEGREE * 0.7) / 10 ** digits) : undefined;
  if (radius !== undefined)
    notes.add({
      code: 'coordinates-coarse',
      severity: 'said',
      row: `column ${where}`,
      message: `Coordinates have ${digits} decimal${digits === 1 ? '' : 's'}, so places may be off by ${radius} m; they are drawn as areas of that size.`,
    });
  return {
    radius,
    readList: (row) => listOf(cellOf(row, lat), cellOf(row, lon)),
    read: (row) => {
      const at = raw(row);
      const written = () =>
        [lat, lon, pair]
          .map((column) => cellOf(row, column))
          .filter(Boolean)
          .join(', ');
      if (!at) {
        if (written()) notes.count(NOT_READ, row.number, written());
        return undefined;
      }
      const mended =
        isSwapped || (Math.abs(at.lat) > 90 && Math.abs(at.lon) <= 90) ? {lat: at.lon, lon: at.lat} : at;
      if (!usable(mended)) {
        notes.count(at.lat === 0 ? AT_ZERO : OFF_EARTH, row.number, written());
        return undefined;
      }
      if (mended !== at && !isSwapped) notes.count(SWAPPED, row.number, written());
      return mended;
    },
  };
}

/** Positions with semicolons between them; undefined where there are not as many of both. */
function listOf(lats: string, lons: string): readonly (Position | undefined)[] | undefined {
  if (!lats.includes(';')) return undefined;
  const [north, east] = [lats.split(';'), lons.split(';')];
  if (north.length !== east.length) return undefined;
  return north.map((each, i) => {
    const [lat, lon] = [readDegrees(each), readDegrees(east[i] ?? '')];
    return lat !== undefined && lon !== undefined && usable({lat, lon}) ? {lat, lon} : undefined;
  });
}

const isPlain = (row: TableRow, ...columns: readonly (Column | undefined)[]) =>
  columns.every((column) => /^[-+]?[\d.,\s]*$/.test(cellOf(row, column)));

const s = (count: number, one: string, many: string) =>
  count === 1 ? `1 row ${one}` : `${count} rows ${many}`;

const NOT_READ = {
  code: 'coordinates-not-read',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${s(count, 'has', 'have')} coordinates that are not understood, as ${examples}; the places stand without.`,
  fix: 'Write degrees, as 10.0833 and -67.5772.',
} as const;

const OFF_EARTH = {
  code: 'coordinates-out-of-range',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${s(count, 'has', 'have')} coordinates beyond 90° or 180°, as ${examples}; the places stand without.`,
  fix: 'Often the decimal sign was lost: -22505 for -22.505.',
} as const;

const AT_ZERO = {
  code: 'coordinates-zero',
  severity: 'doubt',
  message: (count: number) =>
    `${s(count, 'has', 'have')} the coordinates 0, 0, which programs write that found nothing; the places stand without.`,
  fix: 'Leave the cells empty, or give the coordinates.',
} as const;

const SWAPPED = {
  code: 'coordinates-swapped-in-row',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${s(count, 'has', 'have')} a latitude beyond 90°, as ${examples}; the two are read the other way round.`,
  fix: 'Look at them.',
} as const;
