import {f64, lowerBound} from '../arrays/index.js';
import {centreBetween} from './centre.js';
import type {TimelineLayout} from './types.js';

/**
 * Keyboard navigation of a timeline: the id of the item that a key moves to, or null for other keys and at the ends.
 *
 * Arrows along time move to the previous or next item, in view or not (the element then moves the view); arrows across
 * time, to the item nearest in time in the next visible lane. Home and End move to the first and last item. With
 * nothing selected, an arrow moves to the first or last one in view. `rtl`: the page is right-to-left, so Left is
 * forward.
 */
export function neighbour(
  layout: TimelineLayout,
  selected: string | null,
  key: string,
  rtl = false,
): string | null {
  const {source, marks, lanes} = layout;
  const {size} = source.spans;
  const idAt = (row: number) => (row >= 0 && row < size ? source.item(row).id : null);
  if (key === 'Home') return idAt(0);
  if (key === 'End') return idAt(size - 1);
  const arrow = /^Arrow(Left|Right|Up|Down)$/.exec(key)?.[1];
  if (!arrow) return null;
  const inline = arrow === 'Left' || arrow === 'Right';
  const step = arrow === 'Down' || arrow === (rtl ? 'Left' : 'Right') ? 1 : -1;
  const at = selected === null ? -1 : source.rowOf(selected);
  if (at < 0) {
    const mark = step > 0 ? marks[0] : marks.at(-1);
    return mark?.id ?? idAt(layout.bars[0]?.rows()[0] ?? -1);
  }
  if (inline === (layout.orientation === 'horizontal')) return idAt(at + step);

  const own = source.lanes.find(({lane}) => lane.rows[lowerBound(lane.rows, at)] === at);
  const other = lanes[lanes.findIndex(({id}) => id === own?.id) + step];
  const lane = source.lanes.find(({id}) => id === other?.id)?.lane;
  if (!lane) return null;
  const {start, end} = source.spans;
  const placeOf = (row: number) => {
    const centre = centreBetween(f64(start, row), f64(end, row));
    // An interval open at both ends has no centre, but keys must still move from it.
    return Number.isFinite(centre) ? centre : 0;
  };
  const here = placeOf(at);
  let best = -1;
  let least = Infinity;
  for (const row of lane.rows) {
    const distance = Math.abs(placeOf(row) - here);
    if (distance < least) [best, least] = [row, distance];
  }
  return idAt(best);
}
