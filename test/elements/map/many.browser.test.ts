/** A map of more places than can be drawn: counted circles of a grid. */
import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {type Dataset, parseDataset} from '../../../src/core/dataset/index.js';
import {createStore, type Store} from '../../../src/core/store/index.js';
import type {CronoConnectEvent} from '../../../src/elements/base/events.js';
import type {CronoMap} from '../../../src/elements/map/map.js';
import {CronoStory} from '../../../src/elements/story/story.js';
import {waitFor} from '../helpers.js';

CronoStory.define();

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

const N = 3000;
const places = Array.from({length: N}, (_, i) => ({
  id: `p${i}`,
  name: `Place ${i}`,
  // Two dense towns, and a scatter.
  lat: i % 3 === 0 ? 10 + (i % 50) / 1000 : i % 3 === 1 ? 8 + (i % 40) / 500 : 2 + ((i * 7) % 100) / 10,
  lon: i % 3 === 0 ? -67 + (i % 70) / 1000 : i % 3 === 1 ? -66 + (i % 30) / 500 : -72 + ((i * 13) % 120) / 10,
}));
const day = (i: number) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
const story = (count: number) => ({
  cronomapa: 1,
  language: 'en',
  places,
  events: Array.from({length: count}, (_, i) => ({
    id: `e${i}`,
    date: day(i),
    title: `Event ${i}`,
    places: [`p${(i * 7) % N}`],
  })),
});
const datasetOf = (count: number): Dataset => parseDataset(story(count)).dataset;
const whole = datasetOf(4000);

const root = (map: CronoMap): ShadowRoot => {
  if (!map.shadowRoot) throw new Error('not drawn');
  return map.shadowRoot;
};
const all = <T extends Element = SVGElement>(map: CronoMap, selector: string) => [
  ...root(map).querySelectorAll<T>(selector),
];
const listbox = (map: CronoMap) => all(map, '[role="listbox"]')[0];
const popup = (map: CronoMap) => root(map).querySelector('[part~="popup"]');
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

async function settled(map: CronoMap) {
  await Promise.resolve();
  await map.updateComplete;
  await map.updateComplete;
}

/** A map whose story is a store of the test's own. */
async function mount(dataset = whole, progress: number | null = null) {
  const store = createStore();
  store.dispatch({type: 'load', dataset, issues: [], progress});
  const host = document.createElement('div');
  host.addEventListener('crono-connect', (event) =>
    (event as CronoConnectEvent).accept({
      store,
      story: host,
      request: (by, action) => store.dispatch(action.type === 'select' ? {...action, by} : action),
    }),
  );
  const map = document.createElement('crono-map');
  host.append(map);
  document.body.append(host);
  const wanted = dataset.places.length > 500 ? ['.basemap', '.cluster'] : ['.basemap'];
  await waitFor(() => expect(wanted.filter((each) => !root(map).querySelector(each))).toEqual([]));
  await settled(map);
  return {store, map};
}

const button = (name: string) => page.getByRole('button', {name, exact: true});

/** Number, events and places of each circle, as a screen reader has them. */
const circles = (map: CronoMap) =>
  all(map, '.cluster').map((circle) => {
    const name = circle.getAttribute('aria-label') ?? '';
    const [, of = '', events = '', count = ''] =
      /^(?:([\d,]+) of )?([\d,]+) events? at ([\d,]+) places$/.exec(name) ?? [];
    const number = (text: string) => Number(text.replaceAll(',', ''));
    return {
      cell: circle.dataset.cell ?? '',
      shown: of === '' ? number(events) : number(of),
      events: number(events),
      places: number(count),
      text: words(circle),
      element: circle,
    };
  });

/** Where each mark is painted. */
const painted = (map: CronoMap) =>
  new Map(
    all(map, '.cluster, .place').map((mark) => {
      const {left, top, width, height} = (mark.firstElementChild ?? mark).getBoundingClientRect();
      return [mark.dataset.cell ?? mark.dataset.id ?? '', [left + width / 2, top + height / 2] as const];
    }),
  );

const press = (element: Element, more: MouseEventInit = {}) => {
  const {left, top, width, height} = element.getBoundingClientRect();
  element.dispatchEvent(
    new MouseEvent('click', {bubbles: true, clientX: left + width / 2, clientY: top + height / 2, ...more}),
  );
};

