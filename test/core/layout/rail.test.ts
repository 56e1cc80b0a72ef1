import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  instantOnRail,
  layoutUpright,
  type TimelineItem,
  type TimelineOptions,
  timelineSource,
} from '../../../src/core/layout/index.js';
import {type Interval, instantOf, intervalOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 300};
const DAY = 86_400_000;
const LANES = [
  {id: 'a', label: 'Releases'},
  {id: 'b', label: 'Law'},
];

const base: Omit<TimelineOptions, 'range'> = {
  width: 340,
  fontSize: 13,
  measure: (text, bold) => text.length * (bold ? 7.5 : 7),
  tickText: String,
  pauseText: () => 'later',
};

const item = (id: string, interval: Interval, label = `Event ${id}`): TimelineItem => ({
  id,
  interval,
  lane: 'a',
  label,
});
const on = (id: string, date: string, label?: string) =>
  item(id, intervalOf(date) ?? {start: 0, end: 1}, label);
const lay = (items: readonly TimelineItem[], range: Interval, more: Partial<TimelineOptions> = {}) => {
  const source = timelineSource(items, LANES);
  const dateText = (row: number) => String(source.item(row).interval.start);
  return layoutUpright(source, {...base, dateText, range, ...more});
};

const time = fc.integer({min: 0, max: 1500}).map((day) => instantOf(2020) + day * DAY);
const interval = fc.oneof(
  {weight: 5, arbitrary: time.map((start) => ({start, end: start + DAY}))},
  {weight: 2, arbitrary: time.map((start) => ({start, end: start + 31 * DAY}))},
  {
    weight: 1,
    arbitrary: fc
      .tuple(time, fc.integer({min: 1, max: 700}))
      .map(([start, days]) => ({start, end: start + days * DAY})),
  },
  {weight: 1, arbitrary: time.map((start) => ({start, end: Infinity}))},
  {weight: 1, arbitrary: time.map((end) => ({start: -Infinity, end}))},
);
const title = fc.array(fc.constantFrom('releases', 'of', 'prisoners', 'the', 'Tocorón'), {
  minLength: 1,
  maxLength: 12,
});
const stories = fc
  .array(fc.tuple(interval, title), {minLength: 1, maxLength: 59})
  .map((all) => all.map(([each, words], i) => item(`i${i}`, each, words.join(' '))));
const ranges = fc
  .tuple(time, fc.integer({min: 10, max: 1500}))
  .map(([start, days]) => ({start, end: start + days * DAY}));
/** A whole story, or a part. */
const views = fc.oneof(fc.constant({start: instantOf(2019), end: instantOf(2025)}), ranges);

describe('upright, whatever the story', () => {
  test('every title is at most three lines from its mark, and no leader crosses another', () => {
    fc.assert(
      fc.property(stories, views, (items, range) => {
        const layout = lay(items, range);
        const reach = 3 * layout.lineHeight + 0.01;
        const leaders = layout.labels.flatMap(({leader}) => (leader ? [leader] : []));
        for (const leader of leaders) {
          const [from, to] = [leader[0], leader.at(-1)];
          if (!from || !to) throw new Error('no leader');
          expect(Math.abs(to[1] - from[1])).toBeLessThanOrEqual(reach);
          if (layout.rail) expect(to[0] - from[0]).toBeLessThanOrEqual(reach + 16);
        }
        // At the marks they come in the same order as at the titles.
        const ends = leaders.map((leader) => [leader[0]?.[1] ?? 0, leader.at(-1)?.[1] ?? 0] as const);
        for (const [i, [from, to]] of ends.entries())
          for (const [fromOther, toOther] of ends.slice(i + 1))
            expect((from - fromOther) * (to - toOther)).toBeGreaterThanOrEqual(-0.001);
      }),
      RUNS,
    );
  });

  test('a list holds every event with its title beside its mark, in order', () => {
    fc.assert(
      fc.property(stories, views, (items, range) => {
        const layout = lay(items, range);
        if (!layout.rail) return;
        const inView = items.filter(({interval: {start, end}}) => start < range.end && end > range.start);
        expect(layout.labels.length).toBe(inView.length);
        const tops = layout.marks.map(({centre}) => centre);
        expect(tops).toEqual(tops.toSorted((a, b) => a - b));
        for (const {id, centre, from, to} of layout.marks) {
          const label = layout.labels.find((each) => each.id === id);
          expect(label?.y).toBeLessThanOrEqual(centre);
          expect((label?.y ?? 0) + layout.lineHeight).toBeGreaterThanOrEqual(centre);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(layout.height);
        }
        const {knots} = layout.rail;
        for (const key of ['at', 'y'] as const) {
          const along = knots.map((knot) => knot[key]);
          expect(along).toEqual(along.toSorted((a, b) => a - b));
        }
        for (const y of [0, layout.height / 3, layout.height]) {
          const at = instantOnRail(layout.rail, y);
          expect(at).toBeGreaterThanOrEqual(range.start);
          expect(at).toBeLessThanOrEqual(range.end);
        }
      }),
      RUNS,
    );
  });

  test('bars that run at the same time stand side by side', () => {
    fc.assert(
      fc.property(stories, views, (items, range) => {
        const {marks, rail} = lay(items, range);
        const columns = [...new Set(marks.map(({across}) => across))].map((x) =>
          marks.filter(({across}) => across === x),
        );
        // Of more than eight the rest share the last.
        if (!rail || columns.length > 8) return;
        for (const column of columns)
          for (const [i, {centre}] of column.slice(1).entries())
            expect(column[i]?.to).toBeLessThanOrEqual(centre);
      }),
      RUNS,
    );
  });
});

