import type {ChartLayout, ChartPanelLayout} from './chart-types.js';
import type {DotPlot} from './dots.js';
import type {Box, Rail, TimelineLayout} from './types.js';

/**
 * Mirrors layouts for right-to-left pages: `x` is measured from the other side, so that time runs from right to left;
 * boxes keep `x` at their left edge. Paths are not parsed: the code that draws `ChartCurve.line` must mirror it.
 */
const flip = (width: number) => {
  const x = (at: number) => width - at;
  return {
    x,
    box: <T extends Box>(box: T): T => ({...box, x: x(box.x + box.width)}),
    points: (all: readonly (readonly [number, number])[]) =>
      all.map(([at, y]): readonly [number, number] => [x(at), y]),
    ticks: <T extends {readonly position: number; readonly textPosition: number}>(ticks: readonly T[]) =>
      ticks.map((tick) => ({...tick, position: x(tick.position), textPosition: x(tick.textPosition)})),
    span: <T extends {readonly from: number; readonly to: number}>(span: T): T => ({
      ...span,
      from: x(span.to),
      to: x(span.from),
    }),
  };
};

/**
 * Mirrors a timeline: time runs from right to left, or when vertical, dates are on the right. `from` of a mark or bar
 * remains the lesser edge.
 */
export function mirrorTimeline(layout: TimelineLayout): TimelineLayout {
  const {x, box, points, ticks, span} = flip(layout.width);
  const vertical = layout.orientation === 'vertical';
  return {
    ...layout,
    plot: box(layout.plot),
    lanes: layout.lanes.map((lane) => ({...box(lane), name: lane.name && box(lane.name)})),
    marks: layout.marks.map((mark) =>
      vertical ? {...mark, across: x(mark.across)} : {...span(mark), centre: x(mark.centre)},
    ),
    bars: layout.bars.map((bar) => (vertical ? {...bar, across: x(bar.across)} : span(bar))),
    labels: layout.labels.map((label) => ({...box(label), leader: label.leader && points(label.leader)})),
    ticks: vertical ? layout.ticks : ticks(layout.ticks),
    ...(layout.rail && {rail: mirrorRail(layout.rail, layout.width)}),
  };
}

function mirrorRail(rail: Rail, width: number): Rail {
  const {x, box} = flip(width);
  return {...rail, x: x(rail.x), dates: rail.dates.map(box), pauses: rail.pauses.map(box)};
}

/** Mirrors a chart: time runs from right to left, and the axis numbers are on the right. */
export function mirrorChart(layout: ChartLayout): ChartLayout {
  const {x, box, ticks, span} = flip(layout.width);
  const panel = (each: ChartPanelLayout): ChartPanelLayout => ({
    ...each,
    plot: box(each.plot),
    titles: each.titles.map(box),
    eventName: each.eventName && box(each.eventName),
    values: each.values.map(box),
    marks: each.marks.map((mark) => ({...span(mark), x: x(mark.x), bar: mark.bar && box(mark.bar)})),
    gaps: each.gaps.map(span),
    labels: each.labels.map((label) => {
      const {leader} = label;
      return {...box(label), leader: leader && [x(leader[0]), leader[1], x(leader[2]), leader[3]]};
    }),
  });
  return {
    ...layout,
    panels: layout.panels.map(panel),
    ticks: ticks(layout.ticks),
    events: layout.events.map(span),
  };
}

/** Mirrors a dot plot: values grow from right to left, away from the claimants' names. */
export function mirrorDots(plot: DotPlot): DotPlot {
  const {x, box} = flip(plot.width);
  return {
    ...plot,
    ticks: plot.ticks.map((tick) => ({...tick, x: x(tick.x), left: x(tick.left + tick.width)})),
    rows: plot.rows.map((row) => ({
      ...row,
      x: x(row.x),
      open: row.open === null ? null : x(row.open),
      text: box(row.text),
    })),
  };
}