describe('more places than there is room for', () => {
  test('are circles that count every event, and few nodes', async () => {
    const {map} = await mount();
    const found = circles(map);
    expect(found.length).toBeGreaterThan(20);
    const lone = all(map, '.place').length;
    expect(found.reduce((sum, {places: n}) => sum + n, 0) + lone).toBe(N);
    // Places have one event each, or two.
    const rest = 4000 - found.reduce((sum, {events}) => sum + events, 0);
    expect(rest).toBeGreaterThanOrEqual(lone);
    expect(rest).toBeLessThanOrEqual(2 * lone);
    expect(found.every(({shown, text}) => shown >= 1000 || text === String(shown))).toBe(true);
    expect(root(map).querySelectorAll('*').length).toBeLessThan(1500);
  });

  test.each(['en', 'ar'])('have their counts within their circles: %s', async (language) => {
    // Most events in one town, a fifth of them in the other.
    const events = story(9000).events.map((event, i) => ({
      ...event,
      places: [i < 7500 ? `p${3 * (i % 50)}` : `p${3 * (i % 40) + 1}`],
    }));
    const {map} = await mount(parseDataset({...story(0), language, events}).dataset);
    const counts = all<SVGTextElement>(map, '.cluster text');
    const long = counts.filter((count) => words(count).length > 3);
    expect(long.length).toBeGreaterThan(1);
    for (const count of counts) {
      const {width} = count.getBoundingClientRect();
      const circle = count.previousElementSibling?.getBoundingClientRect();
      expect(width, words(count)).toBeLessThan((circle?.width ?? 0) - 2);
    }
  });

  test('do not move while the map does', async () => {
    const {map} = await mount();
    await button('Zoom in').click();
    await settled(map);
    // What the keys are at stands in front of its circle, which gives way then.
    listbox(map)?.focus();
    await waitFor(() => expect(listbox(map)?.hasAttribute('aria-activedescendant')).toBe(true));
    await settled(map);
    const before = painted(map);
    const first = all(map, '.cluster')[0];
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await settled(map);
    let [same, moves] = [0, new Set<string>()];
    for (const [key, [x, y]] of painted(map)) {
      const was = before.get(key);
      if (!was) continue;
      same++;
      moves = moves.add(`${Math.round(x - was[0])} ${Math.round(y - was[1])}`);
    }
    expect(same).toBeGreaterThan(20);
    expect([...moves]).toEqual(['-80 0']);
    // Nor are they written anew.
    expect(first?.isConnected === false || before.has(first?.dataset.cell ?? '')).toBe(true);
  });

  test('say how many of their events are shown, and are dimmed when none is', async () => {
    const {store, map} = await mount();
    const before = circles(map).map(({cell}) => cell);
    store.dispatch({type: 'range', range: {start: Date.UTC(2000, 0, 1), end: Date.UTC(2000, 0, 41)}});
    await settled(map);
    const after = circles(map);
    expect(after.map(({cell}) => cell)).toEqual(before);
    const shown = after.reduce((sum, each) => sum + each.shown, 0);
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThanOrEqual(40);
    for (const {shown: n, element, text} of after) {
      expect(text).toBe(n === 0 ? '' : String(n));
      expect(element.matches('[part~="cluster-dimmed"]')).toBe(n === 0);
    }
  });

  test('open by zooming in, and as a list when there is no nearer', async () => {
    const {map} = await mount();
    const largest = () => circles(map).toSorted((a, b) => b.events - a.events)[0];
    const before = largest();
    for (let i = 0; i < 8; i++) {
      const at = largest();
      if (at) press(at.element);
      await settled(map);
      if (popup(map)) break;
    }
    expect(popup(map)).not.toBeNull();
    expect(largest()?.events).toBeLessThan(before?.events ?? 0);
    expect(popup(map)?.getAttribute('aria-label')).toMatch(/^[\d,]+ events at [\d,]+ places$/);
  });

  test('or with Shift: a hundred, and how many more', async () => {
    const {store, map} = await mount();
    const [circle] = circles(map).toSorted((a, b) => b.events - a.events);
    if (!circle) throw new Error('no circle');
    expect(circle.events).toBeGreaterThan(500);
    press(circle.element, {shiftKey: true});
    await settled(map);
    const listed = [...(popup(map)?.querySelectorAll('button[data-id]') ?? [])];
    expect(listed).toHaveLength(100);
    expect(words(popup(map)?.lastElementChild)).toBe(
      `and ${(circle.events - 100).toLocaleString('en')} more`,
    );
    (listed[3] as HTMLElement).click();
    await settled(map);
    expect(store.snapshot.selected).toBe((listed[3] as HTMLElement).dataset.id);
    expect(popup(map)).not.toBeNull();
  });

  test('the selected event is drawn by itself, and named', async () => {
    const {store, map} = await mount();
    const before = circles(map).map(({cell}) => cell);
    store.dispatch({type: 'select', id: 'e0'});
    await settled(map);
    expect(all(map, '[part~="place-selected"]').map(({dataset}) => dataset.id)).toEqual(['p0']);
    expect(all(map, '[role="option"][aria-selected="true"]').map(({dataset}) => dataset.event)).toEqual([
      'e0',
    ]);
    expect(circles(map).map(({cell}) => cell)).toEqual(before);
  });

  test('axe finds nothing', async () => {
    const {map} = await mount();
    listbox(map)?.focus();
    await settled(map);
    const {violations} = await axe.run(map, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});

describe('the keys', () => {
  const at = (map: CronoMap) => {
    const id = listbox(map)?.getAttribute('aria-activedescendant');
    return (id ? root(map).getElementById(id) : null)?.dataset.event;
  };

  test('go by event in time, whatever is drawn', async () => {
    const {store, map} = await mount();
    listbox(map)?.focus();
    await settled(map);
    expect(at(map)).toBe('e0');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await settled(map);
    expect(at(map)).toBe('e2');
    await userEvent.keyboard('{End}');
    await settled(map);
    expect(at(map)).toBe('e3999');
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
    await settled(map);
    expect(at(map)).toBe('e3998');
    await userEvent.keyboard('{Enter}');
    await settled(map);
    expect(store.snapshot.selected).toBe('e3998');
    expect(popup(map)?.getAttribute('aria-label')).toBe(`Place ${(3998 * 7) % N}`);
  });

  test('with Shift, Enter lists the circle that the event is in', async () => {
    const {store, map} = await mount();
    listbox(map)?.focus();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await settled(map);
    expect(store.snapshot.selected).toBeNull();
    expect(popup(map)?.getAttribute('aria-label')).toMatch(/events at [\d,]+ places$/);
    expect([...(popup(map)?.querySelectorAll<HTMLElement>('[data-id]') ?? [])][0]?.dataset.id).toBe('e0');
  });
});

describe('a story that comes in parts', () => {
  const load = (store: Store, count: number, progress: number | null) =>
    store.dispatch({type: 'load', dataset: datasetOf(count), issues: [], progress});

  test('leaves the view to the reader who has moved it, and what is open, open', async () => {
    const {store, map} = await mount(datasetOf(1000), 0.25);
    listbox(map)?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await button('Zoom in').click();
    listbox(map)?.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{Enter}');
    await settled(map);
    const transform = () => root(map).querySelector('.basemap .land')?.getAttribute('transform');
    const before = transform();
    const active = listbox(map)?.getAttribute('aria-activedescendant');
    load(store, 2500, 0.6);
    await settled(map);
    load(store, 4000, null);
    await settled(map);
    expect(transform()).toBe(before);
    expect(popup(map)?.getAttribute('aria-label')).toBe('Place 7');
    expect(listbox(map)?.getAttribute('aria-activedescendant')).toBe(active);
    // Another story is another story.
    load(store, 4000, null);
    await settled(map);
    expect(popup(map)).toBeNull();
    expect(transform()).not.toBe(before);
  });
});

test('what has no place is counted, and the first hundred can be chosen', async () => {
  const {store, map} = await mount(
    parseDataset({
      cronomapa: 1,
      language: 'en',
      events: Array.from({length: 250}, (_, i) => ({id: `e${i}`, date: day(i), title: `Event ${i}`})),
    }).dataset,
  );
  expect(words(root(map).querySelector('summary'))).toBe('250 without a place');
  const buttons = all<HTMLButtonElement>(map, '.unplaced button');
  expect(buttons).toHaveLength(100);
  expect(words(root(map).querySelector('.unplaced p'))).toBe('and 150 more');
  buttons[99]?.click();
  expect(store.snapshot.selected).toBe('e99');
});

test.each([340, 760, 980])('in %i pixels nothing below moves when the map appears', async (width) => {
  const file = new URL('../../../data/caracas-releases.json', import.meta.url);
  const {dataset} = parseDataset(await (await fetch(file)).json());
  const store = createStore();
  store.dispatch({type: 'load', dataset, issues: []});
  const host = document.createElement('div');
  host.addEventListener('crono-connect', (event) =>
    (event as CronoConnectEvent).accept({
      store,
      story: host,
      request: (by, action) => store.dispatch(action.type === 'select' ? {...action, by} : action),
    }),
  );
  const map = document.createElement('crono-map');
  const below = document.createElement('p');
  document.body.style.width = `${width}px`;
  host.append(map, below);
  document.body.append(host);
  await map.updateComplete;
  expect(root(map).querySelector('svg')).toBeNull();
  const before = below.offsetTop;
  expect(before).toBeGreaterThan(200);
  await waitFor(() => expect(root(map).querySelector('.attribution')).not.toBeNull());
  await settled(map);
  expect(below.offsetTop).toBe(before);
});
