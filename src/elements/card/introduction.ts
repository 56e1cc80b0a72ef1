import {html, nothing} from 'lit';
import type {Overlay, StoryEvent} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {dateOf, overlayDate, scopeOf, textOf} from '../../words/index.js';
import {draw, heading, inlineText} from '../base/index.js';
import type {IntroductionHost} from './card-host.js';
import introductionStyles from './introduction.styles.js';

export const styles = [introductionStyles];

/** So many events after the first are named; half of them on small screens. */
const NEXT = 8;

/** Renders what the card says while nothing is selected: how much there is to read, and how it begins. */
export function render(snapshot: Snapshot, {headingLevel, isTitled, select}: IntroductionHost) {
  const {dataset, events, locale} = snapshot;
  const first = events.size > 0 ? events.at(0) : (dataset.shapes[0] ?? dataset.routes[0]);
  if (!first) return nothing;
  const hasTitle = isTitled && dataset.title !== undefined;
  return html`<div part="introduction" class="introduction">
    ${hasTitle ? heading(headingLevel, 'title', inlineText(dataset.title, snapshot), 'introduction-title') : nothing}
    <ul part="scope" class="scope">${scopeOf(snapshot).map((each) => html`<li>${draw(each)}</li>`)}</ul>
    ${renderFirst(first, hasTitle ? headingLevel + 1 : headingLevel, snapshot)}
    <button part="begin" @click=${() => select(first.id)}>${messages(locale).begin(events.size)}</button>
    ${renderNext(snapshot, select)}
  </div>`;
}

function renderFirst(first: StoryEvent | Overlay, level: number, snapshot: Snapshot) {
  const isEvent = 'title' in first;
  const date = isEvent ? dateOf(first, snapshot) : overlayDate(first, snapshot);
  const text = isEvent ? first.text : undefined;
  return html`<div class="first">
    ${date ? html`<p class="date">${date}</p>` : nothing}
    ${heading(level, 'name', inlineText(isEvent ? first.title : first.name, snapshot), 'introduction-title')}
    ${text === undefined ? nothing : html`<p class="text">${inlineText(text, snapshot)}</p>`}
  </div>`;
}

function renderNext(snapshot: Snapshot, select: IntroductionHost['select']) {
  const {events} = snapshot;
  const rows = Array.from({length: Math.min(NEXT, events.size - 1)}, (_, i) => events.at(i + 1));
  if (rows.length === 0) return nothing;
  return html`<ol class="next">${rows.map(
    (event) =>
      html`<li><span class="date">${dateOf(event, snapshot)}</span><button @click=${() => select(event.id)}>${draw(textOf(event.title, snapshot, false))}</button></li>`,
  )}</ol>`;
}
