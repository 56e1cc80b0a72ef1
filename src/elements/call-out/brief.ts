import {html, nothing} from 'lit';
import type {Figure, Overlay, StoryEvent} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  accordingTo,
  categoryOf,
  dateOf,
  figuresBy,
  sourceNotes,
  standingOf,
  statusesOf,
  valueWords,
  type Words,
  whatOf,
} from '../../words/index.js';
import {draw, inlineText} from '../base/index.js';

/** Renders when an event was, what it is, and its lead figure. */
export function renderEvent(event: StoryEvent, snapshot: Snapshot) {
  return html`<div class="brief" data-of=${event.id}>
    <p class="when"><span part="date">${dateOf(event, snapshot)}</span>
      ${draw(categoryOf(event, snapshot))} ${statusesOf(event, snapshot).map((each) => draw(each))}</p>
    <p part="title" class="name">${inlineText(event.title, snapshot)}</p>
    ${renderLeads(event, snapshot)}
  </div>`;
}

/** Renders when a shape or a route is so, its name, and what is known of it. */
export const renderOverlay = (overlay: Overlay, facts: Words, snapshot: Snapshot) =>
  html`<div class="brief" data-of=${overlay.id}>
    <p class="when"><span part="date">${overlay.date === undefined ? nothing : dateOf(overlay, snapshot)}</span> ${draw(categoryOf(overlay, snapshot))}</p>
    <p part="title" class="name">${inlineText(overlay.name, snapshot)}</p>
    <p class="facts">${draw(facts)} ${draw(sourceNotes(overlay.cite, snapshot))}</p>
  </div>`;

/** Renders the lead figures of an event side by side, and how many others there are. */
function renderLeads(event: StoryEvent, snapshot: Snapshot) {
  const {lead, rest} = figuresBy(event, snapshot);
  const [first] = lead;
  if (!first) return nothing;
  const what = whatOf(first, snapshot);
  return html`${what ? html`<p class="facts">${draw(what)}</p>` : nothing}
    <div class="leads">${lead.map((figure) => renderFigure(figure, event, snapshot))}</div>
    ${rest.length > 0 ? html`<p class="facts">${messages(snapshot.locale).moreFigures(rest.length)}</p>` : nothing}`;
}

function renderFigure(figure: Figure, event: StoryEvent, snapshot: Snapshot) {
  const standing = standingOf(figure, event, snapshot);
  return html`<div class="lead">
    <span part="value" class="value">${draw(valueWords(figure, snapshot))}</span>
    <span part="claimant" class="claimant">${draw(accordingTo(figure, snapshot))} ${draw(sourceNotes(figure.cite, snapshot))}</span>
    ${standing ? html`<span class="facts">${draw(standing)}</span>` : nothing}
  </div>`;
}
