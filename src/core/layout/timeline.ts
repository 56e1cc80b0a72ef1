import type {TimelineItem, TimelineLayout, TimelineOptions} from './types.js';

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
  order: [],
});

/** Where everything of a timeline goes. The same input gives the same output; input is not changed. */
export function layoutTimeline(_items: readonly TimelineItem[], _options: TimelineOptions): TimelineLayout {
  return EMPTY_LAYOUT;
}
