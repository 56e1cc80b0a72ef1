import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  address,
  back,
  countEntries,
  goToAnchor,
  hash,
  idsOf,
  mount,
  pause,
  RELEASE,
  reset,
  resetAddress,
  rest,
  rootOf,
  settled,
  shipped,
  waitFor,
} from '../helpers.js';

const releases = await shipped('caracas-releases');

beforeEach(() => history.replaceState(null, '', address));
afterEach(async () => {
  reset();
  await resetAddress();
});

/** A response that is sent in given chunks. */
function slowly(story: CronoStory) {
  let feed!: ReadableStreamDefaultController<Uint8Array>;
  const real = globalThis.fetch;
  globalThis.fetch = async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          feed = controller;
        },
      }),
      {
        headers: {'content-type': 'application/x-ndjson'},
      },
    );
  story.withoutWorker = true;
  story.src = 'https://example.org/slow.ndjson';
  const send = (...rows: unknown[]) =>
    feed.enqueue(new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
  return {
    send,
    end: async () => {
      const done = new Promise((resolve) => story.addEventListener('crono-load', resolve, {once: true}));
      feed.close();
      await done;
      globalThis.fetch = real;
    },
  };
}
const HEAD = {
  cronomapa: 1,
  language: 'en',
  title: 'Slow',
};
const row = (id: string) => ({events: {id, date: '2020', title: id}});

describe('while a large dataset loads', () => {
  async function start(attributes: Record<string, string> = {}) {
    const story = document.createElement('crono-story');
    for (const [name, value] of Object.entries({permalink: '', ...attributes}))
      story.setAttribute(name, value);
    story.append(document.createElement('crono-list'));
    const file = slowly(story);
    document.body.append(story);
    await pause(100);
    // Enough events for a part.
    file.send(HEAD, ...Array.from({length: 17_000}, (_, i) => row(`e${i}`)));
    await waitFor(() => expect(story.snapshot.progress).not.toBe(null));
    return {story, file};
  }

  test('what the reader chooses stays when the rest is in, and is in the address', async () => {
    const {story, file} = await start();
    story.dispatch({type: 'select', id: 'e3'});
    story.dispatch({type: 'filter', filters: {text: 'e3'}});
    await rest();
    file.send(row('late'));
    await file.end();
    expect(story.snapshot).toMatchObject({selected: 'e3', filters: {text: 'e3'}});
    await waitFor(() => expect(hash()).toBe('e=e3&q=e3'));
  });

  test('what the link asks for is shown as soon as it is in, and late if it must', async () => {
    history.replaceState(null, '', '#e=late&q=late');
    const {story, file} = await start();
    file.send(row('late'));
    await file.end();
    expect(story.snapshot).toMatchObject({selected: 'late', filters: {text: 'late'}});
    expect(hash()).toBe('e=late&q=late');
  });

  test('an event that comes late does not take the place of the one that the reader has chosen', async () => {
    history.replaceState(null, '', '#e=late');
    const {story, file} = await start();
    story.dispatch({type: 'select', id: 'e3'});
    file.send(row('late'));
    await file.end();
    expect(story.snapshot.selected).toBe('e3');
    await waitFor(() => expect(hash()).toBe('e=e3'));
  });
});

describe('the attribute', () => {
  test('set later, follows the address and writes it from then on', async () => {
    history.replaceState(null, '', `#e=${RELEASE}`);
    const story = await mount(['crono-list'], releases);
    expect(story.snapshot.selected).toBe(null);
    story.permalink = '';
    await waitFor(() => expect(story.snapshot.selected).toBe(RELEASE));
    const [first = ''] = idsOf(story);
    story.dispatch({type: 'select', id: first});
    await waitFor(() => expect(hash()).toBe(`e=${first}`));
  });

  test('set after a link was followed, does so too', async () => {
    history.replaceState(null, '', `#e=${RELEASE}`);
    const story = await mount(['crono-list'], releases);
    await story.follow('q=amnesty');
    story.permalink = '';
    await waitFor(() => expect(story.snapshot.selected).toBe(RELEASE));
  });

  test('taken away, has nothing written any more', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'select', id: RELEASE});
    story.removeAttribute('permalink');
    story.permalink = undefined;
    await rest();
    expect(hash()).toBe('');
  });
});

