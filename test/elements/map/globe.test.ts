import {geoContains, geoDistance, geoOrthographic} from 'd3';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {centreNear, globe, landOf, landRings} from '../../../src/elements/map/globe.js';
import {RINGS} from '../../../src/elements/map/globe-land.js';

const RUNS = {seed: 20_251_225, numRuns: 300};
const centres = fc.record({
  lon: fc.double({min: -180, max: 180, noNaN: true}),
  lat: fc.double({min: -90, max: 90, noNaN: true}),
});
const degrees = fc.tuple(
  fc.double({min: -180, max: 180, noNaN: true}),
  fc.double({min: -90, max: 90, noNaN: true}),
);

test('a point is where D3’s orthographic projection has it, or outside of the globe', () => {
  fc.assert(
    fc.property(centres, degrees, ({lon, lat}, point) => {
      const d3 = geoOrthographic().scale(1).translate([0, 0]).rotate([-lon, -lat]);
      const [x, y] = globe({lon, lat})(point);
      const isVisible = geoDistance([lon, lat], point) <= Math.PI / 2 - 1e-6;
      if (!isVisible) {
        expect(Math.hypot(x, y)).toBeGreaterThan(1 - 1e-5);
        return;
      }
      const [d3X, d3Y] = d3(point) ?? [NaN, NaN];
      expect(x).toBeCloseTo(d3X, 9);
      expect(y).toBeCloseTo(d3Y, 9);
    }),
    {...RUNS, numRuns: 2000},
  );
});

/** By the rule of even and odd, as the browser fills. */
const isInside = (rings: ReturnType<typeof landOf>, x: number, y: number) =>
  rings.reduce((inside, ring) => {
    let odd = inside;
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    });
    return odd;
  }, false);

const LAND = {
  type: 'MultiPolygon' as const,
  coordinates: landRings(RINGS).map((ring) => [[...ring, ring[0] ?? [0, 0]].map(([x, y]) => [x, y])]),
};

const GRID_OF_ALL = Array.from({length: 36 * 18}, (_, i): [number, number] => [
  (i % 36) * 10 - 174,
  Math.floor(i / 36) * 10 - 86,
]);

/** Points of a grid, with what D3 says that they are; not those near a coast, where straight lines and great circles differ. */
const GRID = GRID_OF_ALL.flatMap((point) => {
  const near = [-2, 0, 2].flatMap((dx) =>
    [-2, 0, 2].map((dy) => [point[0] + dx, point[1] + dy] as [number, number]),
  );
  const kinds = new Set(near.map((each) => geoContains(LAND, each)));
  return kinds.size === 1 ? [{point, isLand: kinds.has(true)}] : [];
});

/** All that a globe is ever centred on. */
const CENTRES = [
  ...new Map(
    GRID_OF_ALL.map(([lon, lat]) => centreNear({lon, lat})).map((each) => [`${each.lon} ${each.lat}`, each]),
  ).values(),
];

test('a globe shows what it is centred near, and turns in steps', () => {
  expect(CENTRES.length).toBeLessThanOrEqual(13 * 5);
  for (const [lon, lat] of GRID_OF_ALL) {
    const centre = centreNear({lon, lat});
    expect(geoDistance([lon, lat], [centre.lon, centre.lat])).toBeLessThan(0.65);
  }
});

test('land is where D3 has it, from every side', () => {
  const seen = {land: 0, sea: 0, wrong: 0};
  for (const centre of CENTRES) {
    const rings = landOf(centre);
    const project = globe(centre);
    for (const {point, isLand} of GRID) {
      // At the very edge a pixel is a thousand kilometres.
      if (geoDistance([centre.lon, centre.lat], point) > 1.4) continue;
      seen[isLand ? 'land' : 'sea']++;
      if (isInside(rings, ...project(point)) !== isLand) seen.wrong++;
    }
  }
  expect(seen.land).toBeGreaterThan(3000);
  expect(seen.sea).toBeGreaterThan(8000);
  expect(seen.wrong).toBe(0);
});

test.each([
  ['the middle of Brazil', -52, -12, true],
  ['Kansas', -98, 38, true],
  ['the Sahara', 10, 24, true],
  ['Siberia', 100, 62, true],
  ['the middle of Australia', 134, -25, true],
  ['the South Pole', 0, -90, true],
  ['Greenland', -40, 72, true],
  ['the North Pole', 0, 90, false],
  ['the Gulf of Guinea', 0, 0, false],
  ['the middle of the Pacific', -150, 0, false],
  ['180° on the equator', 180, 0, false],
] as const)('%s', (_, lon, lat, isLand) => {
  for (const [dx, dy] of [
    [0, 0],
    [40, 30],
    [-50, -20],
  ] as const) {
    const centre = centreNear({lon: lon + dx, lat: lat + dy});
    const [x, y] = globe(centre)([lon, lat]);
    if (Math.hypot(x, y) < 1) expect([centre, isInside(landOf(centre), x, y)]).toEqual([centre, isLand]);
  }
});
