import axe from 'axe-core';
import {afterEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {Figure} from '../../../src/core/dataset/index.js';
import type {CronoCard} from '../../../src/elements/card/card.js';
import {CronoStory} from '../../../src/elements/story/story.js';

CronoStory.define();

/** A dataset as it ships. */
const shipped = async (name: string): Promise<{readonly events: readonly unknown[]}> =>
  (await fetch(new URL(`../../../data/${name}.json`, import.meta.url))).json();
const releases = await shipped('caracas-releases');

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  document.documentElement.lang = 'en';
});

/** A story with a card within, drawn; `data` may be changed before it is loaded. */
async function mount(data: unknown = releases, attributes: Record<string, string> = {}) {
  const story = document.createElement('crono-story');
  for (const [name, value] of Object.entries(attributes)) story.setAttribute(name, value);
  const card = document.createElement('crono-card');
  story.append(card);
  story.data = data;
  document.body.append(story);
  await story.ready;
  await settled(card);
  return {story, card};
}

async function settled(card: CronoCard) {
  await Promise.resolve();
  await card.updateComplete;
}

async function select(story: CronoStory, card: CronoCard, id: string | null) {
  story.dispatch({type: 'select', id});
  await settled(card);
}

const root = (card: CronoCard): ShadowRoot => {
  if (!card.shadowRoot) throw new Error('not drawn');
  return card.shadowRoot;
};

const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const parts = (card: CronoCard, part: string) => [...root(card).querySelectorAll(`[part~="${part}"]`)];
const part = (card: CronoCard, name: string) => words(parts(card, name)[0]);

/** A dataset of one event, extended by a test. */
const small = (event: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'A report', publisher: 'Paper', url: 'https://example.org/a'}],
  events: [{id: 'e', date: '2024-07', title: 'A title', cite: [{source: 's'}], ...event}],
  ...more,
});

describe('without a selection', () => {
  test('introduces the story, and begins with its first event', async () => {
    const {story, card} = await mount();
    const scope = [...root(card).querySelectorAll('[part="scope"] li')].map(words);
    expect(scope).toEqual([
      expect.stringMatching(/^\d+ events$/),
      'July 2024 to December 2025',
      expect.stringMatching(/^\d+ sources$/),
    ]);
    await userEvent.click(page.getByRole('button', {name: 'Begin with the first event'}));
    await settled(card);
    expect(story.snapshot.selected).toBe(story.snapshot.events.at(0).id);
    // The pressed button is gone, and the focus where it leads to.
    expect(root(card).activeElement).toBe(root(card).querySelector('article'));
    await select(story, card, null);
    expect(card.matches(':state(empty)')).toBe(true);
    await expect.element(page.getByRole('article', {name: 'Selected event'})).toBeVisible();
  });

  test('shows its fallback until a dataset is ready', async () => {
    document.body.innerHTML = '<crono-story><crono-card><p>Without JavaScript</p></crono-card></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
  });

  test('is introduced in a few lines, so that what begins it is in sight', async () => {
    const text = 'The dam broke in the night, and nobody had been warned of it. '.repeat(30);
    const {card} = await mount(small({text}));
    await expect.poll(() => root(card).querySelector('.first .text')).not.toBeNull();
    const [first, begin] = ['.first', '[part=begin]'].map((each) =>
      (root(card).querySelector(each) as Element).getBoundingClientRect(),
    );
    expect(first?.height).toBeLessThan(220);
    expect(begin?.top).toBeGreaterThanOrEqual(first?.bottom ?? 0);
  });

  test('gives its introduction up for the slot', async () => {
    const {card} = await mount();
    card.innerHTML = '<p slot="empty">Pick one.</p>';
    await expect.element(page.getByText('Pick one.')).toBeVisible();
    expect(parts(card, 'introduction')[0]?.checkVisibility()).toBe(false);
  });
});

