import {geoCircle, geoMercator} from 'd3';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type Bounds,
  boundsOf,
  contains,
  distance,
  intersects,
  metresPerPixel,
  type Position,
  padBounds,
  project,
  radiusPx,
  unproject,
} from '../../../src/core/geo/index.js';

const RAD = Math.PI / 180;
const EARTH = 6_371_000;
const RUNS = {seed: 20_251_225, numRuns: 1000};

const degrees = (max: number) => fc.double({min: -max, max, noNaN: true});
const position = fc.record({lat: degrees(85), lon: degrees(180)});
const anywhere = fc.record({lat: degrees(90), lon: degrees(180)});
/** Round numbers, the antimeridian and duplicate positions are frequent. */
const rough = fc.record({
  lat: fc.integer({min: -90, max: 90}),
  lon: fc.oneof(fc.constantFrom(-180, 180, 0, 179, -179), fc.integer({min: -180, max: 180})),
});

describe('Web Mercator', () => {
  test('is that of d3', () => {
    fc.assert(
      fc.property(position, fc.double({min: 0, max: 20, noNaN: true}), (p, zoom) => {
        const size = 256 * 2 ** zoom;
        const d3 = geoMercator()
          .scale(size / (2 * Math.PI))
          .translate([size / 2, size / 2])
          .precision(0);
        const [x, y] = d3([p.lon, p.lat]) ?? [Number.NaN, Number.NaN];
        const ours = project(p, zoom);
        // geoMercator normalizes longitudes: 180 and -180 are the same meridian.
        if (Math.abs(p.lon) < 180) expect(Math.abs(ours[0] - x)).toBeLessThan(size * 1e-12);
        expect(Math.abs(ours[1] - y)).toBeLessThan(size * 1e-12);
      }),
      RUNS,
    );
  });

  test('is that of Leaflet: SphericalMercator, then the transformation of EPSG:3857', () => {
    const [radius, max] = [6_378_137, 85.0511287798];
    fc.assert(
      fc.property(anywhere, fc.integer({min: 0, max: 19}), ({lat, lon}, zoom) => {
        const sin = Math.sin(Math.max(Math.min(max, lat), -max) * RAD);
        const [x, y] = [radius * lon * RAD, (radius * Math.log((1 + sin) / (1 - sin))) / 2];
        const scale = 0.5 / (Math.PI * radius);
        const size = 256 * 2 ** zoom;
        const ours = project({lat, lon}, zoom);
        expect(Math.abs(ours[0] - size * (scale * x + 0.5))).toBeLessThan(size * 1e-12);
        expect(Math.abs(ours[1] - size * (-scale * y + 0.5))).toBeLessThan(size * 1e-12);
      }),
      RUNS,
    );
  });

  test('unproject is the inverse', () => {
    fc.assert(
      fc.property(position, fc.integer({min: 0, max: 19}), (p, zoom) => {
        const back = unproject(project(p, zoom), zoom);
        expect(back.lat).toBeCloseTo(p.lat, 9);
        expect(back.lon).toBeCloseTo(p.lon, 9);
      }),
      RUNS,
    );
  });

  test('the poles stay in the square', () => {
    expect(project({lat: 90, lon: 0}, 0)[1]).toBeCloseTo(0, 6);
    expect(project({lat: -90, lon: 0}, 0)[1]).toBeCloseTo(256, 6);
    expect(project({lat: 0, lon: -180}, 0)).toEqual([0, 128]);
  });

  test('a radius on the map is that of L.Circle', () => {
    fc.assert(
      fc.property(
        fc.record({lat: degrees(80), lon: degrees(170)}),
        fc.integer({min: 1, max: 200_000}),
        (p, metres) => {
          const reach = metres / EARTH / RAD;
          const top = project({...p, lat: p.lat + reach}, 8)[1];
          const bottom = project({...p, lat: p.lat - reach}, 8)[1];
          expect(radiusPx(p, metres, 8)).toBeCloseTo((bottom - top) / 2, 9);
          // Small circles: metres over metres per pixel.
          if (metres < 1000) expect(radiusPx(p, metres, 8) * metresPerPixel(p.lat, 8)).toBeCloseTo(metres, 0);
        },
      ),
      RUNS,
    );
  });

  test('metres per pixel agree with a walk of one pixel', () => {
    fc.assert(
      fc.property(fc.record({lat: degrees(80), lon: degrees(170)}), (p) => {
        const [x, y] = project(p, 12);
        expect(distance(p, unproject([x + 1, y], 12)) / metresPerPixel(p.lat, 12)).toBeCloseTo(1, 4);
      }),
      RUNS,
    );
  });
});

describe('distance', () => {
  test('is that of haversines, on the sphere of Leaflet', () => {
    const half = (angle: number) => Math.sin((angle * RAD) / 2) ** 2;
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const h = half(b.lat - a.lat) + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * half(b.lon - a.lon);
        const metres = 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
        // For antipodes haversines are exact to a metre.
        expect(Math.abs(distance(a, b) - metres)).toBeLessThan(1);
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
      }),
      RUNS,
    );
  });

  test.each([
    [{lat: 0, lon: 0}, {lat: 0, lon: 180}, Math.PI * EARTH],
    [{lat: 90, lon: 12}, {lat: -90, lon: -34}, Math.PI * EARTH],
    [{lat: 10, lon: 180}, {lat: 10, lon: -180}, 0],
    [{lat: 0, lon: 179.5}, {lat: 0, lon: -179.5}, RAD * EARTH],
  ])('%j to %j', (a, b, metres) => {
    expect(distance(a, b)).toBeCloseTo(metres, 3);
  });

  test('Tocorón to La Guaira is 91 km', () => {
    const metres = distance({lat: 10.083333, lon: -67.577222}, {lat: 10.60156, lon: -66.93293});
    expect(Math.round(metres / 1000)).toBe(91);
  });
});

