/**
 * Checks and thins an author's own basemap, which may be anything. Fetched with the first of them: the basemaps that
 * come along need neither.
 */
type Position = readonly number[];
type Arc = readonly Position[];

interface Geometry {
  readonly type?: unknown;
  readonly arcs?: unknown;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

interface File {
  readonly type?: unknown;
  readonly arcs?: unknown;
  readonly transform?: {readonly scale?: unknown; readonly translate?: unknown} | null;
  readonly objects?: {readonly [name: string]: Geometry | null} | null;
  readonly bounds?: unknown;
}

/** Points of a file above which it is thinned. */
const MANY = 40_000;
/** A thinned file keeps what is to be told apart when all of it is so many pixels wide; twice as coarse at each try. */
const WIDTH = 4096;
const COARSER = 6;
/** Positions beyond this are not degrees; some go on beyond 180°. */
const [LON, LAT] = [540, 90.001];

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPair = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && isNumber(value[0]) && isNumber(value[1]);

/** Positions of all arcs in degrees, without the transform. */
function positionsOf({arcs, transform}: File): readonly Arc[] {
  if (!Array.isArray(arcs)) throw new TypeError('Its "arcs" are no array: it may have been cut off.');
  const {scale, translate} = transform ?? {};
  const [kx, ky] = isPair(scale) ? scale : [1, 1];
  const [dx, dy] = isPair(translate) ? translate : [0, 0];
  return arcs.map((arc: unknown, index) => {
    let [x, y] = [0, 0];
    if (!Array.isArray(arc)) throw new TypeError(`Arc ${index} is no array of positions.`);
    return arc.map((position: unknown): Position => {
      if (!isPair(position)) throw new TypeError(`Arc ${index} has a position that is no pair of numbers.`);
      // With a transform positions are steps from the one before.
      [x, y] = transform ? [x + position[0], y + position[1]] : [position[0], position[1]];
      const [lon, lat] = [x * kx + dx, y * ky + dy];
      if (Math.abs(lon) > LON || Math.abs(lat) > LAT)
        throw new TypeError(
          `Arc ${index} has the position ${lon}, ${lat}, which is no longitude and latitude. Write it in degrees (WGS 84, EPSG:4326), as with "mapshaper in.json -proj wgs84 -o out.json".`,
        );
      return [lon, lat];
    });
  });
}

/** An arc without the points that are nearer than `least` to the last one kept; its ends stay. */
function thinned(arc: Arc, least: number): Arc {
  let [x = 0, y = 0] = arc[0] ?? [];
  return arc.filter((position, i) => {
    const [lon = 0, lat = 0] = position;
    const isKept = i === 0 || i === arc.length - 1 || Math.hypot(lon - x, lat - y) >= least;
    if (isKept) [x, y] = [lon, lat];
    return isKept;
  });
}

/** A geometry without what names arcs that there are not. */
function whole(geometry: Geometry | null, count: number, name: string): Geometry {
  if (Array.isArray(geometry?.geometries))
    return {
      ...geometry,
      type: 'GeometryCollection',
      geometries: geometry.geometries.map((each) => whole(each, count, name)),
    };
  const check = (arcs: unknown): void => {
    if (Array.isArray(arcs)) for (const each of arcs) check(each);
    else if (!Number.isInteger(arcs) || Number(arcs) >= count || Number(arcs) < -count)
      throw new TypeError(
        `The object "${name}" names an arc ${String(arcs)}, and there are ${count}: the file may have been cut off.`,
      );
  };
  check(geometry?.arcs ?? []);
  // A shape without geometry has nothing to draw.
  return geometry?.arcs ? geometry : {...geometry, type: null};
}

/** What is wrong with the kind of file, and what to do. */
function faultOf({type, objects, ...others}: File): string | undefined {
  if (type === 'FeatureCollection' || type === 'Feature')
    return 'It is GeoJSON. Make it a TopoJSON, as with "mapshaper in.json -rename-layers countries -o format=topojson out.json".';
  if (type !== 'Topology')
    return 'cronomapa' in others || 'events' in others
      ? 'It is a story, and no basemap.'
      : 'It is no TopoJSON: its "type" is not "Topology".';
  if (objects?.countries) return undefined;
  const names = Object.keys(objects ?? {});
  return `It has no object "countries"${names.length > 0 ? `, but ${names.map((name) => `"${name}"`).join(', ')}: rename the one with the polygons` : ''}.`;
}

/** @throws {TypeError} with what to do, when it cannot be drawn */
export function prepare(json: unknown): unknown {
  const file = (typeof json === 'object' && json !== null ? json : {}) as File;
  const fault = faultOf(file);
  if (fault) throw new TypeError(fault);
  const arcs = positionsOf(file);
  const {transform: _, objects, ...others} = file;
  return {
    ...others,
    objects: Object.fromEntries(
      Object.entries(objects ?? {}).map(([name, object]) => [name, whole(object, arcs.length, name)]),
    ),
    arcs: fewEnough(arcs),
  };
}

const pointsOf = (arcs: readonly Arc[]): number => arcs.reduce((sum, {length}) => sum + length, 0);

/** Arcs that can be drawn in a frame: where there are too many points, coarser and coarser ones. */
function fewEnough(arcs: readonly Arc[]): readonly Arc[] {
  let drawn = arcs;
  let least = widthOf(arcs) / WIDTH;
  for (let i = 0; i < COARSER && pointsOf(drawn) > MANY; i++, least *= 2)
    drawn = drawn.map((arc) => thinned(arc, least));
  return drawn;
}

/** Degrees from the westernmost to the easternmost position. */
function widthOf(arcs: readonly Arc[]): number {
  let [west, east] = [Infinity, -Infinity];
  for (const arc of arcs) {
    for (const [lon = 0] of arc) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
    }
  }
  return east - west;
}
