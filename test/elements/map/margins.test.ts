import fc from 'fast-check';
import {expect, test} from 'vitest';
import {pixelInView} from '../../../src/core/geo/index.js';
import {marginsOf} from '../../../src/elements/map/map-drawing.js';

const between = (min: number, max: number) => fc.double({min, max, noNaN: true});

test('a view that is wider than the world shows it once, with every place in it', () => {
  let beside = 0;
  fc.assert(
    fc.property(between(0, 3), between(-1000, 1000), between(-180, 180), (zoom, left, lon) => {
      const view = {zoom, origin: [left, 0] as const, width: 720, height: 336};
      const margins = marginsOf(view);
      const [x] = pixelInView({lat: 0, lon}, view);
      beside += margins.length;
      for (const margin of margins) {
        expect(margin).toMatchObject({y: 0, height: 336});
        expect(x > margin.x + 1e-6 && x < margin.x + margin.width - 1e-6).toBe(false);
      }
      // What is left between them is the world.
      if (margins.length > 0)
        expect(720 - margins.reduce((sum, {width}) => sum + width, 0)).toBeCloseTo(256 * 2 ** zoom);
    }),
    {seed: 20_251_225},
  );
  expect(beside).toBeGreaterThan(20);
  expect(marginsOf({zoom: 2, origin: [0, 0], width: 720, height: 336})).toEqual([]);
});
