import {expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore, neighboursOf} from '../../../src/core/store/index.js';

const {dataset} = parseDataset({
  cronomapa: 1,
  language: 'en',
  title: 'A flood',
  categories: [
    {id: 'rain', name: 'Rain'},
    {id: 'rescue', name: 'Rescue'},
  ],
  events: ['2020', '2021', '2022', '2023', '2024'].map((date, i) => ({
    id: `e${i}`,
    date,
    title: date,
    category: i % 2 ? 'rescue' : 'rain',
  })),
});

const storeOf = () => createStore(dataset);
const year = (from: number, to: number) => ({start: Date.UTC(from, 0, 1), end: Date.UTC(to, 0, 1)});

test('the events before and after, and none at the ends', () => {
  const {snapshot} = storeOf();
  expect(neighboursOf('e2', snapshot)).toEqual({previous: 'e1', next: 'e3'});
  expect(neighboursOf('e0', snapshot)).toEqual({previous: undefined, next: 'e1'});
  expect(neighboursOf('e4', snapshot)).toEqual({previous: 'e3', next: undefined});
});

test('what a filter hides is passed over', () => {
  const store = storeOf();
  store.dispatch({type: 'filter', filters: {categories: ['rain']}});
  expect(neighboursOf('e2', store.snapshot)).toEqual({previous: 'e0', next: 'e4'});
  expect(neighboursOf('e1', store.snapshot)).toEqual({previous: 'e0', next: 'e2'});
});

test('from outside the period both ways lead into it, to the nearest event', () => {
  const store = storeOf();
  store.dispatch({type: 'range', range: year(2022, 2024)});
  expect(neighboursOf('e0', store.snapshot)).toEqual({previous: 'e2', next: 'e2'});
  expect(neighboursOf('e4', store.snapshot)).toEqual({previous: 'e3', next: 'e3'});
  expect(neighboursOf('e3', store.snapshot)).toEqual({previous: 'e2', next: undefined});
});

test('from an event without a date too', () => {
  const undated = parseDataset({
    cronomapa: 1,
    language: 'en',
    title: 'A war',
    events: [
      {id: 'a', date: '1914', title: 'Begins'},
      {id: 'b', title: 'Somebody writes home'},
    ],
  }).dataset;
  const {snapshot} = createStore(undated);
  expect(neighboursOf('b', snapshot)).toEqual({previous: 'a', next: undefined});
});

test('a selection knows the view in which it was made, and forgets it when another is made elsewhere', () => {
  const store = storeOf();
  const [map, timeline] = [{}, {}];
  store.dispatch({type: 'select', id: 'e1', by: map});
  expect(store.snapshot.chosenIn).toBe(map);
  const {snapshot} = store;
  store.dispatch({type: 'select', id: 'e1'});
  expect(store.snapshot).toBe(snapshot);
  store.dispatch({type: 'select', id: 'e1', by: timeline});
  expect(store.snapshot.chosenIn).toBe(timeline);
  store.dispatch({type: 'select', id: 'e2'});
  expect(store.snapshot.chosenIn).toBe(null);
  store.dispatch({type: 'select', id: 'e2', by: map});
  store.dispatch({type: 'select', id: null, by: map});
  expect(store.snapshot).toMatchObject({selected: null, chosenIn: null});
});
