/** Names on a map that is dragged: they move with it, and keep their places when they are laid out again. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  layoutMap,
  type MapLayout,
  type MapName,
  type MapNameLabel,
  type MapPlace,
  type MapRegion,
} from '../../../src/core/layout/index.js';
import type {MapOptions} from '../../../src/core/layout/map-types.js';
import {touch} from '../../../src/core/layout/taken-boxes.js';

const OPTIONS = {
  width: 600,
  height: 400,
  fontSize: 13,
  measure: (text: string, bold: boolean) => text.length * (bold ? 8 : 7),
};

type Box = readonly [x: number, y: number, width: number, height: number];

/** What there is on the ground, in pixels of the first view. */
interface Land {
  readonly regions: readonly Box[];
  readonly towns: readonly (readonly [x: number, y: number])[];
}

const regionOf = ([x, y, width, height]: Box, index: number, [dx, dy]: readonly number[]): MapRegion => ({
  id: `R${index}`,
  kind: index % 2 ? 'region' : 'country',
  texts: [`Region ${index}`],
  shape: {
    rings: [Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height, x, y)],
    boxes: Float64Array.of(x, y, x + width, y + height),
  },
  transform: {scale: 1, dx: dx ?? 0, dy: dy ?? 0, world: 1e6},
});

const townOf = ([x, y]: readonly number[], index: number, [dx, dy]: readonly number[]): MapName => ({
  text: `Town ${index}`,
  kind: 'town',
  x: (x ?? 0) + (dx ?? 0),
  y: (y ?? 0) + (dy ?? 0),
  isLarge: index % 3 === 0,
});

/** The view moved by so many pixels. */
const look = ({regions, towns}: Land, by: readonly number[], more: Partial<MapOptions> = {}): MapLayout =>
  layoutMap(
    [],
    {
      regions: regions.map((box, i) => regionOf(box, i, by)),
      points: towns.map((at, i) => townOf(at, i, by)),
    },
    {...OPTIONS, ...more},
  );

const movedBy = (names: readonly MapNameLabel[], [dx = 0, dy = 0]: readonly number[]) =>
  names.map((name) => ({
    ...name,
    x: name.x + dx,
    y: name.y + dy,
    at: [name.at[0] + dx, name.at[1] + dy] as const,
  }));

const isWhole = ({x, y, width, height}: MapNameLabel) =>
  x >= 2 && y >= 2 && x + width <= OPTIONS.width - 2 && y + height <= OPTIONS.height - 2;

/** Whether the dot of a town is well in the view. */
const hasDot = ({at: [x, y]}: MapNameLabel) =>
  x >= 10 && y >= 10 && x <= OPTIONS.width - 10 && y <= OPTIONS.height - 10;

const saidOf = ({kind, lines, x, y}: MapNameLabel) =>
  `${kind} ${lines.join(' ')} ${x.toFixed(3)},${y.toFixed(3)}`;

const inPixels = (most: number) => fc.integer({min: -100, max: most});
const someLand = fc.record({
  regions: fc.array(
    fc.tuple(inPixels(600), inPixels(400), fc.integer({min: 40, max: 500}), fc.integer({min: 20, max: 300})),
    {maxLength: 6},
  ),
  towns: fc.array(fc.tuple(inPixels(700), inPixels(500)), {maxLength: 30}),
});
const someMove = fc.tuple(fc.integer({min: -200, max: 200}), fc.integer({min: -200, max: 200}));
const RUNS = {seed: 14, numRuns: 300};

test('what is in view after a drag stays where it stood, and nothing overlaps', () => {
  let count = 0;
  fc.assert(
    fc.property(someLand, someMove, (land, by) => {
      const kept = movedBy(look(land, [0, 0]).names, by);
      const {names} = look(land, by, {kept});
      const said = names.map(saidOf);
      // What a country may newly be named over is less than a country.
      const before = new Set(kept.map(saidOf));
      const hasNew = names.some((name) => name.kind === 'country' && !before.has(saidOf(name)));
      const staying = kept.filter(
        (name) =>
          isWhole(name) && (name.kind === 'country' || (name.kind === 'town' && hasDot(name) && !hasNew)),
      );
      for (const name of staying) expect(said).toContain(saidOf(name));
      count += staying.length;
      for (const [i, name] of names.entries())
        for (const other of names.slice(i + 1)) expect(touch(name, other)).toBe(false);
    }),
    RUNS,
  );
  expect(count).toBeGreaterThan(100);
});

test('a region whose name has left the view is named beside the towns that are named already', () => {
  const land: Land = {
    regions: [
      [-90, -90, 10, 10],
      [0, 100, 500, 200],
    ],
    towns: [
      [-90, -90],
      [420, 200],
    ],
  };
  const by = [-330, 0];
  const kept = movedBy(look(land, [0, 0]).names, by);
  const town = kept.find(({kind}) => kind === 'town');
  const {names} = look(land, by, {kept});
  expect(names.map(({text}) => text).toSorted()).toEqual(['Region 1', 'Town 1']);
  expect(names.find(({kind}) => kind === 'town')).toEqual(town);
});

describe('a name', () => {
  const wide: Land = {regions: [[0, 100, 500, 200]], towns: []};
  const [name] = look(wide, [0, 0]).names;
  if (!name) throw new Error('no name');

  test('keeps a place that is no longer the middle of what is in view', () => {
    const by = [-120, 0];
    expect(look(wide, by).names[0]?.x).not.toBe(name.x - 120);
    const kept = movedBy([name], by);
    expect(look(wide, by, {kept}).names).toEqual(kept);
  });

  test('is placed anew where it would be cut, be covered, or stand outside', () => {
    const kept = (by: readonly number[], more: Partial<MapOptions> = {}) =>
      look(wide, by, {...more, kept: movedBy([name], by)}).names[0];
    expect(kept([-240, 0])).toEqual(look(wide, [-240, 0]).names[0]);
    const reserved = [{x: name.x, y: name.y, width: 20, height: 20}];
    expect(kept([0, 0], {reserved})).toEqual(look(wide, [0, 0], {reserved}).names[0]);
    const outside = {...name, y: 20, at: [name.at[0], 30] as const};
    expect(look(wide, [0, 0], {kept: [outside]}).names[0]).toEqual(name);
  });

  test('of a town stays on its side of the dot', () => {
    const byTheEdge: Land = {regions: [], towns: [[570, 200]]};
    const [town] = look(byTheEdge, [0, 0]).names;
    expect(town?.x).toBeLessThan(570);
    const by = [-200, 0];
    expect(look(byTheEdge, by).names[0]?.x).toBeGreaterThan(370);
    const kept = movedBy(town ? [town] : [], by);
    expect(look(byTheEdge, by, {kept}).names).toEqual(kept);
  });
});

test('while the map is dragged names are where they were on the ground, but for those that marks stand on', () => {
  const land: Land = {regions: [[0, 0, 600, 180]], towns: [[100, 300]]};
  const kept = movedBy(look(land, [0, 0]).names, [-560, 0]);
  const town = kept.find(({kind}) => kind === 'town');
  const at = {x: town?.x ?? 0, y: town?.at[1] ?? 0};
  expect(kept).toHaveLength(2);
  expect(layoutMap([], undefined, {...OPTIONS, kept}).names).toEqual(kept);
  const place: MapPlace = {id: 'p', ...at, radius: 0, name: '', count: '', events: 1, emphasis: 1};
  const over = movedBy(kept, [500, 0]);
  expect(layoutMap([{...place, x: at.x + 520}], undefined, {...OPTIONS, kept: over}).names).toEqual(
    over.filter(({kind}) => kind !== 'town'),
  );
});