describe('a list along a rail', () => {
  const year = {start: instantOf(2024, 6), end: instantOf(2026, 2)};
  const story = [
    on('election', '2024-07-28'),
    ...Array.from({length: 4}, (_, i) => on(`december-${i}`, '2025-12')),
    on('release', '2025-12-25'),
    on('visit', '2025-12-26'),
  ];

  test('says the one long pause, between the events that it lies between', () => {
    const {rail, labels} = lay(story, year);
    if (!rail) throw new Error('no rail');
    const [pause, ...others] = rail.pauses;
    expect(others).toEqual([]);
    expect(pause?.y).toBeGreaterThan(labels[0]?.y ?? Infinity);
    expect((pause?.y ?? Infinity) + (pause?.height ?? 0)).toBeLessThan(labels[1]?.y ?? 0);
  });

  test('draws a month from its events to where it ends among the others, a day as a point', () => {
    const {marks} = lay(story, year);
    const by = new Map(marks.map((mark) => [mark.id, mark]));
    expect(by.get('election')).toMatchObject({shape: 'point'});
    expect(by.get('release')).toMatchObject({shape: 'point'});
    const months = [0, 1, 2, 3].map((i) => by.get(`december-${i}`));
    for (const month of months) {
      expect(month?.shape).toBe('span');
      expect(month?.to).toBeGreaterThan(by.get('visit')?.centre ?? Infinity);
    }
    expect(new Set(months.map((month) => month?.across)).size).toBe(4);
  });

  test('two events four thousand years apart are two lines and a pause', () => {
    const {rail, height} = lay([on('x', '-2000'), on('y', '2000-01-05')], {
      start: instantOf(-2200),
      end: instantOf(2200),
    });
    expect(rail?.pauses).toHaveLength(1);
    expect(height).toBeLessThan(200);
  });

  test('an even rhythm has no pauses, and events of one day one date', () => {
    const even = Array.from({length: 12}, (_, i) => on(`m${i}`, `2024-${String(i + 1).padStart(2, '0')}-01`));
    const whole = {start: instantOf(2024), end: instantOf(2025)};
    expect(lay(even, whole).rail?.pauses ?? []).toEqual([]);
    const day = Array.from({length: 9}, (_, i) => on(`d${i}`, '2024-05-05'));
    const {rail, labels} = lay(day, whole);
    expect(labels).toHaveLength(9);
    expect(rail?.dates).toHaveLength(1);
  });

  test('what begins and ends together is a point each; while others begin, a bar', () => {
    const day = {start: instantOf(2024, 5, 5), end: instantOf(2024, 5, 6)};
    const together = Array.from({length: 5}, (_, i) => item(`d${i}`, day));
    const shapes = (items: readonly TimelineItem[]) =>
      lay(items, day).marks.map(({shape, across}) => `${shape} ${across}`);
    expect(new Set(shapes(together)).size).toBe(1);
    expect(shapes(together)[0]).toMatch(/^point/);
    const noon = item('noon', {start: day.start + DAY / 2, end: day.start + DAY / 2});
    expect(shapes([...together, noon])[0]).toMatch(/^span/);
  });

  test.each([
    [5, 0],
    [6, 1],
  ])('among days with one between them %i without events are %i pauses', (days, pauses) => {
    const evenly = (from: number) =>
      Array.from({length: 20}, (_, i) => instantOf(2024) + (from + 2 * i) * DAY);
    const starts = [...evenly(0), ...evenly(39 + days)];
    const label = 'prisoners '.repeat(12);
    const events = starts.map((start, i) => item(`e${i}`, {start, end: start + DAY}, label));
    const {rail} = lay(events, {start: instantOf(2024), end: instantOf(2024, 4)});
    expect(rail?.pauses).toHaveLength(pauses);
  });

  test('is as tall as it was while it is held', () => {
    expect(lay(story, year, {minHeight: 900}).height).toBe(900);
    expect(lay(story, year).height).toBeLessThan(400);
  });
});
