import {isInCountry} from '../../core/dataset/index.js';
import type {Notes} from '../notes.js';
import {type FoundTown, Gazetteer, type WantedTown} from '../towns.js';
import {countryOf} from '../towns-countries.js';
import type {ImportOptions} from '../types.js';
import type {TablePlace} from './places.js';

/** Metres around the middle of a town, by the zoom from which on the map shows it: large ones are shown early. */
const RADII: readonly (readonly [zoom: number, radius: number])[] = [
  [4, 20_000],
  [5, 12_000],
  [6, 8000],
  [7, 5000],
  [Infinity, 3000],
];

/** Found places that a note lists, for review. */
const MAX_LISTED = 200;

/** What is known of where a place is: its name without region and country, which may stand after commas. */
function wantedOf(place: TablePlace, country: string | undefined): WantedTown {
  const known = (place.country && countryOf(place.country)) || country;
  const parts = (place.town || place.written)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const [name = '', ...others] = parts;
  const last = others.at(-1);
  const own = last === undefined ? undefined : countryOf(last);
  // "Wilmington, OH" with a country: what follows is a region.
  const isCountry = own !== undefined && (known === undefined || own === known);
  const rest = isCountry ? others.slice(0, -1) : others;
  return {name, region: place.region || (rest.at(-1) ?? ''), country: known ?? own};
}

/** Finds places without coordinates among the towns of the map, and compares coordinates with the country that is named. */
export async function locate(
  places: readonly TablePlace[],
  options: ImportOptions,
  notes: Notes,
): Promise<void> {
  for (const place of places)
    compareWithCountry(place, (place.country && countryOf(place.country)) || options.country, options, notes);
  const {world} = options;
  const wanted = places
    .filter((place) => place.lat === undefined && (place.written || place.town))
    .map((place) => ({place, town: wantedOf(place, options.country)}));
  const isCertain = ({town}: (typeof wanted)[number]) => town.region !== '' || town.country !== undefined;
  const certain = world ? wanted.filter(isCertain) : [];
  for (const each of wanted)
    if (!world || !isCertain(each)) notes.count(NOT_LOOKED, each.place.row, each.place.name);
  if (!world || certain.length === 0) return;
  const gazetteer = await Gazetteer.load(
    world,
    new Set(certain.map(({town}) => town.country)),
    options.countries,
  );
  const found: string[] = [];
  for (const {place, town} of certain) {
    const at = gazetteer.find(town);
    if (typeof at === 'string') notes.count(NOT_FOUND[at], place.row, place.name);
    else {
      put(place, at);
      found.push(`${place.name} (${at.within}) at ${place.lat}, ${place.lon}`);
    }
  }
  if (found.length === 0) return;
  const more = found.length - MAX_LISTED;
  notes.add({
    code: 'places-found',
    severity: 'said',
    row: 'file',
    message: `${found.length} ${found.length === 1 ? 'place has' : 'places have'} no coordinates and ${found.length === 1 ? 'is' : 'are'} put where the map has a town of that name, as ${found.length === 1 ? 'an area' : 'areas'}: ${found.slice(0, MAX_LISTED).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    fix: 'Look whether they are right; where one is not, give its coordinates.',
  });
}

function put(place: TablePlace, {town, within}: FoundTown): void {
  place.lat = town.lat;
  place.lon = town.lon;
  place.radius = RADII.find(([zoom]) => town.zoom <= zoom)?.[1];
  place.precision = 'locality';
  place.within = [within];
}

/** A position outside of the country that its row names is turned when it is right the other way round, or reported. */
function compareWithCountry(
  place: TablePlace,
  country: string | undefined,
  {countries}: ImportOptions,
  notes: Notes,
): void {
  const {lat, lon} = place;
  const inCountry = country && countries ? isInCountry([country], countries) : undefined;
  if (!inCountry || lat === undefined || lon === undefined || inCountry({lat, lon})) return;
  const turned = {lat: lon, lon: lat};
  if (Math.abs(lon) <= 90 && inCountry(turned)) {
    Object.assign(place, turned);
    notes.count(TURNED, place.row, `${lat}, ${lon}`);
  } else notes.count(OUTSIDE, place.row, `${place.name}: ${lat}, ${lon}`);
}

const isAre = (count: number) => (count === 1 ? '1 place is' : `${count} places are`);

const notOnMap = (code: string, why: string, fix: string) => ({
  code,
  severity: 'doubt' as const,
  message: (count: number, examples: string) => `${isAre(count)} not on the map: ${why}, as ${examples}.`,
  fix,
});

const NOT_LOOKED = notOnMap(
  'place-without-country',
  'there are no coordinates, and nothing says in which country or region to look for the name',
  'Give coordinates, a column of countries, or --country CODE.',
);

const NOT_FOUND = {
  none: notOnMap(
    'place-not-found',
    'the map has no town of that name there',
    'Give coordinates, in columns lat and lon.',
  ),
  several: notOnMap(
    'place-ambiguous',
    'the map has several towns of that name there',
    'Give coordinates, or a column of regions.',
  ),
  elsewhere: notOnMap(
    'place-elsewhere',
    'the map has a town of that name, and in another region',
    'Look at the region, or give coordinates.',
  ),
};

const OUTSIDE = {
  code: 'place-outside-country',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${isAre(count)} outside of the country that the row names, as ${examples}.`,
  fix: 'Look at the coordinates: often a minus is missing.',
} as const;

const TURNED = {
  code: 'coordinates-swapped-in-row',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${isAre(count)} in the country that the row names only with latitude and longitude the other way round, as ${examples}; so they are read.`,
  fix: 'Look at them.',
} as const;
