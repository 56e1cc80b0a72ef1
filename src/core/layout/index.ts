/**
 * Layout of timelines, charts, lists and maps: items and options in, positions in pixels out. Measuring and formatting
 * texts is up to the caller.
 *
 * - `timelineSource(items, lanes)`: makes a timeline source of plain items.
 * - `layoutTimeline(source, options)`: lanes, rows, marks, counted bars, labels, ticks.
 * - `layoutUpright(source, options)`: the same, vertically.
 * - `timeScale(domain, range)`: instants to pixels and back, with calendar ticks from seconds to billions of years.
 * - `foldsOf(spans)`: the long stretches without events, which an axis folds.
 * - `neighbour(layout, selected, key)`: keyboard navigation of a timeline.
 * - `zoomRange(scale, …)`, `panRange(scale, …)`: zoom and pan; `extentOf`: the extent of all intervals.
 * - `moveHandle`, `stepFrom`, `snapInstant`: arithmetic of range handles.
 * - `gutterWidth`, `isNarrow`, `DRAWING_FONT`: what timeline and chart share, so that they align.
 * - `playStops(spans, by)`: where a story rests while it is played.
 * - `binCounts(intervals, scale, binPx)`: the histogram of the overview.
 * - `layoutMap(places, names, options)`: marks, clusters and labels of a map.
 * - `layoutTimeNotes`, `layoutMapNotes`: where the words of an author's notes stand, so that they cover nothing.
 * - `placeBeside(size, mark, view, screen)`: where a call-out stands.
 * - `layoutDots(claims, options)`: a dot plot of values on one axis, one row each.
 * - `groupByMonth`: the headings of a list.
 * - `layoutChart(panels, options)`: measures over time: axes, lines, bars, marks, gaps, labels.
 * - `chartNeighbour(layout, active, key)`, `marksAt(layout, x, y, reachPx)`: keyboard navigation and hit test of a
 *   chart.
 * - `mirrorTimeline(layout)`, `mirrorChart(layout)`, `mirrorDots(plot)`: mirrored layouts for right-to-left pages.
 */

export {anchorOf, middleInView, nearestTo} from './approach.js';
export {placeBeside, type Side, type Spot} from './beside.js';
export {binCounts, isSpread} from './bins.js';
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
export {type EdgeLabel, exitOf, layoutEdgeLabels} from './edge-labels.js';
export {extentOf, extentOfSpans} from './extent.js';
export {type FoldPlace, type FoldPlaceOptions, placeFolds} from './fold-places.js';
export {foldedScale, shareScale} from './folded-scale.js';
export {foldedExtent, foldedOf, foldsOf} from './folds.js';
export {DRAWING_FONT, gutterWidth, isNarrow} from './gutter.js';
export {hundredths} from './hundredths.js';
export {layoutIslandNames} from './island-names.js';
export {LINE_HEIGHT} from './line-height.js';
export {groupByMonth, type ListGroup, type ListYear} from './list.js';
export {layoutMap} from './map.js';
export {type Air, airAround} from './map-air.js';
export {CHOSEN_RADIUS, giveWay, MARK_RADIUS} from './map-clusters.js';
export {layoutMapNotes, type MapNote, type PlacedMapNote} from './map-notes.js';
export type {
  MapCluster,
  MapLabel,
  MapLayout,
  MapName,
  MapNameLabel,
  MapNames,
  MapOptions,
  MapPlace,
  MapRegion,
} from './map-types.js';
export {mirrorChart, mirrorDots, mirrorTimeline} from './mirror.js';
export {neighbour} from './neighbour.js';
export {occupiedIn} from './occupied.js';
export {type PlayStops, playStops} from './play.js';
export {pointIn} from './pointer.js';
export {instantOnRail} from './rail-time.js';
export {closeRange, type RangeHandle, stepUnit} from './range-handles.js';
export {moveHandle, snapInstant, stepFrom} from './range-steps.js';
export {gatherShape, joinShapes, type RegionShape} from './region-runs.js';
export {hasPauses, isMany, timelineSource} from './source.js';
export {stepAt} from './step-at.js';
export {around, touch} from './taken-boxes.js';
export {textStart} from './text-start.js';
export {layoutTimeNotes, type PlacedTimeNote} from './time-notes.js';
export {timeScale} from './time-scale.js';
export {EMPTY_LAYOUT, layoutTimeline} from './timeline.js';
export type {
  AxisTick,
  Bar,
  Beyond,
  Bin,
  Box,
  Fold,
  Label,
  LaneBox,
  Mark,
  Pair,
  Rail,
  RangeLimits,
  ScaleOf,
  TextBox,
  TickOptions,
  TickText,
  TimelineItem,
  TimelineLane,
  TimelineLayout,
  TimelineOptions,
  TimelineSource,
  TimeScale,
} from './types.js';
export {type FoldedView, viewBetween} from './unfolding.js';
export {layoutUpright} from './vertical.js';
export {leastLength, nullIfWhole, offsetTo, panRange, zoomRange} from './viewport.js';
export {balance} from './wrap.js';
