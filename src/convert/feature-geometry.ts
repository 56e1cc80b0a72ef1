/** Geometries of GeoJSON: their points apart from their lines and areas, with positions on the Earth alone. */
import {isRow, type Row} from '../core/dataset/index.js';

type Position = readonly [lon: number, lat: number];

/** What is wrong with a position, or said of it. */
export type PositionFault = 'swapped' | 'not-on-earth' | 'zero' | 'wrapped' | 'height' | 'unknown-geometry';

export interface ReadGeometry {
  readonly points: readonly Position[];
  /** Lines and areas, one or a collection; undefined without any. */
  readonly shape: Row | undefined;
  readonly faults: ReadonlyMap<PositionFault, string>;
}

const MAX_DEPTH = 16;
/** Depth of the lists that hold the positions of lines and areas. */
const NESTING: Readonly<Record<string, number>> = {
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Reads a geometry, or a collection of them. Never throws. */
export function readGeometry(geometry: unknown): ReadGeometry {
  const reader = new GeometryReader();
  reader.read(geometry, 0);
  const {points, shapes, faults} = reader;
  const [first] = shapes;
  const shape = shapes.length > 1 ? {type: 'GeometryCollection', geometries: shapes} : first;
  return {points, shape, faults};
}

class GeometryReader {
  readonly points: Position[] = [];
  readonly shapes: Row[] = [];
  readonly faults = new Map<PositionFault, string>();

  read(geometry: unknown, depth: number): void {
    if (geometry === null || geometry === undefined) return;
    const type = isRow(geometry) && typeof geometry.type === 'string' ? geometry.type : '';
    const {coordinates, geometries} = isRow(geometry)
      ? geometry
      : {coordinates: undefined, geometries: undefined};
    const nesting = Object.hasOwn(NESTING, type) ? NESTING[type] : undefined;
    if (type === 'Point') this.#addPoint(coordinates);
    else if (type === 'MultiPoint' && Array.isArray(coordinates))
      for (const each of coordinates) this.#addPoint(each);
    else if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < MAX_DEPTH)
      for (const each of geometries) this.read(each, depth + 1);
    else if (nesting !== undefined && Array.isArray(coordinates)) this.#addShape(type, coordinates, nesting);
    else this.#fault('unknown-geometry', type || typeof geometry);
  }

  #addPoint(value: unknown): void {
    // What has no position is a point that is empty.
    if (Array.isArray(value) && value.length === 0) return;
    const position = this.#position(value);
    if (!position) return;
    const [lon, lat] = position;
    if (lon === 0 && lat === 0) this.#fault('zero', '0, 0');
    else if (Math.abs(lon) <= 180) this.points.push(position);
    else {
      this.#fault('wrapped', `${lon}`);
      this.points.push([lon - 360 * Math.sign(lon), lat]);
    }
  }

  #addShape(type: string, coordinates: readonly unknown[], nesting: number): void {
    const kept = this.#list(coordinates, nesting, type.endsWith('Polygon') ? 4 : 2);
    if (kept.length > 0) this.shapes.push({type, coordinates: kept});
  }

  /** Lists with the positions that can be used; lines and rings of too few are left out. */
  #list(list: readonly unknown[], nesting: number, least: number): readonly unknown[] {
    if (nesting > 1)
      return list
        .map((each) => (Array.isArray(each) ? this.#list(each, nesting - 1, least) : []))
        .filter((each) => each.length > 0);
    const positions = list.flatMap((each) => {
      const position = this.#position(each);
      return position ? [position] : [];
    });
    return positions.length < least ? [] : positions;
  }

  #position(value: unknown): Position | undefined {
    const [lon, lat] = Array.isArray(value) ? value.slice(0, 2).map(degreesOf) : [];
    const written = Array.isArray(value)
      ? value.slice(0, 2).map(String).join(', ').slice(0, 60)
      : typeof value;
    if (lon === undefined || lat === undefined || Math.abs(lon) > 360 || Math.abs(lat) > 180)
      this.#fault('not-on-earth', written);
    else if (Math.abs(lat) > 90) this.#fault(Math.abs(lon) <= 90 ? 'swapped' : 'not-on-earth', written);
    else {
      if (Array.isArray(value) && value.length > 2 && value[2] !== null && value[2] !== 0)
        this.#fault('height', String(value[2]).slice(0, 30));
      return [lon + 0, lat + 0];
    }
    return undefined;
  }

  #fault(fault: PositionFault, example: string): void {
    if (!this.faults.has(fault)) this.faults.set(fault, example);
  }
}

/** Degrees, also written as text. */
function degreesOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^\s*[+-]?\d{1,9}(?:\.\d{1,30})?\s*$/.test(value)
    ? Number(value)
    : undefined;
}
