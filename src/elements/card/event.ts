import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Overlay, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {categoryOf, dateOf, sourceNotes, statusesOf} from '../../words/index.js';
import {draw, drawFigures, heading, inlineText, type NoteOptions} from '../base/index.js';
import type {CardHost} from './card-host.js';
import eventStyles from './event.styles.js';
import {
  citedBy,
  correctionsPart,
  mediaPart,
  placesPart,
  relatedPart,
  relatedTo,
  sourcesPart,
} from './parts.js';

const NOTES: NoteOptions = {href: (id) => `#source-${encodeURIComponent(id)}`};

export const styles = [eventStyles];

/** Renders the selected event. */
export function render(snapshot: Snapshot, host: CardHost) {
  const event = indexOf(snapshot.dataset).event.get(snapshot.selected ?? '');
  if (!event) return nothing;
  return html`${renderBar(event, around(event, snapshot), snapshot, host)}
    ${repeat(
      // Keyed by event, so that an open note or a playing video does not carry over to the next.
      [event],
      ({id}) => id,
      () => renderFacts(event, snapshot, host),
    )}`;
}

/** Ids of the rows before and after the selected one. */
interface Around {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Renders the category, and the buttons that go on, back and close. */
export function renderBar(
  row: StoryEvent | Overlay,
  {previous, next}: Around,
  snapshot: Snapshot,
  {select, close}: CardHost,
) {
  const text = messages(snapshot.locale);
  // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the end of the story.
  const step = (id: string | undefined, label: string, path: string) =>
    html`<button class="step" aria-label=${label} title=${label} aria-disabled=${id === undefined} @click=${() => {
      if (id !== undefined) select(id);
    }}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d=${path}></path></svg></button>`;
  return html`<div class="bar">
    ${draw(categoryOf(row, snapshot))}
    <span class="steps">
      ${step(previous, text.previous, 'M2.5,-5L-2.5,0L2.5,5')}
      ${step(next, text.next, 'M-2.5,-5L2.5,0L-2.5,5')}
      <button aria-label=${text.close} title=${text.close} @click=${close}><svg viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true"><path d="M-5,-5L5,5M5,-5L-5,5"></path></svg></button>
    </span>
  </div>`;
}

function renderFacts(event: StoryEvent, snapshot: Snapshot, host: CardHost) {
  const {headingLevel, select} = host;
  const {title, text, media, corrections} = event;
  const level = Math.min(Math.max(headingLevel, 1), 5);
  // Without sources, the list of sources says so.
  const notes = event.cite.length > 0 ? draw(sourceNotes(event.cite, snapshot), NOTES) : nothing;
  return html`<div class="event" data-id=${event.id}><div class="main">
    <p class="kicker"><span part="date" class="date">${dateOf(event, snapshot)}</span> ${statusesOf(event, snapshot).map((each) => html`${draw(each)} `)}</p>
    ${heading(level, 'title', inlineText(title, snapshot), 'title')}
    ${text === undefined ? nothing : html`<p part="text" class="text">${inlineText(text, snapshot)} ${notes}</p>`}
    ${media.map((each) => mediaPart(each, snapshot, host))}
    ${drawFigures(event, snapshot, NOTES)}
    <div class="where">${placesPart(event, snapshot, NOTES)}</div>
    ${correctionsPart(corrections, level + 1, snapshot)}
    </div><div class="aside">
    ${relatedPart(relatedTo(event, snapshot), level + 1, snapshot, select)}
    ${sourcesPart(event.cite, citedBy(event, snapshot), level + 1, snapshot)}
  </div></div>`;
}

/** The previous and next shown event in time; the event itself need not be shown. */
function around(event: StoryEvent, {events, shown}: Snapshot): Around {
  const at = events.rowOf(event.id);
  const along = (step: 1 | -1) => {
    let row = at + step;
    while (row >= 0 && row < events.size && !shown.hasRow(row)) row += step;
    return row >= 0 && row < events.size ? events.at(row).id : undefined;
  };
  return {previous: along(-1), next: along(1)};
}
