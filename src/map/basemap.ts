import {type mesh, meshArcs} from 'topojson-client';
import type {Text} from '../core/dataset/index.js';
import {
  type Bounds,
  type PackedTowns,
  type Position,
  project,
  unpackArcs,
  unpackTowns,
} from '../core/geo/index.js';
import {joinShapes, type RegionShape} from '../core/layout/index.js';
import {loadAlong} from './along.js';
import {boxOf, loader} from './load.js';

/** A name of a point: a town, or a sea. */
interface BasemapName {
  readonly name: Text;
  readonly kind: 'town' | 'sea';
  readonly position: Position;
  /** Zoom from which on it may be named. */
  readonly zoom: number;
}

/** A country, or a region of the first level: its outline, by which its name is placed. */
export interface BasemapRegion {
  readonly kind: 'country' | 'region';
  /** ISO 3166-1 or 3166-2; undefined for what has none. */
  readonly id: string | undefined;
  /** Undefined for what is named by its code, or not at all. */
  readonly name: Text | undefined;
  /** In pixels of the whole world at the basemap's `zoom`. */
  readonly shape: RegionShape;
  /** Of one too small for that: a position that is surely inside, in the same pixels. */
  readonly at?: readonly [x: number, y: number];
}

/** A disputed border, and the states, by ISO 3166-1 code, that see a border like others there, or none. */
interface Dispute {
  readonly path: string;
  readonly plain: readonly unknown[];
  readonly hidden: readonly unknown[];
}

/** A background that is drawn as SVG: paths in world pixels at `zoom`, less `origin`. */
export interface Basemap {
  readonly attribution: string;
  readonly bounds: Bounds;
  /** What to show when the story has no place. */
  readonly focus: Bounds;
  /** Nearer than this its lines are wrong by more than a reader would forgive. */
  readonly maxZoom: number;
  readonly zoom: number;
  readonly origin: readonly [x: number, y: number];
  readonly land: string;
  readonly lakes: string;
  readonly rivers: string;
  readonly coast: string;
  readonly borders: string;
  readonly regions: string;
  readonly disputed: string;
  /** The same line by line. */
  readonly disputes: readonly Dispute[];
  /** Countries and regions, to be named within their outlines. */
  readonly areas: readonly BasemapRegion[];
  /** Seas and towns, in the order in which they get room. */
  readonly names: readonly BasemapName[];
}

type Topology = Parameters<typeof mesh>[0];
type GeometryObject = NonNullable<Parameters<typeof mesh>[1]>;
type GeometryCollection = Extract<GeometryObject, {type: 'GeometryCollection'}>;
type Geometry = GeometryCollection['geometries'][number];
type Line = readonly (readonly number[])[];

