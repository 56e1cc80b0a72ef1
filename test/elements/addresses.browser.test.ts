import {expect, test} from 'vitest';
import {baseOf} from '../../src/elements/base/base-of.js';

const page = document.baseURI;

test.each([
  ['a file in a folder', '/stories/one.json', undefined, new URL('/stories/one.json', page).href],
  ['one of another server', 'https://example.org/a/one.json', undefined, 'https://example.org/a/one.json'],
  ['data of a script', '/stories/one.json', {}, page],
  ['a file of the memory', 'blob:https://example.org/0', undefined, page],
  ['an address that is none', 'https://[', undefined, page],
  ['nothing', undefined, undefined, page],
])('addresses of %s are seen from where it lies', (_, src, data, expected) => {
  const story = Object.assign(document.createElement('div'), {src, data});
  expect(baseOf(story)).toBe(expected);
});
