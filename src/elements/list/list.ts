import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {StoryEvent} from '../../core/dataset/index.js';
import {groupByMonth, type ListGroup, type ListYear} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatDate, messages} from '../../i18n/index.js';
import {
  CronoElement,
  categoryMark,
  eventDate,
  figureStyles,
  figuresOf,
  heading,
  inlineText,
  noteStyles,
  placesOf,
  placeWords,
  StoreController,
  safeLink,
  shapeStyles,
  sourceNotes,
  statusMark,
} from '../base/index.js';
import {keyTarget} from './keys.js';
import styles from './list.styles.js';

/** What the data does not say of an event: such events are counted, and can be looked at alone. */
const GAPS = ['undated', 'unplaced', 'uncited'] as const;
type Gap = (typeof GAPS)[number];

/**
 * @summary The events as text, under years and months: all that the map and the timeline show, in words.
 * @since 0.1.0
 *
 * Events that the range or a filter leaves out are not shown until asked for, then marked; print has them all.
 *
 * @element crono-list
 * @attr {string} for - Id of the story, when the list is not inside it.
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
 *
 * @cssproperty --crono-list-surface - Background; none by default.
 * @cssstate empty - No event falls in the range.
 */
export class CronoList extends CronoElement {
  static override readonly tag = 'crono-list';
  static override styles = [CronoElement.styles, shapeStyles, noteStyles, figureStyles, styles];

  /** Id of the story, when the list is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Level of the years' headings, 1 to 5; the months follow. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** The event that Tab comes to, and the arrow keys are at; not the selected one until Enter is pressed. */
  @state() private active: string | null = null;
  /** Whether the events outside the range and filters are shown too. */
  @state() private all = false;
  @state() private gap: Gap | null = null;