const width = ({west, east}: Bounds) => (east >= west ? east - west : east - west + 360);

describe('boundsOf', () => {
  test('nothing has no box, one position a box of no size', () => {
    expect(boundsOf([])).toBeUndefined();
    expect(boundsOf([{lat: 1, lon: 2}])).toEqual({west: 2, south: 1, east: 2, north: 1});
  });

  test.each<[string, number[], number, number]>([
    ['Fiji', [178, -179, 177.5], 177.5, -179],
    ['the antimeridian itself', [180, -180], 180, -180],
    ['Caracas', [-67.5, -66.9, -67], -67.5, -66.9],
    ['Alaska and Kamchatka', [-150, 160, -170], 160, -150],
  ])('%s', (_, lons, west, east) => {
    expect(boundsOf(lons.map((lon) => ({lat: 0, lon})))).toMatchObject({west, east});
  });

  test('holds all, and none that starts and ends at positions is narrower', () => {
    fc.assert(
      fc.property(fc.array(rough, {minLength: 1, maxLength: 8}), (positions) => {
        const box = boundsOf(positions);
        if (!box) throw new Error('no box');
        for (const p of positions) expect(contains(box, p)).toBe(true);
        const lats = positions.map(({lat}) => lat);
        expect([box.south, box.north]).toEqual([Math.min(...lats), Math.max(...lats)]);
        let least = 360;
        for (const {lon: west} of positions)
          for (const {lon: east} of positions) {
            const all = positions.every(
              ({lon}) => (((lon - west) % 360) + 360) % 360 <= (((east - west) % 360) + 360) % 360,
            );
            if (all) least = Math.min(least, (((east - west) % 360) + 360) % 360);
          }
        expect(width(box) % 360).toBe(least % 360);
      }),
      RUNS,
    );
  });

  test('a million positions', () => {
    const positions = Array.from({length: 1_000_000}, (_, i) => ({lat: (i % 100) - 50, lon: (i % 90) - 45}));
    expect(boundsOf(positions)).toEqual({west: -45, south: -50, east: 44, north: 49});
  });
});

describe('boxes', () => {
  const world: Bounds = {west: -180, south: -90, east: 180, north: 90};

  test.each<[string, Bounds, Position, boolean]>([
    ['an edge', {west: 170, south: 0, east: 180, north: 1}, {lat: 0, lon: 180}, true],
    ['the other name of an edge', {west: 170, south: 0, east: 180, north: 1}, {lat: 0, lon: -180}, true],
    ['across the antimeridian', {west: 170, south: 0, east: -170, north: 1}, {lat: 0, lon: -175}, true],
    ['the rest of it', {west: 170, south: 0, east: -170, north: 1}, {lat: 0, lon: 0}, false],
    [
      'a map that was dragged past 180',
      {west: 170, south: 0, east: 190, north: 1},
      {lat: 0, lon: -175},
      true,
    ],
    [
      'a map that shows more than one world',
      {west: -300, south: -80, east: 300, north: 80},
      {lat: 0, lon: 0},
      true,
    ],
    ['north of it', {west: 170, south: 0, east: -170, north: 1}, {lat: 2, lon: 175}, false],
    ['the world', world, {lat: 12, lon: 34}, true],
  ])('contains: %s', (_, box, p, inside) => {
    expect(contains(box, p)).toBe(inside);
  });

  test('two boxes meet when a corner of a grid lies in both', () => {
    const side = fc.integer({min: -18, max: 18}).map((v) => v * 10);
    const lat = fc.integer({min: -9, max: 9}).map((v) => v * 10);
    const box = fc
      .tuple(side, side, lat, lat)
      .map(([west, east, a, b]) => ({west, east, south: Math.min(a, b), north: Math.max(a, b)}));
    fc.assert(
      fc.property(box, box, (a, b) => {
        let meet = false;
        for (let lon = -180; lon <= 180; lon += 10)
          for (let at = -90; at <= 90; at += 10) {
            if (contains(a, {lat: at, lon}) && contains(b, {lat: at, lon})) meet = true;
          }
        expect(intersects(a, b)).toBe(meet);
        expect(intersects(b, a)).toBe(meet);
      }),
      {...RUNS, numRuns: 300},
    );
  });

  test('padding the world leaves the world', () => {
    expect(padBounds(world, 10)).toEqual(world);
    expect(padBounds({...world, south: -10, north: 10}, 100)).toMatchObject({west: -180, east: 180});
  });

  test('padding at a pole goes all round', () => {
    expect(padBounds({west: 5, east: 6, south: 89.9, north: 89.95}, 50_000)).toMatchObject({
      west: -180,
      east: 180,
      north: 90,
    });
  });

  test('a padded box holds the whole circle around each of its corners', () => {
    fc.assert(
      fc.property(
        fc.array(anywhere, {minLength: 1, maxLength: 4}),
        fc.integer({min: 1, max: 500_000}),
        (corners, metres) => {
          const box = boundsOf(corners);
          if (!box) throw new Error('no box');
          const padded = padBounds(box, metres);
          for (const {lat, lon} of corners) {
            const circle = geoCircle()
              .center([lon, lat])
              .radius((metres / EARTH / RAD) * 0.9999)
              .precision(10)();
            for (const [east = 0, north = 0] of circle.coordinates[0] ?? [])
              expect(contains(padded, {lat: north, lon: east}), `${east} ${north}`).toBe(true);
          }
        },
      ),
      {...RUNS, numRuns: 500},
    );
  });
});
