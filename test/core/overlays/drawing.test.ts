import {geoArea, geoDistance, geoInterpolate, geoLength} from 'd3';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Dataset, parseDataset, type Route} from '../../../src/core/dataset/index.js';
import {project} from '../../../src/core/geo/index.js';
import {
  buildPyramid,
  buildRoutePyramid,
  lengthOfRoute,
  marksAlong,
  type Outline,
  outlineOf,
  outlineOfRoute,
  pathText,
  sizeOf,
} from '../../../src/core/overlays/index.js';

type At = readonly [number, number];
const EARTH = 6_371_000;
const polygon = (...coordinates: readonly (readonly At[])[]) => ({type: 'Polygon', coordinates});

/** Runs what is made in steps to its end. */
function made<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

const levelOf = (outline: Outline, zoom: number) => made(buildPyramid(outline)).levelAt(zoom);
const levelOfRoute = (of: readonly [Route, Dataset], zoom: number) =>
  made(buildRoutePyramid(...of)).levelAt(zoom);

/** A star with many points, none of them across another. */
const star = (lon: number, lat: number, radius: number, points: number, seed = 1): At[] => {
  let random = seed;
  const next = () => {
    random = (random * 48271) % 2147483647;
    return random / 2147483647;
  };
  const ring = Array.from({length: points}, (_, i): At => {
    const angle = (2 * Math.PI * i) / points;
    const r = radius * (0.6 + 0.4 * next());
    return [lon + r * Math.cos(angle), lat + r * Math.sin(angle)];
  });
  return [...ring, ring[0] as At];
};

/** The subpaths of the text of a path, as points. */
const subpaths = (text: string): At[][] =>
  text
    .split('M')
    .slice(1)
    .map((part) =>
      part
        .replace('Z', '')
        .split('L')
        .map((at) => at.split(',').map(Number) as unknown as At),
    );

/** How often closed paths go around a point: what SVG fills is where that is not 0. */
function winding(paths: readonly (readonly At[])[], [x, y]: At): number {
  let turns = 0;
  for (const path of paths) {
    for (const [i, [ax, ay]] of path.entries()) {
      const [bx, by] = path[(i + 1) % path.length] as At;
      const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      if (ay <= y && by > y && side > 0) turns++;
      if (ay > y && by <= y && side < 0) turns--;
    }
  }
  return turns;
}

const distanceToEdges = (paths: readonly (readonly At[])[], [x, y]: At): number =>
  Math.min(
    ...paths.flatMap((path) =>
      path.map(([ax, ay], i) => {
        const [bx, by] = path[(i + 1) % path.length] as At;
        const [dx, dy] = [bx - ax, by - ay];
        const t = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
        return Math.hypot(x - ax - t * dx, y - ay - t * dy);
      }),
    ),
  );

