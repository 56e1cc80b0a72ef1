import {centreOfDate} from './centre.js';
import {layoutBars} from './chart-bars.js';
import {eventName} from './chart-events.js';
import {layoutLabels} from './chart-labels.js';
import {fillLine, lineOf, linePath} from './chart-lines.js';
import {fillMark, markOf, stylesOf} from './chart-marks.js';
import {axisOf, numbersOf} from './chart-numbers.js';
import {pointsInView, sortedByTime} from './chart-points.js';
import {gapsOf} from './chart-series.js';
import {spanOf} from './chart-span.js';
import {titlesOf} from './chart-titles.js';
import type {
  ChartGap,
  ChartMark,
  ChartPanel,
  ChartPanelLayout,
  ChartPoint,
  PanelOptions,
} from './chart-types.js';
import {Room} from './room.js';
import type {Box} from './types.js';

/** Default radius of a mark, in pixels. */
const RADIUS = 4;

/** Lays out a panel from `top` down. `series`: its points, in time order. */
export function layoutPanel(
  panel: ChartPanel,
  series: readonly (readonly ChartPoint[])[],
  top: number,
  options: PanelOptions,
): ChartPanelLayout {
  const {plot, numbers, widest, titles, headroom, yOf} = frameOf(panel, series, top, options);
  const base = yOf(0);
  const inView = pointsInView(series, options.scale);
  const ordered = sortedByTime(inView);
  const bars = panel.kind === 'flow' ? layoutBars(ordered, plot, base, yOf) : null;
  const styles = stylesOf(panel, inView, bars);
  const radiusOf = (index: number) => styles[index]?.radius ?? RADIUS;
  const marks = ordered.map((each) =>
    markOf(each, radiusOf(each.series), bars?.of.get(each) ?? null, yOf, options),
  );
  const lines = panel.kind === 'flow' ? [] : linesOf(panel, series, marks, yOf, options);
  const silences = panel.kind === 'flow' ? [] : layoutGaps(series, base, options);

  const room = new Room(options.width, plot.y + plot.height + 1);
  for (const line of lines) fillLine(line, panel.kind, room);
  for (const mark of marks) fillMark(mark, radiusOf(mark.series), room);
  const values = numbersOf(numbers, plot, options, room);
  for (const each of [...titles, ...values]) room.fill(each);
  const {events, gutter = 0} = options;
  const name = events ? eventName(events, plot, gutter > 0 ? 0 : widest + 8, options) : null;
  if (name) room.fill(name);

  const curves = styles.map((style, s) => ({...style, line: linePath(lines[s] ?? [], panel.kind)}));
  const pointOf = new Map(inView.map(({point}) => [point.id, point]));
  const textOf = ({id}: ChartMark) => {
    const point = pointOf.get(id);
    return point ? options.pointText(point) : '';
  };
  const {labels, unlabelled, gaps} = layoutLabels(
    {kind: panel.kind, curves, marks, gaps: silences, textOf, gapText: options.gapText},
    {...options, room, plot, top: top + headroom},
  );
  return {
    id: panel.id,
    kind: panel.kind,
    plot,
    base,
    titles,
    eventName: name,
    values,
    curves,
    marks,
    gaps,
    labels,
    unlabelled,
  };
}

/** The plot with its value axis and titles. */
function frameOf(
  panel: ChartPanel,
  series: readonly (readonly ChartPoint[])[],
  top: number,
  options: PanelOptions,
) {
  const {height, lineHeight, scale, beside} = options;
  const {axis, numbers, widest} = axisOf(series, options);
  const {titles} = titlesOf(panel, top, beside ? widest : null, options);
  const headroom = beside ? 0 : titles.reduce((sum, each) => sum + each.height, 0);
  const [left, right] = scale.range();
  const plot: Box = {x: left, y: top + headroom + 1.5 * lineHeight, width: right - left, height};
  const yOf = (value: number) => plot.y + height - axis.at(value);
  return {plot, numbers, widest, titles, headroom, yOf};
}

/** The line of each series through its marks, continued to the points out of view. */
function linesOf(
  {kind}: ChartPanel,
  series: readonly (readonly ChartPoint[])[],
  marks: readonly ChartMark[],
  yOf: (value: number) => number,
  {scale}: PanelOptions,
) {
  const markOfPoint = new Map(marks.map((mark) => [mark.id, mark]));
  const place = ({id, interval, value}: ChartPoint): readonly [x: number, y: number] => {
    const mark = markOfPoint.get(id);
    return mark ? [mark.x, mark.y] : [scale(centreOfDate(interval)), yOf(value)];
  };
  return series.map((points) => lineOf(points, kind, place, scale.range()));
}

/** The gaps in view, stacked where several series have one at the same time. */
const layoutGaps = (
  series: readonly (readonly ChartPoint[])[],
  base: number,
  {scale}: PanelOptions,
): readonly ChartGap[] =>
  series.flatMap((points, s) =>
    [...gapsOf(points).values()].flatMap((interval) => {
      const span = spanOf(interval, scale);
      return span ? [{...interval, series: s, ...span, y: base - 3 - 4 * (s % 8)}] : [];
    }),
  );
