import {afterEach, expect, test} from 'vitest';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {all, mount, reset, settled} from '../helpers.js';

afterEach(reset);

const imagesOf = (story: CronoStory) =>
  all(story.querySelector('crono-card') as Element, 'img').map((image) => image.getAttribute('src'));

async function card(src: string, attributes: Record<string, string> = {}): Promise<CronoStory> {
  const data = {
    cronomapa: 1,
    language: 'en',
    events: [{id: 'e', date: '2024', title: 'An event', media: [{type: 'image', src, alt: 'A street'}]}],
  };
  const story = await mount(['crono-card'], data, {selected: 'e', ...attributes});
  await settled(story);
  return story;
}
const titleOf = (story: CronoStory) =>
  all(story.querySelector('crono-card') as Element, '[part~=title]').length;

test.each([
  '//127.0.0.1:9/a.png',
  ' \\\\127.0.0.1:9/a.png',
  '/\t/127.0.0.1:9/a.png',
  'HTTP://127.0.0.1:9/a.png',
  'http://me:secret@127.0.0.1:9/a.png',
  `${location.protocol}//${location.hostname}:9/a.png`,
])('%j is on another server', async (src) => {
  const story = await card(src, {'allow-hosts': '127.0.0.1'});
  expect(titleOf(story)).toBe(1);
  expect(imagesOf(story)).toEqual([]);
});

test.each([
  'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
  'blob:http://127.0.0.1:9/x',
  'http://[',
  'http://a b/c.png',
])('%j is fetched from nowhere, and the rest of the card is there', async (src) => {
  const story = await card(src);
  expect(titleOf(story)).toBe(1);
  expect(imagesOf(story)).toEqual([]);
});

test.each([
  '127.0.0.1:9',
  'http://127.0.0.1:9',
  'http://127.0.0.1:9/media/ ,',
  'LOCALHOST 127.0.0.1:9, x.example',
])('an author may allow a server as %j', async (hosts) => {
  const story = await card('http://127.0.0.1:9/a.png', {'allow-hosts': hosts});
  expect(imagesOf(story)).toEqual(['http://127.0.0.1:9/a.png']);
});

test('names of servers are the same in capitals, and in letters of any script', async () => {
  for (const [src, hosts] of [
    ['http://localhost:9/a.png', 'LocalHost:9'],
    ['http://año.localhost:9/a.png', 'año.localhost:9'],
    ['https://localhost/a.png', 'localhost:443'],
  ] as const) {
    const story = await card(src, {'allow-hosts': hosts});
    expect(imagesOf(story)).toEqual([new URL(src).href]);
  }
});

test.each(['*', 'http://', '[', '%', '*.0.0.1:9', '127.0.0.1'])('%j allows nothing', async (hosts) => {
  const story = await card('http://127.0.0.1:9/a.png', {'allow-hosts': hosts});
  expect(titleOf(story)).toBe(1);
  expect(imagesOf(story)).toEqual([]);
});

test('a server with a long name fits into a narrow column', async () => {
  const host = 'abucketwithaverylongname.dualstack.centralregion.example.org';
  const story = await card(`https://${host}/a.png`, {width: '240px'});
  const element = story.querySelector('crono-card') as Element;
  const {right} = element.getBoundingClientRect();
  for (const each of all(element, '.warning, .warning *')) {
    expect(each.textContent).toContain(
      each.localName === 'p' && !each.textContent?.includes(host) ? 'A street' : host,
    );
    expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(right);
    expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
  }
  expect(all(element, '.warning button')).toHaveLength(1);
});
