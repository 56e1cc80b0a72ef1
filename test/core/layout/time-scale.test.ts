import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {timeScale} from '../../../src/core/layout/index.js';
import {civilOf, instantOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};

/** Domains from a second to billions of years, log-uniform in length and position. */
const domain = fc
  .tuple(
    fc.double({min: 0, max: 20.5, noNaN: true}),
    fc.boolean(),
    fc.double({min: 3, max: 20.5, noNaN: true}),
  )
  .map(([far, isPast, long]): [number, number] => {
    const start = (isPast ? -1 : 1) * 10 ** far;
    // Below this length float64 could not distinguish the two ends; no view is narrower.
    return [start, start + Math.max(10 ** long, Math.abs(start) * 1e-12)];
  });
const range = fc.tuple(
  fc.double({min: -500, max: 500, noNaN: true}),
  fc.double({min: 100, max: 4000, noNaN: true}),
);
const scales = fc
  .tuple(domain, range, fc.boolean())
  .map(([ends, [from, length], isTurned]) =>
    timeScale(ends, isTurned ? [from + length, from] : [from, from + length]),
  );
const share = fc.double({min: -1, max: 2, noNaN: true});

/** A millisecond, or the float64 resolution there. */
const grain = (...instants: readonly number[]) =>
  Math.max(1, 8 * Number.EPSILON * Math.max(...instants.map(Math.abs)));

describe('a time scale', () => {
  test('the ends of the domain are at those of the range', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const [start, end] = scale.domain();
        const [from, to] = scale.range();
        expect(scale(start) === from).toBe(true);
        expect(scale(end)).toBeCloseTo(to, 9);
        expect((scale.resolution() * Math.abs(to - from)) / (end - start)).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  });

  test('is monotone, within the domain and beyond it', () => {
    fc.assert(
      fc.property(scales, share, share, (scale, a, b) => {
        const [start, end] = scale.domain();
        const [from, to] = scale.range();
        const [first, second] = [a, b].sort((x, y) => x - y).map((each) => start + each * (end - start));
        const step = (scale(second ?? 0) - scale(first ?? 0)) * Math.sign(to - from);
        expect(step).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('invert gives back the instant, within a millisecond or what float64 can tell apart', () => {
    fc.assert(
      fc.property(scales, share, (scale, part) => {
        const [start, end] = scale.domain();
        const at = start + part * (end - start);
        expect(Math.abs(scale.invert(scale(at)) - at)).toBeLessThanOrEqual(grain(start, end, end - start));
      }),
      RUNS,
    );
  });

  test('what is open on a side is infinitely far there', () => {
    const scale = timeScale([0, 1000], [10, 110]);
    expect([scale(-Infinity), scale(Infinity)]).toEqual([-Infinity, Infinity]);
    expect(timeScale([0, 1000], [110, 10])(Infinity)).toBe(-Infinity);
  });

  test('without a range it gives shares of the domain', () => {
    const scale = timeScale([instantOf(2024), instantOf(2025)]);
    expect(scale.range()).toEqual([0, 1]);
    expect(scale(instantOf(2024, 7, 2))).toBe(0.5);
  });

  test('domain and range are set as those of d3: the scale itself is given back', () => {
    const scale = timeScale([0, 10], [0, 100]);
    expect(scale.domain([0, 20])).toBe(scale);
    expect(scale.range([100, 0])).toBe(scale);
    expect([scale.domain(), scale.range(), scale(5), scale.invert(75)]).toEqual([[0, 20], [100, 0], 75, 5]);
  });

  test('a copy is independent, whichever of the two is changed', () => {
    fc.assert(
      fc.property(scales, domain, share, (scale, other, part) => {
        const [start, end] = scale.domain();
        const at = start + part * (end - start);
        const before = scale(at);
        const copy = scale.copy();
        expect(copy(at)).toBe(before);
        copy.domain(other).range([7, 8]);
        expect(scale(at)).toBe(before);
        scale.domain([0, 1]).range([0, 1]);
        expect([copy.domain(), copy.range()]).toEqual([other, [7, 8]]);
      }),
      RUNS,
    );
  });
});

describe('its ticks', () => {
  const options = {
    text: (at: number, unit: string) => {
      const {year, month, day, hour, minute, second} = civilOf(at);
      return unit === 'year' ? String(year) : [year, month, day, hour, minute, second].join('-');
    },
    size: (text: string) => text.length * 6,
  };

  test('stand where the scale puts their instants, which are the first of their unit', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const [start, end] = scale.domain();
        for (const {at, position, unit} of scale.ticks(options)) {
          expect(at).toBeGreaterThanOrEqual(start);
          expect(at).toBeLessThan(end);
          expect(position).toBe(scale(at));
          const {year, month, day, hour, minute, second} = civilOf(at);
          const parts = [month - 1, day - 1, hour, minute, second];
          const below = ['year', 'month', 'day', 'hour', 'minute', 'second'].indexOf(unit);
          // For years so long ago float64 cannot represent the first instant.
          if (Math.abs(year) < 200_000) expect(parts.slice(below)).toEqual(parts.slice(below).map(() => 0));
        }
      }),
      RUNS,
    );
  });

  test('run from right to left as the scale does', () => {
    fc.assert(
      fc.property(domain, fc.double({min: 100, max: 2000, noNaN: true}), (ends, length) => {
        const onward = timeScale(ends, [0, length]).ticks(options);
        const back = timeScale(ends, [length, 0]).ticks(options);
        expect(back.map(({at, text}) => [at, text])).toEqual(onward.map(({at, text}) => [at, text]));
        back.forEach((tick, i) => {
          expect(tick.position).toBeCloseTo(length - (onward[i]?.position ?? 0), 6);
          expect(tick.textPosition).toBeCloseTo(length - (onward[i]?.textPosition ?? 0), 6);
        });
      }),
      RUNS,
    );
  });
});
