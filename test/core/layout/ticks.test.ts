import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type TickText, timeScale} from '../../../src/core/layout/index.js';
import {civilOf, type Interval, instantOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
const size = (text: string) => text.length * 7;

/** Unabbreviated labels, which tests can parse. */
const text: TickText = (at, unit, context) => {
  const {year, month, day, hour, minute, second} = civilOf(at);
  if (unit === 'year') return String(year);
  if (unit === 'month') return context ? `${year}-${month}` : String(month);
  if (unit === 'day') return context ? `${year}-${month}-${day}` : `${month}-${day}`;
  const time = unit === 'second' ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
  return context ? `${month}-${day} ${time}` : time;
};
const ticks = (range: Interval, length: number, gap?: number) =>
  timeScale([range.start, range.end], [0, length]).ticks({text, size, ...(gap !== undefined && {gap})});
const words = (range: Interval, length: number) => ticks(range, length).map((tick) => tick.text);

const span = (start: number, end: number): Interval => ({start, end});
const at = instantOf;

describe('every scale has its steps', () => {
  test.each<[string, Interval, number, readonly string[]]>([
    [
      'seconds',
      span(at(2024, 7, 28, 18), at(2024, 7, 28, 18, 0, 30)),
      700,
      ['7-28 18:0:0', '18:0:5', '18:0:10', '18:0:15', '18:0:20', '18:0:25'],
    ],
    [
      'minutes',
      span(at(2024, 7, 28, 18, 20), at(2024, 7, 28, 19, 10)),
      260,
      ['7-28 18:30', '18:45', '7-28 19:0'],
    ],
    ['hours', span(at(2024, 7, 28, 7), at(2024, 7, 29, 7)), 400, ['7-28 12:0', '18:0', '7-29 0:0', '6:0']],
    ['days', span(at(2024, 2, 27), at(2024, 3, 3)), 500, ['2024-2-27', '2-28', '2-29', '2024-3-1', '3-2']],
    [
      'five days',
      span(at(2024, 2, 8), at(2024, 3, 3)),
      400,
      ['2024-2-10', '2-15', '2-20', '2-25', '2024-3-1'],
    ],
    ['months', span(at(2024, 11), at(2025, 4)), 400, ['2024-11', '12', '2025-1', '2', '3']],
    ['quarters', span(at(2024, 6), at(2025, 12)), 300, ['2024-7', '10', '2025-1', '4', '7', '10']],
    ['years', span(at(2019, 5), at(2024, 2)), 300, ['2020', '2021', '2022', '2023', '2024']],
    ['decades', span(at(1955), at(2001)), 230, ['1960', '1970', '1980', '1990', '2000']],
    ['across the year 0', span(at(-1100), at(1100)), 250, ['-1000', '-500', '0', '500', '1000']],
    [
      'deep time',
      span(at(-4_540_000_000), at(2024)),
      500,
      ['-4000000000', '-3000000000', '-2000000000', '-1000000000', '0'],
    ],
    [
      'an epoch of deep time',
      span(at(-66_300_000), at(-65_900_000)),
      500,
      ['-66300000', '-66200000', '-66100000', '-66000000'],
    ],
  ])('%s', (_, range, length, expected) => {
    expect(words(range, length)).toEqual(expected);
  });

  test('something greater begins: the year among months, the day among hours', () => {
    expect(ticks(span(at(2024, 11), at(2025, 4)), 400).map(({major}) => major)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(
      ticks(span(at(2024, 7, 28, 7), at(2024, 7, 29, 7)), 400).map(({major, unit}) => [unit, major]),
    ).toEqual([
      ['hour', false],
      ['hour', false],
      ['hour', true],
      ['hour', false],
    ]);
  });

  test('a text at the end moves inward, its tick stays', () => {
    const [first] = ticks(span(at(2024), at(2030)), 300);
    expect(first).toMatchObject({position: 0, textPosition: 14, text: '2024'});
  });

  test('a finer step is taken as soon as it fits', () => {
    const range = span(at(2024), at(2026));
    const counts = [80, 200, 400, 800, 1600, 6000].map((length) => ticks(range, length).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(40);
  });

  test('texts that would say the same twice are not used', () => {
    const deep = timeScale([at(-4_500_000_000), at(-4_499_000_000)], [0, 800]).ticks({
      text: (time) => `${Math.round(civilOf(time).year / 1e6)} million`,
      size,
    });
    expect(new Set(deep.map((tick) => tick.text)).size).toBe(deep.length);
  });

  test.each<[string, Interval, number]>([
    ['no length', span(0, 1000), 0],
    ['an empty range', span(5, 5), 100],
    ['a range the wrong way', span(5, 1), 100],
    ['an open range', span(0, Infinity), 100],
    ['not a number', span(0, Number.NaN), 100],
  ])('%s: none', (_, range, length) => {
    expect(ticks(range, length)).toEqual([]);
  });
});

test('ticks lie in the range, in order; texts lie in the axis and do not touch; some text has the year', () => {
  fc.assert(
    fc.property(
      fc.double({min: -1, max: 1, noNaN: true}),
      fc.double({min: 0, max: 12, noNaN: true}),
      fc.double({min: 4, max: 20, noNaN: true}),
      fc.double({min: 30, max: 2000, noNaN: true}),
      fc.integer({min: 0, max: 40}),
      (share, magnitude, lengthMagnitude, length, gap) => {
        const start = share * 10 ** (magnitude + 8);
        const range = span(start, start + Math.max(10 ** lengthMagnitude, Math.abs(start) * 1e-9));
        const found = ticks(range, length, gap);
        expect(found.length).toBeLessThan(Math.max(2, length / 6));
        let last = -Infinity;
        let end = -Infinity;
        for (const tick of found) {
          expect(tick.at).toBeGreaterThan(last);
          last = tick.at;
          expect(tick.at).toBeGreaterThanOrEqual(range.start);
          expect(tick.at).toBeLessThan(range.end);
          expect(tick.position).toBeCloseTo(
            ((tick.at - range.start) / (range.end - range.start)) * length,
            6,
          );
          const half = size(tick.text) / 2;
          expect(tick.textPosition - half).toBeGreaterThanOrEqual(Math.max(0, end + gap) - 1e-6);
          end = tick.textPosition + half;
          expect(end).toBeLessThanOrEqual(length + 1e-6);
        }
        const [first] = found;
        if (first) expect(first.text).toBe(text(first.at, first.unit, true));
      },
    ),
    RUNS,
  );
});
