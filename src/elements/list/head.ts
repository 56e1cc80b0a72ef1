import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {GAPS, type Gap} from './listed-rows.js';

/**
 * How many events are shown, what else there is to see, and how many lack what. `onGap` is called for the one gap to be
 * looked at, or with null to have the rest listed too, or hidden.
 */
export function renderHead(
  {counts, locale}: Snapshot,
  gap: Gap | null,
  all: boolean,
  onGap: (gap: Gap | null) => void,
) {
  const text = messages(locale);
  const words = {undated: text.undatedCount, unplaced: text.unplacedCount, uncited: text.uncitedCount};
  const rest = counts.events - counts.shown;
  return html`<div class="head">
    <span part="count" class="count">${rest > 0 ? text.shownOf(counts.shown, counts.events) : text.events(counts.events)}</span>
    ${
      rest > 0 && gap === null
        ? html`<button @click=${() => onGap(null)}>${all ? text.hideRest : text.showRest(rest)}</button>`
        : nothing
    }
    <span class="gaps">${GAPS.filter((each) => counts[each] > 0).map(
      (each) =>
        html`<button data-gap=${each} aria-pressed=${gap === each} @click=${() => onGap(each)}>${words[each](counts[each])}</button>`,
    )}</span>
  </div>`;
}
