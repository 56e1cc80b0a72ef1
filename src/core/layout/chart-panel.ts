import {median} from 'd3';
import type {MeasureKind} from '../dataset/index.js';
import type {Instant, Interval} from '../time/index.js';
import {CROWD, endLabel, gapLabel, type Placer, valueLabel} from './chart-labels.js';
import type {
  ChartCurve,
  ChartEvents,
  ChartGap,
  ChartLabel,
  ChartMark,
  ChartOptions,
  ChartPanel,
  ChartPanelLayout,
  ChartPoint,
  ChartSeries,
  ChartTitle,
  ChartValueTick,
  PanelOptions,
  Scale,
} from './chart-types.js';
import {Room, spread} from './room.js';
import type {Box} from './types.js';
import {valueAxis} from './values.js';
import {fit} from './wrap.js';

/** Height of a line as a multiple of the font size. */
export const LINE = 1.3;
/** A stretch this many times as long as the usual one between two figures is a gap. */
const GAP = 3;
/** Figures that a series has before it can have a usual distance. */
const USUAL = 4;
/** Narrower than this on the average, marks are dots. */
const DENSE = 5;
/** As many marks of a panel are drawn one by one. */
const MANY = 400;
/** What a bar takes along time, so that the shape on it is seen. */
const PITCH = 11;
/** Series of a flow that are named beside their bars; more are named in a legend. */
const FLOWS = 3;

const round = (length: number) => Math.round(length * 100) / 100;

/** Where on the axis a date stands: its middle, or the end that is known. */
export function centreOfDate({start, end}: Interval): Instant {
  if (Number.isFinite(start)) return Number.isFinite(end) ? (start + end) / 2 : start;
  return end;
}

/** A series' points in time, those of one date as they came. */
export const inTime = ({points}: ChartSeries): readonly ChartPoint[] =>
  points
    .filter(({interval}) => Number.isFinite(centreOfDate(interval)))
    .toSorted((a, b) => centreOfDate(a.interval) - centreOfDate(b.interval));

/**
 * Where a series has nothing to say: before which of its points, and from when to when. A stretch counts that is
 * longer than three times the usual (median) one between two dates of the series.
 */
export function gapsOf(points: readonly ChartPoint[]): ReadonlyMap<number, Interval> {
  const gaps = new Map<number, Interval>();
  if (points.length < USUAL) return gaps;
  const lengths = points.map(({interval}, i) => {
    const before = points[i - 1];
    return before ? centreOfDate(interval) - centreOfDate(before.interval) : 0;
  });
  const usual = median(lengths.filter((length) => length > 0));
  if (usual === undefined) return gaps;
  let known = -Infinity;
  points.forEach(({interval: {start, end}}, i) => {
    if ((lengths[i] ?? 0) > GAP * usual && known < start) gaps.set(i, {start: known, end: start});
    known = Math.max(known, end);
  });
  return gaps;
}

/** The part of a date that is in view, in pixels; null when it is out of it. */
export function spanOf({start, end}: Interval, {range, plot, x}: Scale) {
  if (end <= range.start || start >= range.end) return null;
  const from = Math.max(plot.x, x(Math.max(start, range.start)));
  const to = Math.min(plot.x + plot.width, x(Math.min(end, range.end)));
  return {from, to};
}

