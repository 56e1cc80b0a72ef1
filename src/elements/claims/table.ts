import {html, nothing} from 'lit';
import type {Inquiry} from '../../core/claims/index.js';
import type {Figure} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import {breakdownOf, placeName} from '../base/index.js';
import {claimantPart, sourcesPart} from './claim.js';
import {dateOf, measureName, statusWords, valueWords} from './words.js';

/** Every claim of an inquiry as a row, in the same order. `title` says what the table is of. */
export function renderTable({figures}: Inquiry, title: string, snapshot: Snapshot) {
  const {locale} = snapshot;
  const text = messages(locale);
  const whatOf = ({measure, place}: Figure) =>
    joinWords([measureName(measure, snapshot), placeName(place, snapshot)], locale);
  // What all of them count is in the title.
  const isMixed = new Set(figures.map(whatOf)).size > 1;
  const columns = [
    text.claimant,
    text.value,
    text.date,
    text.statusOf,
    ...(isMixed ? [text.measure] : []),
    text.sources,
  ];
  return html`<details class="table">
    <summary>${text.asTable}</summary>
    <div class="scroll" role="region" aria-label=${`${text.asTable}: ${title}`} tabindex="0">
      <table>
        <caption class="visually-hidden">${title}</caption>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>
          ${figures.map(
            (figure) => html`<tr>
              <th scope="row">${claimantPart(figure, snapshot)}</th>
              <td><b>${valueWords(figure, locale)}</b> ${breakdownOf(figure, snapshot)}</td>
              <td>${dateOf(figure, locale)}</td>
              <td>${statusWords(figure, locale) || nothing}</td>
              ${isMixed ? html`<td>${whatOf(figure)}</td>` : nothing}
              <td>${sourcesPart(figure, snapshot, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
