/** What basemaps pack as text, held against what packs it. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {packArcs, packTowns} from '../../../scripts/basemaps/pack.mjs';
import {unpackArcs, unpackTowns} from '../../../src/core/geo/index.js';

const RUNS = {seed: 14, numRuns: 300};
const position = fc.tuple(
  fc.integer({min: -400_000, max: 400_000}),
  fc.oneof(fc.integer({min: -50, max: 50}), fc.integer({min: -200_000, max: 200_000})),
);

/** Positions of arcs as TopoJSON has them: the first, then differences. */
const positionsOf = (arcs: ReturnType<typeof unpackArcs>) =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = NaN, dy = NaN]) => {
      x += dx;
      y += dy;
      return [x, y];
    });
  });

test('arcs come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.array(position, {minLength: 2}), {minLength: 1}), (arcs) => {
      const text = packArcs(arcs);
      expect(positionsOf(unpackArcs(text))).toEqual(arcs);
      // As it stands in JSON and in a module, between quotes of either kind.
      expect(text).toMatch(/^[^"'\\]+$/);
      expect(JSON.stringify(text)).toBe(`"${text}"`);
    }),
    RUNS,
  );
});

test('small steps take a character each', () => {
  expect(
    packArcs([
      [
        [0, 0],
        [38, -38],
        [0, 0],
      ],
    ]),
  ).toHaveLength(6);
});

test('towns come back in their order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: fc.stringMatching(/^[^|]+$/),
          others: fc.constantFrom(undefined, {es: 'Londres', ar: 'لندن'}),
          at: position,
          zoom: fc.integer({min: 3, max: 10}),
        }),
        {
          minLength: 1,
        },
      ),
      (towns) => {
        const rows = towns.map(({at: [x, y], ...town}) => ({...town, lon: x / 1000, lat: y / 1000}));
        expect(unpackTowns(packTowns(rows))).toEqual(
          rows.map(({name, others, lon, lat, zoom}) => [
            others ? {en: name, ...others} : name,
            lon,
            lat,
            zoom,
          ]),
        );
      },
    ),
    RUNS,
  );
  expect(() => packTowns([{name: 'A|B', lon: 0, lat: 0, zoom: 3}])).toThrow('separator');
});