describe('what is drawn in a view', () => {
  test('is filled where the shape is, however it is thinned and cut', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e6}),
        fc.integer({min: 3, max: 8}),
        fc.integer({min: 3, max: 600}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        (seed, zoom, points, dx, dy) => {
          const ring = star(179, -17, 3, points, seed);
          const hole = star(179, -17, 1, 20, seed + 1);
          const level = levelOf(outlineOf(polygon(ring, hole)).outline, zoom);
          const [x, y] = project({lon: 179 + 3 * dx, lat: -17 + 3 * dy}, zoom);
          const box = {west: x - 200, north: y - 150, east: x + 200, south: y + 150};
          const drawn = subpaths(pathText(level, box).areas);
          const exact = [ring, hole].map((each) =>
            each.map(([lon, lat]): At => {
              const [px, py] = project({lon, lat}, zoom);
              return [px - box.west, py - box.north];
            }),
          );
          for (let i = 0; i < 40; i++) {
            const at: At = [(i % 8) * 50 + 3.3, Math.floor(i / 8) * 60 + 7.7];
            if (distanceToEdges(exact, at) < 2) continue;
            // The outer ring turns one way and the hole the other, so where one is in the other nothing is filled.
            const isIn = winding([exact[0] as At[]], at) !== 0 && winding([exact[1] as At[]], at) === 0;
            expect(winding(drawn, at) !== 0).toBe(isIn);
          }
        },
      ),
      {numRuns: 40},
    );
  });

  test('is in each copy of the world', () => {
    const level = levelOf(outlineOf(polygon(star(0, 0, 5, 10))).outline, 1);
    const box = {west: -600, north: 0, east: 1200, south: 512};
    expect(subpaths(pathText(level, box).areas).map((path) => Math.round((path[0]?.[0] ?? 0) / 256))).toEqual(
      [1, 3, 5],
    );
  });

  test('costs what is seen of it: tens of thousands of positions are a few hundred', () => {
    const {outline} = outlineOf(polygon(star(10, 50, 5, 30_000)));
    const level = levelOf(outline, 4);
    expect(level.xy.length / 2).toBeLessThan(10_000);
    const near = levelOf(outline, 12);
    const [x, y] = project({lon: 15, lat: 50}, 12);
    const text = pathText(near, {west: x - 400, north: y - 300, east: x + 400, south: y + 300}).areas;
    expect(subpaths(text).flat().length).toBeLessThan(1500);
  });

  test('areas that overlap are filled where they do', () => {
    const level = levelOf(
      outlineOf({type: 'MultiPolygon', coordinates: [[star(0, 0, 5, 9)], [star(1, 0, 5, 9).toReversed()]]})
        .outline,
      5,
    );
    const box = {west: 4000, north: 4000, east: 4200, south: 4200};
    expect(winding(subpaths(pathText(level, box).areas), [96, 96])).not.toBe(0);
  });

  test('points are small circles', () => {
    const level = levelOf(outlineOf({type: 'Point', coordinates: [0, 0]}).outline, 2);
    expect(pathText(level, {west: 412, north: 412, east: 600, south: 600}).areas).toMatch(/^M96,100a4,4/);
  });
});

describe('sizes', () => {
  const squareMetres = (json: object) => {
    const size = sizeOf(outlineOf(json).outline);
    return size?.kind === 'area' ? size.squareMetres : undefined;
  };

  test.each([
    [0, 0, 1],
    [-51, -30, 2],
    [179.5, 17, 1],
    [100, 70, 0.5],
  ])('an area at %d, %d is that of d3', (lon, lat, radius) => {
    const ring = star(lon, lat, radius, 400);
    const area =
      geoArea({type: 'Polygon', coordinates: [ring.toReversed() as [number, number][]]}) * EARTH ** 2;
    expect(squareMetres(polygon(ring)) ?? 0).toBeCloseTo(area, -Math.log10(area) + 3);
    expect(squareMetres(polygon(ring.toReversed()))).toBeCloseTo(squareMetres(polygon(ring)) ?? 0, 0);
  });

  test('a hole is not part of it', () => {
    const [ring, hole] = [star(5, 5, 2, 50), star(5, 5, 1, 50)];
    const [all = 0, whole = 0, less = 0] = [polygon(ring, hole), polygon(ring), polygon(hole)].map(
      squareMetres,
    );
    expect(all).toBeCloseTo(whole - less, -3);
  });

  test('of what crosses itself, or another part, none is said', () => {
    const bow = polygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    expect(squareMetres(bow)).toBeUndefined();
    expect(
      squareMetres({type: 'MultiPolygon', coordinates: [[star(0, 0, 2, 30)], [star(1, 0, 2, 30)]]}),
    ).toBeUndefined();
  });

  test('neighbours that share an edge do not cross', () => {
    const square = (x: number) => [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ];
    expect(squareMetres({type: 'MultiPolygon', coordinates: [[square(0)], [square(1)]]})).toBeGreaterThan(
      2e10,
    );
  });

  test('a line is as long as d3 says', () => {
    const coordinates = star(179, -17, 4, 60) as [number, number][];
    const size = sizeOf(outlineOf({type: 'LineString', coordinates}).outline);
    expect(size).toMatchObject({kind: 'length'});
    if (size?.kind === 'length')
      expect(size.metres).toBeCloseTo(geoLength({type: 'LineString', coordinates}) * EARTH, 0);
  });
});

