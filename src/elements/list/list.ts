import {html, noChange, nothing, type PropertyDeclarations} from 'lit';
import {lowerBound} from '../../core/arrays/index.js';
import type {StoryEvent} from '../../core/dataset/index.js';
import {groupByMonth, type ListYear} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Shown} from '../../core/table/index.js';
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
import {DRAWN, type Gap, listedRows, type Rows, Seen} from './listed-rows.js';

/** The list of a longer story has a box of its own, in which a part is drawn. */
const LONG = 100;
/** How long a range must rest before a long list follows it, in milliseconds. */
const REST = 100;

/**
 * @summary The events as text, under years and months: all that the map and the timeline show, in words.
 * @since 0.1.0
 *
 * Events that the range or a filter leaves out are not shown until asked for, then marked; print has them all. The
 * list of a story of more than 100 events scrolls in a box of its own: what is near the reader's place is drawn, and
 * printed.
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
 * @csspart place - One of its places and how exactly it is known.
 * @csspart status - How far the event, or a figure, is established.
 * @csspart figure - One figure with its claimant.
 * @csspart value - Its number.
 * @csspart claimant - Who claims it.
 * @csspart count - How many of the events are shown.
 * @csspart position - Of a long list, which part is in view.
 *
 * @cssproperty --crono-list-surface - Background; none by default.
 * @cssproperty --crono-list-height - How tall the box of a long list may be.
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
    rested: {state: true},
  };

  /** Level of the years' headings, 1 to 5; the months follow. */
  headingLevel = 3;

  /** The event that Tab comes to, and the arrow keys are at; not the selected one until Enter is pressed. */
  private active: string | null = null;
  /** Whether the events outside the range and filters are shown too. */
  private all = false;
  private gap: Gap | null = null;
  private rested = false;

  readonly #size = new ResizeController(this);
  #selected: string | null = null;
  #long = false;
  /** What shows a part of a long list: until it is there the list has its start. */
  readonly #window = new PartController(
    this,
    () => import('./window.js'),
    ({ListWindow}) => {
      // What was selected meanwhile is shown now.
      this.#selected = null;
      return new ListWindow(this);
    },
  );
  /** What the list is made of: a long one follows the story once that rests. */
  #shown: Shown | undefined;
  #rows: Rows = new Uint32Array(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is drawn, and the ids of what of that is on the screen. */
  #years: readonly ListYear[] = [];
  #visible: ReadonlySet<string> = new Set();
  /** The event whose title and links Tab reaches. */
  #stop: string | undefined;
  /** Whether the focus was within before the drawing. */
  #held = false;
  readonly #seen = new Seen();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override watch({selected, shown}: Snapshot) {
    return [selected, shown];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    if (snapshot && this.gap && snapshot.counts[this.gap] === 0) this.gap = null;
    this.#long = snapshot !== undefined && snapshot.events.size > LONG;
    if (this.#long) this.#window.get();
    const selected = snapshot?.selected ?? null;
    // Picked elsewhere: the next Tab into the list comes to it.
    const picked = selected !== null && selected !== this.#selected && !this.matches(':focus-within');
    if (picked) this.active = selected;
    this.#held = this.#box?.matches(':focus-within') === true;
    if (snapshot) this.#list(snapshot, picked);
    this.setState('empty', snapshot !== undefined && this.#rows.length === 0);
  }

  protected override updated(): void {
    if (this.#long) this.#window.value?.settle();
    // What had the focus was moved, or is not drawn any more.
    if (this.#long && this.#held && !this.shadowRoot?.activeElement) {
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
    if (snapshot.counts.events === 0) {
      this.#seen.forget('drawn');
      return nothing;
    }
    const {counts, locale, words, selected} = snapshot;
    const text = messages(locale);
    const long = this.#long;
    const rest = counts.events - this.#years.reduce((sum, {events}) => sum + events.length, 0);
    const drawn = [this.#years, this.#shown, locale, words, selected, this.#stop, this.headingLevel];
    const isNew = this.#seen.isNew('drawn', drawn);
    return html`
      ${renderHead(snapshot, this.gap, this.all, this.#onGap)}
      ${long ? this.#window.value?.position(snapshot, this.#rows) : nothing}
      <div class="list${long ? ' long' : ''}" role="group" aria-label=${text.list} tabindex=${long ? -1 : nothing}
        @click=${this.#onClick} @keydown=${this.#onKeydown} @focusin=${this.#onFocus} @scroll=${this.#onScroll}>
        ${isNew ? html`<div></div><div>${this.#renderYears(snapshot)}</div><div></div>` : noChange}
      </div>
      ${rest > 0 ? html`<p class="not-printed">${text.notPrinted(rest)}</p>` : nothing}
    `;
  }

  #renderYears(snapshot: Snapshot) {
    const from = this.#window.value?.part.from ?? 0;
    const stateOf = ({id}: StoryEvent, i: number): ItemState => ({
      dimmed: this.#shown?.has(id) === false,
      out: !this.#visible.has(id),
      stop: id === this.#stop,
      place: this.#long ? [from + i + 1, this.#rows.length] : undefined,
    });
    return renderYears(this.#years, Math.min(Math.max(this.headingLevel, 1), 5), stateOf, snapshot);
  }

  /** What is listed, and what of it is drawn. */
  #list(snapshot: Snapshot, picked: boolean): void {
    const {events, shown, selected} = snapshot;
    const long = this.#long;
    const table = this.#shown?.table;
    const isSame = shown === this.#shown || events !== table;
    clearTimeout(this.#timer);
    if (!long || isSame || this.rested) this.#shown = shown;
    else
      this.#timer = setTimeout(() => {
        this.rested = true;
      }, REST);
    this.rested = false;
    const list = this.#shown ?? shown;
    const row = selected === null ? -1 : events.rowOf(selected);
    const before = this.#rows;
    // A story that is still coming in has other rows than before for the same events.
    let top = before[this.#window.value?.view.from ?? 0] ?? -1;
    if (top >= 0 && table && table !== events) top = events.rowOf(table.at(top).id);
    if (this.#seen.isNew('gap', [this.gap])) top = -1;
    const extra = this.gap || this.all || list.hasRow(row) ? -1 : row;
    const isNew = this.#seen.isNew('rows', [list, this.gap, this.all, extra]);
    if (isNew) this.#rows = listedRows(snapshot, list, this.gap, this.all, extra);
    const rows = this.#rows;
    const isOther = this.#seen.isNew('width', [this.#size.widthPx, this.#window.value]) || rows !== before;
    const {from, to} = long ? this.#part(isOther, top, picked ? row : -1) : {from: 0, to: rows.length};
    const drawn = rows.subarray(from, to);
    if (this.#seen.isNew('years', [rows, long, from, to])) {
      this.#years = groupByMonth(long ? Array.from(drawn, (each) => events.at(each)) : [...events]);
      this.#visible = new Set(Array.from(drawn, (each) => events.at(each).id));
    }
    const first = rows[long ? (this.#window.value?.view.from ?? 0) : 0] ?? rows[from];
    const stop = [this.active, selected].find((id) => id && this.#visible.has(id));
    this.#stop = stop ?? (first === undefined ? undefined : events.at(first).id);
  }

  /** The part of a long list that is drawn. `isOther`: other rows, or wider; `top`: the row at the reader's place. */
  #part(isOther: boolean, top: number, picked: number) {
    const window = this.#window.value;
    if (!window) return {from: 0, to: DRAWN};
    const rows = this.#rows;
    const {from, topPx} = window.view;
    // It stays there; unless that was the start.
    const isInside = top >= 0 && (from > 0 || topPx < 0);
    if (isOther) window.goTo(isInside ? lowerBound(rows, top) : 0, rows.length, isInside ? topPx : 0);
    const at = lowerBound(rows, picked);
    if (picked >= 0 && rows[at] === picked) window.reveal(at, rows.length);
    return window.part;
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
    const {snapshot} = this;
    if (event.key === 'Escape') {
      if (snapshot?.selected == null) return;
      event.preventDefault();
      this.store.request({type: 'select', id: null});
      return;
    }
    const items = this.#items().filter(({dataset}) => this.#visible.has(dataset.id ?? ''));
    // With the focus on the box: the event that had it is not drawn any more.
    const id = this.#idOf(event) ?? this.active;
    const drawn = items.findIndex(({dataset}) => dataset.id === id);
    const window = this.#long ? this.#window.value : undefined;
    const whole = window && {from: window.part.from, size: this.#rows.length};
    const at =
      drawn < 0 && snapshot
        ? lowerBound(this.#rows, snapshot.events.rowOf(id ?? ''))
        : drawn + (whole?.from ?? 0);
    const heightPx = Math.min(this.clientHeight, this.#box?.clientHeight ?? 0, innerHeight);
    const to = keyTarget(event.key, at, items, heightPx, whole);
    if (to < 0) return;
    event.preventDefault();
    const row = this.#rows[to];
    if (window && snapshot && row !== undefined) {
      this.active = snapshot.events.at(row).id;
      window.focus(to);
    } else items[to]?.querySelector<HTMLElement>('.title')?.focus();
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
