import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  type ChartLayout,
  type ChartOptions,
  type ChartPanel,
  type ChartPoint,
  type ChartSeries,
  EMPTY_CHART,
  layoutChart,
} from '../../../src/core/layout/chart.js';
import {chartNeighbour} from '../../../src/core/layout/chart-neighbour.js';
import {gapsOf} from '../../../src/core/layout/chart-series.js';
import {dodge} from '../../../src/core/layout/dodge.js';
import type {Box} from '../../../src/core/layout/index.js';
import {layoutTimeline, timelineSource} from '../../../src/core/layout/index.js';
import {Spans} from '../../../src/core/table/index.js';
import {instantOf} from '../../../src/core/time/index.js';

const DAY = 86_400_000;
const year = {start: instantOf(2024), end: instantOf(2025)};
const point = (id: string, at: number, value: number, more: Partial<ChartPoint> = {}): ChartPoint => ({
  id,
  interval: {start: at, end: at + DAY},
  value,
  comparator: '=',
  ...more,
});
const day = (month: number, date: number) => instantOf(2024, month, date);
const panel = (series: readonly ChartSeries[], more: Partial<ChartPanel> = {}): ChartPanel => ({
  id: 'p',
  kind: 'stock',
  title: ['Held', 'people'],
  series,
  ...more,
});
const options = (more: Partial<ChartOptions> = {}): ChartOptions => ({
  range: year,
  width: 720,
  height: 260,
  fontSize: 13,
  measure: (text, bold) => text.length * (bold ? 7.5 : 7),
  tickText: (at, unit) => `${unit[0]}${Math.floor(at / DAY)}`,
  valueText: String,
  pointText: ({value, comparator}) => `${comparator === '=' ? '' : comparator}${value}`,
  gapText: 'no figure published',
  ...more,
});
const lay = (panels: readonly ChartPanel[], more: Partial<ChartOptions> = {}) =>
  layoutChart(panels, options(more));

const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

/** Straight parts of a path of M and L. */
function partsOf(path: string) {
  const parts: {x0: number; y0: number; x1: number; y1: number}[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, a, b] of path.matchAll(/([ML])([-\d.e]+),([-\d.e]+)/g)) {
    const [x1, y1] = [Number(a), Number(b)];
    if (letter === 'L') parts.push({x0: x, y0: y, x1, y1});
    [x, y] = [x1, y1];
  }
  return parts;
}

