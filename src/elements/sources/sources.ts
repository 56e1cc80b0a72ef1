import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {CronoElement, StoreController} from '../base/index.js';

/**
 * @summary What the story stands on: its numbered sources, its corrections, licence, authors and last update.
 * @since 0.1.0
 *
 * What draws them is fetched once there is a dataset.
 *
 * @element crono-sources
 * @attr {string} for - Id of the story, when the sources are not inside it.
 *
 * @slot - Shown until a dataset is ready.
 *
 * @csspart source - One numbered source.
 * @csspart correction - One correction of the story.
 * @csspart about - Authors, last update, licence.
 *
 * @cssproperty --crono-sources-surface - Background; none by default.
 * @cssstate empty - The story names no source.
 */
export class CronoSources extends CronoElement {
  static override readonly tag = 'crono-sources';

  /** Id of the story, when the sources are not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Level of the headings, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  readonly #store = new StoreController(this, (s) => [s.dataset, s.locale, s.status]);
  readonly #entries = this.lazily(() => import('./entries.js'));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    const entries = snapshot?.status === 'ready' && this.#entries();
    if (entries) this.dress(entries.styles);
    this.setState('empty', snapshot?.status === 'ready' && snapshot.dataset.sources.length === 0);
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    const entries = snapshot?.status === 'ready' ? this.#entries() : undefined;
    return snapshot && entries ? entries.renderAll(snapshot, this.headingLevel) : html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-sources': CronoSources;
  }
}
