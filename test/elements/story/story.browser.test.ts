import axe from 'axe-core';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import type {CronoErrorEvent} from '../../../src/elements/base/index.js';
import {CronoStory} from '../../../src/elements/story/story.js';
import {
  addressOf,
  all,
  button,
  click,
  dispatch,
  frame,
  MOTHERS,
  middle,
  mount,
  one,
  RELEASE,
  reset,
  rootOf,
  settled,
  shipped,
  waitFor,
  watchLeaks,
  words,
} from '../helpers.js';

interface Row {
  readonly date?: string | null;
  readonly status: string;
  readonly places?: readonly unknown[];
  readonly cite?: readonly unknown[];
}

// Expectations about the record are read from its file, so that a correction of a row does not fail the story's tests.
const releases = await shipped('caracas-releases');
const rows = releases.events as readonly Row[];
const isDated = ({date}: Row) => typeof date === 'string';
const VIEWS = ['crono-map', 'crono-timeline', 'crono-range', 'crono-list', 'crono-card', 'crono-sources'];

const small = (more: Record<string, unknown> = {}) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A small story',
  sources: [{id: 's', title: 'Report', url: 'https://example.org/s'}],
  events: [
    {id: 'a', date: '2024-01-10', title: 'First', cite: [{source: 's'}]},
    {id: 'b', date: '2024-03', title: 'Second', cite: [{source: 's'}]},
  ],
  ...more,
});

const urls: string[] = [];
/** Text as a file with an address. */
const file = (text: string, type = 'application/json') => {
  const url = URL.createObjectURL(new Blob([text], {type}));
  urls.push(url);
  return url;
};

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  reset();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
});

/** A story that loads a URL, and the events it dispatched. */
async function load(src: string, inside = '') {
  const told: Event[] = [];
  document.body.innerHTML = `<crono-story id="one">${inside}</crono-story>`;
  const story = document.querySelector('crono-story');
  if (!story) throw new Error('no story');
  for (const type of ['crono-load', 'crono-error'] as const) {
    story.addEventListener(type, (event) => told.push(event));
  }
  story.src = src;
  await story.ready;
  await settled(story);
  return {story, told, types: told.map(({type}) => type)};
}