/** Invariants of every layout. */
function check(panels: readonly ChartPanel[], more: Partial<ChartOptions> = {}): ChartLayout {
  const layout = lay(panels, more);
  const {range, width} = options(more);
  const all = panels.flatMap(({series}) => series.flatMap(({points}) => points));
  const seen = all.filter(({interval}) => interval.start < range.end && interval.end > range.start);
  expect(
    layout.panels
      .flatMap(({marks}) => marks)
      .map(({id}) => id)
      .sort(),
  ).toEqual(seen.map(({id}) => id).sort());
  expect(layout.before + layout.after + seen.length).toBe(all.length);
  expect(layout.rows.flat().length).toBe(all.length);
  const texts: Box[] = [];
  layout.panels.forEach(
    ({plot, base, values, titles, eventName, labels, marks, gaps, curves, unlabelled}, p) => {
      const {series} = panels[p] ?? {series: []};
      texts.push(...titles, ...values, ...labels, ...(eventName ? [eventName] : []));
      const zero = values.find(({value}) => value === 0);
      expect(zero?.at).toBeCloseTo(base, 6);
      // Positions are in proportion to the value and the date.
      const top = values.at(-1);
      const perUnit = top && top.value !== 0 ? (base - top.at) / top.value : 0;
      for (const mark of marks) {
        const of = seen.find(({id}) => id === mark.id);
        if (!of) throw new Error(mark.id);
        if (perUnit) expect(mark.y).toBeCloseTo(base - of.value * perUnit, 3);
        expect(mark.from).toBeGreaterThanOrEqual(plot.x - 0.01);
        expect(mark.to).toBeLessThanOrEqual(plot.x + plot.width + 0.01);
        const x = (at: number) => plot.x + ((at - range.start) / (range.end - range.start)) * plot.width;
        expect(mark.from).toBeCloseTo(Math.max(plot.x, x(of.interval.start)), 4);
        expect(mark.to).toBeCloseTo(Math.min(plot.x + plot.width, x(of.interval.end)), 4);
        const middle = x((of.interval.start + of.interval.end) / 2);
        if (!mark.bar) expect(mark.x).toBeCloseTo(Math.min(Math.max(middle, mark.from), mark.to), 4);
        expect(mark.bar !== null).toBe(panels[p]?.kind === 'flow');
      }
      // Each gap has its words: a line without them would read as zero.
      const said = labels.filter(({role}) => role === 'gap').map(({series: s}) => s);
      expect(gaps.map(({series: s}) => s)).toEqual(said);
      for (const {series: s, from, to} of gaps) {
        for (const {x0, x1} of partsOf(curves[s]?.line ?? '')) {
          expect(Math.min(x1, to) - Math.max(x0, from)).toBeLessThan(0.02);
        }
      }
      for (const {line} of curves) {
        for (const {x0, x1} of partsOf(line)) {
          expect(x0).toBeGreaterThanOrEqual(plot.x - 0.01);
          expect(x1).toBeLessThanOrEqual(plot.x + plot.width + 0.01);
          expect(x1).toBeGreaterThanOrEqual(x0);
        }
      }
      const inView = series.filter(({points}) => points.some(({id}) => marks.some((mark) => mark.id === id)));
      const ends = labels.filter(({role}) => role === 'end').map(({series: s}) => series[s]?.id);
      expect([...ends, ...unlabelled].sort()).toEqual(inView.map(({id}) => id).sort());
      for (const label of labels) {
        for (const mark of marks) {
          const dot = {x: mark.x - 2, y: mark.y - 2, width: 4, height: 4};
          if (overlap(label, dot)) throw new Error(`${label.lines} covers ${mark.id}`);
        }
      }
      const bars = marks.flatMap(({bar}) => bar ?? []);
      for (const [i, bar] of bars.entries()) {
        for (const other of bars.slice(i + 1)) {
          const shared = Math.min(bar.x + bar.width, other.x + other.width) - Math.max(bar.x, other.x);
          expect(shared).toBeLessThan(0.01);
        }
      }
    },
  );
  for (const [i, text] of texts.entries()) {
    expect(text.x).toBeGreaterThanOrEqual(-0.01);
    expect(text.x + text.width).toBeLessThanOrEqual(width + 0.01);
    expect(text.y).toBeGreaterThanOrEqual(-0.01);
    expect(text.y + text.height).toBeLessThanOrEqual(layout.height + 0.01);
    for (const other of texts.slice(i + 1)) {
      if (overlap(text, other)) throw new Error(`texts overlap: ${JSON.stringify([text, other])}`);
    }
  }
  expect(lay(panels, more)).toEqual(layout);
  return layout;
}

describe('gaps', () => {
  const weekly = (...days: readonly number[]) => days.map((at, i) => point(`f${i}`, at * DAY, i));

  test('a stretch of more than three times the usual is one', () => {
    expect([...gapsOf(weekly(0, 7, 14, 36, 43))]).toEqual([[3, {start: 15 * DAY, end: 36 * DAY}]]);
  });
  test('three times the usual is none', () => {
    expect(gapsOf(weekly(0, 7, 14, 35, 42)).size).toBe(0);
  });
  test('three points have no usual distance', () => {
    expect(gapsOf(weekly(0, 7, 100)).size).toBe(0);
    expect(gapsOf(weekly(0, 7, 14, 100)).size).toBe(1);
  });
  test('two figures of one date do not make the usual distance shorter', () => {
    expect(gapsOf(weekly(0, 0, 0, 0, 7, 14, 28)).size).toBe(0);
  });
  test('a month that a figure is known to is no gap', () => {
    const points = [...weekly(0, 2, 4, 6), point('m', 0, 9, {interval: {start: 7 * DAY, end: 60 * DAY}})];
    expect(gapsOf(points).size).toBe(0);
  });
});

