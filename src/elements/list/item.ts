import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {StoryEvent} from '../../core/dataset/index.js';
import type {ListGroup, ListYear} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatDate, messages} from '../../i18n/index.js';
import {
  categoryOf,
  dateOf,
  placesOf,
  sourceNotes,
  statusesOf,
  textOf,
  whereabouts,
} from '../../words/index.js';
import {draw, drawFigures, heading, inlineText} from '../base/index.js';

export interface ItemState {
  /** Excluded by the range or the filters. */
  readonly dimmed: boolean;
  /** Printed only, not on the screen. */
  readonly out: boolean;
  /** Whether its title and links are in the tab order. */
  readonly stop: boolean;
  /** Position (from 1) and set size, for a list that is only partly drawn. */
  readonly place?: readonly [at: number, of: number] | undefined;
}

function renderPlaces(event: StoryEvent, snapshot: Snapshot) {
  const places = placesOf(event, snapshot);
  if (places.length === 0) return nothing;
  return html`<ul class="places" aria-label=${messages(snapshot.locale).places}>${places.map((place) => {
    const known = whereabouts(place, snapshot);
    return html`<li part="place" data-place=${place.id}>${inlineText(place.name, snapshot)}${
      known ? html` <span class="known">(${draw(known)})</span>` : nothing
    }</li>`;
  })}</ul>`;
}

/** Renders an event with everything that map and timeline show of it. */
function renderItem(event: StoryEvent, {dimmed, out, stop, place}: ItemState, snapshot: Snapshot) {
  const {id, title, cite} = event;
  const selected = id === snapshot.selected;
  const notes = {tabbable: stop};
  const statuses = statusesOf(event, snapshot).map((each) => html`${draw(each)} `);
  const sources = draw(sourceNotes(cite, snapshot), notes);
  const part = `item${selected ? ' item-selected' : ''}${dimmed ? ' item-dimmed' : ''}`;
  return html`<li part=${part} class="${part}${out ? ' out' : ''}" data-id=${id}
      aria-posinset=${place?.[0] ?? nothing} aria-setsize=${place?.[1] ?? nothing}>
    <div class="when"><span part="date" class="date">${dateOf(event, snapshot)}</span>${
      dimmed ? html`<span class="outside">${messages(snapshot.locale).outside}</span>` : nothing
    }</div>
    <div class="what">
      <button part="title" class="title" tabindex=${stop ? 0 : -1}
        aria-current=${selected ? 'true' : nothing}>${draw(textOf(title, snapshot, false))}</button>
      <div class="marks">${draw(categoryOf(event, snapshot))} ${statuses}${sources}</div>
      ${renderPlaces(event, snapshot)}
      ${drawFigures(event, snapshot, notes)}
    </div>
  </li>`;
}

/** Renders events by year and month. `stateOf` gets the index of each among those drawn. */
export function renderYears(
  years: readonly ListYear[],
  level: number,
  stateOf: (event: StoryEvent, place: number) => ItemState,
  snapshot: Snapshot,
) {
  const states = new Map(
    years
      .flatMap(({months}) => months.flatMap(({events}) => events))
      .map((event, i) => [event, stateOf(event, i)]),
  );
  const idOf = ({id}: {readonly id: string}) => id;
  const group = ({events}: ListGroup, name: string) =>
    events.some((event) => states.get(event)?.out === false) ? name : `${name} out`;
  const item = (event: StoryEvent) => {
    const itsState = states.get(event);
    return itsState ? renderItem(event, itsState, snapshot) : nothing;
  };
  const month = (each: ListGroup) => html`<div class=${group(each, 'month')}>
    ${each.when ? heading(level + 1, 'month-name', formatDate(each.when, snapshot.locale)) : nothing}
    <ol>${repeat(each.events, idOf, item)}</ol>
  </div>`;
  const nameOf = ({when}: ListYear) =>
    when ? formatDate(when, snapshot.locale) : messages(snapshot.locale).undated;
  return repeat(
    years,
    idOf,
    (year) => html`<div class=${group(year, 'year')}>
      ${heading(level, 'year-name', nameOf(year))}
      ${repeat(year.months, idOf, month)}
    </div>`,
  );
}

/** Scrolls a list, if it is a scroll container, to an item; never the page. */
export function reveal(list: HTMLElement, node: HTMLElement | undefined): void {
  const item = node?.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  if (!item || item.height === 0 || list.scrollHeight <= list.clientHeight) return;
  if (item.top < box.top || item.height > box.height) list.scrollTop += item.top - box.top;
  else if (item.bottom > box.bottom) list.scrollTop += item.bottom - box.bottom;
}