describe('loading', () => {
  test('by address: draws the whole story, tells it, and is ready', async () => {
    const {story, types} = await load(addressOf('caracas-releases'));
    expect(types).toEqual(['crono-load']);
    expect(story.snapshot.status).toBe('ready');
    await expect
      .element(page.getByRole('heading', {name: 'Seventy-one prisoners released on Christmas Day', level: 2}))
      .toBeVisible();
    for (const tag of VIEWS) expect(one(story, tag).getBoundingClientRect().height, tag).toBeGreaterThan(10);
    expect(words(one(story, '[part="summary"]'))).toBe(
      '14 events, July 2024 to December 2025, 1 disputed, 1 without a date, 13 without a place',
    );
    expect(one(story, '.views crono-timeline').getAttribute('exportparts')).toContain('mark:timeline-mark');
  });

  test('the state before a dataset shows the fallback, the state after does not', async () => {
    document.body.innerHTML = '<crono-story><p slot="fallback">Without JavaScript</p></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    story.data = small();
    await story.ready;
    await expect.element(page.getByText('Without JavaScript')).not.toBeVisible();
    await expect.element(page.getByRole('heading', {name: 'A small story'})).toBeVisible();
  });

  const absent = new URL('/none/story.json', location.href).href;
  test.each([
    ['an answer of 404', absent, {code: 'http', httpStatus: 404}, /the server answered 404/],
    [
      'HTML in place of JSON',
      () => file('<!doctype html><title>Log in</title>', 'text/html'),
      {code: 'not-json'},
      /is not a story \(It is a web page/,
    ],
    [
      'truncated JSON',
      () => file(JSON.stringify(small()).slice(0, 150)),
      {code: 'not-json'},
      /is not a story \(.*line 1/,
    ],
    ['a list', () => file('[1, 2]'), {code: 'not-dataset'}, /not a cronomapa story/],
    ['another format', () => file('{"type": "FeatureCollection"}'), {code: 'not-dataset'}, /not a cronomapa/],
    [
      'a version to come without rows',
      () => file('{"cronomapa": 99, "items": []}'),
      {code: 'not-dataset'},
      /not a cronomapa story \(.*99/,
    ],
    ['no network', 'blob:nothing/here', {code: 'network'}, /could not be fetched/],
    ['no address', 'http://[', {code: 'network'}, /could not be fetched/],
    ['no host', '//', {code: 'network'}, /could not be fetched/],
  ])('%s is said, with what and where', async (_, address, failure, sentence) => {
    const src = typeof address === 'string' ? address : address();
    const {story, told, types} = await load(src);
    expect(types).toEqual(['crono-error']);
    expect((told[0] as CronoErrorEvent).failure).toMatchObject({...failure, url: src});
    expect(story.snapshot.status).toBe('error');
    expect(story.matches(':state(error)')).toBe(true);
    const alert = page.getByRole('alert');
    await expect.element(alert).toBeVisible();
    expect(words(alert.element())).toMatch(sentence);
    expect(words(alert.element())).toContain(src);
    await expect.element(button('Try again')).toBeVisible();
  });

  test('data that is no dataset is said to be none, with nothing to try again', async () => {
    await mount([], [1, 2]);
    const alert = page.getByRole('alert');
    expect(words(alert.element())).toMatch(/^The file is not a cronomapa story \(.*\)\.$/);
    await expect.element(button('Try again')).not.toBeInTheDocument();
  });

  test('rows that are bad do not take down the good ones, and are counted', async () => {
    const data = small({
      events: [
        {id: 'a', date: '2024-01-10', title: 'First', cite: [{source: 's'}]},
        {id: 'x', date: '2024-02-31', title: 'On no day', cite: [{source: 's'}]},
        {id: 'y', date: '2024-02-01', title: 'From nowhere', cite: [{source: 'nothing'}]},
      ],
    });
    const told = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const {story} = await load(file(JSON.stringify(data)));
    expect(story.snapshot.counts.events).toBe(3);
    const errors = story.snapshot.issues.filter(({severity}) => severity === 'error');
    expect(errors.map(({row}) => row)).toEqual(expect.arrayContaining(['event "x"', 'event "y"']));
    expect(Object.isFrozen(story.snapshot.issues)).toBe(true);
    // Readers can do nothing about them; authors have them in the console, and by an attribute.
    const count = '2 rows with faults:';
    expect(told).toHaveBeenCalledExactlyOnceWith(count, story.snapshot.issues);
    await expect.element(page.getByText(count)).not.toBeInTheDocument();
    story.toggleAttribute('with-issues', true);
    await story.reload();
    await expect.element(page.getByText(/^This file: 2 errors/)).toBeVisible();
    await expect.element(page.getByText(/^error, event "x": /)).toBeVisible();
    const isSeen = (element: Element) => element.checkVisibility();
    await expect.poll(() => page.getByText('On no day').elements().some(isSeen)).toBe(true);
  });

  test('a story without faults says nothing of them', async () => {
    await mount([], small());
    await expect.element(page.getByText(/rows? with faults/)).not.toBeInTheDocument();
  });

  test.each([
    ['a file', JSON.stringify({cronomapa: 1, language: 'en', title: 'Soon', events: []})],
    ['one without any list', JSON.stringify({cronomapa: 1, language: 'en'})],
  ])('%s without rows is an empty story, no error', async (_, text) => {
    const {story, types} = await load(file(text));
    expect(types).toEqual(['crono-load']);
    await expect.element(page.getByText('There are no events in this story yet.')).toBeVisible();
    expect(story.matches(':state(empty)')).toBe(true);
    expect(story.matches(':state(error)')).toBe(false);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('Retry fetches again, and the story shows', async () => {
    const address = addressOf('caracas-releases');
    let working = false;
    const fetchIt = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation((...args) =>
      working ? fetchIt(...args) : Promise.resolve(new Response('', {status: 503})),
    );
    const {story, told} = await load(address);
    expect(told.map(({type}) => type)).toEqual(['crono-error']);
    await expect.element(page.getByRole('alert')).toHaveTextContent('the server answered 503');
    working = true;
    await button('Try again').click();
    await waitFor(() => expect(story.snapshot.status).toBe('ready'));
    await waitFor(() => expect(told.map(({type}) => type)).toEqual(['crono-error', 'crono-load']));
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    await expect.element(page.getByRole('heading', {level: 2}).first()).toBeVisible();
  });

  test('a load that takes more than four seconds is said to be slow', async () => {
    let answer: (response: Response) => void = () => {};
    vi.spyOn(globalThis, 'fetch').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    document.body.innerHTML = '<crono-story src="/slow.json"></crono-story>';
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    await settled(story);
    await settled(story);
    const notice = () => words(one(story, '[part="notice"]'));
    expect(notice()).toBe('Loading the story…');
    expect(story.matches(':state(loading)')).toBe(true);
    vi.advanceTimersByTime(3999);
    await settled(story);
    expect(notice()).toBe('Loading the story…');
    vi.advanceTimersByTime(1);
    await settled(story);
    expect(notice()).toBe('Still loading. The connection is slow.');
    answer(new Response(JSON.stringify(small())));
    await story.ready;
    vi.useRealTimers();
    await settled(story);
    expect(all(story, '[part="notice"]')).toEqual([]);
    expect(story.matches(':state(loading)')).toBe(false);
  });

  test('a file of which a part came says how much, and fetches it again', async () => {
    let rows = 1000;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(small({rows})));
    const {story} = await load('/cut.json');
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent(/so far, \d+% of the file\./);
    rows = 1;
    await button('Try again').click();
    await waitFor(() => expect(all(story, '[role="alert"]')).toEqual([]));
  });

  test('a load of which nothing comes for a minute and a half has failed, and can be tried again', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    document.body.innerHTML = '<crono-story src="/silent.json"></crono-story>';
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    await settled(story);
    await settled(story);
    vi.advanceTimersByTime(89_999);
    await settled(story);
    expect(story.snapshot.status).toBe('loading');
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await story.ready;
    await settled(story);
    expect(words(one(story, '[role="alert"]'))).toContain('No data for 90 s');
    await expect.element(button('Try again')).toBeVisible();
  });

  test('what reads a file and never comes ends in a failure that can be tried again', async () => {
    let isAsked = false;
    // A body that hangs whatever its request is told.
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      isAsked = true;
      return new Response(new ReadableStream());
    });
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    document.body.innerHTML = '<crono-story src="/hangs.json"></crono-story>';
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    await settled(story);
    while (!isAsked) await frame();
    vi.advanceTimersByTime(90_000);
    vi.useRealTimers();
    await story.ready;
    await settled(story);
    expect(words(one(story, '[role="alert"]'))).toContain('No data for 90 s');
    await expect.element(button('Try again')).toBeVisible();
  });

  test('a load of which something comes every minute goes on, however long it takes', async () => {
    let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = controller;
      },
    });
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
      init?.signal?.addEventListener('abort', () => stream?.error(init.signal?.reason));
      return new Response(body);
    });
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    document.body.innerHTML = '<crono-story src="/slow.json"></crono-story>';
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    await settled(story);
    const bytes = new TextEncoder().encode(JSON.stringify(small()));
    const share = Math.ceil(bytes.length / 4);
    for (let at = 0; at < bytes.length; at += share) {
      stream?.enqueue(bytes.slice(at, at + share));
      // The stream hands it on in tasks of its own.
      await frame();
      await frame();
      vi.advanceTimersByTime(60_000);
      expect(story.snapshot.status).toBe('loading');
    }
    stream?.close();
    await story.ready;
    vi.useRealTimers();
    expect(story.snapshot.status).toBe('ready');
  });

  test('a layout of one’s own stays whole beside an error, and shows after Retry', async () => {
    let working = false;
    const fetchIt = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation((...args) =>
      working ? fetchIt(...args) : Promise.reject(new TypeError('offline')),
    );
    const inside = VIEWS.map((tag) => `<${tag}>${tag} fallback</${tag}>`).join('');
    const {story} = await load(addressOf('caracas-releases'), `<p>My own words</p>${inside}`);
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be fetched (offline)');
    await expect.element(page.getByText('My own words')).toBeVisible();
    for (const tag of VIEWS) await expect.element(page.getByText(`${tag} fallback`)).toBeVisible();
    expect(document.querySelectorAll('svg').length).toBe(0);
    working = true;
    await button('Try again').click();
    await waitFor(() => expect(story.snapshot.status).toBe('ready'));
    await settled(story);
    // Content without a matching slot is not shown.
    const slotOf = (tag: string) => (story.querySelector(tag)?.firstChild as Text | null)?.assignedSlot;
    expect(VIEWS.filter(slotOf)).toEqual([]);
    expect(story.querySelector('crono-timeline')?.shadowRoot?.querySelectorAll('[part~="mark"]').length).toBe(
      rows.filter(isDated).length,
    );
  });

  test('the address that came last is the one that shows', async () => {
    const {story, told} = await load(file(JSON.stringify(small({title: 'One'}))));
    story.src = file(JSON.stringify(small({title: 'Two'})));
    story.src = file(JSON.stringify(small({title: 'Three'})));
    await waitFor(() => expect(story.snapshot.dataset.title).toBe('Three'));
    await frame();
    expect(told.length).toBe(2);
    await expect.element(page.getByRole('heading', {name: 'Three'})).toBeVisible();
    story.src = file('no');
    await waitFor(() => expect(story.snapshot.status).toBe('error'));
    story.src = file(JSON.stringify(small({title: 'Four'})));
    await expect.element(page.getByRole('heading', {name: 'Four'})).toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('a story taken out while loading goes on when it is put back', async () => {
    // The first answer does not come.
    vi.spyOn(globalThis, 'fetch').mockReturnValueOnce(new Promise(() => {}));
    document.body.innerHTML = `<crono-story src="${addressOf('caracas-releases')}"></crono-story>`;
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    await story.updateComplete;
    story.remove();
    await frame();
    expect(story.snapshot.status).not.toBe('ready');
    document.body.append(story);
    await story.ready;
    expect(story.snapshot.status).toBe('ready');
  });
});

