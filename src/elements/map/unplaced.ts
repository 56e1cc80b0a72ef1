import {css, html, nothing} from 'lit';
import type {StoryEvent} from '../../core/dataset/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {dateOf, plainText} from '../../words/index.js';

/** How many events a list names. */
const LISTED = 100;

/** That there are more than are listed. */
const andMore = (count: number, locale: string) =>
  count > 0 ? html`<p class="facts">${messages(locale).more(count)}</p>` : nothing;

/** The first events without a place on the map. */
const unplacedOf = memoize(({events}: Snapshot) =>
  Array.from(events.flagged(FLAG.placed, true).subarray(0, LISTED), (row) => events.at(row)),
);

/** Lists events that are not on the map. */
export const listUnplaced = (snapshot: Snapshot, select: (id: string) => void) => html`
  <ul>${unplacedOf(snapshot).map((event) => renderItem(event, snapshot, select))}</ul>
  ${andMore(snapshot.counts.unplaced - LISTED, snapshot.locale)}
`;

const renderItem = (event: StoryEvent, snapshot: Snapshot, select: (id: string) => void) => html`<li>
  <button data-id=${event.id} aria-pressed=${event.id === snapshot.selected}
    @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button>
  <span class="facts">${dateOf(event, snapshot)}</span>
</li>`;

export const styles = [
  css`
  /* Opened, it has its lines for itself, and begins where it was. */
  .unplaced[open] {
    flex-basis: 100%;
  }
  .unplaced ul {
    display: grid;
    gap: var(--_space-s);
    margin: var(--_space-s) 0;
    padding: 0;
    list-style: none;
  }
  /* Which they are is read in the list. */
  @media print {
    :host(:state(listed)) .unplaced > :not(summary) {
      display: none;
    }
  }
`,
];
