import type {Interval} from '../time/index.js';
import {layoutHorizontal, type Parts, plotOf, rowsOf} from './horizontal.js';
import {LINE_HEIGHT} from './line-height.js';
import {isMany, timelineSource} from './source.js';
import {timeScale} from './time-scale.js';
import type {Beyond, TimelineLayout, TimelineOptions, TimelineSource} from './types.js';
import {contentInView} from './view-content.js';

/** The layout without a usable size or range. */
export const EMPTY_LAYOUT: TimelineLayout = Object.freeze({
  orientation: 'horizontal',
  width: 0,
  height: 0,
  lineHeight: 0,
  plot: {x: 0, y: 0, width: 0, height: 0},
  lanes: [],
  marks: [],
  bars: [],
  labels: [],
  ticks: [],
  source: timelineSource([], []),
});

/** Lays out only the range itself. */
const NONE: Beyond = {before: 0, after: 0};

/** The line height and a function from range and axis length to content; null without a usable size or range. */
export function prepare(
  source: TimelineSource,
  {range, width, fontSize, scaleOf = timeScale, selected = null}: TimelineOptions,
) {
  const span = range.end - range.start;
  if (!(span > 0 && span < Infinity && width > 0 && width < Infinity)) return null;
  const chosen = selected === null ? -1 : source.rowOf(selected);
  return {
    lineHeight: fontSize * LINE_HEIGHT,
    contentAt: ({start, end}: Interval, length: number) =>
      contentInView(source, scaleOf([start, end], [0, length]), chosen),
  };
}

/** Assembles a layout, with marks and bars in time order. */
export const layoutOf = (
  parts: Parts,
  source: TimelineSource,
  more: Pick<TimelineLayout, 'orientation' | 'lineHeight'>,
): TimelineLayout => ({
  ...parts,
  ...more,
  marks: [...parts.marks].sort((a, b) => a.index - b.index),
  bars: [...parts.bars].sort((a, b) => a.interval.start - b.interval.start),
  source,
});

/** Lays out a horizontal timeline. Pure. */
export function layoutTimeline(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const ready = prepare(source, options);
  if (!ready) return EMPTY_LAYOUT;
  const {lineHeight, contentAt} = ready;
  const {width} = plotOf(options);
  const {range, scaleOf = timeScale} = options;
  const {before, after} = options.beyond ?? NONE;
  const {invert} = scaleOf([range.start, range.end], [0, width]);
  const wide = before + after > 0 ? {start: invert(-before), end: invert(width + after)} : range;
  const content = contentAt(wide, width + before + after)(rowsOf(options, isMany(source)), options.held);
  const parts = layoutHorizontal(content, {...options, range: wide}, lineHeight);
  return layoutOf(parts, source, {orientation: 'horizontal', lineHeight});
}
