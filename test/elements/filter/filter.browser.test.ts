import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {CronoFilter} from '../../../src/elements/filter/filter.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  comeToRest,
  dispatch,
  holdTimers,
  mount,
  one,
  releaseTimers,
  reset,
  rootOf,
  settled,
  shipped,
  waitFor,
  words,
} from '../helpers.js';

CronoFilter.define();
beforeEach(holdTimers);
afterEach(() => {
  releaseTimers();
  reset();
});

const data = {
  cronomapa: 1,
  language: 'en',
  categories: [
    {id: 'release', name: {en: 'Releases', es: 'Excarcelaciones'}},
    {id: 'protest', name: {en: 'Protests', es: 'Protestas'}},
    {id: 'never', name: 'Never'},
  ],
  actors: [
    {id: 'gov', name: 'Government', kind: 'government'},
    {id: 'ngo', name: 'Observers', kind: 'ngo'},
  ],
  places: [
    {id: 'a', name: 'Caracas', lat: 10.5, lon: -66.9},
    {id: 'b', name: 'Mérida', lat: 8.6, lon: -71.1},
  ],
  measures: [{id: 'm', name: 'Released', unit: 'people', kind: 'flow'}],
  figures: [
    {
      id: 'f',
      measure: 'm',
      event: 'e1',
      date: '2024',
      actor: 'gov',
      value: 1,
      comparator: '=',
      status: 'claimed',
      cite: [],
    },
    {
      id: 'g',
      measure: 'm',
      event: 'e1',
      date: '2024',
      actor: 'ngo',
      value: 2,
      comparator: '=',
      status: 'claimed',
      cite: [],
    },
    {
      id: 'h',
      measure: 'm',
      event: 'e2',
      date: '2024',
      actor: 'ngo',
      value: 3,
      comparator: '=',
      status: 'claimed',
      cite: [],
    },
  ],
  events: [
    {id: 'e1', date: '2024-01-01', title: 'First', category: 'release', places: ['a'], cite: []},
    {id: 'e2', date: '2024-02-01', title: 'Second', category: 'release', places: ['b'], cite: []},
    {id: 'e3', date: '2025-01-01', title: 'Éxodo', category: 'protest', places: ['a'], cite: []},
    {id: 'e4', date: '2025-06-01', title: 'Fourth', category: 'protest', places: ['a', 'b'], cite: []},
  ],
};

async function mountFilter(json: unknown = data, attributes: Record<string, string> = {}) {
  const story = await mount(['crono-filter'], json, attributes);
  const filter = story.querySelector('crono-filter');
  if (!filter) throw new Error('no filter');
  await waitFor(() => expect(rootOf(filter).querySelector('form')).not.toBeNull());
  return {story, filter};
}

/** Waits for the debounces and rendering. */
async function rest(story: CronoStory) {
  await comeToRest();
  await settled(story);
}

const options = (filter: Element, group: string) =>
  [...rootOf(filter).querySelectorAll(`[data-group="${group}"] .option`)].map(words);
const checkbox = (name: string | RegExp) => page.getByRole('checkbox', {name});
const open = (filter: Element, group: string) =>
  one<HTMLElement>(filter, `[data-group="${group}"] summary`).click();

