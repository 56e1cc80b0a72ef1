import {expect, test} from 'vitest';
import {type Box, createStore, type EventTable, parseDataset, type Shown} from '../../src/core/index.js';

test('what a snapshot has can be named by those who import the core', () => {
  const {dataset} = parseDataset({cronomapa: 1, events: [{id: 'a', date: '2025-12-25', title: 'A'}]});
  const {snapshot} = createStore(dataset);
  const events: EventTable = snapshot.events;
  const shown: Shown = snapshot.shown;
  expect([...events].map(({id}) => id)).toEqual(['a']);
  expect([...shown]).toEqual(['a']);
});

test('of the types named Box there is one, and it is of the layouts', () => {
  const box: Box = {x: 0, y: 0, width: 1, height: 1};
  expect(Object.keys(box)).toEqual(['x', 'y', 'width', 'height']);
});