describe('properties', () => {
  test('data set before the element is defined counts, and `dataset` after', async () => {
    class Late extends CronoStory {}
    const story = document.createElement('crono-story-late') as CronoStory;
    story.data = small();
    story.selected = 'b';
    document.body.append(story);
    customElements.define('crono-story-late', Late);
    await story.ready;
    expect(story.snapshot.counts.events).toBe(2);
    expect(story.snapshot.selected).toBe('b');
    story.dataset = small({title: 'Another'});
    await waitFor(() => expect(story.snapshot.dataset.title).toBe('Another'));
  });

  test('the snapshot is frozen, through and through, and replaced', async () => {
    const story = await mount([], releases);
    const {snapshot} = story;
    const {counts, filters, issues, dataset, events} = snapshot;
    for (const each of [snapshot, counts, filters, issues, dataset, dataset.events, events]) {
      expect(Object.isFrozen(each)).toBe(true);
    }
    expect(counts).toEqual({
      events: rows.length,
      shown: rows.length,
      disputed: rows.filter(({status}) => status === 'disputed').length,
      undated: rows.filter((row) => !isDated(row)).length,
      unplaced: rows.filter(({places = []}) => places.length === 0).length,
      uncited: rows.filter(({cite = []}) => cite.length === 0).length,
    });
    await dispatch(story, {type: 'select', id: RELEASE});
    expect(snapshot.selected).toBeNull();
    expect(story.snapshot.selected).toBe(RELEASE);
  });

  test('`selected` selects at first and later; an event that is not there changes nothing', async () => {
    const story = await mount([], small(), {selected: 'a'});
    expect(story.snapshot.selected).toBe('a');
    story.selected = 'b';
    await settled(story);
    expect(story.snapshot.selected).toBe('b');
    story.selected = 'nobody';
    await settled(story);
    expect(story.snapshot.selected).toBe('b');
  });

  test('`heading-level` sets the headings', async () => {
    await mount([], small(), {'heading-level': '3'});
    await expect.element(page.getByRole('heading', {name: 'A small story', level: 3})).toBeVisible();
    await expect.element(page.getByRole('heading', {name: 'Sources', level: 4})).toBeVisible();
  });

  test('changes are told after the fact, once each, with what is new', async () => {
    const story = await mount([], small());
    const told: unknown[] = [];
    document.body.addEventListener('crono-select', ({id}) => told.push(id));
    document.body.addEventListener('crono-range-change', ({range}) => told.push(range));
    document.body.addEventListener('crono-filter-change', ({filters}) => told.push(filters.text));
    story.dispatch({type: 'select', id: 'a'});
    story.dispatch({type: 'select', id: 'a'});
    story.dispatch({type: 'range', range: {start: 0, end: 5}});
    story.dispatch({type: 'filter', filters: {text: 'second'}});
    expect(told).toEqual(['a', {start: 0, end: 5}, 'second']);
  });

  test('another language is told once its words are there', async () => {
    const story = await mount([], small());
    const told: string[] = [];
    document.body.addEventListener('crono-locale-change', ({locale}) => told.push(locale));
    story.lang = 'fr';
    await expect.poll(() => told).toEqual(['fr']);
    expect(story.snapshot.summary).toContain('faits');
    story.lang = 'en';
    await expect.poll(() => told).toEqual(['fr', 'en']);
  });
});

