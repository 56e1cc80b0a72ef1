import type {ChartLayout, ChartPanelLayout} from './chart-types.js';
import type {Box, TimelineLayout} from './types.js';

/**
 * Layouts for pages that run right to left. What counts `x` from the left counts it from the right afterwards, so that
 * time runs from right to left; boxes stay boxes, with `x` at their left edge. Of a path only its place is known here:
 * whoever draws `ChartCurve.line` turns it over.
 */
const over = (width: number) => {
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

/** Time from right to left; upright, the dates on the right. Of a mark and a bar `from` is still the lesser edge. */
export function mirrorTimeline(layout: TimelineLayout): TimelineLayout {
  const {x, box, points, ticks, span} = over(layout.width);
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
  };
}

/** The same of a chart: later is to the left, and its numbers stand on the right. */
export function mirrorChart(layout: ChartLayout): ChartLayout {
  const {x, box, ticks, span} = over(layout.width);
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
