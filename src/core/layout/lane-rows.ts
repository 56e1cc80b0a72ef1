import type {LaneBar} from './lane-content.js';
import {EPSILON} from './lane-groups.js';
import {roomOf, type Spot} from './spots.js';

/** An extent along time, in pixels. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** A row: its occupied extents, unordered, the end of its last mark, and that of the mark's label. */
export interface Row {
  readonly taken: Extent[];
  markEnd: number;
  end: number;
}

export const newRow = (): Row => ({taken: [], markEnd: -Infinity, end: -Infinity});

/** Whether any of the extents overlaps `low` to `high`. */
export const crosses = (extents: readonly Extent[], low: number, high: number): boolean =>
  extents.some((each) => each.low < high && low < each.high);

/** The free extent around `at`, limited to `low` and `high`. */
export function freeAround({taken}: Row, at: number, low: number, high: number): Extent {
  for (const each of taken) {
    if (each.low >= at) high = Math.min(high, each.low);
    else if (each.high <= at) low = Math.max(low, each.high);
    else return {low: at, high: at};
  }
  return {low, high};
}

/**
 * Allocates the rows of a lane, for items in order of start: bars of short items are in the first row, marks and wide
 * bars where there is space.
 */
export function laneRows(bars: readonly LaneBar[], maxRows: number, length: number) {
  const first = bars.filter(({wide}) => !wide);
  const wide = bars.filter((bar) => bar.wide);
  const rows: Row[] = first.length > 0 ? [{...newRow(), taken: [...first]}] : [];
  const rowOfBar = new Map(first.map((bar) => [bar, 0]));
  const rowOfMark = new Map<Spot, number>();
  const overlapsBar = (index: number, low: number, high: number) => index === 0 && crosses(first, low, high);
  const isOpen = ({markEnd}: Row, index: number, {low, high}: Extent) =>
    markEnd <= low + EPSILON && !overlapsBar(index, low, high);

  /** Occupies an extent in a row, or in a new one for -1; returns the row's index. */
  const take = (found: number, extent: Extent | null, markEnd: number, end: number) => {
    const at = found < 0 ? rows.length : found;
    const row = rows[at] ?? newRow();
    rows[at] = row;
    row.markEnd = markEnd;
    row.end = Math.max(row.end, end);
    if (extent) row.taken.push(extent);
    return at;
  };

  /** Places the wide bars that start before a mark, before the mark itself. */
  const placeWide = (before: number) => {
    for (let bar = wide[0]; bar && bar.low <= before; bar = wide[0]) {
      wide.shift();
      const extent = {low: bar.low, high: bar.high};
      const found = rows.findIndex((row, i) => isOpen(row, i, extent) && row.end <= extent.low + EPSILON);
      rowOfBar.set(bar, take(found, extent, extent.high, extent.high));
    }
  };

  /** The first row with space for mark and label, or -1 for a new one, or the row whose last label ends first. */
  const rowFor = (spot: Spot, reach: number, end: number) => {
    const roomy = rows.findIndex(
      (row, i) => isOpen(row, i, spot) && row.end <= reach + EPSILON && !overlapsBar(i, reach, end),
    );
    if (roomy >= 0 || rows.length < maxRows) return roomy;
    let [at, least] = [-1, Infinity];
    rows.forEach((row, i) => {
      if (isOpen(row, i, spot) && row.end < least) [at, least] = [i, row.end];
    });
    return at;
  };

  /** Places a mark in a row, and returns that; `reach` and `end` bound the extent that it would need with its label. */
  const placeMark = (spot: Spot, reach: number, end: number) => {
    placeWide(spot.low);
    const extent = spot.inRange ? roomOf(spot, length) : null;
    const at = take(rowFor(spot, reach, end), extent, spot.high, end);
    if (extent) rowOfMark.set(spot, at);
    return at;
  };

  /** Keeps later marks out of an extent of a row, for a label: that of a bar that fills the view is below it. */
  const reserve = (at: number, low: number, high: number) => {
    if (at >= maxRows || overlapsBar(at, low, high)) return;
    const row = rows[at] ?? newRow();
    rows[at] = row;
    row.markEnd = Math.max(row.markEnd, high);
    row.end = Math.max(row.end, high);
  };
  return {rows, rowOfBar, rowOfMark, placeWide, placeMark, reserve};
}