describe('linked', () => {
  const CARD = ['71', `according to ${MOTHERS}`] as const;

  const showsEverywhere = async (story: CronoStory) => {
    await settled(story);
    expect(story.snapshot.selected).toBe(RELEASE);
    const card = one(story, 'crono-card');
    expect(words(one(card, '[part~="title"]'))).toBe('71 political prisoners released');
    const values = all(card, '[part~="value"]').map(words);
    expect(values).toContain(CARD[0]);
    expect(words(one(card, '[part~="claimant"]'))).toContain(CARD[1]);
    const figures = all(card, '[part~="figure"]').map(words).join(' ');
    for (const part of ['65 Tocorón', '3 Las Crisálidas', '3 La Guaira']) expect(figures).toContain(part);
    expect(one<HTMLAnchorElement>(card, '[part~="source"] a, a[part~="source"]').href).toBe(
      'https://en.mercopress.com/2025/12/26/caracas-releases-71-political-prisoners',
    );
    const timeline = one(story, 'crono-timeline');
    expect(all(timeline, '[part~="mark-selected"]').map(({dataset}) => dataset.id)).toEqual([RELEASE]);
    expect(all(timeline, '[aria-selected="true"]').length).toBe(1);
    const list = one(story, 'crono-list');
    expect(all(list, '[part~="item-selected"]').map(({dataset}) => dataset.id)).toEqual([RELEASE]);
    const places = all(one(story, 'crono-map'), '[part~="place-selected"]');
    expect(new Set(places.map(({dataset}) => dataset.id))).toEqual(
      new Set(['tocoron', 'las-crisalidas', 'la-guaira']),
    );
  };

  const mapIsThere = (story: CronoStory) =>
    waitFor(() => expect(all(one(story, 'crono-map'), '[part~="place"]').length).toBe(3));

  test('an event chosen in the timeline is chosen everywhere', async () => {
    const story = await mount([], releases);
    await mapIsThere(story);
    // The map's footer has its size, so nothing below shifts any more.
    await frame();
    const mark = one(one(story, 'crono-timeline'), `[part~="mark"][data-id="${RELEASE}"]`);
    mark.scrollIntoView({block: 'center'});
    await click(middle(one(mark.getRootNode() as ShadowRoot, `[data-id="${RELEASE}"] .hit`)));
    await showsEverywhere(story);
    expect(all(one(story, 'crono-map'), '[part~="count"]').map(words).sort()).toEqual(['3', '3', '65']);
  });

  test('an event chosen in the list is chosen everywhere', async () => {
    const story = await mount([], releases);
    await mapIsThere(story);
    one(story, 'crono-list').scrollIntoView();
    const list = page.getByRole('group', {name: 'List of events'});
    await list.getByRole('button', {name: '71 political prisoners released', exact: true}).click();
    await showsEverywhere(story);
  });

  test('a range is the same in every view, and each says n of m', async () => {
    const story = await mount([], releases);
    one(story, 'crono-range').scrollIntoView();
    await waitFor(() => expect(one(story, 'crono-range').shadowRoot?.querySelector('.count')).not.toBeNull());
    await dispatch(story, {type: 'range', range: {start: 1766620800000, end: 1766707200000}});
    const {shown, events} = story.snapshot.counts;
    expect(shown).toBeLessThan(events);
    await expect.element(page.getByText(`${shown} of 14 events`, {exact: true}).first()).toBeVisible();
    expect(words(one(story, '[part="summary"]'))).toContain(`${shown} of 14 events`);
    expect(words(one(one(story, 'crono-range'), '.count'))).toBe(`${shown} of 14 events`);
  });

  test('a listener above may veto, and nothing changes', async () => {
    const story = await mount([], small());
    const asked: string[] = [];
    const veto = (event: HTMLElementEventMap['crono-request']) => {
      asked.push(event.action.type);
      event.preventDefault();
    };
    document.body.addEventListener('crono-request', veto);
    await page.getByRole('button', {name: 'First', exact: true}).click();
    expect(asked).toEqual(['select']);
    expect(story.snapshot.selected).toBeNull();
    document.body.removeEventListener('crono-request', veto);
    await page.getByRole('button', {name: 'First', exact: true}).click();
    expect(story.snapshot.selected).toBe('a');
  });

  test('two stories on a page never meet', async () => {
    const one_ = await mount([], small());
    const two = await mount([], small());
    await page.getByRole('button', {name: 'Second', exact: true}).first().click();
    expect(one_.snapshot.selected).toBe('b');
    expect(two.snapshot.selected).toBeNull();
    await dispatch(two, {type: 'range', range: {start: 0, end: 1}});
    expect(one_.snapshot.range).toBeNull();
  });

  test('an element elsewhere joins with `for`, before the story or after it, across shadow roots', async () => {
    const marks = (timeline: Element) => all(timeline, '[part~="mark"]').length;
    const before = document.createElement('crono-timeline');
    before.setAttribute('for', 'late');
    document.body.append(before);
    await before.updateComplete;
    expect(marks(before)).toBe(0);
    const story = await mount(['crono-card'], small(), {id: 'late'});
    const host = document.createElement('div');
    document.body.append(host);
    const after = document.createElement('crono-timeline');
    after.setAttribute('for', 'late');
    host.attachShadow({mode: 'open'}).append(after);
    await before.updateComplete;
    await after.updateComplete;
    await waitFor(() => expect([marks(before), marks(after)]).toEqual([2, 2]));
    // A request from outside can be vetoed at the story as well.
    const veto = (event: Event) => event.preventDefault();
    story.addEventListener('crono-request', veto);
    one<SVGElement>(after, '[role=listbox]').focus();
    await userEvent.keyboard('{End}{Enter}');
    expect(story.snapshot.selected).toBeNull();
    story.removeEventListener('crono-request', veto);
    await userEvent.keyboard('{Enter}');
    expect(story.snapshot.selected).toBe('b');
    story.id = 'renamed';
    await before.updateComplete;
    expect(marks(before)).toBe(0);
    before.setAttribute('for', 'renamed');
    await waitFor(() => expect(marks(before)).toBe(2));
    story.remove();
    await waitFor(() => expect(marks(before)).toBe(0));
  });

  test('views that come later take the place of its own, and its own come when they go', async () => {
    const story = await mount([], releases);
    await waitFor(() => one(story, 'crono-card'));
    const list = document.createElement('crono-list');
    story.append(list);
    await waitFor(() => expect(list.getClientRects()).toHaveLength(1));
    expect(rootOf(story).querySelector('crono-card')).toBe(null);
    list.remove();
    await waitFor(() => one(story, 'crono-card'));
  });

  test('moved it keeps its state; removed and put back it goes on', async () => {
    const story = await mount(['crono-timeline', 'crono-card'], small());
    await dispatch(story, {type: 'select', id: 'b'});
    const section = document.createElement('section');
    document.body.append(section);
    section.append(story);
    await settled(story);
    expect(story.snapshot.selected).toBe('b');
    const timeline = story.querySelector('crono-timeline');
    if (!timeline) throw new Error('no timeline');
    expect(all(timeline, '[part~="mark-selected"]').length).toBe(1);
    story.remove();
    await frame();
    document.body.append(story);
    await settled(story);
    await dispatch(story, {type: 'select', id: 'a'});
    expect(all(timeline, '[part~="mark-selected"]').map(({dataset}) => dataset.id)).toEqual(['a']);
    await expect.element(page.getByText('First').first()).toBeVisible();
  });
});

