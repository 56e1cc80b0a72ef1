import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {geoMercator} from 'd3';
import {describe, expect, test} from 'vitest';
import {contains, type PackedTowns, project, unpackArcs, unproject} from '../../src/core/geo/index.js';
import {type Basemap, loadBasemap, readBasemap} from '../../src/map/basemap.js';

interface File {
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly arcs: string;
  readonly objects: Record<string, unknown>;
  readonly towns: PackedTowns;
  readonly [key: string]: unknown;
}

const fileOf = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../../data/basemaps/${name}.json`, import.meta.url), 'utf8'));

type Point = readonly [x: number, y: number];

/** Subpaths of SVG path data, each a list of points. */
const linesOf = (path: string): Point[][] =>
  path
    .split('M')
    .slice(1)
    .map((line) => line.split('L').map((point): Point => point.split(',').map(Number) as unknown as Point));

/** Even-odd, as a fill would have it for rings that do not overlap. */
function inside(lines: readonly Point[][], [x, y]: Point): boolean {
  let odd = false;
  for (const line of lines) {
    for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
      const [ax = 0, ay = 0] = line[i] ?? [];
      const [bx = 0, by = 0] = line[j] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** A position in the paths' own pixels, by D3's Mercator and not by ours. */
function pixelOf({zoom, bounds}: Basemap, lon: number, lat: number): Point {
  const size = 256 * 2 ** zoom;
  const mercator = geoMercator()
    .scale(size / (2 * Math.PI))
    .translate([size / 2, size / 2])
    .precision(0);
  const [x = NaN, y = NaN] = mercator([lon, lat]) ?? [];
  const [ox = NaN, oy = NaN] = mercator([bounds.west, bounds.north]) ?? [];
  // D3 puts 180° E at the west.
  return [x - (ox > size / 2 && bounds.west === -180 ? 0 : ox), y - oy];
}

const PATHS = ['land', 'lakes', 'rivers', 'coast', 'borders', 'regions', 'disputed'] as const;

/** The cell of the details in which Caracas lies, and one that is cut at the antimeridian. */
const CARACAS = cellAt(-66.9, 10.49);

/** Name of the file of the nearest level that has a position. */
function cellAt(lon: number, lat: number): string {
  const [x, y] = project({lon, lat}, 0).map((value) => value / 256) as [number, number];
  const names = readdirSync(new URL('../../data/basemaps/detail/', import.meta.url)).map((file) =>
    file.slice(0, -5),
  );
  const name = names.find((each) => {
    const [level, z = 0, column, row] = each.split('-').map(Number);
    return level === 8 && Math.floor(x * 2 ** z) === column && Math.floor(y * 2 ** z) === row;
  });
  if (!name) throw new Error(`no cell has ${lon}, ${lat}`);
  return `detail/${name}`;
}

describe.each([CARACAS, 'world'])('%s', (name) => {
  const file = fileOf(name);
  const basemap = readBasemap(file);

  test('has what is drawn', () => {
    for (const path of ['land', 'coast'] as const) expect(basemap[path].length).toBeGreaterThan(1000);
    expect(basemap[name === CARACAS ? 'regions' : 'borders'].length).toBeGreaterThan(1000);
    for (const path of PATHS) expect(basemap[path]).toMatch(/^(M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+)*)*$/);
  });

  test('its origin is the north-west corner at its nearest zoom', () => {
    const {bounds, origin, zoom, maxZoom} = basemap;
    expect(zoom).toBe(maxZoom);
    expect(maxZoom).toBe(file.maxZoom);
    expect(Object.values(bounds)).toEqual(file.bounds);
    expect(Object.values(basemap.focus)).toEqual(file.focus ?? file.bounds);
    expect(origin).toEqual(project({lon: bounds.west, lat: bounds.north}, zoom));
    const back = unproject(origin, zoom);
    expect(back.lon).toBeCloseTo(bounds.west, 9);
    expect(back.lat).toBeCloseTo(bounds.north, 9);
  });

  test('every vertex is where D3 puts it, to a tenth of a pixel', () => {
    const {scale, translate} = file.transform;
    const vertices = new Set<string>();
    const {origin, zoom, bounds} = basemap;
    let worst = 0;
    for (const arc of unpackArcs(file.arcs)) {
      let [i, j] = [0, 0];
      for (const [di = NaN, dj = NaN] of arc) {
        [i, j] = [i + di, j + dj];
        const [lon, lat] = [i * scale[0] + translate[0], j * scale[1] + translate[1]];
        const [x, y] = project({lon, lat}, zoom);
        const [ox, oy] = origin;
        vertices.add(`${Math.round((x - ox) * 10) / 10},${Math.round((y - oy) * 10) / 10}`);
        if (Math.abs(lon) >= 180 || Math.abs(lat) > 85 || bounds.west > bounds.east) continue;
        const [ex, ey] = pixelOf(basemap, lon, lat);
        worst = Math.max(worst, Math.abs(ex - (x - ox)), Math.abs(ey - (y - oy)));
      }
    }
    const world = 256 * 2 ** zoom;
    expect(worst).toBeLessThan(0.05);
    expect(vertices.size).toBeGreaterThan(1000);
    for (const path of PATHS)
      for (const [x, y] of linesOf(basemap[path]).flat()) {
        // What crosses 180° goes on in the next copy of the world.
        const copies = [0, -world, world].map((turn) => `${Math.round((x + turn) * 10) / 10},${y}`);
        // A ring around the South Pole is closed where Mercator ends.
        const isPole = y === Math.round((world - origin[1]) * 10) / 10;
        expect(isPole || copies.some((each) => vertices.has(each))).toBe(true);
      }
  });

  test('names are texts at positions within it', () => {
    expect(basemap.names.filter(({kind}) => kind === 'town').length).toBe(file.towns.zooms.length);
    expect(basemap.areas.length).toBeGreaterThan(5);
    for (const {name: said, position, zoom} of basemap.names) {
      expect(typeof zoom).toBe('number');
      expect(JSON.stringify(said).length).toBeGreaterThan(2);
      expect(contains(basemap.bounds, position)).toBe(true);
    }
    for (const {kind, id, shape} of basemap.areas) {
      if (id) expect(id).toMatch(kind === 'country' ? /^[A-Z]{2,3}$/ : /^[A-Z]{2}-[A-Z0-9]{1,3}$/);
      expect(shape.boxes.length).toBe(4 * shape.rings.length);
    }
  });
});

describe('places lie where they are', () => {
  const caracas = readBasemap(fileOf(CARACAS));
  const world = readBasemap(fileOf('world'));
  test.each<[string, Basemap, number, number, boolean]>([
    ['Caracas', caracas, -66.9, 10.49, true],
    ['Los Teques', caracas, -67.04325, 10.34447, true],
    ['the sea off La Guaira', caracas, -66.93, 10.8, false],
    ['Madrid', world, -3.7, 40.4, true],
    ['Canberra', world, 149.1, -35.3, true],
    ['the Atlantic', world, -30, 30, false],
    ['the Pacific', world, -140, 0, false],
  ])('%s', (_, basemap, lon, lat, land) => {
    const [x, y] = project({lon, lat}, basemap.zoom);
    const [ox, oy] = basemap.origin;
    expect(inside(linesOf(basemap.land), [x - ox, y - oy])).toBe(land);
  });

  test('the edge where the data was cut is no coast', () => {
    const {bounds, coast, origin, zoom} = caracas;
    const [ox, oy] = origin;
    const [right, bottom] = project({lon: bounds.east, lat: bounds.south}, zoom);
    const edges = linesOf(coast).flatMap((line) =>
      line.slice(1).filter(([x, y], i) => {
        const [px, py] = line[i] ?? [NaN, NaN];
        return (
          (x === px && (Math.abs(x) < 0.5 || Math.abs(x - (right - ox)) < 0.5)) ||
          (y === py && (Math.abs(y) < 0.5 || Math.abs(y - (bottom - oy)) < 0.5))
        );
      }),
    );
    expect(edges).toEqual([]);
    expect(
      linesOf(caracas.land)
        .flat()
        .some(([x]) => Math.abs(x) < 0.5),
    ).toBe(true);
  });
});

const square = (more: Record<string, unknown> = {}, properties: Record<string, unknown> = {}) => ({
  type: 'Topology',
  bounds: [0, 0, 10, 10],
  maxZoom: 8,
  arcs: [
    [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [{type: 'Polygon', id: 'VE', arcs: [[0]], properties: {label: [1.5, 1.5], ...properties}}],
    },
  },
  ...more,
});

describe('a file of the author’s own', () => {
  test('needs no more than countries', () => {
    const {type, arcs, objects} = square();
    const basemap = readBasemap({type, arcs, objects});
    expect(basemap).toMatchObject({
      attribution: '',
      bounds: {west: -180, south: -85, east: 180, north: 85},
      maxZoom: 10,
      lakes: '',
      rivers: '',
      regions: '',
      disputed: '',
      names: [],
      areas: [{kind: 'country', id: 'VE'}],
    });
    expect(linesOf(basemap.land)).toHaveLength(1);
    expect(basemap.focus).toEqual(basemap.bounds);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a number', 1],
    ['a string', 'Topology'],
    ['a list', []],
    ['nothing in it', {}],
    ['GeoJSON', {type: 'FeatureCollection', features: []}],
    ['no objects', {type: 'Topology', arcs: []}],
    [
      'no countries',
      {type: 'Topology', arcs: [], objects: {regions: {type: 'GeometryCollection', geometries: []}}},
    ],
    ['a story', {cronomapa: 1, events: []}],
    ['an arc that is missing', square({arcs: []})],
  ])('%s is a TypeError', (_, json) => {
    expect(() => readBasemap(json)).toThrow(TypeError);
  });

  test('hostile strings stay strings, and never reach a path', () => {
    const hostile = '"><img src=x onerror="window.broken=1">';
    const basemap = readBasemap(
      square({attribution: hostile, places: [[hostile, 1.2, 1.2, 3]]}, {name: hostile}),
    );
    expect(basemap.attribution).toBe(hostile);
    expect([...basemap.areas, ...basemap.names].map(({name}) => name)).toEqual([hostile, hostile]);
    for (const path of PATHS) expect(basemap[path]).not.toMatch(/[^ML\d.,-]/);
  });

  test('what has the wrong type is left out', () => {
    const basemap = readBasemap(
      square({
        attribution: {toString: () => 'x'},
        bounds: ['0', 0, 10, 10],
        maxZoom: '9',
        places: ['Caracas', [1, 2, 3], ['Caracas', '1', 2], ['Caracas', 1.5, 1.5], null, {text: 'Caracas'}],
      }),
    );
    expect(basemap.attribution).toBe('');
    expect(basemap.bounds).toEqual({west: -180, south: -85, east: 180, north: 85});
    expect(basemap.maxZoom).toBe(10);
    expect(basemap.names.filter(({kind}) => kind === 'town')).toEqual([
      {name: 'Caracas', kind: 'town', position: {lon: 1.5, lat: 1.5}, zoom: 0},
    ]);
  });
});

test('countries that regions add up to have their names where their codes say none', () => {
  const {type, arcs, objects} = square();
  const regions = {
    ...objects.countries,
    geometries: [{type: 'Polygon', arcs: [[0]], properties: {country: 'XS'}}],
  };
  const file = {type, arcs, cronomapa: 'basemap-1', objects: {regions}};
  expect(readBasemap(file).areas[0]).toMatchObject({id: 'XS', name: undefined});
  expect(readBasemap({...file, names: {XS: {en: 'Somaliland'}}}).areas[0]?.name).toEqual({en: 'Somaliland'});
  expect(readBasemap({...file, names: ['XS']}).areas[0]?.name).toBeUndefined();
  // And where they are, where their outlines hardly show.
  const [whole] = readBasemap({...file, at: {XS: [45, 9]}}).areas;
  expect(whole?.at).toEqual(project({lon: 45, lat: 9}, 10));
  expect(readBasemap({...file, at: {XS: 'Hargeisa'}}).areas[0]?.at).toBeUndefined();
});

describe('loading', () => {
  /** A real server: what it was asked, and what it answers. */
  async function serve(answer: () => {readonly status: number; readonly body: string}) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const {status, body} = answer();
      response.writeHead(status, {'content-type': 'application/json', connection: 'close'}).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const close = () => new Promise((resolve) => server.close(resolve));
    return {base: `http://127.0.0.1:${port}/article/`, asked, close};
  }

  test('an address is seen from the page and fetched once', async () => {
    const {base, asked, close} = await serve(() => ({status: 200, body: JSON.stringify(square())}));
    const [one, two] = await Promise.all([
      loadBasemap('maps/own.json', base),
      loadBasemap('./maps/own.json', base),
    ]);
    expect(one).toBe(two);
    expect(one.maxZoom).toBe(8);
    expect(asked).toEqual(['/article/maps/own.json']);
    await close();
  });

  test('a failure rejects, and the next who asks tries again', async () => {
    let status = 404;
    const {base, asked, close} = await serve(() => ({status, body: JSON.stringify(square())}));
    await expect(loadBasemap('late.json', base)).rejects.toThrow(/late\.json answered 404/);
    status = 200;
    expect((await loadBasemap('late.json', base)).maxZoom).toBe(8);
    expect(asked).toHaveLength(2);
    await close();
  });

  test('what is no basemap rejects', async () => {
    const {base, close} = await serve(() => ({status: 200, body: '{"type": "FeatureCollection"}'}));
    await expect(loadBasemap('features.json', base)).rejects.toThrow(TypeError);
    await close();
  });
});

