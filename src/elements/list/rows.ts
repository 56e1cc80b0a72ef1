import {FLAG, Shown} from '../../core/scale/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {withRow} from './part.js';

/** What the data does not say of an event: such events are counted, and can be looked at alone. */
export const GAPS = ['undated', 'unplaced', 'uncited'] as const;
export type Gap = (typeof GAPS)[number];

/** Rows of a table, in order. */
export type Rows = Uint32Array;

/** What is listed: the events with a gap, or all, or those shown and the selected one. */
export function rowsOf(
  {events}: Snapshot,
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

/** Tells whether values are others than when last asked for. */
export class Seen {
  readonly #before = new Map<string, readonly unknown[]>();

  isNew(name: string, values: readonly unknown[]): boolean {
    const before = this.#before.get(name);
    this.#before.set(name, values);
    return !before || values.some((value, i) => value !== before[i]);
  }

  forget(name: string): void {
    this.#before.delete(name);
  }
}
