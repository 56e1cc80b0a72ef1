import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  CHOSEN_RADIUS,
  giveWay,
  layoutMap,
  MARK_RADIUS,
  type MapPlace,
} from '../../../src/core/layout/index.js';

const RUNS = {seed: 20_251_225, numRuns: 300};
const OPTIONS = {
  width: 600,
  height: 400,
  fontSize: 13,
  measure: (text: string, bold: boolean) => text.length * (bold ? 8 : 7),
};
const NONE = {regions: [], points: []};

const place = (id: string, x: number, y: number, isChosen = false): MapPlace => ({
  id,
  x,
  y,
  radius: 0,
  name: `Place ${id}`,
  count: '',
  events: 1,
  emphasis: isChosen ? 1e6 : 1,
  isChosen,
});

const spots = (maxLength: number) =>
  fc.array(fc.record({x: fc.integer({min: 40, max: 560}), y: fc.integer({min: 40, max: 360})}), {
    maxLength,
    size: 'max',
  });

test('up to four chosen places stand where they are, each with its name, and nothing is hidden or lost', () => {
  let [beside, moved] = [0, 0];
  fc.assert(
    fc.property(spots(40), fc.array(fc.nat({max: 39}), {minLength: 1, maxLength: 4}), (others, which) => {
      const rest = others.map(({x, y}, i) => place(`p${i}`, x, y));
      // Where others are: as near as can be.
      const chosen = which.map((n, i) => {
        const {x, y} = others[n % Math.max(1, others.length)] ?? {x: 300, y: 200};
        return place(`c${i}`, x + i, y, true);
      });
      const {places, clusters, labels} = layoutMap([...rest, ...chosen], NONE, OPTIONS);
      expect([...places, ...clusters.flatMap((cluster) => cluster.places)]).toHaveLength(
        rest.length + chosen.length,
      );
      const at = new Map(chosen.map(({id, x, y}) => [id, [x, y] as const]));
      for (const {id, x, y} of chosen) {
        const drawn = places.find((each) => each.id === id);
        expect(drawn).toBeDefined();
        if (!drawn?.from) {
          expect(drawn).toMatchObject({x, y});
          continue;
        }
        beside++;
        // Another chosen one is at the same point.
        const isTwin = (other: MapPlace) =>
          other.id !== id && Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) <= CHOSEN_RADIUS;
        expect(chosen.some(isTwin)).toBe(true);
        expect(drawn.from).toEqual([x, y]);
        const away = Math.hypot(drawn.x - x, drawn.y - y);
        expect(away).toBeGreaterThan(2 * MARK_RADIUS);
        expect(away).toBeLessThan(70);
      }
      for (const drawn of places.filter(({id}) => at.has(id))) {
        for (const other of places)
          if (other.id !== drawn.id)
            expect(Math.hypot(other.x - drawn.x, other.y - drawn.y)).toBeGreaterThanOrEqual(MARK_RADIUS);
      }
      // One at a time can be kept clear of everywhere.
      const [only, ...more] = chosen;
      if (!only || more.length > 0) return;
      for (const {id, x, y} of places)
        if (id !== only.id) expect(Math.hypot(x - only.x, y - only.y)).toBeGreaterThan(MARK_RADIUS + 1);
      for (const {x, y, radius, places: inside} of clusters) {
        const gap = Math.hypot(x - only.x, y - only.y) - CHOSEN_RADIUS;
        // Its number is in sight, and it is where it counts.
        expect(gap).toBeGreaterThan(radius * 0.7);
        const [lead] = inside;
        const away = Math.hypot(x - (lead?.x ?? x), y - (lead?.y ?? y));
        if (away > 0) moved++;
        expect(away).toBeLessThanOrEqual(CHOSEN_RADIUS + radius);
      }
      expect(labels.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
  expect(beside).toBeGreaterThan(50);
  expect(moved).toBeGreaterThan(3);
});

test('a chosen place that is free stays where it is', () => {
  const {places, clusters} = layoutMap([place('a', 100, 100, true), place('b', 130, 100)], NONE, OPTIONS);
  expect(places.map(({id, x, from}) => [id, x, from])).toEqual([
    ['a', 100, undefined],
    ['b', 130, undefined],
  ]);
  expect(clusters).toEqual([]);
});

test('a chosen place in a circle stands where it is, and the circle of the others gives way as far as its number needs', () => {
  const crowd = Array.from({length: 6}, (_, i) => place(`p${i}`, 300 + i, 200));
  const {places, clusters, labels} = layoutMap([...crowd, place('c', 302, 200, true)], NONE, OPTIONS);
  expect(clusters).toMatchObject([{events: 6, isChosen: false, radius: 9}]);
  expect(places).toMatchObject([{id: 'c', x: 302, y: 200}]);
  expect(places[0]?.from).toBeUndefined();
  expect(Math.hypot((clusters[0]?.x ?? 0) - 302, (clusters[0]?.y ?? 0) - 200)).toBeCloseTo(12 + 0.8 * 9);
  expect(labels.map(({id}) => id)).toEqual(['c']);
});

test('another place at the same point stands beside it with a leader, chosen too or not; a disc around it is seen', () => {
  const chosen = place('c', 300, 200, true);
  for (const isChosen of [false, true]) {
    const {places} = layoutMap([chosen, place('d', 304, 200, isChosen)], NONE, OPTIONS);
    expect(places.map(({id, from}) => [id, from])).toEqual([
      ['c', undefined],
      ['d', [304, 200]],
    ]);
  }
  const {places} = layoutMap([chosen, {...place('d', 304, 200), radius: 40}], NONE, OPTIONS);
  expect(places.map(({id, x, from}) => [id, x, from])).toEqual([
    ['c', 300, undefined],
    ['d', 304, undefined],
  ]);
});

test('a place whose mark is half seen beside that of a chosen one stays where it is', () => {
  const at = (x: number) =>
    layoutMap([place('c', 300, 200, true), place('d', x, 200)], NONE, OPTIONS).places.find(
      ({id}) => id === 'd',
    );
  expect(at(311)).toMatchObject({x: 311});
  expect(at(311)?.from).toBeUndefined();
  expect(at(308)?.from).toEqual([308, 200]);
});

test('under a control it stands beside it; out of view it stays out of view', () => {
  const reserved = [{x: 8, y: 8, width: 32, height: 100}];
  const at = (x: number, y: number) =>
    layoutMap([place('c', x, y, true)], NONE, {...OPTIONS, reserved}).places[0];
  const called = at(24, 60);
  expect(called?.from).toEqual([24, 60]);
  expect(called?.x).toBeGreaterThanOrEqual(40 + CHOSEN_RADIUS);
  for (const [x, y] of [
    [-40, 60],
    [300, 440],
  ] as const)
    expect(at(x, y)).toMatchObject({x, y});
  expect(at(599, 200)?.from).toBeUndefined();
});

test('circles of neighbours leave one another in sight', () => {
  const crowd = [300, 320, 340].flatMap((x, i) =>
    Array.from({length: 8}, (_, n) => place(`p${i}${n}`, x + n / 8, 200)),
  );
  const {clusters} = layoutMap(crowd, NONE, OPTIONS);
  expect(clusters.map(({events, radius}) => [events, Math.round(radius)])).toEqual([
    [8, 10],
    [8, 10],
    [8, 10],
  ]);
  const alone = layoutMap(crowd.slice(0, 8), NONE, OPTIONS).clusters;
  expect(alone.map(({radius}) => radius)).toEqual([18]);
});

test('of more than four in one spot a circle is drawn, which is chosen', () => {
  const crowd = Array.from({length: 5}, (_, i) => place(`c${i}`, 300 + i, 200, true));
  const {places, clusters} = layoutMap(crowd, NONE, OPTIONS);
  expect(places).toEqual([]);
  expect(clusters).toMatchObject([{events: 5, isChosen: true}]);
});

test('counted circles of many places give way too, those that are far enough not at all', () => {
  const chosen = place('c', 305, 205, true);
  const circles = [
    {x: 300, y: 200, radius: 20},
    {x: 305, y: 205, radius: 9},
    {x: 350, y: 200, radius: 20},
  ];
  expect(layoutMap([chosen], NONE, {...OPTIONS, circles}).places).toMatchObject([{id: 'c', x: 305, y: 205}]);
  const moved = giveWay(circles, [chosen]);
  expect(moved.map(({x, y}) => [Math.round(x), Math.round(y)])).toEqual([
    [285, 185],
    [305, 186],
    [350, 200],
  ]);
});
