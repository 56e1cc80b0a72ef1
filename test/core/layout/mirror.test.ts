import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type ChartPanel,
  layoutChart,
  layoutDots,
  layoutTimeline,
  layoutUpright,
  mirrorChart,
  mirrorDots,
  mirrorTimeline,
  type TimelineLayout,
  timelineSource,
} from '../../../src/core/layout/index.js';
import {instantOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 100};
const DAY = 86_400_000;
const range = {start: instantOf(2024), end: instantOf(2026)};
const measure = (text: string) => text.length * 7;
const tickText = (at: number) => String(at).slice(0, 5);
const lanes = [
  {id: 'a', label: 'Releases'},
  {id: 'b', label: 'Arrests and transfers'},
];
const options = {range, width: 800, fontSize: 13, measure, tickText, gutter: 140, selected: 'e0'};

/** Items in and beyond the range, points and spans. */
const items = fc.array(
  fc.tuple(fc.integer({min: -100, max: 800}), fc.integer({min: 1, max: 200}), fc.boolean()),
  {
    minLength: 1,
    maxLength: 60,
  },
);
const sourceOf = (rows: readonly (readonly [number, number, boolean])[]) =>
  timelineSource(
    rows.map(([day, length, first], i) => {
      const start = range.start + day * DAY;
      const interval = {start, end: start + length * DAY};
      return {id: `e${i}`, interval, lane: first ? 'a' : 'b', label: `Event ${i}`};
    }),
    lanes,
  );
const plain = ({source: _, bars, ...rest}: TimelineLayout) => ({
  ...rest,
  bars: bars.map(({rows: _, ...bar}) => bar),
});
/** Rounds to thousandths of a pixel. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each) =>
      typeof each === 'number' ? Math.round(each * 1000) / 1000 + 0 : each,
    ),
  );

describe.each([
  ['across', layoutTimeline],
  ['downward', layoutUpright],
] as const)('a timeline with time %s', (way, layoutOf) => {
  test('turned over twice is as it was', () => {
    fc.assert(
      fc.property(items, (rows) => {
        const layout = layoutOf(sourceOf(rows), options);
        expect(rounded(plain(mirrorTimeline(mirrorTimeline(layout))))).toEqual(rounded(plain(layout)));
      }),
      RUNS,
    );
  });

  test('has everything within its width, and each label and lane as wide as before', () => {
    fc.assert(
      fc.property(items, (rows) => {
        const before = layoutOf(sourceOf(rows), options);
        const after = mirrorTimeline(before);
        expect(after.labels.map(({width}) => width)).toEqual(before.labels.map(({width}) => width));
        for (const {x, width} of [after.plot, ...after.lanes, ...after.labels]) {
          expect(x).toBeGreaterThanOrEqual(-0.001);
          expect(x + width).toBeLessThanOrEqual(after.width + 0.001);
        }
        for (const {from, to} of [...after.marks, ...after.bars]) expect(to).toBeGreaterThanOrEqual(from);
      }),
      RUNS,
    );
  });

  test(
    way === 'across' ? 'later is further to the left' : 'later is further down, and dates are on the right',
    () => {
      const layout = mirrorTimeline(
        layoutOf(
          sourceOf([
            [10, 1, true],
            [150, 1, false],
            [280, 1, false],
            [400, 1, false],
          ]),
          options,
        ),
      );
      const [first, second] = layout.marks;
      const [tick] = layout.ticks;
      if (!first || !second || !tick) throw new Error('nothing is drawn');
      if (way === 'across') {
        expect(second.centre).toBeLessThan(first.centre);
        expect(layout.ticks.map(({position}) => position)).toEqual(
          layout.ticks.map(({position}) => position).toSorted((a, b) => b - a),
        );
        expect(layout.lanes[0]?.name?.x).toBeGreaterThan(layout.plot.x + layout.plot.width);
      } else {
        expect(second.centre).toBeGreaterThan(first.centre);
        expect(layout.labels.every(({x, width}) => x + width < layout.plot.x)).toBe(true);
      }
    },
  );
});

test('a chart turned over: later is to the left, values stay as high, and twice is as it was', () => {
  const panel = (kind: ChartPanel['kind']): ChartPanel => ({
    id: kind,
    kind,
    title: ['People held', 'a number on a day'],
    series: ['one', 'two'].map((id, s) => ({
      id,
      label: `Claimant ${id}`,
      points: [20, 200, 420, 640].map((day, i) => ({
        id: `${kind}-${id}-${i}`,
        interval: {start: range.start + day * DAY, end: range.start + (day + (i === 2 ? 40 : 1)) * DAY},
        value: 100 * (i + 1) + 30 * s,
        comparator: '=' as const,
      })),
    })),
  });
  const before = layoutChart([panel('stock'), panel('flow')], {
    ...options,
    height: 200,
    valueText: String,
    pointText: ({value}) => String(value),
    gapText: 'no figure published',
  });
  const after = mirrorChart(before);
  for (const [p, {marks}] of after.panels.entries()) {
    const of = (series: number) => marks.filter((mark) => mark.series === series).map(({x}) => x);
    expect(of(0)).toEqual(of(0).toSorted((a, b) => b - a));
    expect(marks.map(({y}) => y)).toEqual(before.panels[p]?.marks.map(({y}) => y));
    for (const [i, {from, to, x}] of marks.entries()) {
      const was = before.panels[p]?.marks[i];
      expect([x, from, to]).toEqual([was?.x, was?.to, was?.from].map((each) => before.width - (each ?? 0)));
    }
  }
  expect(after.panels[0]?.plot.x).toBe(
    before.width - (before.panels[0]?.plot.x ?? 0) - (before.panels[0]?.plot.width ?? 0),
  );
  expect(rounded(mirrorChart(after))).toEqual(rounded(before));
});

test('a dot plot grows from right to left: its labels, strokes and ticks go with the dots', () => {
  const claims = [
    {id: 'a', value: 71, comparator: '=' as const, text: '71'},
    {id: 'b', value: 60, comparator: '>' as const, text: 'more than 60'},
  ];
  const before = layoutDots(claims, {width: 400, lineHeight: 20, measure, measureTick: measure, tickText});
  const after = mirrorDots(before);
  const zero = after.ticks.find(({value}) => value === 0)?.x ?? Number.NaN;
  const [first, second] = after.rows;
  if (!first || !second) throw new Error('nothing is drawn');
  expect(zero).toBeGreaterThan(second.x);
  expect(second.x).toBeGreaterThan(first.x);
  expect(second.open).toBeLessThan(second.x);
  for (const {text} of after.rows) expect(text.x + text.width).toBeLessThanOrEqual(400);
  for (const {left, width, text} of after.ticks) if (text) expect(left + width).toBeLessThanOrEqual(400.001);
  expect(mirrorDots(after)).toEqual(before);
});
