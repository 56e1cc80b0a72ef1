import {readdirSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {describe, expect, test, vi} from 'vitest';
import {project} from '../../src/core/geo/index.js';
import type {Basemap} from '../../src/map/basemap.js';
import {LEVELS} from '../../src/map/cells.js';
import {Detail, isDetailed} from '../../src/map/detail.js';
import type {ViewState} from '../../src/map/map-adapter.js';

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
    expect(new Set(names.map((name) => name[0]))).toEqual(new Set([zoom < 6 ? '5' : zoom < 7.4 ? '6' : '7']));
  }
});

describe('what a map fetches where it is opened is at most 45 kB', () => {
  const PLACES: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
    Caracas: [-66.9, 10.4],
    'Porto Alegre': [-51.2, -30],
    Lima: [-77, -12],
    'Mexico City': [-99.1, 19.4],
    'New York': [-74, 40.7],
    Vancouver: [-123.1, 49.3],
    London: [-0.1, 51.5],
    Paris: [2.3, 48.8],
    Berlin: [13.4, 52.5],
    Rome: [12.5, 41.9],
    Ljubljana: [14.5, 46],
    Athens: [23.7, 38],
    Kyiv: [30.5, 50.4],
    Oslo: [10.7, 59.9],
    Lagos: [3.4, 6.5],
    Nairobi: [36.8, -1.3],
    Cairo: [31.2, 30],
    Delhi: [77.2, 28.6],
    Tokyo: [139.7, 35.7],
    Jakarta: [106.8, -6.2],
    Sydney: [151.2, -33.9],
    Suva: [178.4, -18.1],
  };
  const sizes = new Map(
    files.map((name) => [
      name,
      gzipSync(readFileSync(new URL(`../../data/basemaps/detail/${name}.json`, import.meta.url)), {level: 9})
        .length,
    ]),
  );
  test.each([
    // Cities and their surroundings, a country, half a continent.
    [1200, 700, [5, 6, 7, 8.6, 9, 10]],
    [720, 480, [5, 6, 7, 8, 8.6, 9, 10]],
    [342, 300, [5, 6, 7, 7.5, 8, 8.6, 9, 10]],
  ] as const)('in %i × %i pixels', async (width, height, zooms) => {
    const heavy: string[] = [];
    for (const [place, [lon, lat]] of Object.entries(PLACES)) {
      for (const zoom of zooms) {
        const names = await asked(viewOf(lon, lat, zoom, width, height));
        const bytes = names.reduce((sum, name) => sum + (sizes.get(name) ?? Number.NaN), 0);
        if (!(bytes <= 45_500)) heavy.push(`${place} at ${zoom}: ${names.length} cells, ${bytes}`);
      }
    }
    expect(heavy).toEqual([]);
  });
});

test('the whole folder is as small as is promised', () => {
  const folder = new URL('../../data/basemaps/', import.meta.url);
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.json'),
  );
  let [raw, sent] = [0, 0];
  for (const path of paths) {
    const text = readFileSync(new URL(path, folder));
    const bytes = gzipSync(text, {level: 9}).length;
    if (path === 'world.json') expect(bytes).toBeLessThan(40_000);
    raw += text.length;
    sent += bytes;
  }
  expect(paths.length).toBeGreaterThan(files.length);
  expect(raw).toBeLessThan(10_000_000);
  expect(sent).toBeLessThan(3_500_000);
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
  await vi.waitFor(() => expect(detail.isMissing).toBe(true));
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
  await vi.waitFor(() => expect(come).toHaveBeenCalledTimes(count));
  expect(detail).toMatchObject({isMissing: false, hasFailed: true});
  expect(detail.look(view)).toMatchObject({isWhole: false, cells: {length: count - 1}});
  isBroken = false;
  detail.fetchFor(view);
  expect(names.length).toBe(count);
  vi.advanceTimersByTime(60_000);
  detail.fetchFor(view);
  expect(names.slice(count)).toEqual([names[0]]);
  await vi.waitFor(() => expect(detail.look(view).isWhole).toBe(true));
  vi.useRealTimers();
});

test('coarser cells stand in for those on their way, beneath them', async () => {
  const {detail, names} = detailWith((name) => !name.startsWith('7'));
  const [far, near] = [viewOf(10, 50, 5.5, 300, 300), viewOf(10, 50, 8, 300, 300)];
  detail.fetchFor(far);
  const coarse = [...names].toSorted();
  await vi.waitFor(() => expect(detail.look(far).isWhole).toBe(true));
  const shown = (view: ViewState) => detail.look(view).cells.map(({attribution}) => attribution);
  expect(coarse).toEqual(expect.arrayContaining(shown(near)));
  expect(shown(near).length).toBeGreaterThan(0);
  detail.fetchFor(viewOf(10, 50, 6.5, 300, 300));
  await vi.waitFor(() => expect(detail.look(viewOf(10, 50, 6.5, 300, 300)).isWhole).toBe(true));
  expect(shown(near).map((name) => name[0])).toEqual(
    shown(near)
      .map((name) => name[0])
      .toSorted(),
  );
  expect(new Set(shown(near).map((name) => name[0]))).toEqual(new Set(['5', '6']));
  // And of the whole world, until that is there.
  expect(shown(viewOf(10, 50, 4, 300, 300))).toEqual(coarse);
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
    await vi.waitFor(() => expect(detail.look(views.at(-1) ?? first).isWhole).toBe(true));
  }
  expect(detail.look(first).cells).toEqual([]);
  expect(detail.look(viewOf(137, 57, 9, 300, 300)).isWhole).toBe(true);
});