test('a name of the wrong type is left out', () => {
  const nameOf = (name: unknown) => readBasemap(square({}, {name})).areas[0]?.name;
  expect([7, null, [], {a: 1}, ''].map(nameOf)).toEqual(Array(5).fill(undefined));
  expect(nameOf({en: 'Aragua', es: 5})).toEqual({en: 'Aragua'});
});

describe('beyond 180°', () => {
  /** A ring from 170° to -170°, as an author writes it. */
  const across = {
    type: 'Topology',
    arcs: [
      [
        [170, -20],
        [170, -10],
        [-170, -10],
        [-170, -20],
        [170, -20],
      ],
    ],
    objects: {
      countries: {type: 'GeometryCollection', geometries: [{type: 'Polygon', id: 'FJ', arcs: [[0]]}]},
    },
  };

  test('a fill goes on, and does not close through the rest of the world', () => {
    const basemap = readBasemap(across);
    const xs = linesOf(basemap.land)
      .flat()
      .map(([x]) => x);
    const degree = (256 * 2 ** basemap.zoom) / 360;
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(20 * degree, -1);
    const [x0, y0] = project({lon: 180, lat: -15}, basemap.zoom);
    const [ox, oy] = basemap.origin;
    expect(inside(linesOf(basemap.land), [x0 - ox, y0 - oy])).toBe(true);
    expect(inside(linesOf(basemap.land), [x0 / 2 - ox, y0 - oy])).toBe(false);
  });

  test('the edge may be written as either side of the world', () => {
    const ring = [
      [-180, -20],
      [170, -20],
      [170, -10],
      [180, -10],
      [-180, -10],
      [-180, -20],
    ];
    const basemap = readBasemap({...across, arcs: [ring]});
    const degree = (256 * 2 ** basemap.zoom) / 360;
    const points = linesOf(basemap.land).flat();
    for (const axis of [0, 1] as const) {
      const values = points.map((point) => point[axis]);
      expect((Math.max(...values) - Math.min(...values)) / degree).toBeCloseTo(10, 0);
    }
  });

  test('a ring around a pole is closed along it', () => {
    const ring = [-180, -90, 0, 90, 180].map((lon) => [lon, -70]);
    const basemap = readBasemap({...across, arcs: [[...ring.slice(0, -1), [-180, -70]]]});
    const [ox, oy] = basemap.origin;
    const fill = (lon: number, lat: number) => {
      const [x, y] = project({lon, lat}, basemap.zoom);
      return inside(linesOf(basemap.land), [x - ox, y - oy]);
    };
    expect([fill(-100, -80), fill(100, -80), fill(0, -60)]).toEqual([true, true, false]);
  });
});
