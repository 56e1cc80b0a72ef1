import type {Interval} from '../time/index.js';
import {layoutHorizontal, type Parts, plotOf, rowsOf} from './horizontal.js';
import {LINE_HEIGHT} from './line-height.js';
import {isMany, sceneOf} from './scene.js';
import {timelineSource} from './source.js';
import type {Beyond, TimelineLayout, TimelineOptions, TimelineSource} from './types.js';

/** Nothing in view. */
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
  unlabelled: [],
  ticks: [],
  before: 0,
  after: 0,
  source: timelineSource([], []),
});

/** Nothing but the range. */
const NONE: Beyond = {before: 0, after: 0};

/** The scene at a length of the axis, and the line height; null when there is nothing to draw on. */
export function prepare(source: TimelineSource, {range, width, fontSize, selected = null}: TimelineOptions) {
  const span = range.end - range.start;
  if (!(span > 0 && span < Infinity && width > 0 && width < Infinity)) return null;
  const chosen = selected === null ? -1 : source.rowOf(selected);
  return {
    lineHeight: fontSize * LINE_HEIGHT,
    sceneAt: (view: Interval, length: number) => sceneOf(source, view, length, chosen),
  };
}

/** A layout of its parts. */
export const layoutOf = (
  parts: Parts,
  source: TimelineSource,
  {range}: TimelineOptions,
  more: Pick<TimelineLayout, 'orientation' | 'lineHeight'>,
): TimelineLayout => ({
  ...parts,
  ...more,
  marks: [...parts.marks].sort((a, b) => a.index - b.index),
  bars: [...parts.bars].sort((a, b) => a.interval.start - b.interval.start),
  before: source.spans.before(range.start),
  after: source.spans.after(range.end),
  source,
});

/** Where everything of a timeline goes, time across. The same input gives the same output; input is not changed. */
export function layoutTimeline(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const ready = prepare(source, options);
  if (!ready) return EMPTY_LAYOUT;
  const {lineHeight, sceneAt} = ready;
  const {width} = plotOf(options);
  const {start, end} = options.range;
  const {before, after} = options.beyond ?? NONE;
  const scale = width / (end - start);
  const wide = {...options, range: {start: start - before / scale, end: end + after / scale}};
  const scene = sceneAt(wide.range, width + before + after)(rowsOf(options, isMany(source)));
  const parts = layoutHorizontal(scene, wide, lineHeight);
  return layoutOf(parts, source, options, {orientation: 'horizontal', lineHeight});
}
