import {type Dataset, rowIndex} from '../../core/dataset/index.js';
import {metresPerPixel, radiusPx, unproject} from '../../core/geo/index.js';
import type {MapPlace} from '../../core/layout/index.js';
import {BinCounter, type GridLevel, type GridMark, gridOf, pointsOf} from '../../core/scale/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {ViewState} from '../../map/index.js';
import {plainText} from '../base/index.js';
import {countsOf, countText, pixelsOf} from './model.js';
import type {Stop} from './stops.js';

/** More places than this are counted by cells of a grid. */
const MANY = 500;
/** An area whose middle is further out of view than this many pixels is not drawn. */
const REACH = 256;
/** At most so many places of the selected event are drawn by themselves. */
const CHOSEN = 100;

/** What is drawn, in pixels. */
export interface Scene {
  readonly places: readonly MapPlace[];
  /** Counted circles; undefined when places are few, and merged where they touch. */
  readonly circles: readonly GridMark[] | undefined;
}

/** Whether there are more places than can be looked at one by one. */
export const isCrowded = (dataset: Dataset): boolean => gridOf(dataset).order.length > MANY;

/** The grid's level that a view shows. */
export const levelOf = (dataset: Dataset, zoom: number): GridLevel => gridOf(dataset).level(zoom);

/** The circle that counts a place at a zoom; undefined when it is drawn by itself. */
export function circleOf({dataset}: Snapshot, zoom: number, place: string) {
  const level = levelOf(dataset, zoom);
  const cell = level.home(level.cellOf[rowIndex(dataset.places, place)] ?? level.size);
  return isCrowded(dataset) && level.count(cell) > 1 ? {depth: level.depth, cell} : undefined;
}

const counters = new WeakMap<Dataset, BinCounter>();

/** How many shown events each of `dataset.places` has. */
export function eventsAt({
  dataset,
  events,
  shown,
}: Pick<Snapshot, 'dataset' | 'events' | 'shown'>): Uint32Array {
  let counter = counters.get(dataset);
  if (!counter) {
    const {length} = dataset.places;
    counter = new BinCounter(
      events,
      new Uint32Array(length).map((_, i) => i),
      length,
    );
    counters.set(dataset, counter);
  }
  return counter.count(shown);
}

const widest = new WeakMap<Dataset, number>();

/** The largest uncertainty of a dataset, in metres. */
function widestOf(dataset: Dataset): number {
  let most = widest.get(dataset);
  if (most === undefined) {
    most = 0;
    for (const radius of pointsOf(dataset).radius) if (radius > most) most = radius;
    widest.set(dataset, most);
  }
  return most;
}

/** What a view shows. `active`: where the keys are, which is drawn by itself, as the selected event is. */
export function sceneOf(snapshot: Snapshot, view: ViewState, active: Stop | undefined): Scene {
  const {dataset, events, selected, shown, locale} = snapshot;
  const {zoom, origin, width, height} = view;
  const {lat, lon, radius} = pointsOf(dataset);
  const counts = countsOf(snapshot);
  const row = selected === null ? -1 : events.rowOf(selected);
  const chosen = row < 0 ? [] : [...events.placesOf(row).subarray(0, CHOSEN)];

  /** Undefined where it is out of view, with all that it may cover. */
  const placeAt = (index: number, [x, y]: readonly [number, number], count: number, always = true) => {
    const position = {lat: lat[index] ?? 0, lon: lon[index] ?? 0};
    const metres = radius[index] ?? 0;
    const about = metres && radiusPx(position, metres, zoom);
    const reach = Math.max(about, 24);
    if (!always && (x < -reach || y < -reach || x > width + reach || y > height + reach)) return [];
    const place = dataset.places[index];
    if (!place) return [];
    const written = countText(counts.get(place.id), locale);
    return [
      {
        id: place.id,
        x,
        y,
        radius: about,
        name: plainText(place.name, snapshot) || place.id,
        count: written,
        events: count,
        emphasis: (chosen.includes(index) ? 1e6 : 0) + (written ? 1e3 : 0) + count,
      },
    ];
  };
  const own = (index: number, count: number) =>
    placeAt(index, pixelsOf({lat: lat[index] ?? 0, lon: lon[index] ?? 0}, view), count);

  const {order} = gridOf(dataset);
  if (!isCrowded(dataset)) {
    const at = eventsAt(snapshot);
    const places = [...order].sort((a, b) => a - b).flatMap((index) => own(index, at[index] ?? 0));
    return {places, circles: undefined};
  }
  const scale = 2 ** zoom;
  const middle = unproject([origin[0] + width / 2, origin[1] + height / 2], zoom);
  const margin = Math.min(REACH, 24 + widestOf(dataset) / metresPerPixel(middle.lat, zoom)) / scale;
  const [west, north] = [origin[0] / scale, origin[1] / scale];
  const box = {
    west: west - margin,
    north: north - margin,
    east: west + width / scale + margin,
    south: north + height / scale + margin,
  };
  const circles: GridMark[] = [];
  const places: MapPlace[] = [];
  const alone = new Set(chosen);
  if (active) alone.add(rowIndex(dataset.places, active.place.id));
  for (const mark of levelOf(dataset, zoom).marks(box, shown)) {
    const [x, y] = [mark.x * scale - origin[0], mark.y * scale - origin[1]];
    const r = mark.radius;
    if (mark.place < 0) {
      if (x > -r && y > -r && x < width + r && y < height + r) circles.push({...mark, x, y});
    } else places.push(...placeAt(mark.place, [x, y], mark.shown, alone.delete(mark.place)));
  }
  // What is selected, or where the keys are, is never merged away.
  for (const index of alone) {
    if (Number.isNaN(lat[index] ?? Number.NaN)) continue;
    let count = 0;
    for (const each of events.rowsAt(index)) if (shown.hasRow(each)) count++;
    places.push(...own(index, count));
  }
  return {places, circles};
}