describe('choices', () => {
  test('are those that have events, each with their number', async () => {
    const {filter} = await mountFilter();
    expect(options(filter, 'categories')).toEqual(['Releases 2', 'Protests 2']);
    expect(options(filter, 'actors')).toEqual(['Observers 2', 'Government 1']);
    expect(options(filter, 'places')).toEqual(['Caracas 3', 'Mérida 2']);
    expect(words(one(filter, '[part="count"]'))).toBe('4 events');
    await expect.element(checkbox('Releases: 2 events')).toBeVisible();
    await expect.element(page.getByRole('group', {name: 'Categories'})).toBeVisible();
  });

  test('a choice asks for it, and the others are counted under it', async () => {
    const {story, filter} = await mountFilter();
    const changes: unknown[] = [];
    story.addEventListener('crono-filter-change', ({filters}) => changes.push(filters.categories));
    await checkbox('Releases: 2 events').click();
    await rest(story);
    expect(story.snapshot.filters.categories).toEqual(['release']);
    expect(words(one(filter, '[part="count"]'))).toBe('2 of 4 events');
    // Options of a group are counted as if none of them were selected.
    expect(options(filter, 'categories')).toEqual(['Releases 2', 'Protests 2']);
    expect(options(filter, 'places')).toEqual(['Caracas 1', 'Mérida 1']);
    expect(filter.matches(':state(active)')).toBe(true);
    await expect.element(checkbox('Releases: 2 events')).toBeChecked();
    await checkbox('Protests: 2 events').click();
    await checkbox('Releases: 2 events').click();
    await rest(story);
    expect(options(filter, 'actors')).toEqual(['Observers 0', 'Government 0']);
    expect(one(filter, '[data-group="actors"] .option').part.value).toBe('option option-empty');
    expect(changes).toEqual([['release'], ['release', 'protest'], ['protest']]);
  });

  test('by those who say so, and by place', async () => {
    const {story, filter} = await mountFilter();
    open(filter, 'actors');
    await checkbox('Government: 1 event').click();
    expect([...story.snapshot.shown]).toEqual(['e1']);
    await checkbox('Government: 1 event').click();
    open(filter, 'places');
    await checkbox(/^Mérida/).click();
    await settled(story);
    expect([...story.snapshot.shown]).toEqual(['e2', 'e4']);
    expect(words(one(filter, '[data-group="places"] summary'))).toBe('Places Mérida');
  });

  test('a veto leaves the box as it was', async () => {
    const {story} = await mountFilter();
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await checkbox('Releases: 2 events').click();
    await rest(story);
    expect(story.snapshot.filters.categories).toEqual([]);
    await expect.element(checkbox('Releases: 2 events')).not.toBeChecked();
  });

  test('what was chosen elsewhere shows', async () => {
    const {story} = await mountFilter();
    await dispatch(story, {type: 'filter', filters: {categories: ['protest'], text: 'exodo'}});
    await expect.element(checkbox(/^Protests/)).toBeChecked();
    await expect.element(page.getByRole('searchbox', {name: 'Search the events'})).toHaveValue('exodo');
  });

  test('while the range is being dragged nothing is counted, and then it is', async () => {
    const {story, filter} = await mountFilter();
    for (let month = 0; month < 5; month++) {
      await dispatch(story, {
        type: 'range',
        range: {start: Date.UTC(2024, 11), end: Date.UTC(2025, month + 1)},
      });
      expect(options(filter, 'categories')).toEqual(['Releases 2', 'Protests 2']);
    }
    expect(words(one(filter, '[part="count"]'))).toBe('1 of 4 events');
    await rest(story);
    expect(options(filter, 'categories')).toEqual(['Releases 0', 'Protests 1']);
  });
});

describe('search', () => {
  test('waits for a pause, and finds without accents', async () => {
    const {story} = await mountFilter();
    const field = page.getByRole('searchbox', {name: 'Search the events'});
    const texts: string[] = [];
    story.addEventListener('crono-filter-change', ({filters}) => texts.push(filters.text));
    await field.click();
    await userEvent.keyboard('exo');
    await rest(story);
    expect([...story.snapshot.shown]).toEqual(['e3']);
    expect(texts.length).toBeLessThan(3);
    await userEvent.keyboard('x{Enter}');
    expect(story.snapshot.filters.text).toBe('exox');
    await settled(story);
    await expect.element(field).toHaveValue('exox');
  });

  test('of a whole book that is pasted looks for its beginning alone', async () => {
    const {story} = await mountFilter();
    const field = page.getByRole('searchbox', {name: 'Search the events'});
    await field.fill('flood '.repeat(130_000));
    await userEvent.keyboard('{Enter}');
    expect(story.snapshot.filters.text).toBe('flood '.repeat(34).slice(0, 200));
    await settled(story);
    expect(
      one<HTMLInputElement>(story.querySelector('crono-filter') as HTMLElement, 'input[type=search]').value
        .length,
    ).toBe(200);
  });

  test('what is being typed stays when the story changes', async () => {
    const {story} = await mountFilter();
    const field = page.getByRole('searchbox', {name: 'Search the events'});
    await field.click();
    await userEvent.keyboard('f');
    await dispatch(story, {type: 'select', id: 'e1'});
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2024, 0), end: Date.UTC(2026, 0)}});
    await expect.element(field).toHaveValue('f');
  });
});

