import {html, nothing, type PropertyDeclarations} from 'lit';
import type {Media} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  figureStyles,
  noteStyles,
  PartController,
  SightController,
  StoryView,
  shapeStyles,
} from '../base/index.js';
import styles from './card.styles.js';
import type {CardHost} from './card-host.js';

/**
 * @summary The selected event, shape or route in full: date, places with their precision, text, figures with their
 * claimants, sources.
 * @since 0.1.0
 *
 * @element crono-card
 *
 * @slot empty - Shown in place of the hint while nothing is selected.
 *
 * @fires {CronoRequestEvent} crono-request - The reader selected another event, or closed the card.
 *
 * @csspart date - The date in words.
 * @csspart title - The title.
 * @csspart text - The text.
 * @csspart place - One place with its precision.
 * @csspart figure - One figure with its claimant.
 * @csspart value - Its number.
 * @csspart claimant - Its claimant.
 * @csspart status - Status of the event or of a figure.
 * @csspart source - One numbered source.
 * @csspart correction - One correction.
 *
 * @cssproperty --crono-card-surface - Background; none by default.
 * @cssstate empty - Nothing is selected.
 */
export class CronoCard extends StoryView {
  static override readonly tag = 'crono-card';
  static override styles = [StoryView.styles, shapeStyles, noteStyles, figureStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Level of the title's heading, 1 to 5; headings below it get the next level. */
  headingLevel = 3;

  /** Media with a warning that the reader has revealed. Keyed by rows, so another dataset starts over. */
  readonly #revealed = new WeakSet<Media>();
  readonly #event = new PartController(this, async () => (await import('../reading.js')).event);
  readonly #overlay = new PartController(
    this,
    () => import('./overlay.js'),
    ({OverlayCard}) => new OverlayCard(this),
  );

  constructor() {
    super();
    new SightController(this, () => this.store.story);
  }

  protected override watch({selected, shown, hosts}: Snapshot) {
    return [selected, shown, hosts];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot?.selected === null);
  }

  protected override renderStory(snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    const host: CardHost = {
      headingLevel: this.headingLevel,
      revealed: this.#revealed,
      show: (media) => this.#reveal(() => this.#revealed.add(media)),
      allow: (name) => this.#reveal(() => this.store.request({type: 'allow', hosts: [name]})),
      select: (id) => this.#select(id),
      close: this.#close,
    };
    return html`<article class="card" aria-label=${text.card} tabindex="-1" @keydown=${this.#onKeydown} @click=${this.#onClick}>
      ${
        snapshot.selected === null
          ? html`<slot name="empty"><p class="nothing">${text.nothingSelected}</p></slot>`
          : (this.#partFor(snapshot).get()?.render(snapshot, host) ?? nothing)
      }
    </article>`;
  }

  #partFor({dataset, selected}: Snapshot) {
    return indexOf(dataset).overlay.has(selected ?? '') ? this.#overlay : this.#event;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.snapshot?.selected) return;
    event.preventDefault();
    this.#close();
  }

  /** Focuses the bibliography entry of a source number, as fragment links do not work inside a shadow root. */
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
    // The pressed button is removed: keep the focus in the card.
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus({preventScroll: true});
  };

  #select(id: string | null): void {
    this.store.request({type: 'select', id});
  }

  /** Reveals media, and moves the focus from the pressed button to it. */
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
