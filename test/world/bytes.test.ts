/** What a map fetches where it looks: the cells of every view, weighed. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import type {Basemap} from '../../src/map/basemap.js';
import {LEVELS} from '../../src/map/cells.js';
import {Detail} from '../../src/map/detail.js';
import {cities, drawTowns} from './cities.js';
import {seeded} from './seeded.js';
import {viewOf} from './views.js';

const folder = new URL('../../data/basemaps/', import.meta.url);
const gzipOf = (path: string) => gzipSync(readFileSync(new URL(path, folder)), {level: 9}).length;
const cells = readdirSync(new URL('detail/', folder));
const gzip = new Map(cells.map((file) => [file.replace('.json', ''), gzipOf(`detail/${file}`)]));

const VIEW = {width: 1200, height: 700};
/** From where a map begins to fetch cells, to as near as it goes; each level where most of it is in view too. */
const ZOOMS = Array.from({length: 51}, (_, i) => 5 + i / 10);
const LARGEST = 50;

/** Where borders of the first level are many. */
const CROWDED = ['Ljubljana', 'London', 'Berlin', 'Rome', 'Paris'];

const places = [
  ...cities.toSorted((a, b) => b.population - a.population).slice(0, LARGEST),
  ...drawTowns(200, seeded(200)),
  ...CROWDED.flatMap((wanted) =>
    cities
      .filter(({name}) => name === wanted)
      .toSorted((a, b) => b.population - a.population)
      .slice(0, 1),
  ),
];

/** Names of the cells that a view asks for. */
function cellsOf(view: Parameters<Detail['fetchFor']>[0]): readonly string[] {
  const asked: string[] = [];
  const detail = new Detail(
    async (name) => {
      asked.push(name);
      return {} as Basemap;
    },
    () => {},
  );
  detail.fetchFor(view);
  return asked;
}

const bytesOf = (view: Parameters<Detail['fetchFor']>[0]) =>
  cellsOf(view).reduce((sum, cell) => sum + (gzip.get(cell) ?? NaN), 0);

describe('a view of 1200 x 700 pixels fetches at most 45 kB', () => {
  const MOST = 45_000;

  test('around 255 towns, at every zoom', () => {
    expect(places).toHaveLength(LARGEST + 200 + CROWDED.length);
    const heavy: string[] = [];
    let most = 0;
    for (const {name, loc} of places) {
      const [lon, lat] = loc.coordinates;
      for (const zoom of ZOOMS) {
        const bytes = bytesOf(viewOf(lon, lat, zoom, VIEW));
        most = Math.max(most, bytes);
        if (!(bytes <= MOST)) heavy.push(`${name} at ${zoom}: ${bytes}`);
      }
    }
    expect(heavy).toEqual([]);
    expect(most).toBeGreaterThan(20_000);
  });

  test.each(LEVELS.map(({from}) => from))('anywhere on Earth, where a level begins: zoom %f', (zoom) => {
    const heavy: string[] = [];
    const step = (256 * 2 ** zoom) / 150;
    for (let x = 0; x < 150; x++) {
      for (let y = 20; y < 120; y++) {
        const bytes = bytesOf({...VIEW, zoom, origin: [x * step, y * step]});
        if (!(bytes <= MOST)) heavy.push(`${x}, ${y}: ${bytes}`);
      }
    }
    expect(heavy).toEqual([]);
  });
});

test('the folder is at most 10 MB, and 3.5 MB gzip', () => {
  const raw = (path: string) => statSync(new URL(path, folder)).size;
  const sum = (of: (path: string) => number) =>
    ['world.json', ...cells.map((file) => `detail/${file}`)].reduce((total, path) => total + of(path), 0);
  expect(gzipOf('world.json')).toBeLessThanOrEqual(40_000);
  expect(sum(raw)).toBeLessThanOrEqual(10e6);
  expect([...gzip.values()].reduce((a, b) => a + b, gzipOf('world.json'))).toBeLessThanOrEqual(3.5e6);
});
