/** The countries of npm `world-atlas` (Natural Earth, 1:50m): what the map of the world is held against. */
import {iso31661NumericToAlpha2} from 'iso-3166';
import {feature} from 'topojson-client';

type Ring = readonly (readonly number[])[];

/** A ring in degrees: longitudes, latitudes, and the box around it. */
interface Outline {
  readonly ring: Ring;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** What a country is, as its rings: a position inside an odd number of them lies in it. */
export class Shape {
  readonly #south: number;
  readonly #north: number;

  constructor(readonly outlines: readonly Outline[]) {
    this.#south = Math.min(...outlines.map(({box}) => box[1]));
    this.#north = Math.max(...outlines.map(({box}) => box[3]));
  }

  holds(lon: number, lat: number): boolean {
    return this.lengthAlong(lat, lon - 1e-9, lon + 1e-9) > 0;
  }

  /** How many degrees of a parallel lie inside, from a longitude to another, which may be beyond 180°. */
  lengthAlong(lat: number, west: number, east: number): number {
    if (lat <= this.#south || lat >= this.#north) return 0;
    let sum = 0;
    for (const turn of [-360, 0, 360]) {
      const crossings = this.outlines
        .filter(({box}) => box[2] + turn > west && box[0] + turn < east && lat > box[1] && lat < box[3])
        .flatMap(({ring}) => crossingsOf(ring, lat));
      crossings.sort((a, b) => a - b);
      for (let i = 1; i < crossings.length; i += 2) {
        const start = Math.max(west, (crossings[i - 1] ?? 0) + turn);
        const end = Math.min(east, (crossings[i] ?? 0) + turn);
        sum += Math.max(0, end - start);
      }
    }
    return sum;
  }
}

/** The longitudes where a ring crosses a parallel. */
function crossingsOf(ring: Ring, lat: number): readonly number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    if (y0 > lat !== y1 > lat) found.push(x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0));
  }
  return found;
}

/** A ring that crosses the antimeridian goes on beyond 180°. */
function unrolled(ring: Ring): Ring {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lon = 0, lat = 0]) => {
    if (Math.abs(lon - before) > 180 && lat > -85) turn += lon < before ? 360 : -360;
    before = lon;
    return [lon + turn, lat];
  });
}

const outlineOf = (line: Ring): Outline => {
  const ring = unrolled(line);
  const lons = ring.map(([lon = 0]) => lon);
  const lats = ring.map(([, lat = 0]) => lat);
  return {ring, box: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]};
};

/** The polygons of a GeoJSON feature as one shape. */
function shapeOf({geometry}: GeoJSON.Feature): Shape {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return new Shape(polygons.flat().map(outlineOf));
}

/** Those to whom ISO 3166-1 has given no code, by their names in the atlas. */
const GIVEN: Readonly<Record<string, string>> = {Kosovo: 'XK', 'N. Cyprus': 'XC', Somaliland: 'XS'};

/** The features of one object of a TopoJSON. */
const featuresOf = (topology: unknown, name: string): readonly GeoJSON.Feature[] => {
  const file = topology as Parameters<typeof feature>[0];
  return (feature(file, file.objects[name] as never) as unknown as GeoJSON.FeatureCollection).features;
};

/** Where the parts of France lie that have codes of their own, which the atlas does not tell apart. */
const FAR: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  GF: [-53, 4],
  GP: [-61.5, 16.2],
  MQ: [-61, 14.6],
  RE: [55.5, -21.1],
  YT: [45.1, -12.8],
};

function codeOf(country: string, {box: [west, south, east, north]}: Outline): string {
  const far = Object.entries(FAR).find(
    ([, [lon, lat]]) => west - 1 < lon && lon < east + 1 && south - 0.5 < lat && lat < north + 0.5,
  );
  return (country === 'FR' && far?.[0]) || country;
}

/** Shapes of countries by their codes of two letters. */
export function countriesOf(topology: unknown): ReadonlyMap<string, Shape> {
  const outlines = new Map<string, Outline[]>();
  for (const each of featuresOf(topology, 'countries')) {
    const country = iso31661NumericToAlpha2[String(each.id)] ?? GIVEN[String(each.properties?.name)];
    if (!country) continue;
    // Some are of several features.
    for (const outline of shapeOf(each).outlines) {
      const code = codeOf(country, outline);
      outlines.set(code, [...(outlines.get(code) ?? []), outline]);
    }
  }
  return new Map([...outlines].map(([code, all]) => [code, new Shape(all)]));
}

/** All land as one shape. */
export const landOf = (topology: unknown): Shape =>
  new Shape(featuresOf(topology, 'land').flatMap((each) => shapeOf(each).outlines));
