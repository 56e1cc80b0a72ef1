/** What a reader sees who zooms to a town anywhere: 200 of them, drawn from GeoNames over all continents. */
import {expect, test} from 'vitest';
import {
  distance,
  metresPerPixel,
  type Position,
  pixelInView,
  project,
  unproject,
} from '../../src/core/geo/index.js';
import {exitOf, type MapLayout, type RegionShape} from '../../src/core/layout/index.js';
import {namesInView} from '../../src/elements/map/ground-names.js';
import {OUTLINE_ZOOM, type RegionOutline} from '../../src/elements/map/region-outline.js';
import {townLabels, Vicinity} from '../../src/elements/map/vicinity.js';
import type {Basemap} from '../../src/map/basemap.js';
import type {ViewState} from '../../src/map/map-adapter.js';
import {type City, drawTowns} from './cities.js';
import {seeded} from './seeded.js';
import {basemapsOf, ground, layoutOf, optionsOf, viewOf} from './views.js';

const VIEW = {width: 720, height: 480};

interface Look {
  readonly town: City;
  readonly view: ViewState;
  readonly basemaps: readonly Basemap[];
  readonly layout: MapLayout;
}

/** A story of one event, as far as one can zoom to it. */
async function lookAt(town: City): Promise<Look> {
  const [lon, lat] = town.loc.coordinates;
  const view = viewOf(lon, lat, 10, VIEW);
  const basemaps = await basemapsOf(view);
  const place = {id: 'p', x: VIEW.width / 2, y: VIEW.height / 2, radius: 0, name: town.name, count: ''};
  const layout = layoutOf(view, basemaps, 'en', [{...place, events: 1, emphasis: 1}]);
  return {town, view, basemaps, layout};
}

const looks: Look[] = [];
for (const town of drawTowns(200, seeded(200))) looks.push(await lookAt(town));

/** Whether a line from one pixel to another comes into a view. */
function crosses(
  [x0, y0]: readonly number[],
  [x1, y1]: readonly number[],
  {width, height}: ViewState,
): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [(x1 ?? 0) - (x0 ?? 0), (y1 ?? 0) - (y0 ?? 0)];
  for (const [step, room] of [
    [-dx, x0 ?? 0],
    [dx, width - (x0 ?? 0)],
    [-dy, y0 ?? 0],
    [dy, height - (y0 ?? 0)],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Whether a path of a basemap is in view. */
function isSeen(path: string, {origin, zoom}: Basemap, view: ViewState): boolean {
  const scale = 2 ** (view.zoom - zoom);
  const world = 256 * 2 ** view.zoom;
  for (const line of path.split('M').slice(1)) {
    const points = line.split('L').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number);
      const left = (x + origin[0]) * scale - view.origin[0];
      return [
        left - Math.round((left - view.width / 2) / world) * world,
        (y + origin[1]) * scale - view.origin[1],
      ];
    });
    if (points.some((point, i) => i > 0 && crosses(points[i - 1] ?? [], point, view))) return true;
  }
  return false;
}

const holds = ({rings}: RegionShape, [px, py]: readonly [number, number]): boolean => {
  let isInside = false;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ring.subarray(i - 2, i + 2);
      if (y0 > py !== y1 > py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)) isInside = !isInside;
    }
  }
  return isInside;
};

/** The regions of the first level that a pixel of a view lies in. */
function regionsAt({view, basemaps}: Look, x: number, y: number): readonly (string | undefined)[] {
  const {lon, lat} = unproject([view.origin[0] + x, view.origin[1] + y], view.zoom);
  return basemaps.flatMap(({areas, zoom}) =>
    areas
      .filter(({kind, shape}) => kind === 'region' && holds(shape, project({lon, lat}, zoom)))
      .map(({id}) => id),
  );
}

const {width, height} = VIEW;

/** The region that a look lies in, as the locator finds it. */
async function outlineOf({view}: Look): Promise<RegionOutline | undefined> {
  const vicinity = new Vicinity({locator: 'auto'}, ground, {state: view, isMoving: false}, () => {});
  for (let i = 0; i < 99 && !vicinity.outline; i++) {
    ground.fetchFor(view);
    vicinity.look();
    await Promise.resolve();
  }
  return vicinity.outline;
}