describe('the release of 25 December', () => {
  test('date, title, status and places in words', async () => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    expect(part(card, 'date')).toBe('December 25, 2025');
    await expect
      .element(page.getByRole('heading', {level: 3, name: '71 political prisoners released'}))
      .toBeVisible();
    expect(words(root(card).querySelector('.kicker .status'))).toBe('');
    expect(parts(card, 'place').map(words)).toEqual([
      'Tocorón (somewhere within 1 km)',
      'Las Crisálidas (somewhere within 4.5 km)',
      'La Guaira (somewhere within 19 km)',
    ]);
  });

  test('first what is read first; the rest on request, and then at the next event too', async () => {
    const {card, story} = await mount(releases, {selected: 'release-2025-12-25'});
    const order = ['date', 'title', 'text', 'figure', 'first-source', 'place', 'source'];
    const at = order.map((name) =>
      [...root(card).querySelectorAll('*')].findIndex((each) => each.part.contains(name)),
    );
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(at).not.toContain(-1);
    expect(part(card, 'first-source')).toBe('Source 1: MercoPress, published December 26, 2025, 10:17 UTC');
    const summaries = () => [...root(card).querySelectorAll('summary')].map(words);
    expect(summaries()).toEqual(['How the places are known', 'Sources (7)', 'Related (7)']);
    await expect.element(page.getByText('Caracas releases 71 political prisoners')).not.toBeVisible();
    await page.getByText('Sources (7)').click();
    await expect.element(page.getByText('Caracas releases 71 political prisoners')).toBeVisible();
    await page.getByRole('button', {name: 'Next event'}).click();
    await settled(card);
    expect(story.snapshot.selected).not.toBe('release-2025-12-25');
    const open = () =>
      [...root(card).querySelectorAll<HTMLElement>('details[open]')].map(({dataset}) => dataset.section);
    expect(open()).toEqual(['sources']);
    await page.getByText(/^Sources \(\d+\)$/).click();
    await page.getByRole('button', {name: 'Previous event'}).click();
    await settled(card);
    expect(open()).toEqual([]);
  });

  test('quotations that are data are left to their source', async () => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    const said = parts(card, 'source').map(words).join('\n');
    expect(said).toContain('released on Thursday 71 political prisoners');
    expect(said).not.toMatch(/latitude|10°05/);
  });

  test('all of it is open in print', async () => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    const open = () => [...root(card).querySelectorAll('details')].filter((each) => each.open).length;
    // A browser may ask again before it has told that it is done.
    for (const _ of [1, 2]) window.dispatchEvent(new Event('beforeprint'));
    expect(open()).toBe(3);
    window.dispatchEvent(new Event('afterprint'));
    expect(open()).toBe(0);
  });

  test('many other figures open on request, a few stand below', async () => {
    const figures = (count: number) =>
      Array.from({length: count}, (_, i) => ({
        id: `f${i}`,
        event: 'e',
        actor: 'x',
        measure: `m${i}`,
        value: i,
        cite: [{source: 's'}],
      }));
    const measures = Array.from({length: 9}, (_, i) => ({
      id: `m${i}`,
      name: `Measure ${i}`,
      unit: 'people',
      kind: 'flow',
    }));
    const summariesOf = async (count: number) => {
      const {card, story} = await mount(
        small({}, {actors: [{id: 'x', name: 'X'}], measures, figures: figures(count)}),
      );
      await select(story, card, 'e');
      return [...root(card).querySelectorAll('[data-section="figures"] summary')].map(words);
    };
    expect(await summariesOf(4)).toEqual([]);
    document.body.replaceChildren();
    expect(await summariesOf(6)).toEqual(['5 more figures']);
  });

  test('the number, its claimant and its parts are one figure', async () => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    const [figure, ...others] = parts(card, 'figure');
    expect(others).toEqual([]);
    const value = figure?.querySelector('[part~="value"]');
    expect(words(value)).toBe('71');
    expect(value?.nextElementSibling?.getAttribute('part')).toBe('claimant');
    expect(words(value?.nextElementSibling)).toBe(
      'according to Committee of Mothers in Defense of the Truth and Foro Penal 1',
    );
    expect([...(figure?.querySelectorAll('.breakdown li') ?? [])].map(words)).toEqual([
      '65 Tocorón, men',
      '3 Las Crisálidas, women',
      '3 La Guaira, teenagers',
    ]);
    expect(words(figure?.querySelector('[part~="status"]'))).toBe('claimed');
    expect(words(figure)).not.toContain('do not add up');
  });

  test('a note leads to its numbered source', async () => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    await page.getByRole('link', {name: 'Source 1: MercoPress'}).first().click();
    const entry = root(card).activeElement;
    expect(entry?.getAttribute('part')).toBe('source');
    expect(entry?.getAttribute('value')).toBe('1');
    expect(words(entry)).toContain('MercoPress Caracas releases 71 political prisoners');
    expect(words(entry)).toContain('published December 26, 2025, 10:17 UTC');
    expect(words(entry)).toContain('(para. 3)');
    expect(location.hash).toBe('');
    const link = entry?.querySelector('a');
    expect(link?.href).toBe('https://en.mercopress.com/2025/12/26/caracas-releases-71-political-prisoners');
    expect(link?.rel).toContain('noopener');
    // The copy is marked as one, with its origin.
    expect(parts(card, 'source').map(words).join('\n')).toMatch(
      /mirror or translation, copy of wikipedia-es/,
    );
  });

  test('in Spanish', async () => {
    document.documentElement.lang = 'es';
    const {card} = await mount(releases, {selected: 'release-2025-12-25'});
    expect(part(card, 'date')).toBe('25 de diciembre de 2025');
    expect(part(card, 'claimant')).toBe('según Comité de Madres en Defensa de la Verdad y Foro Penal 1');
    expect(part(card, 'title')).toBe('71 presos políticos excarcelados');
  });

  test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
    const {card} = await mount(releases, {selected: 'release-2025-12-25', theme});
    document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
    const {violations} = await axe.run(card, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});

