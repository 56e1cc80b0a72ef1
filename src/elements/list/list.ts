import {html, nothing, type PropertyDeclarations} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {lowerBound} from '../../core/arrays/index.js';
import type {StoryEvent} from '../../core/dataset/index.js';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  figureStyles,
  noteStyles,
  PartController,
  ResizeController,
  StoryView,
  shapeStyles,
} from '../base/index.js';
import {renderHead} from './head.js';
import {type ItemState, renderYears, reveal} from './item.js';
import {keyTarget} from './keys.js';
import styles from './list.styles.js';
import type {Gap} from './listed-rows.js';
import {Listing} from './listing.js';

/** Longer lists are scroll containers in which only a slice is drawn. */
const LONG = 100;

/**
 * @summary The events as text, under years and months: all that the map and the timeline show, in words.
 * @since 0.1.0
 *
 * Events excluded by the range or a filter are hidden until the reader asks for them, and then marked; print includes
 * all. With more than 100 events, the list is a scroll container that draws, and prints, only the events near the scroll
 * position.
 *
 * @element crono-list
 *
 * @slot - Shown until a dataset is ready: the list without JavaScript.
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked an event.
 *
 * @csspart item - One event; also `item-selected`, `item-dimmed`.
 * @csspart date - Its date in words.
 * @csspart title - Its title, a button.
 * @csspart place - One of its places with its precision.
 * @csspart status - Status of the event or of a figure.
 * @csspart figure - One figure with its claimant.
 * @csspart value - Its number.
 * @csspart claimant - Its claimant.
 * @csspart count - The number of shown events.
 * @csspart position - Which part of a long list is in view.
 *
 * @cssproperty --crono-list-surface - Background; none by default.
 * @cssproperty --crono-list-height - Maximum height of a long list.
 * @cssstate empty - No event falls in the range.
 */
export class CronoList extends StoryView {
  static override readonly tag = 'crono-list';
  static override styles = [StoryView.styles, shapeStyles, noteStyles, figureStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
    active: {state: true},
    all: {state: true},
    gap: {state: true},
  };

  /** Level of the years' headings, 1 to 5; the months follow. */
  headingLevel = 3;

  /** The active event, for the roving tabindex; selected only when Enter is pressed. */
  private active: string | null = null;
  /** Whether the events excluded by range and filters are listed too. */
  private all = false;
  private gap: Gap | null = null;

