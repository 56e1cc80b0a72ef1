import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {instantOf} from '../../../src/core/time/index.js';
import type {CronoList} from '../../../src/elements/list/list.js';
import {CronoStory} from '../../../src/elements/story/story.js';

CronoStory.define();

/** A dataset as it ships. */
const shipped = async (name: string): Promise<{readonly events: readonly unknown[]}> =>
  (await fetch(new URL(`../../../data/${name}.json`, import.meta.url))).json();
const releases = await shipped('caracas-releases');
const record = await shipped('venezuela-2024-2026');

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  window.scrollTo(0, 0);
});

async function mount(data: unknown = releases, attributes: Record<string, string> = {}) {
  const story = document.createElement('crono-story');
  for (const [name, value] of Object.entries(attributes)) story.setAttribute(name, value);
  const list = document.createElement('crono-list');
  story.append(list);
  story.data = data;
  document.body.append(story);
  await story.ready;
  await settled(list);
  return {story, list};
}

async function settled(list: CronoList) {
  await Promise.resolve();
  await list.updateComplete;
}

type Action = Parameters<CronoStory['dispatch']>[0];
async function dispatch(story: CronoStory, list: CronoList, action: Action) {
  story.dispatch(action);
  await settled(list);
}

const root = (list: CronoList): ShadowRoot => {
  if (!list.shadowRoot) throw new Error('not drawn');
  return list.shadowRoot;
};
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const items = (list: CronoList) => [...root(list).querySelectorAll<HTMLElement>('[part~="item"]')];
const visible = (list: CronoList) =>
  items(list)
    .filter((item) => item.checkVisibility())
    .map(({dataset}) => dataset.id);
