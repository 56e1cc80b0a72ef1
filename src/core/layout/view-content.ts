import {contentOf, type LaneContent} from './lane-content.js';
import type {Viewport} from './lane-groups.js';
import {isMany} from './source.js';
import type {TimelineLane, TimelineOptions, TimelineSource, TimeScale} from './types.js';

/** Minimum width of the time cells of bars in pixels; the maximum is twice that. */
const CELL = 32;

export interface LaneInView extends TimelineLane, LaneContent {}

/** The visible content of a timeline. */
export interface ViewContent {
  /** Lanes with something in range. */
  readonly lanes: readonly LaneInView[];
  /** Length of the viewport in pixels. */
  readonly length: number;
  /** The story has many events: see `isMany`. */
  readonly many: boolean;
}

/**
 * Determines what is in the domain of a scale whose range starts at 0, and what merges for a maximum number of rows.
 * Cells of short items do not depend on the position of the view. `selected`: a row, or -1.
 */
export function contentInView(
  source: TimelineSource,
  scale: TimeScale,
  selected: number,
): (maxRows: number, held?: TimelineOptions['held']) => ViewContent {
  const [start, end] = scale.domain();
  const [, length] = scale.range();
  const range = {start, end};
  const power = Math.ceil(Math.log2(CELL * scale.resolution()) - 1e-9);
  const viewport: Viewport = {source, scale, range, length, power, step: 2 ** power, selected};
  const many = isMany(source);
  return (maxRows, held) => ({
    length,
    many,
    lanes: source.lanes.flatMap(({id, label, lane}): LaneInView[] => {
      const kept = held?.get(id);
      if (lane.size === 0 || (!kept && lane.spans.count(range) === 0)) return [];
      const {single, bars} = contentOf(lane, viewport, (!many && kept?.rows) || maxRows);
      return [{id, label, single, bars: bars.map((bar) => ({...bar, id: `${id}@${bar.id}`}))}];
    }),
  });
}
