import axe from 'axe-core';
import {afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {cdp, userEvent} from 'vitest/browser';
import {CronoPlayer} from '../../../src/elements/player/player.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {all, dispatch, frame, mount, one, reset, settled, waitFor, watchLeaks, words} from '../helpers.js';

/* Time that is played: a flood in five days, and what it left. */

const flood = (...dates: readonly string[]) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A flood',
  sources: [{id: 'log', title: 'The log'}],
  places: [
    {id: 'weir', name: 'The weir', lat: 51.85, lon: -8.29},
    {id: 'town', name: 'The town', lat: 51.9, lon: -8.47},
  ],
  categories: [{id: 'rise', name: 'Rising'}],
  events: dates.map((date, i) => ({
    id: `e${i}`,
    ...(date && {date}),
    category: 'rise',
    title: `Number ${i}`,
    places: [i % 2 === 0 ? 'weir' : 'town'],
    cite: [{source: 'log'}],
  })),
});
const FLOOD = flood('2024-05-01', '2024-05-02', '2024-05-03', '2024-08-10', '2024-08-11');
const ALL = FLOOD.events.length;

let story: CronoStory;
let player: CronoPlayer;

beforeAll(() => CronoPlayer.define());
beforeEach(() => lessMotion(''));
afterEach(reset);

const lessMotion = (value: string) =>
  cdp().send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-reduced-motion', value}]});

async function show(attributes: Record<string, string> = {}, data: unknown = FLOOD, others: string[] = []) {
  const {lang, ...own} = attributes;
  story = await mount(['crono-player', ...others], data, lang ? {lang} : {});
  player = story.querySelector('crono-player') as CronoPlayer;
  for (const [name, value] of Object.entries(own)) player.setAttribute(name, value);
  await settled(story);
  return player;
}

const button = () => one<HTMLButtonElement>(player, '[part=play]');
const name = () => words(button().querySelector('span > span'));
const slider = () => one<HTMLInputElement>(player, 'input');
const date = () => words(one(player, '[part=date]'));
const said = () => words(one(player, '[role=status]'));
const isOn = () => player.matches(':state(playing)');
const range = () => story.snapshot.range;
const day = (text: string) => Date.parse(`${text}T00:00Z`);
const press = async (keys: string) => {
  await userEvent.keyboard(keys);
  await settled(story);
};
/** What the summaries of the story say that the story announces. */
const told = (): string => words(one(story, '[role=status]'));

describe('without being asked', () => {
  test('it plays nothing, moves nothing and fetches its words in the language of the story', async () => {
    await show({lang: 'es', loop: '', speed: '50'});
    for (let i = 0; i < 5; i++) await frame();
    expect([isOn(), range(), story.snapshot.playing]).toEqual([false, null, false]);
    await waitFor(() => expect(name()).toBe('Reproducir'));
    expect(date()).toBe('de mayo a agosto de 2024');
  });

  test('it has a name, a button and a slider that says when', async () => {
    await show();
    expect(one(player, '[role=group]').getAttribute('aria-label')).toBe('Play time');
    expect(name()).toBe('Play');
    expect([slider().ariaLabel, slider().getAttribute('aria-valuetext'), slider().max]).toEqual([
      'Point in time',
      'May to August 2024',
      '4',
    ]);
  });
});

