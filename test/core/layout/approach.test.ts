import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  anchorOf,
  extentOfSpans,
  foldedScale,
  foldsOf,
  nearestTo,
  pointIn,
  timelineSource,
  timeScale,
  zoomRange,
} from '../../../src/core/layout/index.js';
import type {Interval} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 500};
const DAY = 86_400_000;

const interval = fc
  .tuple(fc.integer({min: 0, max: 5000}), fc.constantFrom(1, 1, 1, 31, 400, Infinity))
  .map(([day, days]): Interval => ({start: day * DAY, end: (day + days) * DAY}));
const intervals = fc.array(interval, {minLength: 1, maxLength: 60});
const spansOf = (all: readonly Interval[]) =>
  timelineSource(
    all.map((each, i) => ({id: `i${i}`, interval: each, lane: 'a', label: ''})),
    [],
  ).spans;

describe('zooming in', () => {
  test.each([false, true])(
    'never leads to where nothing is, from any view that holds something; folds: %s',
    (isFolded) => {
      fc.assert(
        fc.property(
          intervals,
          fc.integer({min: -100, max: 5000}),
          fc.integer({min: 2, max: 4000}),
          (all, from, days) => {
            const spans = spansOf(all);
            const extent = extentOfSpans(spans);
            if (!extent) return;
            let range = {
              start: Math.max(extent.start, from * DAY),
              end: Math.min(extent.end, (from + days) * DAY),
            };
            if (!(range.end > range.start) || spans.count(range) === 0) return;
            for (let i = 0; i < 8; i++) {
              const scale = isFolded
                ? foldedScale([range.start, range.end], [0, 800], foldsOf(spans))
                : timeScale([range.start, range.end], [0, 800]);
              const anchor = anchorOf(spans, scale, 0.5);
              if (anchor === null) throw new Error('no anchor');
              range = zoomRange(scale, 0.5, anchor, {extent});
              expect(spans.count(range)).toBeGreaterThan(0);
            }
          },
        ),
        RUNS,
      );
    },
  );

  test('leads to the many rather than to the one, and to the middle where all is even', () => {
    const day = (at: number): Interval => ({start: at * DAY, end: (at + 1) * DAY});
    const scale = timeScale([0, 1000 * DAY], [0, 1000]);
    const crowd = spansOf([day(100), ...Array.from({length: 9}, (_, i) => day(900 + i))]);
    expect(anchorOf(crowd, scale, 0.5)).toBeGreaterThan(899);
    const even = spansOf(Array.from({length: 101}, (_, i) => day(i * 10)));
    expect(Math.abs((anchorOf(even, scale, 0.5) ?? 0) - 500)).toBeLessThan(15);
    const many = spansOf(Array.from({length: 5000}, (_, i) => day(600 + (i % 40))));
    expect(anchorOf(many, scale, 0.5)).toBeGreaterThan(595);
    expect(anchorOf(many, scale, 0.5)).toBeLessThan(645);
    expect(anchorOf(spansOf([day(2000)]), scale, 0.5)).toBeNull();
  });
});

test('the nearest event to a view is found as the slow way finds it', () => {
  fc.assert(
    fc.property(intervals, fc.integer({min: 0, max: 5000}), (all, from) => {
      const view = {start: from * DAY, end: (from + 10) * DAY};
      const distance = ({start, end}: Interval) => Math.max(view.start - end, start - view.end);
      const sides = {
        earlier: all.filter(({end}) => end <= view.start),
        later: all.filter(({start}) => start >= view.end),
      };
      const least = (some: readonly Interval[]) =>
        some.length > 0 ? Math.min(...some.map(distance)) : undefined;
      for (const side of ['earlier', 'later'] as const) {
        const found = nearestTo(view, spansOf(all), side);
        expect(found && distance(found)).toBe(least(sides[side]));
      }
      const either = nearestTo(view, spansOf(all));
      expect(either && distance(either)).toBe(least([...sides.earlier, ...sides.later]));
    }),
    RUNS,
  );
});

test('a pointer is where it is in a drawing that is shown at another size', () => {
  const box = {left: 100, top: 50, width: 300};
  expect(pointIn(box, 600, {clientX: 250, clientY: 80})).toEqual([300, 60]);
  expect(pointIn(box, 300, {clientX: 250, clientY: 80})).toEqual([150, 30]);
  expect(pointIn({left: 0, top: 0, width: 0}, 0, {clientX: 5, clientY: 6})).toEqual([5, 6]);
});
