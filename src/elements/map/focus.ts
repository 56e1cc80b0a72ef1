import {type Dataset, rowIndex} from '../../core/dataset/index.js';
import {
  type Bounds,
  boundsOf,
  contains,
  type Position,
  padBounds,
  pixelInView,
} from '../../core/geo/index.js';
import {around, type Box, MARK_RADIUS, touch} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {pointsOf} from '../../core/table/index.js';
import type {Basemap, MapLimits, ViewState} from '../../map/index.js';
import {eventsAt, isCrowded, placedOf} from './places-in-view.js';

/** Boxes are right to this share of a degree, or better. */
const STEPS = 4;

/** The box around places, by index, and all that they may cover; those without a position do not count. */
function boundsAround(dataset: Dataset, places: Iterable<number>): Bounds | undefined {
  const {lat, lon, radius} = pointsOf(dataset);
  // Of many, the outermost of each quarter of a degree stand for the others.
  const edges = new Map<number, [west: Position, east: Position]>();
  let [about, south, north]: [number, Position | undefined, Position | undefined] = [0, undefined, undefined];
  for (const index of places) {
    if (Number.isNaN(lat[index] ?? Number.NaN)) continue;
    const at = {lat: lat[index] ?? 0, lon: lon[index] ?? 0};
    about = Math.max(about, radius[index] ?? 0);
    if (!south || at.lat < south.lat) south = at;
    if (!north || at.lat > north.lat) north = at;
    const step = Math.floor(at.lon * STEPS);
    const edge = edges.get(step);
    if (!edge) edges.set(step, [at, at]);
    else if (at.lon < edge[0].lon) edge[0] = at;
    else if (at.lon > edge[1].lon) edge[1] = at;
  }
  if (!south || !north) return undefined;
  const bounds = boundsOf([south, north, ...[...edges.values()].flat()]);
  return bounds && padBounds(bounds, about);
}

/** What the story is about at present: the places of what is shown, or of all events, or all places. */
export function focusOf(snapshot: Snapshot): Bounds | undefined {
  const {dataset, events} = snapshot;
  const counts = eventsAt(snapshot);
  const placed = placedOf(dataset);
  const around = (has: (place: number) => boolean) => boundsAround(dataset, placed.filter(has));
  return (
    around((place) => (counts[place] ?? 0) > 0) ??
    around((place) => events.rowsAt(place).length > 0) ??
    boundsAround(dataset, placed)
  );
}

/** The box around the places that an author names, as far as there are any. */
export function boundsOfNamed({dataset}: Snapshot, ids: readonly string[]): Bounds | undefined {
  if (ids.length === 0) return undefined;
  // By index: to ask each place for its id would parse all of a large file.
  return boundsAround(
    dataset,
    ids.map((id) => rowIndex(dataset.places, id)),
  );
}

/** The box around an event's places, if they are on the map; `inView`: none when all of them are. */
export function boundsOfEvent(
  {dataset, events}: Snapshot,
  id: string | null,
  inView: (at: Position) => boolean,
): Bounds | undefined {
  const row = id === null ? -1 : events.rowOf(id);
  if (row < 0) return undefined;
  const {lat, lon} = pointsOf(dataset);
  const places = events.placesOf(row);
  const isOut = (place: number) =>
    !Number.isNaN(lat[place] ?? Number.NaN) && !inView({lat: lat[place] ?? 0, lon: lon[place] ?? 0});
  return places.some(isOut) ? boundsAround(dataset, places) : undefined;
}

/** Whether a place of some bounds lies under what stands on the map. Of many places nobody sees a single one. */
export function isCovered(
  dataset: Dataset,
  bounds: Bounds,
  view: ViewState,
  furniture: readonly Box[],
): boolean {
  if (isCrowded(dataset)) return false;
  const {lat, lon} = pointsOf(dataset);
  return placedOf(dataset).some((index) => {
    const at = {lat: lat[index] ?? 0, lon: lon[index] ?? 0};
    if (!contains(bounds, at)) return false;
    const [x, y] = pixelInView(at, view);
    return furniture.some((box) => touch(box, around(x, y, MARK_RADIUS)));
  });
}

/** The box around one place. */
export const boundsOfPlace = (dataset: Dataset, index: number): Bounds | undefined =>
  boundsAround(dataset, [index]);

/** The view stays on the basemap, unless the story reaches beyond it; one of the whole world has no edge. */
export function limitsOf({bounds, maxZoom}: Basemap, {dataset}: Snapshot): MapLimits {
  if (bounds.east - bounds.west >= 360) return {bounds: undefined, maxZoom};
  const {lat, lon} = pointsOf(dataset);
  const inside = placedOf(dataset).every((i) => contains(bounds, {lat: lat[i] ?? 0, lon: lon[i] ?? 0}));
  return {bounds: inside ? bounds : undefined, maxZoom};
}
