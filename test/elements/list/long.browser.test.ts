/** Virtual scrolling of long lists. */
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import type {CronoList} from '../../../src/elements/list/list.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {
  comeToRest,
  dispatch,
  frame,
  holdTimers,
  mount,
  one,
  releaseTimers,
  reset,
  rootOf,
  settled,
  waitFor,
  words,
} from '../helpers.js';

beforeEach(holdTimers);
afterEach(() => {
  releaseTimers();
  reset();
});

const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Daily events from 2000 on, of different heights; the last ten are undated, every fifth has no source. */
const long = (size: number) => ({
  cronomapa: 1,
  language: 'en',
  sources: [{id: 's', title: 'Report', publisher: 'Paper', url: 'https://example.org/s'}],
  categories: [{id: 'c', name: 'One'}],
  places: [{id: 'p', name: 'Town', lat: 10, lon: -66}],
  events: Array.from({length: size}, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}${i % 7 === 0 ? ' and a good many more words than that, so that it takes more lines'.repeat(3) : ''}`,
    category: 'c',
    ...(i < size - 10 && {date: iso(Date.UTC(2000, 0, 1) + i * DAY)}),
    ...(i % 3 === 0 && {places: ['p']}),
    ...(i % 5 > 0 && {cite: [{source: 's'}]}),
  })),
});
const SIZE = 3000;

async function mountLong(size = SIZE, attributes: Record<string, string> = {}) {
  const story = await mount(['crono-list'], long(size), {width: '600px', ...attributes});
  const list = story.querySelector('crono-list');
  if (!list) throw new Error('no list');
  await waitFor(() => expect(rootOf(list).querySelector('[part="position"]')).not.toBeNull());
  await rest();
  return {story, list, box: one(list, '.list')};
}

/** Waits for scrolling, rendering and idle corrections. */
const rest = comeToRest;

const items = (list: CronoList) => [...rootOf(list).querySelectorAll<HTMLElement>('.item')];
const idOf = (node: Element | null | undefined) => node?.closest<HTMLElement>('.item')?.dataset.id;
const focused = (list: CronoList) => idOf(rootOf(list).activeElement);
const inView = (list: CronoList) => {
  const box = one(list, '.list').getBoundingClientRect();
  return items(list).filter((item) => {
    const {top, bottom} = item.getBoundingClientRect();
    return bottom > box.top + 1 && top < box.bottom - 1;
  });
};
const position = (list: CronoList) => words(one(list, '[part="position"]'));
const numberOf = (item: Element | null | undefined) => Number(idOf(item)?.slice(1));

describe('what is drawn', () => {
  test('fades at the end of its box, until that is reached, and at its beginning once that is left', async () => {
    const {box} = await mountLong();
    const fades = () => getComputedStyle(box).maskSize.startsWith('100% 100%,');
    const begins = () => getComputedStyle(box).maskPosition.split(', ')[1];
    expect([fades(), begins()]).toEqual([true, '0px -12px']);
    await waitFor(() => {
      box.scrollTop = box.scrollHeight;
      expect([fades(), begins()]).toEqual([false, '0px 0px']);
    });
  });

  test('is a part, and it says which', async () => {
    const {list, box} = await mountLong();
    expect(rootOf(list).querySelectorAll('*').length).toBeLessThan(1200);
    expect(box.clientHeight).toBeLessThan(700);
    expect(position(list)).toBe(`1–${inView(list).length} of 3,000 events, January 2000`);
    expect(items(list)[0]?.getAttribute('aria-posinset')).toBe('1');
    expect(items(list)[0]?.getAttribute('aria-setsize')).toBe('3000');
    expect(box.scrollHeight).toBeGreaterThan(100_000);
  });

  test('print says how many it leaves out', async () => {
    const {list} = await mountLong();
    const line = one(list, '.not-printed');
    expect(words(line)).toBe(
      `${(SIZE - items(list).length).toLocaleString('en')} more events are not printed.`,
    );
    expect(line.checkVisibility()).toBe(false);
    await cdp().send('Emulation.setEmulatedMedia', {media: 'print'});
    try {
      expect(line.checkVisibility()).toBe(true);
      expect(one(list, '.list').scrollHeight).toBe(one(list, '.list').clientHeight);
      expect(getComputedStyle(one(list, '.list'))).toMatchObject({
        paddingInlineStart: '0px',
        borderTopWidth: '0px',
      });
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', {media: ''});
    }
  });

  test('follows the scrolling, under its year and month', async () => {
    const {list, box} = await mountLong();
    box.scrollTop = box.scrollHeight / 2;
    await rest();
    const [first] = inView(list);
    const at = numberOf(first);
    expect(at).toBeGreaterThan(1200);
    expect(at).toBeLessThan(1800);
    expect(first?.getAttribute('aria-posinset')).toBe(String(at + 1));
    const day = new Date(Date.UTC(2000, 0, 1) + at * DAY);
    const month = day.toLocaleDateString('en', {month: 'long', year: 'numeric', timeZone: 'UTC'});
    const [from, to] = [at + 1, at + inView(list).length].map((n) => n.toLocaleString('en'));
    expect(position(list)).toBe(`${from}–${to} of 3,000 events, ${month}`);
    const head = items(list)[0]?.closest('.year')?.querySelector('.year-name');
    const drawnFirst = new Date(Date.UTC(2000, 0, 1) + numberOf(items(list)[0]) * DAY);
    expect(words(head)).toBe(String(drawnFirst.getUTCFullYear()));
    expect(rootOf(list).querySelectorAll('*').length).toBeLessThan(1200);
  });

  test.each(['zoom: 1.5', 'transform: scale(0.5)'])('follows it under %s', async (style) => {
    const {story, list, box} = await mountLong();
    (story.parentElement as HTMLElement).style.cssText += style;
    const scale = () => box.getBoundingClientRect().width / box.offsetWidth;
    await rest();
    await dispatch(story, {type: 'select', id: 'e1500'});
    await rest();
    expect(inView(list).map(idOf)).toContain('e1500');
    // Whatever is drawn around it, what is in view moves by as much as the box is scrolled.
    for (let i = 0; i < 8; i++) {
      const id = idOf(inView(list).at(-1));
      const topOf = () =>
        items(list)
          .find((item) => idOf(item) === id)
          ?.getBoundingClientRect().top ?? 0;
      const before = topOf();
      box.scrollTop += 150;
      await rest();
      expect(Math.abs(before - topOf() - 150 * scale())).toBeLessThan(2);
    }
  });

  test('reaches the first and the last event', async () => {
    const {list, box} = await mountLong();
    box.scrollTop = box.scrollHeight;
    await rest();
    expect(idOf(inView(list).at(-1))).toBe('e2999');
    expect(position(list)).toMatch(/–3,000 of 3,000 events, Without a date$/);
    box.scrollTop = 0;
    await rest();
    expect(idOf(inView(list)[0])).toBe('e0');
    expect(box.scrollTop).toBe(0);
  });

  test('nothing jumps while scrolling: each event is where the wheel has brought it', async () => {
    const {list, box} = await mountLong();
    box.scrollTop = box.scrollHeight / 3;
    await rest();
    for (const step of [...Array(25).fill(190), ...Array(25).fill(-230)] as number[]) {
      const watched = inView(list)[Math.floor(inView(list).length / 2)];
      const before = watched?.getBoundingClientRect().top ?? 0;
      box.scrollTop += step;
      await frame();
      await frame();
      expect(watched?.isConnected).toBe(true);
      expect(Math.abs((watched?.getBoundingClientRect().top ?? 0) + step - before)).toBeLessThan(2);
    }
    // Nor after the idle correction.
    const [first] = inView(list);
    const top = first?.getBoundingClientRect().top ?? 0;
    await rest();
    expect(Math.abs((first?.getBoundingClientRect().top ?? 0) - top)).toBeLessThan(2);
  });

  test('no event is left out on the way', async () => {
    const {list, box} = await mountLong(400);
    const seen = new Set<string | undefined>();
    for (let i = 0; i < 400 && !seen.has('e399'); i++) {
      for (const item of inView(list)) seen.add(idOf(item));
      box.scrollTop += 480;
      await frame();
      await frame();
    }
    expect(seen.size).toBe(400);
  });
});

describe('opened rows', () => {
  const titleOf = (list: CronoList, id: string) => one(list, `.item[data-id="${id}"] .title`);
  const text = 'A long account of what happened on that day and of who says so. '.repeat(60);
  const mountTold = async (attributes: Record<string, string> = {}) => {
    const data = long(SIZE);
    const events = data.events.map((event) => ({...event, text}));
    const story = await mount(['crono-list'], {...data, events}, {width: '600px', ...attributes});
    const list = story.querySelector('crono-list');
    if (!list) throw new Error('no list');
    await waitFor(() => expect(rootOf(list).querySelector('[part="position"]')).not.toBeNull());
    await rest();
    return {story, list, box: one(list, '.list')};
  };

  test('stay open when they were scrolled away, and what is in view stays in its place', async () => {
    const {list, box} = await mountTold();
    const whole = box.scrollHeight;
    titleOf(list, 'e3').click();
    await rest();
    expect(one(list, '.item[data-id="e3"] .text').getBoundingClientRect().height).toBeGreaterThan(500);
    // One opened row does not count for the thousands that are not drawn.
    expect(box.scrollHeight).toBeLessThan(whole * 1.2);
    box.scrollTop = box.scrollHeight / 2;
    await rest();
    expect(items(list).some((each) => idOf(each) === 'e3')).toBe(false);
    const opened = idOf(inView(list)[1]) ?? '';
    titleOf(list, opened).click();
    await rest();
    for (const step of [...Array(20).fill(150), ...Array(40).fill(-150)] as number[]) {
      const watched = inView(list).at(-1);
      const before = watched?.getBoundingClientRect().top ?? 0;
      box.scrollTop += step;
      await frame();
      await frame();
      if (watched?.isConnected)
        expect(Math.abs((watched.getBoundingClientRect().top ?? 0) + step - before)).toBeLessThan(2);
    }
    box.scrollTop = 0;
    await rest();
    expect(one(list, '.item[data-id="e3"] .text').checkVisibility()).toBe(true);
  });

  test('with all open only what is near the view is drawn, and the ends are reached', async () => {
    const {list, box} = await mountTold();
    list.toggleAttribute('open', true);
    await rest();
    expect(items(list).every((each) => each.querySelector('.event'))).toBe(true);
    expect(items(list)).toHaveLength(40);
    box.scrollTop = box.scrollHeight;
    await rest();
    expect(idOf(inView(list).at(-1))).toBe('e2999');
    box.scrollTop = 0;
    await rest();
    expect(idOf(inView(list)[0])).toBe('e0');
  });
});

describe('keyboard', () => {
  test('End and Home go to the very ends, arrows on and back, and the focus is never lost', async () => {
    const {list} = await mountLong();
    const press = async (key: string) => {
      await userEvent.keyboard(`{${key}}`);
      await rest();
      return focused(list);
    };
    one(list, '.title[tabindex="0"]').focus();
    expect(await press('End')).toBe('e2999');
    expect(inView(list).map(idOf)).toContain('e2999');
    expect(await press('ArrowUp')).toBe('e2998');
    expect(await press('Home')).toBe('e0');
    const there = Number((await press('PageDown'))?.slice(1));
    expect(there).toBeGreaterThan(1);
    expect(there).toBeLessThan(40);
    for (let i = 1; i <= 60; i++) {
      await userEvent.keyboard('{ArrowDown}');
      await frame();
      expect(focused(list)).toBe(`e${there + i}`);
    }
    await rest();
    expect(inView(list).map(idOf)).toContain(`e${there + 60}`);
    expect(rootOf(list).activeElement?.getAttribute('tabindex')).toBe('0');
  });

  test('scrolled away from the focus, the next key goes on from where it was', async () => {
    const {list, box} = await mountLong();
    one(list, '.title[tabindex="0"]').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(list)).toBe('e1');
    box.scrollTop = box.scrollHeight / 2;
    await rest();
    expect(rootOf(list).activeElement).toBe(box);
    await userEvent.keyboard('{ArrowDown}');
    await rest();
    expect(focused(list)).toBe('e2');
    expect(inView(list).map(idOf)).toContain('e2');
  });

  test('Tab comes to an event in view', async () => {
    const {list, box} = await mountLong();
    box.scrollTop = box.scrollHeight / 2;
    await rest();
    const stop = idOf(one(list, '.title[tabindex="0"]'));
    expect(inView(list).map(idOf)).toContain(stop);
  });
});

describe('with the story', () => {
  const dispatch = async (story: CronoStory, action: Parameters<CronoStory['dispatch']>[0]) => {
    story.dispatch(action);
    await settled(story);
    await rest();
  };

  test('an event that is selected elsewhere comes into view, and the page stays', async () => {
    const {story, list} = await mountLong();
    await dispatch(story, {type: 'select', id: 'e2000'});
    expect(inView(list).map(idOf)).toContain('e2000');
    expect(one(list, '[aria-current]').closest<HTMLElement>('.item')?.dataset.id).toBe('e2000');
    expect(window.scrollY).toBe(0);
    expect(document.activeElement).toBe(document.body);
  });

  test('an event that was selected before is in view at first', async () => {
    const {list} = await mountLong(SIZE, {selected: 'e1500'});
    expect(inView(list).map(idOf)).toContain('e1500');
  });

  test('a range leaves its events, and the reader where they were', async () => {
    const {story, list, box} = await mountLong();
    box.scrollTop = box.scrollHeight / 2;
    await rest();
    // The head above may take another line.
    const topOf = (item: Element | undefined) =>
      (item?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top;
    const before = inView(list)[0];
    const [id, top] = [idOf(before), topOf(before)];
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2002, 0, 1), end: Date.UTC(2007, 0, 1)}});
    const after = items(list).find((item) => idOf(item) === id);
    expect(Math.abs(topOf(after) - top)).toBeLessThan(2);
    expect(items(list)[0]?.getAttribute('aria-setsize')).toBe('1826');
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2002, 0, 1), end: Date.UTC(2002, 0, 4)}});
    expect(items(list).map(idOf)).toEqual(['e731', 'e732', 'e733']);
    expect(position(list)).toBe('1–3 of 3 events, January 2002');
  });

  test('while a range is being dragged the list waits, and the count does not', async () => {
    const {story, list} = await mountLong();
    const drawn = items(list)[0];
    for (let day = 1; day < 20; day++) {
      story.dispatch({type: 'range', range: {start: Date.UTC(2001, 0, day), end: Date.UTC(2001, 6, day)}});
      await frame();
      expect(words(one(list, '[part="count"]'))).toBe('181 of 3,000 events');
      expect(drawn?.isConnected).toBe(true);
      vi.advanceTimersByTime(50);
    }
    await rest();
    expect(items(list)[0]?.getAttribute('aria-setsize')).toBe('181');
  });

  test('the selected event stays although it is outside', async () => {
    const {story, list} = await mountLong();
    await dispatch(story, {type: 'select', id: 'e5'});
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2002, 0, 1), end: Date.UTC(2002, 0, 4)}});
    expect(items(list).map(idOf)).toEqual(['e5', 'e731', 'e732', 'e733']);
    expect(items(list)[0]?.part.contains('item-dimmed')).toBe(true);
  });

  test('what lacks something is looked at alone, and all when asked for', async () => {
    const {story, list} = await mountLong();
    await page.getByRole('button', {name: '10 without a date'}).click();
    await rest();
    expect(items(list).map(idOf)).toEqual(Array.from({length: 10}, (_, i) => `e${2990 + i}`));
    await page.getByRole('button', {name: '600 without a source'}).click();
    await rest();
    expect(items(list)[1]?.getAttribute('aria-setsize')).toBe('600');
    expect(idOf(items(list)[1])).toBe('e5');
    await page.getByRole('button', {name: '600 without a source'}).click();
    await dispatch(story, {type: 'range', range: {start: Date.UTC(2002, 0, 1), end: Date.UTC(2002, 0, 4)}});
    await page.getByRole('button', {name: 'Show 2,997 other events'}).click();
    await rest();
    expect(items(list)[0]?.getAttribute('aria-setsize')).toBe('3000');
  });
});

test('narrower, the reader stays where they were', async () => {
  const {list, box} = await mountLong();
  box.scrollTop = box.scrollHeight / 2;
  await rest();
  const [first] = inView(list);
  const top = (first?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top;
  (list.closest('div') as HTMLElement).style.width = '340px';
  await rest();
  const now = (first?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top;
  expect(Math.abs(now - top)).toBeLessThan(2);
});

test('removed and put back it goes on', async () => {
  const {story, list} = await mountLong();
  list.remove();
  story.dispatch({type: 'range', range: {start: Date.UTC(2002, 0, 1), end: Date.UTC(2002, 0, 4)}});
  story.append(list);
  await settled(story);
  await rest();
  expect(items(list).map(idOf)).toEqual(['e731', 'e732', 'e733']);
});

test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
  const {list, box} = await mountLong(SIZE, {theme, selected: 'e1500'});
  box.scrollTop += 5000;
  await rest();
  releaseTimers();
  const {violations} = await axe.run(list, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

test('right to left', async () => {
  const {list, box} = await mountLong();
  list.dir = 'rtl';
  await rest();
  expect(box.scrollWidth).toBe(box.clientWidth);
  expect(inView(list).length).toBeGreaterThan(1);
});