test('of sixty categories the most frequent come first, and all where the reader wants them', async () => {
  const many = Array.from({length: 60}, (_, i) => `c${i}`);
  const {story, filter} = await mountFilter({
    cronomapa: 1,
    language: 'en',
    categories: many.map((id) => ({id, name: `Kind ${id}`})),
    events: many.flatMap((category, i) =>
      Array.from({length: i < 12 ? 2 : 1}, (_, n) => ({
        id: `${category}-${n}`,
        date: '2024',
        title: 'Event',
        category,
        cite: [],
      })),
    ),
  });
  expect(options(filter, 'categories')).toHaveLength(12);
  const more = page.getByRole('button', {name: 'and 48 more'});
  more.element().focus();
  await userEvent.keyboard('{Enter}');
  await settled(story);
  expect(options(filter, 'categories')).toHaveLength(60);
  await waitFor(() => expect((rootOf(filter).activeElement as HTMLElement).dataset.id).toBe('c12'));
  await userEvent.keyboard(' ');
  await rest(story);
  expect(story.snapshot.filters.categories).toEqual(['c12']);
  await page.getByRole('button', {name: 'Close'}).click();
  await settled(story);
  expect(options(filter, 'categories')).toHaveLength(13);
  releaseTimers();
  expect((await axe.run(filter, {rules: {region: {enabled: false}}})).violations).toEqual([]);
});

test('in a narrow box of more than eight six are shown, and the others where the reader wants them', async () => {
  const many = (count: number) => Array.from({length: count}, (_, i) => ({id: `c${i}`, name: `Kind ${i}`}));
  const story = (count: number) => ({
    cronomapa: 1,
    language: 'en',
    categories: many(count),
    events: many(count).map(({id}) => ({id, date: '2024', title: 'Event', category: id, cite: []})),
  });
  const {filter} = await mountFilter(story(12));
  expect(options(filter, 'categories')).toHaveLength(12);
  filter.style.inlineSize = '340px';
  await waitFor(() => expect(options(filter, 'categories')).toHaveLength(6));
  await page.getByRole('button', {name: 'and 6 more'}).click();
  await waitFor(() => expect(options(filter, 'categories')).toHaveLength(12));
  expect((rootOf(filter).activeElement as HTMLElement).dataset.id).toBe('c6');
  reset();
  const {filter: short} = await mountFilter(story(8));
  short.style.inlineSize = '340px';
  await waitFor(() => expect(short.clientWidth).toBe(340));
  await settled(short.closest('crono-story') as CronoStory);
  expect(options(short, 'categories')).toHaveLength(8);
});