describe('played', () => {
  test('it goes from the first stop to the last, and rests there; every view follows', async () => {
    await show({by: 'day', speed: '10'}, FLOOD, ['crono-list']);
    button().click();
    await player.updateComplete;
    expect([isOn(), name()]).toEqual([true, 'Pause']);
    await waitFor(() => expect(isOn()).toBe(false));
    expect(range()).toEqual({start: day('2024-08-11'), end: day('2024-08-12')});
    expect([date(), name(), story.snapshot.playing]).toEqual(['August 11, 2024', 'Play again', false]);
    const list = story.querySelector('crono-list') as HTMLElement;
    await waitFor(() => expect(all(list, '[part~=item-dimmed]').length).toBe(ALL - 1));
  });

  test('on the map, what appears is drawn in and what is over recedes', async () => {
    await show({by: 'day', speed: '2'}, FLOOD, ['crono-map']);
    const map = story.querySelector('crono-map') as HTMLElement;
    await waitFor(() => expect(all(map, '.place .mark').length).toBeGreaterThan(1));
    player.play();
    await waitFor(() => expect(all(map, '.dimmed .mark')).not.toEqual([]));
    const {transitionProperty, transitionDuration} = getComputedStyle(one(map, '.place .mark'));
    expect(transitionProperty).toBe('opacity, scale');
    expect(transitionDuration).not.toBe('0s');
    await waitFor(() => expect(getComputedStyle(one(map, '.dimmed .mark')).opacity).toBe('0.15'));
  });

  test('cumulative, what has been shown stays', async () => {
    await show({by: 'day', speed: '40', cumulative: ''});
    const counts: number[] = [];
    story.addEventListener('crono-range-change', () => counts.push(story.snapshot.counts.shown));
    player.play();
    await waitFor(() => expect(range()?.end).toBe(day('2024-08-12')));
    expect(story.snapshot.counts.shown).toBe(ALL);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(range()?.start).toBe(day('2024-05-01'));
  });

  test('it says once where it rests, and nothing on the way', async () => {
    await show({by: 'day', speed: '2'});
    await waitFor(() => expect(told()).toBe(story.snapshot.summary));
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(said(), told()));
    for (const each of [player, story])
      observer.observe(one(each, '[role=status]'), {childList: true, subtree: true, characterData: true});
    const before = story.snapshot.summary;
    player.play();
    await waitFor(() => expect(date()).not.toMatch(/May 1|to/));
    expect(slider().getAttribute('aria-valuetext')).toBe('May 1, 2024');
    // Longer than an announcement waits.
    await waitFor(() => expect(isOn()).toBe(false));
    expect(heard).toEqual([]);
    await waitFor(() => expect(said()).toBe(story.snapshot.summary));
    expect(story.snapshot.summary).not.toBe(before);
    expect(told()).not.toBe(story.snapshot.summary);
    expect(slider().getAttribute('aria-valuetext')).toBe(date());
    observer.disconnect();
  });

  test('with loop it begins again', async () => {
    await show({by: 'day', speed: '60', loop: ''});
    let ends = 0;
    story.addEventListener('crono-range-change', () => {
      if (range()?.end === day('2024-08-12')) ends++;
    });
    player.play();
    await waitFor(() => expect(ends).toBeGreaterThan(1));
    expect(isOn()).toBe(true);
  });

  test('with loop a page that cannot keep up shows the end before it begins again', async () => {
    await show({by: 'day', speed: '60', loop: ''});
    const ends: number[] = [];
    story.addEventListener('crono-range-change', () => {
      ends.push(range()?.end ?? Number.NaN);
      const busyUntil = performance.now() + 60;
      while (performance.now() < busyUntil);
    });
    player.play();
    // The first few are what it knows by that it cannot keep up.
    await waitFor(() => expect(ends.length).toBeGreaterThan(7));
    const last = day('2024-08-12');
    expect(ends.slice(-4).filter((end) => end === last).length).toBeGreaterThan(1);
    expect(ends.slice(-4).some((end) => end !== last)).toBe(true);
  });

  test('for who asks for less motion there is nothing between two stops', async () => {
    await lessMotion('reduce');
    await show({by: 'day', speed: '100'});
    const ends: (number | undefined)[] = [];
    story.addEventListener('crono-range-change', () => ends.push(range()?.end));
    player.play();
    await waitFor(() => expect(ends.length).toBe(3));
    player.pause();
    expect(ends).toEqual(['2024-05-02', '2024-05-03', '2024-05-04'].map(day));
  });

  test('the speed is the reader’s', async () => {
    await show({speed: '3'});
    const menu = one<HTMLSelectElement>(player, 'select');
    expect(menu.ariaLabel).toBe('Speed');
    expect([...menu.options].map(words)).toEqual(['0.5×', '1×', '2×', '3×', '4×']);
    expect(menu.value).toBe('3');
    await userEvent.selectOptions(menu, '2×');
    expect(player.speed).toBe(2);
  });
});

