import {feature, mesh} from 'topojson-client';
import {type Bounds, type Position, project} from '../core/geo/index.js';
import {boxOf, loader} from './load.js';

interface BasemapName {
  readonly text: string;
  /** Two-letter code of a country, to be named in the reader's language. */
  readonly code?: string;
  readonly kind: 'town' | 'region' | 'country';
  readonly position: Position;
  /** Zoom from which on it may be named. */
  readonly zoom: number;
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
  readonly names: readonly BasemapName[];
}

/** A town that may be named from this zoom on is named before the region around it. */
const LARGE = 6;

type Topology = Parameters<typeof feature>[0];
type GeometryObject = NonNullable<Parameters<typeof mesh>[1]>;
type GeometryCollection = Extract<GeometryObject, {type: 'GeometryCollection'}>;
type Line = readonly (readonly number[])[];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

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
        (near(lat, blat) && (near(lat, south) || near(lat, north)));
      // A shape that goes around the antimeridian is drawn as what lies on each side.
      if (!before || along || Math.abs(lon - blon) > 180) path += `M${rx},${ry}`;
      else if (rx !== px || ry !== py) path += `L${rx},${ry}`;
      before = point;
      [px, py] = [rx, ry];
    }
  }
  return path;
}

const ringsOf = (topology: Topology, object: GeometryObject | undefined): Line[] => {
  if (!object) return [];
  const made = feature(topology, object as never) as unknown as GeoJSON.FeatureCollection;
  return made.features.flatMap(({geometry}) =>
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : geometry.type === 'LineString'
          ? [geometry.coordinates]
          : geometry.type === 'MultiLineString'
            ? geometry.coordinates
            : [],
  );
};

/** Reads a TopoJSON basemap (DESIGN, "Basemaps"). @throws {TypeError} when it is none */
export function readBasemap(json: unknown): Basemap {
  const file = json as Topology & {readonly [key: string]: unknown};
  if (file?.type !== 'Topology' || !file.objects?.countries)
    throw new TypeError('It is not a TopoJSON with an object "countries".');
  const {countries, regions, lakes, rivers, disputed} = file.objects as {
    readonly [name: string]: GeometryObject | undefined;
  };
  const bounds = boxOf(file.bounds) ?? {west: -180, south: -85, east: 180, north: 85};
  const maxZoom = typeof file.maxZoom === 'number' ? file.maxZoom : 10;
  const origin = project({lon: bounds.west, lat: bounds.north}, maxZoom);
  const meshOf = (object: GeometryObject | undefined, keep: (a: unknown, b: unknown) => boolean): Line[] =>
    object ? mesh(file, object as GeometryCollection, keep).coordinates : [];
  const draw = (lines: Iterable<Line>, cut?: Bounds) => pathOf(lines, maxZoom, origin, cut);
  const labelled = (object: GeometryObject | undefined, kind: 'region' | 'country', zoom: number) =>
    ((object as GeometryCollection | undefined)?.geometries ?? []).flatMap(
      ({id, properties}): BasemapName[] => {
        const {name, label} = (properties ?? {}) as {name?: unknown; label?: unknown};
        const [lon, lat] = list(label);
        const text = typeof name === 'string' ? name : '';
        const code = kind === 'country' && id !== undefined ? String(id) : undefined;
        if (typeof lon !== 'number' || typeof lat !== 'number' || !(text || code)) return [];
        return [{text, kind, position: {lon, lat}, zoom, ...(code !== undefined && {code})}];
      },
    );
  const towns = list(file.places).flatMap((row): BasemapName[] => {
    const [text, lon, lat, zoom] = list(row);
    return typeof text === 'string' && typeof lon === 'number' && typeof lat === 'number'
      ? [{text, kind: 'town', position: {lon, lat}, zoom: typeof zoom === 'number' ? zoom : 0}]
      : [];
  });
  const large = (town: BasemapName) => town.zoom <= LARGE;
  return {
    attribution: typeof file.attribution === 'string' ? file.attribution : '',
    bounds,
    focus: boxOf(file.focus) ?? bounds,
    maxZoom,
    zoom: maxZoom,
    origin,
    land: draw(ringsOf(file, countries)),
    lakes: draw(ringsOf(file, lakes)),
    rivers: draw(ringsOf(file, rivers)),
    coast: draw(
      meshOf(countries, (a, b) => a === b),
      bounds,
    ),
    borders: draw(meshOf(countries, (a, b) => a !== b)),
    regions: draw(meshOf(regions, (a, b) => a !== b)),
    disputed: draw(ringsOf(file, disputed)),
    // In the order in which they get room.
    names: [
      ...labelled(countries, 'country', 0),
      ...towns.filter(large),
      ...labelled(regions, 'region', 6.5),
      ...towns.filter((town) => !large(town)),
    ],
  };
}

/** A basemap by name or address; fetched once for the page. Rejects when it cannot be had. */
export const loadBasemap = loader(readBasemap);