test('a border of the first level or a coast is in view, or the outline of the region beside the globe', async () => {
  let count = 0;
  for (const look of looks) {
    const {view, basemaps, town} = look;
    const isAnySeen = basemaps.some((basemap) =>
      [basemap.coast, basemap.regions, basemap.borders, basemap.disputed].some((path) =>
        isSeen(path, basemap, view),
      ),
    );
    if (isAnySeen) {
      count++;
      continue;
    }
    const outline = await outlineOf(look);
    expect(regionsAt(look, width / 2, height / 2), town.name).toContain(outline?.id);
    const {rings = [], lines = []} = outline ?? {};
    const scale = 2 ** (OUTLINE_ZOOM - view.zoom);
    const middle = [(view.origin[0] + width / 2) * scale, (view.origin[1] + height / 2) * scale] as const;
    expect(isInside(rings, middle), town.name).toBe(true);
    // What is drawn around it goes all the way around, but where cells were cut.
    expect(lengthOf(lines), town.name).toBeGreaterThan(2 * (width + height) * scale);
  }
  expect(count).toBeGreaterThan(140);
});

const isInside = (rings: RegionOutline['rings'], [px, py]: readonly [number, number]): boolean =>
  rings
    .flatMap((ring) => ring.map((point, i) => [ring.at(i - 1) ?? point, point] as const))
    .filter(([[x0, y0], [x1, y1]]) => y0 > py !== y1 > py && px < x0 + ((py - y0) / (y1 - y0)) * (x1 - x0))
    .length %
    2 ===
  1;

const lengthOf = (lines: RegionOutline['lines']): number =>
  lines
    .flatMap((line) =>
      line.slice(1).map(([x, y], i) => Math.hypot(x - (line[i]?.[0] ?? x), y - (line[i]?.[1] ?? y))),
    )
    .reduce((sum, length) => sum + length, 0);

test('three other towns are named: in the view, or at its edges, with the way there and how far', () => {
  const reader = {snapshot: {locale: 'en'}, units: 'metric'} as const;
  let beyond = 0;
  let atEdge = 0;
  for (const {town, view, basemaps, layout} of looks) {
    const labels = townLabels(view, layout, basemaps, optionsOf(view), reader);
    const named = layout.names.filter(({kind}) => kind === 'town').length;
    expect(named + labels.length, town.name).toBeGreaterThanOrEqual(3);
    beyond += labels.length;
    for (const label of labels) {
      const at = basemaps
        .flatMap((basemap) => basemap.names.filter(({name}) => name === label.name))
        .map(({position}) => wayTo(position, view, label.arrow));
      expect(at, `${label.text} from ${town.name}`).toContainEqual({
        isOut: true,
        metres: expect.closeTo(metresOf(label.far), -3),
        angle: expect.closeTo(label.angle, 0),
      });
      // "0.2 km" would be said of what lies at the edge.
      const isAtEdge = metresOf(label.far) < 10 * metresPerPixel(town.loc.coordinates[1], view.zoom);
      atEdge += Number(isAtEdge);
      if (isAtEdge) expect(label.text).toBe(label.name);
      if (metresOf(label.far) > 5000) expect(label.text).toBe(`${label.name} ${label.far}`);
    }
  }
  expect(beyond).toBeGreaterThan(50);
  expect(atEdge).toBeGreaterThan(0);
});

/** How far a position lies beyond the edges of a view, and in which direction from a pixel. */
function wayTo(position: Position, view: ViewState, [fromX, fromY]: readonly [number, number]) {
  const [x, y] = pixelInView(position, view);
  const [exitX, exitY] = exitOf([x, y], view);
  const exit = unproject([view.origin[0] + exitX, view.origin[1] + exitY], view.zoom);
  return {
    isOut: x < 0 || y < 0 || x > width || y > height,
    metres: distance(exit, position),
    angle: (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI,
  };
}

const metresOf = (text: string): number => Number.parseFloat(text) * (text.endsWith(' km') ? 1000 : 1);

test('its region is named', () => {
  const unnamed = looks.filter((look) => {
    const named = look.layout.names.filter(({kind}) => kind === 'region').map(({id}) => id);
    const at = regionsAt(look, width / 2, height / 2);
    // A town on the shore may lie beside the thinned coast.
    return at.length > 0 ? !at.some((id) => named.includes(id)) : named.length === 0;
  });
  expect(unnamed.map(({town}) => town.name)).toEqual([]);
});

test.each([
  ['en', ['Havana', 'New York City', 'Beijing', 'São Paulo']],
  ['es', ['La Habana', 'Nueva York', 'Pekín', 'São Paulo']],
  ['pt', ['Nova York', 'Pequim', 'São Paulo']],
  ['fr', ['La Havane', 'Pékin', 'Le Caire']],
  ['ar', ['هافانا', 'نيويورك', 'بكين']],
])('towns that are known abroad have the names that they have there: %s', async (locale, wanted) => {
  const view = viewOf(0, 20, 4, {width: 4096, height: 2048});
  const texts = namesInView(await basemapsOf(view), view, locale).points.map(({text}) => text);
  expect(texts).toEqual(expect.arrayContaining(wanted));
});
