import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Fold, type FoldPlace, foldedScale, placeFolds} from '../../../src/core/layout/index.js';

const DAY = 86_400_000;
const fold = (start: number, end: number): Fold => ({
  start: (start + 1) * DAY,
  end: (end - 1) * DAY,
  gap: {start: start * DAY, end: end * DAY},
  before: (start - 1) * DAY,
});
const options = {
  width: 800,
  measure: (text: string) => text.length * 7,
  texts: ({gap}: Fold) => {
    const days = (gap.end - gap.start) / DAY;
    return [`${days} days without events`, `${days} days`];
  },
};
const place = (folds: readonly Fold[], domain: readonly [number, number]) =>
  placeFolds(folds, foldedScale([domain[0] * DAY, domain[1] * DAY], [20, 780], folds), options);
const middle = ({from, to}: FoldPlace) => (from + to) / 2;

test('a fold has its words below its middle', () => {
  const [only] = place([fold(100, 500)], [80, 520]);
  expect(only).toMatchObject({isFolded: true, text: '400 days without events'});
  expect(Number(only?.to) - Number(only?.from)).toBeCloseTo(36, 6);
  expect(Number(only?.x) + Number(only?.width) / 2).toBeCloseTo(middle(only as FoldPlace), 6);
});

test('two that are close stand side by side, each with its words', () => {
  const places = place([fold(100, 500), fold(504, 900)], [60, 940]);
  expect(places.map(({text}) => text)).toEqual(['400 days without events', '396 days without events']);
});

test('where words would be pushed so far aside that they end at their fold, all are shorter', () => {
  const places = place([fold(100, 500), fold(503, 900)], [0, 1000]);
  expect(places.map(({text}) => text)).toEqual(['400 days', '397 days']);
  for (const each of places)
    expect(Math.abs(each.x + each.width / 2 - middle(each))).toBeLessThan(0.3 * each.width);
});

test('what is unfolded is as wide as its gap, and has its button still', () => {
  const all = [fold(100, 500)];
  const [only] = placeFolds(all, foldedScale([0, 600 * DAY], [0, 600], []), options);
  expect(only).toMatchObject({isFolded: false, from: 100, to: 500});
});

test('out of view there is none', () => {
  expect(place([fold(100, 500)], [510, 600])).toEqual([]);
});

test('however many, no two overlap, all are within the drawing, and each is at its fold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 3, max: 60}), {minLength: 1, maxLength: 6}), (lengths) => {
      let at = 10;
      const folds = lengths.map((length) => {
        const each = fold(at, at + 300);
        at += 300 + length;
        return each;
      });
      let right = 0;
      for (const each of place(folds, [0, at])) {
        expect(each.x).toBeGreaterThanOrEqual(right);
        expect(each.x).toBeLessThanOrEqual(middle(each));
        expect(each.x + each.width).toBeGreaterThanOrEqual(middle(each));
        right = each.x + each.width;
      }
      expect(right).toBeLessThanOrEqual(800);
    }),
    {seed: 20_251_225, numRuns: 1000},
  );
});
