import type {Action} from './types.js';

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
/** Infinite ones too: a range may be open. */
const isNumber: Check = (value) => typeof value === 'number' && !Number.isNaN(value);

const hasNumbers =
  (...keys: readonly string[]): Check =>
  (value) =>
    value === null || (isObject(value) && keys.every((key) => isNumber(value[key])));

const isFilters: Check = (value) =>
  isObject(value) &&
  ['categories', 'actors', 'places'].every((key) => value[key] === undefined || isTexts(value[key])) &&
  (value.text === undefined || isText(value.text));

type Field = readonly [name: string, check: Check, expected: string];

/** What each action must have besides its type. */
const FIELDS: Readonly<Record<Action['type'], readonly Field[]>> = {
  select: [['id', (value) => value === null || isText(value), 'the id of an event, or null']],
  range: [['range', hasNumbers('start', 'end'), '{start, end} in milliseconds, or null']],
  extent: [['extent', hasNumbers('west', 'south', 'east', 'north'), '{west, south, east, north}, or null']],
  filter: [['filters', isFilters, '{categories, actors, places, text}: lists of ids, and a text']],
  map: [['map', hasNumbers('lat', 'lon', 'zoom'), '{lat, lon, zoom}, or null']],
  allow: [['hosts', isTexts, 'a list of names of servers']],
  locale: [['locale', isText, 'a language tag']],
  words: [],
  loading: [],
  load: [
    ['dataset', (value) => isObject(value) && 'events' in value, 'a dataset as parseDataset gives it'],
    ['issues', Array.isArray, 'a list'],
  ],
  fail: [['failure', (value) => isObject(value) && isText(value.code), '{code, url}']],
};

/** Throws a `TypeError` that says what is wrong with an action: for callers whose compiler does not. */
export function checkAction(action: Action): void {
  const type: unknown = isObject(action) ? action.type : undefined;
  if (!isText(type) || !Object.hasOwn(FIELDS, type as string)) {
    const types = Object.keys(FIELDS).join(', ');
    throw new TypeError(`No action of a story has the type ${JSON.stringify(type)}; there are ${types}.`);
  }
  for (const [name, check, expected] of FIELDS[type as Action['type']]) {
    if (!check((action as Readonly<Record<string, unknown>>)[name]))
      throw new TypeError(`The action "${type}" of a story needs "${name}": ${expected}.`);
  }
}