describe('it rests', () => {
  const playing = async () => {
    await show({by: 'day', loop: ''}, FLOOD, ['crono-range']);
    player.play();
    await waitFor(() => expect(story.snapshot.playing).toBe(true));
  };
  const rested = async () => {
    await waitFor(() => expect(isOn()).toBe(false));
    expect(story.snapshot.playing).toBe(false);
  };

  test('when the reader selects, filters, moves the map or sets a range', async () => {
    await playing();
    for (const action of [
      {type: 'select', id: 'e3'},
      {type: 'filter', filters: {text: 'number'}},
      {type: 'map', map: {lat: 0, lon: 0, zoom: 3}},
      {type: 'range', range: {start: day('2024-05-02'), end: day('2024-06-01')}},
    ] as const) {
      await dispatch(story, action);
      await rested();
      if (action.type === 'range') expect(range()).toEqual(action.range);
      player.play();
      await waitFor(() => expect(story.snapshot.playing).toBe(true));
    }
    // It went on from where the reader was.
    expect(slider().value).toBe('1');
  });

  test('when it and its story are out of sight', async () => {
    await playing();
    const far = document.createElement('div');
    far.style.height = '400vh';
    document.body.append(far);
    await frame();
    expect(isOn()).toBe(true);
    far.scrollIntoView({block: 'end'});
    await rested();
  });

  test('when the page is hidden, and does not go on by itself', async () => {
    await playing();
    Object.defineProperty(document, 'hidden', {value: true, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
    await rested();
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    for (let i = 0; i < 3; i++) await frame();
    expect(isOn()).toBe(false);
  });

  test('when a listener vetoes it', async () => {
    await show({by: 'day', speed: '20'});
    story.addEventListener('crono-request', (event) => {
      const {action} = event;
      if (action.type === 'range' && (action.range?.end ?? 0) > day('2024-05-03')) event.preventDefault();
    });
    player.play();
    await waitFor(() => expect(isOn()).toBe(true));
    await waitFor(() => expect(isOn()).toBe(false));
    expect(range()?.end).toBeLessThanOrEqual(day('2024-05-03'));
  });

  test('when it is removed; nothing is left behind, and it can be played again', async () => {
    await show({by: 'day', loop: ''});
    const leaks = watchLeaks();
    player.play();
    await waitFor(() => expect(story.snapshot.playing).toBe(true));
    player.remove();
    expect(story.snapshot.playing).toBe(false);
    expect(leaks.stop().alive).toEqual([]);
    story.append(player);
    await settled(story);
    player.play();
    await waitFor(() => expect(story.snapshot.playing).toBe(true));
  });
});

describe('by keys', () => {
  test('arrows, Home and End go to stops; space plays; Escape leads back to the period before', async () => {
    await show({by: 'day'});
    const before = {start: day('2024-05-01'), end: day('2024-07-01')};
    await dispatch(story, {type: 'range', range: before});
    slider().focus();
    const ends: (number | undefined)[] = [];
    for (const key of ['{End}', '{ArrowLeft}', '{Home}', '{ArrowRight}', '{ArrowUp}', '{ArrowDown}']) {
      await press(key);
      ends.push(range()?.end);
    }
    expect(ends).toEqual(
      ['2024-08-12', '2024-08-11', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-03'].map(day),
    );
    expect(slider().getAttribute('aria-valuetext')).toBe('May 2, 2024');
    await press(' ');
    expect(isOn()).toBe(true);
    await press(' ');
    expect(isOn()).toBe(false);
    await press('{Escape}');
    expect(range()).toEqual(before);
    expect(one(player, '[part=back]').hasAttribute('inert')).toBe(true);
  });

  test('the button plays by Enter and space, and what leads back gives the focus to it', async () => {
    await show({by: 'day'});
    button().focus();
    await press('{Enter}');
    expect(isOn()).toBe(true);
    await press(' ');
    expect(isOn()).toBe(false);
    const back = one<HTMLButtonElement>(player, '[part=back]');
    expect(words(back)).toBe('Whole period');
    await userEvent.click(back);
    expect(range()).toBe(null);
    expect(player.shadowRoot?.activeElement).toBe(button());
  });

  test('in Arabic time runs the other way', async () => {
    await show({by: 'day', lang: 'ar'});
    await waitFor(() => expect(name()).toBe('تشغيل'));
    slider().focus();
    await press('{Home}');
    await press('{ArrowLeft}');
    expect(range()?.end).toBe(day('2024-05-03'));
    expect(one(player, '.thumb').getAttribute('cx')).toBe('75%');
  });
});

describe('what there is to play', () => {
  test.each([
    ['nothing dated', flood('', ''), 'Nothing here has a date, so there is no time to play.'],
    ['one event', flood('2024-05-01'), 'Everything here begins at one time: May 1, 2024.'],
    ['one day', flood('2024-05-01', '2024-05-01'), 'Everything here begins at one time: May 1, 2024.'],
    ['no events', flood(), ''],
  ])('%s: no buttons, and a sentence', async (_, data, sentence) => {
    await show({}, data);
    expect(player.shadowRoot?.querySelector('button')).toBe(null);
    expect(words(player.shadowRoot?.querySelector('.nothing'))).toBe(sentence);
    expect(player.matches(':state(empty)')).toBe(true);
  });

  test.each([
    [
      'hours of a day',
      flood('2024-05-01T10:00', '2024-05-01T10:30', '2024-05-01T19:15'),
      'May 1, 2024, 19:15',
    ],
    ['four thousand years', flood('-2000', '0500', '2000'), '2000'],
    ['deep time', flood('Y-66000000', 'Y-4500000000', '-0300'), '301 BCE'],
    ['partial dates', flood('2024', '2024-05', '2025-05-XX', '2026~/..'), 'since 2026'],
  ])('%s: each stop is said as precisely as it is dated', async (_, data, last) => {
    await show({}, data);
    slider().focus();
    await press('{End}');
    expect(date()).toBe(last);
    expect(story.snapshot.counts.shown).toBeGreaterThan(0);
  });

  test('what filters leave', async () => {
    await show({by: 'day'});
    await dispatch(story, {type: 'filter', filters: {places: ['town']}});
    expect(slider().max).toBe('1');
  });
});

describe('on the map', () => {
  test('what appears is drawn in, and what is over recedes', async () => {
    await show({by: 'day', loop: ''}, FLOOD, ['crono-map']);
    const map = story.querySelector('crono-map') as HTMLElement;
    await waitFor(() => one(map, '.place'));
    expect(one(map, '.stage').classList.contains('played')).toBe(false);
    player.play();
    await waitFor(() => one(map, '.played .place.dimmed .mark'));
    await waitFor(() =>
      expect(Number(getComputedStyle(one(map, '.place.dimmed .mark')).opacity)).toBeLessThan(0.45),
    );
    player.pause();
    await waitFor(() => expect(one(map, '.stage').classList.contains('played')).toBe(false));
  });
});

test('axe finds nothing, at rest and while it plays', async () => {
  const audit = async () =>
    (await axe.run(player, {rules: {region: {enabled: false}}})).violations.map(({id}) => id);
  await show({by: 'day', loop: ''});
  expect(await audit()).toEqual([]);
  player.play();
  await waitFor(() => expect(isOn()).toBe(true));
  expect(await audit()).toEqual([]);
});
