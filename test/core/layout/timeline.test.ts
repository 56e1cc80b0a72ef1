import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {
  type Bar,
  type Box,
  EMPTY_LAYOUT,
  extentOf,
  layoutTimeline,
  layoutUpright,
  type TimelineItem,
  type TimelineLane,
  type TimelineLayout,
  type TimelineOptions,
  timelineSource,
} from '../../../src/core/layout/index.js';
import {civilOf, type Interval, instantOf, intervalOf} from '../../../src/core/time/index.js';

const RUNS = {seed: 20_251_225, numRuns: 400};
const DAY = 86_400_000;

const measure = (text: string, bold: boolean) => text.length * (bold ? 7.5 : 7);
type Options = TimelineOptions & {
  readonly lanes: readonly TimelineLane[];
  readonly orientation?: 'horizontal' | 'vertical';
};

/** Of plain items. */
const lay = (items: readonly TimelineItem[], {lanes, orientation, ...options}: Options) =>
  (orientation === 'vertical' ? layoutUpright : layoutTimeline)(timelineSource(items, lanes), options);
/** The items of a bar. */
const idsIn = (bar: Bar | undefined, {source}: TimelineLayout) =>
  Array.from(bar?.rows() ?? [], (row) => source.item(row).id);
/** The comparable parts of a layout. */
const plain = ({source: _, bars, ...rest}: TimelineLayout) => ({
  ...rest,
  bars: bars.map((bar) => ({...bar, rows: [...bar.rows()]})),
});

const base: Omit<Options, 'range'> = {
  width: 1000,
  lanes: [
    {id: 'a', label: 'Releases'},
    {id: 'b', label: 'Arrests and transfers'},
    {id: 'c', label: 'Law'},
  ],
  fontSize: 13,
  measure,
  tickText: (at, unit, context) => {
    const {year, month, day} = civilOf(at);
    return unit === 'year' || context ? String(year) : `${month}.${day}`;
  },
};
const item = (id: string, date: string, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  interval: intervalOf(date) ?? {start: 0, end: 1},
  lane: 'a',
  label: `Event ${id}`,
  ...more,
});
const year = {start: instantOf(2024), end: instantOf(2025)};
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

/** The drawn extent of marks and bars, slightly less than their reserved space. */
function inks(layout: TimelineLayout) {
  const {marks, bars, orientation} = layout;
  const turn = (low: number, high: number, across: number, half: number): Box =>
    orientation === 'horizontal'
      ? {x: low, y: across - half, width: high - low, height: 2 * half}
      : {x: across - half, y: low, width: 2 * half, height: high - low};
  return [
    ...marks.map((mark) => ({
      ids: [mark.id],
      lane: mark.lane,
      box:
        mark.shape === 'point'
          ? turn(mark.centre - 6, mark.centre + 6, mark.across, 6)
          : turn(mark.from, mark.to, mark.across, 4),
    })),
    ...bars.map((bar) => ({
      ids: idsIn(bar, layout),
      lane: bar.lane,
      box: turn(bar.from, bar.to, bar.across, 8),
    })),
  ];
}

