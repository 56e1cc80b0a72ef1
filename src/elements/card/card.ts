import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Media} from '../../core/dataset/index.js';
import {indexOf} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {CronoElement, figureStyles, noteStyles, StoreController, shapeStyles} from '../base/index.js';
import styles from './card.styles.js';
import type {CardHost} from './event.js';

/**
 * @summary The selected event in full: what, when, where as far as it is known, how many and who says so.
 * @since 0.1.0
 *
 * @element crono-card
 * @attr {string} for - Id of the story, when the card is not inside it.
 *
 * @slot - Shown until a dataset is ready.
 * @slot empty - Shown in place of the hint while no event is selected.
 *
 * @fires {CronoRequestEvent} crono-request - The reader went to another event, or closed the card.
 *
 * @csspart date - The date in words.
 * @csspart title - The title.
 * @csspart text - The text.
 * @csspart place - One place and how exactly it is known.
 * @csspart figure - One figure with its claimant.
 * @csspart value - Its number.
 * @csspart claimant - Who claims it.
 * @csspart status - How far the event, or a figure, is established.
 * @csspart source - One numbered source.
 * @csspart correction - One correction.
 *
 * @cssproperty --crono-card-surface - Background; none by default.
 * @cssstate empty - No event is selected.
 */
export class CronoCard extends CronoElement {
  static override readonly tag = 'crono-card';
  static override styles = [CronoElement.styles, shapeStyles, noteStyles, figureStyles, styles];

  /** Id of the story, when the card is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Level of the title's heading, 1 to 5; those below it follow. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  readonly #store = new StoreController(this, (s) => [
    s.dataset,
    s.selected,
    s.shown,
    s.locale,
    s.status,
    s.hosts,
  ]);
  /** Media with a warning that the reader asked for: rows of the dataset, so another dataset asks again. */
  readonly #asked = new WeakSet<Media>();
  /** What draws an event. */
  readonly #drawing = this.lazily(() => import('./event.js'));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    const isReady = snapshot?.status === 'ready';
    this.setState('empty', isReady && snapshot.selected === null);
    const drawing = isReady && snapshot.selected !== null && this.#drawing();
    if (drawing) this.dress(drawing.styles);
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    const text = messages(snapshot.locale);
    const event = indexOf(snapshot.dataset).event.get(snapshot.selected ?? '');
    const host: CardHost = {
      headingLevel: this.headingLevel,
      asked: this.#asked,
      show: (media) => this.#reveal(() => this.#asked.add(media)),
      allow: (name) => this.#reveal(() => this.#store.request({type: 'allow', hosts: [name]})),
      select: (id) => this.#select(id),
      close: this.#close,
    };
    return html`<article class="card" aria-label=${text.card} tabindex="-1" @keydown=${this.#onKeydown} @click=${this.#onClick}>
      ${
        event
          ? (this.#drawing()?.renderEvent(event, snapshot, host) ?? nothing)
          : html`<slot name="empty"><p class="nothing">${text.nothingSelected}</p></slot>`
      }
    </article>`;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#store.snapshot?.selected) return;
    event.preventDefault();
    this.#close();
  }

  /** A number leads to its entry below: an address would not reach into the element. */
  #onClick(event: MouseEvent): void {
    const note = (event.target as Element).closest<HTMLElement>('a.note');
    if (!note) return;
    event.preventDefault();
    const id = note.dataset.source;
    const entries = [...this.renderRoot.querySelectorAll<HTMLElement>('.sources > li')];
    entries.find(({dataset}) => dataset.id === id)?.focus();
  }

  readonly #close = (): void => {
    this.#select(null);
    // The pressed button goes; its reader stays where the card is.
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus({preventScroll: true});
  };

  #select(id: string | null): void {
    this.#store.request({type: 'select', id});
  }

  /** Shows what was held back, in the place of the button that was pressed. */
  #reveal(lift: () => void): void {
    const figure = this.shadowRoot?.activeElement?.closest<HTMLElement>('figure');
    lift();
    this.requestUpdate();
    void this.updateComplete.then(() => figure?.focus({preventScroll: true}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-card': CronoCard;
  }
}
