import {html, nothing} from 'lit';
import type {Inquiry} from '../../core/claims/index.js';
import type {Figure} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  claimantMark,
  dateOf,
  listed,
  measureName,
  placeName,
  plain,
  statusOf,
  valueWords,
} from '../../words/index.js';
import {draw, drawBreakdown} from '../base/index.js';
import {sourcesPart} from './claim.js';

/** Renders the claims of an inquiry as a table, in the same order. `title` completes its caption. */
export function renderTable({figures}: Inquiry, title: string, snapshot: Snapshot) {
  const text = messages(snapshot.locale);
  const whatOf = (figure: Figure) =>
    listed([measureName(figure, snapshot), placeName(figure.place, snapshot)], snapshot);
  // The title contains what all of them count.
  const isMixed = new Set(figures.map((figure) => plain(whatOf(figure)))).size > 1;
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
              <th scope="row">${draw(claimantMark(figure, snapshot))}</th>
              <td><b>${plain(valueWords(figure, snapshot))}</b> ${drawBreakdown(figure, snapshot)}</td>
              <td>${dateOf(figure, snapshot)}</td>
              <td>${draw(statusOf(figure, snapshot))}</td>
              ${isMixed ? html`<td>${draw(whatOf(figure))}</td>` : nothing}
              <td>${sourcesPart(figure, snapshot, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
