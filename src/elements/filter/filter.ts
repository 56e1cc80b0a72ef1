import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {CronoElement, StoreController} from '../base/index.js';
import type {FilterPanel} from './filter-panel.js';

/**
 * @summary Narrows the story to a search, to categories, places, or those who say so, with the number of events that
 * each choice would leave.
 * @since 0.1.0
 *
 * What it looks like is fetched once there is a dataset to choose from.
 *
 * @element crono-filter
 * @attr {string} for - Id of the story, when the filter is not inside it.
 *
 * @slot - Shown until a dataset is ready.
 *
 * @fires {CronoRequestEvent} crono-request - The reader narrowed the story, or let go.
 *
 * @csspart count - How many of the events are shown.
 * @csspart search - The field for text.
 * @csspart group - Categories, those who say so, or places.
 * @csspart option - One choice; also `option-chosen`, `option-empty` when it would leave nothing.
 * @csspart option-count - How many events it would leave.
 * @csspart clear - A button that lets go of a group, or of everything.
 *
 * @cssproperty --crono-filter-surface - Background; none by default.
 * @cssstate empty - There is nothing to choose from.
 * @cssstate active - Something is chosen.
 */
export class CronoFilter extends CronoElement {
  static override readonly tag = 'crono-filter';

  /** Id of the story, when the filter is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  readonly #store = new StoreController(this, (s) => [s.dataset, s.shown, s.filters, s.locale, s.status]);
  readonly #module = this.lazily(() => import('./filter-panel.js'));
  #panel: FilterPanel | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#panel?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const {status, counts, filters} = this.#store.snapshot ?? {};
    const isThere = status === 'ready' && counts !== undefined && counts.events > 0;
    const module = isThere && !this.#panel ? this.#module() : undefined;
    if (module) this.#panel = new module.FilterPanel(this, this.#store);
    this.setState('empty', status === 'ready' && counts?.events === 0);
    this.setState('active', filters !== undefined && Object.values(filters).some((each) => each.length > 0));
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    return snapshot.counts.events > 0 && this.#panel ? this.#panel.render(snapshot) : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-filter': CronoFilter;
  }
}
