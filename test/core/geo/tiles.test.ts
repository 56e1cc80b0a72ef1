import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type Bounds,
  intersects,
  placeTile,
  project,
  tilesIn,
  unproject,
} from '../../../src/core/geo/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
const WORLD = {minZoom: 0, maxZoom: 19};

/** The tile of a position, as the OpenStreetMap wiki has it ("Slippy map tilenames"). */
const nameOf = (lat: number, lon: number, z: number) => ({
  x: Math.floor(((lon + 180) / 360) * 2 ** z),
  y: Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z),
});

const view = fc
  .record({
    lat: fc.double({min: -80, max: 80, noNaN: true}),
    lon: fc.double({min: -540, max: 540, noNaN: true}),
    zoom: fc.double({min: 0, max: 19.4, noNaN: true}),
    width: fc.integer({min: 1, max: 1600}),
    height: fc.integer({min: 1, max: 1200}),
  })
  .map(({lat, lon, zoom, width, height}) => {
    const [x, y] = project({lat, lon}, zoom);
    return {zoom, origin: [x - width / 2, y - height / 2] as const, width, height};
  });
const share = fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true});

test('each point of a view lies in the one tile that is called so', () => {
  fc.assert(
    fc.property(view, share, share, (each, across, down) => {
      const [px, py] = [across * each.width, down * each.height];
      const at = unproject([each.origin[0] + px, each.origin[1] + py], each.zoom);
      const hits = tilesIn(each, WORLD).filter(
        ({left, top, size}) => px >= left && px < left + size && py >= top && py < top + size,
      );
      if (Math.abs(at.lat) > 85.05) return;
      expect(hits).toHaveLength(1);
      const [hit] = hits;
      const z = Math.round(each.zoom);
      const wanted = nameOf(at.lat, ((((at.lon + 180) % 360) + 360) % 360) - 180, z);
      // On an edge either tile is correct.
      expect(hit?.z).toBe(z);
      const off = Math.abs((hit?.x ?? Number.NaN) - wanted.x) % (2 ** z - 1 || 1);
      expect(off + Math.abs((hit?.y ?? Number.NaN) - wanted.y)).toBeLessThanOrEqual(1);
      const [inside, below] = [
        (px - (hit?.left ?? 0)) / (hit?.size ?? 1),
        (py - (hit?.top ?? 0)) / (hit?.size ?? 1),
      ];
      if ([inside, below].every((part) => part > 1e-6 && part < 1 - 1e-6)) {
        expect([hit?.x, hit?.y]).toEqual([wanted.x, wanted.y]);
      }
    }),
    RUNS,
  );
});

test('none is there twice, and none that is not seen', () => {
  fc.assert(
    fc.property(view, (each) => {
      const tiles = tilesIn(each, WORLD);
      expect(new Set(tiles.map(({column, y}) => `${column} ${y}`)).size).toBe(tiles.length);
      for (const {z, x, y, left, top, size} of tiles) {
        expect(x >= 0 && x < 2 ** z && y >= 0 && y < 2 ** z).toBe(true);
        expect(left < each.width && left + size > 0 && top < each.height && top + size > 0).toBe(true);
        expect(size).toBeGreaterThan(256 * 0.7);
      }
    }),
    RUNS,
  );
});

test('of tiles of a part of the world those of the others are left out', () => {
  const box: fc.Arbitrary<Bounds> = fc
    .record({
      west: fc.integer({min: -179, max: 179}),
      east: fc.integer({min: -179, max: 179}),
      south: fc.integer({min: -80, max: 0}),
      north: fc.integer({min: 1, max: 80}),
    })
    .filter(({west, east}) => west !== east)
    // Off the edges of tiles, where either is correct.
    .map(({west, south, east, north}) => ({
      west: west + 0.137,
      south: south - 0.137,
      east: east + 0.137,
      north: north + 0.137,
    }));
  fc.assert(
    fc.property(view, box, (each, bounds) => {
      const keyOf = ({column, y}: {column: number; y: number}) => `${column} ${y}`;
      const kept = new Set(tilesIn(each, {...WORLD, bounds}).map(keyOf));
      for (const tile of tilesIn(each, WORLD)) {
        const {z, x, y} = tile;
        const corner = (dx: number, dy: number) => unproject([(x + dx) * 256, (y + dy) * 256], z);
        // Slightly inside, so that touching edges do not count.
        const [nw, se] = [corner(1e-6, 1e-6), corner(1 - 1e-6, 1 - 1e-6)];
        const its = {west: nw.lon, north: nw.lat, east: se.lon, south: se.lat};
        if (intersects(its, bounds)) expect(kept).toContain(keyOf(tile));
        else expect(kept).not.toContain(keyOf(tile));
      }
    }),
    RUNS,
  );
});

test('nearer than the last level its tiles grow; farther than the first there are none', () => {
  const one = {zoom: 12, origin: [0, 0] as const, width: 100, height: 100};
  expect(tilesIn(one, {minZoom: 0, maxZoom: 10}).map(({z, size}) => [z, size])).toEqual([[10, 1024]]);
  expect(tilesIn({...one, zoom: 3.4}, {minZoom: 4, maxZoom: 10})).toEqual([]);
});

test('a tile finds its place in another view', () => {
  const far = {zoom: 4, origin: [300, 300] as const, width: 500, height: 400};
  const near = {zoom: 5.5, origin: [900, 900] as const, width: 500, height: 400};
  for (const tile of tilesIn(far, WORLD)) {
    const scale = 2 ** (near.zoom - far.zoom);
    const {left, top, size} = placeTile(tile, near);
    expect(left).toBeCloseTo((tile.left + far.origin[0]) * scale - near.origin[0], 6);
    expect(top).toBeCloseTo((tile.top + far.origin[1]) * scale - near.origin[1], 6);
    expect(size).toBeCloseTo(tile.size * scale, 6);
  }
});