/** Invariants of every layout. */
function check(items: readonly TimelineItem[], options: Options): TimelineLayout {
  const layout = lay(items, options);
  const {marks, bars, labels, plot, source} = layout;
  const {range, selected} = options;
  const inRange = items.filter(({interval}) => interval.start < range.end && interval.end > range.start);
  const drawn = [...marks.map(({id}) => id), ...bars.flatMap((bar) => idsIn(bar, layout))].sort();
  expect(drawn).toEqual(inRange.map(({id}) => id).sort());
  const before = source.spans.before(range.start);
  expect(before).toBe(items.filter(({interval}) => interval.end <= range.start).length);
  expect(before + source.spans.after(range.end) + drawn.length).toBe(items.length);
  // Each label belongs to a mark, and a mark has at most one.
  const labelled = labels.map(({id}) => id);
  expect(new Set(labelled).size).toBe(labelled.length);
  expect(marks.map(({id}) => id)).toEqual(expect.arrayContaining(labelled));
  expect(new Set(bars.map(({id}) => id)).size).toBe(bars.length);
  for (const bar of bars) {
    const members = idsIn(bar, layout).map((id) => items.find((each) => each.id === id)?.interval);
    expect(bar.count).toBe(members.length);
    expect(bar.count).toBeGreaterThan(1);
    // Bars cover the span of their items.
    expect(bar.interval).toEqual({
      start: Math.min(...members.map((each) => each?.start ?? Number.NaN)),
      end: Math.max(...members.map((each) => each?.end ?? Number.NaN)),
    });
  }
  const chosen = inRange.find(({id}) => id === selected);
  if (chosen) {
    expect(marks.find(({id}) => id === selected)).toMatchObject({selected: true});
    expect(labels.find(({id}) => id === selected)).toMatchObject({selected: true});
  }
  const all = inks(layout);
  for (const [i, label] of labels.entries()) {
    expect(label.x).toBeGreaterThanOrEqual(-0.01);
    expect(label.y).toBeGreaterThanOrEqual(-0.01);
    expect(label.x + label.width).toBeLessThanOrEqual(layout.width + 0.01);
    expect(label.y + label.height).toBeLessThanOrEqual(layout.height + 0.01);
    expect(label.height).toBeCloseTo(label.lines.length * layout.lineHeight, 6);
    if (!label.lines.at(-1)?.endsWith('…')) {
      expect(label.lines.join(' ')).toBe(items.find(({id}) => id === label.id)?.label);
    }
    for (const other of labels.slice(i + 1)) {
      if (overlap(label, other)) throw new Error(`labels ${label.id} and ${other.id} overlap`);
    }
    for (const {box, ids} of all) {
      if (overlap(label, box)) throw new Error(`label ${label.id} covers ${ids}`);
    }
  }
  const [low, high] =
    layout.orientation === 'horizontal' ? [plot.x, plot.x + plot.width] : [plot.y, plot.y + plot.height];
  for (const {from, to, centre} of marks) {
    expect(from).toBeGreaterThanOrEqual(low - 0.01);
    expect(to).toBeLessThanOrEqual(high + 0.01);
    expect(centre).toBeGreaterThanOrEqual(from - 0.01);
    expect(centre).toBeLessThanOrEqual(to + 0.01);
  }
  for (const {from, to} of bars) {
    expect(from).toBeGreaterThanOrEqual(low - 0.01);
    expect(to).toBeLessThanOrEqual(high + 0.01);
  }
  for (const {position} of layout.ticks) {
    expect(position).toBeGreaterThanOrEqual(low - 0.01);
    expect(position).toBeLessThanOrEqual(high + 0.01);
  }
  const times = marks.map((mark) => layout.source.item(mark.index).interval.start);
  expect(times).toEqual([...times].sort((a, b) => (a === b ? 0 : a < b ? -1 : 1)));
  return layout;
}

