import {contentOf, type LaneContent} from './lane-content.js';
import type {Viewport} from './lane-groups.js';
import {isMany} from './source.js';
import type {TimelineLane, TimelineSource, TimeScale} from './types.js';

/** Least width of the stretches that bars count in, in pixels; at most twice that. */
const CELL = 32;

export interface LaneInView extends TimelineLane, LaneContent {}

/** What of a timeline is in view. */
export interface ViewContent {
  /** Those with something in range. */
  readonly lanes: readonly LaneInView[];
  /** Of the viewport, in pixels. */
  readonly length: number;
  /** The story has more events than can be told apart at a glance. */
  readonly many: boolean;
}

/**
 * Everything that goes by time alone: what is in the domain of a scale whose range begins at 0, and with so many rows,
 * what merges. What merges into short bars does not depend on where the view is. `selected`: a row, or -1.
 */
export function contentInView(
  source: TimelineSource,
  scale: TimeScale,
  selected: number,
): (maxRows: number) => ViewContent {
  const [start, end] = scale.domain();
  const [, length] = scale.range();
  const range = {start, end};
  const power = Math.ceil(Math.log2(CELL * scale.resolution()) - 1e-9);
  const viewport: Viewport = {source, scale, range, length, power, step: 2 ** power, selected};
  return (maxRows) => ({
    length,
    many: isMany(source),
    lanes: source.lanes.flatMap(({id, label, lane}): LaneInView[] => {
      if (lane.size === 0 || lane.spans.count(range) === 0) return [];
      const {single, bars} = contentOf(lane, viewport, maxRows);
      return [{id, label, single, bars: bars.map((bar) => ({...bar, id: `${id}@${bar.id}`}))}];
    }),
  });
}
