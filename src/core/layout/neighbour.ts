import type {TimelineLayout} from './types.js';

/**
 * The item that a key leads to, or null when the key is not one of ours or there is nothing that way.
 *
 * Along time an arrow goes to the item before or after, in view or not (the element then moves the view); across it,
 * to the nearest in time of the next lane in view. Home and End go to the first and the last. With nothing selected,
 * an arrow goes to the first or the last in view. `rtl`: the page runs right to left, so Left is onward.
 */
export function neighbour(
  layout: TimelineLayout,
  selected: string | null,
  key: string,
  rtl = false,
): string | null {
  const {order, marks, lanes} = layout;
  if (key === 'Home') return order[0]?.id ?? null;
  if (key === 'End') return order.at(-1)?.id ?? null;
  const arrow = /^Arrow(Left|Right|Up|Down)$/.exec(key)?.[1];
  if (!arrow) return null;
  const inline = arrow === 'Left' || arrow === 'Right';
  const step = arrow === 'Down' || arrow === (rtl ? 'Left' : 'Right') ? 1 : -1;
  const at = order.findIndex((item) => item.id === selected);
  const item = order[at];
  if (!item) return (step > 0 ? marks[0] : marks.at(-1))?.id ?? layout.bars[0]?.ids[0] ?? null;
  if (inline === (layout.orientation === 'horizontal')) return order[at + step]?.id ?? null;

  const named = new Set(lanes.map((lane) => lane.id));
  const laneOf = (lane: string) => (named.has(lane) ? lane : '');
  const lane = lanes[lanes.findIndex(({id}) => id === laneOf(item.lane)) + step]?.id;
  let best: string | null = null;
  let least = Infinity;
  for (const other of order) {
    if (laneOf(other.lane) !== lane) continue;
    const distance = Math.abs(
      middle(other.interval.start, other.interval.end) - middle(item.interval.start, item.interval.end),
    );
    if (distance < least) [best, least] = [other.id, distance];
  }
  return best;
}

/** Of an interval; the finite end when the other is open. */
const middle = (start: number, end: number) =>
  Number.isFinite(start)
    ? Number.isFinite(end)
      ? (start + end) / 2
      : start
    : Number.isFinite(end)
      ? end
      : 0;
