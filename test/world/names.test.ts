/** The names of regions, all over the world: held against the countries of another map, not against our own outlines. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, test} from 'vitest';
import {unproject} from '../../src/core/geo/index.js';
import type {MapNameLabel} from '../../src/core/layout/index.js';
import type {Box} from '../../src/core/layout/types.js';
import type {ViewState} from '../../src/map/map-adapter.js';
import {countriesOf, type Shape} from './atlas.js';
import {seeded} from './seeded.js';
import {BOXES, basemapsOf, layoutOf, positions, reservedIn, viewOf} from './views.js';

const ZOOMS = [1, 2, 3, 4, 5, 6];
const LOCALES = ['en', 'es', 'ar'];
const CENTRES = positions(60, seeded(14));

const require = createRequire(import.meta.url);
const load = (path: string) => countriesOf(JSON.parse(readFileSync(path, 'utf8')));
const atlas = load(require.resolve('world-atlas/countries-50m.json'));
/** Of what is too small for that one. */
const fine = load(require.resolve('world-atlas/countries-10m.json'));

/** Whether a position lies in a country; in any, when it has no code. */
function isIn(code: string, lon: number, lat: number): boolean {
  if (code === '') return [...atlas.values()].some((shape) => shape.holds(lon, lat));
  return (atlas.get(code) ?? fine.get(code))?.holds(lon, lat) ?? false;
}

interface Seen {
  readonly view: ViewState;
  readonly locale: string;
  readonly names: readonly MapNameLabel[];
}

/** Every view in one language, and every zoom and box in each of them. */
const seen: Seen[] = [];
for (const [i, {lon, lat}] of CENTRES.entries()) {
  for (const zoom of ZOOMS) {
    for (const [j, box] of BOXES.entries()) {
      const view = viewOf(lon, lat, zoom, box);
      const locale = LOCALES[(i + zoom + j) % LOCALES.length] ?? 'en';
      seen.push({view, locale, names: layoutOf(view, await basemapsOf(view), locale).names});
    }
  }
}

const wrapped = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
const middleOf = ({origin, zoom}: ViewState, {x, y, width, height}: Box) =>
  unproject([origin[0] + x + width / 2, origin[1] + y + height / 2], zoom);
const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('the middle of a name lies in what it names', () => {
  const wrong: string[] = [];
  const counts = {country: 0, region: 0};
  for (const {view, locale, names} of seen) {
    for (const name of names) {
      if (name.kind !== 'country' && name.kind !== 'region') continue;
      counts[name.kind]++;
      const {lon, lat} = middleOf(view, name);
      if (!isIn(String(name.id).slice(0, 2), wrapped(lon), lat))
        wrong.push(`${name.lines.join(' ')} (${name.id}, ${locale}) at ${lon}, ${lat}, zoom ${view.zoom}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.country).toBeGreaterThan(10_000);
  expect(counts.region).toBeGreaterThan(500);
});

test('no two names overlap, and none lies under the controls or the scale bar', () => {
  for (const {view, names} of seen) {
    for (const [i, name] of names.entries()) {
      for (const other of [...names.slice(i + 1), ...reservedIn(view)]) {
        if (touch(name, other)) expect.unreachable(`${name.lines.join(' ')} at ${name.x}, ${name.y}`);
      }
    }
  }
});

describe('of the 30 largest countries in view', () => {
  /** What is smaller is an islet, or a corner of a country. */
  const LEAST = 400;
  /** The middle of a name cannot be nearer to the edges of the view. */
  const [ASIDE, ABOVE] = [30, 10];
  const STEP = 12;

  /** How much of a view where names can stand a country fills, in square pixels. */
  function areaIn({origin: [left, top], zoom, width, height}: ViewState, shape: Shape): number {
    let area = 0;
    for (let y = ABOVE; y <= height - ABOVE; y += STEP) {
      const [{lon: west, lat}, {lon: east}] = [left + ASIDE, left + width - ASIDE].map((x) =>
        unproject([x, top + y], zoom),
      ) as [{lon: number; lat: number}, {lon: number}];
      area += shape.lengthAlong(lat, west, east) * ((256 * 2 ** zoom) / 360) * STEP;
    }
    return area;
  }

  test.each([2, 3, 4, 5, 6])('at least 9 in 10 are named on 1200 pixels at zoom %i', (zoom) => {
    let [named, all] = [0, 0];
    for (const {view, names} of seen) {
      if (view.zoom !== zoom || view.width !== 1200) continue;
      const largest = [...atlas]
        .map(([id, shape]) => ({id, area: areaIn(view, shape)}))
        .filter(({area}) => area >= LEAST)
        .sort((a, b) => b.area - a.area)
        .slice(0, 30);
      const written = new Set(names.map(({id}) => id));
      all += largest.length;
      named += largest.filter(({id}) => written.has(id)).length;
    }
    expect(all).toBeGreaterThan(100);
    expect(named / all).toBeGreaterThanOrEqual(0.9);
  });
});