describe('language', () => {
  const sentence = (story: CronoStory) => words(one(story, '[part="summary"]'));

  test('is the nearest `lang`, and is followed when any of those above changes', async () => {
    const story = await mount([], releases);
    expect(sentence(story)).toMatch(/^14 events/);
    document.documentElement.lang = 'es';
    await waitFor(() => expect(sentence(story)).toMatch(/^14 hechos/));
    await expect
      .element(page.getByRole('heading', {name: 'Setenta y un presos excarcelados el día de Navidad'}))
      .toBeVisible();
    await expect.element(page.getByRole('listbox', {name: 'Línea de tiempo'})).toBeVisible();
    const box = story.parentElement;
    if (box) box.lang = 'en';
    await waitFor(() => expect(sentence(story)).toMatch(/^14 events/));
    story.lang = 'es-VE';
    await waitFor(() => expect(sentence(story)).toMatch(/^14 hechos/));
    expect(story.snapshot.locale).toBe('es-VE');
    story.removeAttribute('lang');
    await waitFor(() => expect(sentence(story)).toMatch(/^14 events/));
  });

  test('where the page says none, the dataset’s own', async () => {
    document.documentElement.removeAttribute('lang');
    const story = await mount([], small({language: 'es', title: 'Una historia'}));
    expect(story.snapshot.locale).toBe('es');
    expect(sentence(story)).toMatch(/^2 hechos/);
  });

  test('two stories may speak two', async () => {
    const [en, es] = [await mount([], releases), await mount([], releases, {lang: 'es'})];
    expect([sentence(en), sentence(es)].map((each) => each.slice(0, 9))).toEqual(['14 events', '14 hechos']);
  });

  test('the view is read out once it rests', async () => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    const story = await mount(['crono-list'], small());
    const said = () => words(one(story, '[role="status"]'));
    vi.runAllTimers();
    await settled(story);
    expect(said()).toBe(story.snapshot.summary);
    const before = said();
    await dispatch(story, {type: 'range', range: {start: 1704067200000, end: 1706745600000}});
    expect(said()).toBe(before);
    vi.runAllTimers();
    await settled(story);
    expect(said()).toMatch(/^1 of 2 events/);
  });
});