describe('the history', () => {
  test('Back, and then another choice of the same kind at once: the entry that was come to stays', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    history.pushState({entry: 1}, '', address);
    story.dispatch({type: 'filter', filters: {text: 'one'}});
    await waitFor(() => expect(hash()).toBe('q=one'));
    await back();
    expect(hash()).toBe('');
    story.dispatch({type: 'filter', filters: {text: 'two'}});
    await waitFor(() => expect(hash()).toBe('q=two'));
    await back();
    expect(history.state).toEqual({entry: 1});
    // Forward is the second choice, and nothing else.
    const here = navigation.currentEntry?.index ?? -1;
    const later = navigation.entries().filter(({index}) => index > here);
    expect(later.map(({url}) => new URL(url ?? '').hash)).toEqual(['#q=two']);
    expect(story.snapshot.filters.text).toBe('');
  });

  test('a page with a <base> keeps its address', async () => {
    const base = document.createElement('base');
    base.href = 'https://example.org/elsewhere/';
    document.head.append(base);
    try {
      const story = await mount(['crono-list'], releases, {permalink: ''});
      story.dispatch({type: 'select', id: RELEASE});
      await waitFor(() => expect(hash()).toBe(`e=${RELEASE}`));
      expect(location.pathname + location.search).toBe(address);
      story.dispatch({type: 'select', id: null});
      await waitFor(() => expect(hash()).toBe(''));
      expect(location.pathname + location.search).toBe(address);
    } finally {
      base.remove();
    }
  });

  test('a step to an anchor of the page changes no view, and the address says both', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'select', id: RELEASE});
    await waitFor(() => expect(hash()).toBe(`e=${RELEASE}`));
    await goToAnchor('#footnote-3');
    expect(story.snapshot.selected).toBe(RELEASE);
    await waitFor(() => expect(hash()).toBe(`footnote-3&e=${RELEASE}`));
    await back();
    expect(hash()).toBe(`e=${RELEASE}`);
    expect(story.snapshot.selected).toBe(RELEASE);
    await back();
    expect(story.snapshot.selected).toBe(null);
  });

  test('of a router that writes the same keys takes back nothing that is not in the address yet', async () => {
    history.replaceState(null, '', `#e=${RELEASE}`);
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'filter', filters: {text: 'amnesty'}});
    history.pushState({route: 2}, '', `${address}#e=${RELEASE}`);
    dispatchEvent(new PopStateEvent('popstate'));
    expect(story.snapshot.filters.text).toBe('amnesty');
    await waitFor(() => expect(hash()).toBe(`e=${RELEASE}&q=amnesty`));
  });
});

describe('in the page', () => {
  test('moved while a choice settles, it is written all the same', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'select', id: RELEASE});
    document.body.prepend(story);
    await waitFor(() => expect(hash()).toBe(`e=${RELEASE}`));
  });

  test('when the first of two goes, the second keeps its keys', async () => {
    const first = await mount(['crono-list'], releases, {permalink: ''});
    const second = await mount(['crono-list'], releases, {permalink: '', id: 'second'});
    second.dispatch({type: 'select', id: RELEASE});
    await waitFor(() => expect(hash()).toBe(`second.e=${RELEASE}`));
    first.remove();
    second.dispatch({type: 'select', id: idsOf(second)[0] ?? ''});
    await waitFor(() => expect(hash()).toBe(`second.e=${idsOf(second)[0]}`));
  });

  test('another dataset in place of the first is no step of the history', async () => {
    const story = await mount(['crono-list'], releases, {permalink: ''});
    story.dispatch({type: 'select', id: RELEASE});
    await waitFor(() => expect(hash()).toBe(`e=${RELEASE}`));
    const entries = countEntries();
    story.data = {
      cronomapa: 1,
      language: 'en',
      title: 'Other',
      events: [{id: 'x', date: '2020', title: 'X'}],
    };
    await waitFor(() => expect(idsOf(story)).toEqual(['x']));
    await settled(story);
    await waitFor(() => expect(hash()).toBe(''));
    expect(entries()).toBe(0);
    expect(rootOf(story).querySelector('[part="notice"]')).toBe(null);
  });

  test('an event whose id is made of what addresses are made of', async () => {
    const ids = ['a&b=c', '50 %', 'r', 'e=e', 'x.e', 'one, two', '🌋', 'second.e=b#d'];
    const story = await mount(
      ['crono-list'],
      {cronomapa: 1, title: 'T', events: ids.map((id) => ({id, date: '2020', title: id}))},
      {permalink: 'my story'},
    );
    expect([...idsOf(story)].sort()).toEqual([...ids].sort());
    for (const id of ids) {
      const before = hash();
      story.dispatch({type: 'select', id});
      await waitFor(() => expect(hash()).not.toBe(before));
      const link = hash();
      story.dispatch({type: 'select', id: null});
      await waitFor(() => expect(hash()).toBe(''));
      await goToAnchor(`#${link}`);
      expect(story.snapshot.selected).toBe(id);
    }
  });
});

test('a story that is out of the page takes no keys of its address, whatever is set on it', async () => {
  const gone = await mount(['crono-list'], releases);
  gone.remove();
  gone.permalink = '';
  await gone.follow('');
  await gone.updateComplete;
  const story = await mount(['crono-list'], releases, {permalink: ''});
  story.dispatch({type: 'select', id: RELEASE});
  await waitFor(() => expect(hash()).toBe(`e=${RELEASE}`));
});
