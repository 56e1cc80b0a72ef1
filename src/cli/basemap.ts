import {feature} from 'topojson-client';
import {type PackedTowns, unpackArcs, unpackTowns} from '../core/geo/index.js';
import {Arcs} from './arcs.js';
import {clipLine, clipRing} from './clip.js';
import {command} from './command.js';
import {COUNTRIES} from './countries.js';
import {dissolve, type Point, polygonsOf, type Ring, Seams, within} from './dissolve.js';
import type {Io} from './io.js';
import {plain} from './report.js';
import {languageOf, UsageError} from './usage.js';

/** West, south, east, north. */
type Box = readonly [number, number, number, number];
type Names = string | Readonly<Record<string, string>>;
type Town = readonly [name: Names, lon: number, lat: number, zoom: number];

interface Geometry {
  readonly id?: string;
  readonly properties?: {readonly name?: Names; readonly country?: string; readonly [key: string]: unknown};
}

/** A cell of the world, as data/basemaps/detail/ has it. */
interface Cell {
  readonly maxZoom: number;
  readonly bounds: Box;
  readonly places?: readonly Town[];
  readonly names?: Readonly<Record<string, Names>>;
  readonly arcs: ReturnType<typeof unpackArcs>;
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: Readonly<Record<string, {readonly geometries: readonly Geometry[]} | undefined>>;
}

interface Region extends Geometry {
  readonly rings: Ring[];
}

/** Names of the levels of cells, with what each is for. */
const LEVELS: Readonly<Record<string, string>> = {
  5: 'half a continent',
  6: 'a country',
  7: 'a part of a country',
  8: 'a town and what is around it',
};

export const basemap = command({
  name: 'basemap',
  operands: {
    name: '--country CODE | --bbox W,S,E,N',
    words: 'no file, but --country or --bbox',
    least: 0,
    most: 0,
  },
  summary: 'Writes a part of the world that comes along as a TopoJSON, for you to change.',
  about: 'docs/BASEMAPS.md says how.',
  options: {
    country: {type: 'string', value: 'CODE', help: 'a country alone, by its ISO 3166-1 code, as BR'},
    bbox: {
      type: 'string',
      value: 'W,S,E,N',
      help: 'what lies within, in degrees; with --country, of that country alone',
    },
    level: {
      type: 'string',
      value: '5|6|7|8',
      help: 'how detailed: half a continent, a country, a part of it, a town (the default)',
    },
    lang: {type: 'string', value: 'TAG,TAG', help: 'the languages of names; all five by default'},
    output: {type: 'string', short: 'o', value: 'FILE', help: 'writes it there'},
    force: {type: 'boolean', help: 'replaces a file that is there'},
  },
  examples: ['cronomapa basemap --country BR --lang pt,en -o br.json'],
  prepare: withWest,
  run: ({values}, io) => write(values, io),
});

interface Asked {
  readonly country?: string;
  readonly bbox?: string;
  readonly level?: string;
  readonly lang?: string;
  readonly output?: string;
  readonly force?: boolean;
}

async function write(values: Asked, io: Io): Promise<number> {
  const {country, level = '8', output} = values;
  if (!(level in LEVELS))
    throw new UsageError(
      `There is no level "${level}", but ${Object.entries(LEVELS)
        .map(([name, what]) => `${name}, for ${what}`)
        .join('; ')}.`,
    );
  const boxes = values.bbox === undefined ? boxesOf(country) : [boxOf(values.bbox)];
  if (country !== undefined) boxesOf(country);
  const languages = values.lang?.split(',').map((tag) => languageOf(tag.trim()));
  if (output !== undefined && !values.force && (await isThere(output, io))) {
    io.err(`${plain(output)} is there already, and is left as it is. Add --force to replace it.\n`);
    return 1;
  }
  const names = (await io.cells()).filter((name) => name.startsWith(`${level}-`));
  const cells: Cell[] = [];
  for (const name of names) {
    if (boxes.some((box) => meets(name, box))) cells.push(cellOf(await io.cell(name)));
    else if (boxes.some((box) => meets(name, turned(box, -TURN))))
      cells.push(eastward(cellOf(await io.cell(name))));
  }
  io.err(`${cells.length} cells of the world at level ${level} are read …\n`);
  const made = merge(cells, {country, box: values.bbox === undefined ? undefined : boxes[0], languages});
  if (!made) {
    io.err(
      `There is no land ${country === undefined ? 'in this box' : `of ${country} in this box`}. --bbox is west,south,east,north, in degrees.\n`,
    );
    return 1;
  }
  const text = `${JSON.stringify(made.file)}\n`;
  if (output === undefined) io.out(text);
  else await io.write(output, text);
  io.err(
    `${output === undefined ? 'Written' : plain(output)}: ${made.regions} regions, ${made.towns} towns, ${Math.ceil(text.length / 1000)} kB.\n`,
  );
  return 0;
}