describe('figures', () => {
  test('that disagree stand side by side in the order of the file', async () => {
    const {card} = await mount(releases, {selected: 'election-2024-07-28'});
    expect(parts(card, 'value').map(words)).toEqual(['about 6.4 million', 'more than 7 million']);
    expect(parts(card, 'claimant').map(words)).toEqual([
      'according to National Electoral Council (CNE) (government) 1',
      'according to Venezuelan opposition (party) 1',
    ]);
    const [a, b] = parts(card, 'figure').map((figure) => figure.getBoundingClientRect());
    expect(a?.top).toBe(b?.top);
    expect(words(root(card).querySelector('.kicker .status'))).toBe('disputed');
    expect(root(card).querySelector('.kicker .status svg')).not.toBeNull();
  });

  test('without source or sum say so, and keep their own date', async () => {
    // The parser leaves out a figure whose claimant the story does not list; a store made by hand may hold one.
    const {card, story} = await mount(small());
    const figure: Figure = {
      id: 'f',
      event: 'e',
      date: '2024-09',
      actor: 'nobody',
      when: {kind: 'date', unit: 'month', year: 2024, month: 9},
      value: 1234,
      comparator: '>=',
      status: 'constructor',
      breakdown: [{group: 'men', value: 1000}],
      cite: [],
    };
    story.dispatch({type: 'load', dataset: {...story.snapshot.dataset, figures: [figure]}, issues: []});
    await select(story, card, 'e');
    expect(part(card, 'value')).toBe('at least 1,234');
    expect(part(card, 'claimant')).toBe('according to nobody no source given');
    expect(words(parts(card, 'figure')[0]?.querySelector('[part~="status"]'))).toBe(
      'constructor, as of September 2024',
    );
    expect(part(card, 'figure')).toContain('The parts given do not add up to the whole.');
  });
});

describe('an event that lacks things', () => {
  test('says so for date, place and source', async () => {
    const {card, story} = await mount(small({date: 'in spring', cite: []}));
    await select(story, card, 'e');
    expect(part(card, 'date')).toBe('date unknown (in spring)');
    expect(words(root(card).querySelector('.places'))).toBe('Without a place');
    expect(words(root(card).querySelector('.event'))).toContain('no source given');
  });

  test('keeps a month a month', async () => {
    const {card, story} = await mount(small());
    await select(story, card, 'e');
    expect(part(card, 'date')).toBe('July 2024');
  });

  test('shows its corrections and that it was withdrawn', async () => {
    const {card, story} = await mount(
      small({status: 'withdrawn', corrections: [{date: '2024-08-01', text: 'It was *not* so.'}]}),
    );
    await select(story, card, 'e');
    expect(part(card, 'status')).toBe('withdrawn');
    expect(part(card, 'correction')).toBe('Corrected August 1, 2024. It was not so.');
    expect(parts(card, 'correction')[0]?.querySelector('em')?.textContent).toBe('not');
  });
});

