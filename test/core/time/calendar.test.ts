import fc from 'fast-check';
import {expect, test} from 'vitest';
import {civilFromDays, civilOf, daysFromCivil, daysInMonth, instantOf} from '../../../src/core/time/index.js';

const DAY = 86_400_000;
/** What `Date` can hold. */
const DATE_MAX = 8.64e15;

test('agrees with Date.UTC in the whole of its range', () => {
  fc.assert(
    fc.property(fc.integer({min: -DATE_MAX / 1000, max: DATE_MAX / 1000}), fc.nat(999), (seconds, ms) => {
      const at = Math.min(seconds * 1000 + ms, DATE_MAX);
      const date = new Date(at);
      const civil = civilOf(at);
      expect(civil).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        ms: date.getUTCMilliseconds(),
        weekday: date.getUTCDay(),
      });
      const {year, month, day, hour, minute, second} = civil;
      expect(instantOf(year, month, day, hour, minute, second) + civil.ms).toBe(at);
    }),
    {numRuns: 3000},
  );
});

test('is its own inverse over millions of years, one day after the other', () => {
  fc.assert(
    fc.property(fc.integer({min: -4e9, max: 4e9}), (days) => {
      const {year, month, day} = civilFromDays(days);
      expect(daysFromCivil(year, month, day)).toBe(days);
      expect(day >= 1 && day <= daysInMonth(year, month)).toBe(true);
      const next = civilFromDays(days + 1);
      if (day < daysInMonth(year, month)) expect(next).toEqual({year, month, day: day + 1});
      else if (month < 12) expect(next).toEqual({year, month: month + 1, day: 1});
      else expect(next).toEqual({year: year + 1, month: 1, day: 1});
    }),
    {numRuns: 3000},
  );
});

test('each month is as long as it is, each year 365 or 366 days', () => {
  for (const year of [
    -4_500_000_000, -10_001, -400, -100, -4, -1, 0, 1, 1900, 2000, 2023, 2024, 10_000, 1e9,
  ]) {
    for (let month = 1; month <= 12; month++) {
      const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
      expect(next - daysFromCivil(year, month, 1), `${year}-${month}`).toBe(daysInMonth(year, month));
    }
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    expect(daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1)).toBe(leap ? 366 : 365);
  }
});

test.each([
  [1970, 1, 1, 0, 4],
  [1969, 12, 31, -1, 3],
  [2024, 2, 29, 19_782, 4],
  [1, 1, 1, -719_162, 1],
  [0, 12, 31, -719_163, 0],
  [-4713, 11, 24, -2_440_588, 1],
])('%i-%i-%i is day %i, weekday %i', (year, month, day, days, weekday) => {
  expect(daysFromCivil(year, month, day)).toBe(days);
  expect(civilOf(days * DAY).weekday).toBe(weekday);
});

test('an hour of 24 is the midnight that ends the day', () => {
  expect(instantOf(2024, 2, 28, 24)).toBe(instantOf(2024, 2, 29));
});
