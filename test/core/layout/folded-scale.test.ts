import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  extentOf,
  type Fold,
  foldedExtent,
  foldedScale,
  foldsOf,
  hasPauses,
  panRange,
  type TimeScale,
  zoomRange,
} from '../../../src/core/layout/index.js';
import {Spans} from '../../../src/core/table/index.js';
import {civilOf, type Instant, type Interval, instantOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
const DAY = 86_400_000;
/** Width of a fold on a wide axis, in pixels. */
const FOLD = 36;

interface Story {
  readonly intervals: readonly Interval[];
  readonly spans: Spans;
  readonly folds: readonly Fold[];
  readonly extent: Interval;
}

const storyOf = (intervals: readonly Interval[]): Story => {
  const sorted = [...intervals].sort((a, b) => a.start - b.start);
  const column = (of: (each: Interval) => number) => Float64Array.from(sorted, of);
  const spans = new Spans(
    column(({start}) => start),
    column(({end}) => end),
  );
  const folds = foldsOf(spans);
  const whole = extentOf(spans) as Interval;
  return {intervals: sorted, spans, folds, extent: foldedExtent(whole, spans, folds)};
};

/** Stories with a few clusters of events, from seconds to billions of years, most of them with folds. */
const stories = fc
  .tuple(
    fc.double({min: 3.5, max: 20, noNaN: true}),
    fc.double({min: -1, max: 1, noNaN: true}),
    fc.double({min: 0, max: 5, noNaN: true}),
    fc.array(fc.tuple(fc.nat(4), fc.nat(1000), fc.double({min: 0, max: 1, noNaN: true})), {
      minLength: 3,
      maxLength: 40,
    }),
  )
  .map(([magnitude, at, density, events]) => {
    const size = 10 ** magnitude;
    const grain = Math.abs(at) * size * 1e-11;
    return storyOf(
      events.map(([cluster, part, length]): Interval => {
        const start = at * size * 10 + cluster * size + part * size * 10 ** (-density - 3);
        return {start, end: start + Math.max(100, length * size * 1e-6, grain)};
      }),
    );
  });
const share = fc.double({min: 0, max: 1, noNaN: true});
const width = fc.double({min: 150, max: 2000, noNaN: true});

/** The story at rest. */
const restOf = ({extent, folds}: Story, length: number) =>
  foldedScale([extent.start, extent.end], [0, length], folds);

/** A view that a reader may come to: some steps of zooming and panning. */
const views = fc
  .tuple(
    stories,
    width,
    fc.array(
      fc.tuple(share, fc.double({min: 0.2, max: 2, noNaN: true}), fc.double({min: -1, max: 1, noNaN: true})),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([story, length, steps]) => {
    const limits = {extent: story.extent, minLength: 100};
    let scale = restOf(story, length);
    for (const [anchor, factor, pan] of steps) {
      const zoomed = zoomRange(scale, factor, anchor * length, limits);
      scale = scale.copy().domain([zoomed.start, zoomed.end]);
      const panned = panRange(scale, pan * length, limits);
      scale = scale.copy().domain([panned.start, panned.end]);
    }
    return {story, length, scale, limits};
  });

/** A millisecond, or what float64 tells apart there and between two pixels. */
const grainAt = (scale: TimeScale, at: Instant): number => {
  const px = scale(at);
  const float = Math.max(Math.abs(px), 1) * Number.EPSILON;
  const local = (scale.invert(px + 1e-3) - scale.invert(px - 1e-3)) / 2e-3;
  return Math.max(1, 16 * Number.EPSILON * Math.abs(at), 16 * float * local);
};

describe('a scale with folds', () => {
  test('most of the random stories have some', () => {
    let folded = 0;
    fc.assert(
      fc.property(stories, ({folds}) => {
        folded += Math.min(1, folds.length);
      }),
      RUNS,
    );
    expect(folded).toBeGreaterThan(500);
  });

  test('it is known at once that a story has none', () => {
    fc.assert(
      fc.property(stories, ({spans, folds}) => {
        expect(hasPauses(spans) || folds.length === 0).toBe(true);
      }),
      RUNS,
    );
  });

  test('has the ends of its domain at those of its range, and is monotone', () => {
    fc.assert(
      fc.property(views, share, share, ({scale, length}, a, b) => {
        const [start, end] = scale.domain();
        expect(scale(start)).toBe(0);
        expect(Math.abs(scale(end) - length)).toBeLessThan(1e-5);
        const [first = 0, second = 0] = [a, b].sort((p, q) => p - q);
        expect(scale(start + second * (end - start))).toBeGreaterThanOrEqual(
          scale(start + first * (end - start)),
        );
        expect(scale.invert(second * length)).toBeGreaterThanOrEqual(scale.invert(first * length));
      }),
      RUNS,
    );
  });

  test('invert gives back the instant, within a millisecond or what float64 can tell apart', () => {
    fc.assert(
      fc.property(views, share, ({scale, story}, part) => {
        const [start, end] = scale.domain();
        const inView = story.intervals.filter((each) => each.end > start && each.start < end);
        const instants = [start + part * (end - start), start, end, ...inView.map((each) => each.start)];
        for (const at of instants)
          expect(Math.abs(scale.invert(scale(at)) - at)).toBeLessThanOrEqual(grainAt(scale, at));
      }),
      RUNS,
    );
  });

  test('each fold is as wide as any other, or as it is to scale if that is less', () => {
    fc.assert(
      fc.property(views, ({scale, story, length}) => {
        const widest = Math.min(FOLD, length / 3 / story.folds.length);
        for (const fold of story.folds) {
          if (fold.start < scale.domain()[0] - 1 || fold.end > scale.domain()[1] + 1) continue;
          const whole = (fold.end - fold.start) / scale.resolution();
          expect(scale(fold.end) - scale(fold.start)).toBeCloseTo(Math.min(widest, whole), 4);
        }
      }),
      RUNS,
    );
  });

  test('zooming a little moves nothing in view by a pixel, and what is under the pointer not at all', () => {
    fc.assert(
      fc.property(views, share, ({scale, length, limits, story}, anchor) => {
        const at = scale.invert(anchor * length);
        const {start, end} = zoomRange(scale, 1 + 1e-6, anchor * length, limits);
        const next = scale.copy().domain([start, end]);
        const isClamped = start === limits.extent.start || end === limits.extent.end;
        if (!isClamped) expect(Math.abs(next(at) - anchor * length)).toBeLessThan(1e-2);
        for (const each of story.intervals) {
          const px = scale(each.start);
          if (px > 0 && px < length) expect(Math.abs(next(each.start) - px)).toBeLessThan(1);
        }
      }),
      RUNS,
    );
  });

  test('panning moves everything alike, whatever folds come into view', () => {
    fc.assert(
      fc.property(views, fc.double({min: -1, max: 1, noNaN: true}), ({scale, length, limits, story}, pan) => {
        const {start, end} = panRange(scale, pan * length, limits);
        if (start === limits.extent.start || end === limits.extent.end) return;
        const next = scale.copy().domain([start, end]);
        expect(next.resolution() / scale.resolution()).toBeCloseTo(1, 4);
        for (const each of story.intervals) {
          const px = scale(each.start) - pan * length;
          if (px > 0 && px < length) expect(Math.abs(next(each.start) - px)).toBeLessThan(0.1);
        }
      }),
      RUNS,
    );
  });

  test('has its ticks at true instants, in order and none in a fold; their labels do not touch', () => {
    const size = (text: string) => text.length * 6;
    const text = (at: Instant, unit: string, context: boolean) => {
      const {year, month, day, hour, minute, second} = civilOf(at);
      if (unit === 'year') return String(year);
      return [...(context ? [year] : []), month, day, hour, minute, second].join('-');
    };
    fc.assert(
      fc.property(views, ({scale, length}) => {
        const [start, end] = scale.domain();
        const ticks = scale.ticks({text, size, gap: 12});
        let last = -Infinity;
        let right = -Infinity;
        for (const {at, position, textPosition, text: words} of ticks) {
          expect(at).toBeGreaterThan(last);
          expect(at).toBeGreaterThanOrEqual(start);
          expect(at).toBeLessThan(end);
          expect(position).toBe(scale(at));
          expect(scale.folds().some((fold) => fold.start < at && at < fold.end)).toBe(false);
          const half = size(words) / 2;
          expect(textPosition - half).toBeGreaterThanOrEqual(right + 12 - 1e-6);
          expect(textPosition + half).toBeLessThanOrEqual(length + 1e-6);
          [last, right] = [at, textPosition + half];
        }
      }),
      RUNS,
    );
  });

  test('runs from right to left as it does from left to right', () => {
    fc.assert(
      fc.property(views, share, ({scale, length}, part) => {
        const back = scale.copy().range([length, 0]);
        const [start, end] = scale.domain();
        const at = start + part * (end - start);
        expect(back(at)).toBeCloseTo(length - scale(at), 6);
        expect(Math.abs(back.invert(back(at)) - at)).toBeLessThanOrEqual(grainAt(scale, at));
      }),
      RUNS,
    );
  });
});

describe('unfolding', () => {
  const days = [0, 1, 2, 500, 501, 502, 503].map((day) => ({start: day * DAY, end: (day + 1) * DAY}));
  const story = storyOf(days);
  const [fold] = story.folds as [Fold];
  const axis = (folds: readonly Fold[]) =>
    foldedScale([story.extent.start, story.extent.end], [0, 800], folds);
  const widthOf = (scale: TimeScale) => scale(fold.end) - scale(fold.start);

  test('goes from the fold to true scale without a jump', () => {
    const whole = axis([]);
    expect(widthOf(axis([fold]))).toBeCloseTo(FOLD, 9);
    expect(axis([fold]).folds()).toHaveLength(1);
    for (let width = FOLD; width < widthOf(whole); width += 10)
      expect(widthOf(axis([{...fold, width}]))).toBeCloseTo(width, 6);
    const open = axis([{...fold, width: widthOf(whole)}]);
    for (const {start} of days) expect(open(start)).toBeCloseTo(whole(start), 6);
    expect(axis([{...fold, width: 1000}]).folds()).toEqual([]);
  });

  test('what is at rest takes up most of the axis', () => {
    const scale = axis([fold]);
    const runs = [
      [0, 3],
      [500, 504],
    ].map(([from = 0, to = 0]) => scale(to * DAY) - scale(from * DAY));
    expect(runs.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0.6 * 800);
  });

  test('a domain within a fold is to scale, with ticks', () => {
    const [start, end] = [instantOf(1970, 6), instantOf(1970, 9)];
    const scale = foldedScale([start, end], [0, 800], [fold]);
    expect(scale(instantOf(1970, 7))).toBeCloseTo((30 / 92) * 800, 6);
    expect(scale.ticks({text: String, size: () => 40}).length).toBeGreaterThan(2);
  });

  test('beside a fold without a round date, the date where its events begin is on the axis', () => {
    const at = (month: number, day: number, year = 2025) => instantOf(year, month, day);
    const some = [at(7, 28, 2024), at(7, 28, 2024), ...[3, 4, 5, 12, 20, 30].map((day) => at(12, day))];
    const {extent, folds} = storyOf(some.map((start) => ({start, end: start + DAY})));
    const ticks = foldedScale([extent.start, extent.end], [0, 700], folds).ticks({
      text: (instant, unit, context) => {
        const {year, month, day} = civilOf(instant);
        return [unit, context ? year : '', month, day].join('');
      },
      size: (text) => text.length * 6,
    });
    expect(ticks[0]).toMatchObject({at: at(7, 28, 2024), text: 'day2024728'});
    expect(ticks[1]?.text).toMatch(/^day202512/);
  });
});
