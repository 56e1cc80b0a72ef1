import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {foldsOf, hasPauses} from '../../../src/core/layout/index.js';
import {Spans} from '../../../src/core/table/index.js';
import type {Interval} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;

const spansOf = (intervals: readonly Interval[]): Spans => {
  const sorted = [...intervals].sort((a, b) => (a.start < b.start ? -1 : 1));
  return new Spans(
    Float64Array.from(sorted, ({start}) => start),
    Float64Array.from(sorted, ({end}) => end),
  );
};
const days = (...numbers: readonly number[]) =>
  numbers.map((day): Interval => ({start: day * DAY, end: (day + 1) * DAY}));
const gapsOf = (intervals: readonly Interval[]) =>
  foldsOf(spansOf(intervals)).map(({gap}) => [gap.start / DAY, gap.end / DAY]);

describe('foldsOf', () => {
  test('months without events beside days with many are folded, with air on both sides', () => {
    const [fold] = foldsOf(spansOf(days(0, 500, 501, 503, 504, 510)));
    expect(fold).toEqual({
      start: 2 * DAY,
      end: 499 * DAY,
      gap: {start: DAY, end: 500 * DAY},
      before: 0,
    });
  });

  test.each([
    ['no event', []],
    ['one event', days(3)],
    ['all on one day', days(3, 3, 3)],
    ['two events 4,000 years apart: there is nothing to see better', days(0, 4000 * 365)],
    ['events a year apart each', days(0, 365, 730, 1095, 1460)],
    ['no gap that stands out', days(0, 10, 25, 37, 52, 70)],
    ['a gap that is no large share', days(0, 1, 2, 3, 4, 5, 6, 7, 8, 12)],
    ['a span over all', [...days(0, 1, 500, 501), {start: 0, end: 502 * DAY}]],
    ['many events', days(...Array.from({length: 301}, (_, i) => (i < 150 ? i : i + 5000)))],
    ['events without a known end', [{start: -Infinity, end: Infinity}]],
  ])('nothing is folded: %s', (_, intervals) => {
    expect(gapsOf(intervals)).toEqual([]);
  });

  test('five days of elections, years apart', () => {
    const all = [0, 1500, 2900, 4400, 6000].flatMap((day) => days(day, day, day + 1));
    expect(gapsOf(all)).toEqual([
      [2, 1500],
      [1502, 2900],
      [2902, 4400],
      [4402, 6000],
    ]);
  });

  test('an interval with an open end counts where it is known', () => {
    const since = {start: 0, end: Infinity};
    const until = {start: -Infinity, end: 503 * DAY};
    expect(gapsOf([...days(0, 500, 501, 502), since, until])).toEqual([[1, 500]]);
    expect(hasPauses(spansOf([...days(0, 500, 501, 502), since, until]))).toBe(true);
  });

  test('from seconds to billions of years: folds lie in gaps, in order, and never beside an event', () => {
    const story = fc
      .tuple(
        fc.double({min: 3, max: 20, noNaN: true}),
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.array(fc.tuple(fc.nat(3), fc.nat(1000), fc.double({min: 0, max: 1, noNaN: true})), {
          minLength: 1,
          maxLength: 40,
        }),
      )
      .map(([magnitude, at, events]) => {
        const size = 10 ** magnitude;
        return events.map(([cluster, part, length]): Interval => {
          const start = at * size * 10 + cluster * size + part * size * 1e-5;
          return {start, end: start + Math.max(1, length * size * 1e-4, Math.abs(start) * 1e-12)};
        });
      });
    let folded = 0;
    fc.assert(
      fc.property(story, (intervals) => {
        const folds = foldsOf(spansOf(intervals));
        expect(hasPauses(spansOf(intervals)) || folds.length === 0).toBe(true);
        folded += folds.length;
        let last = -Infinity;
        for (const {start, end, gap} of folds) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(gap.start);
          expect(end).toBeLessThanOrEqual(gap.end);
          expect(gap.start).toBeGreaterThanOrEqual(last);
          expect(intervals.some((each) => each.start < gap.end && each.end > gap.start)).toBe(false);
          last = gap.end;
        }
      }),
      RUNS,
    );
    expect(folded).toBeGreaterThan(500);
  });

  test('found once for the same spans', () => {
    const spans = spansOf([...days(0, 500, 501, 502), {start: YEAR, end: YEAR + 1}]);
    expect(foldsOf(spans)).toBe(foldsOf(spans));
  });
});
