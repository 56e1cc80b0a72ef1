import {Bits, f64, u32} from '../arrays/index.js';
import {type Dataset, rawRow} from '../dataset/index.js';
import {type Bounds, intersects, padBounds} from '../geo/index.js';
import {memoize} from '../memo/index.js';
import type {EventTable} from './table.js';

/** Where the places of a dataset lie: as columns, in the order of the file. */
export interface Points {
  readonly size: number;
  /** Degrees; NaN for a place without a position. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** Metres; 0 when none is given. */
  readonly radius: Float64Array;
}

/** The positions of a dataset's places, from memory when they were asked for before. */
export const pointsOf = memoize((dataset: Dataset): Points => {
  const size = dataset.places.length;
  const make = () => new Float64Array(size).fill(Number.NaN);
  const [lat, lon, radius] = [make(), make(), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    const place = dataset.places[i];
    if (place?.lat === undefined || place.lon === undefined) continue;
    lat[i] = place.lat;
    lon[i] = place.lon;
    radius[i] = place.radius ?? 0;
  }
  return {size, lat, lon, radius};
});

/** For a dataset whose positions were read elsewhere. */
export function adoptPoints(dataset: Dataset, found: Points): void {
  pointsOf.adopt(dataset, found);
}

/** Places of which some part lies in the extent: what is known to the town is an area, not a point. */
export function placesWithin(dataset: Dataset, extent: Bounds): Bits {
  const {size, lat, lon, radius} = pointsOf(dataset);
  const within = new Bits(size);
  for (let i = 0; i < size; i++) {
    const north = f64(lat, i);
    if (Number.isNaN(north)) continue;
    const east = f64(lon, i);
    const about = f64(radius, i);
    const point = {west: east, east, south: north, north};
    if (intersects(extent, about > 0 ? padBounds(point, about) : point)) within.set(i);
  }
  return within;
}

/** Rows that pass a test. */
export function rowsWhere(table: EventTable, test: (row: number) => boolean): Bits {
  const rows = new Bits(table.size);
  for (let row = 0; row < table.size; row++) if (test(row)) rows.set(row);
  return rows;
}

/** Rows with one of the places. */
export function rowsAt({columns, size}: EventTable, places: Bits): Bits {
  const {placeFrom, placeAt} = columns;
  const rows = new Bits(size);
  for (let row = 0; row < size; row++) {
    const to = u32(placeFrom, row + 1);
    for (let p = u32(placeFrom, row); p < to; p++) {
      if (!places.has(u32(placeAt, p))) continue;
      rows.set(row);
      break;
    }
  }
  return rows;
}

/** Text without accents or case. */
export const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What is text in a value of the file, in all its languages. */
const allText = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : typeof text === 'object' && text !== null
      ? Object.values(text)
          .filter((value) => typeof value === 'string')
          .join('\n')
      : '';

/** A value of a row as the file has it. */
const fieldOf = (row: unknown, key: 'title' | 'text' | 'name'): unknown =>
  typeof row === 'object' && row !== null ? (row as Partial<Record<typeof key, unknown>>)[key] : undefined;

/**
 * What a search looks in: title, text and names of places, in all languages, folded. Rows are taken as the file has
 * them: to read each event whole would cost ten times as much.
 */
function searchText(table: EventTable, row: number): string {
  const {events, places} = table.dataset;
  const event = rawRow(events, u32(table.columns.fileIndex, row));
  const names = Array.from(table.placesOf(row), (place) => fieldOf(rawRow(places, place), 'name'));
  return foldText([fieldOf(event, 'title'), fieldOf(event, 'text'), ...names].map(allText).join('\n'));
}

/** Between the texts of two rows: no search can hold it. */
const BREAK = '\u0000';

/** The texts of all rows end to end, and where each starts: one text is searched faster than many. */
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

/** Rows in which every word occurs, accents and case aside. */
export function searchRows(table: EventTable, words: string): Bits {
  const {text, starts} = searchIndexOf(table);
  let rows: Bits | undefined;
  for (const word of foldText(words).split(/\s+/u).filter(Boolean)) {
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
