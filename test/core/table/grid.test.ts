/** Compares the grid with a slow, obvious implementation, on random places, events, ranges and views. */
import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {parseDataset} from '../../../src/core/dataset/index.js';
import {createStore, type Store} from '../../../src/core/store/index.js';
import {BinCounter, type GridLevel, type GridMark, gridOf, tableOf} from '../../../src/core/table/index.js';

const RUNS = {seed: 20_251_225, numRuns: 200};
/** The reference implementation is slow. */
vi.setConfig({testTimeout: 60_000});
const DAY = 86_400_000;
const FROM = Date.UTC(2020, 0, 1);
const date = (day: number) => new Date(FROM + day * DAY).toISOString().slice(0, 10);

const spread = (by: number) => fc.integer({min: -1e6, max: 1e6}).map((n) => (n / 1e6) * by);
/** Random positions: scattered, in clusters of some pixels, at the antimeridian, near the poles, and missing. */
const positions = fc.oneof(
  ...[
    {lat: 0, lon: 0, by: 85, wide: 180},
    ...[
      {lat: 10, lon: -66},
      {lat: -17, lon: 180},
      {lat: 84, lon: 0},
    ].flatMap((at) => [0.001, 0.03, 1, 20].map((by) => ({...at, by, wide: by}))),
  ].map(({lat, lon, by, wide}) =>
    fc.tuple(spread(by), spread(wide)).map(([north, east]) => ({
      lat: Math.max(-90, Math.min(90, lat + north)),
      lon: ((lon + east + 540) % 360) - 180,
    })),
  ),
  fc.constant({}),
);

const stores = fc
  .record({
    places: fc.oneof(
      fc.array(positions, {minLength: 1, maxLength: 8}),
      fc.array(positions, {minLength: 40, maxLength: 60, size: 'max'}),
    ),
    events: fc.array(
      fc.record({
        day: fc.option(fc.nat({max: 1000})),
        days: fc.constantFrom(0, 0, 0, 5, 400),
        places: fc.array(fc.nat(), {maxLength: 3}),
        category: fc.constantFrom('x', 'y'),
      }),
      {minLength: 20, maxLength: 80, size: 'max'},
    ),
  })
  .map(({places, events}): Store => {
    const {dataset} = parseDataset({
      cronomapa: 1,
      language: 'en',
      categories: [
        {id: 'x', name: 'X'},
        {id: 'y', name: 'Y'},
      ],
      places: places.map((place, i) => ({id: `p${i}`, name: `P ${i}`, ...place})),
      events: events.map(({day, days, category, places: at}, i) => ({
        id: `e${i}`,
        title: `E ${i}`,
        category,
        places: [...new Set(at.map((n) => `p${n % places.length}`))],
        ...(day !== null && {date: days ? `${date(day)}/${date(day + days)}` : date(day)}),
      })),
    });
    return createStore(dataset);
  });

const windows = fc.option(
  fc.tuple(fc.integer({min: -50, max: 1100}), fc.integer({min: 1, max: 700})).map(([from, days]) => ({
    start: FROM + from * DAY,
    end: FROM + (from + days) * DAY,
  })),
);
const WORLD = {west: 0, north: 0, east: 255.999, south: 256};
const zooms = fc.integer({min: 10, max: 170}).map((n) => n / 10);

/** Everything a level draws; few levels, so that empty cells need not be visited. */
function drawn(level: GridLevel, store: Store): readonly GridMark[] {
  const {shown} = store.snapshot;
  const side = 2 ** level.depth;
  const {x, y, order} = level.places;
  const marks = new Map<number, GridMark>();
  for (const place of order) {
    const cell = (value = 0) => (Math.min(side - 1, Math.floor((value / 256) * side)) + 0.5) * (256 / side);
    const [cx, cy] = [cell(x[place]), cell(y[place])];
    const near = 1.1 * (256 / side);
    for (const mark of level.marks(
      {west: cx - near, east: cx + near, north: cy - near, south: cy + near},
      shown,
    ))
      marks.set(mark.cell, {...mark, x: ((mark.x % 256) + 256) % 256});
  }
  return [...marks.values()].toSorted((a, b) => a.cell - b.cell);
}

