import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore, readPermalink, viewOfStep, writePermalink} from '../../../src/core/store/index.js';

const {dataset} = parseDataset({
  cronomapa: 1,
  language: 'en',
  places: [{id: 'p', name: 'P', lat: 1, lon: 1}],
  categories: [{id: 'c', name: 'C'}],
  events: [
    {id: 'a', date: '2020-01-01', title: 'A', category: 'c', places: ['p']},
    {id: 'b', date: '2021-01-01', title: 'B', places: []},
  ],
  steps: [
    {id: 'one', select: 'a', range: '2020', filter: {categories: ['c']}, view: {places: ['p'], zoom: 6}},
    {id: 'two'},
  ],
});
const [one, two] = dataset.steps as [(typeof dataset.steps)[0], (typeof dataset.steps)[0]];

describe('a step that is told', () => {
  test('shows all that it says in one snapshot, and what it does not say as the story begins', () => {
    const store = createStore(dataset);
    store.dispatch({type: 'select', id: 'b'});
    store.dispatch({type: 'map', map: {lat: 5, lon: 5, zoom: 4}});
    let changes = 0;
    store.subscribe(() => changes++);
    store.dispatch({type: 'step', view: viewOfStep(one, dataset)});
    expect(changes).toBe(1);
    const {selected, range, filters, map, step, counts} = store.snapshot;
    expect({selected, range, categories: filters.categories, map}).toEqual({
      selected: 'a',
      range: {start: Date.UTC(2020, 0, 1), end: Date.UTC(2021, 0, 1)},
      categories: ['c'],
      map: null,
    });
    expect(step).toMatchObject({id: 'one', places: ['p'], zoom: 6});
    expect(Object.isFrozen(step)).toBe(true);
    expect(counts.shown).toBe(1);
    store.dispatch({type: 'step', view: viewOfStep(two, dataset)});
    expect(store.snapshot).toMatchObject({
      selected: null,
      range: null,
      filters: {categories: []},
      step: {id: 'two'},
    });
  });

  test('is left by what the reader chooses, and not by what changes nothing or is no choice', () => {
    const store = createStore(dataset);
    const tell = () => store.dispatch({type: 'step', view: viewOfStep(one, dataset)});
    tell();
    const {step} = store.snapshot;
    store.dispatch({type: 'select', id: 'a'});
    store.dispatch({type: 'locale', locale: 'es'});
    store.dispatch({type: 'unfold', folds: 'all'});
    store.dispatch({type: 'load', dataset, issues: [], progress: null});
    expect(store.snapshot.step).toBe(step);
    const choices = [
      {type: 'select', id: 'b'},
      {type: 'range', range: null},
      {type: 'filter', filters: {text: 'x'}},
      {type: 'map', map: {lat: 1, lon: 2, zoom: 3}},
    ] as const;
    for (const choice of choices) {
      tell();
      store.dispatch(choice);
      expect(store.snapshot.step).toBeNull();
    }
  });

  test('ignores an event, a filter and a range that are not there', () => {
    const store = createStore(dataset);
    const step = {id: 's', select: 'nothing', range: 'soon', filter: {places: ['nowhere']}};
    store.dispatch({type: 'select', id: 'b'});
    store.dispatch({type: 'step', view: viewOfStep(step, dataset)});
    expect(store.snapshot).toMatchObject({
      selected: null,
      range: null,
      filters: {places: []},
      step: {id: 's'},
    });
    store.dispatch({type: 'step', view: viewOfStep({id: ''}, dataset)});
    expect(store.snapshot.step?.id).toBe('');
  });

  test('is a link by its id alone', () => {
    expect(writePermalink({step: 'a b&c'})).toBe('s=a%20b%26c');
    expect(readPermalink('#s=a%20b%26c').step).toBe('a b&c');
    expect(readPermalink('#s=')).toEqual({});
  });
});
