import {lowerBound} from '../arrays/index.js';
import type {Interval} from '../time/index.js';
import {axisOf, centreOfDate, inTime, LINE, layoutPanel, spanOf, titlesOf} from './chart-panel.js';
import type {
  ChartEventMark,
  ChartEvents,
  ChartLayout,
  ChartOptions,
  ChartPanel,
  ChartPanelLayout,
  ChartPoint,
  Scale,
} from './chart-types.js';
import {plotOf} from './horizontal.js';
import {timeScale} from './time-scale.js';

export {centreOfDate, gapsOf} from './chart-panel.js';
export type * from './chart-types.js';

/** Nothing to draw on. */
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

/**
 * Where everything of a chart goes: panels one below the other on one axis of time, which is the timeline's at the
 * same width. The same input gives the same output; input is not changed.
 */
export function layoutChart(panels: readonly ChartPanel[], options: ChartOptions): ChartLayout {
  const {range, width, fontSize, measure, events = null, aligned = true} = options;
  const length = range.end - range.start;
  if (!(length > 0 && length < Infinity && width > 0 && width < Infinity && options.height > 0))
    return EMPTY_CHART;
  const lineHeight = fontSize * LINE;
  const axes = panels.map(({series}) =>
    axisOf(
      series.map(({points}) => points),
      options,
    ),
  );
  const given = options.gutter ?? 0;
  const widest = Math.max(0, ...axes.map((axis) => axis.widest));
  // Where nothing has to line up, numbers have room of their own.
  const gutter = given > 0 || aligned ? given : widest + 2;
  const plot = plotOf({...options, gutter});
  const x = timeScale([range.start, range.end], [plot.x, plot.x + plot.width]);
  const scale: Scale = {range, plot, x};
  const ticks = x.ticks({
    text: options.tickText,
    size: (text) => measure(text, false),
    gap: 1.5 * fontSize,
  });
  const drawn: ChartPanelLayout[] = [];
  const rows: (readonly ChartPoint[])[] = [];
  const beside =
    given > 0 && panels.every((panel, i) => titlesOf(panel, 0, axes[i]?.widest ?? 0, options).whole);
  let y = 0;
  for (const panel of panels) {
    if (drawn.length > 0) y += lineHeight;
    const series = panel.series.map(inTime);
    rows.push(...series);
    const made = layoutPanel(panel, series, y, {
      ...options,
      gutter,
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

/**
 * The figure that a key leads to, or null when the key is not one of ours or there is nothing that way: Left and
 * Right along the series in time, Up and Down to the nearest in time of the series before and after, Home and End to
 * the ends of the series. With none active, any of them leads to the first or the last figure in view. `rtl`: the page
 * runs right to left, so Left is onward.
 */
export function chartNeighbour(
  {rows, panels}: ChartLayout,
  active: string | null,
  key: string,
  rtl = false,
): string | null {
  const match = /^(?:Arrow(Left|Right|Up|Down)|(Home|End))$/.exec(key);
  if (!match) return null;
  const at = rows.findIndex((points) => points.some(({id}) => id === active));
  const row = rows[at];
  const i = row?.findIndex(({id}) => id === active) ?? -1;
  const point = row?.[i];
  const [, arrow, edge] = match;
  const [before, after] = rtl ? ['Right', 'Left'] : ['Left', 'Right'];
  if (!row || !point) {
    const backward = arrow === before || arrow === 'Up' || edge === 'End';
    const marks = panels[0]?.marks ?? [];
    return (backward ? marks.at(-1) : marks[0])?.id ?? rows.flat().at(backward ? -1 : 0)?.id ?? null;
  }
  if (edge) return row.at(edge === 'Home' ? 0 : -1)?.id ?? null;
  if (arrow === before) return row[i - 1]?.id ?? null;
  if (arrow === after) return row[i + 1]?.id ?? null;
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
