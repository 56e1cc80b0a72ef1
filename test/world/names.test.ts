/** The names of regions, all over the world: held against the countries of another map, not against our own outlines. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, test} from 'vitest';
import {unproject} from '../../src/core/geo/index.js';
import type {MapNameLabel} from '../../src/core/layout/index.js';
import type {Box} from '../../src/core/layout/types.js';
import {memoizeByKey} from '../../src/core/memo/index.js';
import type {ViewState} from '../../src/map/map-adapter.js';
import {countriesOf, type Shape} from './atlas.js';
import {seeded} from './seeded.js';
import {BOXES, basemapsOf, layoutOf, positions, reservedIn, viewOf} from './views.js';

const ZOOMS = [1, 2, 3, 4, 5, 6];
const LOCALES = ['en', 'es', 'ar'];
/** The widest of the boxes. */
const WIDE = {width: 1200, height: 544};
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

const laidOut = new Map<string, readonly MapNameLabel[]>();

/** The names in a view. Each view is laid out once in a language. */
async function namesOf(view: ViewState, locale: string): Promise<readonly MapNameLabel[]> {
  const key = [...view.origin, view.zoom, view.width, locale].join(' ');
  const names = laidOut.get(key) ?? layoutOf(view, await basemapsOf(view), locale).names;
  laidOut.set(key, names);
  return names;
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
      seen.push({view, locale, names: await namesOf(view, locale)});
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

test('no country is said by its code where it is said by its name', () => {
  const namesIn = memoizeByKey(
    (locale: string) => locale,
    (locale) => new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'}),
  );
  const shortIn = memoizeByKey(
    (locale: string) => locale,
    (locale) => new Intl.DisplayNames(locale, {type: 'region', fallback: 'none', style: 'short'}),
  );
  const twice: string[] = [];
  let codes = 0;
  for (const {view, locale, names} of seen) {
    const texts = new Set(names.map(({lines}) => lines.join(' ')));
    for (const {id = '', lines} of names) {
      if (lines[0] !== id) continue;
      // "US" is what English calls it.
      if (view.width < 900 && shortIn(locale).of(id) !== id) twice.push(`${id} on a narrow map`);
      codes++;
      if (texts.has(namesIn(locale).of(id) ?? '')) twice.push(`${id} at zoom ${view.zoom} in ${locale}`);
    }
  }
  expect(twice).toEqual([]);
  expect(codes).toBeGreaterThan(100);
});

describe('of the 30 largest countries in view', () => {
  /** What is smaller is an islet, or a corner of a country. */
  const LEAST = 400;
  /** The middle of a name cannot be nearer to the edges of the view. */
  const [ASIDE, ABOVE] = [30, 10];
  const STEP = 12;

  /** How much of a view, but its edges, a country fills, in square pixels. */
  function areaIn(
    {origin: [left, top], zoom, width, height}: ViewState,
    shape: Shape,
    [aside, above]: readonly [number, number],
    step = STEP,
  ): number {
    let area = 0;
    for (let y = above; y <= height - above; y += step) {
      const [{lon: west, lat}, {lon: east}] = [left + aside, left + width - aside].map((x) =>
        unproject([x, top + y], zoom),
      ) as [{lon: number; lat: number}, {lon: number}];
      area += shape.lengthAlong(lat, west, east) * ((256 * 2 ** zoom) / 360) * step;
    }
    return area;
  }

  /** What lies under a control is not in view. */
  const coveredIn = (view: ViewState, shape: Shape): number =>
    reservedIn(view).reduce((sum, {x, y, width, height}) => {
      const left = Math.max(ASIDE, x);
      const origin = [view.origin[0] + left, view.origin[1] + y] as const;
      return sum + areaIn({zoom: view.zoom, origin, width: x + width - left, height}, shape, [0, 0]);
    }, 0);

  /** Of a country that is nearly all elsewhere a corner is seen: less than this share of it, and of a square of 30 pixels. */
  const SHARE = 0.05;
  const CORNER = 900;

  /** How large all of a country is in a zoom's pixels. */
  const wholeAt = memoizeByKey(
    (id: string) => id,
    (id) => areaIn({zoom: 2, origin: [0, 0], width: 1024, height: 1024}, atlas.get(id) as Shape, [0, 0], 2),
  );

  const isSeenWell = ({zoom}: ViewState, {id, area}: {readonly id: string; readonly area: number}): boolean =>
    area >= LEAST && (area >= CORNER || area >= SHARE * wholeAt(id) * 4 ** (zoom - 2));

  /** Of the views of a zoom, in each language: where at least 9 in 10 of them are named, and how many are in all. */
  async function count(zoom: number) {
    const counts = {named: 0, all: 0, full: 0, views: 0};
    const lacking: string[] = [];
    for (const {lon, lat} of CENTRES) {
      const view = viewOf(lon, lat, zoom, WIDE);
      const bySize = (countries: readonly {id: string; area: number}[]) =>
        countries.toSorted((a, b) => b.area - a.area).slice(0, 30);
      const areas = [...atlas]
        .map(([id, shape]) => ({id, area: areaIn(view, shape, [ASIDE, ABOVE])}))
        .filter(({area}) => area >= LEAST);
      const largest = bySize(areas);
      if (largest.length === 0) continue;
      const seenWell = bySize(
        areas
          .map(({id, area}) => ({id, area: area - coveredIn(view, atlas.get(id) as Shape)}))
          .filter((each) => isSeenWell(view, each)),
      );
      for (const locale of LOCALES) {
        const written = new Set((await namesOf(view, locale)).map(({id}) => id));
        const named = largest.filter(({id}) => written.has(id)).length;
        counts.named += named;
        counts.all += largest.length;
        counts.full += Number(named >= 0.9 * largest.length);
        counts.views++;
        const nameless = seenWell.filter(({id}) => !written.has(id)).map(({id}) => id);
        if (nameless.length > 0.1 * seenWell.length)
          lacking.push(`${lon}, ${lat} in ${locale}: ${nameless} of ${seenWell.length}`);
      }
    }
    return {counts, lacking};
  }

  test.each([
    [2, 0.97, 0.98],
    [3, 0.98, 1],
    [4, 0.98, 0.95],
    [5, 0.98, 0.95],
    [6, 0.99, 1],
    [7, 0.98, 0.95],
  ])(
    'at least 9 in 10 are named in every view of 1200 pixels at zoom %i; with corners %f of all, and in %f of the views',
    async (zoom, share, views) => {
      const {counts, lacking} = await count(zoom);
      expect(counts.all).toBeGreaterThan(zoom < 7 ? 300 : 200);
      expect(lacking).toEqual([]);
      expect(counts.named / counts.all).toBeGreaterThanOrEqual(share);
      expect(counts.full / counts.views).toBeGreaterThanOrEqual(views);
    },
  );
});

test.each([
  [
    'no kind that the others of its country do not say',
    'region',
    [-66.6, 8.7],
    7,
    'en',
    'Guárico',
    'Guárico State',
  ],
  ['no phrase of another language', 'region', [20.3, 11], 6, 'pt', 'Salamat', 'de Salamat'],
  ['its kind where it is called as a country is', 'region', [5.6, 9.8], 7, 'en', 'Niger State', 'Niger'],
  [
    'the name of far land that has a code of its own',
    'country',
    [-53, 4],
    5,
    'es',
    'Guayana Francesa',
    'Francia',
  ],
] as const)('a region is called by %s', async (_, kind, [lon, lat], zoom, locale, name, other) => {
  const all = await namesOf(viewOf(lon, lat, zoom, WIDE), locale);
  const names = all.filter((each) => each.kind === kind).map(({lines}) => lines.join(' '));
  expect(names).toContain(name);
  expect(names).not.toContain(other);
});
