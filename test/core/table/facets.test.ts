/** The count of an option equals what the store shows after selecting it. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {facetCounts, largest, tableOf} from '../../../src/core/table/index.js';

const CATEGORIES = ['x', 'y', 'z'];
const ACTORS = ['gov', 'ngo', 'press'];
const PLACES = ['a', 'b', 'c', 'd'];
const some = (ids: string[]) => fc.oneof(fc.constant([] as string[]), fc.subarray(ids));

const datasets = fc
  .record({
    placed: fc.array(fc.integer({min: -60, max: 60}), {minLength: 4, maxLength: 4}),
    events: fc.array(
      fc.record({
        date: fc.constantFrom('2020', '2021-05', '2022-03-04', '2023/2024', '../2021', '2024/..', undefined),
        category: fc.constantFrom(...CATEGORIES, undefined),
        places: fc.oneof(fc.subarray(PLACES), fc.constant(['a', 'a'])),
        title: fc.constantFrom('Éxodo', 'Protesta', 'Nada'),
      }),
      {maxLength: 30},
    ),
    figures: fc.array(
      fc.record({
        event: fc.integer({min: 0, max: 32}).map((i) => `e${i}`),
        actor: fc.constantFrom(...ACTORS, undefined),
      }),
      {maxLength: 20},
    ),
  })
  .map(
    ({placed, events, figures}) =>
      parseDataset({
        cronomapa: 1,
        language: 'es',
        categories: CATEGORIES.map((id) => ({id, name: id})),
        actors: ACTORS.map((id) => ({id, name: id, kind: 'other'})),
        measures: [{id: 'm', name: 'M', unit: 'people', kind: 'flow'}],
        places: PLACES.map((id, i) => ({
          id,
          name: `Lugar ${id}`,
          // One of them is not known, and one is an area.
          ...(i > 0 && {lat: placed[i], lon: (placed[i] ?? 0) + 1, ...(i === 1 && {radius: 300_000})}),
        })),
        events: events.map((event, i) => ({...event, id: `e${i}`, cite: []})),
        figures: figures.map((figure, i) => ({
          ...figure,
          id: `f${i}`,
          measure: 'm',
          date: '2024',
          value: i,
          comparator: '=',
          status: 'claimed',
          cite: [],
        })),
      }).dataset,
  );

const views = fc.record({
  range: fc.option(fc.constantFrom(1960, 2019, 2021, 2022)),
  extent: fc.option(fc.integer({min: -60, max: 50})),
  filters: fc.record({
    categories: some(CATEGORIES),
    actors: some(ACTORS),
    places: some(PLACES),
    text: fc.constantFrom('', ' ', 'exodo', 'protesta lugar', 'a'),
  }),
});

describe('facetCounts', () => {
  test('says of each choice what the store would show with it alone in its group', () => {
    fc.assert(
      fc.property(datasets, views, (dataset, {range, extent, filters}) => {
        const store = createStore(dataset);
        if (range !== null)
          store.dispatch({type: 'range', range: {start: Date.UTC(range, 1), end: Date.UTC(2023, 6)}});
        if (extent !== null) {
          const bounds = {west: extent, east: extent + 40, south: extent, north: extent + 30};
          store.dispatch({type: 'extent', extent: bounds});
        }
        store.dispatch({type: 'filter', filters});
        const facets = facetCounts(store.snapshot.events, store.snapshot);
        for (const group of ['categories', 'actors', 'places'] as const) {
          const expected = dataset[group].map(({id}) => {
            store.dispatch({type: 'filter', filters: {...filters, [group]: [id]}});
            return store.snapshot.counts.shown;
          });
          expect([group, ...facets[group]]).toEqual([group, ...expected]);
        }
      }),
      {numRuns: 300},
    );
  }, 60_000);

  test('of an empty dataset is empty', () => {
    const {dataset} = parseDataset({cronomapa: 1, language: 'en', events: []});
    const facets = facetCounts(tableOf(dataset), createStore(dataset).snapshot);
    expect(facets.places.length + facets.actors.length + facets.categories.length).toBe(0);
  });
});

describe('largest', () => {
  test('is the start of all, sorted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6)), fc.integer({min: 1, max: 12}), (counts, limit) => {
        const expected = counts
          .map((_, i) => i)
          .filter((i) => counts[i])
          .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
        expect(largest(Uint32Array.from(counts), limit)).toEqual(expected.slice(0, limit));
      }),
    );
  });
});