describe('lines', () => {
  const points = [
    point('a', day(1, 1), 100),
    point('b', day(1, 8), 200),
    point('c', day(1, 15), 150),
    point('d', day(6, 1), 50),
    point('e', day(6, 8), 75),
  ];
  test('a stock is joined by straight lines, and not across a gap', () => {
    const [made] = check([panel([{id: 's', label: 'Foro Penal', points}])]).panels;
    const at = new Map(made?.marks.map((mark) => [mark.id, mark]));
    const of = (one: string, two: string) => ({
      x0: at.get(one)?.x,
      y0: at.get(one)?.y,
      x1: at.get(two)?.x,
      y1: at.get(two)?.y,
    });
    const close = (part: object) =>
      Object.fromEntries(
        Object.entries(part).map(([key, value]) => [key, expect.closeTo(value as number, 1)]),
      );
    expect(partsOf(made?.curves[0]?.line ?? '')).toEqual([
      close(of('a', 'b')),
      close(of('b', 'c')),
      close(of('d', 'e')),
    ]);
    expect(made?.gaps).toMatchObject([{series: 0, start: day(1, 16), end: day(6, 1)}]);
    expect(made?.gaps[0]?.from).toBeCloseTo(at.get('c')?.to ?? 0, 4);
    expect(made?.gaps[0]?.to).toBeCloseTo(at.get('d')?.from ?? 0, 4);
  });
  test('a running total keeps its value until the next', () => {
    const [made] = check([
      panel([{id: 's', label: 'A', points: points.slice(0, 3)}], {kind: 'cumulative'}),
    ]).panels;
    for (const {x0, x1, y0, y1} of partsOf(made?.curves[0]?.line ?? ''))
      expect(x0 === x1 || y0 === y1).toBe(true);
    expect(partsOf(made?.curves[0]?.line ?? '').length).toBe(4);
  });
  test('a line goes on to the edge of the view', () => {
    const range = {start: day(1, 4), end: day(1, 12)};
    const layout = check([panel([{id: 's', label: 'A', points}])], {range});
    const plot = layout.panels[0]?.plot;
    const parts = partsOf(layout.panels[0]?.curves[0]?.line ?? '');
    expect(parts[0]?.x0).toBeCloseTo(plot?.x ?? 0, 1);
    expect(parts.at(-1)?.x1).toBeCloseTo((plot?.x ?? 0) + (plot?.width ?? 0), 1);
    expect([layout.before, layout.after]).toEqual([1, 3]);
  });
  test('two claimants are two lines', () => {
    const other = points.map((each) => ({...each, id: `o${each.id}`, value: each.value + 40}));
    const [made] = check([
      panel([
        {id: 's', label: 'A', points},
        {id: 't', label: 'B', points: other},
      ]),
    ]).panels;
    const heights = (s: number) =>
      new Set(made?.marks.filter(({series}) => series === s).map(({y}) => y.toFixed(1)));
    for (const s of [0, 1]) {
      for (const {y0, y1} of partsOf(made?.curves[s]?.line ?? ''))
        for (const y of [y0, y1])
          expect([...heights(s)].some((each) => Math.abs(Number(each) - y) < 0.2)).toBe(true);
    }
  });
});

test('dates line up with those of a timeline of the same width', () => {
  const at = day(5, 20);
  const more = {width: 900, gutter: 180};
  const item = {id: 'e', interval: {start: at, end: at + DAY}, lane: '', label: 'E'};
  const timeline = layoutTimeline(timelineSource([item], [{id: '', label: ''}]), {...options(more)});
  const chart = lay([panel([{id: 's', label: 'A', points: [point('a', at, 3)]}])], more);
  expect(chart.panels[0]?.marks[0]?.x).toBeCloseTo(timeline.marks[0]?.centre ?? 0, 6);
  expect(chart.ticks).toEqual(timeline.ticks);
});

