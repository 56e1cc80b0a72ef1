import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect, test} from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Schema {
  readonly [keyword: string]: unknown;
}

const schema = read('data/schema/v1.json') as Schema;
const defs = schema.$defs as Readonly<Record<string, Schema>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keywords that the schema uses, by their meaning in JSON Schema 2020-12; others throw. */
const KEYWORDS: Readonly<
  Record<string, (rule: never, value: unknown, at: string, parent: Schema) => string[]>
> = {
  type: (rule: string, value, at) => {
    const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    return type === rule ? [] : [`${at} type`];
  },
  const: (rule: unknown, value, at) => (value === rule ? [] : [`${at} const`]),
  enum: (rule: readonly unknown[], value, at) => (rule.includes(value) ? [] : [`${at} enum`]),
  minimum: (rule: number, value, at) => (typeof value === 'number' && value < rule ? [`${at} minimum`] : []),
  minLength: (rule: number, value, at) =>
    typeof value === 'string' && [...value].length < rule ? [`${at} minLength`] : [],
  maxLength: (rule: number, value, at) =>
    typeof value === 'string' && [...value].length > rule ? [`${at} maxLength`] : [],
  pattern: (rule: string, value, at) =>
    typeof value === 'string' && !new RegExp(rule, 'u').test(value) ? [`${at} pattern`] : [],
  minProperties: (rule: number, value, at) =>
    isObject(value) && Object.keys(value).length < rule ? [`${at} minProperties`] : [],
  required: (rule: readonly string[], value, at) =>
    isObject(value)
      ? rule.filter((key) => !Object.hasOwn(value, key)).map((key) => `${at}/${key} required`)
      : [],
  properties: (rule: Readonly<Record<string, Schema>>, value, at) =>
    isObject(value)
      ? Object.entries(rule).flatMap(([key, each]) =>
          Object.hasOwn(value, key) ? faults(each, value[key], `${at}/${key}`) : [],
        )
      : [],
  additionalProperties: (rule: Schema, value, at) =>
    isObject(value) ? Object.entries(value).flatMap(([key, each]) => faults(rule, each, `${at}/${key}`)) : [],
  propertyNames: (rule: Schema, value, at) =>
    isObject(value) ? Object.keys(value).flatMap((key) => faults(rule, key, `${at}/${key}`)) : [],
  items: (rule: Schema, value, at) =>
    Array.isArray(value) ? value.flatMap((each, i) => faults(rule, each, `${at}/${i}`)) : [],
  anyOf: (rule: readonly Schema[], value, at) =>
    rule.some((each) => faults(each, value, at).length === 0) ? [] : [`${at} anyOf`],
  if: (rule: Schema, value, at, parent) => {
    const branch = faults(rule, value, at).length === 0 ? parent.then : parent.else;
    return branch === undefined ? [] : faults(branch as Schema, value, at);
  },
  $ref: (rule: string, value, at) => {
    const target = defs[rule.replace('#/$defs/', '')];
    if (!target) throw new Error(`${rule} leads nowhere`);
    return faults(target, value, at);
  },
};
/** Read by `if`. */
const BRANCHES = ['then', 'else'];
const NOTES = ['$schema', '$id', '$defs', 'title', 'description', 'examples', 'default'];

function faults(rules: Schema, value: unknown, at = ''): string[] {
  return Object.entries(rules).flatMap(([keyword, rule]) => {
    if (NOTES.includes(keyword) || BRANCHES.includes(keyword)) return [];
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`the keyword ${keyword} is not known here`);
    return check(rule as never, value, at, rules);
  });
}

test('the committed schema is what the script makes of the table', () => {
  const made = execFileSync(process.execPath, ['scripts/build-schema.mjs', '--print'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(readFileSync(join(root, 'data/schema/v1.json'), 'utf8')).toBe(made);
});

test.each([
  'data/caracas-releases.json',
  'data/venezuela-2024-2026.json',
  'test/core/dataset/fixtures/clean.json',
])('%s fits', (path) => {
  expect(faults(schema, read(path))).toEqual([]);
});

test('the broken fixture does not, where one value shows it', () => {
  expect(faults(schema, read('test/core/dataset/fixtures/broken.json')).sort()).toEqual([
    '/actors/2/id required',
    '/events/11 type',
    '/events/2/date pattern',
    '/events/8/media/0/alt required',
    '/events/9/title anyOf',
    '/figures/2/actor required',
    '/places/5/precision enum',
    '/sources/1/url pattern',
  ]);
});

test.each<[string, unknown, string[]]>([
  ['no object', [], [' type']],
  ['another version', {cronomapa: 2, language: 'en'}, ['/cronomapa const']],
  ['no version', {language: 'en'}, ['/cronomapa required']],
  ['an unknown key', {cronomapa: 1, language: 'en', more: 1}, []],
  ['a text by no language', {cronomapa: 1, language: 'en', summary: {english: 'x'}}, ['/summary anyOf']],
  [
    'a number in quotes',
    {cronomapa: 1, language: 'en', places: [{id: 'p', name: 'P', lat: '1'}]},
    ['/places/0/lat type'],
  ],
  ['an address in capitals', {cronomapa: 1, language: 'en', basemap: 'HTTPS://example.org/a'}, []],
  ['a relative address', {cronomapa: 1, language: 'en', basemap: 'maps/a:b.json'}, []],
  ['a file of tiles', {cronomapa: 1, language: 'en', tiles: 'maps/streets.json'}, []],
  [
    'tiles in place of their file',
    {cronomapa: 1, language: 'en', tiles: 'https://tile.example/{z}/{x}/{y}.png'},
    ['/tiles pattern'],
  ],
  ['a hidden script', {cronomapa: 1, language: 'en', basemap: ' java\tscript:x'}, ['/basemap pattern']],
])('%s', (_, value, expected) => {
  expect(faults(schema, value)).toEqual(expected);
});

test.each([
  '2025',
  '2025-12-25',
  '-0300',
  '202X',
  'Y17E7',
  'Y-17000',
  '../2025',
  '2025/..',
  '/2025',
  '2025-12~',
])('the date %s fits', (date) => {
  expect(faults(defs.date ?? {}, date)).toEqual([]);
});

test('every key says what it is for', () => {
  const walk = (rules: Schema): number =>
    Object.values((rules.properties ?? {}) as Readonly<Record<string, Schema>>).reduce((count, each) => {
      expect(each.description).toMatch(/^[A-Z].*[.\]]$/s);
      return count + 1 + walk(each) + walk((each.items ?? {}) as Schema);
    }, 0);
  expect(walk(schema)).toBeGreaterThan(100);
});
