import fc from 'fast-check';
import {expect, test} from 'vitest';
import {valueAxis} from '../../../src/core/layout/value-axis.js';

test.each([
  [[71, 99, 61, 45], 0, 100],
  [[1976], 0, 2000],
  [[-3, 9], -4, 10],
  [[], 0, 1],
  [[0], 0, 1],
  [[1, 1e12], 0, 1e12],
  [[0.2, 0.7], 0, 0.7],
  [[5e-324], 0, 1],
  [[-5e-324, 2e-323], -0.2, 1],
])('of %j the axis goes from %d to %d', (values, low, high) => {
  const axis = valueAxis(values, 300, 60);
  expect([axis.low, axis.high]).toEqual([low, high]);
});

test('what has no place stands at an end, and does not stretch the axis', () => {
  const axis = valueAxis([10, Infinity, Number.NaN], 100, 20);
  expect(axis.high).toBe(10);
  expect([axis.at(-Infinity), axis.at(Infinity), axis.at(1e9)]).toEqual([0, 100, 100]);
});

test('any values lie on the axis in proportion, ticks are round, apart, and hold 0', () => {
  const value = fc.oneof(
    fc.integer({min: -1000, max: 1000}),
    fc.integer({min: 1, max: 1e12}),
    fc.double({min: -1e6, max: 1e6, noNaN: true}),
  );
  fc.assert(
    fc.property(fc.array(value, {maxLength: 20}), fc.integer({min: 60, max: 900}), (values, length) => {
      const axis = valueAxis(values, length, 30);
      const per = length / (axis.high - axis.low);
      for (const each of values) {
        expect(each).toBeGreaterThanOrEqual(axis.low);
        expect(each).toBeLessThanOrEqual(axis.high);
        expect(axis.at(each)).toBeCloseTo((each - axis.low) * per, 6);
      }
      expect(axis.ticks.some((tick) => tick.value === 0)).toBe(true);
      expect(axis.at(0)).toBeCloseTo(-axis.low * per, 6);
      const whole = values.every(Number.isInteger);
      axis.ticks.forEach(({value: at, position}, i) => {
        expect(position).toBeCloseTo(axis.at(at), 6);
        if (whole) expect(Number.isInteger(at)).toBe(true);
        const before = axis.ticks[i - 1];
        // About one per 30 pixels; round steps may be half as far apart.
        if (before) expect(position - before.position).toBeGreaterThan(14);
      });
    }),
  );
});
