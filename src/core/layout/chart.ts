import {median} from 'd3';
import type {Comparator, MeasureKind} from '../dataset/index.js';
import {lowerBound, type Spans} from '../scale/index.js';
import type {Instant, Interval} from '../time/index.js';
import {plotOf} from './horizontal.js';
import {Room, spread} from './room.js';
import {timeTicks} from './ticks.js';
import type {AxisTick, Box, TickText} from './types.js';
import {valueAxis} from './values.js';
import {fit} from './wrap.js';

/** One dated figure. Of its date one end at least is known. */
export interface ChartPoint {
  readonly id: string;
  readonly interval: Interval;
  readonly value: number;
  readonly comparator: Comparator;
  /** Its date is approximate or uncertain. */
  readonly vague?: boolean;
}

/** What one claimant says of one measure: never joined with another's. */
export interface ChartSeries {
  readonly id: string;
  /** Plain text. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

/** Series that can stand on one axis. */
export interface ChartPanel {
  readonly id: string;
  readonly kind: MeasureKind;
  /** Plain texts, the first of them bold. */
  readonly title: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Events along the axis. */
export interface ChartEvents {
  readonly spans: Spans;
  readonly idOf: (row: number) => string;
  /** The selected one. */
  readonly chosen: {readonly id: string; readonly interval: Interval; readonly label: string} | null;
}

export interface ChartOptions {
  /** Both ends finite, `start < end`; anything else gives the empty layout. */
  readonly range: Interval;
  readonly width: number;
  /** Of each plot. */
  readonly height: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  readonly tickText: TickText;
  /** A round number of the axis. */
  readonly valueText: (value: number) => string;
  readonly pointText: (point: ChartPoint) => string;
  /** What is said of a gap. */
  readonly gapText: string;
  /** Width at the start edge for titles and numbers, as the timeline's for its names; 0 puts them into the plot. */
  readonly gutter?: number;
  /** Ids of points. */
  readonly selection?: ReadonlySet<string>;
  readonly events?: ChartEvents | null;
}

/** One figure in view. */
export interface ChartMark {
  readonly id: string;
  /** Index among the panel's series. */
  readonly series: number;
  readonly x: number;
  readonly y: number;
  /** Where its date lies, within the view. */
  readonly from: number;
  readonly to: number;
  /** The date is longer than a mark: draw it from `from` to `to`. */
  readonly wide: boolean;
  /** "At least" and "at most": the value is open on that side. */
  readonly open: 'up' | 'down' | null;
  /** The value is "about", or the date is. */
  readonly about: boolean;
  /** Of a flow. */
  readonly bar: Box | null;
  readonly selected: boolean;
}

export interface ChartCurve {
  readonly id: string;
  readonly label: string;
  /** SVG path of all its lines; empty for flows. */
  readonly line: string;
  /** Radius of its marks. */
  readonly radius: number;
  /** Its marks are too close to be told apart: draw them as dots of one path. */
  readonly dense: boolean;
}

/** A stretch without a figure. */
export interface ChartGap extends Interval {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A text; it starts at the start edge of its box. */
export interface ChartLabel extends Box {
  readonly role: 'end' | 'value' | 'gap';
  readonly series: number;
  /** Id of the point that it stands for; none for a gap. */
  readonly point: string | null;
  /** Of an end label the last line ends in the value. */
  readonly lines: readonly string[];
  readonly leader: readonly [x0: number, y0: number, x1: number, y1: number] | null;
}

export interface ChartValueTick extends Box {
  readonly value: number;
  readonly text: string;
  /** Of its line. */
  readonly at: number;
}

export interface ChartTitle extends Box {
  readonly lines: readonly string[];
  readonly bold: boolean;
}

export interface ChartPanelLayout {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly plot: Box;
  /** y of 0. */
  readonly base: number;
  readonly titles: readonly ChartTitle[];
  /** Of the selected event, above the first plot. */
  readonly eventName: (Box & {readonly text: string}) | null;
  readonly values: readonly ChartValueTick[];
  readonly curves: readonly ChartCurve[];
  /** In time order, then by series: each figure in view once. */
  readonly marks: readonly ChartMark[];
  readonly gaps: readonly ChartGap[];
  readonly labels: readonly ChartLabel[];
  /** Ids of series in view whose label did not fit. */
  readonly unlabelled: readonly string[];
}

export interface ChartEventMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly chosen: boolean;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly panels: readonly ChartPanelLayout[];
  readonly ticks: readonly AxisTick[];
  /** Middle of the tick texts. */
  readonly ticksAt: number;
  readonly events: readonly ChartEventMark[];
  readonly eventsAt: number;
  /** How many figures end before the range, and how many start after it. */
  readonly before: number;
  readonly after: number;
  /** Ids of all figures, in view or not, series by series and in time order: what `chartNeighbour` walks. */
  readonly rows: readonly (readonly ChartPoint[])[];
}

export const EMPTY_CHART: ChartLayout = Object.freeze({
  width: 0,
  height: 0,
  lineHeight: 0,
  panels: [],
  ticks: [],
  ticksAt: 0,
  events: [],
  eventsAt: 0,
  before: 0,
  after: 0,
  rows: [],
});

const LINE = 1.3;
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
const inTime = ({points}: ChartSeries): readonly ChartPoint[] =>
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

interface Scale {
  readonly range: Interval;
  readonly plot: {readonly x: number; readonly width: number};
  readonly x: (at: Instant) => number;
}

/** The part of a date that is in view, in pixels; null when it is out of it. */
function spanOf({start, end}: Interval, {range, plot, x}: Scale) {
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

/**
 * Where everything of a chart goes: panels one below the other on one axis of time, which is the timeline's at the
 * same width. The same input gives the same output; input is not changed.
 */
export function layoutChart(panels: readonly ChartPanel[], options: ChartOptions): ChartLayout {
  const {range, width, fontSize, measure, events = null} = options;
  const length = range.end - range.start;
  if (!(length > 0 && length < Infinity && width > 0 && width < Infinity && options.height > 0))
    return EMPTY_CHART;
  const lineHeight = fontSize * LINE;
  const plot = plotOf(options);
  const scale: Scale = {
    range,
    plot,
    x: (at) => plot.x + ((at - range.start) / length) * plot.width,
  };
  const ticks = timeTicks(range, plot.width, {
    text: options.tickText,
    size: (text) => measure(text, false),
    gap: 1.5 * fontSize,
  }).map((tick) => ({...tick, position: tick.position + plot.x, textPosition: tick.textPosition + plot.x}));
  const drawn: ChartPanelLayout[] = [];
  const rows: (readonly ChartPoint[])[] = [];
  const {gutter = 0} = options;
  const beside =
    gutter > 0 &&
    panels.every(
      (panel) =>
        titlesOf(
          panel,
          0,
          axisOf(
            panel.series.map(({points}) => points),
            options,
          ).widest,
          options,
        ).whole,
    );
  let y = 0;
  for (const panel of panels) {
    if (drawn.length > 0) y += lineHeight;
    const series = panel.series.map(inTime);
    rows.push(...series);
    const made = layoutPanel(panel, series, y, {
      ...options,
      lineHeight,
      scale,
      beside,
      // Said once.
      events: drawn.length === 0 ? events : null,
    });
    drawn.push(made);
    y = made.plot.y + made.plot.height;
  }
  const eventsAt = y + 2;
  if (events) y += 9;
  const ticksAt = y + lineHeight * 0.75;
  y += lineHeight * 1.4;
  const all = rows.flat();
  return {
    width,
    height: y,
    lineHeight,
    panels: drawn,
    ticks,
    ticksAt,
    events: events ? eventMarks(events, scale) : [],
    eventsAt,
    before: all.filter(({interval}) => interval.end <= range.start).length,
    after: all.filter(({interval}) => interval.start >= range.end).length,
    rows,
  };
}

/** The first event of each pixel, however many there are, and the chosen one. */
function eventMarks({spans, idOf, chosen}: ChartEvents, scale: Scale): readonly ChartEventMark[] {
  const {range, plot} = scale;
  const marks: ChartEventMark[] = [];
  const step = (range.end - range.start) / plot.width;
  const add = (id: string, interval: Interval, isChosen: boolean) => {
    const span = spanOf(interval, scale);
    if (span) marks.push({id, ...span, chosen: isChosen});
  };
  for (let at = range.start; at < range.end; ) {
    const row = lowerBound(spans.start, at);
    const start = spans.start[row];
    if (start === undefined || start >= range.end) break;
    const id = idOf(row);
    if (id !== chosen?.id) add(id, {start, end: spans.end[row] ?? start}, false);
    at = Math.max(start + step, at + step);
  }
  if (chosen) add(chosen.id, chosen.interval, true);
  return marks;
}

/** The selected event's name above the first plot, right of the numbers that stand there. */
function eventName(
  {chosen}: ChartEvents,
  y: number,
  low: number,
  {scale, width, lineHeight, fontSize, measure}: PanelOptions,
): ChartPanelLayout['eventName'] {
  const span = chosen && spanOf(chosen.interval, scale);
  if (!span) return null;
  const made = fit(chosen.label, Math.min(width - low, 40 * fontSize), 1, (text) => measure(text, true));
  const x = Math.min(Math.max(low, (span.from + span.to) / 2 - made.width / 2), width - made.width);
  return {x, y, width: made.width, height: lineHeight, text: made.lines[0] ?? ''};
}

interface PanelOptions extends ChartOptions {
  readonly lineHeight: number;
  readonly scale: Scale;
  /** Titles stand in the gutter. */
  readonly beside: boolean;
}

/** The axis of values, and its numbers in words. */
function axisOf(
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

function layoutPanel(
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
    chosenAt,
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
  const values: ChartValueTick[] = numbers.map(({value, position, text, width: size}) => {
    const at = plot.y + height - position;
    return {
      value,
      text,
      at,
      // Beside its line in the gutter, or on it.
      x: gutter > 0 ? plot.x - 10 - size : 0,
      y: gutter > 0 ? at - lineHeight / 2 : at - lineHeight - 1,
      width: size,
      height: lineHeight,
    };
  });
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
  for (const each of titles) room.text(each);
  for (const each of values) room.text(each);
  const numbersEnd = gutter > 0 ? plot.x : widest + 8;
  const name = options.events
    ? eventName(options.events, plot.y - 1.5 * lineHeight, numbersEnd, options)
    : null;
  if (name) room.text(name);
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
    room.ink({x: mark.x - radius, y: mark.y - radius, width: 2 * radius, height: 2 * radius});
    if (mark.bar) room.ink(mark.bar);
    if (mark.wide) room.line(mark.from, mark.y, mark.to, mark.y);
    if (mark.open) room.line(mark.x, mark.y, mark.x, mark.y + (mark.open === 'up' ? -14 : 14));
  }
  const placer: Placer = {room, plot, top: top + headroom, width, fontSize, lineHeight, measure};
  const labels: ChartLabel[] = [];
  const unlabelled: string[] = [];
  const named = panel.kind !== 'flow' || series.length <= FLOWS;
  const pointOf = new Map(spots.map(({point}) => [point.id, point]));
  const textOf = ({id}: ChartMark) => {
    const point = pointOf.get(id);
    return point ? pointText(point) : '';
  };
  drawnCurves.forEach(({id, label}, s) => {
    const last = marks.findLast((mark) => mark.series === s);
    if (!last) return;
    const made = named && endLabel(last, label, textOf(last), series.length, placer);
    if (made) labels.push(made);
    else unlabelled.push(id);
  });
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
function titlesOf(
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

interface Placer {
  readonly room: Room;
  readonly plot: Box;
  /** Of all that belongs to the panel. */
  readonly top: number;
  readonly width: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly measure: (text: string, bold: boolean) => number;
}

/** Takes the first of the boxes that lies in the panel and is free. */
function take<T extends Box>(boxes: Iterable<T>, {room, top, plot, width}: Placer): T | null {
  for (const box of boxes) {
    if (
      box.x < plot.x ||
      box.x + box.width > width ||
      box.y < top ||
      box.y + box.height > plot.y + plot.height
    )
      continue;
    if (!room.isFree(box)) continue;
    room.text(box);
    return box;
  }
  return null;
}

/** The name and last value of a series beside its last mark, or as near to it as there is room. */
function endLabel(
  {id, series, x, y, bar}: ChartMark,
  label: string,
  value: string,
  count: number,
  placer: Placer,
): ChartLabel | null {
  const {room, plot, width, fontSize, lineHeight, measure, top} = placer;
  const most = Math.min(16 * fontSize, plot.width * 0.6);
  const {lines: names} = fit(label, most, 2, (line) => measure(line, true));
  const lines = [...names];
  const last = lines.at(-1) ?? '';
  const sizes = lines.map((line) => measure(line, true));
  const joined = (sizes.at(-1) ?? 0) + measure(` ${value}`, true);
  if (joined <= most && last) {
    lines[lines.length - 1] = `${last} ${value}`;
    sizes[sizes.length - 1] = joined;
  } else {
    lines.push(value);
    sizes.push(measure(value, true));
  }
  const box = {width: Math.max(...sizes) + 1, height: lines.length * lineHeight};
  const reach = bar ? 14 : 5;
  // Where everyone has a label, far ones are not told whose they are.
  const farthest = count > 6 ? 44 : 110;
  const right = Math.min(width, plot.x + plot.width + 8) - box.width;
  const candidates: (Box & {readonly cost: number; readonly leader: ChartLabel['leader']})[] = [];
  for (const left of [
    x + reach + 4,
    Math.min(x - box.width / 2, right),
    right,
    x - reach - 4 - box.width,
    x - 44 - box.width,
  ]) {
    for (let step = 0; step <= 24; step++) {
      for (const side of step === 0 ? [0] : [-1, 1]) {
        const up = y - box.height / 2 + (side * step * lineHeight) / 3;
        if (up < top || up + box.height > plot.y + plot.height) continue;
        const nearX = Math.min(Math.max(x, left), left + box.width);
        const nearY = Math.min(Math.max(y, up), up + box.height);
        const far = Math.hypot(nearX - x, nearY - y);
        if (far > farthest) continue;
        // To the right is where one looks for it.
        const cost = far + (left > x ? 0 : 6);
        const start = far > 0 ? 7 / far : 0;
        candidates.push({
          x: left,
          y: up,
          ...box,
          cost,
          leader: far <= 16 ? null : [x + (nearX - x) * start, y + (nearY - y) * start, nearX, nearY],
        });
      }
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  const placed = take(
    candidates.filter(({leader}) => !leader || room.isClear(...leader)),
    placer,
  );
  if (!placed) return null;
  if (placed.leader) room.line(...placed.leader);
  const {leader, x: left, y: up} = placed;
  return {role: 'end', series, point: id, lines, leader, x: left, y: up, ...box};
}

/** A value close to its mark, or not at all. */
function valueLabel(
  {id, series, x, y, bar, open}: ChartMark,
  value: string,
  placer: Placer,
): ChartLabel | null {
  const {lineHeight, measure} = placer;
  const [width, height] = [measure(value, false) + 1, lineHeight];
  const away = 7;
  const above = {x: x - width / 2, y: y - away - height - (open === 'up' ? 9 : 0), width, height};
  const boxes = [
    above,
    ...(bar ? [] : [{x: x - width / 2, y: y + away, width, height}]),
    {x: x + away + 2, y: y - height / 2, width, height},
    {x: x - away - 2 - width, y: y - height / 2, width, height},
    {x: x + away, y: y - away - height, width, height},
    {x: x - away - width, y: y - away - height, width, height},
  ];
  const box = take(boxes, placer);
  return box && {role: 'value', series, point: id, lines: [value], leader: null, ...box};
}

/** The words of a gap above its line, no wider than a word of it allows. */
function gapLabel({series, from, to, y}: ChartGap, text: string, placer: Placer): ChartLabel | null {
  const {lineHeight, fontSize, measure} = placer;
  const {lines, width, truncated} = fit(text, Math.max(to - from, 7 * fontSize), 3, (line) =>
    measure(line, false),
  );
  if (truncated || lines.length === 0) return null;
  const height = lines.length * lineHeight;
  const box = take([{x: (from + to) / 2 - width / 2, y: y - 3 - height, width, height}], placer);
  return box && {role: 'gap', series, point: null, lines, leader: null, ...box};
}

/**
 * The figure that a key leads to, or null when the key is not one of ours or there is nothing that way: Left and
 * Right along the series in time, Up and Down to the nearest in time of the series before and after, Home and End to
 * the ends of the series. With none active, any of them leads to the first or the last figure in view.
 */
export function chartNeighbour(
  {rows, panels}: ChartLayout,
  active: string | null,
  key: string,
): string | null {
  const match = /^(?:Arrow(Left|Right|Up|Down)|(Home|End))$/.exec(key);
  if (!match) return null;
  const at = rows.findIndex((points) => points.some(({id}) => id === active));
  const row = rows[at];
  const i = row?.findIndex(({id}) => id === active) ?? -1;
  const point = row?.[i];
  const [, arrow, edge] = match;
  if (!row || !point) {
    const backward = arrow === 'Left' || arrow === 'Up' || edge === 'End';
    const marks = panels[0]?.marks ?? [];
    return (backward ? marks.at(-1) : marks[0])?.id ?? rows.flat().at(backward ? -1 : 0)?.id ?? null;
  }
  if (edge) return row.at(edge === 'Home' ? 0 : -1)?.id ?? null;
  if (arrow === 'Left') return row[i - 1]?.id ?? null;
  if (arrow === 'Right') return row[i + 1]?.id ?? null;
  const here = centreOfDate(point.interval);
  const away = ({interval}: ChartPoint) => Math.abs(centreOfDate(interval) - here);
  for (let next = at + (arrow === 'Up' ? -1 : 1); rows[next]; next += arrow === 'Up' ? -1 : 1) {
    const nearest = (rows[next] ?? []).reduce<ChartPoint | undefined>(
      (best, each) => (best && away(best) <= away(each) ? best : each),
      undefined,
    );
    if (nearest) return nearest.id;
  }
  return null;
}
