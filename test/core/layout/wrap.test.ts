import {expect, test} from 'vitest';
import {balance, fit, wrap} from '../../../src/core/layout/wrap.js';

const measure = (line: string) => line.length;

test.each(['\u00a0', '\u202f'])('no line is broken at a no-break space: %j', (space) => {
  const text = `one 51,20${space}% two`;
  const lines = ['one', `51,20${space}%`, 'two'];
  expect(wrap(text, 7, 3, measure)?.lines).toEqual(lines);
  expect(balance(text, 3, 6, measure).lines).toEqual(lines);
  expect(fit(text, 7, 3, measure).lines).toEqual(lines);
});

test('other spaces are one, and none stands at an end', () => {
  expect(wrap(' one \n two\tthree ', 20, 2, measure)?.lines).toEqual(['one two three']);
  expect(wrap('', 20, 2, measure)).toBeNull();
});
