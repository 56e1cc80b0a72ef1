import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {
  binCounts,
  EMPTY_LAYOUT,
  extentOf,
  groupByMonth,
  isSpread,
  neighbour,
  nullIfWhole,
  offsetTo,
  panRange,
  type TimelineItem,
  type TimelineLayout,
  timelineSource,
  timeScale,
  zoomRange,
} from '../../../src/core/layout/index.js';
import {formatEdtf, type Interval, intervalOf, type PartialDate} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 1000};
const DAY = 86_400_000;

describe('neighbour', () => {
  const item = (id: string, start: number, lane: string): TimelineItem => ({
    id,
    interval: {start, end: start + 1},
    lane,
    label: id,
  });
  const order = [
    item('a', 0, 'x'),
    item('b', 10, 'y'),
    item('c', 20, 'x'),
    item('d', 90, 'y'),
    item('e', 95, '?'),
  ];
  const lane = (id: string) => ({id, rows: 1, lines: 1, x: 0, y: 0, width: 1, height: 1, name: null});
  const lanes = ['x', 'y'].map((id) => ({id, label: id}));
  const layout: TimelineLayout = {
    ...EMPTY_LAYOUT,
    source: timelineSource(order, lanes),
    lanes: ['x', 'y', ''].map(lane),
  };

  test.each<[string | null, string, string | null]>([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowLeft', null],
    ['e', 'ArrowRight', null],
    ['c', 'Home', 'a'],
    ['c', 'End', 'e'],
    ['c', 'ArrowDown', 'b'],
    ['d', 'ArrowUp', 'c'],
    ['d', 'ArrowDown', 'e'],
    ['e', 'ArrowUp', 'd'],
    ['a', 'ArrowUp', null],
    ['e', 'ArrowDown', null],
    ['a', 'Enter', null],
    [null, 'ArrowRight', null],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(neighbour(layout, from, key)).toBe(to);
  });

  test('mirrored, Left is onward; upright, Down is onward', () => {
    expect(neighbour(layout, 'a', 'ArrowLeft', true)).toBe('b');
    expect(neighbour({...layout, orientation: 'vertical'}, 'a', 'ArrowDown')).toBe('b');
    expect(neighbour({...layout, orientation: 'vertical'}, 'c', 'ArrowRight')).toBe('b');
  });

  test('with nothing selected, the first or last in view, or what a bar holds', () => {
    const bar = {
      id: 'x',
      lane: 'x',
      from: 0,
      to: 1,
      across: 0,
      interval: {start: 0, end: 1},
      wide: false,
      count: 2,
      rows: () => Uint32Array.of(2, 3),
    };
    expect(neighbour({...layout, bars: [bar]}, null, 'ArrowRight')).toBe('c');
  });

  test('an open interval is where its known end is', () => {
    const open = {...item('open', 12, 'y'), interval: {start: 12, end: Infinity}};
    expect(neighbour({...layout, source: timelineSource([...order, open], lanes)}, 'a', 'ArrowDown')).toBe(
      'b',
    );
    expect(
      neighbour({...layout, source: timelineSource(order.slice(0, 1).concat(open), lanes)}, 'a', 'ArrowDown'),
    ).toBe('open');
  });
});

