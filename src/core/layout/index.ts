/**
 * Geometry of time: items and options in, positions in pixels out. Nothing here draws, measures or formats by itself.
 *
 * - `timelineSource(items, lanes)`: what a timeline draws, of plain items.
 * - `layoutTimeline(source, options)`: lanes, rows, marks, counted bars, labels, ticks.
 * - `layoutUpright(source, options)`: the same with time downward.
 * - `timeScale(domain, range)`: instants to pixels and back, with calendar ticks from seconds to billions of years.
 * - `neighbour(layout, selected, key)`: where an arrow key goes.
 * - `zoomRange(scale, …)`, `panRange(scale, …)`: the view moved and narrowed; `extentOf`: all there is.
 * - `moveHandle`, `stepFrom`, `snapInstant`: arithmetic of the handles of a range.
 * - `gutterWidth`, `isNarrow`, `DRAWING_FONT`: what timeline and chart share, so that they line up.
 * - `binCounts(intervals, scale, binPx)`: columns of the overview.
 * - `layoutMap(places, names, options)`: marks, clusters and names of a map.
 * - `layoutDots(claims, options)`: values side by side on one axis, a row each.
 * - `groupByMonth`: the headings of a list.
 * - `layoutChart(panels, options)`: measures over time: axes, lines, bars, marks, gaps, labels.
 * - `chartNeighbour(layout, active, key)`, `marksAt(layout, x, y, reachPx)`: where an arrow key goes there, and what a
 *   pointer is at.
 * - `mirrorTimeline(layout)`, `mirrorChart(layout)`: the same for pages that run right to left.
 */

export {binCounts} from './bins.js';
export {
  type ChartEvents,
  type ChartGap,
  type ChartLabel,
  type ChartLayout,
  type ChartMark,
  type ChartOptions,
  type ChartPanel,
  type ChartPanelLayout,
  type ChartPoint,
  type ChartSeries,
  type ChartValueTick,
  EMPTY_CHART,
  layoutChart,
} from './chart.js';
export {marksAt} from './chart-hit.js';
export {chartNeighbour} from './chart-neighbour.js';
export {
  barsPath,
  dotsPath,
  footPath,
  gapPath,
  leaderPath,
  openPath,
  whiskerPath,
} from './chart-paths.js';
export {gapsOf} from './chart-series.js';
export {
  DOT_RADIUS,
  type DotClaim,
  type DotOptions,
  type DotPlot,
  type DotRow,
  type DotTick,
  layoutDots,
  RING_RADIUS,
} from './dots.js';
export {extentOf, extentOfSpans} from './extent.js';
export {DRAWING_FONT, gutterWidth, isNarrow} from './gutter.js';
export {hundredths} from './hundredths.js';
export {LINE_HEIGHT} from './line-height.js';
export {groupByMonth, type ListGroup, type ListYear} from './list.js';
export {layoutMap} from './map.js';
export {MARK_RADIUS} from './map-texts.js';
export type {
  MapCluster,
  MapLabel,
  MapLayout,
  MapName,
  MapNameLabel,
  MapNames,
  MapPlace,
  MapRegion,
} from './map-types.js';
export {mirrorChart, mirrorTimeline} from './mirror.js';
export {neighbour} from './neighbour.js';
export {closeRange, moveHandle, type RangeHandle, snapInstant, stepFrom, stepUnit} from './range-handles.js';
export type {RegionShape} from './region-runs.js';
export {isMany, timelineSource} from './source.js';
export {textStart} from './text-start.js';
export {timeScale} from './time-scale.js';
export {EMPTY_LAYOUT, layoutTimeline} from './timeline.js';
export type {
  AxisTick,
  Bar,
  Beyond,
  Bin,
  Box,
  Label,
  LaneBox,
  Mark,
  RangeLimits,
  TickOptions,
  TickText,
  TimelineItem,
  TimelineLane,
  TimelineLayout,
  TimelineOptions,
  TimelineSource,
  TimeScale,
} from './types.js';
export {layoutUpright} from './vertical.js';
export {nullIfWhole, offsetTo, panRange, zoomRange} from './viewport.js';
