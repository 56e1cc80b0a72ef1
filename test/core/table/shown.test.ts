/** Compares counts by columns with a slow, obvious implementation, on random datasets, ranges and boxes. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Dataset, parseDataset, type StoryEvent} from '../../../src/core/dataset/index.js';
import {createStore} from '../../../src/core/store/index.js';
import {FLAG, Spans, tableOf} from '../../../src/core/table/index.js';

const DAY = 86_400_000;
const dates = fc.oneof(
  fc.integer({min: 2020, max: 2026}).map(String),
  fc
    .tuple(fc.integer({min: 2020, max: 2026}), fc.integer({min: 1, max: 12}))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  fc
    .date({min: new Date('2020-01-01T00:00Z'), max: new Date('2026-12-31T00:00Z'), noInvalidDate: true})
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('../2022', '2024-03/..', '2021-05-01/2025-02', '2023~', '202X', ''),
);
const ids = ['a', 'b', 'c', 'd', 'e'];
const datasets = fc
  .record({
    places: fc.array(
      fc.record({
        lat: fc.integer({min: -80_000, max: 80_000}).map((n) => n / 1000),
        lon: fc.integer({min: -180_000, max: 180_000}).map((n) => n / 1000),
        radius: fc.constantFrom(0, 0, 1000, 200_000),
        placed: fc.boolean(),
      }),
      {minLength: 5, maxLength: 5},
    ),
    events: fc.array(
      fc.record({
        date: dates,
        category: fc.constantFrom('x', 'y', undefined),
        places: fc.subarray(ids),
        title: fc.constantFrom('Éxodo', 'Protesta en Caracas', 'exodo y protesta', 'Nada'),
        status: fc.constantFrom('confirmed', 'disputed', undefined),
        cited: fc.boolean(),
      }),
      {maxLength: 40},
    ),
  })
  .map(({places, events}) => {
    const {dataset} = parseDataset({
      cronomapa: 1,
      language: 'es',
      sources: [{id: 's', title: 'S', url: 'https://example.org/'}],
      categories: [
        {id: 'x', name: 'X'},
        {id: 'y', name: 'Y'},
      ],
      places: places.map(({lat, lon, radius, placed}, i) => ({
        id: ids[i],
        name: `Lugar ${ids[i]}`,
        ...(placed && {lat, lon: lon || 1, radius}),
      })),
      events: events.map(({cited, date, ...event}, i) => ({
        ...event,
        id: `e${i}`,
        ...(date && {date}),
        cite: cited ? [{source: 's'}] : [],
      })),
    });
    return dataset;
  });

const windows = fc
  .tuple(fc.integer({min: -400, max: 3000}), fc.integer({min: 1, max: 2000}))
  .map(([from, length]) => {
    const start = Date.UTC(2020, 0, 1) + from * DAY;
    return {start, end: start + length * DAY};
  });

/** Whether an event intersects a range, by definition. */
const touches = ({interval}: StoryEvent, {start, end}: {start: number; end: number}) =>
  interval !== undefined && interval.start < end && interval.end > start;

const position = (dataset: Dataset, id: string) => dataset.places.find((place) => place.id === id);

describe('a table', () => {
  test('has every event once, in time order, ties as in the file, undated ones last', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const table = tableOf(dataset);
        const at = (event: StoryEvent) => event.interval?.start ?? Infinity;
        const expected = [...dataset.events].sort((a, b) =>
          at(a) === at(b) ? dataset.events.indexOf(a) - dataset.events.indexOf(b) : at(a) - at(b),
        );
        expect([...table]).toEqual(expected);
        expected.forEach(({id}, row) => {
          expect(table.rowOf(id)).toBe(row);
        });
        expect(table.rowOf('nobody')).toBe(-1);
      }),
    );
  });

  test('knows the places, the lanes and the gaps of its events', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const table = tableOf(dataset);
        const events = [...table];
        events.forEach((event, row) => {
          const places = Array.from(table.placesOf(row), (place) => dataset.places[place]?.id);
          expect(places).toEqual(event.places);
        });
        dataset.places.forEach(({id}, place) => {
          const here = Array.from(table.rowsAt(place), (row) => table.at(row).id);
          expect(here).toEqual(events.filter((event) => event.places.includes(id)).map((event) => event.id));
        });
        const laneOf = ({category}: StoryEvent) => (category === 'x' ? 0 : category === 'y' ? 1 : 2);
        table.lanes.forEach(({rows}, lane) => {
          const dated = events.filter((event) => event.interval && laneOf(event) === lane);
          expect(Array.from(rows, (row) => table.at(row))).toEqual(dated);
        });
        const unplaced = events.filter(({places}) =>
          places.every((id) => position(dataset, id)?.lat === undefined),
        );
        expect(Array.from(table.flagged(FLAG.placed, true), (row) => table.at(row))).toEqual(unplaced);
        expect(table.columns.citations[0]).toBe(events.filter(({cite}) => cite.length > 0).length);
      }),
    );
  });
});