/** Where Web Mercator ends, and the paths with it. */
const POLE = 85.0511287798066;
/** Degrees from which on a position lies on the edge of the world, or so near a pole that nothing crosses the edge. */
const EDGE = 179.999;
const POLAR = 85;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text, or one by language; undefined for anything else. */
function textOf(value: unknown): Text | undefined {
  if (typeof value === 'string') return value || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const said = Object.entries(value).filter((each): each is [string, string] => typeof each[1] === 'string');
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/**
 * A ring that crosses the antimeridian goes on beyond 180° and does not jump to the other side: the copies of the world
 * beside this one show the rest. One around a pole is closed along it.
 */
function unrolled(line: Line, isRing: boolean): Line {
  let turn = 0;
  let before = line[0]?.[0] ?? 0;
  const points = line.map(([lon = 0, lat = 0]) => {
    // From one edge of the world to the other along a pole is where the data was cut; elsewhere it is one position.
    const isCut = Math.abs(lon) > EDGE && Math.abs(before) > EDGE && Math.abs(lat) > POLAR;
    if (lon - before > 180 && !isCut) turn -= 360;
    else if (before - lon > 180 && !isCut) turn += 360;
    before = lon;
    return [lon + turn, lat];
  });
  if (turn === 0 || !isRing) return points;
  const south = points.reduce((sum, [, lat = 0]) => sum + lat, 0) < 0;
  const [[first = 0] = [], [last = 0] = []] = [points[0], points.at(-1)];
  const pole = south ? -POLE : POLE;
  return [...points, [last, pole], [first, pole], points[0] ?? []];
}

/** Lines as SVG path data; segments along the edge of the box are where the data was cut, and are no coast. */
function pathOf(
  lines: Iterable<Line>,
  zoom: number,
  [ox, oy]: readonly [number, number],
  cut?: Bounds,
): string {
  let path = '';
  const {west = NaN, south = NaN, east = NaN, north = NaN} = cut ?? {};
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-3;
  for (const line of lines) {
    let before: readonly number[] | undefined;
    let [px, py] = [NaN, NaN];
    for (const point of line) {
      const [lon = 0, lat = 0] = point;
      const [x, y] = project({lon, lat}, zoom);
      const [rx, ry] = [Math.round((x - ox) * 10) / 10, Math.round((y - oy) * 10) / 10];
      const [blon = NaN, blat = NaN] = before ?? [];
      const along =
        (near(lon, blon) && (near(lon, west) || near(lon, east))) ||
        (near(lat, blat) && (lat < south + 1e-3 || lat > north - 1e-3));
      if (!before || along) path += `M${rx},${ry}`;
      else if (rx !== px || ry !== py) path += `L${rx},${ry}`;
      before = point;
      [px, py] = [rx, ry];
    }
  }
  return path;
}

const geometriesOf = (object: GeometryObject | undefined): readonly Geometry[] =>
  (object as GeometryCollection | undefined)?.geometries ?? [];

/** The points of arcs that follow each other; one that is written as its complement is gone through backwards. */
function lineOf({arcs, transform}: Topology, indexes: readonly number[]): Line {
  return indexes.flatMap((index, i) => {
    let [x, y] = [0, 0];
    const points = (arcs[index < 0 ? ~index : index] ?? []).map(([px = 0, py = 0]) => {
      if (!transform) return [px, py];
      const {scale, translate} = transform;
      x += px;
      y += py;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    if (index < 0) points.reverse();
    // It begins where the one before it ends.
    return i > 0 ? points.slice(1) : points;
  });
}

/** The rings or lines of a geometry. */
function linesOf(topology: Topology, object: GeometryObject): readonly Line[] {
  const {type, arcs = []} = object as {readonly type?: string; readonly arcs?: readonly unknown[]};
  const isRing = !!type?.endsWith('Polygon');
  const lines = type === 'LineString' ? [arcs] : type === 'MultiPolygon' ? arcs.flat() : arcs;
  return (lines as readonly (readonly number[])[]).map((line) => unrolled(lineOf(topology, line), isRing));
}

function shapeOf(lines: readonly Line[], zoom: number): RegionShape {
  const boxes = new Float64Array(4 * lines.length);
  const rings = lines.map((line, i) => {
    const ring = new Float64Array(2 * line.length);
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [at, [lon = 0, lat = 0]] of line.entries()) {
      const [x, y] = project({lon, lat}, zoom);
      ring[2 * at] = x;
      ring[2 * at + 1] = y;
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [north, south] = [Math.min(north, y), Math.max(south, y)];
    }
    boxes.set([west, north, east, south], 4 * i);
    return ring;
  });
  return {rings, boxes};
}

const propertyOf = ({properties}: Geometry, key: string): unknown =>
  (properties as {readonly [key: string]: unknown} | null | undefined)?.[key];

/** A position as files write it, in pixels. */
function pointOf(value: unknown, zoom: number): readonly [x: number, y: number] | undefined {
  const [lon, lat] = list(value);
  return typeof lon === 'number' && typeof lat === 'number' ? project({lon, lat}, zoom) : undefined;
}

/** The country of a region: what it says itself, or what its code begins with. */
const countryOf = (geometry: Geometry): string =>
  String(propertyOf(geometry, 'country') ?? `${geometry.id ?? ''}`.slice(0, 2));

/** Arcs of lines, whichever way they run. */
function arcsOf(geometries: readonly Geometry[]): ReadonlySet<number> {
  const arcs = geometries.flatMap(
    (geometry) => (geometry as {readonly arcs?: readonly unknown[]}).arcs?.flat(2) ?? [],
  ) as readonly number[];
  return new Set(arcs.map((arc) => (arc < 0 ? ~arc : arc)));
}

/** Those that come along have their arcs as text. */
function unpacked(json: unknown): Topology & {readonly [key: string]: unknown} {
  const file = json as Topology & {readonly [key: string]: unknown};
  const arcs: unknown = file?.arcs;
  return typeof arcs === 'string' ? {...file, arcs: unpackArcs(arcs) as Topology['arcs']} : file;
}

/** Reads a TopoJSON basemap (docs/BASEMAPS.md). @throws {TypeError} when it is none */
export function readBasemap(json: unknown): Basemap {
  const file = unpacked(json);
  const {countries, regions, lakes, rivers, disputed} = (file?.objects ?? {}) as {
    readonly [name: string]: GeometryObject | undefined;
  };
  // Cells of the world have regions alone, which say what their countries are.
  const whole = countries ?? (file?.cronomapa === 'basemap-1' ? regions : undefined);
  if (file?.type !== 'Topology' || !whole)
    throw new TypeError('It is not a TopoJSON with an object "countries".');
  const bounds = boxOf(file.bounds) ?? {west: -180, south: -85, east: 180, north: 85};
  const maxZoom = typeof file.maxZoom === 'number' ? file.maxZoom : 10;
  const origin = project({lon: bounds.west, lat: bounds.north}, maxZoom);
  const contested = arcsOf(geometriesOf(disputed));
  const meshOf = (
    object: GeometryObject | undefined,
    keep: (a: Geometry, b: Geometry) => boolean,
  ): readonly Line[] => {
    if (!object) return [];
    const {arcs} = meshArcs(file, object as GeometryCollection, keep as never) as {readonly arcs: number[][]};
    const plain = arcs.map((line) => line.filter((arc) => !contested.has(arc < 0 ? ~arc : arc)));
    return linesOf(file, {
      type: 'MultiLineString',
      arcs: plain.flatMap((line) => line.map((arc) => [arc])),
    } as never);
  };
  const draw = (lines: Iterable<Line>, cut?: Bounds) => pathOf(lines, maxZoom, origin, cut);
  const drawAll = (object: GeometryObject | undefined, cut?: Bounds) =>
    draw(
      geometriesOf(object).flatMap((geometry) => linesOf(file, geometry as never)),
      cut,
    );
  const disputes = geometriesOf(disputed).map(
    (geometry): Dispute => ({
      path: draw(linesOf(file, geometry as never)),
      plain: list(propertyOf(geometry, 'plain')),
      hidden: list(propertyOf(geometry, 'hidden')),
    }),
  );
  const sameCountry = (a: Geometry, b: Geometry) => (countries ? a === b : countryOf(a) === countryOf(b));
  const areas = (object: GeometryObject | undefined, kind: BasemapRegion['kind']) =>
    geometriesOf(object).map(
      (geometry): BasemapRegion => ({
        kind,
        id: geometry.id === undefined ? undefined : String(geometry.id),
        name: textOf(propertyOf(geometry, 'name')),
        shape: shapeOf(linesOf(file, geometry as never), maxZoom),
        at: pointOf(propertyOf(geometry, 'at'), maxZoom),
      }),
    );
  return {
    attribution: typeof file.attribution === 'string' ? file.attribution : '',
    bounds,
    focus: boxOf(file.focus) ?? bounds,
    maxZoom,
    zoom: maxZoom,
    origin,
    land: drawAll(whole),
    lakes: drawAll(lakes),
    rivers: drawAll(rivers),
    coast: draw(
      meshOf(whole, (a, b) => a === b),
      bounds,
    ),
    borders: draw(
      meshOf(whole, (a, b) => !sameCountry(a, b)),
      bounds,
    ),
    regions: draw(
      meshOf(regions, (a, b) => a !== b && (!!countries || sameCountry(a, b))),
      bounds,
    ),
    disputed: disputes.map(({path}) => path).join(''),
    disputes,
    areas: [
      ...(countries
        ? areas(countries, 'country')
        : countriesOf(areas(regions, 'region'), geometriesOf(regions), maxZoom, file.names, file.at)),
      ...areas(regions, 'region'),
    ],
    names: [
      ...pointNames(file.seas, 'sea'),
      ...pointNames(file.towns ? unpackTowns(file.towns as PackedTowns) : file.places, 'town'),
    ],
  };
}

/**
 * The countries that regions add up to.
 *
 * @param names of those whose codes no platform knows
 * @param at where those are that their outlines hardly show
 */
function countriesOf(
  regions: readonly BasemapRegion[],
  geometries: readonly Geometry[],
  zoom: number,
  names: unknown,
  at: unknown,
): readonly BasemapRegion[] {
  const [named, placed] = [names, at].map((table) => new Map(Object.entries(table ?? {})));
  const parts = new Map<string, BasemapRegion[]>();
  for (const [i, region] of regions.entries()) {
    const country = countryOf(geometries[i] as Geometry);
    parts.set(country, [...(parts.get(country) ?? []), region]);
  }
  return [...parts].map(([id, own]) => ({
    kind: 'country',
    id,
    name: textOf(named?.get(id)),
    shape: joinShapes(own.map(({shape}) => shape)),
    at: pointOf(placed?.get(id), zoom),
  }));
}

const pointNames = (rows: unknown, kind: BasemapName['kind']) =>
  list(rows).flatMap((row): BasemapName[] => {
    const [text, lon, lat, zoom] = list(row);
    const name = textOf(text);
    return name !== undefined && typeof lon === 'number' && typeof lat === 'number'
      ? [{name, kind, position: {lon, lat}, zoom: typeof zoom === 'number' ? zoom : 0}]
      : [];
  });

/** A basemap by name or address; fetched once for the page. Rejects when it cannot be had. */
export const loadBasemap = loader(async (json) => {
  const isOurs = (json as {readonly cronomapa?: unknown} | null)?.cronomapa === 'basemap-1';
  return readBasemap(isOurs ? json : (await import('../core/topology/index.js')).prepare(json));
});

/** A cell of the world's details, by the name of its file. Rejects when it cannot be had. */
export const loadCell = async (name: string): Promise<Basemap> =>
  readBasemap((await loadAlong(`detail/${name}`)).json);
