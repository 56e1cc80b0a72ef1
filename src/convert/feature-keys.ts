/** Which properties of GeoJSON features are read as what, by the names that they usually have. */
import {isRow, type Row} from '../core/dataset/index.js';
import {stringOf} from './draft.js';

const names = (list: string): readonly string[] => list.split(' ');

const ROLES = {
  title: names('title headline name label titulo titre nombre nom nome event eventname'),
  text: names(
    'description desc text summary notes note comment cmt details body popupcontent descripcion descricao',
  ),
  place: names('place placename location locality city town site lugar lieu local address'),
  id: names('id eventid uuid guid'),
  link: names('url link website href web sourceurl'),
  media: names('image photo picture img media imageurl photourl'),
} as const;

const CATEGORY = names('folder category categoria categorie group type kind class');
/** More are no categories but names. */
const MAX_CATEGORIES = 24;
const MAX_CATEGORY = 60;

export type FeatureRole = keyof typeof ROLES;

const plain = (key: string): string => key.toLowerCase().replace(/[\s_:@.-]+/g, '');

/** The properties of a feature by their roles. */
export function keysOf(properties: Row): ReadonlyMap<FeatureRole, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(properties))
    if (textOf(value) && !found.has(plain(key))) found.set(plain(key), key);
  const keys = new Map<FeatureRole, string>();
  for (const role of Object.keys(ROLES) as FeatureRole[]) {
    const key = ROLES[role].map((name) => found.get(name)).find((each) => each !== undefined);
    if (key !== undefined) keys.set(role, key);
  }
  return keys;
}

/** The text of a property; of KML, a description may be an object that holds it. */
export const textOf = (value: unknown): string =>
  isRow(value) && typeof value.value === 'string' ? stringOf(value.value) : stringOf(value);

/** The property by which features are told apart in a few kinds; undefined where there is none. */
export function categoryKeyOf(features: readonly Row[]): string | undefined {
  /** Values by key; undefined for one that names no kinds. */
  const kinds = new Map<string, Set<string> | undefined>();
  for (const properties of features) {
    for (const [key, value] of Object.entries(properties)) {
      if (typeof value !== 'string' || !value.trim() || !CATEGORY.includes(plain(key))) continue;
      const seen = kinds.has(key) ? kinds.get(key) : new Set<string>();
      seen?.add(value.trim());
      const isKind = seen && seen.size <= MAX_CATEGORIES && value.length <= MAX_CATEGORY;
      kinds.set(key, isKind ? seen : undefined);
    }
  }
  const few = [...kinds].filter(([, seen]) => seen !== undefined).map(([key]) => key);
  return few.sort((a, b) => CATEGORY.indexOf(plain(a)) - CATEGORY.indexOf(plain(b)))[0];
}
