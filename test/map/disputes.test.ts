import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {POINTS_OF_VIEW, project} from '../../src/core/geo/index.js';
import {type Basemap, readBasemap} from '../../src/map/basemap.js';

interface File {
  readonly objects: {
    readonly disputed?: {
      readonly geometries: readonly {
        readonly properties: {readonly id: string; readonly plain?: string[]; readonly hidden?: string[]};
      }[];
    };
  };
}
interface Shipped {
  readonly level: string;
  readonly ids: readonly string[];
  readonly basemap: Basemap;
}

const folder = new URL('../../data/basemaps/', import.meta.url);

/** The files in which a border is disputed. */
const shipped = readdirSync(folder, {recursive: true, encoding: 'utf8'}).flatMap((path): Shipped[] => {
  const text = readFileSync(
    path.endsWith('.json') ? new URL(path, folder) : new URL('osm.json', folder),
    'utf8',
  );
  if (!text.includes('"disputed"')) return [];
  const file = JSON.parse(text) as File;
  const {geometries = []} = file.objects.disputed ?? {};
  const level = path === 'world.json' ? 'world' : path.slice('detail/'.length).split('-')[0];
  return [
    {level: level ?? '', ids: geometries.map(({properties}) => properties.id), basemap: readBasemap(file)},
  ];
});

const LEVELS = ['world', '5', '6', '7', '8'];

type Point = readonly [x: number, y: number];
type Segment = readonly [from: Point, to: Point];

const segmentsOf = (path: string): Segment[] =>
  path
    .split('M')
    .slice(1)
    .flatMap((line) => {
      const points = line.split('L').map((point) => point.split(',').map(Number) as unknown as Point);
      return points.slice(1).map((to, i): Segment => [points[i] ?? to, to]);
    });

function distanceTo([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
}

/** Where each dispute is known to be: on or beside the line, as maps of others have it. */
const KNOWN: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  crimea: [33.7, 46.15],
  'western-sahara': [-10.5, 27.667],
  kosovo: [20.6, 43.2],
  'northern-cyprus': [33.3, 35.17],
  somaliland: [48.6, 9.2],
  abkhazia: [41.6, 42.6],
  'south-ossetia': [43.7, 42.15],
  transnistria: [29.2, 47.2],
  palestine: [35.2, 31.35],
  golan: [35.8, 33],
  kashmir: [74, 34],
  'aksai-chin': [78.8, 34.5],
  arunachal: [94, 28.9],
  esequibo: [-58.6, 5],
  taiwan: [119.6, 24.6],
};

test.each(LEVELS)('at level %s each of them is there, where it is in the world', (level) => {
  for (const [id, [lon, lat]] of Object.entries(KNOWN)) {
    const distances = shipped
      .filter((file) => file.level === level)
      .flatMap(({ids, basemap}) =>
        basemap.disputes
          .filter((_, i) => ids[i] === id)
          .flatMap(({path}) => {
            const [x, y] = project({lon, lat}, basemap.zoom);
            const at: Point = [x - basemap.origin[0], y - basemap.origin[1]];
            const kilometre = (256 * 2 ** basemap.zoom) / 40_000 / Math.cos((lat * Math.PI) / 180);
            return segmentsOf(path).map((segment) => distanceTo(at, segment) / kilometre);
          }),
      );
    expect(Math.min(...distances), id).toBeLessThan(60);
  }
});

test.each(LEVELS)('at level %s no disputed line lies on a plain border', (level) => {
  const files = shipped.filter((file) => file.level === level);
  expect(files.length).toBeGreaterThan(0);
  for (const {ids, basemap} of files) {
    const plain = segmentsOf(basemap.borders);
    for (const [i, {path}] of basemap.disputes.entries()) {
      for (const [[ax, ay], [bx, by]] of segmentsOf(path)) {
        const middle: Point = [(ax + bx) / 2, (ay + by) / 2];
        const along = plain.filter((segment) => distanceTo(middle, segment) < 0.15);
        expect(along, `${ids[i]} at ${middle}`).toEqual([]);
      }
    }
  }
});

test('where cells meet there is no border, whatever lies on both sides', () => {
  for (const {level, basemap} of shipped) {
    if (level === 'world') continue;
    const {bounds, zoom, origin} = basemap;
    const [right, bottom] = project({lon: bounds.east, lat: bounds.south}, zoom);
    const edges = [
      [0, right - origin[0]],
      [0, bottom - origin[1]],
    ] as const;
    for (const [a, b] of segmentsOf(basemap.borders + basemap.regions))
      for (const axis of [0, 1] as const)
        if (a[axis] === b[axis])
          expect(edges[axis].some((edge) => Math.abs(edge - a[axis]) < 0.2)).toBe(false);
  }
});

describe('points of view', () => {
  const views = new Set(
    shipped.flatMap(({basemap}) => basemap.disputes.flatMap(({plain, hidden}) => [...plain, ...hidden])),
  );

  test('are those that are said to be there', () => {
    expect([...views].toSorted()).toEqual([...POINTS_OF_VIEW]);
  });

  test.each([
    ['crimea', 'UA', 'hidden'],
    ['crimea', 'RU', 'plain'],
    ['arunachal', 'IN', 'plain'],
    ['arunachal', 'CN', 'hidden'],
    ['esequibo', 'VE', 'plain'],
    ['esequibo', 'GY', 'hidden'],
    ['kosovo', 'RS', 'hidden'],
    ['taiwan', 'CN', 'hidden'],
  ] as const)('%s is seen by %s as %s, at every level', (id, code, kind) => {
    for (const {ids, basemap} of shipped)
      for (const [i, dispute] of basemap.disputes.entries())
        if (ids[i] === id) expect(dispute[kind]).toContain(code);
  });

  test('the two lines of Western Sahara: who sees a border in the north sees none along the berm', () => {
    for (const {ids, basemap} of shipped) {
      const lines = basemap.disputes.filter((_, i) => ids[i] === 'western-sahara');
      for (const {plain, hidden} of lines) {
        expect(hidden).toContain('MA');
        expect(plain.length > 0 || hidden.includes('BR')).toBe(true);
      }
    }
  });
});
