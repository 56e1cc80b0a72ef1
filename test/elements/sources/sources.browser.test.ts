import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import type {CronoSources} from '../../../src/elements/sources/sources.js';
import {CronoStory} from '../../../src/elements/story/story.js';

CronoStory.define();

/** A dataset as it ships. */
const shipped = async (name: string): Promise<{readonly events: readonly unknown[]}> =>
  (await fetch(new URL(`../../../data/${name}.json`, import.meta.url))).json();
const releases = await shipped('caracas-releases');

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
});

async function mount(data: unknown = releases, attributes: Record<string, string> = {}) {
  const story = document.createElement('crono-story');
  for (const [name, value] of Object.entries(attributes)) story.setAttribute(name, value);
  const sources = document.createElement('crono-sources');
  story.append(sources);
  story.data = data;
  document.body.append(story);
  await story.ready;
  await sources.updateComplete;
  return {story, sources};
}

const root = (sources: CronoSources): ShadowRoot => {
  if (!sources.shadowRoot) throw new Error('not drawn');
  return sources.shadowRoot;
};
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const entries = (sources: CronoSources) => [
  ...root(sources).querySelectorAll<HTMLLIElement>('[part~="source"]'),
];

const full = {
  cronomapa: 1,
  language: 'en',
  updated: '2025-12-31',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  authors: [{name: 'Ana', url: 'https://example.org/ana'}, {name: 'Luis'}],
  corrections: [{date: '2025-12-30', text: 'The _month_ was wrong.'}],
  sources: [
    {id: 'b', title: 'Second', publisher: 'Bee', url: 'https://example.org/b', published: '2025-12~'},
    {
      id: 'a',
      title: 'Primero',
      publisher: 'Ay',
      language: 'es',
      url: 'https://example.org/a',
      archived: 'https://archive.example/a',
      accessed: '2025-12-29',
      origin: 'b',
      grade: 'repost',
    },
    {id: 'c', title: 'Never cited'},
  ],
  places: [{id: 'p', name: 'Town', cite: [{source: 'a'}]}],
  events: [
    {id: 'e', date: '2025', title: 'Event', places: ['p'], cite: [{source: 'a'}, {source: 'a', quote: 'x'}]},
    {
      id: 'w',
      date: '2025',
      title: 'Gone',
      status: 'withdrawn',
      corrections: [{text: 'It did not happen.'}],
      cite: [{source: 'b'}],
    },
  ],
};

test('numbers the sources in the order of the dataset, and says what each is', async () => {
  const {sources} = await mount(full);
  expect(entries(sources).map(({value, dataset}) => [value, dataset.id])).toEqual([
    [1, 'b'],
    [2, 'a'],
    [3, 'c'],
  ]);
  expect(entries(sources).map(words)).toEqual([
    'Bee Second published about December 2025 cited by 1 entry',
    'Ay Primero read December 29, 2025, repost, copy of Bee (1), archived copy cited by 2 entries',
    'Never cited cited by 0 entries',
  ]);
  const [title, archive] = entries(sources)[1]?.querySelectorAll('a') ?? [];
  expect([title?.href, title?.rel, title?.querySelector('[lang]')?.getAttribute('lang')]).toEqual([
    'https://example.org/a',
    'noopener',
    'es',
  ]);
  expect([archive?.href, archive?.rel]).toEqual(['https://archive.example/a', 'noopener']);
});

