import {type PackedTowns, unpackArcs, unpackTowns} from '../core/geo/index.js';
import {foldWord} from './fold.js';

/** Names are compared by their letters and digits. */
export const foldName = (name: string): string =>
  foldWord(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A town of the world that comes along; `zoom` from which on the map shows it, so large ones have low numbers. */
export interface Town {
  /** In all languages of the map. */
  readonly names: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

interface Geometry {
  readonly id?: string;
  readonly arcs: unknown;
  readonly properties?: {
    readonly name?: string | Readonly<Record<string, string>>;
    readonly country?: string;
  };
}

interface CellFile {
  readonly arcs: string;
  readonly towns?: PackedTowns;
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: {readonly regions?: {readonly geometries: readonly Geometry[]}};
}

/** A region in a cell: a country's first-level division, or the whole country where those are small. */
export interface Region {
  /** ISO 3166-1. */
  readonly country: string;
  /** ISO 3166-2; undefined of a whole country. */
  readonly id: string | undefined;
  /** In all languages of the map. */
  readonly names: readonly string[];
  /** How far a point is from it, in degrees: 0 within. */
  readonly distance: (lat: number, lon: number) => number;
}

/** A cell of the map with its towns and regions. */
export interface Cell {
  readonly towns: readonly Town[];
  readonly regions: readonly Region[];
}

/** Degrees by which a point may be outside of a thinned border, and no farther segments are looked at. */
export const BORDER = 0.06;

const namesOf = (name: string | Readonly<Record<string, string>>): readonly string[] =>
  typeof name === 'string' ? [name] : Object.values(name);

/** Reads the text of a cell. */
export function readCell(text: string): Cell {
  const {arcs: packed, towns, transform, objects} = JSON.parse(text) as CellFile;
  let arcs: readonly (readonly (readonly number[])[])[] | undefined;
  const {scale, translate} = transform;
  /** West to east, south to north, of each segment of a geometry: what a ring is of does not matter to count crossings. */
  const segmentsOf = (geometry: Geometry): readonly number[] => {
    arcs ??= unpackArcs(packed);
    const segments: number[] = [];
    for (const index of [geometry.arcs].flat(4) as readonly number[]) {
      let [x, y] = [0, 0];
      let before: readonly [number, number] | undefined;
      for (const [dx = 0, dy = 0] of arcs[index < 0 ? ~index : index] ?? []) {
        x += dx;
        y += dy;
        const point = [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const;
        if (before) segments.push(before[0], before[1], point[0], point[1]);
        before = point;
      }
    }
    return segments;
  };
  const regions = (objects.regions?.geometries ?? []).map((geometry): Region => {
    const {id, properties} = geometry;
    const {name = ''} = properties ?? {};
    let segments: readonly number[] | undefined;
    return {
      country: properties?.country ?? id?.slice(0, 2) ?? '',
      id: id?.includes('-') ? id : undefined,
      names: namesOf(name),
      distance: (lat, lon) => {
        segments ??= segmentsOf(geometry);
        return distanceTo(segments, lat, lon);
      },
    };
  });
  const places = towns ? unpackTowns(towns) : [];
  return {towns: places.map(([name, lon, lat, zoom]) => ({names: namesOf(name), lon, lat, zoom})), regions};
}

/** Distance in degrees from a point to an area given by its segments, of which the order does not matter. */
function distanceTo(segments: readonly number[], lat: number, lon: number): number {
  let isInside = false;
  let least = Infinity;
  for (let i = 0; i < segments.length; i += 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [segments[i], segments[i + 1], segments[i + 2], segments[i + 3]];
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const t =
      length > 0 ? Math.min(1, Math.max(0, ((lon - x1) * (x2 - x1) + (lat - y1) * (y2 - y1)) / length)) : 0;
    least = Math.min(least, Math.hypot(lon - x1 - t * (x2 - x1), lat - y1 - t * (y2 - y1)));
  }
  return isInside ? 0 : least;
}

const latitudeOf = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

/** Whether a cell, `level-z-x-y`, has a part of a box: west, south, east, north. */
export function meets(
  name: string,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  const [, z = 0, x = 0, y = 0] = name.split('-').map(Number);
  const size = 2 ** -z;
  return (
    (x * size - 0.5) * 360 <= east &&
    ((x + 1) * size - 0.5) * 360 >= west &&
    latitudeOf((y + 1) * size) <= north &&
    latitudeOf(y * size) >= south
  );
}
