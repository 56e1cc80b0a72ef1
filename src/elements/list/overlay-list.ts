import {html, nothing} from 'lit';
import type {Dataset, Overlay} from '../../core/dataset/index.js';
import {isOverlayShown, overlaysOf} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {categoryOf, overlayDate, overlayFacts, sourceNotes, textOf} from '../../words/index.js';
import {type CronoElement, draw, heading} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {outlinesOf} from '../overlays/outlines.js';
import {keyTarget, visibleHeight} from './keys.js';

/** How many are listed at first, and with each click on the button after them. */
const STEP = 100;

/** What the section asks of its list. */
export interface OverlayListHost {
  readonly headingLevel: number;
  readonly select: (id: string) => void;
}

/** The section of a list for shapes and routes, below the events. Those outside the range are listed and marked. */
export class OverlayList {
  #dataset: Dataset | undefined;
  #unsubscribe: (() => void) | undefined;
  #listed = STEP;
  /** The tab stop of the section. */
  #active: string | null = null;

  constructor(readonly element: CronoElement) {}

  /** Stops listening for geometries. */
  stop(): void {
    this.#unsubscribe?.();
    this.#dataset = undefined;
  }

  render(snapshot: Snapshot, {headingLevel, select}: OverlayListHost) {
    const {dataset, locale, selected} = snapshot;
    this.#follow(dataset);
    const text = messages(locale);
    const all = overlaysOf(dataset);
    // A selected one is listed, however many come before it.
    const at = all.findIndex(({id}) => id === selected);
    if (at >= this.#listed) this.#listed = at + 1;
    const listed = all.slice(0, this.#listed);
    const stop =
      [this.#active, selected].find((id) => listed.some((each) => each.id === id)) ?? listed[0]?.id;
    const more = all.length - listed.length;
    return html`<div class="year" role="group" aria-label=${text.onMap} @keydown=${this.#onKeydown}
      @focusin=${this.#onFocus}>
      ${heading(headingLevel, 'year-name', text.onMap)}
      <div class="month"><ol>${repeat(
        listed,
        ({id}) => id,
        (overlay) => this.#renderItem(overlay, overlay.id === stop, snapshot, select),
      )}</ol></div>
      ${more > 0 ? html`<button @click=${this.#onMore}>${text.more(more)}</button>` : nothing}
    </div>`;
  }

  #follow(dataset: Dataset): void {
    if (dataset === this.#dataset) return;
    this.stop();
    this.#dataset = dataset;
    this.#listed = STEP;
    const outlines = outlinesOf(dataset);
    this.#unsubscribe = outlines.subscribe(() => this.element.requestUpdate());
    // Files are left to the map and the card: a list needs none of them.
    for (const shape of dataset.shapes) outlines.read(shape);
  }

  #renderItem(overlay: Overlay, isStop: boolean, snapshot: Snapshot, select: (id: string) => void) {
    const {id, name, category, cite} = overlay;
    const isSelected = id === snapshot.selected;
    const isDimmed = !isOverlayShown(overlay, snapshot);
    const part = `item${isSelected ? ' item-selected' : ''}${isDimmed ? ' item-dimmed' : ''}`;
    const facts = overlayFacts(overlay, outlinesOf(snapshot.dataset).sizeOf(overlay), snapshot);
    return html`<li part=${part} class=${part} data-id=${id}>
      <div class="when"><span part="date" class="date">${overlayDate(overlay, snapshot)}</span>${
        isDimmed ? html`<span class="outside">${messages(snapshot.locale).outside}</span>` : nothing
      }</div>
      <div class="what">
        <button part="title" class="title" tabindex=${isStop ? 0 : -1} @click=${() => select(id)}
          aria-current=${isSelected ? 'true' : nothing}>${draw(textOf(name, snapshot, false))}</button>
        <div class="marks">${category === undefined ? nothing : draw(categoryOf(overlay, snapshot))} ${draw(sourceNotes(cite, snapshot), {tabbable: isStop})}</div>
        ${facts ? html`<div class="facts">${draw(facts)}</div>` : nothing}
      </div>
    </li>`;
  }

  readonly #onMore = (): void => {
    this.#listed += STEP;
    this.element.requestUpdate();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    this.#active = (event.target as Element).closest<HTMLElement>('.item')?.dataset.id ?? this.#active;
    this.element.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('.item')];
    const at = items.findIndex((item) => item.contains(event.target as Node));
    const heightPx = visibleHeight(this.element);
    const to = at < 0 ? -1 : keyTarget(event.key, at, items, heightPx);
    if (to < 0) return;
    event.preventDefault();
    items[to]?.querySelector<HTMLElement>('.title')?.focus();
  };
}