const item = (list: CronoList, id: string): HTMLElement => {
  const found = items(list).find(({dataset}) => dataset.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};
const focused = (list: CronoList) =>
  root(list).activeElement?.closest<HTMLElement>('[part~="item"]')?.dataset.id;

const year = (at: number) => ({start: instantOf(at), end: instantOf(at + 1)});

const gaps = {
  cronomapa: 1,
  language: 'en',
  sources: [
    {id: 's', title: 'Report', publisher: 'Paper', url: 'https://example.org/s'},
    {id: 't', title: 'Other', url: 'https://example.org/t'},
  ],
  places: [{id: 'p', name: 'Town', lat: 10, lon: -66, radius: 2000, precision: 'locality'}],
  events: [
    {id: 'u', title: 'Undated', places: ['p'], cite: [{source: 's'}]},
    {id: 'm', date: '2024-07', title: 'A month', places: ['p'], cite: [{source: 't'}, {source: 's'}]},
    {id: 'y', date: '2024', title: 'A year', places: ['p'], cite: [{source: 's'}]},
    {id: 'x', date: '2025-01-05', title: 'Uncited, unplaced'},
  ],
};

describe('the shipped story', () => {
  test('stands under years and months, in time', async () => {
    await mount();
    const names = await page.getByRole('heading').all();
    expect(names.map((each) => words(each.element()))).toEqual([
      '2024',
      'July 2024',
      '2025',
      'December 2025',
      'Without a date',
    ]);
    await expect.element(page.getByRole('heading', {level: 4, name: 'December 2025'})).toBeVisible();
  });

  test('a row says when and what, the leading figure with its claimant, and the numbers of its sources', async () => {
    const {list} = await mount();
    const release = item(list, 'release-2025-12-25');
    expect(words(release.querySelector('[part~="row-date"]'))).toBe('December 25, 2025');
    expect(words(release.querySelector('[part~="row-title"]'))).toBe('71 political prisoners released');
    expect(words(release.querySelector('.category'))).toBe('Releases');
    expect(words(release.querySelector('[part~="row-figure"]'))).toMatch(
      /^People released: 71 according to Committee of Mothers[^,]* and Foro Penal$/,
    );
    const [note] = release.querySelectorAll('a');
    expect([note?.getAttribute('aria-label'), note?.href, note?.rel]).toEqual([
      'Source 1: MercoPress',
      'https://en.mercopress.com/2025/12/26/caracas-releases-71-political-prisoners',
      'noopener',
    ]);
    const election = item(list, 'election-2024-07-28');
    expect(words(election.querySelector('.marks .status'))).toBe('disputed');
    // What disagrees stands side by side, also in a row.
    expect(words(election.querySelector('[part~="row-figure"]'))).toMatch(
      /^Votes for the candidate each side says won: about 6.4 million according to .*, more than 7 million according to /,
    );
  });

  test('the numbers of sources are as far apart whether they have one digit or three', async () => {
    const {list} = await mount(record);
    const gaps = items(list).flatMap((each) => {
      const boxes = [...each.querySelectorAll('.marks .note')].map((note) => {
        const range = document.createRange();
        range.selectNodeContents(note);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).flatMap(({left, top}, i) => {
        const before = boxes[i];
        return before && before.top === top ? [Math.round(left - before.right)] : [];
      });
    });
    expect(gaps.length).toBeGreaterThan(20);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    for (const {offsetWidth} of root(list).querySelectorAll<HTMLElement>('.marks .note'))
      expect(offsetWidth).toBeGreaterThanOrEqual(24);
  });

  test('it opens to all that the card says', async () => {
    const {list} = await mount();
    await page.getByRole('button', {name: '71 political prisoners released'}).click();
    await settled(list);
    const release = item(list, 'release-2025-12-25');
    expect(words(release.querySelector('[part~="text"]'))).toMatch(/^Sixty-five men left Tocorón/);
    expect([...release.querySelectorAll('[part="place"]')].map(words)).toEqual([
      'Tocorón (somewhere within 1 km)',
      'Las Crisálidas (somewhere within 4.5 km)',
      'La Guaira (somewhere within 19 km)',
    ]);
    expect(words(release.querySelector('[part~="value"]'))).toBe('71');
    expect(words(release.querySelector('[part~="claimant"]'))).toContain('according to Committee of Mothers');
    expect([...release.querySelectorAll('.breakdown li')].map(words)).toEqual([
      '65 Tocorón, men',
      '3 Las Crisálidas, women',
      '3 La Guaira, teenagers',
    ]);
    expect(words(release.querySelector('[part~="first-source"]'))).toBe(
      'Source 1: MercoPress, published December 26, 2025, 10:17 UTC',
    );
    expect(words(release.querySelector('[part~="row-figure"]'))).toContain(
      '71 according to Committee of Mothers',
    );
    const known = page.getByText('How the places are known');
    expect(words(release.querySelector('[data-section="places"]'))).toContain('known to the town');
    await expect.element(page.getByText('known to the town').first()).not.toBeVisible();
    await known.click();
    await expect.element(page.getByText('known to the town').first()).toBeVisible();
  });

  test('in Spanish', async () => {
    document.documentElement.lang = 'es';
    const {list} = await mount();
    expect(words(item(list, 'release-2025-12-25').querySelector('[part~="date"]'))).toBe(
      '25 de diciembre de 2025',
    );
    await expect.element(page.getByRole('heading', {name: 'diciembre de 2025'})).toBeVisible();
    await expect.element(page.getByRole('group', {name: 'Lista de hechos'})).toBeVisible();
  });

  test('the whole record has all its events, none twice', async () => {
    const {list} = await mount(record);
    expect(visible(list).length).toBe(record.events.length);
    expect(new Set(visible(list)).size).toBe(record.events.length);
  });

  test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
    const {list, story} = await mount(releases, {theme, selected: 'release-2025-12-25'});
    list.open = true;
    await dispatch(story, list, {type: 'range', range: year(2025)});
    await page.getByRole('button', {name: /^Show \d+ other events/}).click();
    await settled(list);
    const {violations} = await axe.run(list, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});

describe('selecting', () => {
  test('a click selects and marks', async () => {
    const {list, story} = await mount();
    await page.getByRole('button', {name: '71 political prisoners released'}).click();
    expect(story.snapshot.selected).toBe('release-2025-12-25');
    await settled(list);
    const release = item(list, 'release-2025-12-25');
    expect(release.part.contains('item-selected')).toBe(true);
    expect(release.querySelector('button')?.getAttribute('aria-current')).toBe('true');
    expect(root(list).querySelectorAll('[aria-current]').length).toBe(1);
  });

  test('from elsewhere takes no focus and does not scroll the page', async () => {
    const {list, story} = await mount(record);
    const outside = document.createElement('button');
    outside.textContent = 'Outside';
    document.body.prepend(outside);
    outside.focus();
    await dispatch(story, list, {type: 'select', id: visible(list).at(-1) ?? null});
    expect(document.activeElement).toBe(outside);
    expect(window.scrollY).toBe(0);
    // It is then the tab stop.
    await userEvent.keyboard('{Tab}');
    const gap = root(list).querySelectorAll('[data-gap]').length;
    for (let i = 0; i < gap; i++) await userEvent.keyboard('{Tab}');
    expect(focused(list)).toBe(story.snapshot.selected);
  });

  test('from elsewhere scrolls the list, if it has a height of its own', async () => {
    const {list, story} = await mount(record);
    list.style.cssText = 'max-block-size: 300px; overflow-y: auto';
    const last = visible(list).at(-1) ?? '';
    await dispatch(story, list, {type: 'select', id: last});
    const [box, at] = [list.getBoundingClientRect(), item(list, last).getBoundingClientRect()];
    expect(at.top).toBeLessThan(box.bottom);
    expect(at.top).toBeGreaterThanOrEqual(box.top - 1);
    expect(window.scrollY).toBe(0);
  });

  test('a listener may veto', async () => {
    const {list, story} = await mount();
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await page.getByRole('button', {name: '71 political prisoners released'}).click();
    expect(story.snapshot.selected).toBeNull();
    await settled(list);
    expect(root(list).querySelector('[aria-current]')).toBeNull();
  });
});

describe('rows', () => {
  const title = (name: string) => page.getByRole('button', {name});
  const isOpen = (list: CronoList) =>
    items(list).flatMap((each) => (each.querySelector('.event') ? (each.dataset.id ?? '') : []));

  test('open and close by their titles, several at once; what is chosen elsewhere opens none', async () => {
    const {list, story} = await mount(gaps);
    await title('A month').click();
    await settled(list);
    await expect.element(title('A month')).toHaveAttribute('aria-expanded', 'true');
    await expect.element(title('A year')).toHaveAttribute('aria-expanded', 'false');
    await title('A year').click();
    await settled(list);
    expect(isOpen(list)).toEqual(['y', 'm']);
    // Of an open row that is not selected, the title selects first.
    await title('A month').click();
    await settled(list);
    expect([story.snapshot.selected, isOpen(list)]).toEqual(['m', ['y', 'm']]);
    await title('A month').click();
    await settled(list);
    expect([story.snapshot.selected, isOpen(list)]).toEqual(['m', ['y']]);
    await dispatch(story, list, {type: 'select', id: 'x'});
    expect(isOpen(list)).toEqual(['y']);
  });

  test('are all open by attribute, and the reader may close them', async () => {
    const {list} = await mount(gaps);
    list.toggleAttribute('open', true);
    await settled(list);
    expect(isOpen(list)).toEqual(['y', 'm', 'x', 'u']);
    await title('A month').click();
    await title('A month').click();
    await settled(list);
    expect(isOpen(list)).toEqual(['y', 'x', 'u']);
    list.toggleAttribute('open', false);
    await settled(list);
    expect(isOpen(list)).toEqual([]);
  });

  test('are all open in print, with their sections, and afterwards as before', async () => {
    const {list} = await mount();
    await title('71 political prisoners released').click();
    await settled(list);
    window.dispatchEvent(new Event('beforeprint'));
    expect(isOpen(list)).toEqual(visible(list));
    const sections = () => [...root(list).querySelectorAll('details')];
    expect(sections().length).toBeGreaterThan(20);
    expect(sections().every(({open}) => open)).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(isOpen(list)).toEqual(['release-2025-12-25']);
    expect(sections().some(({open}) => open)).toBe(false);
  });

  test('a section that was opened is open in the next row, and leaves those open as they are', async () => {
    const {list} = await mount();
    for (const name of ['71 political prisoners released', 'Rights advocates call for a general amnesty']) {
      await title(name).click();
      await settled(list);
    }
    const summary = () => page.getByText(/^Sources \(\d+\)$/);
    await summary().first().click();
    await title('Two sides claim the presidential election').click();
    await settled(list);
    const open = items(list).flatMap(
      (each) => each.querySelector<HTMLDetailsElement>('[data-section="sources"]') ?? [],
    );
    expect(open.map((each) => [each.closest<HTMLElement>('.item')?.dataset.id, each.open])).toHaveLength(3);
    expect(open.filter((each) => each.open)).toHaveLength(2);
    expect(
      item(list, 'election-2024-07-28').querySelector<HTMLDetailsElement>('[data-section="sources"]')?.open,
    ).toBe(true);
    // Long numbers are smaller, and no box that scrolls.
    const numbers = item(list, 'election-2024-07-28').querySelector('.figures.long');
    expect(numbers && getComputedStyle(numbers).overflow).toBe('visible');
  });

  test('lead to related events, with the focus', async () => {
    const {list, story} = await mount();
    await title('71 political prisoners released').click();
    await settled(list);
    await page.getByText(/^Related \(\d+\)$/).click();
    const related = one('.related [data-id="election-2024-07-28"]');
    function one(selector: string) {
      return root(list).querySelector<HTMLElement>(selector) ?? expect.fail(`no ${selector}`);
    }
    related.click();
    await settled(list);
    expect(story.snapshot.selected).toBe('election-2024-07-28');
    expect(focused(list)).toBe('election-2024-07-28');
    expect(isOpen(list)).toContain('election-2024-07-28');
  });
});

describe('keyboard', () => {
  test('one title takes Tab, and its links after it', async () => {
    const {list} = await mount(gaps);
    const stops = [...root(list).querySelectorAll<HTMLElement>('.list :is(a, button)')].filter(
      ({tabIndex}) => tabIndex === 0,
    );
    expect(stops.map((stop) => stop.closest<HTMLElement>('li')?.dataset.id)).toEqual(['y', 'y']);
    await expect.element(page.getByRole('button', {name: 'A year'})).toHaveAttribute('tabindex', '0');
  });

  test('arrows, Home, End and Page keys move; Enter selects; Escape lets go', async () => {
    const {list, story} = await mount(gaps);
    root(list).querySelector<HTMLElement>('.title[tabindex="0"]')?.focus();
    const press = async (key: string) => {
      await userEvent.keyboard(`{${key}}`);
      await settled(list);
      return focused(list);
    };
    expect(await press('ArrowDown')).toBe('m');
    expect(story.snapshot.selected).toBeNull();
    expect(root(list).activeElement?.getAttribute('tabindex')).toBe('0');
    expect(await press('ArrowUp')).toBe('y');
    expect(await press('ArrowUp')).toBe('y');
    expect(await press('End')).toBe('u');
    expect(await press('ArrowDown')).toBe('u');
    expect(await press('Home')).toBe('y');
    expect(await press('PageDown')).toBe('u');
    expect(await press('PageUp')).toBe('y');
    await press('ArrowDown');
    await press('Enter');
    expect(story.snapshot.selected).toBe('m');
    // To the links of the event, and on along the titles.
    await press('Tab');
    expect(root(list).activeElement?.getAttribute('aria-label')).toBe('Source 1: Paper');
    expect(await press('ArrowDown')).toBe('x');
    await press('Escape');
    expect(story.snapshot.selected).toBeNull();
    expect(focused(list)).toBe('x');
  });

  test('a page is a screen, not the whole list', async () => {
    const {list} = await mount(record);
    const ids = visible(list);
    root(list).querySelector<HTMLElement>('.title[tabindex="0"]')?.focus();
    await userEvent.keyboard('{PageDown}');
    const at = ids.indexOf(focused(list));
    expect(at).toBeGreaterThan(1);
    expect(at).toBeLessThan(ids.length - 1);
    await userEvent.keyboard('{PageUp}');
    expect(ids.indexOf(focused(list))).toBeLessThan(at);
  });
});

describe('what is left out', () => {
  test('is counted, hidden, and shown when asked for, marked in words', async () => {
    const {list, story} = await mount(gaps);
    await dispatch(story, list, {type: 'range', range: year(2025)});
    await expect.element(page.getByText('1 of 4 events')).toBeVisible();
    expect(visible(list)).toEqual(['x']);
    await expect.element(page.getByRole('heading', {name: '2024', exact: true})).not.toBeInTheDocument();
    await page.getByRole('button', {name: 'Show 3 other events'}).click();
    await settled(list);
    expect(visible(list)).toEqual(['y', 'm', 'x', 'u']);
    expect(item(list, 'm').part.contains('item-dimmed')).toBe(true);
    expect(words(item(list, 'm'))).toContain('outside the chosen period or filters');
    expect(words(item(list, 'x'))).not.toContain('outside');
    await page.getByRole('button', {name: 'Hide the others'}).click();
    await settled(list);
    expect(visible(list)).toEqual(['x']);
  });

  test('but the selected event stays', async () => {
    const {list, story} = await mount(gaps, {selected: 'm'});
    await dispatch(story, list, {type: 'range', range: year(2025)});
    expect(visible(list)).toEqual(['m', 'x']);
    expect(item(list, 'm').part.value).toBe('item item-selected item-dimmed row');
  });

  test('events without date, place or source are counted and can be looked at alone', async () => {
    const {list, story} = await mount(gaps);
    await dispatch(story, list, {type: 'range', range: year(2025)});
    const unplaced = page.getByRole('button', {name: '1 without a place'});
    await unplaced.click();
    await settled(list);
    await expect.element(unplaced).toHaveAttribute('aria-pressed', 'true');
    expect(visible(list)).toEqual(['x']);
    await page.getByRole('button', {name: '1 without a date'}).click();
    await settled(list);
    expect(visible(list)).toEqual(['u']);
    await page.getByRole('button', {name: '1 without a source'}).click();
    await settled(list);
    expect(visible(list)).toEqual(['x']);
    expect(words(item(list, 'x'))).toContain('no source given');
    await page.getByRole('button', {name: '1 without a source'}).click();
    await settled(list);
    expect(visible(list)).toEqual(['x']);
    expect(root(list).querySelectorAll('[aria-pressed="true"]').length).toBe(0);
  });
});

test('hostile strings stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const {list} = await mount({
    cronomapa: 1,
    language: 'en',
    sources: [{id: 's', title: hostile, url: 'javascript:window.broken=1'}],
    places: [{id: 'p', name: hostile}],
    categories: [{id: 'c', name: hostile}],
    events: [
      {id: hostile, title: hostile, category: 'c', places: ['p'], date: hostile, cite: [{source: 's'}]},
    ],
  });
  expect(words(item(list, hostile).querySelector('[part~="title"]'))).toBe(hostile);
  expect(root(list).querySelector('img, a')).toBeNull();
  expect(words(item(list, hostile).querySelector('.note'))).toBe('1');
  expect('broken' in window).toBe(false);
});

