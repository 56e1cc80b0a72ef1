import {html, nothing} from 'lit';
import type {Overlay, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Neighbours, neighboursOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {categoryOf, dateOf, statusesOf} from '../../words/index.js';
import {
  type CronoElement,
  domId,
  draw,
  heading,
  inlineText,
  listOf,
  type NoteOptions,
} from '../base/index.js';
import {repeat} from '../base/repeat.js';
import {eventStyles, renderEvent} from '../event/event-body.js';
import {type MediaPart, mediaPart} from '../event/media-part.js';
import {PrintController} from '../event/printing.js';
import type {CardHost} from './card-host.js';
import {isRead} from './reading.js';
import own from './selected.styles.js';

export const styles = [...eventStyles, own];

/** In a card, the number of a source leads to its entry in the card. */
const NOTES: NoteOptions = {href: (id) => `#${domId('source', id)}`};

/** The card of an event. */
export class EventCard {
  readonly #media: MediaPart;

  /** @param allow asks the story to fetch from a host */
  constructor(
    readonly element: CronoElement,
    readonly story: () => HTMLElement | undefined,
    allow: CardHost['allow'],
  ) {
    this.#media = mediaPart(element, allow, story);
    new PrintController(element, {story});
  }

  /** Whether it is read on the screen, so that no other view needs to say it. */
  isRead(): boolean {
    return isRead(this.element);
  }

  render(snapshot: Snapshot, host: CardHost) {
    const event = indexOf(snapshot.dataset).event.get(snapshot.selected ?? '');
    if (!event) return nothing;
    return html`${renderBar(event, neighboursOf(event.id, snapshot), snapshot, host)}
      ${repeat(
        // Keyed by event, so that a playing video does not carry over to the next.
        [event],
        ({id}) => id,
        () =>
          renderEvent(event, renderHead(event, snapshot, host), snapshot, {
            ...host,
            notes: NOTES,
            media: this.#media,
          }),
      )}
      ${this.#renderWay(event.id, snapshot)}`;
  }

  /** The way to the row of the list, between its neighbours. */
  #renderWay(id: string, {locale}: Snapshot) {
    const list = listOf(this.story());
    if (!list) return nothing;
    return html`<button part="to-list" class="to-list" @click=${() => list.show(id)}>${messages(locale).showInList}</button>`;
  }
}

/** Renders the date, the statuses and the title. */
function renderHead(event: StoryEvent, snapshot: Snapshot, {headingLevel}: CardHost) {
  const statuses = statusesOf(event, snapshot).map((each) => html`${draw(each)} `);
  return html`<p class="kicker"><span part="date" class="date">${dateOf(event, snapshot)}</span> ${statuses}</p>
    ${heading(headingLevel, 'title', inlineText(event.title, snapshot), 'title')}`;
}

/** Renders the category, and the buttons that go on, back and close. */
export function renderBar(
  row: StoryEvent | Overlay,
  {previous, next}: Neighbours,
  snapshot: Snapshot,
  {select, close}: CardHost,
) {
  const text = messages(snapshot.locale);
  // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the end of the story.
  const step = (id: string | undefined, label: string, path: string) =>
    html`<button part="step" class="step" aria-label=${label} title=${label} aria-disabled=${id === undefined} @click=${() => {
      if (id !== undefined) select(id);
    }}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
  return html`<div class="bar">
    ${draw(categoryOf(row, snapshot))}
    <span class="steps">
      ${step(previous, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
      ${step(next, text.next, 'M-2.5,-5L2.5,0L-2.5,5')}
      <button part="close" aria-label=${text.close} title=${text.close} @click=${close}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d="M-5,-5L5,5M5,-5L-5,5"></path></svg></button>
    </span>
  </div>`;
}
