import type {LaneBar} from './lane-content.js';
import {HAIR} from './lane-groups.js';
import {roomOf, type Spot} from './spots.js';

/** A part of a row, along time. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** What is taken in a row, in no order, and where its last mark ends, and that mark's label. */
export interface Row {
  readonly taken: Extent[];
  markEnd: number;
  end: number;
}

export const newRow = (): Row => ({taken: [], markEnd: -Infinity, end: -Infinity});

/** Whether one of some extents overlaps another. */
export const crosses = (extents: readonly Extent[], low: number, high: number): boolean =>
  extents.some((each) => each.low < high && low < each.high);

/** The free extent around `at`, within limits. */
export function freeAround({taken}: Row, at: number, low: number, high: number): Extent {
  for (const each of taken) {
    if (each.low >= at) high = Math.min(high, each.low);
    else if (each.high <= at) low = Math.max(low, each.high);
    else return {low: at, high: at};
  }
  return {low, high};
}

/**
 * Rows of a lane, to be filled in the order of what starts first: bars of stretches stand in the first row, and marks
 * and wide bars where there is room for them.
 */
export function laneRows(bars: readonly LaneBar[], maxRows: number, length: number) {
  const first = bars.filter(({wide}) => !wide);
  const wide = bars.filter((bar) => bar.wide);
  const rows: Row[] = first.length > 0 ? [{...newRow(), taken: [...first]}] : [];
  const rowOfBar = new Map(first.map((bar) => [bar, 0]));
  const rowOfMark = new Map<Spot, number>();
  const isBarred = (index: number, low: number, high: number) => index === 0 && crosses(first, low, high);
  const isOpen = ({markEnd}: Row, index: number, {low, high}: Extent) =>
    markEnd <= low + HAIR && !isBarred(index, low, high);

  /** Takes room in the row of an index, or in a new one for -1; gives the index. */
  const take = (found: number, extent: Extent | null, markEnd: number, end: number) => {
    const at = found < 0 ? rows.length : found;
    const row = rows[at] ?? newRow();
    rows[at] = row;
    row.markEnd = markEnd;
    row.end = Math.max(row.end, end);
    if (extent) row.taken.push(extent);
    return at;
  };

  /** Wide bars that start before a mark take their rows before it. */
  const placeWide = (before: number) => {
    for (let bar = wide[0]; bar && bar.low <= before; bar = wide[0]) {
      wide.shift();
      const extent = {low: bar.low, high: bar.high};
      const found = rows.findIndex((row, i) => isOpen(row, i, extent) && row.end <= extent.low + HAIR);
      rowOfBar.set(bar, take(found, extent, extent.high, extent.high));
    }
  };

  /** The first row with room for mark and label, or a new one (-1), or the one whose last label ends first. */
  const rowFor = (spot: Spot, reach: number, end: number) => {
    const roomy = rows.findIndex(
      (row, i) => isOpen(row, i, spot) && row.end <= reach + HAIR && !isBarred(i, reach, end),
    );
    if (roomy >= 0 || rows.length < maxRows) return roomy;
    let [at, least] = [-1, Infinity];
    rows.forEach((row, i) => {
      if (isOpen(row, i, spot) && row.end < least) [at, least] = [i, row.end];
    });
    return at;
  };

  /** A mark takes a row; `reach` and `end`: what it would like to have there for its label, too. */
  const placeMark = (spot: Spot, reach: number, end: number) => {
    placeWide(spot.low);
    const extent = spot.inRange ? roomOf(spot, length) : null;
    const at = take(rowFor(spot, reach, end), extent, spot.high, end);
    if (extent) rowOfMark.set(spot, at);
  };
  return {rows, rowOfBar, rowOfMark, placeWide, placeMark};
}
