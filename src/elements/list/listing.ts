import {lowerBound} from '../../core/arrays/index.js';
import {groupByMonth, type ListYear} from '../../core/layout/index.js';
import {createChangeCheck, memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {EventTable, Shown} from '../../core/table/index.js';
import {DRAWN, type Gap, listedRows, type Rows, type Slice} from './listed-rows.js';
import type {ListWindow} from './window.js';

/** Debounce of updates of a long list, in milliseconds. */
const DEBOUNCE = 100;
/** Events of a long list that are printed. */
const PRINTED = 200;

/** The reader's choices, and the state of the view. */
export interface ListingOptions {
  readonly gap: Gap | null;
  /** The events excluded by range and filters are listed too. */
  readonly all: boolean;
  /** Id of the active event. */
  readonly active: string | null;
  /** The event was selected in another view: a long list scrolls to it. */
  readonly isPicked: boolean;
  readonly isLong: boolean;
  /** Draws a slice of a long list; undefined until it is loaded. */
  readonly window: ListWindow | undefined;
  readonly widthPx: number;
  /** Of a long list more is printed than is drawn on the screen. */
  readonly isPrinting: boolean;
}

/** Computes which events are listed, which of them are drawn, and which is the tab stop. */
export class Listing {
  /** The events that the list is based on; debounced for a long list. */
  shown: Shown | undefined;
  rows: Rows = new Uint32Array(0);
  /** The drawn events. */
  years: readonly ListYear[] = [];
  /** Ids of the drawn events on the screen; the others are only printed. */
  visible: ReadonlySet<string> = new Set();
  /** Id of the event that is the tab stop. */
  stop: string | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDebounced = false;
  readonly #isOtherGap = createChangeCheck();
  readonly #isOtherSize = createChangeCheck();
  readonly #rowsOf = memoizeLast(listedRows);
  readonly #drawnOf = memoizeLast(drawnOf);

  /** @param onDebounced called after the debounce, to update a long list */
  constructor(readonly onDebounced: () => void) {}

  /** Cancels the debounce, when the element is removed. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  update(snapshot: Snapshot, options: ListingOptions): void {
    const {events, selected} = snapshot;
    const {gap, all, isLong, window} = options;
    const inView = this.#rowInView(events, window);
    const shown = this.#follow(snapshot, isLong);
    const before = this.rows;
    const row = selected === null ? -1 : events.rowOf(selected);
    const extra = gap || all || shown.hasRow(row) ? -1 : row;
    this.rows = this.#rowsOf(events, shown, gap, all, extra);
    const isOtherGap = this.#isOtherGap(gap);
    const isOtherSize = this.#isOtherSize(options.widthPx, window);
    if (isLong && window) {
      if (isOtherSize || this.rows !== before) keepInView(window, this.rows, isOtherGap ? -1 : inView);
      if (options.isPicked) revealRow(window, this.rows, row);
    }
    const slice = this.#sliceOf(options);
    const {years, visible} = this.#drawnOf(events, this.rows, isLong, slice.from, slice.to);
    this.years = years;
    this.visible = visible;
    this.stop = this.#stopOf(snapshot, options, slice);
  }

  #sliceOf({isLong, isPrinting, window}: ListingOptions): Slice {
    if (!isLong) return {from: 0, to: this.rows.length};
    return isPrinting
      ? {from: 0, to: Math.min(PRINTED, this.rows.length)}
      : (window?.slice ?? {from: 0, to: DRAWN});
  }

  /**
   * The first row in view, converted to the rows of the current table: parts of a loading story have different ones.
   */
  #rowInView(events: EventTable, window: ListWindow | undefined): number {
    const row = this.rows[window?.view.from ?? 0] ?? -1;
    const {table} = this.shown ?? {};
    if (row < 0 || !table || table === events) return row;
    return events.rowOf(table.at(row).id);
  }

  /** The events to list; debounced for a long list. */
  #follow({events, shown}: Snapshot, isLong: boolean): Shown {
    clearTimeout(this.#timer);
    const current = this.shown;
    const isSame = shown === current || events !== current?.table;
    const isDebounced = this.#isDebounced;
    this.#isDebounced = false;
    if (!isLong || isSame || isDebounced) {
      this.shown = shown;
      return shown;
    }
    this.#timer = setTimeout(() => {
      this.#isDebounced = true;
      this.onDebounced();
    }, DEBOUNCE);
    return current;
  }

  /** The active event, or the selected one, if drawn; otherwise the first in view. */
  #stopOf(
    {events, selected}: Snapshot,
    {active, isLong, window}: ListingOptions,
    {from}: Slice,
  ): string | undefined {
    for (const id of [active, selected]) if (id !== null && this.visible.has(id)) return id;
    const first = this.rows[isLong ? (window?.view.from ?? 0) : 0] ?? this.rows[from];
    return first === undefined ? undefined : events.at(first).id;
  }
}

/**
 * The events to draw under headings: a slice of a long list; otherwise all, of which those not listed are only printed.
 */
function drawnOf(events: EventTable, rows: Rows, isLong: boolean, from: number, to: number) {
  const listed = Array.from(rows.subarray(from, to), (row) => events.at(row));
  return {
    years: groupByMonth(isLong ? listed : [...events]),
    visible: new Set(listed.map(({id}) => id)),
  };
}

/** Keeps the first row in view at its position, unless the list is scrolled to its start. */
function keepInView(window: ListWindow, rows: Rows, row: number): void {
  const {from, topPx} = window.view;
  const isInside = row >= 0 && (from > 0 || topPx < 0);
  if (isInside) window.goTo(lowerBound(rows, row), rows.length, topPx);
  else window.goTo(0, rows.length);
}

/** Scrolls to a row if it is listed. */
function revealRow(window: ListWindow, rows: Rows, row: number): void {
  const at = lowerBound(rows, row);
  if (row >= 0 && rows[at] === row) window.reveal(at, rows.length);
}
