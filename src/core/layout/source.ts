import {f64} from '../arrays/index.js';
import {memoize} from '../memo/index.js';
import {Lane, Spans} from '../table/index.js';
import type {Interval} from '../time/index.js';
import type {TimelineItem, TimelineLane, TimelineSource} from './types.js';

/** With more events than this, marks merge sooner. */
const MANY = 300;
/** At least one of the gaps that are folded is longer than this share of all time. */
const PAUSE = 0.1;

/** Whether a story has many events, so that the timeline shows bars rather than marks. */
export const isMany = ({spans}: Pick<TimelineSource, 'spans'>): boolean => spans.size > MANY;

/** Whether there may be something to fold: some stretch without events that takes up much of the time. */
export const hasPauses = memoize((spans: Spans): boolean => {
  const {start, end, size} = spans;
  if (isMany({spans})) return false;
  let [longest, first, last] = [0, Infinity, Infinity];
  for (let i = 0; i < size; i++) {
    const [from, to] = [f64(start, i), f64(end, i)];
    if (from === -Infinity) continue;
    first = Math.min(first, from);
    longest = Math.max(longest, from - last);
    last = Math.max(last < Infinity ? last : from, to < Infinity ? to : from);
  }
  return longest > (last - first) * PAUSE;
});

/** Makes a timeline source of plain items: in time order (then by end, then as given), assigned to their lanes. */
export function timelineSource(
  items: readonly TimelineItem[],
  lanes: readonly TimelineLane[],
): TimelineSource {
  const order = [...items].sort(({interval: a}, {interval: b}) =>
    a.start !== b.start ? (a.start < b.start ? -1 : 1) : a.end === b.end ? 0 : a.end < b.end ? -1 : 1,
  );
  const rowOf = new Map(order.map(({id}, row) => [id, row]));
  const known = new Set(lanes.map(({id}) => id));
  const spansOf = (rows: readonly number[]) => {
    const intervals = rows.map((row) => order[row]?.interval as Interval);
    return new Spans(
      Float64Array.from(intervals, ({start}) => start),
      Float64Array.from(intervals, ({end}) => end),
    );
  };
  // One more lane, for items without a known one.
  const all = known.has('') ? lanes : [...lanes, {id: '', label: ''}];
  return {
    lanes: all.map(({id, label}) => {
      const rows = order.flatMap(({lane}, row) => ((known.has(lane) ? lane : '') === id ? [row] : []));
      return {id, label, lane: new Lane(Uint32Array.from(rows), spansOf(rows))};
    }),
    spans: spansOf([...order.keys()]),
    item: (row) => order[row] as TimelineItem,
    rowOf: (id) => rowOf.get(id) ?? -1,
  };
}
