import {html, nothing} from 'lit';
import type {StoryEvent} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {dateOf, plainText} from '../../words/index.js';

/** How many events a list names. */
const LISTED = 100;

/** The first events without a place on the map. */
const unplacedOf = memoize(({events}: Snapshot) =>
  Array.from(events.flagged(FLAG.placed, true).subarray(0, LISTED), (row) => events.at(row)),
);

/** Events that are not on the map: counted, and one step away. */
export function renderUnplaced(snapshot: Snapshot, select: (id: string) => void) {
  const {unplaced} = snapshot.counts;
  if (unplaced === 0) return nothing;
  const text = messages(snapshot.locale);
  return html`<details class="unplaced">
    <summary>${text.unplacedCount(unplaced)}</summary>
    <ul>${unplacedOf(snapshot).map((event) => renderItem(event, snapshot, select))}</ul>
    ${unplaced > LISTED ? html`<p class="facts">${text.more(unplaced - LISTED)}</p>` : nothing}
  </details>`;
}

const renderItem = (event: StoryEvent, snapshot: Snapshot, select: (id: string) => void) => html`<li>
  <button data-id=${event.id} aria-pressed=${event.id === snapshot.selected}
    @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button>
  <span class="facts">${dateOf(event, snapshot)}</span>
</li>`;
