import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {playStops} from '../../../src/core/layout/index.js';
import {Spans} from '../../../src/core/table/index.js';
import {intervalOf} from '../../../src/core/time/index.js';

/* Where a story rests while it is played. */

const spansOf = (...dates: readonly string[]) => {
  const intervals = dates.map((date) => intervalOf(date) ?? {start: 0, end: 1});
  intervals.sort((a, b) => a.start - b.start);
  return new Spans(
    Float64Array.from(intervals, ({start}) => start),
    Float64Array.from(intervals, ({end}) => end),
  );
};
const of = (date: string) => intervalOf(date);
const periods = (by: string | undefined, ...dates: readonly string[]) => {
  const stops = playStops(spansOf(...dates), by);
  return Array.from({length: stops.size}, (_, i) => stops.periodAt(i));
};
const days = (count: number, from = 1) =>
  Array.from(
    {length: count},
    (_, i) => `2024-${i < 31 ? '01' : '03'}-${String((i % 31) + from).padStart(2, '0')}`,
  );

describe('stops', () => {
  test('are the days, weeks, months and years in which something begins', () => {
    const dates = ['2024-02-28', '2024-02-29/2024-05-01', '2024-02-29', '2024-12-31', '2025-01-01'];
    expect(periods('day', ...dates)).toEqual(
      ['2024-02-28', '2024-02-29', '2024-12-31', '2025-01-01'].map(of),
    );
    // From Monday.
    expect(periods('week', ...dates)).toEqual(['2024-02-26/2024-03-03', '2024-12-30/2025-01-05'].map(of));
    expect(periods('month', ...dates)).toEqual(['2024-02', '2024-12', '2025-01'].map(of));
    expect(periods('year', ...dates)).toEqual(['2024', '2025'].map(of));
  });

  test('by event are the moments at which something begins, until the shortest of these is over', () => {
    expect(periods('event', '2024', '2024-01-01', '2024-01-01/..', '2024-03')).toEqual(
      ['2024-01-01', '2024-03'].map(of),
    );
  });

  test('none without a known beginning', () => {
    for (const by of ['event', 'day', 'year', undefined]) {
      expect(periods(by)).toEqual([]);
      expect(periods(by, '../2024')).toEqual([]);
    }
  });

  test('a word that is no unit is as none', () => {
    expect(playStops(spansOf(...days(40)), 'constructor').unit).toBe('day');
  });

  test.each([
    ['few events, one by one', ['2024-01-01', '2024-07-05'], 'event', 2],
    ['days', days(40), 'day', 40],
    [
      'months, as they are not dated to days',
      Array.from(
        {length: 48},
        (_, i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      ),
      'month',
      48,
    ],
    ['years', Array.from({length: 60}, (_, i) => `${1900 + i}`), 'year', 60],
    [
      'four thousand years, by tens',
      Array.from(
        {length: 400},
        (_, i) =>
          `${i < 200 ? '-' : ''}${String(Math.abs(i < 200 ? 2000 - i * 10 : 10 * (i - 199))).padStart(4, '0')}-05`,
      ),
      'year',
      41,
    ],
    [
      'hours of one day',
      Array.from(
        {length: 96},
        (_, i) =>
          `2024-05-05T${String(Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`,
      ),
      'hour',
      24,
    ],
    [
      'minutes of one hour',
      Array.from({length: 60}, (_, i) => `2024-05-05T10:${String(i).padStart(2, '0')}`),
      'event',
      60,
    ],
    ['deep time', Array.from({length: 40}, (_, i) => `Y-${(i + 1) * 100_000_000}`), 'year', 40],
  ])('by themselves: %s', (_, dates, unit, size) => {
    const stops = playStops(spansOf(...dates), undefined);
    expect([stops.unit, stops.size]).toEqual([unit, size]);
  });
});

describe('the window', () => {
  const instant = fc.integer({min: -1e13, max: 1e13});
  const spans = fc
    .array(fc.record({start: instant, length: fc.integer({min: 1, max: 1e11})}), {
      minLength: 1,
      maxLength: 60,
    })
    .map((rows) => {
      const sorted = rows.sort((a, b) => a.start - b.start);
      return new Spans(
        Float64Array.from(sorted, ({start}) => start),
        Float64Array.from(sorted, ({start, length}) => start + length),
      );
    });
  const by = fc.constantFrom('event', 'hour', 'day', 'week', 'month', 'year', undefined);

  test('shows at each stop what begins there, and never goes back', () => {
    fc.assert(
      fc.property(spans, by, (all, unit) => {
        const stops = playStops(all, unit);
        const begun = new Set<number>();
        let before = -Infinity;
        for (let i = 0; i < stops.size; i++) {
          const {start, end} = stops.windowAt(i);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeGreaterThan(before);
          before = end;
          for (const at of all.start) if (at >= stops.periodAt(i).start && at < end) begun.add(at);
          expect(stops.indexAt(stops.periodAt(i).start)).toBe(i);
        }
        expect(begun.size).toBe(new Set(all.start).size);
      }),
    );
  });

  test('between two stops is between theirs, also where a long time lies between them', () => {
    const stops = playStops(spansOf('2020-01-01', '2024-01-01'), 'day');
    const [from, to] = [stops.windowAt(0), stops.windowAt(1)];
    const between = stops.windowAt(0.5);
    expect(between).toEqual({start: (from.start + to.start) / 2, end: (from.end + to.end) / 2});
    expect([stops.windowAt(-1), stops.windowAt(9)]).toEqual([from, to]);
  });

  test('by event has one length, and ends with the event', () => {
    const stops = playStops(spansOf('2024-01-01', '2024-01-11', '2024-04-09'), 'event');
    const lengths = [0, 1, 2].map((i) => stops.windowAt(i).end - stops.windowAt(i).start);
    expect(new Set(lengths).size).toBe(1);
    expect(lengths[0]).toBe(0.1 * ((of('2024-04-09')?.end ?? 0) - (of('2024-01-01')?.start ?? 0)));
    expect(stops.windowAt(1).end).toBe(of('2024-01-11')?.end);
  });
});
