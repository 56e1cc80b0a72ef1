import {expect, test, vi} from 'vitest';
import {createChangeCheck, memoize, memoizeByKey, memoizeLast} from '../../../src/core/memo/index.js';

test('memoize makes one result for each object, undefined too', () => {
  const make = vi.fn(({n}: {n: number}) => (n > 0 ? {twice: 2 * n} : undefined));
  const twice = memoize(make);
  const [one, none] = [{n: 1}, {n: 0}];
  expect(twice(one)).toEqual({twice: 2});
  expect(twice(one)).toBe(twice(one));
  expect(twice(none)).toBeUndefined();
  expect(twice(none)).toBeUndefined();
  expect(make).toHaveBeenCalledTimes(2);
  expect(twice({n: 1})).not.toBe(twice(one));
});

test('memoize adopts a result that was made elsewhere', () => {
  const make = vi.fn(() => 'made');
  const named = memoize(make);
  const key = {};
  named.adopt(key, 'adopted');
  expect(named(key)).toBe('adopted');
  expect(make).not.toHaveBeenCalled();
});

test('memoizeByKey makes one result for each key, and forgets all at its limit', () => {
  const make = vi.fn((a: number, b: string) => ({a, b}));
  const pair = memoizeByKey((a, b) => `${a} ${b}`, make, 2);
  const first = pair(1, 'x');
  expect(pair(1, 'x')).toBe(first);
  expect(pair(1, 'y')).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(2);
  pair(2, 'x');
  expect(pair(1, 'x')).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(4);
});

test('memoizeLast keeps the last result until an argument is another', () => {
  const make = vi.fn((a: object, b: number) => ({a, b}));
  const last = memoizeLast(make);
  const a = {};
  const first = last(a, Number.NaN);
  expect(last(a, Number.NaN)).toBe(first);
  expect(last({}, Number.NaN)).not.toBe(first);
  expect(last(a, Number.NaN)).not.toBe(first);
  expect(make).toHaveBeenCalledTimes(3);
});

test('memoizeLast goes by its keys alone where they are given', () => {
  const make = vi.fn(({id}: {id: number; other: number}) => [id]);
  const last = memoizeLast(make, ({id}) => [id]);
  expect(last({id: 1, other: 1})).toBe(last({id: 1, other: 2}));
  expect(last({id: 2, other: 2})).toEqual([2]);
  expect(make).toHaveBeenCalledTimes(2);
});

test('memoizeLast keeps nothing of a call that throws', () => {
  let fails = true;
  const last = memoizeLast((n: number) => {
    if (fails) throw new Error('no');
    return n;
  });
  expect(() => last(1)).toThrow();
  fails = false;
  expect(last(1)).toBe(1);
});

test('a change check is true at first, and when a value or their number is another', () => {
  const isChanged = createChangeCheck();
  const value = {};
  expect(isChanged(value, 1)).toBe(true);
  expect(isChanged(value, 1)).toBe(false);
  expect(isChanged({}, 1)).toBe(true);
  expect(isChanged(value)).toBe(true);
  expect(isChanged(value)).toBe(false);
});
