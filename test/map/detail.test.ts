import {readdirSync} from 'node:fs';
import {expect, test, vi} from 'vitest';
import {project} from '../../src/core/geo/index.js';
import type {Basemap} from '../../src/map/basemap.js';
import {LEVELS} from '../../src/map/cells.js';
import {Detail, isDetailed} from '../../src/map/detail.js';
import type {ViewState} from '../../src/map/map-adapter.js';
import {waitFor} from '../wait-for.js';

const files = readdirSync(new URL('../../data/basemaps/detail/', import.meta.url)).map((name) =>
  name.replace('.json', ''),
);

/** A view of so many pixels with a position in its middle. */
function viewOf(lon: number, lat: number, zoom: number, width = 720, height = 480): ViewState {
  const [x, y] = project({lon, lat}, zoom);
  return {zoom, width, height, origin: [x - width / 2, y - height / 2]};
}

/** What a view asks for. */
async function asked(view: ViewState): Promise<readonly string[]> {
  const names: string[] = [];
  const detail = new Detail(
    async (name) => {
      names.push(name);
      return {} as Basemap;
    },
    () => {},
  );
  detail.fetchFor(view);
  await Promise.resolve();
  return names;
}

test('the index names the files that there are, and no other', async () => {
  const world = {zoom: 0, width: 256, height: 256, origin: [0, 0]} as const;
  const found = await Promise.all(
    LEVELS.map(({from}) => {
      const size = 256 * 2 ** from;
      return asked({...world, zoom: from, width: size - 1, height: size});
    }),
  );
  expect(found.flat().toSorted()).toEqual(files.toSorted());
});

test.each([
  ['Porto Alegre', -51.2, -30],
  ['Kyiv', 30.5, 50.4],
  ['Suva', 178.4, -18.1],
  ['Anadyr', 177.5, 64.7],
])('%s asks for what is in view alone, and little of it', async (_, lon, lat) => {
  for (const zoom of [5, 6, 7, 8.5, 10]) {
    const names = await asked(viewOf(lon, lat, zoom));
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(14);
    expect(names.every((name) => files.includes(name))).toBe(true);
    const level = LEVELS.findLast(({from}) => zoom >= from)?.name;
    expect(new Set(names.map((name) => Number(name[0])))).toEqual(new Set([level]));
  }
});

test('far views ask for no details', () => {
  expect(isDetailed(viewOf(0, 0, 4))).toBe(false);
  expect(isDetailed(viewOf(0, 0, 5))).toBe(true);
});

test('both sides of the antimeridian are asked for, in whichever copy of the world', async () => {
  const world = 256 * 2 ** 6;
  const view = viewOf(180, -17, 6);
  const there = await asked(view);
  expect(there.some((name) => Number(name.split('-')[2]) === 0)).toBe(true);
  const [x, y] = view.origin;
  expect((await asked({...view, origin: [x - world, y]})).toSorted()).toEqual(there.toSorted());
});

/** Details of which some cells come, as marks that say their names. */
function detailWith(isThere: (name: string) => boolean) {
  const names: string[] = [];
  const come = vi.fn();
  const detail = new Detail(async (name) => {
    names.push(name);
    if (!isThere(name)) throw new Error('404');
    return {attribution: name} as Basemap;
  }, come);
  return {detail, names, come};
}

test('what fails is not asked for again at once; when nothing came, the details are missing', async () => {
  const {detail, names, come} = detailWith(() => false);
  const view = viewOf(-51.2, -30, 9, 1200, 700);
  detail.fetchFor(view);
  expect(names.length).toBeGreaterThan(1);
  await waitFor(() => expect(detail.isMissing).toBe(true));
  const before = names.length;
  detail.fetchFor(view);
  expect(names.length).toBe(before);
  expect(come).toHaveBeenCalledTimes(before);
  expect(detail.look(view)).toMatchObject({cells: [], isWhole: false});
});

test('one that fails is a hole, and no reason to give up the others; later it is asked for again', async () => {
  vi.useFakeTimers({toFake: ['performance']});
  let isBroken = true;
  const {detail, names, come} = detailWith((name) => !isBroken || name !== names[0]);
  const view = viewOf(-51.2, -30, 9, 1200, 700);
  detail.fetchFor(view);
  const count = names.length;
  await waitFor(() => expect(come).toHaveBeenCalledTimes(count));
  expect(detail).toMatchObject({isMissing: false, hasFailed: true});
  expect(detail.look(view)).toMatchObject({isWhole: false, cells: {length: count - 1}});
  isBroken = false;
  detail.fetchFor(view);
  expect(names.length).toBe(count);
  vi.advanceTimersByTime(60_000);
  detail.fetchFor(view);
  expect(names.slice(count)).toEqual([names[0]]);
  await waitFor(() => expect(detail.look(view).isWhole).toBe(true));
  vi.useRealTimers();
});

test('coarser cells stand in for those on their way, beneath them', async () => {
  const {detail, names} = detailWith((name) => !name.startsWith('7'));
  const [far, near] = [viewOf(10, 50, 5.5, 300, 300), viewOf(10, 50, 8, 300, 300)];
  detail.fetchFor(far);
  const coarse = [...names].toSorted();
  await waitFor(() => expect(detail.look(far).isWhole).toBe(true));
  const shown = (view: ViewState) => detail.look(view).cells.map(({attribution}) => attribution);
  expect(coarse).toEqual(expect.arrayContaining(shown(near)));
  expect(shown(near).length).toBeGreaterThan(0);
  detail.fetchFor(viewOf(10, 50, 6.5, 300, 300));
  await waitFor(() => expect(detail.look(viewOf(10, 50, 6.5, 300, 300)).isWhole).toBe(true));
  expect(shown(near).map((name) => name[0])).toEqual(
    shown(near)
      .map((name) => name[0])
      .toSorted(),
  );
  expect(new Set(shown(near).map((name) => name[0]))).toEqual(new Set(['5', '6']));
  // And of the whole world, until that is there.
  expect(shown(viewOf(10, 50, 4, 300, 300)).toSorted()).toEqual(coarse);
});

test('no more cells are kept than a reader may come back to', async () => {
  const detail = new Detail(
    async () => ({}) as Basemap,
    () => {},
  );
  const first = viewOf(-100, 45, 9, 300, 300);
  detail.fetchFor(first);
  for (let lat = 30; lat < 60; lat += 3) {
    const views = Array.from({length: 50}, (_, i) => viewOf(3 * i - 10, lat, 9, 300, 300));
    for (const view of views) detail.fetchFor(view);
    await waitFor(() => expect(detail.look(views.at(-1) ?? first).isWhole).toBe(true));
  }
  expect(detail.look(first).cells).toEqual([]);
  expect(detail.look(viewOf(137, 57, 9, 300, 300)).isWhole).toBe(true);
});
