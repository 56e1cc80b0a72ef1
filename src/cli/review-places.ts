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

/** A coordinate with its decimal point elsewhere, without what a product of fractions adds. */
const shifted = (degrees: number, by: number): number => Number((degrees * by).toPrecision(12));

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
  ...[10, 100, 1000, 0.1].flatMap((times) =>
    [
      {lat: times, lon: 1},
      {lat: 1, lon: times},
      {lat: times, lon: times},
    ].map((by) => ({
      what: 'The decimal point is probably in another place',
      mend: ({lat, lon}: Position) => ({lat: shifted(lat, by.lat), lon: shifted(lon, by.lon)}),
    })),
  ),
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The slip that, undone, puts a place where it belongs. */
function slipOf(at: Position, belongs: (at: Position) => boolean) {
  for (const {what, mend} of SLIPS) {
    const mended = mend(at);
    if (Math.abs(mended.lat) <= 90 && Math.abs(mended.lon) <= 180 && belongs(mended)) return {what, mended};
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

/** Places that are known to the point, and to the same one: the map draws one over the other. */
export function reviewSpots({places}: Dataset, pathOf: PathOf, report: Report): void {
  const first = new Map<string, string>();
  for (const place of places) {
    const {id, lat, lon, radius, precision = 'site'} = place;
    // What is known to the town is at its middle, as others are.
    if (!isPlaced(place) || radius !== undefined || precision !== 'site') continue;
    const spot = `${lat},${lon}`;
    const other = first.get(spot);
    if (other === undefined) first.set(spot, id);
    else
      report(
        'places-on-one-spot',
        'info',
        `${pathOf('places', id)}/lat`,
        `It has exactly the position of "${other}".`,
        'Correct the one that is wrong; if it is one place, name it by one id; if both are known to the town alone, write "precision": "locality".',
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
