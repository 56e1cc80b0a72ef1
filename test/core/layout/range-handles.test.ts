import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  closeRange,
  gutterWidth,
  isNarrow,
  moveHandle,
  type RangeHandle,
  snapInstant,
  stepFrom,
  stepUnit,
} from '../../../src/core/layout/index.js';
import {instantOf, type TimeUnit} from '../../../src/core/time/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

describe('a step of a handle', () => {
  test.each([
    [3 * DAY, 'hour'],
    [60 * DAY, 'day'],
    [3 * YEAR, 'month'],
    [200 * YEAR, 'year'],
  ] as const)('over %d ms is one %s', (length, unit) => {
    expect(stepUnit({start: 0, end: length})).toBe(unit);
  });

  test('goes from boundary to boundary, back over the turn of a year', () => {
    expect(stepFrom(instantOf(2026, 1), 'month', -1)).toBe(instantOf(2025, 12));
    expect(stepFrom(instantOf(2025, 12), 'month', 1)).toBe(instantOf(2026, 1));
    expect(stepFrom(instantOf(2025, 2), 'month', -26)).toBe(instantOf(2022, 12));
    expect(stepFrom(instantOf(-1, 1), 'month', -1)).toBe(instantOf(-2, 12));
    expect(stepFrom(instantOf(2024, 2, 28), 'day', 2)).toBe(instantOf(2024, 3, 1));
    expect(stepFrom(instantOf(2025, 6, 3, 23), 'hour', 1)).toBe(instantOf(2025, 6, 4));
    expect(stepFrom(instantOf(2025), 'year', -10)).toBe(instantOf(2015));
  });

  test('from within a unit is to its own edge', () => {
    const at = instantOf(2025, 6, 15, 12, 30);
    expect(stepFrom(at, 'year', -1)).toBe(instantOf(2025));
    expect(stepFrom(at, 'month', -1)).toBe(instantOf(2025, 6));
    expect(stepFrom(at, 'day', -1)).toBe(instantOf(2025, 6, 15));
    expect(stepFrom(at, 'hour', -1)).toBe(instantOf(2025, 6, 15, 12));
    expect(stepFrom(at, 'month', 1)).toBe(instantOf(2025, 7));
  });

  test('comes back', () => {
    const month = fc.tuple(fc.integer({min: -9999, max: 9999}), fc.integer({min: 1, max: 12}));
    fc.assert(
      fc.property(
        month,
        fc.constantFrom<TimeUnit>('year', 'month', 'day', 'hour'),
        fc.integer({min: 1, max: 30}),
        ([year, of], unit, count) => {
          const at = unit === 'year' ? instantOf(year) : instantOf(year, of);
          expect(stepFrom(stepFrom(at, unit, count), unit, -count)).toBe(at);
        },
      ),
      {seed: 20_251_225},
    );
  });
});

test('an instant snaps to midnight, in a story of days to the hour', () => {
  const at = instantOf(2025, 6, 15, 13, 40);
  expect(snapInstant(at, {start: 0, end: YEAR})).toBe(instantOf(2025, 6, 16));
  expect(snapInstant(at, {start: 0, end: 3 * DAY})).toBe(instantOf(2025, 6, 15, 14));
});

test('a range that is open is closed by the extent, or stands empty beyond it', () => {
  const extent = {start: 100, end: 200};
  expect(closeRange({start: -Infinity, end: 150}, extent)).toEqual({start: 100, end: 150});
  expect(closeRange({start: 150, end: Infinity}, extent)).toEqual({start: 150, end: 200});
  expect(closeRange({start: -Infinity, end: 50}, extent)).toEqual({start: 50, end: 50});
  expect(closeRange({start: 250, end: Infinity}, extent)).toEqual({start: 250, end: 250});
});

test('a handle stays within the extent, a step from the other; the window keeps its length', () => {
  const extent = {start: instantOf(2025, 1, 1), end: instantOf(2025, 3, 1)};
  const inside = fc.integer({min: 0, max: 59}).map((day) => extent.start + day * DAY);
  fc.assert(
    fc.property(
      fc.constantFrom<RangeHandle>('start', 'end', 'window'),
      inside,
      inside,
      fc.integer({min: -200, max: 200}),
      (handle, a, b, to) => {
        fc.pre(a !== b);
        const range = {start: Math.min(a, b), end: Math.max(a, b)};
        const moved = moveHandle(handle, range, extent.start + to * DAY, extent);
        expect(moved.start).toBeGreaterThanOrEqual(extent.start);
        expect(moved.end).toBeLessThanOrEqual(extent.end);
        expect(moved.end - moved.start).toBeGreaterThanOrEqual(DAY);
        if (handle === 'window') expect(moved.end - moved.start).toBe(range.end - range.start);
        if (handle === 'start') expect(moved.end).toBe(range.end);
        if (handle === 'end') expect(moved.start).toBe(range.start);
      },
    ),
    {seed: 20_251_225},
  );
});

test('the gutter is there from 720 pixels on, 11 em or 22 % wide; under 480 time runs downward', () => {
  expect([gutterWidth(719, 16), gutterWidth(720, 16), gutterWidth(1280, 16), gutterWidth(1280, 32)]).toEqual([
    0, 158.4, 176, 281.6,
  ]);
  expect([isNarrow(479), isNarrow(480)]).toEqual([true, false]);
});