const time = fc.integer({min: -30, max: 400}).map((day) => instantOf(2024) + day * DAY);
const interval: fc.Arbitrary<Interval> = fc.oneof(
  {weight: 6, arbitrary: time.map((start) => ({start, end: start + DAY}))},
  {
    weight: 2,
    arbitrary: fc
      .tuple(time, fc.integer({min: 1, max: 200}))
      .map(([start, days]) => ({start, end: start + days * DAY})),
  },
  {weight: 1, arbitrary: time.map((start) => ({start, end: Infinity}))},
  {weight: 1, arbitrary: time.map((end) => ({start: -Infinity, end}))},
);
const label = fc
  .array(fc.constantFrom('releases', 'of', 'prisoners', 'official', 'the', 'Tocorón', '2,006'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => words.join(' '));
const items = fc
  .array(
    fc.record({
      interval,
      lane: fc.constantFrom('a', 'b', 'c', 'none'),
      label,
      emphasis: fc.integer({min: 0, max: 2}),
    }),
    {
      maxLength: 70,
    },
  )
  .map((rows) => rows.map((row, i): TimelineItem => ({id: `i${i}`, ...row})));
const options = fc
  .record({
    from: fc.integer({min: -20, max: 300}),
    days: fc.integer({min: 1, max: 400}),
    width: fc.integer({min: 280, max: 1400}),
    orientation: fc.constantFrom('horizontal' as const, 'vertical' as const),
    gutter: fc.constantFrom(0, 80),
    maxRows: fc.integer({min: 1, max: 6}),
    maxLabels: fc.constantFrom(5, 200),
    pick: fc.option(fc.integer({min: 0, max: 69})),
  })
  .map(({from, days, pick, ...rest}): Options => {
    const start = instantOf(2024) + from * DAY;
    return {
      ...base,
      ...rest,
      range: {start, end: start + days * DAY},
      selected: pick === null ? null : `i${pick}`,
    };
  });

describe('every layout', () => {
  test('draws each item once, labels without overlap, the selected always', () => {
    fc.assert(
      fc.property(items, options, (rows, chosen) => {
        check(rows, chosen);
      }),
      RUNS,
    );
  });

  test('is the same for the same input, and changes none of it', () => {
    fc.assert(
      fc.property(items, options, (rows, chosen) => {
        const before = JSON.stringify([rows, chosen]);
        const layout = plain(lay(rows, chosen));
        expect(JSON.stringify([rows, chosen])).toBe(before);
        expect(plain(lay(structuredClone(rows), {...chosen}))).toEqual(layout);
      }),
      {...RUNS, numRuns: 100},
    );
  });

  test('keeps its bars while panning', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({min: 1, max: 3}),
        fc.integer({min: 0, max: 60}),
        (rows, maxRows, days) => {
          const start = instantOf(2024);
          const at = (from: number) =>
            lay(rows, {...base, maxRows, range: {start: from, end: from + 300 * DAY}});
          const [here, there] = [at(start), at(start + days * DAY)];
          // Bars wholly inside both views.
          const inside = ({interval}: {interval: Interval}) =>
            interval.start > start + days * DAY && interval.end < start + 300 * DAY;
          const bars = (layout: TimelineLayout) =>
            layout.bars.filter(inside).map((bar) => [bar.id, idsIn(bar, layout)]);
          expect(bars(there)).toEqual(bars(here));
        },
      ),
      RUNS,
    );
  });
});

test('what is laid out beyond the range continues it', () => {
  const beyond = {before: 200, after: 500};
  fc.assert(
    fc.property(items, options, (rows, chosen) => {
      const horizontal = {...chosen, orientation: 'horizontal' as const, selected: null};
      const layout = lay(rows, {...horizontal, beyond});
      const {range, plot} = {...horizontal, plot: layout.plot};
      const scale = plot.width / (range.end - range.start);
      const wide = {start: range.start - 200 / scale, end: range.end + 500 / scale};
      const drawn = [...layout.marks.map(({id}) => id), ...layout.bars.flatMap((bar) => idsIn(bar, layout))];
      expect(drawn.sort()).toEqual(
        rows
          .filter(({interval}) => interval.start < wide.end && interval.end > wide.start)
          .map(({id}) => id)
          .sort(),
      );
      const alone = lay(rows, horizontal);
      expect([layout.plot.x, layout.plot.width, layout.width]).toEqual([
        alone.plot.x,
        alone.plot.width,
        alone.width,
      ]);
      const x = (time: number) => plot.x + (time - range.start) * scale;
      for (const {shape, id, from, to, openStart, openEnd} of layout.marks) {
        const interval = rows.find((row) => row.id === id)?.interval ?? year;
        if (shape === 'point') continue;
        if (!openStart && interval.start >= wide.start) expect(from).toBeCloseTo(x(interval.start), 3);
        if (!openEnd && interval.end <= wide.end) expect(to).toBeCloseTo(x(interval.end), 3);
      }
      for (const {at, position} of layout.ticks) expect(position).toBeCloseTo(x(at), 3);
    }),
    RUNS,
  );
});

