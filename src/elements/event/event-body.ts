import {html, nothing} from 'lit';
import type {StoryEvent} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {figuresBy, sourceNotes} from '../../words/index.js';
import {draw, drawDefinitions, drawFigures, figureStyles, inlineText} from '../base/index.js';
import own from './event.styles.js';
import type {EventHost} from './event-host.js';
import {
  citedBy,
  correctionsPart,
  firstSourcePart,
  placesPart,
  relatedPart,
  relatedTo,
  sourcesPart,
} from './parts.js';
import {section} from './sections.js';

export const eventStyles = [figureStyles, own];

/** More figures than this besides the leading ones are read on request. */
const FEW = 3;

/**
 * Renders an event in full, in the order in which it is read: media, `head` (what names it), text, figures with who says
 * so, first source, places, corrections; the rest in sections that open on request. A card and an opened row of a list are the same.
 */
export function renderEvent(event: StoryEvent, head: unknown, snapshot: Snapshot, host: EventHost) {
  const {text, media, corrections, cite} = event;
  // Without sources, the line of the first source says so.
  const notes = cite.length > 0 ? draw(sourceNotes(cite, snapshot), host.notes) : nothing;
  return html`<div class="event" data-id=${event.id}>
    <div class="main">
      ${media.length > 0 ? host.media.get()?.render(media, snapshot) : nothing}
      ${head}
      ${text === undefined ? nothing : html`<p part="text" class="text">${inlineText(text, snapshot)} ${notes}</p>`}
    </div>
    <div class="said">
      ${figuresPart(event, snapshot, host)}
    </div>
    <div class="said">
      ${placesPart(event, snapshot, host)}
      ${correctionsPart(corrections, host.headingLevel, snapshot)}
    </div>
    <div class="more">
      ${sourcesPart(event, citedBy(event, snapshot, host), snapshot, host)}
      ${relatedPart(event, relatedTo(event, snapshot), snapshot, host)}
    </div>
  </div>`;
}

/** The leading figures, the first source, and the other figures, in a section when there are many. */
function figuresPart(event: StoryEvent, snapshot: Snapshot, {notes, story}: EventHost) {
  const text = messages(snapshot.locale);
  const {lead, rest} = figuresBy(event, snapshot);
  const definitions = drawDefinitions([...lead, ...rest], snapshot, notes);
  const more = text.moreFigures(rest.length);
  const others = drawFigures(rest, event, more, snapshot, notes);
  return html`${drawFigures(lead, event, text.figures, snapshot, notes)}
    ${firstSourcePart(event.cite, snapshot)}
    ${rest.length > FEW ? section('figures', more, others, story, event) : html`<div class="rest">${others}</div>`}
    ${definitions.length > 0 ? section('definitions', text.definitions, definitions, story, event) : nothing}`;
}
