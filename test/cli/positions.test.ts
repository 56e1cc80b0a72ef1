import {expect, test} from 'vitest';
import {positionsOf} from '../../src/cli/positions.js';

test('values are found by line and column, and what is missing where it should be', () => {
  const text = `\uFEFF{
  "a\\"/b": [1, -2.5e3, {"x": "}],", "y": null}],
  "__proto__": {"list": [ [], {} ]}
}`;
  const pointers = ['', '/a"~1b/1', '/a"~1b/2/y', '/a"~1b/2/none', '/__proto__/list/1', '/nothing/at/all'];
  expect(Object.fromEntries(positionsOf(text, pointers))).toEqual({
    '': {line: 1, column: 1},
    '/a"~1b/1': {line: 2, column: 16},
    '/a"~1b/2/y': {line: 2, column: 42},
    '/a"~1b/2/none': {line: 2, column: 24},
    '/__proto__/list/1': {line: 3, column: 31},
    '/nothing/at/all': {line: 1, column: 1},
  });
});
