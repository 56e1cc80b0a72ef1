import {lowerBound} from '../../core/arrays/index.js';
import {groupByMonth, type ListYear} from '../../core/layout/index.js';
import {createChangeCheck, memoizeLast} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {EventTable, Shown} from '../../core/table/index.js';
import {DRAWN, type Gap, listedRows, type Rows, type Slice} from './listed-rows.js';
import type {ListWindow} from './window.js';

/** How long the story must rest before a long list follows it, in milliseconds. */
const DEBOUNCE = 100;

/** What a reader asked of the list, and how it is shown. */
export interface ListingOptions {
  readonly gap: Gap | null;
  /** The events outside the range and filters are listed too. */
  readonly all: boolean;
  /** The event that the keys are at. */
  readonly active: string | null;
  /** The selected event was picked elsewhere: a long list scrolls to it. */
  readonly isPicked: boolean;
  readonly isLong: boolean;
  /** What shows a slice of a long list; undefined until it is there. */
  readonly window: ListWindow | undefined;
  readonly widthPx: number;
}

/** Which events are listed, which of them are drawn, and which one Tab comes to. */
export class Listing {
  /** What the list is made of: a long one follows the story once that rests. */
  shown: Shown | undefined;
  rows: Rows = new Uint32Array(0);
  /** What is drawn. */
  years: readonly ListYear[] = [];
  /** Ids of what of that is on the screen; the rest is for print. */
  visible: ReadonlySet<string> = new Set();
  /** The event whose title and links Tab reaches. */
  stop: string | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasRested = false;
  readonly #isOtherGap = createChangeCheck();
  readonly #isOtherSize = createChangeCheck();
  readonly #rowsOf = memoizeLast(listedRows);
  readonly #drawnOf = memoizeLast(drawnOf);

  /** @param rested called when the story has rested, so that a long list can follow it */
  constructor(readonly rested: () => void) {}

  /** The list is gone. */
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
    const slice = isLong ? (window?.slice ?? {from: 0, to: DRAWN}) : {from: 0, to: this.rows.length};
    const {years, visible} = this.#drawnOf(events, this.rows, isLong, slice.from, slice.to);
    this.years = years;
    this.visible = visible;
    this.stop = this.#stopOf(snapshot, options, slice);
  }

  /** The first row in view, in the numbers of a table: that of a story that still comes in has others than before. */
  #rowInView(events: EventTable, window: ListWindow | undefined): number {
    const row = this.rows[window?.view.from ?? 0] ?? -1;
    const {table} = this.shown ?? {};
    if (row < 0 || !table || table === events) return row;
    return events.rowOf(table.at(row).id);
  }

  /** What is to be listed: of a long list what was shown before, until the story rests. */
  #follow({events, shown}: Snapshot, isLong: boolean): Shown {
    clearTimeout(this.#timer);
    const current = this.shown;
    const isSame = shown === current || events !== current?.table;
    const hasRested = this.#hasRested;
    this.#hasRested = false;
    if (!isLong || isSame || hasRested) {
      this.shown = shown;
      return shown;
    }
    this.#timer = setTimeout(() => {
      this.#hasRested = true;
      this.rested();
    }, DEBOUNCE);
    return current;
  }

  /** The event that the keys are at, or the selected one, if it is drawn; or else the first in view. */
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

/** What is drawn of some rows under its headings: of a long list a slice, of others all, where the rest is for print. */
function drawnOf(events: EventTable, rows: Rows, isLong: boolean, from: number, to: number) {
  const listed = Array.from(rows.subarray(from, to), (row) => events.at(row));
  return {
    years: groupByMonth(isLong ? listed : [...events]),
    visible: new Set(listed.map(({id}) => id)),
  };
}

/** Puts the row that was first in view back to where it was, unless that was the start of the list. */
function keepInView(window: ListWindow, rows: Rows, row: number): void {
  const {from, topPx} = window.view;
  const isInside = row >= 0 && (from > 0 || topPx < 0);
  if (isInside) window.goTo(lowerBound(rows, row), rows.length, topPx);
  else window.goTo(0, rows.length);
}

/** Scrolls to a row, if it is listed. */
function revealRow(window: ListWindow, rows: Rows, row: number): void {
  const at = lowerBound(rows, row);
  if (row >= 0 && rows[at] === row) window.reveal(at, rows.length);
}
