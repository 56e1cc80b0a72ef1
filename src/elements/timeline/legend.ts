import {html, nothing} from 'lit';
import {memoize} from '../../core/memo/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {EventTable} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {shapeIcon} from '../base/index.js';
import {disputedSign} from './disputed-sign.js';

/** Categories that are named without asking, in some three lines, and how many may be before the others are folded. */
const NAMED = 6;
const MOST_NAMED = 8;

/** The numbers of the categories that have events, dated or not; that of the events without one is the last. */
const categoriesOf = memoize(({columns, size}: EventTable): readonly number[] =>
  [...new Set(columns.category.subarray(0, size))].sort((a, b) => a - b),
);

/**
 * Renders what the marks of an upright timeline mean, in the period or not: a legend that changed with it would move what
 * is below. A single category needs none.
 */
export function renderLegend(snapshot: Snapshot) {
  const {dataset, events, locale} = snapshot;
  const text = messages(locale);
  const categories = categoriesOf(events);
  const named = categories.length > MOST_NAMED ? NAMED : categories.length;
  const item = (number: number) => {
    const category = dataset.categories[number];
    return html`<li>${shapeIcon(category ? number : -1)} ${category ? plainText(category.name, snapshot) : text.noCategory}</li>`;
  };
  const list = (items: unknown) => html`<ul aria-label=${text.legend}>${items}</ul>`;
  const [disputed] = indexOf(dataset).disputed;
  const rest = categories.slice(named).map(item);
  return html`<div part="legend" class="legend">
    ${categories.length > 1 ? list(categories.slice(0, named).map(item)) : nothing}
    ${disputed !== undefined ? disputedSign(snapshot) : nothing}
    ${rest.length > 0 ? html`<details><summary>${text.more(rest.length)}</summary>${list(rest)}</details>` : nothing}
  </div>`;
}
