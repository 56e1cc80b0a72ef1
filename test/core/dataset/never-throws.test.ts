import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDataset, parseJson} from '../../../src/core/dataset/index.js';

const read = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

/** Invariants of every result. */
function expectSound({dataset, issues}: ReturnType<typeof parseDataset>, tree: unknown): void {
  expect(Object.isFrozen(dataset)).toBe(true);
  for (const table of ['events', 'figures', 'places', 'sources', 'actors'] as const)
    for (const {id} of dataset[table]) expect(typeof id).toBe('string');
  for (const {path, code, message, fix} of issues) {
    expect(code).toMatch(/^[a-z]+(-[a-z\d]+)+$/);
    expect(message).not.toBe('');
    expect(fix).not.toBe('');
    if (path !== '') expect(path).toMatch(/^\//);
  }
  expect(parseDataset(tree)).toEqual({dataset, issues});
}

/** Every place of a tree, by its keys. */
function* places(tree: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, child] of Object.entries(tree)) yield* places(child, [...path, key]);
}

/** A copy of a tree with another value at one place. */
function replaced(tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const change = (at: string, child: unknown) => (at === key ? replaced(child, rest, value) : child);
  if (Array.isArray(tree)) return tree.map((child, i) => change(String(i), child));
  return Object.fromEntries(Object.entries(tree as object).map(([at, child]) => [at, change(at, child)]));
}

describe('whatever it is given, it answers', () => {
  test('anything at all', () => {
    fc.assert(
      fc.property(fc.anything({withNullPrototype: true, withDate: true, withBigInt: true}), (tree) => {
        expectSound(parseDataset(tree), tree);
      }),
    );
  });

  test('a good story with anything in place of any one value', () => {
    const clean: unknown = JSON.parse(read('clean.json'));
    fc.assert(
      fc.property(fc.constantFrom(...places(clean)), fc.anything({withBigInt: true}), (path, value) => {
        const tree = replaced(clean, path, value);
        expectSound(parseDataset(tree), tree);
      }),
      {numRuns: 300},
    );
  });

  test('numbers that only script has', () => {
    const [place] = parseDataset(JSON.parse(read('clean.json'))).dataset.places;
    const tree = {cronomapa: 1, places: [{...place, lat: 10n, lon: 3, note: [10n]}]};
    const {issues} = parseDataset(tree);
    const wrong = issues.filter(({code}) => code === 'wrong-type').map(({path, message}) => [path, message]);
    expect(wrong).toEqual([
      ['/places/0/lat', '10n is not a number, without quotes. This value is left out.'],
      ['/places/0/note', '["10"] is not a text, or texts by language. This value is left out.'],
    ]);
  });

  test('a good file cut or changed anywhere', () => {
    const clean = read('clean.json');
    fc.assert(
      fc.property(fc.nat(clean.length), fc.nat(3), fc.string({maxLength: 3}), (at, cut, put) => {
        const {json, issue} = parseJson(clean.slice(0, at) + put + clean.slice(at + cut));
        if (issue) expect(issue.severity).toBe('error');
        else expectSound(parseDataset(json), json);
      }),
      {numRuns: 300},
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(parseJson(text).issue === undefined).toBe(valid);
      }),
    );
  });
});