describe('routes', () => {
  const routeOf = (kind: string, places: readonly (At | undefined)[]) => {
    const {dataset} = parseDataset({
      cronomapa: 1,
      language: 'en',
      places: places.map((at, i) => ({id: `p${i}`, name: 'P', ...(at && {lon: at[0], lat: at[1]})})),
      routes: [{id: 'r', name: 'R', kind, places: places.map((_, i) => `p${i}`)}],
    });
    return [dataset.routes[0] as Route, dataset] as const;
  };
  const SUVA: At = [178.44, -18.14];
  const APIA: At = [-171.76, -13.83];

  test('lengths are those of d3, and none is said with a place that is nowhere', () => {
    const length = (geoDistance([...SUVA], [...APIA]) + geoDistance([...APIA], [10, 20])) * EARTH;
    for (const kind of ['straight', 'great-circle'])
      expect(lengthOfRoute(...routeOf(kind, [SUVA, APIA, [10, 20]]))).toBeCloseTo(length, 0);
    expect(lengthOfRoute(...routeOf('straight', [SUVA, undefined, APIA]))).toBeUndefined();
    expect(lengthOfRoute(...routeOf('straight', [SUVA]))).toBeUndefined();
  });

  test.each([0, 3, 7, 10])('a great circle is off by less than a pixel at zoom %d', (zoom) => {
    for (const [from, to] of [
      [
        [139.8, 35.7],
        [-122.4, 37.8],
      ],
      [SUVA, APIA],
      [
        [-58.4, -34.6],
        [151.2, -33.9],
      ],
      [
        [10, -40],
        [60, 45],
      ],
    ] as const) {
      const {lonLat} = outlineOfRoute(...routeOf('great-circle', [from, to]), zoom);
      const drawn = Array.from(
        {length: lonLat.length / 2},
        (_, i): At => [lonLat[2 * i] ?? 0, lonLat[2 * i + 1] ?? 0],
      );
      expect(drawn.every(([lon], i) => i === 0 || Math.abs(lon - (drawn[i - 1]?.[0] ?? 0)) < 180)).toBe(true);
      expect(drawn.length).toBeLessThan(1500);
      const pixels = drawn.map(([lon, lat]): At => project({lon, lat}, zoom));
      const at = geoInterpolate([...from], [...to]);
      for (let t = 0.01; t < 1; t += 0.01) {
        const [lon, lat] = at(t);
        const copies = [-360, 0, 360].map((more): At => project({lon: lon + more, lat}, zoom));
        expect(Math.min(...copies.map((copy) => distanceToEdges([pixels, []], copy)))).toBeLessThan(1);
      }
    }
  });

  test('five thousand places', () => {
    const places = Array.from({length: 5000}, (_, i): At => [((i * 7) % 360) - 180, ((i * 13) % 120) - 60]);
    const {lonLat} = outlineOfRoute(...routeOf('great-circle', places), 3);
    expect(lonLat.every(Number.isFinite)).toBe(true);
    expect(lonLat.length).toBeGreaterThan(10_000);
  });

  test('marks stand along the way that it goes, at even distances', () => {
    const level = levelOfRoute(
      routeOf('straight', [
        [1, 0],
        [41, 0],
        [41, 40],
      ]),
      4,
    );
    const marks = marksAlong(level, {west: 0, north: 0, east: 4096, south: 4096}, 50);
    const east = marks.filter(({angle}) => angle === 0);
    expect(marks.length).toBeGreaterThan(15);
    expect(east.map(({x}) => Math.round(x - 2048 - 4096 / 360) - 25)).toEqual(east.map((_, i) => 50 * i));
    expect(marks.at(-1)?.angle).toBe(-90);
    // Where the view is cut changes nothing.
    const part = marksAlong(level, {west: 2200, north: 1900, east: 2400, south: 2100}, 50);
    expect(part).toEqual(marks.filter(({x, y}) => x >= 2200 && x <= 2400 && y >= 1900 && y <= 2100));
  });

  test('a short line has one mark, in its middle', () => {
    const level = levelOfRoute(
      routeOf('straight', [
        [2, 0],
        [1, 0],
      ]),
      4,
    );
    expect(marksAlong(level, {west: 0, north: 0, east: 4096, south: 4096}, 50)).toHaveLength(1);
  });
});