describe('what is not exact', () => {
  test('a month is as long as a month, at least is open upward, about has no width of its own', () => {
    const month = {start: day(3, 1), end: day(4, 1)};
    const [made] = check([
      panel([
        {
          id: 's',
          label: 'A',
          points: [
            point('month', 0, 10, {interval: month}),
            point('least', day(5, 1), 10, {comparator: '>='}),
            point('most', day(6, 1), 10, {comparator: '<'}),
            point('about', day(7, 1), 10, {comparator: '~'}),
            point('vague', day(8, 1), 10, {vague: true}),
          ],
        },
      ]),
    ]).panels;
    expect(made?.marks.map(({id, wide, open, about}) => [id, wide, open, about])).toEqual([
      ['month', true, null, false],
      ['least', false, 'up', false],
      ['most', false, 'down', false],
      ['about', false, null, true],
      ['vague', false, null, true],
    ]);
    const [first] = made?.marks ?? [];
    expect((first?.to ?? 0) - (first?.from ?? 0)).toBeCloseTo((31 / 366) * (made?.plot.width ?? 0), 4);
  });
  test('a date with one open end stands at the other', () => {
    const interval = {start: day(3, 1), end: Infinity};
    const [made] = lay([panel([{id: 's', label: 'A', points: [point('a', 0, 1, {interval})]}])]).panels;
    expect(made?.marks[0]).toMatchObject({wide: true});
    expect(made?.marks[0]?.to).toBeCloseTo((made?.plot.x ?? 0) + (made?.plot.width ?? 0), 4);
  });
});

test('bars of one date stand side by side, each at its value from 0', () => {
  const series = ['x', 'y', 'z'].map((id, i) => ({
    id,
    label: id,
    points: [point(`${id}1`, day(4, 4), 10 * (i + 1)), point(`${id}2`, day(4, 5), 5)],
  }));
  const [made] = check([panel(series, {kind: 'flow'})]).panels;
  for (const {bar, y} of made?.marks ?? []) {
    expect(bar?.y).toBeCloseTo(y, 6);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(made?.base ?? 0, 6);
  }
  expect(made?.marks.map(({id}) => id)).toEqual(['x1', 'y1', 'z1', 'x2', 'y2', 'z2']);
  expect(made?.curves.map(({line}) => line)).toEqual(['', '', '']);
});

test('a bar is as wide as its date', () => {
  const month = {start: day(3, 1), end: day(4, 1)};
  const [made] = lay([
    panel([{id: 's', label: 's', points: [point('m', 0, 4, {interval: month})]}], {kind: 'flow'}),
  ]).panels;
  const [mark] = made?.marks ?? [];
  expect(Math.abs((mark?.bar?.width ?? 0) - ((mark?.to ?? 0) - (mark?.from ?? 0)))).toBeLessThan(1.5);
});

test('panels have their own axes on one axis of time', () => {
  const one = panel([{id: 's', label: 'A', points: [point('a', day(2, 1), 10)]}], {id: 'one'});
  const two = panel([{id: 't', label: 'B', points: [point('b', day(2, 1), 1e6)]}], {
    id: 'two',
    kind: 'cumulative',
  });
  const layout = check([one, two]);
  const [first, second] = layout.panels;
  expect(first?.plot.x).toBe(second?.plot.x);
  expect(first?.plot.width).toBe(second?.plot.width);
  expect(first?.marks[0]?.x).toBe(second?.marks[0]?.x);
  expect(second?.plot.y).toBeGreaterThan((first?.plot.y ?? 0) + (first?.plot.height ?? 0));
  expect([first, second].map((each) => each?.values.at(-1)?.value)).toEqual([10, 1e6]);
});

