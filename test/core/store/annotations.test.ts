import {expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore, shownAnnotations, viewOfStep} from '../../../src/core/store/index.js';

test('notes that steps name are shown at these steps alone, others always', () => {
  const {dataset, issues} = parseDataset({
    cronomapa: 1,
    language: 'en',
    events: [{id: 'e', date: '2024', title: 'E', places: []}],
    annotations: ['a', 'b', 'c'].map((id) => ({id, text: id, date: '2024-05/2024-06'})),
    steps: [{id: 'one', annotations: ['b']}, {id: 'two', annotations: ['b', 'c', 'x']}, {id: 'three'}],
  });
  expect(issues.map(({code, path}) => `${code} ${path}`)).toContain(
    'reference-to-nothing /steps/1/annotations/2',
  );
  expect(dataset.annotations[0]?.interval).toEqual({start: Date.UTC(2024, 4, 1), end: Date.UTC(2024, 6, 1)});
  const store = createStore(dataset);
  const shown = () => shownAnnotations(store.snapshot).map(({id}) => id);
  expect(shown()).toEqual(['a']);
  const told = dataset.steps.map((step) => {
    store.dispatch({type: 'step', view: viewOfStep(step, dataset)});
    return shown();
  });
  expect(told).toEqual([['a', 'b'], ['a', 'b', 'c'], ['a']]);
  store.dispatch({type: 'select', id: 'e'});
  expect(shown()).toEqual(['a']);
});
