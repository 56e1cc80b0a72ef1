import {expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {fittingOf, legendOf} from '../../../src/elements/map/legend-entries.js';

const legend = (data: unknown) => legendOf(createStore(parseDataset(data).dataset, {locale: 'en'}).snapshot);

const story = {
  cronomapa: 1,
  language: 'en',
  categories: [
    {id: 'a', name: 'Floods'},
    {id: 'b', name: 'Fires'},
    {id: 'c', name: 'Never on the map'},
    {id: 'd'},
  ],
  places: [
    {id: 'p', name: 'P', lat: 1, lon: 1, radius: 500},
    {id: 'q', name: 'Q', lat: 2, lon: 2},
    {id: 'nowhere', name: 'N'},
  ],
  events: [
    {id: '1', date: '2024', title: '1', category: 'b', places: ['p']},
    {id: '2', date: '2024', title: '2', category: 'd', places: ['q']},
    {id: '3', date: '2024', title: '3', category: 'c', places: ['nowhere']},
    {id: '4', date: '2024', title: '4', places: ['q']},
  ],
};

test('categories that are on the map, in their order, then areas and circles', () => {
  expect(legend(story)).toEqual([
    {symbol: {kind: 'mark', category: 1}, text: 'Fires'},
    {symbol: {kind: 'mark', category: 3}, text: 'd'},
    {symbol: {kind: 'area'}, text: 'somewhere within'},
    {symbol: {kind: 'circles'}, text: 'events close together'},
  ]);
});

test('those of shapes and routes too', () => {
  const shapes = [
    {
      id: 's',
      name: 'S',
      category: 'a',
      date: '2024',
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    },
  ];
  expect(legend({...story, shapes}).map(({text}) => text)[0]).toBe('Floods');
});

test('of one category nothing needs to be said', () => {
  expect(legend({...story, events: story.events.slice(0, 1)})).toEqual([]);
  expect(legend({...story, events: []})).toEqual([]);
});

test('no areas where places are exact, no circles of one place', () => {
  const places = [{id: 'p', name: 'P', lat: 1, lon: 1}];
  const events = ['a', 'b'].map((category, i) => ({...story.events[0], id: `${i}`, category}));
  expect(legend({...story, places, events}).map(({symbol}) => symbol.kind)).toEqual(['mark', 'mark']);
});

test.each([
  [[100, 100], 216, 2],
  [[100, 100], 215, 1],
  [[100, 100], 166, 1],
  [[100, 100], 165, 0],
  [[], 100, 0],
  [[10, 10, 10], 1000, 3],
] as const)('of %j in %i pixels %i fit', (widths, room, fitting) => {
  expect(fittingOf(widths, 16, room, 50)).toBe(fitting);
});
