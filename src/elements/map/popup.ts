import {html, nothing} from 'lit';
import {type Place, rowIndex, type StoryEvent} from '../../core/dataset/index.js';
import {pixelInView} from '../../core/geo/index.js';
import {indexOf, type PlaceCount, type Snapshot} from '../../core/store/index.js';
import type {Shown} from '../../core/table/index.js';
import {messages, type Units} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import {
  accordingTo,
  categoryOf,
  countOf,
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
import {readingIn} from './context.js';
import type * as Many from './many.js';
import {countsByPlace} from './map-labels.js';
import own from './popup.styles.js';
import {isPlaced} from './stops.js';
import {andMore, LISTED} from './unplaced.js';

export const styles = [own];

/** What is opened: a place, or the circle of a cell at a level of the grid. */
export type Opened = {readonly place: string} | Many.Circle;

/** What a popup asks of its map. */
export interface PopupHost {
  readonly select: (event: string) => void;
  readonly close: () => void;
  /** What knows circles of many places; undefined until it is there. */
  readonly many: typeof Many | undefined;
  readonly units: 'auto' | Units;
}

interface Listed {
  readonly events: readonly StoryEvent[];
  readonly shown: number;
  readonly all: number;
}

/** The first shown events of some rows, and how many there are. */
function firstOf({events, shown}: Snapshot, rows: Iterable<number>, has?: (row: number) => boolean): Listed {
  const first: StoryEvent[] = [];
  let [of, all] = [0, 0];
  for (const row of rows) {
    if (has && !has(row)) continue;
    all++;
    if (shown.hasRow(row) && of++ < LISTED) first.push(events.at(row));
  }
  return {events: first, shown: of, all};
}

/** What was listed last of what is shown: a map that moves asks for it again each frame. */
const lists = new WeakMap<Shown, {readonly opened: Opened; readonly list: Listed}>();

function listOf(snapshot: Snapshot, opened: Opened, many: PopupHost['many']): Listed {
  const {dataset, events, shown} = snapshot;
  const last = lists.get(shown);
  if (last?.opened === opened) return last.list;
  const list =
    'place' in opened
      ? firstOf(snapshot, events.rowsAt(rowIndex(dataset.places, opened.place)))
      : firstOf(snapshot, Array(events.size).keys(), many?.insideOf(snapshot, opened).has);
  lists.set(shown, {opened, list});
  return list;
}

/** A number with what it counts, who says so, and how far it is established. */
function countRow(count: Pick<PlaceCount, 'value' | 'figure' | 'group'>, snapshot: Snapshot) {
  const {figure, group} = count;
  const event = indexOf(snapshot.dataset).event.get(figure.event ?? '');
  const what = listed([measureName(figure, snapshot), textOf(group, snapshot)], snapshot);
  const facts = listed([accordingTo(figure, snapshot), standingOf(figure, event, snapshot)], snapshot);
  return html`<div class="popup-count">
    <span class="number">${countOf(count, snapshot)}</span>
    <span>${draw(what)}</span>
    <span class="who">${draw(facts)} ${draw(sourceNotes(figure.cite, snapshot))}</span>
  </div>`;
}

/** When an event was, of which category, and how far it is established. */
const eventFacts = (event: StoryEvent, snapshot: Snapshot) =>
  listed(
    [dateOf(event, snapshot), categoryOf(event, snapshot), ...statusesOf(event, snapshot).map(plain)],
    snapshot,
    ' · ',
  );

/** What is known of a place: how exactly, what was counted there and by whom, and the sources. */
function placeFacts(id: string, snapshot: Snapshot, units: PopupHost['units']) {
  const place = indexOf(snapshot.dataset).place.get(id);
  const known = place && draw(whereabouts(place, readingIn(snapshot, units)));
  const sources = place?.cite?.length ? draw(sourceNotes(place.cite, snapshot)) : nothing;
  return html`
    <div class="popup-name">${inlineText(place?.name, snapshot)}</div>
    <div class="facts">${known} ${sources}</div>
    ${countsByPlace(snapshot)
      .get(id)
      ?.map((count) => countRow(count, snapshot))}`;
}

/** On which side of the map a popup does not cover a place: on a wide one left or right, on a narrow one up or down. */
function sideOf(place: Place | undefined, view: ViewState): string {
  if (!isPlaced(place)) return 'right low';
  const [x, y] = pixelInView(place, view);
  return `${x > view.width / 2 ? 'left' : 'right'} ${y > view.height / 2 ? 'high' : 'low'}`;
}

/** A place, or what is in a circle: its events, and of a place what is known. */
export function render(
  snapshot: Snapshot,
  opened: Opened,
  view: ViewState,
  {select, close, many, units}: PopupHost,
) {
  const {dataset, locale, selected} = snapshot;
  const text = messages(locale);
  const index = indexOf(dataset);
  const isPlace = 'place' in opened;
  const place = isPlace ? index.place.get(opened.place) : undefined;
  if (isPlace && !place) return nothing;
  const {events, shown, all} = listOf(snapshot, opened, many);
  const name = isPlace
    ? plainText(place?.name, snapshot)
    : many?.circleName({shown, events: all, places: many.insideOf(snapshot, opened).places}, locale);
  const ownCounts = index.figuresOf
    .get(selected ?? '')
    ?.map((figure) => (figure.place ? nothing : countRow({value: figure.value, figure}, snapshot)));
  return html`<div
    part="popup"
    class=${`popup ${sideOf(place, view)}`}
    role="group"
    aria-label=${name}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
  >
    <button class="close" aria-label=${text.close} title=${text.close} @click=${close}>×</button>
    ${isPlace ? placeFacts(opened.place, snapshot, units) : html`<div class="popup-name">${name}</div>`}
    <ul class="popup-events">${events.map(
      (event) => html`<li>
        <button aria-pressed=${event.id === selected} data-id=${event.id}
          @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button>
        <span class="facts">${draw(eventFacts(event, snapshot))} ${draw(sourceNotes(event.cite, snapshot))}</span>
        ${event.id === selected ? ownCounts : nothing}
      </li>`,
    )}</ul>
    ${andMore(shown - events.length, locale)}
  </div>`;
}
