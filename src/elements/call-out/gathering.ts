import {html, nothing} from 'lit';
import type {Figure, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type PlaceCount, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  accordingTo,
  categoryOf,
  dateOf,
  listed,
  measureName,
  plain,
  plainText,
  sourceNotes,
  standingOf,
  statusesOf,
  textOf,
  whereabouts,
} from '../../words/index.js';
import {draw, inlineText} from '../base/index.js';
import type {Gathering} from './call-out-view.js';

/** How many events a list names. */
const LISTED = 100;

/** Renders what is known of a place: how exactly, what was counted there and by whom, and the sources. `said` are figures that stand above. */
export function renderPlace(
  {place, counts = [], countOf, reading}: Gathering,
  said: readonly Figure[],
  snapshot: Snapshot,
) {
  if (!place) return nothing;
  const known = whereabouts(place, reading);
  return html`<div class="at">
    <p><b class="place-name">${inlineText(place.name, snapshot)}</b>
      <span class="facts">${draw(known)} ${place.cite?.length ? draw(sourceNotes(place.cite, snapshot)) : nothing}</span></p>
    ${counts.filter(({figure, value}) => !said.includes(figure) || value !== figure.value).map((count) => renderCount(count, countOf?.(count), snapshot))}
  </div>`;
}

/** A number with what it counts, who says so, and how far it is established. */
function renderCount({figure, group}: PlaceCount, number: string | undefined, snapshot: Snapshot) {
  const event = indexOf(snapshot.dataset).event.get(figure.event ?? '');
  const what = listed([measureName(figure, snapshot), textOf(group, snapshot)], snapshot);
  const who = listed([accordingTo(figure, snapshot), standingOf(figure, event, snapshot)], snapshot);
  return html`<p><b>${number}</b> ${draw(what)}
    <span class="facts">${draw(who)} ${draw(sourceNotes(figure.cite, snapshot))}</span></p>`;
}

/** The first shown events of a gathering, and how many of it are shown, and how many there are. */
export function eventsOf({rows, has}: Gathering, {events, shown}: Snapshot) {
  const first: StoryEvent[] = [];
  let [of, all] = [0, 0];
  for (const row of rows) {
    if (!has(row)) continue;
    all++;
    if (shown.hasRow(row) && of++ < LISTED) first.push(events.at(row));
  }
  return {first, shown: of, all};
}

/** Renders events as buttons that select them. */
export function renderEvents(
  {first, shown}: ReturnType<typeof eventsOf>,
  snapshot: Snapshot,
  select: (id: string) => void,
) {
  const more = shown - first.length;
  return html`<ul class="events">${first.map(
    (event) => html`<li>
      <button aria-pressed=${event.id === snapshot.selected} data-id=${event.id}
        @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button>
      <span class="facts">${draw(factsOf(event, snapshot))} ${draw(sourceNotes(event.cite, snapshot))}</span>
    </li>`,
  )}</ul>
  ${more > 0 ? html`<p class="facts">${messages(snapshot.locale).more(more)}</p>` : nothing}`;
}

/** When an event was, of which category, and how far it is established. */
const factsOf = (event: StoryEvent, snapshot: Snapshot) =>
  listed(
    [dateOf(event, snapshot), categoryOf(event, snapshot), ...statusesOf(event, snapshot).map(plain)],
    snapshot,
    ' · ',
  );