describe('the range of the view', () => {
  const extent = {start: 0, end: 1000 * DAY};
  const limits = {extent};

  test('zooming keeps the anchor at its pixel', () => {
    const zoomed = zoomRange(timeScale([200 * DAY, 400 * DAY]), 0.5, 0.25, limits);
    expect(zoomed).toEqual({start: 225 * DAY, end: 325 * DAY});
  });

  test('in a range that the host has set beyond the limits zooming keeps the anchor too, and panning leads back', () => {
    const scale = timeScale([900 * DAY, 1300 * DAY]);
    expect(zoomRange(scale, 0.5, 0.25, limits)).toEqual({start: 950 * DAY, end: 1150 * DAY});
    expect(panRange(scale, -0.25, limits)).toEqual({start: 800 * DAY, end: 1200 * DAY});
    expect(panRange(scale, 0.25, limits)).toEqual({start: 900 * DAY, end: 1300 * DAY});
  });

  test('zooming stops at a minute, panning at the ends', () => {
    const {start, end} = zoomRange(timeScale([0, 120_000]), 0.001, 0, limits);
    expect(end - start).toBe(60_000);
    expect(panRange(timeScale([900 * DAY, 1000 * DAY]), 5, limits)).toEqual({
      start: 900 * DAY,
      end: 1000 * DAY,
    });
    expect(panRange(timeScale([100 * DAY, 200 * DAY]), 0.5, limits)).toEqual({
      start: 150 * DAY,
      end: 250 * DAY,
    });
    expect(zoomRange(timeScale([100 * DAY, 900 * DAY]), 9, 0.5, limits)).toEqual(extent);
  });

  test('whatever is asked for, the result lies within the limits', () => {
    fc.assert(
      fc.property(
        fc.double({min: -1e21, max: 1e21, noNaN: true}),
        fc.double({min: 5, max: 20, noNaN: true}),
        fc.double({min: 0, max: 0.9, noNaN: true}),
        fc.double({min: 0.01, max: 0.1, noNaN: true}),
        fc.double({min: 0.001, max: 100, noNaN: true}),
        fc.double({min: -3, max: 3, noNaN: true}),
        (start, magnitude, from, part, factor, share) => {
          const length = Math.max(10 ** magnitude, Math.abs(start) * 1e-6);
          const whole = {start, end: start + length};
          const view = timeScale([start + from * length, start + (from + part) * length]);
          for (const next of [
            zoomRange(view, factor, 0, {extent: whole}),
            panRange(view, share, {extent: whole}),
          ]) {
            expect(next.start).toBeGreaterThanOrEqual(whole.start);
            expect(next.end).toBeLessThanOrEqual(whole.end);
            expect(next.end).toBeGreaterThan(next.start);
          }
        },
      ),
      RUNS,
    );
  });

  test('extentOf: finite ends with some air', () => {
    expect(extentOf([])).toBeNull();
    expect(extentOf([{start: -Infinity, end: Infinity}])).toBeNull();
    expect(extentOf([{start: 0, end: 10}])).toEqual({start: -20, end: 30});
    expect(extentOf([{start: 0, end: Infinity}])).toEqual({start: -30 * DAY, end: 30 * DAY});
    expect(
      extentOf([
        {start: 0, end: 10},
        {start: 90, end: 100},
      ]),
    ).toEqual({start: -4, end: 104});
    expect(
      extentOf([
        {start: 0, end: 10},
        {start: 100, end: Infinity},
      ]),
    ).toEqual({start: -4, end: 104});
  });
});

describe('binCounts', () => {
  test('nothing for a box without size', () => {
    expect(binCounts([{start: 0, end: 1}], timeScale([0, 1], [0, 0]), 4)).toEqual([]);
    expect(binCounts([{start: 0, end: 1}], timeScale([0, Infinity], [0, 100]), 4)).toEqual([]);
  });

  test('counts as the obvious slow way does', () => {
    const time = fc.oneof(fc.integer({min: -50, max: 250}), fc.constantFrom(-Infinity, Infinity));
    const interval = fc
      .tuple(time, time)
      .filter(([a, b]) => a < b)
      .map(([start, end]): Interval => ({start, end}));
    fc.assert(
      fc.property(fc.array(interval), fc.integer({min: 1, max: 60}), (intervals, columns) => {
        // Powers of two: the edges of the columns are exact.
        const scale = timeScale([0, columns * 4], [0, columns * 8]);
        const slow = Array.from({length: columns}, (_, i) => {
          const [from, to] = [i * 4, i * 4 + 4];
          const inside = intervals.filter(({start, end}) => start < to && end > from);
          const lengthIn = ({start, end}: Interval, low: number, high: number) =>
            Math.min(end, high) - Math.max(start, low);
          const weights = inside.map((each) => {
            const {start, end} = each;
            const whole = Number.isFinite(end - start) ? end - start : lengthIn(each, 0, columns * 4);
            return lengthIn(each, from, to) / whole;
          });
          const isLong = ({start, end}: Interval) =>
            Math.ceil(Math.min(end, columns * 4) / 4) - Math.floor(Math.max(start, 0) / 4) > 2;
          return {
            x: i * 8,
            width: 8,
            count: inside.length,
            spread: inside.filter(isLong).length,
            weight: expect.closeTo(
              weights.reduce((sum, weight) => sum + weight, 0),
              9,
            ) as number,
          };
        });
        expect(binCounts(intervals, scale, 8)).toEqual(slow);
      }),
      RUNS,
    );
  });

  test.each([
    ['a year', '2024', 1],
    ['a leap month', '2024-02', 1],
    ['a day', '2024-02-29', 1],
    ['a century', '19', 0],
  ])('%s weighs one in all, however many bars it touches', (_, date, all) => {
    const interval = intervalOf(date, 'UTC');
    const scale = timeScale([Date.UTC(2024, 0), Date.UTC(2025, 0)], [0, 732]);
    const bins = binCounts(interval ? [interval] : [], scale, 4);
    const sum = bins.reduce((total, {weight}) => total + weight, 0);
    expect(sum).toBeCloseTo(all, 9);
  });

  test('a day of news stands above a year without a day', () => {
    const days = ['2024', '2024-05', '2024-06-01', '2024-06-01'].flatMap(
      (date) => intervalOf(date, 'UTC') ?? [],
    );
    const bins = binCounts(days, timeScale([Date.UTC(2024, 0), Date.UTC(2025, 0)], [0, 366]), 1);
    const weightOn = (month: number, day: number) =>
      bins[(Date.UTC(2024, month - 1, day) - Date.UTC(2024, 0)) / DAY]?.weight;
    expect(weightOn(2, 10)).toBeCloseTo(1 / 366, 9);
    expect(weightOn(5, 10)).toBeCloseTo(1 / 366 + 1 / 31, 9);
    expect(weightOn(6, 1)).toBeCloseTo(1 / 366 + 2, 9);
    expect(isSpread(bins)).toBe(true);
    expect(isSpread(binCounts(days.slice(2), timeScale([0, DAY], [0, 1]), 1))).toBe(false);
  });

  test('the last column may be narrower', () => {
    expect(binCounts([{start: 9, end: 10}], timeScale([0, 10], [0, 10]), 4)).toEqual([
      {x: 0, width: 4, count: 0, spread: 0, weight: 0},
      {x: 4, width: 4, count: 0, spread: 0, weight: 0},
      {x: 8, width: 2, count: 1, spread: 0, weight: 1},
    ]);
  });

  test('from right to left the first column is the rightmost', () => {
    expect(binCounts([{start: 9, end: 10}], timeScale([0, 10], [12, 2]), 4)).toEqual([
      {x: 8, width: 4, count: 0, spread: 0, weight: 0},
      {x: 4, width: 4, count: 0, spread: 0, weight: 0},
      {x: 2, width: 2, count: 1, spread: 0, weight: 1},
    ]);
  });
});