/** A cell with all that is packed in its file. */
function cellOf(text: string): Cell {
  const {arcs, towns, ...cell} = JSON.parse(text) as Omit<Cell, 'arcs' | 'places'> & {
    readonly arcs: string;
    readonly towns?: PackedTowns;
  };
  return {...cell, arcs: unpackArcs(arcs), ...(towns && {places: unpackTowns(towns)})};
}

/** Once around the Earth, in degrees. */
const TURN = 360;

const turned = ([west, south, east, north]: Box, by: number): Box => [west + by, south, east + by, north];

/** A cell beyond 180°, where a box that goes on over that has it. */
const eastward = (cell: Cell): Cell => ({
  ...cell,
  bounds: turned(cell.bounds, TURN),
  transform: {...cell.transform, translate: [TURN, 0]},
  ...(cell.places && {places: cell.places.map(([name, lon, lat, zoom]) => [name, lon + TURN, lat, zoom])}),
});

/** A box may begin with a minus, which is no option. */
function withWest(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, i) => {
    if (arg === '--bbox' && args[i + 1]?.startsWith('-')) return [`--bbox=${args[i + 1]}`];
    return args[i - 1] === '--bbox' && arg.startsWith('-') ? [] : [arg];
  });
}

const isThere = (file: string, {read}: Io) =>
  read(file).then(
    () => true,
    () => false,
  );

/** The boxes of a country; what is meant may be near in the alphabet. */
function boxesOf(code: string | undefined): readonly Box[] {
  if (code === undefined)
    throw new UsageError(
      'basemap needs --country, an ISO 3166-1 code as BR, or --bbox west,south,east,north.',
    );
  const known = Object.keys(COUNTRIES);
  if (known.includes(code)) return COUNTRIES[code] ?? [];
  const near = known.filter((each) => each[0] === code[0]?.toUpperCase());
  const hint = known.includes(code.toUpperCase())
    ? `Write it as ${code.toUpperCase()}.`
    : near.length > 0
      ? `Those that begin alike: ${near.join(', ')}.`
      : '';
  throw new UsageError(`"${code}" is no ISO 3166-1 code of a country, as BR. ${hint}`.trim());
}

/** A box in degrees; one that crosses 180°, as 176,-20,-178,-12, goes on beyond that. */
function boxOf(words: string): Box {
  const [west = NaN, south = NaN, end = NaN, north = NaN, ...others] = words.split(',').map(Number);
  // The other way round it would be most of the world.
  const east = west - end > TURN / 2 ? end + TURN : end;
  const isBox = west >= -180 && west <= 180 && end <= 180 && south >= -90 && north <= 90;
  if (!isBox || !(west < east && south < north) || others.length > 0)
    throw new UsageError(
      `"${words}" is no box. Write west,south,east,north in degrees, as -74,-34,-34,6, or 176,-20,-178,-12 across 180°.`,
    );
  return [west, south, east, north];
}

const latitudeOf = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

/** Whether a cell, `level-z-x-y`, has a part of a box. */
function meets(name: string, [west, south, east, north]: Box): boolean {
  const [, z = 0, x = 0, y = 0] = name.split('-').map(Number);
  const size = 2 ** -z;
  return (
    (x * size - 0.5) * 360 < east &&
    ((x + 1) * size - 0.5) * 360 > west &&
    latitudeOf((y + 1) * size) < north &&
    latitudeOf(y * size) > south
  );
}

const countryOf = ({id = '', properties}: Geometry) => properties?.country ?? id.slice(0, 2);

interface Wanted {
  readonly country: string | undefined;
  /** To which all is cut. */
  readonly box: Box | undefined;
  readonly languages: readonly string[] | undefined;
}

