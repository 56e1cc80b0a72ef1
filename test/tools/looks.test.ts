import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {ENGINES, nameOf, planLooks, TWINS} from '../engines/looks.mjs';

const pages = Array.from({length: 14}, (_, i) => ({name: `page ${i}`, language: i % 3 ? 'en' : 'es'}));
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'ar', 'pseudo'];
const THEMES = ['paper', 'night', 'contrast', 'broadsheet', 'bold'];

const openingsOf = planLooks(pages);
const looksOf = (engine: string, page: string) => openingsOf(engine, page).flatMap(({looks}) => looks);

test('a page is opened once in each engine, and once more where it is narrow', () => {
  for (const {name} of pages) {
    expect(ENGINES.map((engine) => openingsOf(engine, name).length)).toEqual([2, 1, 1]);
    const [wide, narrow] = openingsOf('chromium', name);
    expect(wide?.looks.slice(0, 5).map(nameOf)).toEqual([
      '768 light',
      'paper dark',
      '1280 light',
      '1280 dark',
      '1280 forced',
    ]);
    expect(narrow?.looks.slice(0, 2).map(nameOf)).toEqual(['360 dark', '360 light']);
    expect(narrow?.touch).toBe(true);
    for (const engine of ENGINES) expect(looksOf(engine, name).map(nameOf)).toContain('1280 light');
  }
});

test('every page meets every language, theme and width, and every engine meets all of them', () => {
  const valuesOf = (looks: ReturnType<typeof looksOf>, language: string) =>
    new Set(
      looks.flatMap(({dress, width, spaced}) => [
        dress?.theme ?? 'paper',
        dress?.words ? 'pseudo' : (dress?.language ?? language),
        ...(spaced ? ['spaced'] : []),
        width,
      ]),
    );
  for (const {name, language} of pages) {
    const values = valuesOf(
      ENGINES.flatMap((engine) => looksOf(engine, name)),
      language,
    );
    for (const value of [...LANGUAGES, ...THEMES, 'spaced', 1280, 768, 360, 320])
      expect(values, `${name}, ${value}`).toContain(value);
  }
  for (const engine of ENGINES) {
    const values = valuesOf(
      pages.flatMap(({name}) => looksOf(engine, name)),
      'en',
    );
    for (const value of [...LANGUAGES, ...THEMES, 'spaced'])
      expect(values, `${engine}, ${value}`).toContain(value);
  }
});

test.each(Object.entries(TWINS))(
  '%s has the elements of %s, and is opened in Chromium alone',
  (twin, other) => {
    const elementsOf = (name: string) =>
      readFileSync(`examples/${name}.html`, 'utf8').match(/<crono-[\w-]+|slot=\S+/g);
    expect(elementsOf(twin)).toEqual(elementsOf(other));
    const opening = planLooks([...pages, {name: twin, language: 'es'}]);
    expect(ENGINES.map((engine) => opening(engine, twin).length)).toEqual([2, 0, 0]);
    expect(opening('chromium', twin).flatMap(({looks}) => looks.map(nameOf))).toEqual([
      '768 light',
      'paper dark',
      '1280 light',
      '360 light',
    ]);
  },
);

test('none is seen twice, longer words come last, and only Chromium is narrow', () => {
  for (const engine of ENGINES) {
    for (const {name} of pages) {
      for (const {looks} of openingsOf(engine, name)) {
        const names = looks.map(nameOf);
        expect(new Set(names).size).toBe(names.length);
        const first = looks.findIndex(({dress}) => dress?.words);
        if (first >= 0) expect(looks.slice(first).every(({dress}) => dress?.words)).toBe(true);
        if (engine !== 'chromium') expect(looks.every(({width}) => width === 1280)).toBe(true);
      }
    }
  }
});

test('with all combinations every look is there', () => {
  const all = planLooks(pages.slice(0, 1), {all: true});
  expect(all('chromium', 'page 0').flatMap(({looks}) => looks)).toHaveLength(7 + 5 * 2 * 6 * 4);
  expect(all('webkit', 'page 0').flatMap(({looks}) => looks)).toHaveLength(1 + 5 * 2 * 6 * 2);
});
