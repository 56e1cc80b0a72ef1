import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDataset, type Route} from '../../../src/core/dataset/index.js';
import {
  boundsOfOutline,
  joinBounds,
  outlineOf,
  outlineOfRoute,
  PATH,
} from '../../../src/core/overlays/index.js';

type At = readonly [number, number];
const polygon = (...rings: readonly (readonly At[])[]) => ({type: 'Polygon', coordinates: rings});
const line = (...coordinates: readonly At[]) => ({type: 'LineString', coordinates});

/** The paths of an outline, as lists of positions. */
function pathsOf(json: object) {
  const {lonLat, from, kinds} = outlineOf(json).outline;
  return Array.from(kinds, (kind, path) => ({
    kind,
    at: Array.from({length: (from[path + 1] ?? 0) - (from[path] ?? 0)}, (_, i) => {
      const k = 2 * ((from[path] ?? 0) + i);
      return [lonLat[k], lonLat[k + 1]];
    }),
  }));
}

const SQUARE: readonly At[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('GeoJSON of every kind', () => {
  test('a ring is not closed by a last position, and winds against the clock whichever way it is written', () => {
    const [ring] = pathsOf(polygon(SQUARE));
    const [turned] = pathsOf(polygon(SQUARE.toReversed()));
    expect(ring).toEqual({kind: PATH.ring, at: SQUARE.slice(0, 4)});
    expect(new Set(turned?.at.map(String))).toEqual(new Set(ring?.at.map(String)));
    const area = (at: readonly (readonly (number | undefined)[])[] = []) =>
      at.reduce((sum, [x = 0, y = 0], i) => {
        const [nextX = 0, nextY = 0] = at[(i + 1) % at.length] ?? [];
        return sum + x * nextY - nextX * y;
      }, 0);
    expect(area(turned?.at)).toBe(area(ring?.at));
  });

  test('a hole winds the other way', () => {
    const [ring, hole] = pathsOf(polygon(SQUARE, SQUARE));
    expect(hole?.kind).toBe(PATH.hole);
    expect(hole?.at.toReversed()).toEqual(ring?.at);
  });

  test('collections, features and lines, in their order', () => {
    const json = {
      type: 'FeatureCollection',
      features: [
        {type: 'Feature', geometry: {type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]]}},
        {
          type: 'Feature',
          geometry: {
            type: 'GeometryCollection',
            geometries: [
              {type: 'MultiLineString', coordinates: [SQUARE, SQUARE]},
              {type: 'Point', coordinates: [5, 6, 7]},
              {type: 'MultiPoint', coordinates: [[1, 2]]},
            ],
          },
        },
      ],
    };
    expect(pathsOf(json).map(({kind}) => kind)).toEqual([2, 2, 1, 1, 0, 0]);
    expect(outlineOf(json).faults.points).toBe(2);
  });
});

describe('across 180°', () => {
  test('a line goes the shorter way', () => {
    const json = line([179, -18], [-179, -17], [178, -16], [-170, -10]);
    expect(pathsOf(json)[0]?.at.map(([lon]) => lon)).toEqual([179, 181, 178, 190]);
    expect(outlineOf(json).faults.wide).toBe(3);
    expect(boundsOfOutline(outlineOf(json).outline)).toEqual({west: 178, east: -170, south: -18, north: -10});
  });

  test('the meridian itself has two names', () => {
    expect(pathsOf(line([179, 0], [180, 0], [-180, 1], [-179, 1]))[0]?.at.map(([lon]) => lon)).toEqual([
      179, 180, 180, 181,
    ]);
  });

  test('a ring around a pole goes to it', () => {
    const [ring] = pathsOf(
      polygon([
        [0, 60],
        [90, 60],
        [180, 60],
        [-90, 60],
        [0, 60],
      ]),
    );
    const lats = ring?.at.map(([, lat]) => lat) ?? [];
    const lons = ring?.at.map(([lon]) => lon ?? 0) ?? [];
    expect(lats.filter((lat) => lat === 90)).toHaveLength(2);
    expect(Math.max(...lons) - Math.min(...lons)).toBe(360);
  });

  test('a box around the whole Earth stays one', () => {
    const json = polygon([
      [-180, -60],
      [180, -60],
      [180, 60],
      [-180, 60],
      [-180, -60],
    ]);
    expect(boundsOfOutline(outlineOf(json).outline)).toEqual({west: -180, east: 180, south: -60, north: 60});
  });
});