/** Degrees by which a thinned coast may be off. */
const COAST = 0.03;

/** One basemap of cells, with what is wanted of them; undefined where that is nothing. */
function merge(cells: readonly Cell[], {country, box, languages}: Wanted) {
  const [first] = cells;
  if (!first) return undefined;
  const {
    transform: {scale},
    maxZoom,
  } = first;
  const onGrid = ([lon = 0, lat = 0]: readonly number[]): Point => [
    Math.round(lon / scale[0]),
    Math.round(lat / scale[1]),
  ];
  const linesOf = (cell: Cell, geometry: Geometry): Ring[] => {
    const shape = feature(cell as never, geometry as never) as unknown as {
      readonly geometry: {readonly coordinates: unknown};
    };
    const lines = (value: unknown): Ring[] => {
      const list = value as readonly unknown[];
      const isLine = typeof (list[0] as readonly unknown[] | undefined)?.[0] === 'number';
      return isLine ? [(list as readonly (readonly number[])[]).map(onGrid)] : list.flatMap(lines);
    };
    return lines(shape.geometry.coordinates);
  };
  const edges = (i: 0 | 1) =>
    new Set(
      cells.flatMap(({bounds}) => [onGrid([bounds[0], bounds[1]])[i], onGrid([bounds[2], bounds[3]])[i]]),
    );
  const seams = new Seams([edges(0), edges(1)]);
  const regions = new Map<string, Region>();
  const others = {lakes: [] as Ring[], rivers: [] as Ring[]};
  const disputed: {readonly properties: Geometry['properties']; readonly lines: Ring[]}[] = [];
  for (const cell of cells) {
    for (const geometry of cell.objects.regions?.geometries ?? []) {
      const rings = linesOf(cell, geometry);
      for (const point of rings.flat()) seams.add(point);
      if (country !== undefined && countryOf(geometry) !== country) continue;
      // Where a part is small, it has no name.
      const key = geometry.id ?? JSON.stringify([countryOf(geometry), geometry.properties?.name]);
      const known = regions.get(key);
      if (known && !known.properties?.name)
        regions.set(key, {...geometry, rings: [...known.rings, ...rings]});
      else if (known) known.rings.push(...rings);
      else regions.set(key, {...geometry, rings});
    }
    for (const kind of ['lakes', 'rivers'] as const)
      for (const geometry of cell.objects[kind]?.geometries ?? [])
        others[kind].push(...linesOf(cell, geometry));
    for (const geometry of cell.objects.disputed?.geometries ?? [])
      disputed.push({properties: geometry.properties, lines: linesOf(cell, geometry)});
  }
  if (regions.size === 0) return undefined;
  const cut = box && ([...onGrid([box[0], box[1]]), ...onGrid([box[2], box[3]])] as unknown as Box);
  const clipped = (rings: readonly Ring[]) => (cut ? rings.flatMap((ring) => clipRing(ring, cut)) : rings);
  const drawn = [...regions.values()]
    .map((region) => ({...region, rings: clipped(dissolve(region.rings, seams))}))
    .filter(({rings}) => rings.length > 0);
  if (drawn.length === 0) return undefined;
  const land = drawn.flatMap(({rings}) => rings);
  const isOnLand = within(land);
  const isSeen = (point: Point) =>
    cut
      ? point[0] >= cut[0] && point[0] <= cut[2] && point[1] >= cut[1] && point[1] <= cut[3]
      : country === undefined || isOnLand(point);
  const seen = (all: readonly Ring[]) => all.flatMap((line) => clipLine(line, isSeen));
  const codes = [...new Set(drawn.map(countryOf))].sort();
  const countries = codes.map((id) => ({
    id,
    name: cells.find(({names}) => names?.[id])?.names?.[id],
    rings: dissolve(drawn.filter((region) => countryOf(region) === id).flatMap(({rings}) => rings)),
  }));
  const lakes = clipped(dissolve(others.lakes, seams)).filter((ring) => isSeen(ring[0] as Point));
  const rivers = seen(others.rivers);
  const contested = disputed
    .map(({properties, lines}) => ({
      properties,
      lines: country === undefined ? seen(lines) : onBorder(lines, land, isOnLand),
    }))
    .filter(({lines}) => lines.length > 0);
  const arcs = new Arcs([
    ...drawn.flatMap(({rings}) => rings),
    ...countries.flatMap(({rings}) => rings),
    ...lakes,
    ...rivers,
    ...contested.flatMap(({lines}) => lines),
  ]);
  const polygons = (rings: readonly Ring[]) => ({
    type: 'MultiPolygon',
    arcs: polygonsOf(rings).map((polygon) => polygon.map((ring) => arcs.of(ring))),
  });
  const lines = (all: readonly Ring[]) => ({type: 'MultiLineString', arcs: all.map((line) => arcs.of(line))});
  const collection = (geometries: readonly object[]) => ({type: 'GeometryCollection', geometries});
  const objects = {
    countries: collection(
      countries.map(({id, name, rings}) => ({
        ...polygons(rings),
        id,
        ...(name && {properties: {name: inLanguages(name, languages)}}),
      })),
    ),
    regions: collection(
      drawn.map(({id, properties: {name, ...properties} = {}, rings}) => ({
        ...polygons(rings),
        ...(id && {id}),
        properties: {...properties, ...(name && {name: inLanguages(name, languages)})},
      })),
    ),
    lakes: collection(lakes.length > 0 ? [polygons(lakes)] : []),
    rivers: collection(rivers.length > 0 ? [lines(rivers)] : []),
    disputed: collection(contested.map(({properties, lines: all}) => ({...lines(all), properties}))),
  };
  const bounds = cut ? inDegrees(cut, scale) : boundsOf(land, scale);
  // A thinned coast may leave a port in the sea.
  const isNear = (lon: number, lat: number) =>
    cut
      ? lon >= bounds[0] && lat >= bounds[1] && lon <= bounds[2] && lat <= bounds[3]
      : [0, -COAST, COAST].some((x) => [0, -COAST, COAST].some((y) => isSeen(onGrid([lon + x, lat + y]))));
  const places = cells
    .flatMap((cell) => cell.places ?? [])
    .filter(([, lon, lat]) => isNear(lon, lat))
    .map(([name, ...place]) => [inLanguages(name, languages), ...place]);
  const file = {
    type: 'Topology',
    cronomapa: 'basemap-1',
    attribution: 'Natural Earth · GeoNames',
    maxZoom: Math.max(maxZoom, 10),
    bounds,
    focus: bounds,
    places,
    objects,
    transform: {scale, translate: [0, 0]},
    arcs: arcs.arcs.map(steps),
  };
  return {file, regions: drawn.length, towns: places.length};
}