describe('marks', () => {
  test('a date is as long as what is known of it', () => {
    const layout = check(
      [
        item('day', '2024-03-01'),
        item('month', '2024-07'),
        item('open', '2024-10/..'),
        item('before', '2023-11/2024-01'),
      ],
      {...base, range: year, gutter: 100},
    );
    const by = new Map(layout.marks.map((mark) => [mark.id, mark]));
    expect(layout.plot).toMatchObject({x: 108, width: 884});
    const x = (at: number) => 108 + ((at - year.start) / (year.end - year.start)) * 884;
    expect(by.get('day')).toMatchObject({
      shape: 'point',
      centre: expect.closeTo(x(instantOf(2024, 3, 1, 12)), 6),
    });
    expect(by.get('month')).toMatchObject({
      shape: 'span',
      from: expect.closeTo(x(instantOf(2024, 7)), 6),
      to: expect.closeTo(x(instantOf(2024, 8)), 6),
      openStart: false,
      openEnd: false,
    });
    expect(by.get('open')).toMatchObject({openEnd: true, to: 992});
    expect(by.get('before')).toMatchObject({openStart: false, from: 108});
  });

  test('an interval that ends where the range starts is before it', () => {
    const layout = check([item('x', '2023'), item('y', '2025'), item('z', '2024')], {...base, range: year});
    const {spans} = layout.source;
    expect([spans.before(year.start), spans.after(year.end)]).toEqual([1, 1]);
    expect(layout.marks.map(({id}) => id)).toEqual(['z']);
    expect([0, 1, 2].map((row) => layout.source.item(row).id)).toEqual(['x', 'z', 'y']);
  });

  test('lanes come in the order given, those without anything in view are left out, a strange one is last', () => {
    const layout = check(
      [item('1', '2024-03-01', {lane: 'c'}), item('2', '2024-03-01', {lane: '?'}), item('3', '2024-03-01')],
      {...base, range: year, gutter: 100},
    );
    expect(layout.lanes.map(({id, name}) => [id, name?.lines ?? null])).toEqual([
      ['a', ['Releases']],
      ['c', ['Law']],
      ['', null],
    ]);
  });

  test('too many for the rows become bars with all of them, the selected stands out', () => {
    const rows = Array.from({length: 40}, (_, i) => item(`i${i}`, '2024-06-15'));
    const layout = check(rows, {...base, range: year});
    expect(layout.marks).toEqual([]);
    expect(layout.bars).toHaveLength(1);
    expect(idsIn(layout.bars[0], layout)).toEqual(rows.map(({id}) => id));
    const chosen = check(rows, {...base, range: year, selected: 'i7'});
    expect(chosen.marks.map(({id}) => id)).toEqual(['i7']);
    expect(idsIn(chosen.bars[0], chosen)).toHaveLength(39);
    expect(chosen.bars[0]?.id).toBe(layout.bars[0]?.id);
  });
});

test('long spans over each other are one bar, as long as they are', () => {
  const rows = Array.from({length: 30}, (_, i) =>
    item(`i${i}`, '', {interval: {start: instantOf(1990 + i), end: instantOf(2030 + i)}}),
  );
  const layout = check(rows, {...base, range: year, maxRows: 4});
  expect(layout.lanes[0]?.rows).toBeLessThanOrEqual(4);
  expect(layout.bars.reduce((sum, {count}) => sum + count, layout.marks.length)).toBe(30);
  for (const {from, to, wide} of layout.bars)
    expect({from, to, wide}).toEqual({
      from: layout.plot.x,
      to: layout.plot.x + layout.plot.width,
      wide: true,
    });
});