test('1,000 points in each of 20 series are all there, each series one path', () => {
  const series = Array.from({length: 20}, (_, s) => ({
    id: `s${s}`,
    label: `Claimant ${s}`,
    points: Array.from({length: 1000}, (_, i) =>
      point(`${s}-${i}`, year.start + i * 0.36 * DAY, (s + 1) * 100 + Math.abs(500 - i)),
    ),
  }));
  const [made] = lay([panel(series)]).panels;
  expect(made?.marks.length).toBe(20_000);
  expect(made?.curves.every(({dense, line}) => dense && line.lastIndexOf('M') === 0)).toBe(true);
});

test('values from 1 to a million million keep their proportion', () => {
  const [made] = check([
    panel([{id: 's', label: 'A', points: [point('a', day(2, 1), 1), point('b', day(9, 1), 1e12)]}]),
  ]).panels;
  const [a, b] = made?.marks ?? [];
  expect(((made?.base ?? 0) - (b?.y ?? 0)) / 1e12).toBeCloseTo((made?.base ?? 0) - (a?.y ?? 0), 6);
});

test('labels carry name and last value; the first and the highest their value', () => {
  const points = [
    point('a', day(1, 20), 100),
    point('b', day(4, 1), 300),
    point('c', day(8, 1), 200),
    point('d', day(11, 1), 250, {comparator: '>='}),
  ];
  const [made] = check([panel([{id: 's', label: 'Foro Penal', points}])]).panels;
  const labels = made?.labels.map(({role, point: id, lines}) => [role, id, lines.join('|')]);
  expect(labels).toEqual([
    ['end', 'd', 'Foro Penal >=250'],
    ['value', 'b', '300'],
    ['value', 'a', '100'],
  ]);
  const chosen = check([panel([{id: 's', label: 'Foro Penal', points}])], {selection: new Set(['c'])})
    .panels[0];
  expect(chosen?.labels.map(({point: id}) => id)).toContain('c');
  expect(chosen?.marks.filter(({selected}) => selected).map(({id}) => id)).toEqual(['c']);
});

test('a claimant whose name would be cut beside the line is named in the legend', () => {
  const points = [point('a', day(6, 1), 5)];
  const label = 'A rather long name of a committee of relatives, in three lines';
  const made = (width: number) => check([panel([{id: 's', label, points}])], {width}).panels[0];
  expect(made(240)?.unlabelled).toEqual(['s']);
  expect(made(240)?.labels.filter(({role}) => role === 'end')).toEqual([]);
  expect(made(1200)?.labels[0]?.lines.join(' ')).toBe(`${label} 5`);
});

test('the lines of a name end together where its mark is at their end, and begin together where it is before them', () => {
  const label = 'Committee for the Freedom of Political Prisoners';
  const made = (last: number) =>
    check([
      panel([
        {id: 's', label, points: [point('a', day(1, 20), 100), point('b', last, 300)]},
        {id: 't', label: 'B', points: [point('c', day(12, 20), 200)]},
      ]),
    ]).panels[0];
  for (const [last, endsAligned] of [
    [day(12, 20), true],
    [day(2, 10), false],
  ] as const) {
    const panelMade = made(last);
    const end = panelMade?.labels.find(({series, role}) => series === 0 && role === 'end');
    const mark = panelMade?.marks.find(({id}) => id === 'b');
    expect(end?.endsAligned).toBe(endsAligned);
    const [left, right] = [end?.x ?? 0, (end?.x ?? 0) + (end?.width ?? 0)].map((x) =>
      Math.abs(x - (mark?.x ?? 0)),
    );
    expect((right ?? 0) < (left ?? 0)).toBe(endsAligned);
  }
});

