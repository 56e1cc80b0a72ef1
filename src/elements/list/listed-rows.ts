import {lowerBound} from '../../core/arrays/index.js';
import {type EventTable, FLAG, Shown} from '../../core/table/index.js';

/** What the data does not say of an event: such events are counted, and can be looked at alone. */
export const GAPS = ['undated', 'unplaced', 'uncited'] as const;
export type Gap = (typeof GAPS)[number];

/** Rows of a table, in order. */
export type Rows = Uint32Array;

/** As many events are drawn of a long list. */
export const DRAWN = 40;

/** From one place of a list to another, which is left out. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Rows in order, with one more where it belongs. */
export function withRow(rows: Uint32Array, row: number): Uint32Array {
  const at = lowerBound(rows, row);
  if (rows[at] === row) return rows;
  const all = new Uint32Array(rows.length + 1);
  all.set(rows.subarray(0, at));
  all[at] = row;
  all.set(rows.subarray(at), at + 1);
  return all;
}

/** What is listed: the events with a gap, or all, or those shown and the selected one. */
export function listedRows(
  events: EventTable,
  shown: Shown,
  gap: Gap | null,
  all: boolean,
  selected: number,
): Rows {
  if (gap === 'unplaced') return events.flagged(FLAG.placed, true);
  if (gap === 'uncited') return events.flagged(FLAG.cited, true);
  const every = () => new Shown(events, null, null).rows;
  if (gap) return every().subarray(events.dated);
  if (all) return every();
  return selected < 0 ? shown.rows : withRow(shown.rows, selected);
}
