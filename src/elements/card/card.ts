import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {noteStyles, PartController, SightController, StoryView, shapeStyles} from '../base/index.js';
import styles from './card.styles.js';
import type {CardHost, IntroductionHost} from './card-host.js';

/**
 * @summary The selected event, shape or route in full: media, date, title, text, figures with their claimants, first
 * source, places; all sources and related events on request.
 * @since 0.1.0
 *
 * @element crono-card
 *
 * @slot empty - Shown in place of the introduction to the story while nothing is selected.
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
 * @csspart first-source - The first source, in one line.
 * @csspart section - What opens on request: all sources, related events, how places are known, further figures.
 * @csspart summary - The title of such a section, which opens it.
 * @csspart source - One numbered source.
 * @csspart correction - One correction.
 * @csspart step - The buttons to the events before and after.
 * @csspart close - The button that closes it.
 * @csspart to-list - The button that leads to the event in the list.
 * @csspart introduction - What introduces the story while nothing is selected.
 * @csspart introduction-title - The story's title there, and that of its first event.
 * @csspart scope - How many events and sources there are, and their period.
 * @csspart begin - The button that leads to the first event.
 *
 * @cssproperty --crono-card-surface - Background; none by default.
 * @cssproperty --crono-card-padding - Room between that and what it holds; none by default.
 * @cssstate empty - Nothing is selected.
 */
export class CronoCard extends StoryView {
  static override readonly tag = 'crono-card';
  static override styles = [StoryView.styles, shapeStyles, noteStyles, styles];
  static override readonly properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Level of the title's heading, 1 to 5; headings below it get the next level. */
  headingLevel = 3;

  #shown: string | null | undefined;
  readonly #event = new PartController(
    this,
    () => import('./event.js'),
    ({EventCard}) => new EventCard(this, () => this.store.story, this.#allow),
  );
  #drawn: TemplateResult | undefined;
  readonly #introduction = new PartController(this, () => import('./introduction.js'));
  readonly #overlay = new PartController(
    this,
    () => import('./overlay.js'),
    ({OverlayCard}) => new OverlayCard(this, () => this.store.story),
  );

  constructor() {
    super();
    new SightController(
      this,
      () => this.store.story,
      (event) => {
        event.cards.push(this);
        event.isSaid ||= (this.#event.value ?? this.#overlay.value)?.isRead() === true;
      },
    );
  }

  protected override watch({selected, shown, hosts}: Snapshot) {
    return [selected, shown, hosts];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    this.setState('empty', snapshot?.selected === null);
  }

  protected override updated(): void {
    const selected = this.snapshot?.selected;
    // Of another event the beginning is read first, where the card scrolls by itself.
    if (selected !== this.#shown) this.scrollTop = 0;
    this.#shown = selected;
  }

  protected override renderStory(snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    const host: CardHost = {
      headingLevel: Math.min(Math.max(this.headingLevel, 1), 5),
      story: this.store.story ?? this,
      allow: this.#allow,
      select: (id) => this.#select(id),
      close: this.#close,
    };
    const isEmpty = snapshot.selected === null;
    const drawn = isEmpty
      ? this.#introduction.get()?.render(snapshot, this.#introduced)
      : this.#partFor(snapshot).get()?.render(snapshot, host);
    // While a part is on its way what was there stays, or the room of the card.
    if (!drawn && this.lazyParts.pending) return this.#drawn;
    this.#drawn = html`<article class="card" aria-label=${text.card} tabindex="-1" @keydown=${this.#onKeydown} @click=${this.#onClick}>
      ${isEmpty ? html`<slot name="empty">${drawn ?? nothing}</slot>` : (drawn ?? nothing)}
    </article>`;
    return this.#drawn;
  }

  #partFor({dataset, selected}: Snapshot) {
    return indexOf(dataset).overlay.has(selected ?? '') ? this.#overlay : this.#event;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.snapshot?.selected) return;
    event.preventDefault();
    this.#close();
  }

  /** Opens and focuses the bibliography entry of a source number, as fragment links do not work inside a shadow root. */
  #onClick(event: MouseEvent): void {
    const note = (event.target as Element).closest<HTMLElement>('a.note');
    if (!note) return;
    event.preventDefault();
    const entry = this.renderRoot.querySelector<HTMLElement>(
      `.sources > [data-id="${CSS.escape(note.dataset.source ?? '')}"]`,
    );
    const section = entry?.closest('details');
    if (section) section.open = true;
    entry?.focus();
  }

  /** What its introduction to the story needs; the default layout says the title above. */
  get #introduced(): IntroductionHost {
    const {story} = this.store;
    return {
      headingLevel: this.headingLevel,
      isTitled: this.getRootNode() !== story?.shadowRoot,
      select: this.#leave,
    };
  }

  readonly #close = (): void => this.#leave(null);

  /** Selects by a button that is then removed: keeps the focus in the card. */
  readonly #leave = (id: string | null): void => {
    this.#select(id);
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus({preventScroll: true});
  };

  #select(id: string | null): void {
    this.store.request({type: 'select', id});
  }

  readonly #allow = (host: string): void => this.store.request({type: 'allow', hosts: [host]});
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-card': CronoCard;
  }
}
