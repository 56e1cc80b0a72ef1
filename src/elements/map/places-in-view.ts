import type {Dataset} from '../../core/dataset/index.js';
import {type Position, pixelInView, radiusPx} from '../../core/geo/index.js';
import type {MapPlace} from '../../core/layout/index.js';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {BinCounter, type EventTable, type GridMark, pointsOf} from '../../core/table/index.js';
import type {ViewState} from '../../map/index.js';
import {countText, plainText} from '../../words/index.js';
import {countsByPlace} from './map-labels.js';
import type {Stop} from './stops.js';

/** More places than this are counted by cells of a grid. */
const MANY = 500;
/** At most so many places of the selected event are drawn by themselves. */
const CHOSEN = 100;

/** What is drawn, in pixels. */
export interface PlacesInView {
  readonly places: readonly MapPlace[];
  /** Counted circles; undefined when places are few, and merged where they touch. */
  readonly circles: readonly GridMark[] | undefined;
}

/** Indexes of the places that have a position. */
export const placedOf = memoize((dataset: Dataset): Uint32Array => {
  const {lat, size} = pointsOf(dataset);
  const placed = new Uint32Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) if (!Number.isNaN(lat[i] ?? Number.NaN)) placed[count++] = i;
  return placed.subarray(0, count);
});

/** Where the place of an index is; not a number for one without a position. */
export function positionOf(dataset: Dataset, index: number): Position {
  const {lat, lon} = pointsOf(dataset);
  return {lat: lat[index] ?? Number.NaN, lon: lon[index] ?? Number.NaN};
}

/** Whether there are more places than can be looked at one by one. */
export const isCrowded = (dataset: Dataset): boolean => placedOf(dataset).length > MANY;

/** Counts the shown events of each place: every place is a bin. */
const counterOf = memoize((table: EventTable) => {
  const {length} = table.dataset.places;
  const bins = new Uint32Array(length).map((_, i) => i);
  return new BinCounter(table, bins, length);
});

/** How many shown events each of `dataset.places` has. */
export const eventsAt = ({events, shown}: Pick<Snapshot, 'events' | 'shown'>): Uint32Array =>
  counterOf(events).count(shown);

/** The selected event's places, by index. */
export function chosenOf({events, selected}: Snapshot): readonly number[] {
  const row = selected === null ? -1 : events.rowOf(selected);
  return row < 0 ? [] : [...events.placesOf(row).subarray(0, CHOSEN)];
}

/** Makes places of a view from their indexes and numbers of shown events. `at`: where the keys are. */
export function placeMaker(snapshot: Snapshot, view: ViewState, at: Stop | undefined) {
  const {dataset} = snapshot;
  const {radius} = pointsOf(dataset);
  const counts = countsByPlace(snapshot);
  const chosen = chosenOf(snapshot);
  return (index: number, events: number): readonly MapPlace[] => {
    const place = dataset.places[index];
    if (!place) return [];
    const position = positionOf(dataset, index);
    const [x, y] = pixelInView(position, view);
    const metres = radius[index] ?? 0;
    const isSelected = chosen.includes(index);
    const isChosen = isSelected || at?.place.id === place.id;
    const written = countText(counts.get(place.id) ?? [], snapshot);
    return [
      {
        id: place.id,
        x,
        y,
        radius: metres && radiusPx(position, metres, view.zoom),
        name: plainText(place.name, snapshot) || place.id,
        count: written,
        events,
        emphasis: (isChosen ? 1e6 : 0) + (written ? 1e3 : 0) + events,
        isChosen,
        isReceded: chosen.length > 0 && !isSelected,
      },
    ];
  };
}

/** What a view shows of a story that has few places. */
export function placesInView(snapshot: Snapshot, view: ViewState, at: Stop | undefined): PlacesInView {
  const make = placeMaker(snapshot, view, at);
  const counts = eventsAt(snapshot);
  const places = [...placedOf(snapshot.dataset)].flatMap((index) => make(index, counts[index] ?? 0));
  return {places, circles: undefined};
}
