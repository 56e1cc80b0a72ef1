/** Sorting, searching and growing against what JavaScript has for lists. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lowerBound, NumberList, orderBy, upperBound} from '../../../src/core/arrays/index.js';

const RUNS = {seed: 20_251_225, numRuns: 200};

describe('sorting numbers', () => {
  // Many are counted by longer digits.
  test.each([
    ['few', 1, RUNS],
    ['many', 2 ** 14, {...RUNS, numRuns: 10}],
  ])('is as JavaScript’s own, and stable, of %s', (_, least, runs) => {
    const numbers = fc.array(
      fc.oneof(
        fc.double({noNaN: true}),
        fc.integer({min: -3, max: 3}),
        fc.constantFrom(-0, 0, Infinity, -Infinity),
      ),
      {maxLength: 200, size: 'max'},
    );
    fc.assert(
      fc.property(numbers, (drawn) => {
        const times = Math.ceil(least / (drawn.length || 1));
        const values = Array.from({length: times}, () => drawn).flat();
        const indexes = values.map((_, i) => i);
        const expected = indexes.toSorted((a, b) => {
          const [p = 0, q = 0] = [values[a], values[b]];
          return p === q ? a - b : p < q ? -1 : 1;
        });
        expect([...orderBy(Float64Array.from(values))].join()).toBe(expected.join());
      }),
      runs,
    );
  });
});

test('a sorted array is searched as by looking at each', () => {
  const numbers = fc.array(fc.integer({min: -9, max: 9}), {maxLength: 40});
  fc.assert(
    fc.property(numbers, fc.integer({min: -10, max: 10}), (values, value) => {
      const sorted = Float64Array.from(values).sort();
      const first = (test: (each: number) => boolean) => {
        const index = sorted.findIndex(test);
        return index < 0 ? sorted.length : index;
      };
      expect(lowerBound(sorted, value)).toBe(first((each) => each >= value));
      expect(upperBound(sorted, value)).toBe(first((each) => each > value));
    }),
    RUNS,
  );
});

test('a list of numbers grows', () => {
  const list = new NumberList();
  for (let i = 0; i < 5000; i++) list.push(2 ** 32 - 1 - i);
  expect(list.size).toBe(5000);
  expect(list.at(4999)).toBe(2 ** 32 - 5000);
  expect([...list.slice(1, 3)]).toEqual([2 ** 32 - 2, 2 ** 32 - 3]);
});