const distinct = (store: Store, places: readonly number[], isShown: boolean) => {
  const ids = new Set(places.map((place) => store.snapshot.dataset.places[place]?.id));
  return store.snapshot.dataset.events.filter(
    ({id, places: at}) => at.some((each) => ids.has(each)) && (!isShown || store.snapshot.shown.has(id)),
  ).length;
};

describe('whatever the places and events', () => {
  test('counts by bins are as brute force has them, one window after another', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        stores,
        fc.array(fc.tuple(windows, fc.constantFrom([], ['x'])), {minLength: 1, maxLength: 8}),
        fc.integer({min: 1, max: 5}),
        (store, steps, bins) => {
          const {dataset} = store.snapshot;
          const table = tableOf(dataset);
          const binOf = Uint32Array.from(dataset.places, (_, i) => i % bins);
          const counter = new BinCounter(table, binOf, bins);
          const brute = (isShown: boolean) =>
            Array.from({length: bins}, (_, bin) =>
              distinct(
                store,
                [...dataset.places.keys()].filter((i) => i % bins === bin),
                isShown,
              ),
            );
          for (const [range, categories] of steps) {
            store.dispatch({type: 'filter', filters: {categories}});
            store.dispatch({type: 'range', range});
            expect([...counter.count(store.snapshot.shown)]).toEqual(brute(true));
            moved++;
          }
          expect([...counter.all()]).toEqual(brute(false));
        },
      ),
      RUNS,
    );
    expect(moved).toBeGreaterThan(300);
  });

  test('each place is in one mark, and the counts of all add up to brute force', () => {
    const seen = {circles: 0, lone: 0, joined: 0};
    fc.assert(
      fc.property(stores, windows, zooms, (store, range, zoom) => {
        store.dispatch({type: 'range', range});
        const level = gridOf(store.snapshot.dataset).level(zoom);
        const marks = drawn(level, store);
        const placed: number[] = [];
        for (const {cell, place, places, shown, events} of marks) {
          const cells = level.cellsOf(cell);
          const inside = [...level.places.order].filter((each) => cells.includes(level.cellOf[each] ?? -1));
          expect(inside.map((each) => level.markAt(each))).toEqual(inside.map(() => cell));
          placed.push(...inside);
          expect(inside.length).toBe(places);
          expect(place).toBe(places === 1 ? inside[0] : -1);
          expect(shown).toBe(distinct(store, inside, true));
          expect(events).toBe(distinct(store, inside, false));
          if (places === 1) seen.lone++;
          else seen.circles++;
          if (cells.length > 1) seen.joined++;
        }
        const positions = store.snapshot.dataset.places.flatMap(({lat}, i) => (lat === undefined ? [] : [i]));
        expect(placed.toSorted((a, b) => a - b)).toEqual(positions);
      }),
      RUNS,
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(40);
  });

  test('circles keep to their cells, and nothing touches a circle or cannot be told apart', () => {
    let pairs = 0;
    fc.assert(
      fc.property(stores, zooms, (store, zoom) => {
        const level = gridOf(store.snapshot.dataset).level(zoom);
        const px = 2 ** zoom;
        const cell = (256 * px) / 2 ** level.depth;
        expect(cell).toBeGreaterThanOrEqual(40 - 1e-9);
        expect(cell).toBeLessThan(80);
        const marks = drawn(level, store);
        for (const {x, y, place, radius} of marks) {
          if (place >= 0) continue;
          for (const at of [x, y]) {
            const within = (at * px) % cell;
            expect(within - radius).toBeGreaterThanOrEqual(-1e-6);
            expect(within + radius).toBeLessThanOrEqual(cell + 1e-6);
          }
        }
        const half = ({place, radius}: GridMark) => (place < 0 ? radius : 7.5);
        for (const [i, a] of marks.entries()) {
          for (const b of marks.slice(i + 1)) {
            pairs++;
            const dx = Math.abs(a.x - b.x);
            const apart = Math.hypot(Math.min(dx, 256 - dx), a.y - b.y) * px;
            expect(apart).toBeGreaterThanOrEqual(half(a) + half(b) - 1e-6);
          }
        }
      }),
      RUNS,
    );
    expect(pairs).toBeGreaterThan(10_000);
  });

  test('a view shows of each cell what every other view shows, where it is', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        stores,
        zooms,
        fc.nat(),
        fc.integer({min: -3, max: 4}),
        spread(1),
        (store, zoom, n, turn, by) => {
          // Around some place, or its copy.
          const {order, x: xs, y: ys} = gridOf(store.snapshot.dataset).places;
          const place = order[n % order.length];
          const x = (xs[place ?? 0] ?? 0) + 256 * turn + (by - 1) * (300 / 2 ** zoom);
          const y = (ys[place ?? 0] ?? 0) + (by - 1) * (200 / 2 ** zoom);
          const level = gridOf(store.snapshot.dataset).level(zoom);
          const all = new Map(drawn(level, store).map((mark) => [mark.cell, mark]));
          const [width, height] = [600 / 2 ** zoom, 400 / 2 ** zoom];
          const view = {west: x, east: x + width, north: y, south: y + height};
          const marks = level.marks(view, store.snapshot.shown);
          expect(new Set(marks.map((mark) => mark.cell)).size).toBe(marks.length);
          for (const mark of marks) {
            compared++;
            const same = all.get(mark.cell);
            expect({...mark, x: 0}).toEqual({...same, x: 0});
            const turns = (mark.x - (same?.x ?? NaN)) / 256;
            expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-9);
          }
          // No visible cell is missing, in the nearest copy of the world.
          for (const mark of all.values()) {
            const at = mark.x + 256 * Math.round((x + width / 2 - mark.x) / 256);
            const inside = at > x && at < x + width && mark.y > y && mark.y < y + height;
            if (inside && Math.abs(at - x - width / 2) < 100)
              expect(marks.map(({cell}) => cell)).toContain(mark.cell);
          }
        },
      ),
      RUNS,
    );
    expect(compared).toBeGreaterThan(300);
  });

  test('a window of time moves nothing', () => {
    fc.assert(
      fc.property(stores, windows, zooms, (store, range, zoom) => {
        const level = gridOf(store.snapshot.dataset).level(zoom);
        const where = () => drawn(level, store).map(({cell, x, y, places}) => [cell, x, y, places]);
        const before = where();
        store.dispatch({type: 'range', range});
        expect(where()).toEqual(before);
      }),
      RUNS,
    );
  });
});