/** Positions as differences, each from the one before. */
const steps = (arc: readonly Point[]) =>
  arc.map(([x, y], i) => {
    const [px, py] = arc[i - 1] ?? [0, 0];
    return [x - px, y - py];
  });

function inLanguages(name: Names, languages: readonly string[] | undefined): Names {
  if (!languages || typeof name === 'string') return name;
  // What is the same in several languages stands once, in English.
  const {en = Object.values(name)[0] ?? ''} = name;
  const said = languages.map((tag) => [tag, name[tag] ?? name[tag.split('-')[0] ?? ''] ?? en] as const);
  const [[, one] = ['', en]] = said;
  return said.every(([, text]) => text === one) ? one : Object.fromEntries(said);
}

/** The lines that begin within the land, or on its border. */
function onBorder(
  lines: readonly Ring[],
  land: readonly Ring[],
  isOnLand: (point: Point) => boolean,
): readonly Ring[] {
  const border = new Set(land.flat().map(String));
  return lines.filter(
    (line) => line.some((point) => border.has(String(point))) || isOnLand(line[0] as Point),
  );
}

const inDegrees = ([west, south, east, north]: Box, [sx, sy]: readonly [number, number]): Box => [
  west * sx,
  south * sy,
  east * sx,
  north * sy,
];

function boundsOf(rings: readonly Ring[], [sx, sy]: readonly [number, number]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    west = Math.min(west, x * sx);
    east = Math.max(east, x * sx);
    south = Math.min(south, y * sy);
    north = Math.max(north, y * sy);
  }
  // Where land ends at the edge of the bounds, the map takes it as cut there, and draws no coast.
  const apart = 0.01;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return [
    Math.max(-180, round(west - apart)),
    Math.max(-85, round(south - apart)),
    Math.min(180, round(east + apart)),
    Math.min(85, round(north + apart)),
  ];
}
