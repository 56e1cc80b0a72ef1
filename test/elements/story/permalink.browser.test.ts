import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import type {Snapshot} from '../../../src/core/store/index.js';
import {instantOf} from '../../../src/core/time/index.js';
import {CronoConnectEvent} from '../../../src/elements/base/index.js';
import {
  address,
  back,
  countEntries,
  hash,
  idsOf,
  mount,
  one,
  pause,
  RELEASE,
  reset,
  resetAddress,
  rest,
  rootOf,
  settled,
  shipped,
  waitFor,
  words,
} from '../helpers.js';

const releases = await shipped('caracas-releases');
const ELECTION = 'election-2024';
const RANGE = {start: instantOf(2024, 7, 1), end: instantOf(2025, 1, 1)};

beforeEach(() => history.replaceState(null, '', address));
afterEach(async () => {
  reset();
  await resetAddress();
});

describe('a link', () => {
  test('selects its event, in place of the author’s', async () => {
    const [other = ''] = idsOf(await mount(['crono-list'], releases)).filter((id) => id !== RELEASE);
    reset();
    history.replaceState(null, '', `#e=${other}`);
    const story = await mount(['crono-list'], releases, {selected: RELEASE, permalink: ''});
    expect(story.snapshot.selected).toBe(other);
  });

  test('brings what it names onto the screen, but not back when the reader has gone on', async () => {
    await page.viewport(360, 640);
    const isRead = (story: Element) =>
      ['date', 'title'].map((name) => {
        const node = one(story, 'crono-card').shadowRoot?.querySelector(`[part="${name}"]`);
        const {top, bottom} = node?.getBoundingClientRect() ?? new DOMRect(0, -1);
        return top > 0 && bottom < innerHeight;
      });
    for (const from of [0, 40]) {
      reset();
      document.body.style.minBlockSize = '200vh';
      scrollTo(0, from);
      history.replaceState(null, '', `#e=election-2024-07-28`);
      const story = await mount([], releases, {permalink: '', width: '340px'});
      await waitFor(() =>
        expect(one(story, 'crono-card').shadowRoot?.querySelector('[part="title"]')).not.toBeNull(),
      );
      await waitFor(() => expect(isRead(story)).toEqual(from === 0 ? [true, true] : [false, false]));
      if (from > 0) expect(scrollY).toBe(from);
    }
    await page.viewport(1000, 700);
  });

  test('sets range, filters, search, map and language', async () => {
    history.replaceState(
      null,
      '',
      '#e=&r=2024-07-01/2025-01-01&c=release,election&q=tocor&v=10.1,-67.2,7.5&l=es',
    );
    const story = await mount(['crono-list', 'crono-map'], releases, {selected: RELEASE, permalink: ''});
    const {selected, range, filters, map} = story.snapshot;
    expect(selected).toBe(null);
    expect(range).toEqual(RANGE);
    expect(filters).toMatchObject({categories: ['release', 'election'], text: 'tocor'});
    expect(map).toEqual({lat: 10.1, lon: -67.2, zoom: 7.5});
    await waitFor(() => expect(story.snapshot.locale).toBe('es'));
    expect(hash()).toContain('v=10.1,-67.2,7.5');
  });

  test('and its dataset are one snapshot: nothing is drawn that was not asked for', async () => {
    history.replaceState(
      null,
      '',
      `#e=${RELEASE}&r=2024-07-01/2025-01-01&c=release,election&q=ele&v=10.1,-67.2,7.5&l=es`,
    );
    const seen: Snapshot[] = [];
    const story = document.createElement('crono-story');
    story.permalink = '';
    story.data = releases;
    story.append(document.createElement('crono-list'));
    story.dispatchEvent(
      new CronoConnectEvent(null, ({store}) => store.subscribe(() => seen.push(store.snapshot))),
    );
    document.body.append(story);
    await story.ready;
    await settled(story);
    const drawn = seen.filter(({status}) => status === 'ready');
    expect(drawn.length).toBe(1);
    expect(drawn[0]).toMatchObject({
      selected: RELEASE,
      range: RANGE,
      filters: {categories: ['release', 'election'], text: 'ele'},
      map: {lat: 10.1, lon: -67.2, zoom: 7.5},
      locale: 'es',
    });
    // Another link is one more.
    await story.follow('e=&l=es');
    expect(seen.filter(({status}) => status === 'ready').length).toBe(2);
    expect(story.snapshot).toMatchObject({selected: null, range: null, map: null});
  });

  test('without the attribute is nobody’s', async () => {
    history.replaceState(null, '', `#e=${ELECTION}`);
    const story = await mount(['crono-list'], releases);
    expect(story.snapshot.selected).toBe(null);
  });

  test('to what is not there says so, in the reader’s language, and shows the story', async () => {
    // Whoever makes a link puts no words of their own onto the page.
    const call = 'Call +1-555-0100';
    history.replaceState(null, '', `#e=${call}&c=release,${call}&p=${call}&l=es`);
    const tags = ['crono-filter', 'crono-card', 'crono-list'];
    const story = await mount(tags, releases, {permalink: ''});
    await waitFor(() =>
      expect(words(rootOf(story).querySelector('[part="notice"]'))).toBe(
        'Este enlace lleva a algo que no está en la historia. Se muestra la historia completa.',
      ),
    );
    for (const each of [story, ...story.children]) expect(rootOf(each).innerHTML).not.toContain('555');
    expect(document.title).not.toContain('555');
    expect(story.snapshot.filters.categories).toEqual(['release']);
    expect(story.snapshot.selected).toBe(null);
    story.dispatch({type: 'select', id: RELEASE});
    await settled(story);
    expect(rootOf(story).querySelector('[part="notice"]')).toBe(null);
  });

  test('that means nothing does no harm', async () => {
    history.replaceState(null, '', '#r=x/y&v=1&l=<b>&e=%E0%A4%A&c=%');
    const story = await mount(['crono-list'], releases, {permalink: ''});
    expect(story.snapshot.counts.shown).toBe(story.snapshot.counts.events);
  });

  test('brings the reader to a story further down, who has not begun to read', async () => {
    const above = document.createElement('div');
    above.style.height = '3000px';
    document.body.append(above);
    document.body.style.paddingBlockEnd = '2000px';
    history.replaceState(null, '', `#e=${RELEASE}`);
    const story = await mount(['crono-list'], releases, {permalink: ''});
    await waitFor(() => expect(Math.abs(story.getBoundingClientRect().top)).toBeLessThan(2));
  });
});

