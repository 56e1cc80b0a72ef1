import {afterEach, describe, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {waitFor} from '../../wait-for.js';
import {all, frame, mount, one, reset, settled, shipped, words} from '../helpers.js';

/*
 * Nothing moves while a story loads or fails: each element has the room, before its data and before its script, that
 * stories usually need, and notices take none. Paper has a width of its own.
 */

const releases = await shipped('caracas-releases');
const stylesheet = await (
  await fetch(new URL('../../../src/embed/cronomapa.css', import.meta.url), {headers: {accept: 'text/css'}})
).text();
const TAGS = [
  '<crono-map></crono-map>',
  '<crono-timeline></crono-timeline>',
  '<crono-range></crono-range>',
  '<crono-filter></crono-filter>',
  '<crono-card></crono-card>',
  '<crono-list><p>The list without JavaScript</p></crono-list>',
  '<crono-chart></crono-chart>',
  '<crono-claims></crono-claims>',
  '<crono-claims question="q"></crono-claims>',
  '<crono-sources></crono-sources>',
].join('');

const heightsIn = (box: Element) =>
  [...box.querySelectorAll('crono-story > *')].map(
    (each) => `${each.localName} ${Math.round(each.getBoundingClientRect().height)}`,
  );

/** A story whose dataset never comes. */
async function pending(content: string, width = 'auto'): Promise<CronoStory> {
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => {}));
  document.body.innerHTML = `<div style="width:${width}"><crono-story src="/never.json">${content}</crono-story></div>`;
  const story = document.querySelector('crono-story') as CronoStory;
  await settled(story);
  await frame();
  await settled(story);
  return story;
}

/** The same elements where no script defines them, in a page of its own. */
async function undefinedHeights(width: string): Promise<readonly string[]> {
  const box = document.createElement('iframe');
  box.style.cssText = `width:${width};height:${innerHeight}px;border:0`;
  box.srcdoc = `<!doctype html><style>body{margin:0;font:16px sans-serif}${stylesheet}</style><crono-story>${TAGS}</crono-story>`;
  const loaded = new Promise((done) => box.addEventListener('load', done));
  document.body.append(box);
  await loaded;
  return heightsIn(box.contentDocument?.body as HTMLElement);
}

afterEach(() => {
  vi.restoreAllMocks();
  reset();
});

describe('before its data come', () => {
  test.each(['1000px', '360px'])(
    'in %s each element has the room that the stylesheet gives it before the script',
    async (width) => {
      const story = await pending(TAGS, width);
      const defined = heightsIn(story.parentElement as HTMLElement);
      const before = await undefinedHeights(width);
      expect(defined).toEqual(before);
      expect(before.every((each) => Number(each.split(' ')[1]) >= 60)).toBe(true);
    },
  );

  test('what stands in an element scrolls within its room', async () => {
    const story = await pending('<crono-list><div style="height:9000px">All of it</div></crono-list>');
    const list = story.querySelector('crono-list') as HTMLElement;
    expect(list.getBoundingClientRect().height).toBeLessThan(innerHeight);
    const slot = one(list, 'slot');
    expect(slot.scrollHeight).toBeGreaterThan(8000);
    slot.scrollTop = 5000;
    expect(slot.scrollTop).toBe(5000);
  });

  test('a story that lays itself out takes the screen', async () => {
    const story = await pending('');
    expect(story.getBoundingClientRect().height).toBeGreaterThanOrEqual(innerHeight);
    expect(words(one(story, '[part="notice"]'))).toBe('Loading the story…');
  });
});

test('a failure is said over an author’s grid, and nothing in it moves', async () => {
  let fail: (error: Error) => void = () => {};
  vi.spyOn(globalThis, 'fetch').mockReturnValue(
    new Promise((_, reject) => {
      fail = reject;
    }),
  );
  document.body.innerHTML = `<crono-story src="/never.json" style="display:grid;grid-template-columns:1fr 20rem 1fr;gap:1rem">
    <p style="grid-column:2">Words</p><crono-timeline style="grid-column:1/-1"></crono-timeline><p style="grid-column:2">More</p></crono-story>`;
  const story = document.querySelector('crono-story') as CronoStory;
  await settled(story);
  const places = () => [...story.children].map((child) => JSON.stringify(child.getBoundingClientRect()));
  const before = places();
  expect(all(story, '[part="notice"]')).toEqual([]);
  fail(new TypeError('no network'));
  await story.ready;
  await settled(story);
  expect(places()).toEqual(before);
  const notice = page.getByRole('alert').element().getBoundingClientRect();
  expect(notice.top).toBeGreaterThanOrEqual(0);
  expect(notice.bottom).toBeLessThanOrEqual(innerHeight + 1);
  await expect.element(page.getByRole('button', {name: 'Try again'})).toBeVisible();
});

test('for print drawings are laid out at the width of paper, and back after it', async () => {
  const story = await mount(['crono-timeline', 'crono-map'], releases, {width: '1000px'});
  const [timeline, map] = [...story.children] as HTMLElement[];
  const width = () => one(timeline as HTMLElement, 'svg[role=listbox]').getAttribute('width');
  await waitFor(() => expect(one(map as HTMLElement, '.frame > svg').hasAttribute('viewBox')).toBe(true));
  expect(width()).toBe('1000');
  dispatchEvent(new Event('beforeprint'));
  // As much as runs before a browser prints.
  await Promise.resolve();
  await settled(story);
  expect(width()).toBe('840');
  expect(one(map as HTMLElement, '.frame > svg').getAttribute('viewBox')).toMatch(/^0 0 7(18|20) 33[46]$/);
  dispatchEvent(new Event('afterprint'));
  await settled(story);
  expect(width()).toBe('1000');
});
