import {memoize} from '../memo/index.js';
import {type Outline, OutlineBuilder, PATH} from './outline.js';

/** What of a GeoJSON could not be used, or was read otherwise than it is written. */
interface OutlineFaults {
  /** Positions that are none, or lie beyond ±90 and ±360 degrees: they are left out. */
  positions: number;
  /** The first of them, as it is written. */
  position: unknown;
  /** Parts that hold nothing: null, or without positions. */
  empty: number;
  /** Parts that are no GeoJSON, or of no known type. */
  unknown: number;
  /** Lines of one position, and rings of fewer than three. */
  short: number;
  /** Points. */
  points: number;
  /** Steps of more than 180 degrees, which are taken the shorter way. */
  wide: number;
}

export interface OutlineResult {
  readonly outline: Outline;
  readonly faults: Readonly<OutlineFaults>;
}

/** Nested deeper, it is not followed. */
const MAX_DEPTH = 32;
/** After so many positions a reader pauses. */
const STRIDE = 20_000;
/** Rounding of a projection may take a pole this far beyond itself. */
const SLACK = 1e-6;
/** Longitudes are written from -180 to 180, or from 0 to 360. */
const MAX_LON = 360;

type Json = Readonly<Record<string, unknown>>;
type Steps = Generator<undefined, void>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads GeoJSON (RFC 7946) in steps of a few milliseconds: a geometry, a collection of them, a feature or a collection
 * of those. Never throws; what cannot be used is counted and left out.
 */
export function* readInSteps(json: unknown): Generator<undefined, OutlineResult> {
  const reader = new Reader();
  yield* reader.read(json, 0);
  return reader.result;
}

/** The same at once. */
function readOutline(json: unknown): OutlineResult {
  const steps = readInSteps(json);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/** The outline of GeoJSON that is part of a dataset, from memory when it was asked for before. */
export const outlineOf = memoize((geometry: object): OutlineResult => readOutline(geometry));

class Reader {
  readonly #builder = new OutlineBuilder();
  readonly #faults: OutlineFaults = {
    positions: 0,
    position: undefined,
    empty: 0,
    unknown: 0,
    short: 0,
    points: 0,
    wide: 0,
  };
  #next = STRIDE;

  get result(): OutlineResult {
    this.#faults.wide = this.#builder.wide;
    return {outline: this.#builder.build(), faults: this.#faults};
  }

  *read(json: unknown, depth: number): Steps {
    if (json === null || json === undefined) this.#faults.empty++;
    else if (!isObject(json) || depth > MAX_DEPTH) this.#faults.unknown++;
    else yield* this.#readObject(json, depth);
  }

  *#readObject(json: Json, depth: number): Steps {
    const {type, coordinates} = json;
    switch (type) {
      case 'Feature':
        return yield* this.read(json.geometry, depth + 1);
      case 'FeatureCollection':
        return yield* this.#readAll(json.features, (each) => this.read(each, depth + 1));
      case 'GeometryCollection':
        return yield* this.#readAll(json.geometries, (each) => this.read(each, depth + 1));
      case 'Point':
        return this.#readPoint(coordinates);
      case 'MultiPoint':
        return yield* this.#readAll(coordinates, (each) => this.#readPoint(each));
      case 'LineString':
        return yield* this.#readPath(coordinates, PATH.line);
      case 'MultiLineString':
        return yield* this.#readAll(coordinates, (each) => this.#readPath(each, PATH.line));
      case 'Polygon':
        return yield* this.#readPolygon(coordinates);
      case 'MultiPolygon':
        return yield* this.#readAll(coordinates, (each) => this.#readPolygon(each));
      default:
        this.#faults.unknown++;
    }
  }

  *#readAll(list: unknown, readOne: (each: unknown) => Steps | undefined): Steps {
    if (!Array.isArray(list)) this.#faults.unknown++;
    else if (list.length === 0) this.#faults.empty++;
    else for (const each of list) yield* readOne(each) ?? [];
  }

  #readPoint(position: unknown): undefined {
    this.#faults.points++;
    this.#addPosition(position, PATH.point);
    this.#builder.end(PATH.point);
  }

  /** Its first ring is what it covers, the others are holes in it; without the first there is nothing to cut them from. */
  *#readPolygon(rings: unknown): Steps {
    if (!Array.isArray(rings)) this.#faults.unknown++;
    else if (rings.length === 0) this.#faults.empty++;
    else {
      const before = this.#builder.positions;
      yield* this.#readPath(rings[0], PATH.ring);
      if (this.#builder.positions === before) return;
      for (const ring of rings.slice(1)) yield* this.#readPath(ring, PATH.hole);
    }
  }

  *#readPath(positions: unknown, kind: number): Steps {
    if (!Array.isArray(positions)) this.#faults.unknown++;
    else if (positions.length === 0) this.#faults.empty++;
    else {
      for (const position of positions) {
        this.#addPosition(position, kind);
        if (this.#builder.positions < this.#next) continue;
        this.#next += STRIDE;
        yield;
      }
      if (!this.#builder.end(kind)) this.#faults.short++;
    }
  }

  #addPosition(position: unknown, kind: number): void {
    const [lon, lat]: readonly unknown[] = Array.isArray(position) ? position : [];
    const isUsable =
      typeof lon === 'number' &&
      typeof lat === 'number' &&
      Math.abs(lat) <= 90 + SLACK &&
      Math.abs(lon) <= MAX_LON;
    if (isUsable) this.#builder.add(lon, Math.min(Math.max(lat, -90), 90), kind);
    else if (this.#faults.positions++ === 0) this.#faults.position = position;
  }
}
