import {html, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {CronoElement, ResizeController, StoreController} from '../base/index.js';
import type {ClaimsPanel} from './claims-panel.js';

/**
 * @summary One question and the figures that answer it, side by side: who says what, as of when, by which sources.
 * @since 0.1.0
 *
 * Without a `question` it has those that the selected event's figures answer. Figures are in the order of their dates,
 * then of their claimants' names; none is chosen, and none is made of others. What draws them is fetched once there
 * is a dataset.
 *
 * @element crono-claims
 * @attr {string} for - Id of the story, when the claims are not inside it.
 *
 * @slot - Shown until a dataset is ready.
 * @slot empty - Shown in place of the hint while there is neither a question nor an event that has figures.
 *
 * @fires {CronoRequestEvent} crono-request - The reader went to the event of a figure.
 *
 * @csspart claim - One figure and all that is known of it; also `claim-selected` when its event is selected.
 * @csspart value - Its value in words, at its dot.
 * @csspart claimant - Who claims it, and what kind of claimant that is.
 * @csspart status - How far it is established.
 * @csspart source - Its sources.
 * @csspart axis - The axis of a group of figures.
 *
 * @cssproperty --crono-claims-surface - Background; none by default.
 * @cssstate empty - There is no figure to show.
 */
export class CronoClaims extends CronoElement {
  static override readonly tag = 'crono-claims';

  /** Id of the story, when the claims are not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Id of a question of the dataset; without it, the questions about the selected event. */
  @property() question: string | undefined;

  /** Level of the questions' headings, 1 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  readonly #size = new ResizeController(this);
  readonly #store = new StoreController(this, (s) => [s.dataset, s.selected, s.locale, s.status]);
  readonly #module = this.lazily(() => import('./claims-panel.js'));
  #panel: ClaimsPanel | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    const isReady = snapshot?.status === 'ready';
    const module = isReady && !this.#panel && this.#module();
    if (module) {
      this.dress(module.styles);
      this.#panel = new module.ClaimsPanel(this, this.#store, this.#size);
    }
    this.setState('empty', isReady && this.#panel?.take(snapshot) === 0);
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    const panel = snapshot?.status === 'ready' ? this.#panel : undefined;
    return snapshot && panel ? panel.render(snapshot) : html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-claims': CronoClaims;
  }
}
