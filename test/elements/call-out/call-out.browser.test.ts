import axe from 'axe-core';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  button,
  click,
  dispatch,
  frame,
  holdTimers,
  middle,
  mount,
  mouse,
  one,
  type Point,
  releaseTimers,
  reset,
  rootOf,
  settled,
  touch,
  waitFor,
  words,
} from '../helpers.js';

afterEach(() => {
  releaseTimers();
  reset();
});

const day = (n: number) => `2021-07-${n}`;
/** A flood, of whose dead two offices give numbers that contradict one another. */
const flood = {
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'Situation report', url: 'https://example.org/report'}],
  actors: [
    {id: 'county', name: 'The county', kind: 'government'},
    {id: 'state', name: 'The state', kind: 'government'},
  ],
  measures: [{id: 'dead', name: 'Dead', unit: 'people', kind: 'stock'}],
  places: [
    {id: 'ahr', name: 'Ahr', lat: 50.5, lon: 7.1, radius: 2000},
    {id: 'erft', name: 'Erft', lat: 50.8, lon: 6.8, radius: 2000},
  ],
  categories: [{id: 'water', name: 'Water'}],
  events: [
    {
      id: 'rain',
      date: day(12),
      title: 'Rain begins',
      category: 'water',
      places: ['erft'],
      cite: [{source: 's'}],
    },
    {
      id: 'crest',
      date: day(14),
      title: 'The river crests',
      category: 'water',
      places: ['ahr'],
      cite: [{source: 's'}],
    },
    {
      id: 'count',
      date: day(18),
      title: 'The dead are counted',
      category: 'water',
      places: ['ahr'],
      cite: [{source: 's'}],
    },
  ],
  figures: [
    {id: 'f1', measure: 'dead', event: 'count', actor: 'county', value: 110, cite: [{source: 's'}]},
    {id: 'f2', measure: 'dead', event: 'count', actor: 'state', value: 122, cite: [{source: 's'}]},
  ],
};

const callOut = (view: Element) => rootOf(view).querySelector<HTMLElement>('[part~="call-out"]');
const tip = (view: Element) => words(rootOf(view).querySelector('[part~="tip"]:not([hidden])'));
const markOf = (timeline: Element, id: string) => one<SVGElement>(timeline, `.mark[data-id="${id}"]`);

async function drawn(
  tags: readonly string[] = ['crono-timeline'],
  more: Readonly<Record<string, string>> = {},
) {
  const story = await mount(tags, flood, {width: '900px', ...more});
  const [timeline, second] = [...story.children];
  if (!timeline) throw new Error('no view');
  await waitFor(() => one(timeline, '.mark, .place'));
  await settled(story);
  return {story, timeline, second};
}

/** A timeline below a card, on a page that scrolls and anchors nothing. */
async function belowCard() {
  const story = await mount(['crono-card', 'crono-timeline'], flood, {width: '900px'});
  const [card, timeline] = [story.querySelector('crono-card'), story.querySelector('crono-timeline')];
  if (!card || !timeline) throw new Error('no views');
  card.style.cssText = 'display: block; margin-block-start: 900px; overflow-anchor: none';
  document.documentElement.style.overflowAnchor = 'none';
  document.body.style.paddingBlockEnd = '2000px';
  return {story, card, timeline};
}

/** Moves the pointer without a button. */
const point = (at: Point) => mouse('mouseMoved', at, {buttons: 0});

/** Points at a mark, so that the call-out is there, and chooses it. */
async function choose(story: CronoStory, mark: Element) {
  await point(middle(mark));
  await settled(story);
  await click(middle(mark));
  await settled(story);
}

