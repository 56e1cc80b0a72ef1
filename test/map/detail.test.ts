import {readdirSync} from 'node:fs';
import {expect, test, vi} from 'vitest';
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
    expect(new Set(names.map((name) => name[0]))).toEqual(new Set([zoom < 6.75 ? '5' : '7']));
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

test('what fails is not asked for again; when nothing came, the details are missing', async () => {
  let times = 0;
  const come = vi.fn();
  const detail = new Detail(async () => {
    times++;
    throw new Error('404');
  }, come);
  const view = viewOf(-51.2, -30, 9, 200, 200);
  detail.fetchFor(view);
  await vi.waitFor(() => expect(detail.isMissing).toBe(true));
  const before = times;
  detail.fetchFor(view);
  await Promise.resolve();
  expect(times).toBe(before);
  expect(come).toHaveBeenCalled();
  expect(detail.look(view)).toMatchObject({cells: [], isWhole: false});
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
