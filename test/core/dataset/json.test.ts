import {describe, expect, test} from 'vitest';
import {isSafeAddress, parseJson} from '../../../src/core/dataset/index.js';
import {MAX_TEXT} from '../../../src/core/dataset/json.js';

const story = '{"cronomapa": 1, "events": [{"id": "a", "title": "Tocorón \\u00e9 \\"x\\""}, -1.5e3, null]}';

test.each([
  ['a story', story],
  ['a byte order mark', `\uFEFF${story}`],
  ['white space around', `\r\n\t ${story} \n`],
  ['a key named __proto__', '{"__proto__": {"a": 1}}'],
])('%s is read as JSON.parse reads it', (_, text) => {
  const {json, issue} = parseJson(text);
  expect(issue).toBeUndefined();
  expect(json).toEqual(JSON.parse(text.replace('\uFEFF', '')));
});

describe('what is no JSON is told apart', () => {
  test.each<[string, string, string, string | RegExp]>([
    ['nothing', '', 'file-empty', 'empty'],
    ['white space', ' \n\t\uFEFF', 'file-empty', 'empty'],
    ['a mark alone', '\uFEFF', 'file-empty', 'empty'],
    ['a web page', '<!doctype html>\n<title>Not found</title>', 'file-is-html', 'web page'],
    ['a web page after a mark', '\uFEFF\n<html>', 'file-is-html', 'web page'],
    ['prose', 'This is no JSON.', 'file-not-json', '"T" at line 1, column 1'],
    ['a comma too many', '{\n  "a": 1,\n}', 'file-not-json', '"}" at line 3, column 1'],
    ['a comma missing', '[1\n 2]', 'file-not-json', '"2" at line 2, column 2'],
    ['single quotes', "{'a': 1}", 'file-not-json', 'line 1, column 2'],
    ['a comment', '{"a": 1} // more', 'file-not-json', '"/" at line 1, column 10'],
    ['two values', '{} {}', 'file-not-json', 'line 1, column 4'],
    ['a line break in a string', '{"a": "b\nc"}', 'file-not-json', 'line 1, column 7'],
    ['NaN', '{"a": NaN}', 'file-not-json', 'line 1, column 7'],
    ['a row of NUL', '\0\0\0\0', 'file-not-json', 'line 1, column 1'],
  ])('%s', (_, text, code, told) => {
    const {json, issue} = parseJson(text);
    expect(json).toBeUndefined();
    expect(issue).toMatchObject({code, severity: 'error', path: '', row: 'file'});
    expect(issue?.message).toMatch(told);
    expect(issue?.fix).toMatch(/^[A-Z].*\.$/);
  });

  test('a story cut anywhere is said to stop in the middle', () => {
    for (let end = 1; end < story.length; end++) {
      const {issue} = parseJson(story.slice(0, end));
      expect(issue?.code, story.slice(0, end)).toBe('file-truncated');
      expect(issue?.message).toContain(`line 1, column ${end + 1}`);
    }
  });

  test('ten thousand brackets', () => {
    expect(parseJson('['.repeat(10_000)).issue?.code).toBe('file-truncated');
  });

  test('a text longer than any story', () => {
    expect(parseJson(' '.repeat(MAX_TEXT + 1)).issue?.code).toBe('file-too-large');
  });
});

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:desk@example.org', true],
  ['a/b.json', true],
  ['../data/story.json', true],
  ['//example.org/x', true],
  ['#top', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  [' javascript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['java\tscript\n:alert(1)', false],
  ['data:text/html,<script>', false],
  ['vbscript:x', false],
  ['blob:https://example.org/1', false],
  ['file:///etc/passwd', false],
])('%j is a safe address: %s', (address, safe) => {
  expect(isSafeAddress(address)).toBe(safe);
});