describe('media', () => {
  const media = [
    {
      type: 'image',
      src: '/favicon-none.png',
      alt: 'A wounded man',
      credit: 'Agency',
      warning: 'Shows an injury',
    },
    {type: 'audio', src: '/none.mp3', alt: 'A speech'},
  ];

  test('with a warning is not fetched until asked for', async () => {
    const {card, story} = await mount(small({media}));
    await select(story, card, 'e');
    expect(root(card).querySelector('img')).toBeNull();
    await expect.element(page.getByText('Shows an injury')).toBeVisible();
    await page.getByRole('button', {name: 'Show it'}).click();
    await settled(card);
    const image = root(card).querySelector('img');
    expect(image?.alt).toBe('A wounded man');
    expect(image?.src).toBe(`${location.origin}/favicon-none.png`);
    expect(words(root(card).querySelector('figcaption'))).toBe('Agency');
    expect(root(card).activeElement?.localName).toBe('figure');
  });

  test('of another server is not fetched before the reader, or the author, allows it', async () => {
    const foreign = [
      {type: 'image', src: 'http://127.0.0.1:9/a.png', alt: 'A street'},
      {type: 'image', src: 'http://127.0.0.1:9/b.png', alt: 'A square', warning: 'Shows an injury'},
    ];
    const {card, story} = await mount(small({media: foreign}));
    await select(story, card, 'e');
    const requests: unknown[] = [];
    story.addEventListener('crono-request', ({action}) => requests.push(action));
    expect(root(card).querySelector('img')).toBeNull();
    expect([...root(card).querySelectorAll('figure p, figure button')].map(words)).toEqual([
      'A street',
      'It is on another server, 127.0.0.1:9, which would learn that you look at it.',
      'Load from 127.0.0.1:9',
      'Shows an injury',
      'Show it',
    ]);
    await page.getByRole('button', {name: 'Load from 127.0.0.1:9'}).click();
    await settled(card);
    expect([...root(card).querySelectorAll('img')].map(({alt}) => alt)).toEqual(['A street']);
    expect(requests).toEqual([{type: 'allow', hosts: ['127.0.0.1:9']}]);
    expect(root(card).activeElement?.localName).toBe('figure');
    // The server is allowed now; the content warning still applies.
    await page.getByRole('button', {name: 'Next in the gallery'}).click();
    await page.getByRole('button', {name: 'Show it'}).click();
    await settled(card);
    expect(root(card).querySelectorAll('img')).toHaveLength(2);
    expect(document.cookie).toBe('');
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  test('of a server that the author allows is shown, also when that is said later', async () => {
    const {card, story} = await mount(
      small({media: [{type: 'image', src: 'http://127.0.0.1:9/a.png', alt: 'A street'}]}),
    );
    await select(story, card, 'e');
    expect(root(card).querySelector('img')).toBeNull();
    story.allowHosts = 'cdn.example  127.0.0.1:9';
    await settled(card);
    await expect.poll(() => root(card).querySelector('img')?.alt).toBe('A street');
  });

  test('plays only when told to', async () => {
    const {card, story} = await mount(small({media}));
    await select(story, card, 'e');
    const audio = root(card).querySelector('audio');
    expect([audio?.controls, audio?.preload, audio?.getAttribute('aria-label')]).toEqual([
      true,
      'none',
      'A speech',
    ]);
    expect(root(card).querySelector('img')).toBeNull();
  });
});

describe('moving on', () => {
  const three = {
    cronomapa: 1,
    language: 'en',
    events: [
      {id: 'c', date: '2024-03', title: 'Third', links: [{to: 'a', rel: 'responds'}]},
      {id: 'a', date: '2024-01', title: 'First'},
      {id: 'b', date: '2024-02', title: 'Second'},
    ],
  };

  test('previous and next go by time among the shown, and keep the focus', async () => {
    const {card, story} = await mount(three, {selected: 'a'});
    const previous = page.getByRole('button', {name: 'Previous event'});
    const next = page.getByRole('button', {name: 'Next event'});
    await expect.element(previous).toHaveAttribute('aria-disabled', 'true');
    await next.click();
    expect(story.snapshot.selected).toBe('b');
    await settled(card);
    await userEvent.keyboard('{Enter}');
    await settled(card);
    expect(story.snapshot.selected).toBe('c');
    await userEvent.keyboard('{Enter}');
    expect(story.snapshot.selected).toBe('c');
    expect(root(card).activeElement?.getAttribute('aria-label')).toBe('Next event');
    story.dispatch({type: 'filter', filters: {text: 'first'}});
    await settled(card);
    await previous.click();
    expect(story.snapshot.selected).toBe('a');
  });

  test('related events lead both ways', async () => {
    const {card, story} = await mount(three, {selected: 'a'});
    expect(words(root(card).querySelector('.related li'))).toBe('answered by Third');
    await page.getByText('Related (1)').click();
    await page.getByRole('button', {name: 'Third'}).click();
    expect(story.snapshot.selected).toBe('c');
    await settled(card);
    expect(words(root(card).querySelector('.related li'))).toBe('responds to First');
  });

  test('the button and Escape close; the focus stays at the card', async () => {
    const {card, story} = await mount(three, {selected: 'a'});
    await page.getByRole('button', {name: 'Close'}).click();
    await settled(card);
    expect(story.snapshot.selected).toBeNull();
    expect(root(card).activeElement?.localName).toBe('article');
    await select(story, card, 'b');
    await userEvent.keyboard('{Escape}');
    expect(story.snapshot.selected).toBeNull();
  });

  test('a listener may veto', async () => {
    const {card, story} = await mount(three, {selected: 'a'});
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await page.getByRole('button', {name: 'Close'}).click();
    await settled(card);
    expect(story.snapshot.selected).toBe('a');
    expect(part(card, 'title')).toBe('First');
  });
});

test('hostile strings stay text', async () => {
  const hostile = '<img src=x onerror="window.broken=1">';
  const {card, story} = await mount({
    cronomapa: 1,
    language: 'en',
    sources: [
      {
        id: 's',
        title: hostile,
        publisher: hostile,
        url: 'javascript:window.broken=1',
        archived: 'data:text/html,x',
      },
    ],
    actors: [{id: 'x', name: hostile}],
    places: [{id: 'p', name: hostile, note: hostile, cite: [{source: 's', quote: hostile}]}],
    events: [
      {
        id: hostile,
        date: '2024',
        title: hostile,
        text: `${hostile} [press](javascript:window.broken=1)`,
        places: ['p'],
        cite: [{source: 's', quote: hostile}],
        media: [{type: 'image', src: 'javascript:window.broken=1', alt: hostile}],
      },
    ],
    figures: [{id: 'f', event: hostile, actor: 'x', value: 1, status: hostile, cite: [{source: 's'}]}],
  });
  await select(story, card, hostile);
  expect(part(card, 'title')).toBe(hostile);
  expect(root(card).querySelector('img')).toBeNull();
  const links = [...root(card).querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !href?.startsWith('#source-'))).toEqual([]);
  expect('broken' in window).toBe(false);
});

describe('in the page', () => {
  test('joins by `for`, before its story is there, and lets go', async () => {
    const card = document.createElement('crono-card');
    card.setAttribute('for', 'one');
    document.body.append(card);
    const story = document.createElement('crono-story');
    story.id = 'one';
    story.data = small();
    story.append(document.createElement('span'));
    document.body.append(story);
    await story.ready;
    await select(story, card, 'e');
    expect(part(card, 'title')).toBe('A title');
    story.remove();
    await settled(card);
    expect(parts(card, 'title')).toEqual([]);
  });

  test('moved, removed and put back it shows what is selected', async () => {
    const {card, story} = await mount(small());
    await select(story, card, 'e');
    const box = document.createElement('div');
    story.append(box);
    box.append(card);
    await settled(card);
    expect(part(card, 'title')).toBe('A title');
    card.remove();
    await select(story, card, null);
    story.append(card);
    await settled(card);
    expect(parts(card, 'title')).toEqual([]);
    await select(story, card, 'e');
    expect(part(card, 'title')).toBe('A title');
  });

  test('two stories never meet', async () => {
    const one = await mount(small({title: 'One'}));
    const two = await mount(small({title: 'Two'}));
    await select(one.story, one.card, 'e');
    expect(part(one.card, 'title')).toBe('One');
    expect(parts(two.card, 'title')).toEqual([]);
  });

  test('a property set before the element is defined counts', async () => {
    const Late = class extends (customElements.get('crono-card') as typeof CronoCard) {};
    const {story} = await mount(small());
    const card = document.createElement('crono-card-late') as CronoCard;
    card.headingLevel = 5;
    story.append(card);
    customElements.define('crono-card-late', Late);
    customElements.upgrade(card);
    await select(story, card, 'e');
    expect(root(card).querySelector('[part="title"]')?.getAttribute('aria-level')).toBe('5');
  });
});
