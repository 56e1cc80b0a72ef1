import type {Action} from './types.js';

type Fields = Readonly<Record<string, unknown>>;
/** The check of a field, and the expected type in words, where its name does not tell. */
type Rule = readonly [check: (value: unknown) => boolean, words?: string];

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
/** Allows infinity, since a range may be open. */
const isNumber = (value: unknown) => typeof value === 'number' && !Number.isNaN(value);
const isFilters = (value: unknown) =>
  isObject(value) &&
  ['categories', 'actors', 'places'].every((key) => value[key] === undefined || isTexts(value[key])) &&
  (value.text === undefined || isText(value.text));

const numbers = (...keys: readonly string[]): Rule => [
  (value) => value === null || (isObject(value) && keys.every((key) => isNumber(value[key]))),
  `: {${keys.join(', ')}}, numbers, or null`,
];

/** The fields of each action besides `type`. */
const RULES: Readonly<Record<Action['type'], Readonly<Record<string, Rule>>>> = {
  select: {id: [(value) => value === null || isText(value), ': an id, or null']},
  range: {range: numbers('start', 'end')},
  unfold: {
    folds: [(value) => value === 'all' || (Array.isArray(value) && value.every(isNumber))],
  },
  extent: {extent: numbers('west', 'south', 'east', 'north')},
  filter: {filters: [isFilters]},
  map: {map: numbers('lat', 'lon', 'zoom')},
  step: {view: [isObject]},
  allow: {hosts: [isTexts]},
  locale: {locale: [isText]},
  words: {},
  loading: {},
  load: {
    dataset: [(value) => isObject(value) && 'events' in value],
    issues: [Array.isArray],
  },
  fail: {failure: [(value) => isObject(value) && isText(value.code)]},
};

/** Validates an action at runtime, for plain JavaScript. Throws a `TypeError` that names the faulty field. */
export function checkAction(action: Action): void {
  const type: unknown = (action as Action | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(RULES, type))
    throw new TypeError(
      `No action has the type ${JSON.stringify(type)}, but ${Object.keys(RULES).join(', ')}.`,
    );
  const rules: Readonly<Record<string, Rule>> = RULES[type as Action['type']];
  for (const name in rules) {
    const [check, words = ''] = rules[name] as Rule;
    if (!check((action as Fields)[name]))
      throw new TypeError(`The action "${type}" needs "${name}"${words}.`);
  }
}