/** Sixty sources of twenty publishers and as many without one. */
const many = {
  cronomapa: 1,
  language: 'en',
  sources: Array.from({length: 60}, (_, i) => ({
    id: `s ${i}`,
    title: `Report ${i}`,
    url: `https://example.org/${i}`,
    ...(i % 2 === 0 && {publisher: `Paper ${i % 20}`}),
  })),
  events: [{id: 'e', title: 'Event', cite: [{source: 's 59'}]}],
};
const inSight = (entry: Element) => {
  const {top, bottom} = entry.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

describe('many sources', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  test('are grouped by publisher and numbered as they stand; the first twenty are shown, and all on request', async () => {
    const {sources} = await mount(many);
    const shown = () =>
      entries(sources).filter((entry) => entry.checkVisibility({contentVisibilityAuto: true}));
    expect(entries(sources)).toHaveLength(60);
    await expect.element(page.getByText('Report 54')).not.toBeVisible();
    const group = root(sources).querySelector('.group');
    expect(words(group?.querySelector('[part="publisher"]'))).toBe('Paper 0');
    const grouped = [...(group?.querySelectorAll('li') ?? [])];
    expect(grouped.map(({value, dataset}) => [value, dataset.id])).toEqual([
      [1, 's 0'],
      [2, 's 20'],
      [3, 's 40'],
    ]);
    expect(words(group?.querySelector('li'))).toBe('Report 0 cited by 0 entries');
    await page.getByText('All sources (60)').click();
    await expect.element(page.getByText('Report 54')).toBeVisible();
    expect(shown()).toHaveLength(60);
    expect(entries(sources).map(({value}) => value)).toEqual(many.sources.map((_, i) => i + 1));
  });

  test('of a publisher on both sides of the twentieth, all are on request', async () => {
    const sources = many.sources.map(({publisher: _, ...source}, i) => ({
      ...source,
      ...(i >= 17 && i < 30 && {publisher: 'Paper'}),
    }));
    const {sources: element} = await mount({...many, sources});
    const first = [...(root(element).querySelector('ol')?.querySelectorAll('li[part=source]') ?? [])];
    expect(first).toHaveLength(17);
    expect(root(element).querySelectorAll('[part=publisher]')).toHaveLength(1);
  });

  test('an address leads to one that is not shown yet, at first and later', async () => {
    location.hash = '#source-s%2059';
    const {sources} = await mount(many);
    await expect.poll(() => root(sources).activeElement?.getAttribute('data-id')).toBe('s 59');
    expect(inSight(root(sources).activeElement as Element)).toBe(true);
    location.hash = '#source-s%200';
    await expect.poll(() => root(sources).activeElement?.getAttribute('data-id')).toBe('s 0');
    location.hash = '#source-%E0%A4%A';
    location.hash = '#elsewhere';
    expect(root(sources).activeElement?.getAttribute('data-id')).toBe('s 0');
  });

  test('all are printed', async () => {
    const {sources} = await mount(many);
    const rest = root(sources).querySelector('details');
    window.dispatchEvent(new Event('beforeprint'));
    expect(rest?.open).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(rest?.open).toBe(false);
  });
});

test('has corrections, authors, last update and licence', async () => {
  const {sources} = await mount(full);
  await expect.element(page.getByRole('heading', {level: 3, name: 'Corrections'})).toBeVisible();
  expect([...root(sources).querySelectorAll('[part~="correction"]')].map(words)).toEqual([
    'Corrected December 30, 2025. The month was wrong.',
    'Gone: It did not happen.',
  ]);
  expect([...root(sources).querySelectorAll('[part="about"] li')].map(words)).toEqual([
    'By Ana, Luis',
    'Updated December 31, 2025',
    'Licence: https://creativecommons.org/licenses/by/4.0/',
  ]);
  await expect
    .element(page.getByRole('link', {name: 'Ana'}))
    .toHaveAttribute('href', 'https://example.org/ana');
});

test('without sources it says so', async () => {
  const {sources} = await mount({cronomapa: 1, language: 'en', events: [{id: 'e', title: 'Event'}]});
  expect(words(root(sources).querySelector('.missing'))).toBe('no source given');
  expect(sources.matches(':state(empty)')).toBe(true);
});

test('in Spanish', async () => {
  document.documentElement.lang = 'es';
  const {sources} = await mount();
  await expect.element(page.getByRole('heading', {name: 'Fuentes'})).toBeVisible();
  expect(words(entries(sources)[0])).toContain('publicado: 26 de diciembre de 2025');
  expect(words(entries(sources)[0]?.querySelector('.cited'))).toMatch(/^citada en \d+ entradas$/);
});

test('hostile strings stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const {sources} = await mount({
    cronomapa: 1,
    language: 'en',
    license: 'javascript:window.broken=1',
    authors: [{name: hostile, url: 'javascript:window.broken=1'}],
    corrections: [{text: `${hostile} [press](javascript:window.broken=1)`}],
    sources: [
      {
        id: 's',
        title: hostile,
        publisher: hostile,
        url: 'java\nscript:x',
        archived: 'data:text/html,x',
        origin: hostile,
      },
    ],
    events: [{id: 'e', title: 'Event', cite: [{source: 's'}]}],
  });
  expect(words(entries(sources)[0])).toContain(`copy of ${hostile}`);
  expect(root(sources).querySelector('img, a')).toBeNull();
  expect('broken' in window).toBe(false);
});

test('joins by `for`, and lets go when its story goes', async () => {
  const sources = document.createElement('crono-sources');
  sources.setAttribute('for', 'one');
  sources.innerHTML = '<p>Fallback</p>';
  document.body.append(sources);
  await expect.element(page.getByText('Fallback')).toBeVisible();
  const {story} = await mount(full, {id: 'one'});
  await sources.updateComplete;
  expect(entries(sources).length).toBe(3);
  story.remove();
  await Promise.resolve();
  await sources.updateComplete;
  expect(entries(sources).length).toBe(0);
});

test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
  const {story, sources} = await mount(full, {theme});
  story.style.display = 'block';
  const {violations} = await axe.run(sources, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});
