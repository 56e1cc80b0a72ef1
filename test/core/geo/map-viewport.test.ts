import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type MapViewport,
  metresPerPixel,
  pixelInView,
  project,
  roundDistance,
  unproject,
} from '../../../src/core/geo/index.js';

const RUNS = {seed: 20_251_225};

/** A view around a position, which may lie in another copy of the world. */
const views = fc
  .record({
    zoom: fc.double({min: 0, max: 18, noNaN: true}),
    lon: fc.double({min: -540, max: 540, noNaN: true}),
    lat: fc.double({min: -80, max: 80, noNaN: true}),
    width: fc.integer({min: 100, max: 4000}),
    height: fc.integer({min: 100, max: 4000}),
  })
  .map(({zoom, lon, lat, width, height}): MapViewport => {
    const [x, y] = project({lon, lat}, zoom);
    return {zoom, origin: [x - width / 2, y - height / 2], width, height};
  });

const positions = fc.record({
  lon: fc.double({min: -180, max: 180, noNaN: true}),
  lat: fc.double({min: -80, max: 80, noNaN: true}),
});

test('a position is drawn in the copy of the world that is nearest to the middle', () => {
  fc.assert(
    fc.property(views, positions, (view, position) => {
      const world = 256 * 2 ** view.zoom;
      const [x, y] = pixelInView(position, view);
      expect(Math.abs(x - view.width / 2)).toBeLessThanOrEqual(world / 2 + 1e-6 * world);
      const {lon, lat} = unproject([x + view.origin[0], y + view.origin[1]], view.zoom);
      expect(lat).toBeCloseTo(position.lat, 6);
      expect(Math.cos(((lon - position.lon) * Math.PI) / 180)).toBeCloseTo(1, 9);
    }),
    RUNS,
  );
});

test('a scale bar is the longest of 1, 2, 5 and their tens that fits', () => {
  fc.assert(
    fc.property(views, fc.integer({min: 40, max: 200}), (view, most) => {
      const {metres, px} = roundDistance(view, most);
      const {origin, width, height, zoom} = view;
      const {lat} = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
      expect(px).toBeCloseTo(metres / metresPerPixel(lat, zoom), 6);
      expect(px).toBeLessThanOrEqual(most * (1 + 1e-12));
      expect(px).toBeGreaterThan(most / 2.5 - 1e-9);
      const digit = metres / 10 ** Math.floor(Math.log10(metres) + 1e-9);
      expect([1, 2, 5].some((step) => Math.abs(digit - step) < 1e-9)).toBe(true);
    }),
    RUNS,
  );
});
