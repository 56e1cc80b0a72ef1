import {type Place, rowIndex, type StoryEvent} from '../../core/dataset/index.js';
import {
  type Bounds,
  boundsOf,
  contains,
  metresPerPixel,
  type Position,
  padBounds,
  project,
  radiusPx,
  unproject,
} from '../../core/geo/index.js';
import type {MapName, MapPlace} from '../../core/layout/index.js';
import {indexOf, type PlaceCount, placeCounts, type Snapshot} from '../../core/store/index.js';
import {formatDistance, formatFigure, messages} from '../../i18n/index.js';
import type {Basemap, MapLimits, ViewState} from '../../map/index.js';
import {plainText} from '../base/index.js';

export type Placed = Place & Position;

export const isPlaced = (place: Place | undefined): place is Placed =>
  place?.lat !== undefined && place.lon !== undefined;

/** An event at one of its places: what the keys go through. */
export interface Stop {
  readonly event: StoryEvent;
  readonly place: Placed;
}

/** Every event that has a place on the map, at each of its places, in time order. */
export const stopsOf = ({events, dataset}: Snapshot): readonly Stop[] =>
  [...events].flatMap((event) =>
    event.places.flatMap((id): Stop[] => {
      const place = indexOf(dataset).place.get(id);
      return isPlaced(place) ? [{event, place}] : [];
    }),
  );

/** The same value said twice is written once; values that differ stand side by side. */
export function countText(counts: readonly PlaceCount[] | undefined, locale: string): string {
  const texts = new Set(
    (counts ?? []).map(({value, figure}) => formatFigure(value, figure.comparator, locale)),
  );
  const shown = [...texts].slice(0, 3);
  return shown.join(' / ') + (texts.size > shown.length ? ' …' : '');
}

/** Pixels of the drawing for a position, in the copy of the world that is nearest to its middle. */
function place({lat, lon}: Position, {zoom, origin, width}: ViewState): [number, number] {
  const [x, y] = project({lat, lon}, zoom);
  const world = 256 * 2 ** zoom;
  const copies = Math.round((origin[0] + width / 2 - x) / world);
  return [x + copies * world - origin[0], y - origin[1]];
}

export function placesInPixels(snapshot: Snapshot, view: ViewState): readonly MapPlace[] {
  const {dataset, events, selected, shown, locale} = snapshot;
  const index = indexOf(dataset);
  const counts = placeCounts(snapshot);
  const chosen = selected === null ? undefined : index.event.get(selected);
  return dataset.places.filter(isPlaced).map((each): MapPlace => {
    const [x, y] = place(each, view);
    const rows = events.rowsAt(rowIndex(dataset.places, each.id));
    const count = rows.filter((row) => shown.hasRow(row)).length;
    const written = countText(counts.get(each.id), locale);
    return {
      id: each.id,
      x,
      y,
      radius: each.radius ? radiusPx(each, each.radius, view.zoom) : 0,
      name: plainText(each.name, snapshot) || each.id,
      count: written,
      events: count,
      emphasis: (chosen?.places.includes(each.id) ? 1e6 : 0) + (written ? 1e3 : 0) + count,
    };
  });
}

const countryNames = new Map<string, Intl.DisplayNames>();

function countryName(code: string, locale: string): string {
  let names = countryNames.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'});
    countryNames.set(locale, names);
  }
  try {
    return names.of(code) ?? '';
  } catch {
    return '';
  }
}

/** A country's own name is for far views; near ones say its regions and towns. */
const COUNTRY_ZOOM = 7.5;

export const namesInPixels = (
  basemap: Basemap | undefined,
  view: ViewState,
  locale: string,
): readonly MapName[] =>
  (basemap?.names ?? []).flatMap(({text, code, kind, position, zoom}): MapName[] => {
    if (view.zoom < zoom || (kind === 'country' && view.zoom > COUNTRY_ZOOM)) return [];
    const [x, y] = place(position, view);
    if (x < 0 || y < 0 || x > view.width || y > view.height) return [];
    const words = code === undefined ? text : countryName(code, locale) || text;
    return words ? [{text: words, kind, x, y}] : [];
  });

/** The box around places and all that they may cover. */
export function boundsAround(places: readonly Placed[]): Bounds | undefined {
  const bounds = boundsOf(places);
  return bounds && padBounds(bounds, Math.max(0, ...places.map(({radius = 0}) => radius)));
}

/** The places that the story is about at present: of what is shown, or all when nothing is. */
export function focusPlaces(snapshot: Snapshot): readonly Placed[] {
  const stops = stopsOf(snapshot);
  const shown = stops.filter(({event}) => snapshot.shown.has(event.id));
  const places = (shown.length > 0 ? shown : stops).map((stop) => stop.place);
  return places.length > 0 ? [...new Set(places)] : snapshot.dataset.places.filter(isPlaced);
}

/** The selected event's places on the map. */
export function placesOfSelected({dataset, selected}: Snapshot): readonly Placed[] {
  const {event, place} = indexOf(dataset);
  const ids = selected === null ? [] : (event.get(selected)?.places ?? []);
  return ids.map((id) => place.get(id)).filter(isPlaced);
}

/** The view stays on the basemap, unless the story reaches beyond it; one of the whole world has no edge. */
export function limitsOf({bounds, maxZoom}: Basemap, {dataset}: Snapshot): MapLimits {
  const inside = dataset.places.filter(isPlaced).every((each) => contains(bounds, each));
  const whole = bounds.east - bounds.west >= 360;
  return {bounds: inside && !whole ? bounds : undefined, maxZoom};
}

/** A round length for the scale bar, at most `most` pixels long, in the middle of the drawing. */
export function scaleBar({zoom, origin, width, height}: ViewState, most: number, locale: string) {
  const {lat} = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
  const perPixel = metresPerPixel(lat, zoom);
  const power = 10 ** Math.floor(Math.log10(most * perPixel));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most * perPixel) ?? power;
  return {length: metres / perPixel, text: formatDistance(metres, locale)};
}

/** What the numbers on the map count and who says so, a sentence for each measure. */
export function countCaption(snapshot: Snapshot): string {
  const {dataset, locale} = snapshot;
  const index = indexOf(dataset);
  const claimants = new Map<string, Set<string>>();
  for (const counts of placeCounts(snapshot).values()) {
    for (const {figure, place: id} of counts) {
      if (!isPlaced(index.place.get(id))) continue;
      const measure = dataset.measures.find((each) => each.id === figure.measure);
      const name = plainText(measure?.name, snapshot);
      const actor = figure.actor === undefined ? undefined : index.actor.get(figure.actor);
      const who = actor ? plainText(actor.name, snapshot) : messages(locale).noClaimant;
      claimants.set(name, (claimants.get(name) ?? new Set()).add(who));
    }
  }
  const list = new Intl.ListFormat(locale, {type: 'conjunction'});
  return [...claimants]
    .map(([name, who]) => [name, messages(locale).claimedBy(list.format(who))].filter(Boolean).join(': '))
    .join('. ');
}
