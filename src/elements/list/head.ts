import {html, nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {GAPS, type Gap} from './listed-rows.js';

/**
 * Renders the number of shown events, the toggle for hidden ones, and the data gaps. `onGap` is called with the gap to
 * filter by, or with null to toggle the hidden events.
 */
export function renderHead(
  {counts, locale}: Snapshot,
  gap: Gap | null,
  all: boolean,
  onGap: (gap: Gap | null) => void,
) {
  const text = messages(locale);
  const hidden = counts.events - counts.shown;
  const count = hidden > 0 ? text.shownOf(counts.shown, counts.events) : text.events(counts.events);
  const toggle = all ? text.hideRest : text.showRest(hidden);
  return html`<div class="head">
    <span part="count" class="count">${count}</span>
    ${hidden > 0 && gap === null ? html`<button @click=${() => onGap(null)}>${toggle}</button>` : nothing}
    <span class="gaps">${GAPS.filter((each) => counts[each] > 0).map((each) =>
      renderGap(each, each === gap, text[GAP_WORDS[each]](counts[each]), onGap),
    )}</span>
  </div>`;
}

const GAP_WORDS = {undated: 'undatedCount', unplaced: 'unplacedCount', uncited: 'uncitedCount'} as const;

const renderGap = (gap: Gap, isPressed: boolean, words: string, onGap: (gap: Gap) => void) =>
  html`<button data-gap=${gap} aria-pressed=${isPressed} @click=${() => onGap(gap)}>${words}</button>`;