test('boxes are joined the shorter way', () => {
  const box = (west: number, east: number) => ({west, east, south: 0, north: 1});
  expect(joinBounds([box(170, 175), box(-175, -170)])).toEqual(box(170, -170));
  expect(joinBounds([box(-10, 200), box(20, 30)])).toEqual(box(-10, -160));
  expect(joinBounds([box(-10, 10), box(20, 30)])).toEqual(box(-10, 30));
  expect(joinBounds([box(170, -170), box(-175, -160)])).toEqual(box(170, -160));
  expect(joinBounds([box(-180, 180), box(0, 1)])).toEqual(box(-180, 180));
  expect(joinBounds([])).toBeUndefined();
});

describe('what is no shape', () => {
  test.each<[string, object, object, number]>([
    ['null geometry', {type: 'Feature', geometry: null}, {empty: 1}, 0],
    ['no features', {type: 'FeatureCollection', features: []}, {empty: 1}, 0],
    ['no list', {type: 'Polygon', coordinates: 7}, {unknown: 1}, 0],
    ['an unknown type', {type: 'Circle'}, {unknown: 1}, 0],
    ['a line of one position', line([1, 2]), {short: 1}, 0],
    [
      'a ring of two',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      {short: 1},
      0,
    ],
    ['positions beyond the poles', line([0, 0], [1, 91], [2, 2]), {positions: 1, position: [1, 91]}, 1],
    ['metres of another projection', line([1.3e7, -2e6], [1.4e7, -2e6]), {positions: 2, short: 1}, 0],
    ['a rounded pole', line([0, 0], [1, 90.0000001]), {positions: 0}, 1],
    ['longitudes to 360', line([350, 0], [370 - 360, 1]), {positions: 0}, 1],
  ])('%s', (_, json, faults, paths) => {
    const {outline, faults: found} = outlineOf(json);
    expect(found).toMatchObject(faults);
    expect(outline.kinds).toHaveLength(paths);
  });

  test('collections in each other a thousand times', () => {
    let json: object = line([0, 0], [1, 1]);
    for (let i = 0; i < 1000; i++) json = {type: 'GeometryCollection', geometries: [json]};
    expect(outlineOf(json).faults.unknown).toBe(1);
  });

  test('anything at all: never throws, and gives numbers', () => {
    const json = fc.oneof(
      fc.object({key: fc.constantFrom('type', 'coordinates', 'geometry', 'features')}),
      fc.record({
        type: fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'MultiPoint'),
        coordinates: fc.array(fc.array(fc.array(fc.oneof(fc.double(), fc.anything())))),
      }),
    );
    fc.assert(
      fc.property(json, (each) => {
        const {lonLat, from, kinds} = outlineOf(each).outline;
        expect(lonLat.every(Number.isFinite)).toBe(true);
        expect(from.at(-1)).toBe(lonLat.length / 2);
        expect(from).toHaveLength(kinds.length + 1);
      }),
    );
  });
});

describe('routes', () => {
  const routeOf = (kind: string, places: readonly (At | null)[]) => {
    const {dataset} = parseDataset({
      cronomapa: 1,
      language: 'en',
      places: places.map((at, i) => ({id: `p${i}`, name: 'P', ...(at && {lon: at[0], lat: at[1]})})),
      routes: [{id: 'r', name: 'R', kind, places: places.map((_, i) => `p${i}`)}],
    });
    return [dataset.routes[0] as Route, dataset] as const;
  };

  test('straight ones go from place to place, across 180° the shorter way', () => {
    const {lonLat} = outlineOfRoute(
      ...routeOf('straight', [
        [178, -18],
        [-172, -14],
        [-160, 20],
      ]),
      5,
    );
    expect([...lonLat]).toEqual([178, -18, 188, -14, 200, 20]);
  });

  test('a place without a position interrupts the line', () => {
    const {from, lonLat} = outlineOfRoute(
      ...routeOf('straight', [[1, 1], [2, 2], null, [3, 3], [4, 4], [5, 5]]),
      5,
    );
    expect([...from]).toEqual([0, 2, 5]);
    expect(lonLat).toHaveLength(10);
  });

  test.each<[string, readonly (At | null)[]]>([
    ['one place', [[1, 1]]],
    [
      'the same place twice',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    ['none that is known', [null, null]],
  ])('%s draws nothing', (_, places) => {
    expect(outlineOfRoute(...routeOf('great-circle', places), 5).kinds).toHaveLength(0);
  });
});
