/** The map of the world as it is drawn, in one page that is moved from view to view. */
import {bisector} from 'd3';
import {afterEach, expect, test} from 'vitest';
import countriesFile from 'world-atlas/countries-50m.json';
import landFile from 'world-atlas/land-50m.json';
import {distance, type Position, pixelInView, project, unproject} from '../../src/core/geo/index.js';
import {all, dispatch, frame, mount, one, reset, waitFor} from '../elements/helpers.js';
import {countriesOf, landOf} from './atlas.js';
import {seeded} from './seeded.js';

afterEach(reset);

const land = landOf(landFile);
const countries = countriesOf(countriesFile);

const wrapped = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;

interface Point extends Position {
  readonly isLand: boolean;
}

/** Kilometres from the coast that a point keeps. */
const ASHORE = 20;

const coast = land.outlines
  .flatMap(({ring}) => ring.map(([lon = 0, lat = 0]) => ({lon: wrapped(lon), lat})))
  .sort((a, b) => a.lat - b.lat);
const {left: fromLat} = bisector(({lat}: Position) => lat);

function isNearCoast(point: Position): boolean {
  const reach = ASHORE / 111;
  const across = reach / Math.cos((point.lat * Math.PI) / 180);
  return coast
    .slice(fromLat(coast, point.lat - reach), fromLat(coast, point.lat + reach))
    .some((at) => Math.abs(wrapped(at.lon - point.lon)) < across && distance(at, point) < ASHORE * 1000);
}

const random = seeded(5);
const WINDOWS = Array.from({length: 30}, (_, i) => ({
  // The last fifth straddles the edge of the world.
  lon: wrapped(i < 24 ? random() * 360 : 175 + random() * 10),
  lat: random() * 128 - 58,
}));

/** Points around the middle of a window, at least 20 km from any coast. */
function pointsAround({lon, lat}: Position, count: number): readonly Point[] {
  const points: Point[] = [];
  while (points.length < count) {
    const point = {
      lon: wrapped(lon + (random() - 0.5) * 36),
      lat: lat + (random() - 0.5) * 20 * Math.cos((lat * Math.PI) / 180),
    };
    if (!isNearCoast(point)) points.push({...point, isLand: land.holds(point.lon, point.lat)});
  }
  return points;
}

const windows = WINDOWS.map((window) => ({window, points: pointsAround(window, 67)}));

type Fill = 'land' | 'lake' | 'sea';
type Pixel = readonly [x: number, y: number];

/**
 * What is drawn at a pixel of the view: the map's own paths, in colours that tell land, lake and sea apart. Only the part
 * of the view in which `pixels` are is drawn, as at zoom 1 they are in a fiftieth of it.
 */