describe('groupByMonth', () => {
  const groups = (...dates: (string | undefined)[]) => {
    const {dataset} = parseDataset({
      cronomapa: 1,
      language: 'en',
      events: dates.map((date, i) => ({id: `e${i}`, title: `Event ${i}`, ...(date && {date})})),
    });
    expect(dataset.events).toHaveLength(dates.length);
    const edtf = ({when}: {readonly when: PartialDate | null}) => (when ? formatEdtf(when) : '');
    return groupByMonth(dataset.events).map(({events, months, ...year}) => [
      edtf(year),
      events.length,
      ...months.map((month) => `${edtf(month)}: ${month.events.map((event) => event.id).join(' ')}`),
    ]);
  };

  test('years and in them months, in the order given', () => {
    expect(groups('2024-07-28', '2024-07-29T10:00', '2024-08', '2025-01-01/2025-02-03')).toEqual([
      ['2024', 3, '2024-07: e0 e1', '2024-08: e2'],
      ['2025', 1, '2025-01: e3'],
    ]);
  });

  test('what a date does not say is no heading', () => {
    expect(groups('2024', '2024-22', '2024-XX', '202X', undefined)).toEqual([
      ['2024', 3, ': e0 e2', '2024-22: e1'],
      ['202X', 1, ': e3'],
      ['', 1, ': e4'],
    ]);
  });

  test('an open start files under the end', () => {
    expect(groups('../2024-07-28', '2024-08-01/..', '-0300')).toEqual([
      ['2024', 2, '2024-07: e0', '2024-08: e1'],
      ['-0300', 1, ': e2'],
    ]);
  });
});

test('a view that covers the extent is all of time', () => {
  const extent = {start: 10, end: 20};
  expect(nullIfWhole({start: 10, end: 20}, extent)).toBeNull();
  expect(nullIfWhole({start: 5, end: 25}, extent)).toBeNull();
  const view = {start: 11, end: 20};
  expect(nullIfWhole(view, extent)).toBe(view);
});

test('an interval out of view comes to the middle, by the end of it that is known', () => {
  const scale = timeScale([0, 100], [0, 200]);
  expect(offsetTo({start: 90, end: 200}, scale)).toBe(0);
  expect(offsetTo({start: 150, end: 160}, scale)).toBe(200);
  expect(offsetTo({start: -Infinity, end: -50}, scale)).toBe(-200);
  // Half-open: an interval that ends where the view starts is not in it.
  expect(offsetTo({start: -10, end: 0}, scale)).toBe(-120);
});