test('spans: counts and members of a window equal brute force, long and open ones too', () => {
  const instants = fc.constantFrom(-Infinity, Infinity);
  const number = fc.integer({min: 0, max: 100});
  const interval = fc
    .tuple(
      fc.oneof({weight: 9, arbitrary: number}, instants),
      fc.oneof({weight: 9, arbitrary: number}, instants),
    )
    .map(([a, b]) =>
      a < b ? {start: a, end: b} : {start: b === Infinity ? 0 : b, end: (a === -Infinity ? 0 : a) + 1},
    );
  fc.assert(
    fc.property(fc.array(interval, {maxLength: 800}), number, number, (list, from, length) => {
      const sorted = [...list].sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
      const spans = new Spans(
        Float64Array.from(sorted, ({start}) => start),
        Float64Array.from(sorted, ({end}) => end),
      );
      const window = {start: from, end: from + length + 1};
      const inside = sorted.flatMap(({start, end}, i) =>
        start < window.end && end > window.start ? [i] : [],
      );
      expect(spans.count(window)).toBe(inside.length);
      const visited: number[] = [];
      spans.each(window, (at) => void visited.push(at));
      expect(visited).toEqual(inside);
    }),
    {numRuns: 300},
  );
});

test('what is shown equals brute force for 1,000 random datasets, windows, boxes and filters', {
  timeout: 60_000,
}, () => {
  const boxes = fc
    .tuple(
      fc.integer({min: -179, max: 179}),
      fc.integer({min: -179, max: 179}),
      fc.integer({min: -80, max: 0}),
      fc.integer({min: 1, max: 80}),
    )
    // Off the grid of the positions, so that float64 rounding does not matter at edges.
    .map(([west, east, south, north]) => ({
      west: west + 0.0005,
      east: east + 0.0005,
      south: south + 0.0005,
      north: north + 0.0005,
    }));
  const options = fc.record({
    range: fc.option(windows),
    extent: fc.option(boxes),
    categories: fc.subarray(['x', 'y']),
    places: fc.subarray(ids),
    text: fc.constantFrom('', '', 'exodo', 'ÉXODO protesta', 'lugar b', 'zzz'),
  });
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  fc.assert(
    fc.property(datasets, options, (dataset, {range, extent, categories, places, text}) => {
      const store = createStore(dataset);
      // In two steps, to test what is reused from the previous view.
      store.dispatch({type: 'filter', filters: {categories, places, text}});
      store.dispatch({type: 'extent', extent});
      store.dispatch({type: 'range', range});
      const expected = dataset.events.filter((event) => {
        if (range && !touches(event, range)) return false;
        if (categories.length > 0 && !categories.includes(event.category ?? '')) return false;
        if (places.length > 0 && !event.places.some((id) => places.includes(id))) return false;
        const names = event.places.map((id) => position(dataset, id)?.name as string);
        const all = fold([event.title, ...names].join('\n'));
        if (
          !fold(text)
            .split(' ')
            .every((word) => all.includes(word))
        )
          return false;
        if (!extent) return true;
        return event.places.some((id) => {
          const place = position(dataset, id);
          if (place?.lat === undefined || place.lon === undefined) return false;
          const {lat, lon, radius = 0} = place;
          // A disc is tested by its bounding box.
          const up = (radius / 6_371_000) * (180 / Math.PI);
          const along =
            Math.asin(Math.sin(radius / 6_371_000) / Math.cos((lat * Math.PI) / 180)) * (180 / Math.PI);
          const width =
            extent.east >= extent.west ? extent.east - extent.west : extent.east - extent.west + 360;
          const from = (((lon - along - extent.west) % 360) + 360) % 360;
          return (
            lat + up >= extent.south && lat - up <= extent.north && (from <= width || from + 2 * along >= 360)
          );
        });
      });
      const {shown, counts} = store.snapshot;
      const wanted = new Set(expected.map(({id}) => id));
      expect([...shown].sort()).toEqual([...wanted].sort());
      expect(counts.shown).toBe(wanted.size);
      for (const {id} of dataset.events) expect(shown.has(id)).toBe(wanted.has(id));
      expect(counts.disputed).toBe(expected.filter(({status}) => status === 'disputed').length);
    }),
    {numRuns: 1000},
  );
});
