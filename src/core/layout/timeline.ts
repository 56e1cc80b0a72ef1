import {layoutHorizontal, plotOf} from './horizontal.js';
import {sceneOf} from './scene.js';
import {timelineSource} from './source.js';
import type {TimelineLayout, TimelineOptions, TimelineSource} from './types.js';
import {layoutVertical} from './vertical.js';

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

/** Height of a line as a multiple of the font size. */
const LINE = 1.3;

/** Where everything of a timeline goes. The same input gives the same output; input is not changed. */
export function layoutTimeline(source: TimelineSource, options: TimelineOptions): TimelineLayout {
  const {range, width, fontSize, orientation = 'horizontal', selected = null} = options;
  const span = range.end - range.start;
  if (!(span > 0 && span < Infinity && width > 0 && width < Infinity)) return EMPTY_LAYOUT;
  const lineHeight = fontSize * LINE;
  const chosen = selected === null ? -1 : source.rowOf(selected);
  const sceneAt = (length: number) => sceneOf(source, range, length, chosen);
  const parts =
    orientation === 'vertical'
      ? layoutVertical(sceneAt, source, options, lineHeight)
      : layoutHorizontal(
          sceneAt(plotOf(options).width)(Math.max(1, options.maxRows ?? 6)),
          options,
          lineHeight,
        );
  return {
    ...parts,
    orientation,
    lineHeight,
    marks: [...parts.marks].sort((a, b) => a.index - b.index),
    bars: [...parts.bars].sort((a, b) => a.interval.start - b.interval.start),
    before: source.spans.before(range.start),
    after: source.spans.after(range.end),
    source,
  };
}