describe('the numbers of the axis', () => {
  const early = panel([
    {id: 's', label: 'A', points: [point('a', day(1, 3), 500), point('b', day(1, 9), 1000)]},
  ]);
  const late = panel([
    {id: 's', label: 'A', points: [point('a', day(12, 20), 500), point('b', day(12, 28), 1000)]},
  ]);
  const places = (one: ChartPanel, more: Partial<ChartOptions>) => {
    const {values, plot, marks} = check([one], more).panels[0] ?? {};
    return {values: values ?? [], plot, marks: marks ?? []};
  };
  test('stand on their lines, at the end where less is drawn', () => {
    expect(places(late, {width: 500}).values.every(({x}) => x === 0)).toBe(true);
    expect(places(early, {width: 500}).values.every(({x, width}) => x + width === 500)).toBe(true);
  });
  test('stand beside the plot where nothing has to line up, and in a gutter', () => {
    for (const more of [{width: 340, aligned: false}, {gutter: 150}]) {
      const {values, plot} = places(early, more);
      for (const {x, width} of values) expect(x + width).toBeLessThan(plot?.x ?? 0);
    }
  });
});

test('among many claimants a few names say nothing: all go to the legend', () => {
  const many = Array.from({length: 30}, (_, i) => ({
    id: `s${i}`,
    label: `Claimant ${i}`,
    points: [point(`a${i}`, day(1, 3), 100 + i), point(`b${i}`, day(12, 28), 100 + i)],
  }));
  const [made] = check([panel(many)]).panels;
  expect(made?.unlabelled).toEqual(many.map(({id}) => id));
  expect(made?.labels.filter(({role}) => role === 'end')).toEqual([]);
});

test('a title that does not fit beside a plot stands above it, whole', () => {
  const title = ['Excarcelaciones desde el 8 de enero', 'personas, total acumulado'];
  const points = [point('a', day(4, 4), 7)];
  const at = (gutter: number) => check([panel([{id: 's', label: 'A', points}], {title})], {gutter}).panels[0];
  expect(at(200)?.titles[0]?.y).toBeGreaterThan(10);
  expect(at(100)?.titles.map(({lines}) => lines.join(' '))).toEqual(title);
  expect(at(100)?.plot.y).toBeGreaterThan(at(200)?.plot.y ?? 0);
});

describe('events along the axis', () => {
  const starts = Float64Array.from([day(2, 1), day(2, 1) + 1, day(6, 1)]);
  const spans = new Spans(
    starts,
    starts.map((at) => at + DAY),
  );
  const events = {spans, idOf: (row: number) => `e${row}`, chosen: null};
  test('the first of each pixel is marked', () => {
    const layout = lay([panel([])], {events});
    expect(layout.events.map(({id}) => id)).toEqual(['e0', 'e2']);
    expect(layout.panels[0]?.eventName).toBeNull();
  });
  test('the selected one is named, and within the width', () => {
    const chosen = {
      id: 'e2',
      interval: {start: day(12, 30), end: day(12, 31)},
      label: 'A long name of an event',
    };
    const layout = lay([panel([])], {events: {...events, chosen}});
    expect(layout.events.filter((each) => each.chosen).map(({id}) => id)).toEqual(['e2']);
    const name = layout.panels[0]?.eventName;
    expect(name?.text).toBe(chosen.label);
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(layout.width);
  });
  test('a million events are not walked', () => {
    const many = Float64Array.from({length: 1_000_000}, (_, i) => year.start + i * 30_000);
    let asked = 0;
    const idOf = (row: number) => {
      asked++;
      return String(row);
    };
    lay([panel([])], {
      events: {
        spans: new Spans(
          many,
          many.map((at) => at + 1),
        ),
        idOf,
        chosen: null,
      },
    });
    expect(asked).toBeLessThan(1000);
  });
});

