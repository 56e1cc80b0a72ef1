import {expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore} from '../../../src/core/store/index.js';

test('a range is played as long as each request says so, and is the same object when only that ends', () => {
  const store = createStore(parseDataset({cronomapa: 1, language: 'en', events: []}).dataset);
  const ranges: unknown[] = [];
  store.subscribe(() => ranges.push([store.snapshot.range, store.snapshot.playing]));
  const range = {start: 0, end: 5};
  for (const playing of [true, true, false, undefined, true])
    store.dispatch({type: 'range', range, ...(playing !== undefined && {playing})});
  store.dispatch({type: 'range', range: null});
  expect(ranges).toEqual([
    [range, true],
    [range, false],
    [range, true],
    [null, false],
  ]);
  expect(new Set(ranges.map((each) => (each as unknown[])[0])).size).toBe(2);
});