  readonly #store = new StoreController(this, (s) => [s.dataset, s.selected, s.shown, s.locale, s.status]);
  #selected: string | null = null;
  #visible: ReadonlySet<string> = new Set();
  /** The event whose title and links Tab reaches. */
  #stop: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    if (snapshot && this.gap && snapshot.counts[this.gap] === 0) this.gap = null;
    const selected = snapshot?.selected ?? null;
    // Picked elsewhere: the next Tab into the list comes to it.
    if (selected !== null && selected !== this.#selected && !this.matches(':focus-within'))
      this.active = selected;
    const visible = snapshot ? [...snapshot.events].filter((event) => this.#isVisible(event, snapshot)) : [];
    this.#visible = new Set(visible.map(({id}) => id));
    const wanted = [this.active, snapshot?.selected].find((id) => id && this.#visible.has(id));
    this.#stop = wanted ?? visible[0]?.id;
    this.setState('empty', snapshot?.status === 'ready' && visible.length === 0);
  }

  protected override updated(): void {
    const selected = this.#store.snapshot?.selected ?? null;
    if (selected === this.#selected) return;
    this.#selected = selected;
    if (selected !== null) this.#reveal(selected);
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    if (snapshot.counts.events === 0) return nothing;
    const text = messages(snapshot.locale);
    return html`
      ${this.#renderHead(snapshot)}
      <div class="list" role="group" aria-label=${text.list} @click=${this.#onClick} @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>
        ${repeat(
          groupByMonth([...snapshot.events]),
          ({id}) => id,
          (year) => this.#renderYear(year, snapshot),
        )}
      </div>
    `;
  }

  #renderHead({counts, locale}: Snapshot) {
    const text = messages(locale);
    const words = {undated: text.undatedCount, unplaced: text.unplacedCount, uncited: text.uncitedCount};
    const rest = counts.events - counts.shown;
    return html`<div class="head">
      <span part="count" class="count">${rest > 0 ? text.shownOf(counts.shown, counts.events) : text.events(counts.events)}</span>
      ${
        rest > 0 && this.gap === null
          ? html`<button @click=${this.#onRest}>${this.all ? text.hideRest : text.showRest(rest)}</button>`
          : nothing
      }
      <span class="gaps">${GAPS.filter((gap) => counts[gap] > 0).map(
        (gap) =>
          html`<button data-gap=${gap} aria-pressed=${this.gap === gap} @click=${() => this.#onGap(gap)}>${words[gap](counts[gap])}</button>`,
      )}</span>
    </div>`;
  }

  #renderYear(year: ListYear, snapshot: Snapshot) {
    const level = Math.min(Math.max(this.headingLevel, 1), 5);
    const text = messages(snapshot.locale);
    return html`<div class=${this.#groupClass('year', year)}>
      ${heading(level, 'year-name', year.when ? formatDate(year.when, snapshot.locale) : text.undated)}
      ${year.months.map(
        (month) => html`<div class=${this.#groupClass('month', month)}>
          ${month.when ? heading(level + 1, 'month-name', formatDate(month.when, snapshot.locale)) : nothing}
          <ol>${repeat(
            month.events,
            ({id}) => id,
            (event) => this.#renderItem(event, snapshot),
          )}</ol>
        </div>`,
      )}
    </div>`;
  }

  #renderItem(event: StoryEvent, snapshot: Snapshot) {
    const {id, title, status, cite} = event;
    const text = messages(snapshot.locale);
    const selected = id === snapshot.selected;
    const dimmed = !snapshot.shown.has(id);
    const here = id === this.#stop;
    const notes = {
      href: ({url, archived}: {url?: string; archived?: string}) => safeLink(url ?? archived),
      tabbable: here,
    };
    const part = `item${selected ? ' item-selected' : ''}${dimmed ? ' item-dimmed' : ''}`;
    return html`<li part=${part} class="${part}${this.#visible.has(id) ? '' : ' out'}" data-id=${id}>
      <div class="when"><span part="date" class="date">${eventDate(event, snapshot.locale)}</span>${
        dimmed ? html`<span class="outside">${text.outside}</span>` : nothing
      }</div>
      <div class="what">
        <button part="title" class="title" tabindex=${here ? 0 : -1} aria-current=${selected ? 'true' : nothing}>${inlineText(title, snapshot)}</button>
        <div class="marks">${categoryMark(event, snapshot)} ${statusMark(status, snapshot.locale)} ${sourceNotes(cite, snapshot, notes)}</div>
        ${this.#renderPlaces(event, snapshot)}
        ${figuresOf(event, snapshot, notes)}
      </div>
    </li>`;
  }

  #renderPlaces(event: StoryEvent, snapshot: Snapshot) {
    const places = placesOf(event, snapshot);
    if (places.length === 0) return nothing;
    return html`<ul class="places" aria-label=${messages(snapshot.locale).places}>${places.map((place) => {
      const words = placeWords(place, snapshot);
      return html`<li part="place" data-place=${place.id}>${inlineText(place.name, snapshot)}${
        words ? html` <span class="known">(${words})</span>` : nothing
      }</li>`;
    })}</ul>`;
  }

  #groupClass(name: string, {events}: ListGroup): string {
    return events.some(({id}) => this.#visible.has(id)) ? name : `${name} out`;
  }

  #isVisible(event: StoryEvent, {shown, dataset, selected}: Snapshot): boolean {
    const {place} = indexOf(dataset);
    if (this.gap === 'undated') return !event.interval;
    if (this.gap === 'unplaced') return !event.places.some((id) => place.get(id)?.lat !== undefined);
    if (this.gap === 'uncited') return event.cite.length === 0;
    return this.all || shown.has(event.id) || event.id === selected;
  }

  /** Scrolls the list to an event that was selected elsewhere, if the list has a height of its own; never the page. */
  #reveal(id: string): void {
    if (this.scrollHeight <= this.clientHeight || this.matches(':focus-within')) return;
    const item = this.#item(id)?.getBoundingClientRect();
    const box = this.getBoundingClientRect();
    if (!item || item.height === 0) return;
    if (item.top < box.top || item.height > box.height) this.scrollTop += item.top - box.top;
    else if (item.bottom > box.bottom) this.scrollTop += item.bottom - box.bottom;
  }

  #item(id: string): HTMLElement | undefined {
    return this.#items().find(({dataset}) => dataset.id === id);
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
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
    if (id !== undefined) this.#store.request({type: 'select', id});
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') {
      if (this.#store.snapshot?.selected == null) return;
      event.preventDefault();
      this.#store.request({type: 'select', id: null});
      return;
    }
    const items = this.#items().filter(({dataset}) => this.#visible.has(dataset.id ?? ''));
    const at = items.findIndex(({dataset}) => dataset.id === this.#idOf(event));
    const next = items[keyTarget(event.key, at, items, Math.min(this.clientHeight, window.innerHeight))];
    if (!next) return;
    event.preventDefault();
    next.querySelector<HTMLElement>('.title')?.focus();
  }

  #onRest(): void {
    this.all = !this.all;
  }

  #onGap(gap: Gap): void {
    this.gap = this.gap === gap ? null : gap;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-list': CronoList;
  }
}