describe('a call-out', () => {
  test('says date, title, every number that contradicts another with its claimant, beside the mark', async () => {
    const {story, timeline} = await drawn();
    const mark = markOf(timeline, 'count');
    await choose(story, mark);
    const open = callOut(timeline) as HTMLElement;
    expect(open.getAttribute('aria-label')).toBe('The dead are counted');
    expect(words(open)).toMatch(
      /^July 18, 2021 .*The dead are counted .*110 according to The county \(government\) 1.*122 according to The state \(government\) 1/,
    );
    const [box, at] = [open.getBoundingClientRect(), mark.getBoundingClientRect()];
    const isOver = box.left < at.right && box.right > at.left && box.top < at.bottom && box.bottom > at.top;
    expect([isOver, box.bottom <= innerHeight, box.top >= 0]).toEqual([false, true, true]);
    expect(rootOf(timeline).activeElement?.getAttribute('role')).toBe('listbox');
    await Promise.all(open.getAnimations({subtree: true}).map(({finished}) => finished));
    const {violations} = await axe.run(timeline, {rules: {region: {enabled: false}}});
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });

  test('Escape puts it away, then the selection, and is left to the page when there is neither', async () => {
    const {story, timeline} = await drawn();
    await choose(story, markOf(timeline, 'crest'));
    const pressed: KeyboardEvent[] = [];
    const note = (event: KeyboardEvent) => void pressed.push(event);
    addEventListener('keydown', note, {capture: true});
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      await userEvent.keyboard('{Escape}');
      await frame();
      seen.push([callOut(timeline) !== null, story.snapshot.selected]);
    }
    removeEventListener('keydown', note, {capture: true});
    expect(seen).toEqual([
      [false, 'crest'],
      [false, null],
      [false, null],
    ]);
    expect(pressed.map(({defaultPrevented}) => defaultPrevented)).toEqual([true, true, false]);
  });

  test('leads to the event before and after, and closes with the focus back in the drawing', async () => {
    const {story, timeline} = await drawn();
    await choose(story, markOf(timeline, 'crest'));
    await button('Next event').click();
    await settled(story);
    expect([story.snapshot.selected, words(callOut(timeline))]).toEqual([
      'count',
      expect.stringContaining('The dead are counted'),
    ]);
    await button('Close').click();
    await settled(story);
    expect(callOut(timeline)).toBe(null);
    expect(story.snapshot.selected).toBe('count');
    expect(rootOf(timeline).activeElement?.getAttribute('role')).toBe('listbox');
  });

  test('goes with the selection to the view where the next is made, and is put away by a click elsewhere', async () => {
    const {story, timeline, second} = await drawn(['crono-timeline', 'crono-map']);
    if (!second) throw new Error('no map');
    const map = second;
    await waitFor(() => one(map, '.place .target'));
    await choose(story, markOf(timeline, 'count'));
    expect([callOut(timeline) !== null, callOut(map)]).toEqual([true, null]);
    map.scrollIntoView({block: 'nearest'});
    await choose(story, one(map, '.place[data-id="ahr"] .target'));
    expect(callOut(timeline)).toBe(null);
    expect(words(callOut(map))).toContain('The dead are counted');
    const text = document.createElement('p');
    text.textContent = 'The article goes on.';
    story.before(text);
    await click(middle(text));
    await settled(story);
    expect(callOut(map)).toBe(null);
    await choose(story, markOf(timeline, 'crest'));
    expect(callOut(timeline)).not.toBe(null);
    // By the story's author, or a link.
    await dispatch(story, {type: 'select', id: 'rain'});
    expect(callOut(timeline)).toBe(null);
  });

  test('is not there while a card has it on the screen, or the list’s own item', async () => {
    const {story, timeline, second} = await drawn(['crono-timeline', 'crono-card']);
    await choose(story, markOf(timeline, 'count'));
    expect(words(one(second as Element, '[part~="title"]'))).toBe('The dead are counted');
    expect(callOut(timeline)).toBe(null);
    reset();
    const list = await mount(['crono-list'], flood, {width: '600px'});
    const [items] = [...list.children];
    if (!items) throw new Error('no list');
    await choose(list, one(items, '.item .title'));
    expect(list.snapshot.selected).toBe('rain');
    expect(callOut(items)).toBe(null);
  });

  test('leads to the card, where the story has one, and moves nothing before', async () => {
    const {story, timeline, second: card} = await drawn(['crono-timeline', 'crono-card']);
    if (!(card instanceof HTMLElement)) throw new Error('no card');
    card.style.cssText = 'display: block; margin-block-start: 3000px';
    const {top} = timeline.getBoundingClientRect();
    await choose(story, markOf(timeline, 'count'));
    expect(callOut(timeline)).not.toBe(null);
    expect([timeline.getBoundingClientRect().top, scrollY]).toEqual([top, 0]);
    await button('Read all').click();
    await settled(story);
    await frame();
    expect(callOut(timeline)).toBe(null);
    expect(scrollY).toBeGreaterThan(1000);
    expect(rootOf(card).activeElement?.localName).toBe('article');
  });

  test('or else shows all by itself', async () => {
    const {story, timeline} = await drawn();
    await choose(story, markOf(timeline, 'count'));
    await button('Read all').click();
    await waitFor(() => one(one(timeline, 'crono-card'), '.sources, [part~="source"]'));
    await button('Previous event').click();
    await settled(story);
    expect(words(one(one(timeline, 'crono-card'), '[part~="title"]'))).toBe('The river crests');
    await button('Close').click();
    await settled(story);
    expect([callOut(timeline), story.snapshot.selected]).toEqual([null, null]);
  });

  test('keeps its view where it is while a card above it grows', async () => {
    const {story, card, timeline} = await belowCard();
    timeline.scrollIntoView({block: 'center'});
    await waitFor(() => markOf(timeline, 'count'));
    const {top} = timeline.getBoundingClientRect();
    const {height} = card.getBoundingClientRect();
    await choose(story, markOf(timeline, 'count'));
    await frame();
    expect(card.getBoundingClientRect().height).not.toBe(height);
    expect(Math.abs(timeline.getBoundingClientRect().top - top)).toBeLessThan(1);
  });

  test('stays within a box that cuts off what reaches out of it, and is scrolled there', async () => {
    const {story, timeline} = await drawn();
    if (!(timeline instanceof HTMLElement)) throw new Error('no timeline');
    timeline.style.cssText =
      'display: block; margin-block-start: 300px; block-size: 200px; overflow: hidden auto';
    await settled(story);
    await choose(story, markOf(timeline, 'count'));
    const box = callOut(timeline)?.getBoundingClientRect() ?? new DOMRect();
    const around = timeline.getBoundingClientRect();
    expect(box.height).toBeGreaterThan(100);
    expect([box.top >= around.top, box.bottom <= around.bottom]).toEqual([true, true]);
    expect(callOut(timeline)?.scrollHeight).toBeGreaterThan(box.height);
  });

  test('is there where a card says it only until the view is back at its place', async () => {
    const {story, card, timeline} = await belowCard();
    await waitFor(() => markOf(timeline, 'count'));
    story.dispatch({type: 'select', id: 'rain'});
    await settled(story);
    // It grows by more than its first line is below the edge of the screen.
    const date = () => one(card, '[part~="date"]').getBoundingClientRect();
    scrollBy(0, date().top - 5);
    const {top} = timeline.getBoundingClientRect();
    await choose(story, markOf(timeline, 'count'));
    await waitFor(() => expect(callOut(timeline)).not.toBe(null));
    expect(words(one(card, '[part~="title"]'))).toBe('The dead are counted');
    expect(Math.abs(timeline.getBoundingClientRect().top - top)).toBeLessThan(1);
    expect(date().top).toBeLessThan(0);
  });
});

