import {f64, lowerBound} from '../arrays/index.js';
import {centreBetween} from './centre.js';
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
    // What is open on both sides is nowhere, and keys must lead from it.
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
