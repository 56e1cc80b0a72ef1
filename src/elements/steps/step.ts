import {html, nothing} from 'lit';
import type {Step} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {formatNumber, stepMessages} from '../../i18n/index.js';
import {answersOf, eventLine, plainText} from '../../words/index.js';
import {draw, heading, inlineText} from '../base/index.js';
import type {MediaPart} from '../event/media-part.js';

/** A step as it is told: by the dataset, or by a section that the author wrote in the page. */
export interface Chapter {
  readonly step: Step;
  readonly section?: HTMLElement;
}

/** What one step is drawn with. */
export interface StepContext {
  readonly snapshot: Snapshot;
  readonly headingLevel: number;
  readonly media: MediaPart;
}

/** The name of a step: its title, or its number. */
export function nameOfStep(chapters: readonly Chapter[], index: number, snapshot: Snapshot): string {
  const {locale} = snapshot;
  const {step, section} = chapters[index] ?? {};
  const title = section ? step?.title : plainText(step?.title, snapshot);
  return String(title || stepMessages(locale).step(formatNumber(index + 1, locale || 'en')));
}

/** Where a step stands among all: "3 of 9". */
export function placeOf({length}: readonly Chapter[], index: number, {locale}: Snapshot): string {
  const digits = (count: number) => formatNumber(count, locale || 'en');
  return stepMessages(locale).of(digits(index + 1), digits(length));
}

const isEmpty = (section: HTMLElement): boolean => !section.firstElementChild && !section.textContent?.trim();

/** Renders what a step says: what the author wrote in the page, or media, title and text of the dataset. */
export function renderStep({step, section}: Chapter, hasMedia: boolean, context: StepContext) {
  const {snapshot} = context;
  return html`<div class="said">
    ${section ? (isEmpty(section) ? nothing : html`<slot></slot>`) : renderWords(step, hasMedia, context)}
    ${renderFacts(step, snapshot)}
  </div>`;
}

function renderWords({title, text, media = []}: Step, hasMedia: boolean, context: StepContext) {
  const {snapshot, headingLevel, media: part} = context;
  return html`
    ${hasMedia && media[0] ? part.get()?.render(media, snapshot) : nothing}
    ${title ? heading(headingLevel, 'title', inlineText(title, snapshot)) : nothing}
    ${text ? html`<p part="text">${inlineText(text, snapshot)}</p>` : nothing}`;
}

/** Where no view shows it, what the selected event is and who counts, and what is said to the question. */
function renderFacts({select, question}: Step, snapshot: Snapshot) {
  const {dataset} = snapshot;
  const event = indexOf(dataset).event.get(select ?? '');
  const asked = dataset.questions.find(({id}) => id === question);
  return [event && eventLine(event, snapshot), asked && answersOf(asked, snapshot)].map(
    (facts) => facts && html`<p part="facts">${draw(facts)}</p>`,
  );
}
