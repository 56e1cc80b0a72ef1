import {EPSILON} from './lane-groups.js';
import {crosses, type Extent, freeAround, newRow, type Row} from './lane-rows.js';
import {centreOf, isPoint, REACH, roomOf, type Spot} from './spots.js';
import {balance, fit, type Wrapped, wrap} from './wrap.js';

/** Gap between a mark and its label, in pixels. */
export const BESIDE = 4;
/** Gap between a label and the next item in its row, in pixels. */
export const CLEAR = 10;
/** Half the space reserved for a leader, in pixels. */
const THREAD = 2;
/** A label no wider than this, in em, stays on one line. */
const SHORT = 11;

export interface LaneLabel extends Wrapped {
  readonly spot: Spot;
  readonly row: number;
  /** x from the start of the plot. */
  readonly x: number;
  /** x of the vertical leader from the mark; null without one. */
  readonly leader: number | null;
}

/** Options for the labels of a lane. */
export interface LabelOptions {
  /** Length of the plot in pixels. */
  readonly length: number;
  readonly maxRows: number;
  /** Maximum lines of a label. */
  readonly lines: number;
  readonly fontSize: number;
  readonly measure: (text: string, bold: boolean) => number;
  /** Extent that labels must stay in. */
  readonly within: Extent;
}

/** A candidate position of a label. */
interface Place {
  readonly text: Wrapped;
  readonly row: number;
  readonly x: number;
  readonly leader: number | null;
  /** The rows that its leader crosses, as a half-open range. */
  readonly through: readonly [first: number, last: number];
}

const measureOf =
  ({selected}: Spot, {measure}: LabelOptions) =>
  (line: string) =>
    measure(line, selected);

/** The wrapped label of an item. */
export const labelText = (spot: Spot, options: LabelOptions): Wrapped =>
  balance(spot.item.label, options.lines, options.fontSize * SHORT, measureOf(spot, options));

/**
 * Places labels where the rows have space: beside their marks, or else in another row with a leader; the selected item
 * always gets one. `marks`: by priority, each with its row.
 */
export function placeLabels(
  marks: readonly {readonly spot: Spot; readonly row: number; readonly text: Wrapped}[],
  rows: Row[],
  options: LabelOptions,
): readonly LaneLabel[] {
  const labels: LaneLabel[] = [];
  for (const {spot, row: at, text: whole} of marks) {
    if (spot.item.label.trim() === '') continue;
    const place =
      beside(spot, at, whole, rows, options) ??
      elsewhere(spot, at, whole, rows, options) ??
      shortened(spot, at, whole, rows, options) ??
      (spot.selected ? below(spot, at, rows, options) : null);
    if (!place) continue;
    const {text, row, x, leader, through} = place;
    if (row === rows.length) rows.push(newRow());
    if (leader !== null) {
      const thread = {low: leader - THREAD, high: leader + THREAD};
      for (const each of rows.slice(...through)) each.taken.push(thread);
    }
    rows[row]?.taken.push({low: x - CLEAR / 2, high: x + text.width + CLEAR / 2});
    labels.push({...text, spot, row, x, leader});
  }
  return labels;
}

/** In the row of its mark, after or before it, wrapped narrower if necessary. */
function beside(
  spot: Spot,
  at: number,
  whole: Wrapped,
  rows: readonly Row[],
  options: LabelOptions,
): Place | null {
  const row = rows[at];
  if (!row) return null;
  const {length, lines, within} = options;
  const {low: first, high: last} = within;
  const {low, high} = roomOf(spot, length);
  const [after, before] = [high + BESIDE, low - BESIDE];
  const end = freeAround(row, high + EPSILON, first, last).high;
  const start = freeAround(row, low - EPSILON, first, last).low;
  const roomAfter = end - after - (end < last ? CLEAR : 0);
  const roomBefore = before - start - (start > first ? CLEAR : 0);
  const most = Math.max(roomAfter, roomBefore);
  const text = whole.width <= most ? whole : wrap(spot.item.label, most, lines, measureOf(spot, options));
  if (!text) return null;
  const isAfter = text === whole ? whole.width <= roomAfter : roomAfter >= roomBefore;
  return {text, row: at, x: isAfter ? after : before - text.width, leader: null, through: [0, 0]};
}

/** In the nearest row with space, or a new one, with a leader across the rows between. */
function elsewhere(
  spot: Spot,
  at: number,
  text: Wrapped,
  rows: readonly Row[],
  {length, maxRows, within}: LabelOptions,
): Place | null {
  const {low, high} = roomOf(spot, length);
  const leader = isPoint(spot) ? centreOf(spot, length) : Math.min(low + 4, (low + high) / 2);
  const [threadLow, threadHigh] = [leader - THREAD, leader + THREAD];
  const isFree = ({taken}: Row, from: number, to: number) => !crosses(taken, from, to);
  const places = [leader + REACH - 2, leader - REACH + 2 - text.width].filter(
    (x) => x >= within.low && x + text.width <= within.high,
  );
  const count = rows.length + (rows.length < maxRows ? 1 : 0);
  for (let distance = 1; distance < count; distance++) {
    for (const row of [at + distance, at - distance]) {
      if (row < 0 || row >= count) continue;
      const between = rows.slice(Math.min(at, row) + 1, Math.max(at, row));
      if (!between.every((each) => isFree(each, threadLow, threadHigh))) continue;
      const target = rows[row];
      const x = places.find(
        (left) =>
          !target ||
          isFree(
            target,
            Math.min(threadLow, left - CLEAR / 2),
            Math.max(threadHigh, left + text.width + CLEAR / 2),
          ),
      );
      if (x !== undefined) return {text, row, x, leader, through: row > at ? [at + 1, row + 1] : [row, at]};
    }
  }
  return null;
}

/** The start of a title that is too long for either side of a mark in the middle. */
function shortened(
  spot: Spot,
  at: number,
  whole: Wrapped,
  rows: readonly Row[],
  options: LabelOptions,
): Place | null {
  const half = options.length / 2;
  if (whole.width <= half) return null;
  const text = fit(spot.item.label, half, options.lines, measureOf(spot, options));
  return beside(spot, at, text, rows, options) ?? elsewhere(spot, at, text, rows, options);
}

/** In a new row below all others; may be truncated with an ellipsis. */
function below(spot: Spot, at: number, rows: readonly Row[], options: LabelOptions): Place {
  const {low: first, high: last} = options.within;
  const text = fit(spot.item.label, last - first, options.lines, measureOf(spot, options));
  const leader = centreOf(spot, options.length);
  const x = Math.min(Math.max(leader + REACH - 2, first), last - text.width);
  return {text, row: rows.length, x, leader, through: [at + 1, rows.length]};
}
