import {least} from 'd3';
import {centreOfDate} from './centre.js';
import type {ChartLayout, ChartPoint} from './chart-types.js';

/**
 * Keyboard navigation of a chart: the id of the figure that a key moves to, or null for other keys and at the ends.
 * Left and Right move along the series in time, Up and Down to the figure nearest in time in the series above or below,
 * Home and End to the ends of the series. With none active, a key moves to the first or last figure in view. `rtl`: the
 * page is right-to-left, so Left is forward.
 */
export function chartNeighbour(
  {rows, panels}: ChartLayout,
  active: string | null,
  key: string,
  rtl = false,
): string | null {
  const match = /^(?:Arrow(Left|Right|Up|Down)|(Home|End))$/.exec(key);
  if (!match) return null;
  const at = rows.findIndex((points) => points.some(({id}) => id === active));
  const row = rows[at];
  const i = row?.findIndex(({id}) => id === active) ?? -1;
  const point = row?.[i];
  const [, arrow, edge] = match;
  const [before, after] = rtl ? ['Right', 'Left'] : ['Left', 'Right'];
  if (!row || !point) {
    const backward = arrow === before || arrow === 'Up' || edge === 'End';
    const marks = panels[0]?.marks ?? [];
    return (backward ? marks.at(-1) : marks[0])?.id ?? rows.flat().at(backward ? -1 : 0)?.id ?? null;
  }
  if (edge) return row.at(edge === 'Home' ? 0 : -1)?.id ?? null;
  if (arrow === before) return row[i - 1]?.id ?? null;
  if (arrow === after) return row[i + 1]?.id ?? null;
  return nearestId(rows, at, arrow === 'Up' ? -1 : 1, point);
}

/** The figure nearest in time, in the next non-empty series above or below. */
function nearestId(
  rows: ChartLayout['rows'],
  from: number,
  step: 1 | -1,
  {interval}: ChartPoint,
): string | null {
  const here = centreOfDate(interval);
  for (let next = from + step; rows[next]; next += step) {
    const nearest = least(rows[next] ?? [], (each) => Math.abs(centreOfDate(each.interval) - here));
    if (nearest) return nearest.id;
  }
  return null;
}