describe('letting go', () => {
  test('of one group, and the focus stays in it', async () => {
    const {story, filter} = await mountFilter();
    await dispatch(story, {type: 'filter', filters: {categories: ['protest'], text: 'e'}});
    await page.getByRole('button', {name: 'Clear: Categories'}).click();
    await settled(story);
    expect(story.snapshot.filters).toMatchObject({categories: [], text: 'e'});
    expect(rootOf(filter).activeElement?.getAttribute('aria-label')).toMatch(/^Releases/);
  });

  test('of everything, the period and the map too', async () => {
    const {story, filter} = await mountFilter();
    await dispatch(story, {type: 'filter', filters: {categories: ['protest'], text: 'e'}});
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2025, 0), end: Date.UTC(2026, 0)}});
    await dispatch(story, {type: 'extent', extent: {west: -70, east: -60, south: 9, north: 12}});
    await page.getByRole('button', {name: 'Show everything'}).click();
    await settled(story);
    expect(story.snapshot.counts.shown).toBe(4);
    expect(story.snapshot.range).toBeNull();
    expect(story.snapshot.extent).toBeNull();
    expect(one<HTMLInputElement>(filter, '[part="search"]').value).toBe('');
    expect(rootOf(filter).activeElement?.getAttribute('part')).toBe('search');
    await expect.element(page.getByRole('button', {name: 'Show everything'})).not.toBeInTheDocument();
  });
});

describe('more than a dozen', () => {
  const many = {
    ...data,
    places: Array.from({length: 40}, (_, i) => ({id: `p${i}`, name: `Town ${i}`})),
    events: Array.from({length: 400}, (_, i) => ({
      id: `e${i}`,
      date: '2024',
      title: `Event ${i}`,
      places: [`p${Math.floor(i / 10)}`, ...(i < 40 ? ['p7'] : [])],
      cite: [],
    })),
    figures: [],
  };

  test('the most frequent stand there, others are found by name', async () => {
    const {story, filter} = await mountFilter(many);
    open(filter, 'places');
    expect(options(filter, 'places').length).toBe(12);
    expect(options(filter, 'places')[0]).toBe('Town 7 50');
    await page.getByRole('searchbox', {name: 'Find in: Places'}).click();
    await userEvent.keyboard('town 33');
    await rest(story);
    expect(options(filter, 'places')).toEqual(['Town 33 10']);
    await expect.element(page.getByRole('status').filter({hasText: '1 found'})).toBeVisible();
    await checkbox('Town 33: 10 events').click();
    await page.getByRole('searchbox', {name: 'Find in: Places'}).click();
    await userEvent.keyboard('{Control>}a{/Control}{Delete}');
    await rest(story);
    expect(story.snapshot.filters.places).toEqual(['p33']);
    expect(options(filter, 'places').length).toBe(13);
    expect(options(filter, 'places').at(-1)).toBe('Town 33 10');
  });
});

describe('keyboard', () => {
  test('Tab comes to everything, Space chooses', async () => {
    const {story, filter} = await mountFilter();
    one(filter, '[part="search"]').focus();
    await userEvent.keyboard('{Tab}{Tab}');
    expect(rootOf(filter).activeElement?.getAttribute('aria-label')).toMatch(/^Releases/);
    await userEvent.keyboard(' ');
    await settled(story);
    expect(story.snapshot.filters.categories).toEqual(['release']);
    expect(rootOf(filter).activeElement?.getAttribute('aria-label')).toMatch(/^Releases/);
    expect(getComputedStyle(one(filter, '.option')).outlineStyle).toBe('solid');
  });
});

test('in Spanish', async () => {
  document.documentElement.lang = 'es';
  const {filter} = await mountFilter();
  await expect.element(page.getByRole('searchbox', {name: 'Buscar en los hechos'})).toBeVisible();
  expect(options(filter, 'categories')).toEqual(['Excarcelaciones 2', 'Protestas 2']);
  expect([...rootOf(filter).querySelectorAll('summary')].map(words)).toEqual([
    'Categorías',
    'Quién lo dice',
    'Lugares',
  ]);
});

test('hostile strings stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const {filter} = await mountFilter({
    ...data,
    categories: data.categories.map((row) => ({...row, name: hostile})),
  });
  expect(options(filter, 'categories')[0]).toBe(`${hostile} 2`);
  expect(rootOf(filter).querySelector('img')).toBeNull();
});