describe('a mark is named', () => {
  test('when it is pointed at, until Escape; and when a key comes to it', async () => {
    const {story, timeline} = await drawn();
    await point({x: 5, y: 5});
    await point(middle(timeline));
    await settled(story);
    await point(middle(markOf(timeline, 'crest')));
    await waitFor(() => expect(tip(timeline)).toBe('The river crests, July 14, 2021, Water'));
    await userEvent.keyboard('{Escape}');
    expect(tip(timeline)).toBe('');
    one<SVGElement>(timeline, '[role=listbox]').focus();
    await userEvent.keyboard('{Home}');
    await settled(story);
    expect(tip(timeline)).toBe('Rain begins, July 12, 2021, Water');
  });

  test('and stays while the pointer is on the name itself', async () => {
    const {story, timeline} = await drawn();
    await point(middle(timeline));
    await settled(story);
    await point(middle(markOf(timeline, 'crest')));
    await waitFor(() => expect(tip(timeline)).not.toBe(''));
    holdTimers();
    // On the way it is on neither.
    const name = one(timeline, '[part~="tip"]').getBoundingClientRect();
    await point({x: name.left - 4, y: name.top - 4});
    vi.advanceTimersByTime(150);
    await point(middle(one(timeline, '[part~="tip"]')));
    vi.advanceTimersByTime(10_000);
    expect(tip(timeline)).not.toBe('');
    await point({x: 2, y: 2});
    vi.advanceTimersByTime(150);
    expect(tip(timeline)).not.toBe('');
    vi.advanceTimersByTime(100);
    expect(tip(timeline)).toBe('');
  });

  test('a place with several events by how many they are', async () => {
    const {story, timeline: map} = await drawn(['crono-map']);
    await point(middle(map));
    await settled(story);
    // Until the ground is there the map may still move away under the pointer.
    // A pointer that is told the same pixel again has not moved.
    let step = 0;
    const pointed = async (id: string) => {
      const {x, y} = middle(one(map, `.place[data-id="${id}"] .target`));
      await point({x: x + (step++ % 2), y});
      return tip(map);
    };
    await waitFor(async () => expect(await pointed('ahr')).toMatch(/^Ahr, .*2 events here$/));
    await waitFor(async () => expect(await pointed('erft')).toMatch(/^Rain begins, July 12, 2021, Erft/));
  });

  test('a circle by the first tap, and the second comes nearer', async () => {
    const near = flood.places.map((place, i) => ({...place, lat: 50.5 + i * 1e-3, lon: 7.1, radius: 100}));
    const far = {id: 'oder', name: 'Oder', lat: 52, lon: 14.6};
    const data = {
      ...flood,
      places: [...near, far],
      events: [...flood.events, {...flood.events[0], id: 'x', places: ['oder']}],
    };
    const story = await mount(['crono-map'], data, {width: '900px'});
    const [map] = [...story.children];
    if (!map) throw new Error('no map');
    await waitFor(() => one(map, '.cluster circle'));
    await point(middle(map));
    await settled(story);
    const circle = () => middle(one(map, '.cluster circle'));
    const tap = async (at: Point) => {
      await touch('touchStart', at);
      await touch('touchEnd');
      await settled(story);
    };
    const before = circle();
    await tap(before);
    await waitFor(() => expect(tip(map)).toMatch(/^3 events here: /));
    // Who has tapped something else since has it named again.
    await tap({x: before.x, y: before.y - 60});
    await waitFor(() => expect(tip(map)).toBe(''));
    await tap(before);
    await waitFor(() => expect(tip(map)).toMatch(/^3 events here: /));
    expect([circle(), story.snapshot.map, story.snapshot.selected]).toEqual([before, null, null]);
    await tap(before);
    await waitFor(() => expect(story.snapshot.map).not.toBe(null));
  });
});

test('the timeline says at its edge when the selected event was that the period leaves out, and goes there', async () => {
  const {story, timeline} = await drawn();
  await dispatch(story, {type: 'range', range: {start: Date.UTC(2021, 6, 11), end: Date.UTC(2021, 6, 13)}});
  await dispatch(story, {type: 'select', id: 'count'});
  const edge = () => rootOf(timeline).querySelector<HTMLElement>('[part~="outside"]');
  await waitFor(() => expect(words(edge())).toBe('Selected: July 18, 2021'));
  const {left, width} = timeline.getBoundingClientRect();
  expect(edge()?.getBoundingClientRect().right).toBeCloseTo(left + width, 0);
  edge()?.click();
  await waitFor(() => expect(edge()).toBe(null));
  await waitFor(() => expect(markOf(timeline, 'count')?.checkVisibility()).toBe(true));
  const {start = 0, end = 0} = story.snapshot.range ?? {};
  const counted = Date.UTC(2021, 6, 18);
  expect([start < counted, counted < end]).toEqual([true, true]);
});