describe('labels', () => {
  test('stand after the mark, and before it where the view ends', () => {
    const layout = check([item('early', '2024-02-01'), item('late', '2024-12-30')], {...base, range: year});
    const centre = (id: string) => layout.marks.find((mark) => mark.id === id)?.centre ?? 0;
    const left = (id: string) => layout.labels.find((each) => each.id === id)?.x ?? 0;
    expect(left('early')).toBeGreaterThan(centre('early'));
    expect(left('late')).toBeLessThan(centre('late'));
    expect(layout.labels.map(({leader}) => leader)).toEqual([null, null]);
  });

  test('emphasis wins where there is room for one', () => {
    const word = 'Unpronounceable-as-it-';
    const labelled = (emphasised: string) =>
      check(
        [item('1', '2024-02-24'), item('2', '2024-06-09'), item('3', '2024-07-06')].map((each) => ({
          ...each,
          label: word,
          emphasis: each.id === emphasised ? 1 : 0,
        })),
        {...base, width: 700, maxRows: 1, range: year},
      )
        .labels.map(({id}) => id)
        .sort();
    expect(labelled('1')).toEqual(['1', '3']);
    expect(labelled('2')).toEqual(['2', '3']);
  });

  test('the selected is cut rather than left out', () => {
    const text = 'Unpronounceable'.repeat(20);
    for (const orientation of ['horizontal', 'vertical'] as const) {
      const [first] = check([item('x', '2024-05-01', {label: text})], {
        ...base,
        width: 320,
        orientation,
        range: year,
        selected: 'x',
      }).labels;
      expect(first?.lines.at(-1)).toMatch(/…$/);
    }
  });

  test('bars that fill the view have each its own, below it', () => {
    const whole = (id: string) =>
      item(id, '2024', {interval: {start: year.start - DAY, end: year.end + DAY}});
    const {labels, marks} = check(['1', '2', '3'].map(whole), {...base, maxRows: 6, range: year});
    expect(labels.map(({id}) => id).sort()).toEqual(['1', '2', '3']);
    for (const {id, y} of labels) {
      const above = marks.filter(({across}) => across < y);
      expect(above.sort((a, b) => b.across - a.across)[0]?.id).toBe(id);
    }
  });

  test('a title that no side of its mark can hold is cut rather than left out', () => {
    const text = 'The council of the town hears the people on the dam above it '.repeat(5).trim();
    const {labels} = check([item('x', '2024-07-01', {label: text}), item('y', '2024-02-01')], {
      ...base,
      range: year,
    });
    expect(labels.map(({id}) => id).sort()).toEqual(['x', 'y']);
    const cut = labels.find(({id}) => id === 'x')?.lines.join(' ') ?? '';
    expect(cut).toMatch(/…$/);
    expect(text).toContain(cut.slice(0, -1));
  });

  test('upright, the box grows until all have room', () => {
    const rows = Array.from({length: 60}, (_, i) => item(`i${i}`, '2024-06-15', {lane: 'abc'[i % 3] ?? 'a'}));
    const spread = rows.map((row, i) => ({
      ...row,
      interval: {start: instantOf(2024) + i * 6 * DAY, end: instantOf(2024) + (i * 6 + 1) * DAY},
    }));
    const layout = check(spread, {...base, width: 340, orientation: 'vertical', range: year});
    expect(layout.labels.length).toBe(layout.marks.length);
    expect(layout.height).toBeGreaterThan(1200);
    expect(
      check([], {...base, width: 340, orientation: 'vertical', range: year, minHeight: 500}).height,
    ).toBe(500);
  });
});

