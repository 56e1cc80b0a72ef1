import {layoutHorizontal, plotOf} from './horizontal.js';
import {orderOf, sceneOf} from './scene.js';
import type {TimelineItem, TimelineLayout, TimelineOptions} from './types.js';
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
  order: [],
});

/** Height of a line as a multiple of the font size. */
const LINE = 1.3;

/** Where everything of a timeline goes. The same input gives the same output; input is not changed. */
export function layoutTimeline(items: readonly TimelineItem[], options: TimelineOptions): TimelineLayout {
  const {range, width, lanes, fontSize, orientation = 'horizontal', selected = null} = options;
  const span = range.end - range.start;
  if (!(span > 0 && span < Infinity && width > 0 && width < Infinity)) return EMPTY_LAYOUT;
  const {order, places} = orderOf(items);
  const lineHeight = fontSize * LINE;
  const sceneAt = (length: number) => sceneOf(order, places, lanes, range, length, selected);
  const parts =
    orientation === 'vertical'
      ? layoutVertical(sceneAt, options, lineHeight)
      : layoutHorizontal(
          sceneAt(plotOf(options).width)(Math.max(1, options.maxRows ?? 6)),
          options,
          lineHeight,
        );
  const inTime = new Uint32Array(places.length);
  places.forEach((place, i) => {
    inTime[place] = i;
  });
  const timeOf = ({index}: {readonly index: number}) => inTime[index] ?? 0;
  let before = 0;
  let after = 0;
  for (const {interval} of order) {
    if (interval.end <= range.start) before++;
    else if (interval.start >= range.end) after++;
  }
  return {
    ...parts,
    orientation,
    lineHeight,
    marks: [...parts.marks].sort((a, b) => timeOf(a) - timeOf(b)),
    bars: [...parts.bars].sort((a, b) => a.interval.start - b.interval.start),
    before,
    after,
    order,
  };
}
