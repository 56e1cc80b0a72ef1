import {foldHeader} from './headers.js';
import type {Role} from './roles.js';

/** The precision of a place by the code of a data set; a radius in metres where it says one. */
interface PlacePrecision {
  readonly precision: 'site' | 'locality' | 'district' | 'region' | 'country';
  readonly radius?: number;
}

/** How exact a date is by the code of a data set; `about` is within days of it. */
export type DatePrecision = 'day' | 'about' | 'month' | 'year';

/** A data set whose columns are known. */
export interface Profile {
  readonly name: string;
  /** Columns by which it is known. */
  readonly signs: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
  /** Who claims its numbers. */
  readonly claimant: string;
  readonly units?: Readonly<Record<string, string>>;
  /** Metres in the unit of its radius. */
  readonly radiusUnit?: number;
  readonly placePrecision?: Readonly<Record<string, PlacePrecision>>;
  readonly datePrecision?: Readonly<Record<string, DatePrecision>>;
  /** Names of categories that it has as numbers. */
  readonly categories?: Readonly<Record<string, string>>;
  /** Columns that make a title, in order. */
  readonly title?: readonly string[];
}

const ignored = (names: string) =>
  Object.fromEntries(names.split(',').map((name) => [name, 'ignore' as const]));

const PROFILES: readonly Profile[] = [
  {
    name: 'ACLED',
    signs: ['event id cnty', 'event date', 'geo precision'],
    claimant: 'ACLED',
    roles: {
      'event id cnty': 'id',
      'event date': 'date',
      'time precision': 'date-precision',
      'event type': 'category',
      'sub event type': 'title',
      location: 'place',
      admin1: 'region',
      country: 'country',
      latitude: 'lat',
      longitude: 'lon',
      'geo precision': 'place-precision',
      source: 'source',
      notes: 'text',
      fatalities: 'measure',
      ...ignored(
        'year,iso,timestamp,region,inter1,inter2,interaction,admin2,admin3,source scale,event id no cnty',
      ),
    },
    units: {fatalities: 'people'},
    datePrecision: {1: 'day', 2: 'about', 3: 'month'},
    placePrecision: {1: {precision: 'locality'}, 2: {precision: 'district'}, 3: {precision: 'region'}},
  },
  {
    name: 'UCDP GED',
    signs: ['where prec', 'date prec', 'date start'],
    claimant: 'UCDP',
    roles: {
      id: 'id',
      'date start': 'date',
      'date end': 'end',
      'date prec': 'date-precision',
      'type of violence': 'category',
      'dyad name': 'title',
      'where coordinates': 'place',
      'adm 1': 'region',
      country: 'country',
      latitude: 'lat',
      longitude: 'lon',
      'where prec': 'place-precision',
      'source article': 'source',
      best: 'measure',
      high: 'measure',
      low: 'measure',
      ...ignored(
        'relid,year,active year,code status,conflict dset id,conflict new id,conflict name,dyad dset id,dyad new id,side a dset id,side a new id,side a,side b dset id,side b new id,side b,number of sources,source office,source date,source headline,source original,where description,adm 2,geom wkt,priogrid gid,country id,region,event clarity,deaths a,deaths b,deaths civilians,deaths unknown,gwnoa,gwnob',
      ),
    },
    units: {best: 'people', high: 'people', low: 'people'},
    datePrecision: {1: 'day', 2: 'about', 3: 'about', 4: 'month', 5: 'year'},
    placePrecision: {
      1: {precision: 'locality'},
      2: {precision: 'locality', radius: 25_000},
      3: {precision: 'district'},
      4: {precision: 'region'},
      5: {precision: 'region'},
      6: {precision: 'country'},
      7: {precision: 'region'},
    },
    categories: {1: 'state-based violence', 2: 'non-state violence', 3: 'one-sided violence'},
  },
  {
    name: 'EM-DAT',
    signs: ['dis no', 'disaster type', 'start year'],
    claimant: 'EM-DAT',
    roles: {
      'dis no': 'id',
      'event name': 'title',
      'disaster type': 'category',
      country: 'country',
      location: 'place',
      latitude: 'lat',
      longitude: 'lon',
      'start year': 'year',
      'start month': 'month',
      'start day': 'day',
      'end year': 'end-year',
      'end month': 'end-month',
      'end day': 'end-day',
      'total deaths': 'measure',
      'no injured': 'measure',
      'no affected': 'measure',
      'no homeless': 'measure',
      'total affected': 'measure',
      ...ignored(
        'iso,region,subregion,historic,classification key,disaster group,disaster subgroup,external ids,admin units,entry date,last update,cpi',
      ),
    },
    units: {
      'total deaths': 'people',
      'no injured': 'people',
      'no affected': 'people',
      'no homeless': 'people',
      'total affected': 'people',
    },
    title: ['disaster type', 'country'],
  },
  {
    name: 'USGS',
    signs: ['mag', 'magtype', 'depth', 'net'],
    claimant: 'USGS',
    roles: {
      time: 'date',
      latitude: 'lat',
      longitude: 'lon',
      place: 'place',
      id: 'id',
      type: 'category',
      mag: 'measure',
      depth: 'measure',
      'horizontal error': 'radius',
      ...ignored(
        'nst,gap,dmin,rms,updated,depth error,mag error,mag nst,status,location source,mag source,net,mag type,magtype',
      ),
    },
    units: {depth: 'km'},
    radiusUnit: 1000,
    title: ['mag', 'place'],
  },
];

/** The data set that a table is of, by its columns. */
export function profileOf(headers: readonly string[]): Profile | undefined {
  const folded = new Set(headers.map(foldHeader));
  const squeezed = new Set([...folded].map((name) => name.replaceAll(' ', '')));
  return PROFILES.find(({signs}) =>
    signs.every((sign) => folded.has(sign) || squeezed.has(sign.replaceAll(' ', ''))),
  );
}
