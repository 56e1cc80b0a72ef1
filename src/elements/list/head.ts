import {html, nothing} from 'lit';
import {groupByMonth} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatDate, formatNumber, messages} from '../../i18n/index.js';
import type {Part} from './part.js';
import {GAPS, type Gap, type Rows} from './rows.js';

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

/** Which part of a long list is in view, and when that is. */
export function renderPosition({events, locale}: Snapshot, rows: Rows, {from, to}: Part) {
  const text = messages(locale);
  const first = rows[from];
  if (first === undefined || rows.length === 0) return nothing;
  const [year] = groupByMonth([events.at(first)]);
  const when = year?.months[0]?.when ?? year?.when;
  const number = (value: number) => formatNumber(value, locale);
  return html`<div part="position" class="position">${text.listPart(
    `${number(from + 1)}–${number(Math.min(to, rows.length))}`,
    text.events(rows.length),
    when ? formatDate(when, locale) : text.undated,
  )}</div>`;
}