describe('by key', () => {
  const layout = lay([
    panel([
      {
        id: 's',
        label: 'A',
        points: [point('a1', day(1, 1), 1), point('a2', day(6, 1), 2), point('a3', day(6, 1), 2)],
      },
      {id: 'empty', label: 'E', points: []},
      {id: 't', label: 'B', points: [point('b1', day(2, 1), 9), point('b2', day(7, 1), 8)]},
    ]),
  ]);
  test.each([
    [null, 'ArrowRight', 'a1'],
    [null, 'ArrowLeft', 'b2'],
    ['a1', 'ArrowRight', 'a2'],
    // Overlapping, and both are hit.
    ['a2', 'ArrowRight', 'a3'],
    ['a3', 'ArrowRight', null],
    ['a3', 'ArrowDown', 'b2'],
    ['b1', 'ArrowUp', 'a1'],
    ['a1', 'ArrowUp', null],
    ['b2', 'Home', 'b1'],
    ['a1', 'End', 'a3'],
    ['a1', 'x', null],
  ])('from %s by %s to %s', (active, key, to) => {
    expect(chartNeighbour(layout, active, key)).toBe(to);
  });
});

test('nothing to draw on is the empty layout', () => {
  expect(lay([panel([])], {width: 0})).toBe(EMPTY_CHART);
  expect(lay([panel([])], {range: {start: 1, end: 1}})).toBe(EMPTY_CHART);
  expect(lay([panel([])], {range: {start: -Infinity, end: 1}})).toBe(EMPTY_CHART);
});

describe('dodge', () => {
  const items = fc.array(
    fc.record({
      at: fc.double({min: 0, max: 500, noNaN: true}),
      width: fc.double({min: 0.5, max: 40, noNaN: true}),
    }),
    {maxLength: 12},
  );
  test('keeps order, keeps apart, stays within, and moves nothing that has room', () => {
    fc.assert(
      fc.property(items, (list) => {
        const wishes = list.toSorted((a, b) => a.at - b.at);
        const places = dodge(wishes, 0, 500);
        expect(places.length).toBe(wishes.length);
        const apart = (of: readonly number[]) =>
          wishes.every(({width}, i) => {
            const before = wishes[i - 1];
            return !before || (of[i] ?? 0) - (of[i - 1] ?? 0) >= (width + before.width) / 2 - 1e-6;
          });
        expect(apart(places)).toBe(true);
        wishes.forEach(({width}, i) => {
          expect(places[i]).toBeGreaterThanOrEqual(width / 2 - 1e-6);
          expect(places[i]).toBeLessThanOrEqual(500 - width / 2 + 1e-6);
        });
        const wished = wishes.map(({at}) => at);
        if (apart(wished) && wishes.every(({at, width}) => at >= width / 2 && at <= 500 - width / 2))
          places.forEach((place, i) => {
            expect(place).toBeCloseTo(wished[i] ?? 0, 6);
          });
      }),
    );
  });
});

test('any figures', () => {
  const figure = fc.record({
    at: fc.integer({min: -30, max: 400}),
    days: fc.constantFrom(1, 1, 1, 31, 366),
    value: fc.oneof(fc.nat(2000), fc.integer({min: 1, max: 1e12})),
    comparator: fc.constantFrom('=' as const, '>=' as const, '<' as const, '~' as const),
  });
  const series = fc.array(fc.array(figure, {maxLength: 14}), {maxLength: 6});
  fc.assert(
    fc.property(
      fc.array(
        fc.record({kind: fc.constantFrom('stock' as const, 'flow' as const, 'cumulative' as const), series}),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      fc.constantFrom(320, 480, 760, 1200),
      fc.constantFrom(0, 130),
      fc.boolean(),
      (list, width, gutter, aligned) => {
        const panels = list.map(({kind, series: all}, p) =>
          panel(
            all.map((figures, s) => ({
              id: `${p}/${s}`,
              label: `Claimant number ${s}`,
              points: figures.map(({at, days, value, comparator}, i) => ({
                id: `${p}/${s}/${i}`,
                interval: {start: year.start + at * DAY, end: year.start + (at + days) * DAY},
                value,
                comparator,
              })),
            })),
            {id: `${p}`, kind},
          ),
        );
        check(panels, {width, gutter, aligned});
      },
    ),
  );
});