test('upright, the titles of many events are written whole, in room for two or three words, or not at all', () => {
  const sizes = {strong: 5, moderate: 34, light: 89, minor: 89, blasts: 28, micro: 955};
  const lanes = Object.keys(sizes).map((id) => ({id, label: id}));
  const rows = Object.entries(sizes).flatMap(([lane, size]) =>
    Array.from({length: size}, (_, i): TimelineItem => {
      const start = instantOf(2024) + ((i * 7919) % size) * ((7 * DAY) / size);
      const label = `M ${i % 7}: ${i} km NNE of Hualian${', in Taiwan'.repeat(i % 4)}`;
      return {id: `${lane}${i}`, lane, interval: {start, end: start}, label};
    }),
  );
  const range = extentOf(rows.map((row) => row.interval)) ?? year;
  const tickText = () => 'Jan 1, 2024';
  const options = {...base, lanes, width: 328, orientation: 'vertical' as const, range, tickText};
  const {labels, bars, lanes: boxes} = check(rows, {...options, selected: 'strong3'});
  expect(bars.length).toBeGreaterThan(0);
  // A count stands upright in its column.
  for (const {lane, count} of bars) {
    const {width = 0, rows: columns = 1} = boxes.find(({id}) => id === lane) ?? {};
    expect(width / columns - 1).toBeGreaterThanOrEqual(7 * String(count).length);
  }
  expect(labels.length).toBeGreaterThan(3);
  for (const {x} of labels) expect(328 - x).toBeGreaterThan(115);
  const cut = labels.filter(({lines}) => lines.at(-1)?.endsWith('…'));
  expect(cut.every(({id}) => id === 'strong3')).toBe(true);
});

test('upright, columns have the width where nothing is to be named', () => {
  const lanes = ['a', 'b', 'c'].map((id) => ({id, label: id}));
  const rows = Array.from({length: 3000}, (_, i) =>
    item(`i${i}`, `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`, {
      lane: 'abc'[i % 3] ?? 'a',
    }),
  );
  const layout = check(rows, {...base, lanes, width: 328, orientation: 'vertical', range: year});
  expect(layout.labels).toEqual([]);
  expect(layout.bars.length).toBeGreaterThan(3);
  const [first] = layout.lanes;
  const end = Math.max(...layout.lanes.map(({x, width}) => x + width));
  expect(end).toBeCloseTo(328, 0);
  expect(first?.x).toBeLessThan(328 * 0.4);
});

test.each<[string, Interval, number]>([
  ['open', {start: 0, end: Infinity}, 1000],
  ['empty', {start: 5, end: 5}, 1000],
  ['not a number', {start: Number.NaN, end: 5}, 1000],
  ['without width', year, 0],
])('a range that is %s gives the empty layout', (_, range, width) => {
  expect(lay([item('x', '2024')], {...base, range, width})).toBe(EMPTY_LAYOUT);
});

test.each([
  ['billions of years', -4_540_000_000, -500_000_000],
  ['centuries before the common era', -800, -100],
])('%s', (_, from, to) => {
  const rows = Array.from({length: 12}, (_, i) => {
    const start = instantOf(Math.round(from + ((to - from) * i) / 12));
    return item(`i${i}`, '', {interval: {start, end: start + 1000 * DAY}});
  });
  const range = extentOf(rows.map((row) => row.interval)) ?? year;
  const layout = check(rows, {...base, range});
  expect(layout.labels).toHaveLength(12);
  expect(layout.ticks.length).toBeGreaterThan(3);
});

describe('the stories that ship', () => {
  test.each([
    ['caracas-releases', 540, 0],
    ['caracas-releases', 1000, 0],
    ['caracas-releases', 340, 3],
    ['venezuela-2024-2026', 1200, 9],
    ['venezuela-2024-2026', 720, 16],
    ['venezuela-2024-2026', 340, 9],
  ])('%s at %i px leaves at most %i without a label', (file, width, most) => {
    const url = new URL(`../../../data/${file}.json`, import.meta.url);
    const {dataset} = parseDataset(JSON.parse(readFileSync(url, 'utf8')));
    const rows = dataset.events.flatMap(({id, interval, category = '', title}): TimelineItem[] =>
      interval
        ? [{id, interval, lane: category, label: typeof title === 'string' ? title : (title.en ?? '')}]
        : [],
    );
    const layout = check(rows, {
      ...base,
      width,
      lanes: dataset.categories.map(({id, name}) => ({
        id,
        label: typeof name === 'string' ? name : (name.en ?? ''),
      })),
      orientation: width < 480 ? 'vertical' : 'horizontal',
      gutter: width < 720 ? 0 : width * 0.16,
      range: extentOf(rows.map((row) => row.interval)) ?? year,
    });
    expect(layout.marks.length - layout.labels.length).toBeLessThanOrEqual(most);
  });
});
