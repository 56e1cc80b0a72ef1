import {foldWord} from '../fold.js';
import {Ids, slugOf} from '../ids.js';
import type {Notes} from '../notes.js';
import type {Column, Columns} from './columns.js';
import {type Position, readDegrees} from './coordinates.js';
import type {Grid, TableRow} from './grid.js';
import {positionsOf} from './positions.js';
import {isPrecision} from './roles.js';
import {shortened} from './text.js';

/** A place of the dataset, with what its row says of where it is. */
export interface TablePlace {
  readonly id: string;
  readonly name: string;
  lat?: number;
  lon?: number;
  radius?: number;
  precision?: string;
  within?: string[];
  note?: string;
  /** As written. */
  readonly written: string;
  readonly town: string;
  readonly region: string;
  readonly country: string;
  readonly row: number;
}

/** Kilometres within which two positions under one name are one place. */
const NEAR = 1;
const DEGREE_KM = 111;

const isNear = (a: Position, b: Position): boolean => {
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * DEGREE_KM <= NEAR;
};

const hasPosition = (place: TablePlace): place is TablePlace & Position =>
  place.lat !== undefined && place.lon !== undefined;

const cellOf = ({cells}: TableRow, column: Column | undefined): string =>
  (column && cells[column.index]?.trim()) || '';

/** Makes the places of a table; those with the same name, region and country are one, unless they lie apart. */
export class Places {
  readonly #ids = new Ids();
  readonly #byName = new Map<string, TablePlace[]>();
  readonly #made: TablePlace[] = [];
  readonly #positions;
  readonly #columns: Columns;
  readonly #notes: Notes;

  constructor(grid: Grid, columns: Columns, notes: Notes) {
    this.#columns = columns;
    this.#notes = notes;
    this.#positions = positionsOf(grid, columns, notes);
  }

  get all(): readonly TablePlace[] {
    return this.#made;
  }

  /** Ids of the places of a row; several stand in a cell with semicolons, when the row has no coordinates. */
  of(row: TableRow): readonly string[] {
    const {first} = this.#columns;
    const list = this.#positions.readList(row);
    const at = list ? undefined : this.#positions.read(row);
    const [place, town, region, country] = (['place', 'town', 'region', 'country'] as const).map((role) =>
      cellOf(row, first(role)),
    );
    const said = {town: town ?? '', region: region ?? '', country: country ?? '', row: row.number};
    const names =
      place && !at
        ? place
            .split(';')
            .map((name) => name.trim())
            .filter(Boolean)
        : [place ?? ''];
    const isPaired = list?.length === names.length;
    const ids = names.flatMap((name, i) =>
      this.#one(name, said, isPaired ? list[i] : at, row, isPaired ? i : undefined),
    );
    return [...new Set(ids)];
  }

  #one(
    place: string,
    said: Pick<TablePlace, 'town' | 'region' | 'country' | 'row'>,
    at: Position | undefined,
    row: TableRow,
    /** Which of several in its cells it is. */
    part?: number,
  ): readonly string[] {
    const named = place || said.town;
    const name = named || said.region || said.country || (at ? `${at.lat}, ${at.lon}` : '');
    if (!name) return [];
    const key = [name, named ? said.region : '', named || said.region ? said.country : '']
      .map(foldWord)
      .join('\n');
    const alike = this.#byName.get(key) ?? [];
    const known = alike.find((each) => !at || !hasPosition(each) || isNear(each, at));
    if (known) {
      if (at && !hasPosition(known)) Object.assign(known, at);
      return [known.id];
    }
    if (alike.length > 0) this.#notes.count(APART, row.number, name);
    const made: TablePlace = {
      id: this.#ids.of(slugOf(name) || 'place'),
      name: shortened(name),
      ...at,
      ...this.#exactness(row, part, at !== undefined),
      written: place,
      ...(!named && !at && {precision: said.region ? 'region' : 'country'}),
      ...said,
    };
    this.#made.push(made);
    this.#byName.set(key, [...alike, made]);
    return [made.id];
  }

  /** How exact a position is, as its data set or its decimals say. */
  #exactness(
    row: TableRow,
    part: number | undefined,
    hasPosition: boolean,
  ): {precision?: string; radius?: number} {
    const {first, profile} = this.#columns;
    const cell = (role: 'place-precision' | 'radius') => {
      const whole = cellOf(row, first(role));
      return part === undefined ? whole : (whole.split(';')[part]?.trim() ?? '');
    };
    const code = cell('place-precision');
    const precision = isPrecision(code) ? {precision: code} : {};
    if (!hasPosition) return precision;
    const known = profile?.placePrecision;
    if (known && Object.hasOwn(known, code)) return known[code] ?? {};
    const radius = readDegrees(cell('radius'));
    if (radius !== undefined && radius > 0)
      return {...precision, radius: Math.round(radius * (profile?.radiusUnit ?? 1))};
    if (isPrecision(code)) return precision;
    return this.#positions.radius === undefined ? {} : {radius: this.#positions.radius};
  }
}

const APART = {
  code: 'place-names-apart',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'row has' : 'rows have'} a place whose name stands elsewhere with a position more than ${NEAR} km away, as ${examples}; they are places of their own.`,
  fix: 'Where they are one, give it one position; where not, tell their names apart.',
} as const;
