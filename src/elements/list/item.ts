import {html, nothing} from 'lit';
import type {StoryEvent} from '../../core/dataset/index.js';
import type {ListGroup, ListYear} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatDate, messages} from '../../i18n/index.js';
import {
  categoryOf,
  dateOf,
  leadWords,
  sourceNotes,
  statusesOf,
  textOf,
  timeWithout,
} from '../../words/index.js';
import {draw, heading, pixelScale} from '../base/index.js';
import {repeat} from '../base/repeat.js';

export interface ItemState {
  /** Excluded by the range or the filters. */
  readonly dimmed: boolean;
  /** Printed only, not on the screen. */
  readonly out: boolean;
  /** Whether its title and links are in the tab order. */
  readonly stop: boolean;
  /** The event in full; undefined for a closed row. */
  readonly body: unknown;
  /** Position (from 1) and set size, for a list that is only partly drawn. */
  readonly place?: readonly [at: number, of: number] | undefined;
}

/** Renders an event as a row, which opens to all that a card says of it. */
function renderItem(event: StoryEvent, state: ItemState, snapshot: Snapshot) {
  const {dimmed, out, stop, body, place} = state;
  const {id, title, cite} = event;
  const selected = id === snapshot.selected;
  // Open too: what was chosen here is read here, however long its text is.
  const lead = leadWords(event, snapshot);
  const statuses = statusesOf(event, snapshot).map((each) => html`${draw(each)} `);
  const name = `item${selected ? ' item-selected' : ''}${dimmed ? ' item-dimmed' : ''}`;
  return html`<li part=${`${name} row`} class="${name}${out ? ' out' : ''}" data-id=${id}
      aria-posinset=${place?.[0] ?? nothing} aria-setsize=${place?.[1] ?? nothing}>
    <div class="when"><span part="date row-date" class="date">${dateOf(event, snapshot)}</span>${
      dimmed ? html`<span class="outside">${messages(snapshot.locale).outside}</span>` : nothing
    }</div>
    <div class="what">
      <button part="title row-title" class="title" tabindex=${stop ? 0 : -1} aria-expanded=${body !== undefined}
        aria-current=${selected ? 'true' : nothing}>${draw(textOf(title, snapshot, false))}</button>
      <div class="marks">${draw(categoryOf(event, snapshot))} ${statuses}<span>${
        lead ? html`<span part="row-figure" class="lead">${draw(lead)}</span> ` : nothing
      }${draw(sourceNotes(cite, snapshot), {tabbable: stop})}</span></div>
    </div>
    ${body ?? nothing}
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
  const pause = ({events}: ListGroup) => {
    const words = timeWithout(events, snapshot);
    return words ? html`<p part="pause" class="pause">${words}</p>` : nothing;
  };
  const month = (each: ListGroup) => html`<div part="month" class=${group(each, 'month')}>
    ${pause(each)}
    ${each.when ? heading(level + 1, 'month-name', formatDate(each.when, snapshot.locale)) : nothing}
    <ol>${repeat(each.events, idOf, item)}</ol>
  </div>`;
  const nameOf = ({when}: ListYear) =>
    when ? formatDate(when, snapshot.locale) : messages(snapshot.locale).undated;
  return repeat(
    years,
    idOf,
    (year) => html`<div part="year" class=${group(year, 'year')}>
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
  const scale = pixelScale(list, box);
  if (item.top < box.top || item.height > box.height) list.scrollTop += (item.top - box.top) / scale;
  else if (item.bottom > box.bottom) list.scrollTop += (item.bottom - box.bottom) / scale;
}
