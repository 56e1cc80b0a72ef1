import {
  type CountryBoxes,
  type Dataset,
  isInCountry,
  isRow,
  type Place,
  type Row,
} from '../core/dataset/index.js';
import {distance, type Position} from '../core/geo/index.js';
import type {PathOf, Report} from './findings.js';

/** Fewer other places tell nothing of where a story is. */
const FEWEST_OTHERS = 4;
/** A place this many times as far from the middle of the others as they are is doubtful. */
const TIMES_AS_FAR = 8;
/** Nearer than this, in metres, no place is doubtful. */
const NEAR = 2_500_000;
/** Distance in metres that any place may have from the middle of the others. */
const ROOM = 100_000;

type Placed = Place & Position;

const isPlaced = (place: Place): place is Placed => place.lat !== undefined && place.lon !== undefined;

/** The slips that are usual when coordinates are typed, the most usual first. */
const SLIPS: readonly {readonly what: string; readonly mend: (at: Position) => Position}[] = [
  {what: 'Latitude and longitude are probably swapped', mend: ({lat, lon}) => ({lat: lon, lon: lat})},
  {
    what: 'The minus of the longitude is probably missing or too much',
    mend: ({lat, lon}) => ({lat, lon: -lon}),
  },
  {
    what: 'The minus of the latitude is probably missing or too much',
    mend: ({lat, lon}) => ({lat: -lat, lon}),
  },
  {what: 'Both signs are probably wrong', mend: ({lat, lon}) => ({lat: -lat, lon: -lon})},
  {
    what: 'Latitude and longitude are probably swapped, and a minus is lost',
    mend: ({lat, lon}) => ({lat: lon, lon: -lat}),
  },
  {
    what: 'Latitude and longitude are probably swapped, and a minus is lost',
    mend: ({lat, lon}) => ({lat: -lon, lon: lat}),
  },
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The slip that, undone, puts a place where it belongs. */
function slipOf(at: Position, belongs: (at: Position) => boolean) {
  for (const {what, mend} of SLIPS) {
    const mended = mend(at);
    if (Math.abs(mended.lat) <= 90 && belongs(mended)) return {what, mended};
  }
  return undefined;
}

/** Where the places of a story are. */
interface Region {
  readonly middle: Position;
  /** Median distance from the middle, in metres. */
  readonly usual: number;
}

const isFar = (at: Position, {middle, usual}: Region) =>
  distance(at, middle) > Math.max(NEAR, usual * TIMES_AS_FAR);
const isNear = (at: Position, {middle, usual}: Region) => distance(at, middle) < usual * 2 + ROOM;

/** The middle of the other places, and how far they usually are from it; undefined when they are too few to tell. */
function otherPlaces(places: readonly Placed[]): Region | undefined {
  if (places.length <= FEWEST_OTHERS) return undefined;
  const middle = {lat: median(places.map(({lat}) => lat)), lon: median(places.map(({lon}) => lon))};
  return {middle, usual: median(places.map((place) => distance(place, middle)))};
}

/**
 * Finds coordinates that are probably swapped or lost a minus: those outside the country that `within` names, or far
 * from all other places, which a usual slip explains. Takes the place of the plain `place-outside-country`.
 */
export function reviewPlaces(
  {places}: Dataset,
  countries: CountryBoxes,
  pathOf: PathOf,
  report: Report,
): void {
  const placed = places.filter(isPlaced);
  const others = otherPlaces(placed);
  for (const place of placed) {
    const {id, lat, lon} = place;
    const inCountry = isInCountry(place.within, countries);
    const isOutside = inCountry !== undefined && !inCountry(place);
    const isDoubtful = isOutside || (inCountry === undefined && others !== undefined && isFar(place, others));
    if (!isDoubtful) continue;
    const slip = slipOf(place, (at) =>
      inCountry ? inCountry(at) : others !== undefined && isNear(at, others),
    );
    if (!slip) continue;
    const where = isOutside ? 'outside the country that it names' : 'far from all other places of the story';
    report(
      'coordinates-doubtful',
      'warning',
      `${pathOf('places', id)}/lat`,
      `${lat}, ${lon} lies ${where}. ${slip.what}.`,
      `If so, write "lat": ${slip.mended.lat}, "lon": ${slip.mended.lon}.`,
    );
  }
}

/**
 * Events with places none of which has a position: the page counts them among those that are not on the map. Where a
 * place gives one that cannot be used, that has been reported.
 */
export function reviewUnplaced({places, events}: Dataset, tree: Row, pathOf: PathOf, report: Report): void {
  const onMap = new Set(places.filter(isPlaced).map(({id}) => id));
  const rows = Array.isArray(tree.places) ? (tree.places as readonly unknown[]).filter(isRow) : [];
  const reported = new Set(rows.filter(({lat, lon}) => (lat ?? lon ?? null) !== null).map(({id}) => id));
  for (const {id, places: named} of events) {
    if (named.length === 0 || named.some((place) => onMap.has(place) || reported.has(place))) continue;
    report(
      'event-without-position',
      'info',
      `${pathOf('events', id)}/places`,
      `${named.map((place) => `"${place}"`).join(', ')} ${named.length === 1 ? 'has' : 'have'} no position, so it is not on the map.`,
      'Add "lat" and "lon" to the place, or name one that has them.',
    );
  }
}
