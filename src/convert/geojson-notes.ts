import {isRow, type Row} from '../core/dataset/index.js';
import type {PositionFault} from './feature-geometry.js';
import type {TimeReader} from './feature-time.js';
import {wellFormed} from './html.js';
import type {Notes} from './notes.js';

type Kind = Parameters<Notes['count']>[0];

const kind = (
  code: string,
  severity: Kind['severity'],
  message: (count: number, examples: string) => string,
  fix?: string,
): Kind => ({code, severity, message, ...(fix && {fix})});

const POSITIONS: Readonly<Record<PositionFault, Kind>> = {
  swapped: kind(
    'position-swapped',
    'loss',
    (_, examples) => `A position has latitude first, as it seems, and is left out: ${examples}.`,
    'In GeoJSON longitude comes first: export it again.',
  ),
  'not-on-earth': kind(
    'position-not-on-earth',
    'loss',
    (_, examples) => `A position is no longitude and latitude in degrees, and is left out: ${examples}.`,
    'Export it in degrees (WGS84, EPSG:4326).',
  ),
  zero: kind(
    'position-zero',
    'loss',
    () => 'A point lies at 0, 0, where programs put what they did not find, and is left out.',
    'Give its position, if it has one.',
  ),
  wrapped: kind(
    'position-wrapped',
    'said',
    (_, examples) => `Longitudes beyond 180 were turned by 360: ${examples}.`,
  ),
  height: kind(
    'height-lost',
    'loss',
    (_, examples) => `A third coordinate, as a height or depth, has no place in a dataset: ${examples}.`,
  ),
  'unknown-geometry': kind(
    'geometry-not-read',
    'loss',
    (_, examples) => `A geometry is none of GeoJSON, and is left out: ${examples}.`,
  ),
};

const UNPLACED = kind(
  'place-not-given',
  'said',
  (count) => `${count === 1 ? 'It has' : `${count} features have`} no position, and no mark on the map.`,
);
const UNDATED = kind(
  'date-not-given',
  'said',
  (count) => `${count === 1 ? 'It has' : `${count} features have`} no date, and stand undated.`,
);
const DATE_FAULT = kind(
  'date-not-read',
  'loss',
  (_, examples) => `A date cannot be read, and is left out: ${examples}.`,
  'Write it as 2024-05-07 in the dataset.',
);
const MEDIA_LOST = kind(
  'media-lost',
  'loss',
  (_, examples) => `A medium has no place there, or is no file of a picture, film or recording: ${examples}.`,
);

/** Properties that are named at most. */
const MAX_NAMED = 20;
/** Coordinates in degrees, longitude first. */
const DEGREES = /CRS:?:?84|EPSG:{1,2}(?:4326|4979)$/i;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** What an import says of GeoJSON features. */
export class FeatureNotes {
  readonly #notes: Notes;
  readonly #lost = new Map<string, number>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** Whether positions are in another system than degrees, and so of no use. */
  noteCrs(crs: unknown): boolean {
    const name = isRow(crs) && isRow(crs.properties) ? crs.properties.name : undefined;
    if (typeof name !== 'string' || DEGREES.test(name)) return false;
    this.#notes.add({
      code: 'crs-unknown',
      severity: 'loss',
      row: 'file',
      message: `Its positions are in ${wellFormed(name).slice(0, 60)} and not in degrees: they are left out.`,
      fix: 'Export it in degrees (WGS84, EPSG:4326).',
    });
    return true;
  }

  position(fault: PositionFault, row: number, example: string): void {
    this.#notes.count(POSITIONS[fault], row, wellFormed(example));
  }

  unplaced(row: number): void {
    this.#notes.count(UNPLACED, row);
  }

  undated(row: number): void {
    this.#notes.count(UNDATED, row);
  }

  dateFault(row: number, written: string): void {
    this.#notes.count(DATE_FAULT, row, written);
  }

  mediaLost(row: number, address: string): void {
    this.#notes.count(MEDIA_LOST, row, address);
  }

  /** Counts the properties of a feature that were not read. */
  properties(properties: Row, used: ReadonlySet<string>): void {
    for (const [key, value] of Object.entries(properties))
      if (!used.has(key) && isGiven(value)) this.#lost.set(key, (this.#lost.get(key) ?? 0) + 1);
  }

  end(rows: number, times: TimeReader): void {
    if (rows === 0)
      this.#notes.add({code: 'nothing-read', severity: 'loss', row: 'file', message: 'It has no features.'});
    if (times.unit) this.#notes.add(timeUnit(times.unit));
    else if (times.areDays) this.#notes.add(MIDNIGHTS);
    if (this.#lost.size === 0) return;
    const named = [...this.#lost]
      .slice(0, MAX_NAMED)
      .map(([key, count]) => `"${wellFormed(key).slice(0, 40)}" (${count})`);
    const more = this.#lost.size > MAX_NAMED ? ` and ${this.#lost.size - MAX_NAMED} more` : '';
    this.#notes.add({
      code: 'properties-lost',
      severity: 'loss',
      row: 'file',
      message: `Properties have no field in an event, or another was taken: ${named.join(', ')}${more}.`,
      fix: 'Write what readers need into the title or text. Numbers become figures of who claims them: --claimant NAME --map PROPERTY=measure.',
    });
  }
}

const timeUnit = (unit: string) =>
  ({
    code: 'time-unit',
    severity: 'said',
    row: 'file',
    message:
      unit === 'years'
        ? 'Its times are numbers, and read as years.'
        : `Its times are numbers, and read as ${unit} since 1970, in UTC.`,
  }) as const;

const MIDNIGHTS = {
  code: 'midnights-as-days',
  severity: 'said',
  row: 'file',
  message: 'All its times are midnight in UTC, and read as days.',
} as const;