  readonly #size = new ResizeController(this);
  #selected: string | null = null;
  #long = false;
  /** Draws a slice of a long list; until it is loaded the start of the list is drawn. */
  readonly #window = new PartController(
    this,
    () => import('./window.js'),
    ({ListWindow}) => {
      // Reveal what was selected while it was loading.
      this.#selected = null;
      return new ListWindow(this);
    },
  );
  /** Whether the focus was inside before this update. */
  #hadFocus = false;
  readonly #overlays = new PartController(
    this,
    () => import('./overlay-list.js'),
    ({OverlayList}) => new OverlayList(this),
  );
  readonly #listing = new Listing(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listing.cancel();
  }

  protected override watch({selected, shown}: Snapshot) {
    return [selected, shown];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    if (snapshot && this.gap && snapshot.counts[this.gap] === 0) this.gap = null;
    this.#long = snapshot !== undefined && snapshot.events.size > LONG;
    const window = this.#long ? this.#window.get() : undefined;
    const selected = snapshot?.selected ?? null;
    // Selected in another view: make it the tab stop of the list.
    const isPicked = selected !== null && selected !== this.#selected && !this.matches(':focus-within');
    if (isPicked) this.active = selected;
    this.#hadFocus = this.#box?.matches(':focus-within') === true;
    if (snapshot)
      this.#listing.update(snapshot, {
        gap: this.gap,
        all: this.all,
        active: this.active,
        isPicked,
        isLong: this.#long,
        window,
        widthPx: this.#size.widthPx,
      });
    this.setState('empty', snapshot !== undefined && this.#listing.rows.length === 0);
  }

  protected override updated(): void {
    if (this.#long) this.#window.value?.settle();
    // The focused item was moved, or is not drawn any more.
    if (this.#long && this.#hadFocus && !this.shadowRoot?.activeElement) {
      const title = this.#item(this.active)?.querySelector<HTMLElement>('.title');
      (title ?? this.#box)?.focus({preventScroll: true});
    }
    const selected = this.snapshot?.selected ?? null;
    if (selected === this.#selected) return;
    this.#selected = selected;
    if (selected !== null && !this.#long && !this.matches(':focus-within'))
      reveal(this, this.#item(selected));
  }

  protected override renderStory(snapshot: Snapshot) {
    const {counts, dataset} = snapshot;
    const overlays = hasOverlays(dataset) ? this.#overlays.get() : undefined;
    const select = (id: string) => this.store.request({type: 'select', id});
    const section = overlays?.render(snapshot, {headingLevel: this.headingLevel, select}) ?? nothing;
    if (counts.events === 0) return section;
    const {years, rows} = this.#listing;
    const notDrawn = counts.events - years.reduce((sum, {events}) => sum + events.length, 0);
    return html`
      ${renderHead(snapshot, this.gap, this.all, this.#onGap)}
      ${this.#long ? this.#window.value?.position(snapshot, rows) : nothing}
      ${this.#renderBox(snapshot)}
      ${notDrawn > 0 ? html`<p class="not-printed">${messages(snapshot.locale).notPrinted(notDrawn)}</p>` : nothing}
      ${section}
    `;
  }

  /** Renders the events, in a long list between two spacers for those that are not drawn. */
  #renderBox(snapshot: Snapshot) {
    const {years, shown, stop} = this.#listing;
    const {locale, words, selected} = snapshot;
    const isLong = this.#long;
    return html`<div class=${isLong ? 'list long' : 'list'} role="group" aria-label=${messages(locale).list}
      tabindex=${isLong ? -1 : nothing} @click=${this.#onClick} @keydown=${this.#onKeydown}
      @focusin=${this.#onFocus} @scroll=${this.#onScroll}>
      ${guard(
        [years, shown, locale, words, selected, stop, this.headingLevel],
        () => html`<div></div><div>${this.#renderYears(snapshot)}</div><div></div>`,
      )}
    </div>`;
  }

  #renderYears(snapshot: Snapshot) {
    const {years, shown, visible, stop, rows} = this.#listing;
    const from = this.#window.value?.slice.from ?? 0;
    const stateOf = ({id}: StoryEvent, i: number): ItemState => ({
      dimmed: shown?.has(id) === false,
      out: !visible.has(id),
      stop: id === stop,
      place: this.#long ? [from + i + 1, rows.length] : undefined,
    });
    return renderYears(years, Math.min(Math.max(this.headingLevel, 1), 5), stateOf, snapshot);
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.list');
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
  }

  #item(id: string | null): HTMLElement | undefined {
    return this.#items().find(({dataset}) => dataset.id === id);
  }

  #idOf(event: Event): string | undefined {
    return (event.target as Element).closest<HTMLElement>('.item')?.dataset.id;
  }

  #onFocus(event: FocusEvent): void {
    this.active = this.#idOf(event) ?? this.active;
  }

  #onClick(event: MouseEvent): void {
    if (!(event.target as Element).closest('.title')) return;
    const id = this.#idOf(event);
    if (id !== undefined) this.store.request({type: 'select', id});
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isHandled = event.key === 'Escape' ? this.#deselect() : this.#moveFocus(event);
    if (isHandled) event.preventDefault();
  }

  /** Clears the selection; false when nothing was selected. */
  #deselect(): boolean {
    if (this.snapshot?.selected == null) return false;
    this.store.request({type: 'select', id: null});
    return true;
  }

  /** Moves the focus by key, also to an event that is not drawn yet; false for other keys. */
  #moveFocus(event: KeyboardEvent): boolean {
    const {rows, visible} = this.#listing;
    const events = this.snapshot?.events;
    const window = this.#long ? this.#window.value : undefined;
    const from = window?.slice.from ?? 0;
    const items = this.#items().filter(({dataset}) => visible.has(dataset.id ?? ''));
    // The focus is on the container when the focused event is no longer drawn.
    const id = this.#idOf(event) ?? this.active;
    const drawn = items.findIndex(({dataset}) => dataset.id === id);
    const at = drawn < 0 && events ? lowerBound(rows, events.rowOf(id ?? '')) : drawn + from;
    const heightPx = Math.min(this.clientHeight, this.#box?.clientHeight ?? 0, innerHeight);
    const whole = window && {from, size: rows.length};
    const to = keyTarget(event.key, at, items, heightPx, whole);
    if (to < 0) return false;
    const row = rows[to];
    if (window && events && row !== undefined) {
      this.active = events.at(row).id;
      window.focus(to);
    } else items[to]?.querySelector<HTMLElement>('.title')?.focus();
    return true;
  }

  #onScroll(): void {
    this.#window.value?.onScroll();
  }

  readonly #onGap = (gap: Gap | null): void => {
    if (gap) this.gap = this.gap === gap ? null : gap;
    else this.all = !this.all;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-list': CronoList;
  }
}
