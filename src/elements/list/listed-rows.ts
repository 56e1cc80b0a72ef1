import {lowerBound} from '../../core/arrays/index.js';
import {type EventTable, FLAG, Shown} from '../../core/table/index.js';

/** Gaps in the data: events with one are counted, and can be listed separately. */
export const GAPS = ['undated', 'unplaced', 'uncited'] as const;
export type Gap = (typeof GAPS)[number];

/** Rows of a table, in order. */
export type Rows = Uint32Array;

/** Number of events drawn in a long list. */
export const DRAWN = 40;

/** A half-open range of indexes of a list. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** Inserts a row into sorted rows. */
export function withRow(rows: Uint32Array, row: number): Uint32Array {
  const at = lowerBound(rows, row);
  if (rows[at] === row) return rows;
  const all = new Uint32Array(rows.length + 1);
  all.set(rows.subarray(0, at));
  all[at] = row;
  all.set(rows.subarray(at), at + 1);
  return all;
}

/** The rows to list: events with a gap, or all, or the shown ones and the selected one. */
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
