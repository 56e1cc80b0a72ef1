import {max} from 'd3';
import {eventMarks} from './chart-events.js';
import {axisOf} from './chart-numbers.js';
import {layoutPanel} from './chart-panel.js';
import {inTime} from './chart-series.js';
import {titlesOf} from './chart-titles.js';
import type {
  ChartLayout,
  ChartOptions,
  ChartPanel,
  ChartPanelLayout,
  ChartPoint,
  PanelOptions,
} from './chart-types.js';
import {plotOf} from './horizontal.js';
import {LINE_HEIGHT} from './line-height.js';
import {timeScale} from './time-scale.js';

export type * from './chart-types.js';

/** The layout without a usable size or range. */
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

/** Lays out a chart: panels stacked on one time axis, which is the timeline's at the same width. Pure. */
export function layoutChart(panels: readonly ChartPanel[], options: ChartOptions): ChartLayout {
  const {range, width, height, fontSize, measure, events = null} = options;
  const length = range.end - range.start;
  if (!(length > 0 && length < Infinity && width > 0 && width < Infinity && height > 0)) return EMPTY_CHART;
  const lineHeight = fontSize * LINE_HEIGHT;
  const frame = frameOf(panels, options, lineHeight);
  const {scale} = frame;
  const rows = panels.map(({series}) => series.map(inTime));
  const drawn = stack(panels, rows, frame);
  const last = drawn.at(-1);
  const bottom = last ? last.plot.y + last.plot.height : 0;
  const axis = events ? bottom + 9 : bottom;
  const all = rows.flat();
  const points = all.flat();
  return {
    width,
    height: axis + lineHeight * 1.4,
    lineHeight,
    panels: drawn,
    ticks: scale.ticks({
      text: options.tickText,
      size: (text) => measure(text, false),
      gap: 1.5 * fontSize,
      margin: scale.range()[0],
    }),
    ticksAt: axis + lineHeight * 0.75,
    events: events ? eventMarks(events, scale) : [],
    eventsAt: bottom + 2,
    before: points.filter(({interval}) => interval.end <= range.start).length,
    after: points.filter(({interval}) => interval.start >= range.end).length,
    rows: all,
  };
}

/** The options that all panels share: scale, gutter, and whether titles are in the gutter. */
function frameOf(panels: readonly ChartPanel[], options: ChartOptions, lineHeight: number): PanelOptions {
  const {range, aligned = true, scaleOf = timeScale} = options;
  const given = options.gutter ?? 0;
  const widths = panels.map(
    ({series}) =>
      axisOf(
        series.map(({points}) => points),
        options,
      ).widest,
  );
  // Without alignment to a timeline, reserve a gutter of the numbers' width.
  const gutter = given > 0 || aligned ? given : (max(widths) ?? 0) + 2;
  const {x, width} = plotOf({...options, gutter});
  return {
    ...options,
    gutter,
    lineHeight,
    scale: scaleOf([range.start, range.end], [x, x + width]),
    beside: given > 0 && panels.every((panel, i) => titlesOf(panel, 0, widths[i] ?? 0, options).whole),
  };
}

/** Stacks the panels. */
function stack(
  panels: readonly ChartPanel[],
  rows: readonly (readonly (readonly ChartPoint[])[])[],
  {events = null, ...frame}: PanelOptions,
): readonly ChartPanelLayout[] {
  const drawn: ChartPanelLayout[] = [];
  let y = 0;
  panels.forEach((panel, i) => {
    const isFirst = i === 0;
    if (!isFirst) y += frame.lineHeight;
    // Name the selected event in the first panel only.
    const made = layoutPanel(panel, rows[i] ?? [], y, {...frame, events: isFirst ? events : null});
    drawn.push(made);
    y = made.plot.y + made.plot.height;
  });
  return drawn;
}