test.each([
  ['light', '1000px'],
  ['dark', '360px'],
])('axe finds nothing in %s at %s', async (theme, width) => {
  const {story, filter} = await mountFilter(await shipped('venezuela-2024-2026'), {theme, width});
  await dispatch(story, {type: 'filter', filters: {places: [], text: 'maduro'}});
  open(filter, 'actors');
  open(filter, 'places');
  await rest(story);
  await checkbox(/^[A-Z].*: 0 events/)
    .first()
    .click();
  await rest(story);
  releaseTimers();
  const {violations} = await axe.run(filter, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

test.each(['ltr', 'rtl'])('fits 360 px, %s, and all can be hit', async (dir) => {
  const {story, filter} = await mountFilter(await shipped('venezuela-2024-2026'), {width: '360px', dir});
  open(filter, 'actors');
  open(filter, 'places');
  await rest(story);
  const box = filter.getBoundingClientRect();
  for (const node of rootOf(filter).querySelectorAll('.option, button, input[type="search"], summary')) {
    const {left, right, height} = node.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(box.left - 0.5);
    expect(right).toBeLessThanOrEqual(box.right + 0.5);
    expect(height).toBeGreaterThanOrEqual(24);
  }
});

describe('in the page', () => {
  test('shows its fallback until a dataset is ready, and nothing without events', async () => {
    document.body.innerHTML = '<crono-story><crono-filter><p>Wait</p></crono-filter></crono-story>';
    await expect.element(page.getByText('Wait')).toBeVisible();
    const story = await mount(['crono-filter'], {
      cronomapa: 1,
      language: 'en',
      places: [{id: 'p', name: 'Town'}],
    });
    const filter = story.querySelector('crono-filter');
    expect(filter?.matches(':state(empty)')).toBe(true);
    expect(filter && rootOf(filter).querySelector('form')).toBeNull();
  });

  test('joins by `for`, and lets go when its story goes', async () => {
    const filter = document.createElement('crono-filter');
    filter.setAttribute('for', 'one');
    document.body.append(filter);
    const story = await mount([], data, {id: 'one'});
    await waitFor(() => expect(options(filter, 'categories').length).toBe(2));
    await checkbox('Releases: 2 events').first().click();
    expect(story.snapshot.filters.categories).toEqual(['release']);
    story.remove();
    await waitFor(() => expect(options(filter, 'categories')).toEqual([]));
  });

  test('moved, removed and put back it shows what is there', async () => {
    const {story, filter} = await mountFilter();
    const box = document.createElement('div');
    story.append(box);
    box.append(filter);
    await settled(story);
    await checkbox(/^Releases/).click();
    filter.remove();
    await dispatch(story, {type: 'filter', filters: {categories: ['protest'], places: ['b']}});
    story.append(filter);
    await settled(story);
    await filter.updateComplete;
    expect(options(filter, 'categories')).toEqual(['Releases 1', 'Protests 1']);
    await expect.element(checkbox(/^Protests/)).toBeChecked();
    await expect.element(checkbox(/^Releases/)).not.toBeChecked();
  });

  test('two stories never meet', async () => {
    const first = await mountFilter();
    const second = await mountFilter();
    one<HTMLInputElement>(first.filter, '.option input').click();
    await settled(first.story);
    expect(first.story.snapshot.filters.categories).toEqual(['release']);
    expect(second.story.snapshot.filters.categories).toEqual([]);
  });

  test('a property set before the element is defined counts', async () => {
    const story = await mount([], data, {id: 'late'});
    const filter = document.createElement('crono-filter-late') as CronoFilter;
    filter.for = 'late';
    document.body.append(filter);
    customElements.define('crono-filter-late', class extends CronoFilter {});
    await waitFor(() => expect(options(filter, 'categories').length).toBe(2));
    expect(story.snapshot.counts.shown).toBe(4);
  });
});