test('hostile titles stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const story = await mount([], small({title: hostile, summary: hostile}));
  expect(words(one(story, '[part="title"]'))).toBe(hostile);
  expect(document.querySelectorAll('img').length + all(story, 'img').length).toBe(0);
  expect('broken' in window).toBe(false);
});

test.each(['light', 'dark'])('axe finds nothing in a whole story in %s', async (theme) => {
  document.documentElement.style.colorScheme = theme;
  const story = await mount([], releases, {theme, selected: RELEASE});
  await waitFor(() => expect(all(one(story, 'crono-map'), '[part~="place"]').length).toBe(3));
  await dispatch(story, {type: 'range', range: {start: 1764547200000, end: 1767225600000}});
  const {violations} = await axe.run(story, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

test.each(['light', 'dark'])('axe finds nothing in the notices in %s', async (theme) => {
  document.documentElement.style.colorScheme = theme;
  document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
  const {story} = await load(file('no'));
  story.setAttribute('theme', theme);
  await settled(story);
  const {violations} = await axe.run(story, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

describe('many mounts and unmounts', () => {
  const mountAll = async () => {
    const story = await mount([], releases);
    // Leaflet comes with a pointer.
    await waitFor(() =>
      one(one(story, 'crono-map'), '.frame').dispatchEvent(new PointerEvent('pointerenter')),
    );
    await waitFor(() => expect(all(one(story, 'crono-map'), '.leaflet-map-pane').length).toBe(1));
    return story;
  };

  test('leave no listener, observer or map behind', async () => {
    await mountAll();
    reset();
    await frame();
    const watch = watchLeaks();
    for (let i = 0; i < 3; i++) {
      const story = await mountAll();
      story.parentElement?.remove();
      await Promise.resolve();
      expect(all(one(story, 'crono-map'), '.leaflet-pane')).toEqual([]);
    }
    await frame();
    const {added, alive} = watch.stop();
    expect(added).toBeGreaterThan(100);
    expect(alive).toEqual([]);
  }, 60_000);

  test('leave no nodes in memory', async () => {
    const nodes = async () => {
      await frame();
      await cdp().send('HeapProfiler.collectGarbage');
      return ((await cdp().send('Memory.getDOMCounters')) as {nodes: number}).nodes;
    };
    // What a map has asked for holds it until it is there.
    const mountWhole = async () => {
      const story = await mountAll();
      await waitFor(() => one(one(story, 'crono-map'), '.basemap path'));
      return story;
    };
    const size = all(one(await mountWhole(), 'crono-timeline'), '*').length;
    reset();
    const before = await nodes();
    for (let i = 0; i < 25; i++) (await mountWhole()).parentElement?.remove();
    // A leaked story would be larger than this.
    expect(size).toBeGreaterThan(100);
    expect((await nodes()) - before).toBeLessThan(size);
  }, 60_000);

  test('leave no timer running', async () => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']});
    const before = vi.getTimerCount();
    for (let i = 0; i < 5; i++) {
      const story = await mount(['crono-timeline', 'crono-range', 'crono-list', 'crono-card'], small());
      story.src = '/never.json';
      story.parentElement?.remove();
    }
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(before);
  });
});