describe('in the page', () => {
  test('shows its fallback until a dataset is ready', async () => {
    document.body.innerHTML =
      '<crono-story><crono-list><ol><li>Without JavaScript</li></ol></crono-list></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
  });

  test('without events it is empty', async () => {
    const {list} = await mount({cronomapa: 1, language: 'en', places: [{id: 'p', name: 'Town'}]});
    expect(items(list)).toEqual([]);
    expect(list.matches(':state(empty)')).toBe(true);
  });

  test('joins by `for`, and lets go when its story goes', async () => {
    const list = document.createElement('crono-list');
    list.setAttribute('for', 'one');
    document.body.append(list);
    const {story} = await mount(gaps, {id: 'one'});
    await settled(list);
    expect(items(list).length).toBe(4);
    story.remove();
    await settled(list);
    expect(items(list).length).toBe(0);
  });

  test('moved, removed and put back it shows what is there', async () => {
    const {list, story} = await mount(gaps);
    const box = document.createElement('div');
    story.append(box);
    box.append(list);
    await dispatch(story, list, {type: 'select', id: 'm'});
    expect(item(list, 'm').part.contains('item-selected')).toBe(true);
    list.remove();
    await dispatch(story, list, {type: 'range', range: year(2025)});
    story.append(list);
    await settled(list);
    expect(visible(list)).toEqual(['m', 'x']);
  });

  test('two stories never meet', async () => {
    const one = await mount(gaps);
    const two = await mount(gaps);
    await dispatch(one.story, one.list, {type: 'select', id: 'm'});
    expect(item(one.list, 'm').part.contains('item-selected')).toBe(true);
    expect(item(two.list, 'm').part.contains('item-selected')).toBe(false);
  });

  test('a property set before the element is defined counts', async () => {
    const {story} = await mount(gaps);
    const list = document.createElement('crono-list-late') as CronoList;
    list.headingLevel = 2;
    story.append(list);
    customElements.define(
      'crono-list-late',
      class extends (customElements.get('crono-list') as typeof CronoList) {},
    );
    customElements.upgrade(list);
    await settled(list);
    expect(root(list).querySelector('.year-name')?.getAttribute('aria-level')).toBe('2');
  });
});