interface Spot {
  readonly point: ChartPoint;
  readonly series: number;
  /** Index in its series. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The selected event's name above a plot, beside the numbers that may stand there. */
function eventName(
  {chosen}: ChartEvents,
  plot: Box,
  numbers: number,
  {scale, width, lineHeight, fontSize, measure}: PanelOptions,
): ChartPanelLayout['eventName'] {
  const span = chosen && spanOf(chosen.interval, scale);
  if (!span) return null;
  const [low, high] = numbers > 0 ? [numbers, width - numbers] : [plot.x, width];
  const made = fit(chosen.label, Math.min(high - low, 40 * fontSize), 1, (text) => measure(text, true));
  const x = Math.min(Math.max(low, (span.from + span.to) / 2 - made.width / 2), high - made.width);
  const y = plot.y - 1.5 * lineHeight;
  return {x, y, width: made.width, height: lineHeight, text: made.lines[0] ?? ''};
}

/** The numbers of the axis: in the gutter, or on their lines at the end where less is drawn. */
function numbersOf(
  numbers: ReturnType<typeof axisOf>['numbers'],
  plot: Box,
  {gutter = 0, width, lineHeight}: PanelOptions,
  room: Room,
): readonly ChartValueTick[] {
  const place = (end: boolean) =>
    numbers.map(({value, position, text, width: size}): ChartValueTick => {
      const at = plot.y + plot.height - position;
      return {
        value,
        text,
        at,
        x: gutter > 0 ? plot.x - 10 - size : end ? width - size : 0,
        y: gutter > 0 ? at - lineHeight / 2 : at - lineHeight - 1,
        width: size,
        height: lineHeight,
      };
    });
  const start = place(false);
  if (gutter > 0) return start;
  const end = place(true);
  const covered = (ticks: readonly ChartValueTick[]) => ticks.filter((tick) => !room.isFree(tick)).length;
  return covered(end) < covered(start) ? end : start;
}

/** The axis of values, and its numbers in words. */
export function axisOf(
  series: readonly (readonly ChartPoint[])[],
  {height, fontSize, measure, valueText}: ChartOptions,
) {
  const values = series.flatMap((points) => points.map(({value}) => value));
  const axis = valueAxis(values, height, Math.max(52, 4.2 * fontSize));
  const numbers = axis.ticks.map(({value, position}) => {
    const text = valueText(value);
    return {value, position, text, width: measure(text, false)};
  });
  return {axis, numbers, widest: Math.max(0, ...numbers.map((each) => each.width))};
}

export function layoutPanel(
  panel: ChartPanel,
  series: readonly (readonly ChartPoint[])[],
  top: number,
  options: PanelOptions,
): ChartPanelLayout {
  const {
    width,
    height,
    fontSize,
    lineHeight,
    measure,
    gutter = 0,
    scale,
    selection,
    pointText,
    beside,
  } = options;
  const {axis, numbers, widest} = axisOf(series, options);
  const {titles} = titlesOf(panel, top, beside ? widest : null, options);
  const headroom = beside ? 0 : titles.reduce((sum, each) => sum + each.height, 0);
  const plot: Box = {...scale.plot, y: top + headroom + 1.5 * lineHeight, height};
  const yOf = (value: number) => plot.y + height - axis.at(value);
  const spots: Spot[] = series.flatMap((points, s) =>
    points.flatMap((point, index) => {
      const span = spanOf(point.interval, scale);
      return span ? [{point, series: s, index, ...span}] : [];
    }),
  );
  const order = spots.toSorted(
    (a, b) =>
      centreOfDate(a.point.interval) - centreOfDate(b.point.interval) ||
      a.series - b.series ||
      a.index - b.index,
  );
  const base = yOf(0);
  const boxes = panel.kind === 'flow' ? barsOf(order, base, yOf, scale) : null;
  const curves: ChartCurve[] = panel.series.map(({id, label}, s) => {
    const own = spots.filter((spot) => spot.series === s);
    const first = own[0];
    const last = own.at(-1);
    const room = first && last && own.length > 1 ? (last.to - first.from) / (own.length - 1) : Infinity;
    return {
      id,
      label,
      line: '',
      radius: boxes ? (boxes.pitch < PITCH ? 3 : 4.25) : room < 12 && own.length > 9 ? 3 : 4.25,
      dense: (room < DENSE && own.length > 30) || spots.length > MANY,
    };
  });
  const marks = order.map((spot): ChartMark => {
    const {point, from, to} = spot;
    const {radius = 4} = curves[spot.series] ?? {};
    const bar = boxes?.of.get(spot) ?? null;
    const open = point.comparator[0] === '>' ? 'up' : point.comparator[0] === '<' ? 'down' : null;
    return {
      id: point.id,
      series: spot.series,
      x: bar ? bar.x + bar.width / 2 : Math.min(Math.max(scale.x(centreOfDate(point.interval)), from), to),
      y: yOf(point.value),
      from,
      to,
      wide: !bar && to - from > 2 * radius + 3,
      open,
      about: point.comparator === '~' || Boolean(point.vague),
      bar,
      selected: selection?.has(point.id) ?? false,
    };
  });
  const room = new Room(width, plot.y + height + 1);
  const gaps: ChartGap[] = [];
  const markOf = new Map(marks.map((mark) => [mark.id, mark]));
  const drawnCurves = curves.map((curve, s): ChartCurve => {
    const points = series[s] ?? [];
    const {id, label, radius, dense} = curve;
    if (panel.kind === 'flow') return {id, label, radius, dense, line: ''};
    const breaks = gapsOf(points);
    for (const interval of breaks.values()) {
      const span = spanOf(interval, scale);
      // One above the other, where several series pause together.
      if (span) gaps.push({...interval, series: s, ...span, y: base - 3 - 4 * (s % 8)});
    }
    const line = lineOf(points, breaks, panel.kind, {
      place: (point) => {
        const mark = markOf.get(point.id);
        return mark ? [mark.x, mark.y] : [scale.x(centreOfDate(point.interval)), yOf(point.value)];
      },
      scale,
      room,
    });
    return {id, label, radius, dense, line};
  });
  for (const mark of marks) {
    const radius = drawnCurves[mark.series]?.radius ?? 4;
    room.fill({x: mark.x - radius, y: mark.y - radius, width: 2 * radius, height: 2 * radius});
    if (mark.bar) room.fill(mark.bar);
    if (mark.wide) room.line(mark.from, mark.y, mark.to, mark.y);
    if (mark.open) room.line(mark.x, mark.y, mark.x, mark.y + (mark.open === 'up' ? -14 : 14));
  }
  const values = numbersOf(numbers, plot, options, room);
  for (const each of [...titles, ...values]) room.fill(each);
  const name = options.events ? eventName(options.events, plot, gutter > 0 ? 0 : widest + 8, options) : null;
  if (name) room.fill(name);
  const placer: Placer = {room, plot, top: top + headroom, width, fontSize, lineHeight, measure};
  const labels: ChartLabel[] = [];
  const unlabelled: string[] = [];
  const named = panel.kind !== 'flow' || series.length <= FLOWS;
  const pointOf = new Map(spots.map(({point}) => [point.id, point]));
  const textOf = ({id}: ChartMark) => {
    const point = pointOf.get(id);
    return point ? pointText(point) : '';
  };
  const back = room.save();
  drawnCurves.forEach(({id, label}, s) => {
    const last = marks.findLast((mark) => mark.series === s);
    if (!last) return;
    const made = named && endLabel(last, label, textOf(last), series.length, placer);
    if (made) labels.push(made);
    else unlabelled.push(id);
  });
  // A few names among many would say nothing: then all are in the legend.
  if (series.length > CROWD && labels.length < unlabelled.length) {
    labels.length = 0;
    unlabelled.splice(
      0,
      Infinity,
      ...drawnCurves.filter((_, s) => marks.some((mark) => mark.series === s)).map(({id}) => id),
    );
    back();
  }
  const valued = (mark: ChartMark | undefined) => {
    if (!mark || labels.some(({point}) => point === mark.id)) return;
    const made = valueLabel(mark, textOf(mark), placer);
    if (made) labels.push(made);
  };
  for (const mark of marks) if (mark.selected) valued(mark);
  for (const each of gaps) {
    const made = gapLabel(each, options.gapText, placer);
    if (made) labels.push(made);
  }
  if (panel.kind === 'flow') {
    if (marks.length <= 40) marks.forEach(valued);
  } else if (series.length <= 4) {
    for (let s = 0; s < series.length; s++) {
      const own = marks.filter((mark) => mark.series === s);
      valued(
        own.reduce<ChartMark | undefined>(
          (high, mark) => (high && high.y <= mark.y ? high : mark),
          undefined,
        ),
      );
      valued(own[0]);
    }
  }
  return {
    id: panel.id,
    kind: panel.kind,
    plot,
    base,
    titles,
    eventName: name,
    values,
    curves: drawnCurves,
    marks,
    gaps,
    labels,
    unlabelled,
  };
}

/** What a panel counts: in the gutter, beside `numbers` so wide, or above the plot; and whether all of it is said. */
export function titlesOf(
  {title}: ChartPanel,
  top: number,
  numbers: number | null,
  {width, gutter = 0, fontSize, height, measure}: ChartOptions,
) {
  const lineHeight = fontSize * LINE;
  const titles: ChartTitle[] = [];
  let y = numbers === null ? top : top + lineHeight;
  let whole = true;
  const room = numbers === null ? width : gutter - numbers - 18;
  const lines = numbers === null ? 2 : Math.floor((height + lineHeight / 2) / lineHeight / title.length);
  title.forEach((text, i) => {
    if (!text) return;
    const bold = i === 0;
    const made = fit(text, room, Math.max(1, lines), (line) => measure(line, bold));
    whole &&= !made.truncated;
    if (made.lines.length === 0) return;
    const size = made.lines.length * lineHeight;
    titles.push({x: 0, y, width: made.width, height: size, lines: made.lines, bold});
    y += size;
  });
  return {titles, whole};
}

/** Bars of a flow: each as wide as its date, those of one date side by side, none on another. */
function barsOf(
  order: readonly Spot[],
  base: number,
  yOf: (value: number) => number,
  {plot}: Scale,
): {readonly pitch: number; readonly of: ReadonlyMap<Spot, Box>} {
  const keyOf = ({point: {interval}}: Spot) => `${interval.start} ${interval.end}`;
  const groups = new Map<string, Spot[]>();
  for (const spot of order) {
    const group = groups.get(keyOf(spot));
    if (group) group.push(spot);
    else groups.set(keyOf(spot), [spot]);
  }
  const ordered = [...groups.values()].flat();
  const most = plot.width / Math.max(1, order.length);
  // Closer together where they would stand too far from their dates.
  let best = placesOf(Math.min(PITCH, most));
  if (best.far > PITCH) best = placesOf(Math.min(PITCH / 2, most));
  return best;

  function placesOf(pitch: number) {
    const wishes = ordered.map((spot) => {
      const group = groups.get(keyOf(spot)) ?? [spot];
      const own = (spot.to - spot.from) / group.length;
      const slot = Math.max(pitch, own);
      const middle = (spot.from + spot.to) / 2;
      return {at: middle + (group.indexOf(spot) - (group.length - 1) / 2) * slot, width: slot, own};
    });
    const places = spread(wishes, plot.x, plot.x + plot.width);
    const squeeze = Math.min(1, plot.width / wishes.reduce((sum, {width}) => sum + width, 0));
    const of = new Map<Spot, Box>();
    let far = 0;
    ordered.forEach((spot, i) => {
      const {own = 1} = wishes[i] ?? {};
      const width = squeeze * Math.max(own - 1, Math.min(3, pitch * 0.6));
      const x = places[i] ?? 0;
      const y = yOf(spot.point.value);
      far = Math.max(far, spot.from - x, x - spot.to);
      of.set(spot, {x: x - width / 2, y: Math.min(y, base), width, height: Math.abs(base - y)});
    });
    return {pitch, of, far};
  }
}

interface LineOptions {
  readonly place: (point: ChartPoint) => readonly [x: number, y: number];
  readonly scale: Scale;
  readonly room: Room;
}

/** The lines of a series, cut at the edges of the plot; none across a gap. */
function lineOf(
  points: readonly ChartPoint[],
  breaks: ReadonlyMap<number, Interval>,
  kind: MeasureKind,
  {place, scale: {plot}, room}: LineOptions,
): string {
  const [low, high] = [plot.x, plot.x + plot.width];
  let path = '';
  let at = '';
  const draw = (x0: number, y0: number, x1: number, y1: number) => {
    if (x1 < low || x0 > high) return;
    const cut = (x: number) => (x1 === x0 ? y0 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
    const from = x0 < low ? [low, cut(low)] : [x0, y0];
    const to = x1 > high ? [high, cut(high)] : [x1, y1];
    const [start, end] = [from, to].map((pair) => pair.map(round).join(','));
    if (start === end) return;
    path += at === start ? `L${end}` : `M${start}L${end}`;
    at = end ?? '';
    room.line(from[0] ?? 0, from[1] ?? 0, to[0] ?? 0, to[1] ?? 0);
  };
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (!before || breaks.has(i)) return;
    const [x0, y0] = place(before);
    const [x1, y1] = place(point);
    if (kind === 'cumulative') {
      draw(x0, y0, x1, y0);
      draw(x1, y0, x1, y1);
    } else draw(x0, y0, x1, y1);
  });
  return path;
}
