import fc from 'fast-check';
import {expect, test} from 'vitest';
import {CHOSEN_RADIUS, layoutMap, MARK_RADIUS, type MapPlace} from '../../../src/core/layout/index.js';

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

test('up to four chosen places are drawn by themselves, each with its name, and nothing is lost', () => {
  let beside = 0;
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
      for (const {id, x, y} of chosen) {
        const drawn = places.find((each) => each.id === id);
        expect(drawn).toBeDefined();
        if (!drawn?.from) {
          expect(drawn).toMatchObject({x, y});
          continue;
        }
        beside++;
        expect(drawn.from).toEqual([x, y]);
        const away = Math.hypot(drawn.x - x, drawn.y - y);
        expect(away).toBeGreaterThan(2 * MARK_RADIUS);
        expect(away).toBeLessThan(70);
        for (const {id: other, x: otherX, y: otherY} of places)
          if (other !== id)
            expect(Math.max(Math.abs(otherX - drawn.x), Math.abs(otherY - drawn.y))).toBeGreaterThanOrEqual(
              CHOSEN_RADIUS + MARK_RADIUS,
            );
        for (const {x: circleX, y: circleY, radius} of clusters)
          expect(Math.max(Math.abs(circleX - drawn.x), Math.abs(circleY - drawn.y))).toBeGreaterThanOrEqual(
            CHOSEN_RADIUS + radius,
          );
      }
      expect(labels.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
  expect(beside).toBeGreaterThan(200);
});

test('a chosen place that is free stays where it is', () => {
  const {places, clusters} = layoutMap([place('a', 100, 100, true), place('b', 130, 100)], NONE, OPTIONS);
  expect(places.map(({id, x, from}) => [id, x, from])).toEqual([
    ['a', 100, undefined],
    ['b', 130, undefined],
  ]);
  expect(clusters).toEqual([]);
});

test('a chosen place in a circle stands beside it, and the circle counts the others', () => {
  const crowd = Array.from({length: 6}, (_, i) => place(`p${i}`, 300 + i, 200));
  const {places, clusters, labels} = layoutMap([...crowd, place('c', 302, 200, true)], NONE, OPTIONS);
  expect(clusters).toMatchObject([{events: 6, isChosen: false}]);
  expect(places).toMatchObject([{id: 'c', from: [302, 200]}]);
  expect(labels.map(({id}) => id)).toEqual(['c']);
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

test('counted circles of many places are kept clear of too', () => {
  const circles = [{x: 300, y: 200, radius: 20}];
  const {places} = layoutMap([place('c', 305, 205, true)], NONE, {...OPTIONS, circles});
  expect(places).toMatchObject([{id: 'c', from: [305, 205]}]);
  expect(Math.hypot((places[0]?.x ?? 300) - 300, (places[0]?.y ?? 200) - 200)).toBeGreaterThan(30);
});