describe('what the reader chooses', () => {
  test('is in the address once it has settled, a step of the history each, and Back takes it back', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    const [first = '', second = ''] = idsOf(story);
    const entries = countEntries();
    story.dispatch({type: 'select', id: first});
    await waitFor(() => expect(hash()).toBe(`e=${first}`));
    story.dispatch({type: 'select', id: second});
    await waitFor(() => expect(hash()).toBe(`e=${second}`));
    expect(entries()).toBe(2);
    await back();
    expect(story.snapshot.selected).toBe(first);
    await back();
    expect(story.snapshot.selected).toBe(null);
    expect(hash()).toBe('');
  });

  test('while it goes on is not written; what follows at once is one step', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    // Forward history is gone.
    history.pushState(null, '', address);
    const entries = countEntries();
    for (let i = 1; i <= 20; i++) {
      story.dispatch({type: 'range', range: {start: RANGE.start, end: RANGE.end + i * 86_400_000}});
      expect(hash()).toBe('');
      await pause(10);
    }
    await waitFor(() => expect(hash()).toBe('r=2024-07-01/2025-01-21'));
    story.dispatch({type: 'range', range: RANGE});
    await waitFor(() => expect(hash()).toBe('r=2024-07-01/2025-01-01'));
    expect(entries()).toBe(1);
  });

  test('as the author has it leaves nothing of ours, and what is not ours stays', async () => {
    history.replaceState({theirs: 1}, '', '#section-2');
    const story = await mount(['crono-list'], releases, {selected: RELEASE, permalink: ''});
    story.dispatch({type: 'select', id: null});
    await waitFor(() => expect(hash()).toBe('section-2&e='));
    expect(history.state).toEqual({theirs: 1});
    story.dispatch({type: 'select', id: RELEASE});
    await waitFor(() => expect(hash()).toBe('section-2'));
  });

  test('can be kept out of the address by who listens, and followed from elsewhere', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    const said: string[] = [];
    story.addEventListener('crono-permalink', (event) => {
      said.push(event.link);
      event.preventDefault();
    });
    story.dispatch({type: 'filter', filters: {text: 'amnesty'}});
    await waitFor(() => expect(said).toEqual(['q=amnesty']));
    expect(hash()).toBe('');
    await story.follow(`e=${RELEASE}`);
    expect(story.snapshot).toMatchObject({selected: RELEASE, filters: {text: ''}});
    await rest();
    expect(said).toEqual(['q=amnesty']);
  });

  test('moves no other story: the second of a page has its id before its keys', async () => {
    const one = await mount(['crono-list'], releases, {permalink: ''});
    const two = await mount(['crono-list'], releases, {permalink: '', id: 'second'});
    const three = await mount(['crono-list'], releases, {permalink: 'named'});
    const [first = '', second = '', third = ''] = idsOf(one);
    one.dispatch({type: 'select', id: first});
    two.dispatch({type: 'select', id: second});
    three.dispatch({type: 'select', id: third});
    await waitFor(() =>
      expect(hash().split('&').sort()).toEqual(
        [`e=${first}`, `named.e=${third}`, `second.e=${second}`].sort(),
      ),
    );
    history.replaceState(null, '', `#second.e=${first}`);
    dispatchEvent(new PopStateEvent('popstate'));
    expect([one, two, three].map(({snapshot}) => snapshot.selected)).toEqual([null, first, null]);
  });

  test('of a story that is gone is written no more', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'select', id: RELEASE});
    story.remove();
    await rest();
    expect(hash()).toBe('');
  });
});

test('a map goes where a link wants it, and says where the reader has put it', async () => {
  history.replaceState(null, '', '#v=10.2,-67.1,7.5');
  const story = await mount(['crono-map'], releases, {permalink: '', width: '700px'});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => expect(rootOf(map).querySelector('.land')).not.toBe(null));
  const names = () => words(one(map, '.scale') ?? null);
  const scale = names();
  await rest();
  expect(hash()).toBe('v=10.2,-67.1,7.5');
  one(map, '.controls button').click();
  await waitFor(() => expect(hash()).toMatch(/^v=10\.\d+,-67\.\d+,8\.5$/));
  await waitFor(() => expect(names()).not.toBe(scale));
  await back();
  await waitFor(() => expect(names()).toBe(scale));
  await rest();
  expect(hash()).toBe('v=10.2,-67.1,7.5');
  // The author's view is the default fit.
  one(map, '.controls button:last-child').click();
  await waitFor(() => expect(hash()).toBe(''));
});
