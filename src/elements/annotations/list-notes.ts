import {html} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {annotationWords} from '../../words/index.js';
import {draw, heading} from '../base/index.js';

/** The section of a list for all notes of the author, wherever else they stand. */
export const render = (snapshot: Snapshot, headingLevel: number) => {
  const {dataset, locale} = snapshot;
  const text = messages(locale);
  return html`<div class="year" role="group" aria-label=${text.annotations}>
    ${heading(headingLevel, 'year-name', text.annotations)}
    <ul part="annotations" class="month">${dataset.annotations.map((note) => html`<li>${draw(annotationWords(note, snapshot))}</li>`)}</ul>
  </div>`;
};