test('places of the whole world, seen at once', () => {
  const places = Array.from({length: 700}, (_, i) => ({
    id: `p${i}`,
    name: `P${i}`,
    lat: (i % 70) * 2 - 70,
    lon: (i / 700) * 360 - 180,
  }));
  const {dataset} = parseDataset({
    cronomapa: 1,
    language: 'en',
    places,
    events: places.map(({id}, i) => ({id: `e${i}`, title: 'E', date: '2024', places: [id]})),
  });
  const {shown} = createStore(dataset).snapshot;
  const marks = gridOf(dataset).level(2).marks(WORLD, shown);
  expect(marks.reduce((sum, {events}) => sum + events, 0)).toBe(700);
  expect(marks.length).toBeLessThanOrEqual(256);
});

test('a flight comes back to the levels that it has passed through', () => {
  const {dataset} = parseDataset({
    cronomapa: 1,
    language: 'en',
    places: [{id: 'p', name: 'P', lat: 10, lon: -66}],
    events: [{id: 'e', title: 'E', date: '2020', place: 'p'}],
  });
  if (!dataset) throw new Error('No dataset');
  const grid = gridOf(dataset);
  const passed = [9, 8, 7, 6, 5].map((depth) => grid.at(depth));
  expect([9, 8, 7, 6, 5].map((depth) => passed.indexOf(grid.at(depth)))).toEqual([0, 1, 2, 3, 4]);
});
