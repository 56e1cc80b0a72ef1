import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Media, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  CronoElement,
  categoryMark,
  eventDate,
  figureStyles,
  figuresOf,
  heading,
  inlineText,
  type NoteOptions,
  noteStyles,
  StoreController,
  shapeStyles,
  sourceNotes,
  statusMark,
} from '../base/index.js';
import styles from './card.styles.js';
import {correctionsPart, mediaPart, placesPart, relatedPart, sourcesPart} from './parts.js';

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

  readonly #store = new StoreController(this, (s) => [s.dataset, s.selected, s.shown, s.locale, s.status]);
  readonly #notes: NoteOptions = {href: ({id}) => `#source-${encodeURIComponent(id)}`};
  /** Media with a warning that the reader asked for: rows of the dataset, so another dataset asks again. */
  readonly #asked = new WeakSet<Media>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    this.setState('empty', snapshot?.status === 'ready' && snapshot.selected === null);
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    const text = messages(snapshot.locale);
    const event = indexOf(snapshot.dataset).event.get(snapshot.selected ?? '');
    return html`<article class="card" aria-label=${text.card} tabindex="-1" @keydown=${this.#onKeydown} @click=${this.#onClick}>
      ${
        event
          ? html`${this.#renderBar(event, snapshot)}
              ${repeat(
                // Made anew for each event: an open note or a playing film belongs to its own.
                [event],
                ({id}) => id,
                () => this.#renderEvent(event, snapshot),
              )}`
          : html`<slot name="empty"><p class="nothing">${text.nothingSelected}</p></slot>`
      }
    </article>`;
  }

  #renderBar(event: StoryEvent, snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    const {previous, next} = around(event, snapshot);
    // Not `disabled`: the button that was pressed keeps the focus at the end of the story.
    const step = (id: string | undefined, label: string, path: string) =>
      html`<button class="step" aria-label=${label} title=${label} aria-disabled=${id === undefined} @click=${() => {
        if (id !== undefined) this.#select(id);
      }}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
    return html`<div class="bar">
      ${categoryMark(event, snapshot)}
      <span class="steps">
        ${step(previous, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
        ${step(next, text.next, 'M-2.5,-5L2.5,0L-2.5,5')}
        <button aria-label=${text.close} title=${text.close} @click=${this.#close}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d="M-5,-5L5,5M5,-5L-5,5"></path></svg></button>
      </span>
    </div>`;
  }

  #renderEvent(event: StoryEvent, snapshot: Snapshot) {
    const {title, text, status, media, corrections} = event;
    const level = Math.min(Math.max(this.headingLevel, 1), 5);
    // Without a source the list of sources says so, once.
    const notes = event.cite.length > 0 ? sourceNotes(event.cite, snapshot, this.#notes) : nothing;
    return html`<div class="event" data-id=${event.id}><div class="main">
      <p class="kicker"><span part="date" class="date">${eventDate(event, snapshot.locale)}</span> ${statusMark(status, snapshot.locale)}</p>
      ${heading(level, 'title', inlineText(title, snapshot), 'title')}
      ${text === undefined ? nothing : html`<p part="text" class="text">${inlineText(text, snapshot)} ${notes}</p>`}
      ${media.map((each) => mediaPart(each, snapshot, this.#asked.has(each), () => void this.#show(each)))}
      ${figuresOf(event, snapshot, this.#notes)}
      <div class="where">${placesPart(event, snapshot, this.#notes)}</div>
      ${correctionsPart(corrections, level + 1, snapshot)}
      </div><div class="aside">
      ${relatedPart(event, level + 1, snapshot, (id) => this.#select(id))}
      ${sourcesPart(event, level + 1, snapshot)}
    </div></div>`;
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

  async #show(media: Media): Promise<void> {
    const figure = this.shadowRoot?.activeElement?.closest<HTMLElement>('figure');
    this.#asked.add(media);
    this.requestUpdate();
    await this.updateComplete;
    figure?.focus({preventScroll: true});
  }
}

/** The shown events before and after one, in time; the one itself need not be shown. */
function around(event: StoryEvent, {events, shown}: Snapshot) {
  const at = events.rowOf(event.id);
  const along = (step: 1 | -1) => {
    let row = at + step;
    while (row >= 0 && row < events.size && !shown.hasRow(row)) row += step;
    return row >= 0 && row < events.size ? events.at(row).id : undefined;
  };
  return {previous: along(-1), next: along(1)};
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-card': CronoCard;
  }
}
