import {html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {lowerBound} from '../../core/arrays/index.js';
import type {StoryEvent} from '../../core/dataset/index.js';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {clientBox, noteStyles, PartController, shapeStyles} from '../base/index.js';
import {eventStyles} from '../event/event-body.js';
import {renderHead} from './head.js';
import {type ItemState, renderYears, reveal} from './item.js';
import {keyTarget, visibleHeight} from './keys.js';
import type {ListHost} from './list-host.js';
import own from './list-panel.styles.js';
import type {Gap} from './listed-rows.js';
import {Listing} from './listing.js';
import {OpenedRows} from './opened-rows.js';

export const styles = [shapeStyles, noteStyles, ...eventStyles, own];

/** Longer lists are scroll containers in which only a slice is drawn. */
const LONG = 100;

/** Renders the events as rows that open, and handles selection and keyboard navigation between these. */
export class ListPanel {
  /** It prints its rows closed, and not all of them. */
  isLong = false;
  /** The active event, for the roving tabindex; selected only when Enter is pressed. */
  #active: string | null = null;
  /** Whether the events excluded by range and filters are listed too. */
  #all = false;
  #gap: Gap | null = null;
  #selected: string | null = null;
  /** Whether the focus was inside before this update. */
  #hadFocus = false;
  /** The row to move the focus to after the next update. */
  #target: string | null = null;
  readonly #opened: OpenedRows;
  /** Keeps the list where it is. */
  readonly #hold;
  readonly #listing: Listing;
  /** Draws a slice of a long list; until it is loaded the start of the list is drawn. */
  readonly #window;
  /** Loaded by stories with notes of their author. */
  readonly #notes;
  readonly #overlays;

  constructor(readonly host: ListHost) {
    const {element} = host;
    this.#opened = new OpenedRows(host);
    this.#hold = new PartController(
      element,
      () => import('../hold/hold.js'),
      ({Hold}) => new Hold(element),
    );
    // Before the first row is chosen.
    for (const type of ['pointerover', 'focusin'])
      element.addEventListener(type, () => void this.#hold.fetch(), {once: true});
    this.#listing = new Listing(() => element.requestUpdate());
    this.#window = new PartController(
      element,
      () => import('./window.js'),
      ({ListWindow}) => {
        // Reveal what was selected while it was loading.
        this.#selected = null;
        return new ListWindow(element);
      },
    );
    this.#notes = new PartController(element, () => import('../annotations/list-notes.js'));
    this.#overlays = new PartController(
      element,
      () => import('./overlay-list.js'),
      ({OverlayList}) => new OverlayList(element),
    );
  }

  /** When the element is removed. */
  stop(): void {
    this.#listing.cancel();
  }

  /** Computes what is listed and drawn; returns the number of listed events. */
  prepare(snapshot: Snapshot): number {
    const {element, size} = this.host;
    if (this.#gap && snapshot.counts[this.#gap] === 0) this.#gap = null;
    this.isLong = snapshot.events.size > LONG;
    this.#opened.prepare(snapshot, this.isLong);
    const window = this.isLong ? this.#window.get() : undefined;
    const {selected} = snapshot;
    // Selected in another view: make it the tab stop of the list.
    const isPicked = selected !== null && selected !== this.#selected && !element.matches(':focus-within');
    if (isPicked) this.#active = selected;
    this.#hadFocus = this.#box?.matches(':focus-within') === true;
    this.#listing.update(snapshot, {
      gap: this.#gap,
      all: this.#all,
      active: this.#active,
      isPicked,
      isLong: this.isLong,
      isPrinting: size.isPrinting,
      window,
      widthPx: size.widthPx,
    });
    return this.#listing.rows.length;
  }

  /** After each update: scroll positions and the focus. */
  settle(): void {
    const {element} = this.host;
    if (this.isLong) this.#window.value?.settle();
    // The focused item was moved, or is not drawn any more.
    if (this.isLong && this.#hadFocus && !element.shadowRoot?.activeElement) {
      const title = this.#item(this.#active)?.querySelector<HTMLElement>('.title');
      (title ?? this.#box)?.focus({preventScroll: true});
    }
    if (this.#target !== null) this.#focusTarget(this.#target);
    const selected = this.#snapshot?.selected ?? null;
    if (selected === this.#selected) return;
    this.#selected = selected;
    if (selected !== null && !this.isLong && !element.matches(':focus-within'))
      reveal(element, this.#item(selected));
  }

  render(snapshot: Snapshot) {
    const {counts, dataset} = snapshot;
    const {headingLevel} = this.host.element;
    const overlays = hasOverlays(dataset) ? this.#overlays.get() : undefined;
    const section = overlays?.render(snapshot, {headingLevel, select: this.#select}) ?? nothing;
    const notes =
      dataset.annotations.length > 0 ? this.#notes.get()?.render(snapshot, headingLevel) : nothing;
    if (counts.events === 0) return [section, notes];
    const {years, rows} = this.#listing;
    const notDrawn = counts.events - years.reduce((sum, {events}) => sum + events.length, 0);
    return html`
      ${renderHead(snapshot, this.#gap, this.#all, this.#onGap)}
      ${this.isLong ? this.#window.value?.position(snapshot, rows) : nothing}
      ${this.#renderBox(snapshot)}
      ${notDrawn > 0 ? html`<p class="not-printed">${messages(snapshot.locale).notPrinted(notDrawn)}</p>` : nothing}
      ${section}
      ${notes}
    `;
  }

  /** Renders the events, in a long list between two spacers for those that are not drawn. */
  #renderBox(snapshot: Snapshot) {
    const {years, shown, stop} = this.#listing;
    const {locale, words, selected, hosts} = snapshot;
    const {isLong} = this;
    return html`<div class=${isLong ? 'list long' : 'list'} role="group" aria-label=${messages(locale).list}
      tabindex=${isLong ? -1 : nothing} @click=${this.#onClick} @keydown=${this.#onKeydown}
      @focusin=${this.#onFocus} @scroll=${this.#onScroll}>
      ${guard(
        [
          years,
          shown,
          locale,
          words,
          selected,
          hosts,
          stop,
          this.host.element.headingLevel,
          ...this.#opened.dependencies,
        ],
        () => html`<div></div><div>${this.#renderYears(snapshot)}</div><div></div>`,
      )}
    </div>`;
  }

  #renderYears(snapshot: Snapshot) {
    const {years, shown, visible, stop, rows} = this.#listing;
    const from = this.#window.value?.slice.from ?? 0;
    const level = Math.min(Math.max(this.host.element.headingLevel, 1), 5);
    const stateOf = (event: StoryEvent, i: number): ItemState => ({
      dimmed: shown?.has(event.id) === false,
      out: !visible.has(event.id),
      stop: event.id === stop,
      body: this.#opened.render(event, snapshot, this.#goTo),
      place: this.isLong ? [from + i + 1, rows.length] : undefined,
    });
    return renderYears(years, level, stateOf, snapshot);
  }

  get #snapshot(): Snapshot | undefined {
    return this.host.store.snapshot;
  }

  get #box(): HTMLElement | null {
    return this.host.element.renderRoot.querySelector<HTMLElement>('.list');
  }

  #items(): HTMLElement[] {
    return [...this.host.element.renderRoot.querySelectorAll<HTMLElement>('.item')];
  }

  #item(id: string | null): HTMLElement | undefined {
    return this.#items().find(({dataset}) => dataset.id === id);
  }

  #idOf(event: Event): string | undefined {
    return (event.target as Element).closest<HTMLElement>('.item')?.dataset.id;
  }

  readonly #select = (id: string | null): void => {
    const {element, store} = this.host;
    const {top} = clientBox(element);
    const at = scrollY;
    store.request({type: 'select', id});
    if (this.#snapshot?.selected !== id) return;
    // A card above may be higher now, or lower.
    if (this.#hold.value) this.#hold.value.start(top);
    // A reader who has gone on while it was fetched is not taken back.
    else void this.#hold.fetch().then((hold) => at === scrollY && hold?.start(top));
  };

  /** Selects another event, opens its row and moves the focus to it. */
  readonly #goTo = (id: string): void => {
    this.#select(id);
    if (this.#snapshot?.selected !== id) return;
    if (!this.#opened.has(id)) this.#opened.toggle(id);
    this.#target = this.#active = id;
    this.host.element.requestUpdate();
  };

  /** Brings the row of an event onto the screen, and moves the focus to it. */
  show(id: string): void {
    this.#target = this.#active = id;
    this.host.element.requestUpdate();
  }

  /** Focuses the title of a row, which a long list may have to draw first. */
  #focusTarget(id: string): void {
    this.#target = null;
    const {rows} = this.#listing;
    const row = this.#snapshot?.events.rowOf(id) ?? -1;
    const at = lowerBound(rows, row);
    if (this.isLong && rows[at] === row) this.#window.value?.focus(at);
    else this.#item(id)?.querySelector<HTMLElement>('.title')?.focus();
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const id = this.#idOf(event) ?? this.#active;
    if (id === this.#active) return;
    this.#active = id;
    this.host.element.requestUpdate();
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('.title')) return;
    const id = this.#idOf(event);
    if (id === undefined) return;
    const wasSelected = id === this.#snapshot?.selected;
    this.#select(id);
    if (wasSelected || !this.#opened.has(id)) this.#opened.toggle(id);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // In an open row arrows scroll, and move in what plays.
    const isInside = (event.target as Element).closest('.event');
    const isHandled = event.key === 'Escape' ? this.#deselect() : !isInside && this.#moveFocus(event);
    if (isHandled) event.preventDefault();
  };

  /** Clears the selection; false when nothing was selected. */
  #deselect(): boolean {
    if (this.#snapshot?.selected == null) return false;
    this.#select(null);
    return true;
  }

  /** Moves the focus by key, also to an event that is not drawn yet; false for other keys. */
  #moveFocus(event: KeyboardEvent): boolean {
    const {rows, visible} = this.#listing;
    const events = this.#snapshot?.events;
    const window = this.isLong ? this.#window.value : undefined;
    const from = window?.slice.from ?? 0;
    const items = this.#items().filter(({dataset}) => visible.has(dataset.id ?? ''));
    // The focus is on the container when the focused event is no longer drawn.
    const id = this.#idOf(event) ?? this.#active;
    const drawn = items.findIndex(({dataset}) => dataset.id === id);
    const at = drawn < 0 && events ? lowerBound(rows, events.rowOf(id ?? '')) : drawn + from;
    const heightPx = visibleHeight(this.host.element, event.currentTarget as Element);
    const whole = window && {from, size: rows.length};
    const to = keyTarget(event.key, at, items, heightPx, whole);
    if (to < 0) return false;
    const row = rows[to];
    if (window && events && row !== undefined) {
      this.#active = events.at(row).id;
      this.host.element.requestUpdate();
      window.focus(to);
    } else items[to]?.querySelector<HTMLElement>('.title')?.focus();
    return true;
  }

  readonly #onScroll = (): void => this.#window.value?.onScroll();

  readonly #onGap = (gap: Gap | null): void => {
    if (gap) this.#gap = this.#gap === gap ? null : gap;
    else this.#all = !this.#all;
    this.host.element.requestUpdate();
  };
}