function fills(map: Element, pixels: readonly Pixel[]): (at: Pixel, wanted: Fill) => Fill {
  const [xs, ys] = [pixels.map(([x]) => Math.floor(x)), pixels.map(([, y]) => Math.floor(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1];
  const context = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('no canvas');
  const paths = all(map, '.basemap .land, .basemap .lake').map((path) => {
    const {
      a = 1,
      d = 1,
      e = 0,
      f = 0,
    } = (path as SVGPathElement).transform.baseVal.consolidate()?.matrix ?? {};
    const isLake = path.classList.contains('lake');
    const to = [a, 0, 0, d, e - left, f - top] as const;
    return {shape: new Path2D(path.getAttribute('d') ?? ''), isLake, to};
  });
  for (const {shape, isLake, to} of paths) {
    context.setTransform(...to);
    context.fillStyle = isLake ? 'rgb(0 0 255)' : 'rgb(255 0 0)';
    context.fill(shape);
  }
  const {data} = context.getImageData(0, 0, width, height);
  const drawnAt = (x: number, y: number): Fill => {
    const at = 4 * (Math.floor(y) * width + Math.floor(x));
    if ((data[at + 2] ?? 0) > 127) return 'lake';
    return (data[at] ?? 0) > 127 ? 'land' : 'sea';
  };
  /** Where a coast goes through the pixel: at zoom 1 it shows 78 km. */
  const within = (x: number, y: number): Fill => {
    let fill: Fill = 'sea';
    for (const {shape, isLake, to} of paths) {
      context.setTransform(...to);
      if (context.isPointInPath(shape, x, y)) fill = isLake ? 'lake' : 'land';
    }
    return fill;
  };
  return ([x, y], wanted) => {
    const drawn = drawnAt(x - left, y - top);
    return drawn === wanted ? drawn : within(x - left, y - top);
  };
}

/** All that a view is drawn by has come: nothing more does. */
async function atRest(map: Element): Promise<void> {
  let [before, since] = ['none yet', 0];
  await waitFor(() => {
    const now = all(map, '.basemap .land')
      .map((path) => path.getAttribute('d')?.length)
      .join();
    if (now !== before) since = performance.now();
    before = now;
    if (performance.now() - since < (now === '' ? 400 : 150)) throw new Error('not at rest');
  });
  await frame();
}

/** Above and below the letters a line has room. */
const LEADING = 2;
const boxOf = (text: Element): DOMRect => {
  const {x, y, width, height} = text.getBoundingClientRect();
  return new DOMRect(x, y + LEADING, width, height - 2 * LEADING);
};

const shown = ({x, y, width, height}: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
const touch = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('land is land, sea is sea, and names stand clear and in their countries', {
  timeout: 120_000,
}, async () => {
  const story = await mount(
    ['crono-map'],
    {cronomapa: 1, id: 'w', language: 'en', title: 'W', events: [{id: 'e', date: '2024', title: 'E'}]},
    {width: '1000px'},
  );
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => one(map, '.basemap'));
  const svg = one(map, '.frame > svg');
  const [wrong, misfilled]: [string[], string[]] = [[], []];
  const counts = {points: 0, lakes: 0, beyond: 0, names: 0};
  for (const [i, {window, points}] of windows.entries()) {
    story.lang = ['en', 'es', 'ar'][i % 3] ?? 'en';
    for (const zoom of [1, 3, 5]) {
      await dispatch(story, {type: 'map', map: {...window, zoom}});
      await atRest(map);
      const {width, height, left, top} = svg.getBoundingClientRect();
      const at = story.snapshot.map;
      if (!at) throw new Error('no position');
      const [x, y] = project(at, zoom);
      const view = {zoom, width, height, origin: [x - width / 2, y - height / 2]} as const;
      const inView = points
        .map((point) => ({point, pixel: pixelInView(point, view)}))
        .filter(({pixel: [px, py]}) => px >= 1 && py >= 1 && px <= width - 1 && py <= height - 1);
      const fillAt = fills(
        map,
        inView.map(({pixel}) => pixel),
      );
      for (const {point, pixel} of inView) {
        counts.points++;
        if (Math.abs(point.lon) > 170) counts.beyond++;
        const fill = fillAt(pixel, point.isLand ? 'land' : 'sea');
        if (fill === 'lake' && point.isLand) counts.lakes++;
        else if ((fill === 'land') !== point.isLand)
          misfilled.push(`${fill} at ${point.lon}, ${point.lat}, zoom ${zoom}`);
      }
      const texts = all(map, '.names text');
      const boxes = texts.map(boxOf);
      const others = [one(map, '.controls'), one(map, '.scale text')].map((other) =>
        other.getBoundingClientRect(),
      );
      for (const [j, box] of boxes.entries()) {
        const said = texts[j]?.textContent ?? '';
        const other = [...boxes.slice(j + 1), ...others].find((each) => touch(box, each));
        if (other) {
          const whose = texts[boxes.indexOf(other)]?.textContent ?? 'controls or scale';
          wrong.push(`${said} (${shown(box)}) touches ${whose} (${shown(other)}), zoom ${zoom}`);
        }
        const id = texts[j]?.dataset.id ?? '';
        const country = countries.get(id.slice(0, 2));
        if (!country) continue;
        counts.names++;
        const {lon, lat} = unproject(
          [
            view.origin[0] + (box.left + box.right) / 2 - left,
            view.origin[1] + (box.top + box.bottom) / 2 - top,
          ],
          zoom,
        );
        if (!country.holds(wrapped(lon), lat)) wrong.push(`${said} at ${lon}, ${lat}, zoom ${zoom}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  // At zoom 1 a pixel shows 78 km, and outlines are thinned by up to a third of it.
  expect(misfilled.length, misfilled.join('; ')).toBeLessThanOrEqual(counts.points / 1000);
  expect(misfilled.filter((each) => !each.endsWith('zoom 1'))).toEqual([]);
  expect(counts.points).toBeGreaterThan(5500);
  expect(counts.beyond).toBeGreaterThan(300);
  expect(counts.names).toBeGreaterThan(1000);
  // Of the land, as much as there are lakes.
  expect(counts.lakes).toBeLessThan(100);
});
