import axe from 'axe-core';
import {geoCircle, geoMercator} from 'd3';
import {afterEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import type {CronoMap} from '../../../src/elements/map/map.js';
import {CronoStory} from '../../../src/elements/story/story.js';
import {keepListening, quiet, waitFor} from '../helpers.js';

CronoStory.define();

/** A dataset as it ships. */
const shipped = async (name: string): Promise<{readonly places: readonly Record<string, unknown>[]}> =>
  (await fetch(new URL(`../../../data/${name}.json`, import.meta.url))).json();
const releases = await shipped('caracas-releases');

interface Where {
  readonly lat: number;
  readonly lon: number;
  readonly radius: number;
}

/** What the file says of a place, in degrees and metres: the tests do not ask the code under test. */
function placeInFile(id: string): Where {
  const {lat, lon, radius} = releases.places.find((place) => place.id === id) ?? {};
  if (typeof lat !== 'number' || typeof lon !== 'number' || typeof radius !== 'number')
    throw new Error(`no area ${id}`);
  return {lat, lon, radius};
}

const TOCORON = placeInFile('tocoron');
const CRISALIDAS = placeInFile('las-crisalidas');
const GUAIRA = placeInFile('la-guaira');
const PLACES = {tocoron: TOCORON, 'las-crisalidas': CRISALIDAS, 'la-guaira': GUAIRA} as const;
const RELEASE = 'release-2025-12-25';
const CLAIMANT = 'Committee of Mothers in Defense of the Truth and Foro Penal';

afterEach(async () => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
  document.documentElement.lang = 'en';
  scrollTo(0, 0);
  await Promise.resolve();
});

const root = (map: CronoMap): ShadowRoot => {
  if (!map.shadowRoot) throw new Error('not drawn');
  return map.shadowRoot;
};
const one = <T extends Element = SVGElement>(map: CronoMap, selector: string): T => {
  const found = root(map).querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const words = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const parts = (map: CronoMap, name: string) => [...root(map).querySelectorAll(`[part~="${name}"]`)];
const placeOf = (map: CronoMap, id: string) => one(map, `[part~="place"][data-id="${id}"]`);
const listbox = (map: CronoMap) => one(map, '[role="listbox"]');
const popup = (map: CronoMap) => root(map).querySelector('[part~="popup"]');

async function settled(map: CronoMap) {
  await Promise.resolve();
  await map.updateComplete;
  await map.updateComplete;
}

/** The library is there, and the basemap has been drawn or given up. */
async function drawn(map: CronoMap) {
  await waitFor(async () => {
    // A browser without windows makes no frame while nothing asks for one, and tells observers late.
    await frame();
    if (!root(map).querySelector('.basemap, .foot [part~="notice"]')) throw new Error('no basemap yet');
  });
  await settled(map);
}

/** A story with a map within, drawn. */
async function mount(
  data: unknown = releases,
  attributes: Record<string, string> = {},
  ofMap: Record<string, string> = {},
) {
  const story = document.createElement('crono-story');
  for (const [name, value] of Object.entries(attributes)) story.setAttribute(name, value);
  const map = document.createElement('crono-map');
  for (const [name, value] of Object.entries(ofMap)) map.setAttribute(name, value);
  story.append(map);
  story.data = data;
  document.body.append(story);
  await story.ready;
  await drawn(map);
  return {story, map};
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const disc = (map: CronoMap, id: string): Disc => {
  const area = one(map, `[part~="area"][data-id="${id}"]`);
  const of = (name: string) => Number(area.getAttribute(name));
  return {x: of('cx'), y: of('cy'), r: of('r')};
};
const discs = (map: CronoMap) => Object.keys(PLACES).map((id) => disc(map, id));

/** Zoom that the drawing is at, from how far apart two meridians are. */
const zoomOf = (map: CronoMap): number =>
  Math.log2((((disc(map, 'la-guaira').x - disc(map, 'tocoron').x) / (GUAIRA.lon - TOCORON.lon)) * 360) / 256);

/** Spherical Mercator, from the textbook. */
const mercator = ({lat, lon}: {lat: number; lon: number}, zoom: number) => ({
  x: ((lon + 180) / 360) * 256 * 2 ** zoom,
  y: (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * 256 * 2 ** zoom,
});

const button = (name: string) => page.getByRole('button', {name, exact: true});

/** Where the frame of the tests is in the window that the protocol's pointers move in. */
const offset = () => window.frameElement?.getBoundingClientRect() ?? new DOMRect();

async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased' | 'mouseWheel',
  at: {readonly x: number; readonly y: number},
  more: {readonly deltaY?: number; readonly modifiers?: number} = {},
) {
  const {left, top} = offset();
  const held = type === 'mouseWheel' ? 'none' : 'left';
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    x: left + at.x,
    y: top + at.y,
    button: held,
    buttons: type === 'mousePressed' || type === 'mouseMoved' ? 1 : 0,
    clickCount: type === 'mousePressed' || type === 'mouseReleased' ? 1 : 0,
    ...(type === 'mouseWheel' && {deltaX: 0, deltaY: 0}),
    ...more,
  });
}

async function click(at: {readonly x: number; readonly y: number}) {
  await mouse('mousePressed', at);
  await mouse('mouseReleased', at);
}

async function touch(
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...points: readonly {readonly x: number; readonly y: number}[]
) {
  const {left, top} = offset();
  await cdp().send('Input.dispatchTouchEvent', {
    type,
    touchPoints: points.map(({x, y}, id) => ({x: left + x, y: top + y, id})),
  });
}

/** The middle of something, in the page. */
const middle = (element: Element) => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
};
const middleOf = (map: CronoMap, id: string) => middle(one(map, `.place[data-id="${id}"] .target`));

/** A pointer comes to the map, and Leaflet to follow it: how many of its panes there are. */
async function pointed(map: CronoMap): Promise<number> {
  one(map, '.frame').dispatchEvent(new PointerEvent('pointerenter'));
  await waitFor(() => one(map, '.leaflet-map-pane'));
  return root(map).querySelectorAll('.leaflet-map-pane').length;
}

/** A ring from 83° W, 19° N to 55° W, 5° S. */
const RING = [-83, -55, -55, -83, -83].map((lon, i) => [lon, [19, 19, -5, -5, 19][i] ?? 0] as const);

/** A basemap of one land, as its author writes it. */
const basemapOf = (ring: readonly (readonly number[])[], more: object = {}) =>
  JSON.stringify({
    type: 'Topology',
    bounds: [-83, -5, -55, 19],
    arcs: [ring],
    objects: {countries: {type: 'GeometryCollection', geometries: [{type: 'Polygon', arcs: [[0]]}]}},
    ...more,
  });

const addressOf = (text: string): string => URL.createObjectURL(new Blob([text]));
const ownBasemap = (maxZoom: number): string => addressOf(basemapOf(RING, {maxZoom}));

/** Waits until that rectangle alone is drawn: at first the world may be a single path, too. */
const ownDrawn = (map: CronoMap) =>
  waitFor(() => {
    const outlines = [...root(map).querySelectorAll('.basemap .land')].map((land) => land.getAttribute('d'));
    expect(outlines).toEqual([expect.stringMatching(/^M.{10,100}$/)]);
  });

const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A story with one event at each of some places. */
const storyOf = (places: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) => ({
  cronomapa: 1,
  language: 'en',
  places,
  events: places.map(({id}, i) => ({id: `e${i}`, date: `2024-0${i + 1}`, title: `Event ${i}`, places: [id]})),
  ...more,
});

describe('the release of 25 December', () => {
  test('shows its basemap, and who made it', async () => {
    const {map} = await mount();
    expect(parts(map, 'attribution').map(words)).toEqual(['Natural Earth · GeoNames']);
    expect(one(map, '.basemap .land').getBoundingClientRect().width).toBeGreaterThan(1000);
    expect([...root(map).querySelectorAll('.names text')].map(words)).toContain('Aragua');
    expect(parts(map, 'notice')).toEqual([]);
    expect(map.matches(':state(empty)')).toBe(false);
  });

  test('65, 3 and 3, each at its place', async () => {
    const {map} = await mount();
    expect(parts(map, 'place').map((place) => place.getAttribute('data-id'))).toHaveLength(3);
    const said = Object.keys(PLACES).map((id) => [
      words(placeOf(map, id).querySelector('[part~="label"] text')),
      words(placeOf(map, id).querySelector('[part~="count"]')),
    ]);
    expect(said).toEqual([
      ['Tocorón', '65'],
      ['Las Crisálidas', '3'],
      ['La Guaira', '3'],
    ]);
    expect(parts(map, 'cluster')).toEqual([]);
  });

  test('and whose counts they are, in the caption and in every name', async () => {
    const {map} = await mount();
    expect(words(root(map).querySelector('.caption'))).toBe(`People released: according to ${CLAIMANT}`);
    for (const [id, count] of [
      ['tocoron', '65'],
      ['las-crisalidas', '3'],
      ['la-guaira', '3'],
    ] as const) {
      const name = `${count} according to ${CLAIMANT}`;
      expect(placeOf(map, id).getAttribute('aria-label')).toContain(name);
      expect(placeOf(map, id).querySelector('[role="option"]')?.getAttribute('aria-label')).toContain(name);
    }
    await expect
      .element(
        page.getByRole('option', {name: /^71 political prisoners released, December 25, 2025, Tocorón, 65/}),
      )
      .toBeInTheDocument();
  });

  test('Tocorón is a point; Las Crisálidas and La Guaira are areas', async () => {
    const {map} = await mount();
    const marks = (id: string) => [...placeOf(map, id).querySelectorAll<SVGElement>('.mark')];
    const [tocoron, ...more] = marks('tocoron');
    expect(more).toEqual([]);
    const land = getComputedStyle(one(map, '.basemap .land')).fill;
    expect(tocoron && getComputedStyle(tocoron).fill).not.toBe(land);
    expect(marks('las-crisalidas')).toEqual([]);
    expect(marks('la-guaira')).toEqual([]);
    for (const id of ['las-crisalidas', 'la-guaira']) {
      const area = one(map, `[part~="area"][data-id="${id}"]`);
      expect(Number(getComputedStyle(area).fillOpacity)).toBeLessThan(0.5);
      expect(getComputedStyle(area).strokeDasharray).not.toBe('none');
    }
  });

  test('an area too small to see is a hollow mark, never a solid one', async () => {
    const {map} = await mount();
    await button('Zoom out').click();
    await button('Zoom out').click();
    await button('Zoom out').click();
    await settled(map);
    await waitFor(() => one(map, '.basemap .land'));
    const land = getComputedStyle(one(map, '.basemap .land')).fill;
    for (const id of ['las-crisalidas', 'la-guaira'])
      for (const mark of root(map).querySelectorAll(`.place[data-id="${id}"] .mark`))
        expect(getComputedStyle(mark).fill).toBe(land);
    expect(root(map).querySelectorAll('.place .mark, .cluster').length).toBeGreaterThan(0);
  });

  test('everything is in view at first', async () => {
    const {map} = await mount();
    const {width, height} = listbox(map).getBoundingClientRect();
    for (const {x, y, r} of discs(map)) {
      expect(Math.min(x - r, y - r)).toBeGreaterThan(0);
      expect(x + r).toBeLessThan(width);
      expect(y + r).toBeLessThan(height);
    }
  });
});

describe('areas are right to a pixel', () => {
  /** Radius on the map as Leaflet's `L.Circle` has it. */
  function leafletRadius({lat, lon, radius}: Where, zoom: number): number {
    const d = Math.PI / 180;
    const latR = radius / 6_371_000 / d;
    const top = mercator({lat: lat + latR, lon}, zoom);
    const bottom = mercator({lat: lat - latR, lon}, zoom);
    const y = (top.y + bottom.y) / 2;
    const lat2 = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / (256 * 2 ** zoom)))) / d;
    const lngR =
      Math.acos(
        (Math.cos(latR * d) - Math.sin(lat * d) * Math.sin(lat2 * d)) /
          (Math.cos(lat * d) * Math.cos(lat2 * d)),
      ) / d;
    return top.x - mercator({lat: lat2, lon: lon - lngR}, zoom).x;
  }

  /** Half the height and width of D3's circle on the sphere, drawn by D3's Mercator. */
  function d3Radii({lat, lon, radius}: Where, zoom: number): [number, number] {
    const project = geoMercator().scale((256 * 2 ** zoom) / (2 * Math.PI));
    const ring = geoCircle()
      .center([lon, lat])
      .radius((radius / 6_371_000) * (180 / Math.PI))
      .precision(1)()
      .coordinates[0]?.map(([x = 0, y = 0]) => project([x, y]) ?? [NaN, NaN]);
    const half = (axis: 0 | 1) => {
      const values = ring?.map((point) => point[axis] ?? NaN) ?? [];
      return (Math.max(...values) - Math.min(...values)) / 2;
    };
    return [half(0), half(1)];
  }

  function check(map: CronoMap): number {
    const zoom = zoomOf(map);
    const box = listbox(map).getBoundingClientRect();
    const from = mercator(TOCORON, zoom);
    for (const [id, place] of Object.entries(PLACES)) {
      const {x, y, r} = disc(map, id);
      expect(Math.abs(r - leafletRadius(place, zoom))).toBeLessThan(0.5);
      for (const radius of d3Radii(place, zoom)) expect(Math.abs(r - radius)).toBeLessThan(0.5);
      // Two places fix the drawing: the third has no choice, and the second none in its latitude.
      const to = mercator(place, zoom);
      expect(Math.abs(x - disc(map, 'tocoron').x - (to.x - from.x))).toBeLessThan(0.5);
      expect(Math.abs(y - disc(map, 'tocoron').y - (to.y - from.y))).toBeLessThan(0.5);
      // And what the browser paints is what the attributes say.
      const painted = one(map, `[part~="area"][data-id="${id}"]`).getBoundingClientRect();
      expect(Math.abs(painted.left + painted.width / 2 - box.left - x)).toBeLessThan(0.5);
      expect(Math.abs(painted.top + painted.height / 2 - box.top - y)).toBeLessThan(0.5);
      expect(Math.abs(painted.width / 2 - r)).toBeLessThan(1);
    }
    return zoom;
  }

  /** Position at the middle of the drawing. */
  function centreOf(map: CronoMap) {
    const zoom = zoomOf(map);
    const {width, height} = listbox(map).getBoundingClientRect();
    const {x, y} = disc(map, 'tocoron');
    const at = mercator(TOCORON, zoom);
    return [(at.x - x + width / 2) / 2 ** zoom, (at.y - y + height / 2) / 2 ** zoom] as const;
  }

  test('at three zooms, around the same middle', async () => {
    const {map} = await mount();
    const first = check(map);
    const centre = centreOf(map);
    await button('Zoom out').click();
    await settled(map);
    expect(check(map)).toBeCloseTo(first - 1, 6);
    await button('Zoom in').click();
    await button('Zoom in').click();
    await settled(map);
    const near = check(map);
    expect(near).toBeGreaterThan(first + 0.5);
    // The basemap's own limit.
    expect(near).toBeLessThanOrEqual(10 + 1e-6);
    const there = centreOf(map);
    expect(Math.hypot(there[0] - centre[0], there[1] - centre[1]) * 2 ** near).toBeLessThan(1.5);
    await button('Show everything').click();
    await settled(map);
    expect(check(map)).toBeCloseTo(first, 6);
  });

  test('the basemap moves with them', async () => {
    const {map} = await mount();
    map.basemap = ownBasemap(10);
    await ownDrawn(map);
    for (const name of ['Zoom out', 'Zoom in', 'Zoom in']) {
      await button(name).click();
      await settled(map);
      const [, tx = NaN, ty = NaN, scale = NaN] =
        one(map, '.basemap .land')
          .getAttribute('transform')
          ?.match(/translate\(([-\d.e]+),([-\d.e]+)\) scale\(([-\d.e]+)\)/)
          ?.map(Number) ?? [];
      const zoom = zoomOf(map);
      expect(scale).toBeCloseTo(2 ** (zoom - 10), 9);
      // The file's north-west corner is 83° W, 19° N.
      const corner = mercator({lat: 19, lon: -83}, zoom);
      const at = mercator(TOCORON, zoom);
      expect(Math.abs(tx - disc(map, 'tocoron').x - (corner.x - at.x))).toBeLessThan(0.5);
      expect(Math.abs(ty - disc(map, 'tocoron').y - (corner.y - at.y))).toBeLessThan(0.5);
    }
  });
});

describe('picking a place', () => {
  test('selects its event and opens what is known, with claimant and source', async () => {
    const {story, map} = await mount();
    expect(popup(map)).toBeNull();
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    expect(story.snapshot.selected).toBe(RELEASE);
    const open = popup(map);
    expect(open?.getAttribute('aria-label')).toBe('Tocorón');
    expect(words(open)).toContain('65');
    expect(words(open)).toContain(`according to ${CLAIMANT}`);
    expect(words(open)).toContain('December 25, 2025');
    const links = [...(open?.querySelectorAll('a') ?? [])];
    expect(links.map(({href}) => href)).toContain(
      'https://en.mercopress.com/2025/12/26/caracas-releases-71-political-prisoners',
    );
    for (const {protocol, rel} of links) expect([protocol, rel]).toEqual(['https:', 'noopener']);
  });

  test('within the area, off its middle', async () => {
    const {story, map} = await mount();
    const {x, y} = middleOf(map, 'la-guaira');
    await click({x: x - 8, y: y + 8});
    await settled(map);
    expect(story.snapshot.selected).toBe(RELEASE);
    expect(popup(map)?.getAttribute('aria-label')).toBe('La Guaira');
  });

  test('Escape closes the popup, and then the selection', async () => {
    const {story, map} = await mount();
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    await userEvent.keyboard('{Escape}');
    await settled(map);
    expect(popup(map)).toBeNull();
    expect(story.snapshot.selected).toBe(RELEASE);
    await userEvent.keyboard('{Escape}');
    expect(story.snapshot.selected).toBeNull();
  });

  test('the button closes, and the focus goes back to the map', async () => {
    const {map} = await mount();
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    await button('Close').click();
    await settled(map);
    expect(popup(map)).toBeNull();
    expect(root(map).activeElement).toBe(listbox(map));
  });

  test('a click beside closes', async () => {
    const {story, map} = await mount();
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    const {left, bottom} = listbox(map).getBoundingClientRect();
    await click({x: left + 200, y: bottom - 60});
    await settled(map);
    expect(popup(map)).toBeNull();
    expect(story.snapshot.selected).toBe(RELEASE);
  });

  test('a listener may veto', async () => {
    const {story, map} = await mount();
    story.addEventListener('crono-request', (event) => event.preventDefault());
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    expect(story.snapshot.selected).toBeNull();
    expect(parts(map, 'place-selected')).toEqual([]);
  });

  test('what is selected elsewhere is marked', async () => {
    const {story, map} = await mount();
    expect(parts(map, 'place-selected')).toEqual([]);
    story.dispatch({type: 'select', id: RELEASE});
    await settled(map);
    expect(parts(map, 'place-selected')).toHaveLength(3);
    expect(parts(map, 'area-selected')).toHaveLength(3);
    expect(root(map).querySelectorAll('[role="option"][aria-selected="true"]')).toHaveLength(3);
    story.dispatch({type: 'select', id: 'no-comment'});
    await settled(map);
    expect(parts(map, 'place-selected')).toEqual([]);
  });

  test('what is selected elsewhere and out of view is brought into it', async () => {
    const {story, map} = await mount(
      storyOf([
        {id: 'a', name: 'A', lat: 10, lon: -67, radius: 1000},
        {id: 'b', name: 'B', lat: 6, lon: -62, radius: 1000},
      ]),
    );
    listbox(map).focus();
    for (const key of ['{Home}', '+', '+', '+', '+']) await userEvent.keyboard(key);
    await settled(map);
    for (const id of ['b', 'a']) {
      story.dispatch({type: 'select', id: id === 'a' ? 'e0' : 'e1'});
      // It flies there.
      await waitFor(() => {
        const {x, y} = disc(map, id);
        const {width, height} = listbox(map).getBoundingClientRect();
        expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
      });
    }
  });

  test('what the range leaves out is dimmed', async () => {
    const {story, map} = await mount();
    story.dispatch({type: 'range', range: {start: 0, end: 1}});
    await settled(map);
    expect(parts(map, 'place-dimmed')).toHaveLength(3);
    expect(parts(map, 'area-dimmed')).toHaveLength(3);
  });
});

describe('the keyboard', () => {
  const activeEvent = (map: CronoMap) => {
    const id = listbox(map).getAttribute('aria-activedescendant');
    const option = id === null ? null : root(map).getElementById(id);
    return [option?.getAttribute('data-event'), option?.closest('.place')?.getAttribute('data-id')];
  };

  test('Tab reaches the list once, and the arrows go by event', async () => {
    const {map} = await mount();
    await userEvent.tab();
    expect(root(map).activeElement).toBe(listbox(map));
    await settled(map);
    expect(activeEvent(map)).toEqual([RELEASE, 'tocoron']);
    for (const [key, place] of [
      ['{ArrowRight}', 'las-crisalidas'],
      ['{ArrowDown}', 'la-guaira'],
      ['{ArrowRight}', 'la-guaira'],
      ['{ArrowLeft}', 'las-crisalidas'],
      ['{ArrowUp}', 'tocoron'],
      ['{ArrowUp}', 'tocoron'],
      ['{End}', 'la-guaira'],
      ['{Home}', 'tocoron'],
    ] as const) {
      await userEvent.keyboard(key);
      await settled(map);
      expect([key, ...activeEvent(map)]).toEqual([key, RELEASE, place]);
    }
    await userEvent.tab();
    expect(root(map).activeElement?.getAttribute('aria-label')).toBe('Zoom in');
    expect(listbox(map).hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('plus and minus zoom, Shift and arrows move', async () => {
    const {map} = await mount();
    listbox(map).focus();
    const before = zoomOf(map);
    await userEvent.keyboard('-');
    // What reads keys is fetched with the first focus, and does then what was pressed before.
    await waitFor(() => expect(zoomOf(map)).toBeCloseTo(before - 1, 6));
    await userEvent.keyboard('+');
    await settled(map);
    expect(zoomOf(map)).toBeCloseTo(before, 6);
    const {x, y} = disc(map, 'tocoron');
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await settled(map);
    expect(disc(map, 'tocoron').x).toBeCloseTo(x - 80, 0);
    expect(disc(map, 'tocoron').y).toBeCloseTo(y, 0);
  });

  test('Enter selects and opens, Escape closes', async () => {
    const {story, map} = await mount();
    await userEvent.tab();
    await userEvent.keyboard('{End}{Enter}');
    await settled(map);
    expect(story.snapshot.selected).toBe(RELEASE);
    expect(popup(map)?.getAttribute('aria-label')).toBe('La Guaira');
    await userEvent.keyboard('{Escape}');
    await settled(map);
    expect(popup(map)).toBeNull();
    expect(story.snapshot.selected).toBe(RELEASE);
    await userEvent.keyboard('{Escape}');
    expect(story.snapshot.selected).toBeNull();
  });

  test('keys of the browser are left to it', async () => {
    const {map} = await mount();
    listbox(map).focus();
    const before = discs(map);
    for (const init of [
      {key: '+', ctrlKey: true},
      {key: 'ArrowLeft', altKey: true},
      {key: 'x'},
      {key: 'Tab'},
    ]) {
      const event = new KeyboardEvent('keydown', {...init, bubbles: true, cancelable: true});
      listbox(map).dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    await settled(map);
    expect(discs(map)).toEqual(before);
  });
});

describe('wheel, mouse and fingers', () => {
  test('the wheel scrolls the page and says how to zoom', async () => {
    const {map} = await mount();
    document.body.style.minHeight = '3000px';
    const before = discs(map);
    await mouse('mouseWheel', middle(listbox(map)), {deltaY: 120});
    await waitFor(() => expect(scrollY).toBeGreaterThan(50));
    await waitFor(() =>
      expect(words(root(map).querySelector('.hint'))).toMatch(/^Hold (Ctrl|⌘) to zoom with the wheel$/),
    );
    expect(discs(map)).toEqual(before);
  });

  test('with Ctrl it zooms', async () => {
    const {map} = await mount();
    document.body.style.minHeight = '3000px';
    const before = zoomOf(map);
    await mouse('mouseWheel', middle(listbox(map)), {deltaY: 120, modifiers: 2});
    await waitFor(() => expect(zoomOf(map)).toBeLessThan(before - 0.5));
    expect(scrollY).toBe(0);
    expect(root(map).querySelector('.hint')).toBeNull();
  });

  test('dragging moves the map and picks nothing', async () => {
    const {story, map} = await mount();
    // What follows the hand is there: fetched at the press, it could come after the last move.
    await pointed(map);
    const before = discs(map);
    const {x, y} = middleOf(map, 'tocoron');
    await mouse('mousePressed', {x, y});
    for (const step of [10, 30, 60]) {
      await mouse('mouseMoved', {x: x + step, y: y - step / 2});
      await frame();
    }
    await settled(map);
    for (const [i, {x: left, y: top}] of discs(map).entries()) {
      expect(Math.abs(left - (before[i]?.x ?? NaN) - 60)).toBeLessThan(2);
      expect(Math.abs(top - (before[i]?.y ?? NaN) + 30)).toBeLessThan(2);
    }
    await mouse('mouseReleased', {x: x + 60, y: y - 30});
    await frame();
    await settled(map);
    expect(story.snapshot.selected).toBeNull();
    expect(popup(map)).toBeNull();
    // The next click counts again.
    await waitFor(async () => {
      await click(middleOf(map, 'tocoron'));
      expect(story.snapshot.selected).toBe(RELEASE);
    });
  });

  test('names move with the map while it is dragged, and stand still when it comes to rest', async () => {
    const {map} = await mount();
    await pointed(map);
    const namesBy = () => {
      const {x, y} = disc(map, 'tocoron');
      return [...root(map).querySelectorAll('.names text')].map((text) => {
        const at = text.querySelector('tspan') ?? text;
        const [left, top] = ['x', 'y'].map((name) => Number(at.getAttribute(name)));
        return `${text.textContent?.trim()} ${((left ?? 0) - x).toFixed(1)},${((top ?? 0) - y).toFixed(1)}`;
      });
    };
    // What is there at the end of the drag is fetched before, so that no other names come meanwhile.
    const {x, y} = middle(listbox(map));
    onTestFinished(() => void vi.useRealTimers());
    /** How long a slow machine takes between two moves is no rest: there is one at the end of the way alone. */
    const drag = async (way: readonly number[], onMove = () => {}) => {
      vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
      for (const step of way) {
        await mouse('mouseMoved', {x: x + step, y: y + step / 2});
        await frame();
        onMove();
      }
      vi.advanceTimersByTime(1000);
      vi.useRealTimers();
    };
    await mouse('mousePressed', {x, y});
    await drag([100, 200]);
    await quiet(map);
    await drag([100, 0]);
    await quiet(map);
    await mouse('mouseReleased', {x, y});
    await quiet(map);
    const before = namesBy();
    expect(before.length).toBeGreaterThan(5);
    await mouse('mousePressed', {x, y});
    let during: readonly string[] = [];
    await drag([60, 130, 200], () => {
      during = namesBy();
      expect(during.length).toBeGreaterThan(before.length / 2);
      for (const name of during) expect(before).toContain(name);
    });
    // Held still: what has come in at the edges is named too.
    await waitFor(() => expect(namesBy().some((name) => !before.includes(name))).toBe(true));
    const {width, height} = one(map, '.frame').getBoundingClientRect();
    const isWhole = (name: string) => {
      const [, left = 0, top = 0] = /(\S+),(\S+)$/.exec(name)?.map(Number) ?? [];
      const at = disc(map, 'tocoron');
      return left + at.x > 80 && left + at.x < width - 80 && top + at.y > 20 && top + at.y < height - 20;
    };
    const now = namesBy();
    for (const name of during.filter(isWhole)) expect(now).toContain(name);
    await mouse('mouseReleased', {x: x + 200, y: y + 100});
  });

  test('the pointer is not held against the lines of the basemap, which would cost a frame', async () => {
    const {map} = await mount();
    const {left, top, width, height} = listbox(map).getBoundingClientRect();
    for (const x of [0.3, 0.5, 0.7]) {
      for (const y of [0.3, 0.5, 0.7]) {
        const hit = root(map).elementFromPoint(left + x * width, top + y * height);
        expect(hit?.closest('.basemap, .names')).toBeNull();
      }
    }
  });

  test('one finger does not move the map, and is told how', async () => {
    const {story, map} = await mount();
    document.body.style.minHeight = '3000px';
    const before = discs(map);
    const {x, y} = middle(listbox(map));
    await touch('touchStart', {x, y});
    for (const step of [20, 60, 120]) {
      await touch('touchMove', {x: x + step / 4, y: y - step});
      await frame();
    }
    const hint = words(root(map).querySelector('.hint'));
    await touch('touchEnd');
    await settled(map);
    expect(discs(map)).toEqual(before);
    expect(hint).toBe('Use two fingers to move the map');
    expect(story.snapshot.selected).toBeNull();
  });

  test('two fingers zoom', async () => {
    const {map} = await mount();
    const before = zoomOf(map);
    const {x, y} = middle(listbox(map));
    const apart = (d: number) => [
      {x: x - d, y},
      {x: x + d, y},
    ];
    await touch('touchStart', ...apart(120));
    for (const d of [100, 80, 60]) {
      await touch('touchMove', ...apart(d));
      await frame();
    }
    await touch('touchEnd');
    await settled(map);
    expect(zoomOf(map)).toBeLessThan(before - 0.5);
  });
});

test('two fingers move the map, and not the page', async () => {
  const {map} = await mount();
  document.body.style.minHeight = '3000px';
  const before = disc(map, 'tocoron');
  const {x, y} = middle(listbox(map));
  const at = (up: number) => [
    {x: x - 60, y: y - up},
    {x: x + 60, y: y - up},
  ];
  await touch('touchStart', ...at(0));
  for (const up of [20, 60, 100]) {
    await touch('touchMove', ...at(up));
    await frame();
  }
  await touch('touchEnd');
  await settled(map);
  expect(disc(map, 'tocoron').y - before.y).toBeCloseTo(-100, 0);
  expect(scrollY).toBe(0);
});

test('the views can be tied to what the map shows, and let go', async () => {
  const {story, map} = await mount();
  await button('Only what the map shows').click();
  await settled(map);
  const tied = story.snapshot.extent;
  expect(tied && tied.west < TOCORON.lon && tied.east > GUAIRA.lon).toBe(true);
  await button('Zoom in').click();
  await settled(map);
  expect(story.snapshot.extent?.west).toBeGreaterThan(tied?.west ?? NaN);
  await button('Let go of the map').click();
  expect(story.snapshot.extent).toBeNull();
});

test('in 320 pixels the counts and the popup fit', async () => {
  document.body.style.width = '320px';
  const {map} = await mount();
  expect(parts(map, 'count').map(words).toSorted()).toEqual(['3', '3', '65']);
  await click(middleOf(map, 'tocoron'));
  await settled(map);
  const box = listbox(map).getBoundingClientRect();
  const open = popup(map)?.getBoundingClientRect() ?? new DOMRect(NaN);
  expect([open.left >= box.left, open.right <= box.right, open.bottom <= innerHeight]).toEqual([
    true,
    true,
    true,
  ]);
  expect(map.scrollWidth).toBeLessThanOrEqual(320);
});

describe('in the page', () => {
  test.each(['before', 'after'])('joins by `for`, %s its story', async (where) => {
    const map = document.createElement('crono-map');
    map.setAttribute('for', 'one');
    const story = document.createElement('crono-story');
    story.id = 'one';
    story.data = releases;
    story.append(document.createElement('span'));
    document.body.append(...(where === 'before' ? [map, story] : [story, map]));
    await story.ready;
    await drawn(map);
    expect(parts(map, 'place')).toHaveLength(3);
    await click(middleOf(map, 'tocoron'));
    expect(story.snapshot.selected).toBe(RELEASE);
    story.remove();
    await settled(map);
    expect(parts(map, 'place')).toEqual([]);
  });

  test('moved in the page it stays where it was', async () => {
    const {story, map} = await mount();
    await button('Zoom out').click();
    listbox(map).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await settled(map);
    const before = discs(map);
    const box = document.createElement('div');
    story.append(box);
    box.append(map);
    await frame();
    await settled(map);
    expect(discs(map)).toEqual(before);
    expect(root(map).querySelectorAll('.leaflet-map-pane')).toHaveLength(1);
    await button('Zoom in').click();
    await settled(map);
    expect(discs(map)).not.toEqual(before);
  });

  test('removed and put back it stays where it was', async () => {
    const {story, map} = await mount();
    expect(await pointed(map)).toBe(1);
    await button('Zoom out').click();
    listbox(map).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await settled(map);
    const before = discs(map);
    map.remove();
    await frame();
    expect(root(map).querySelector('.leaflet-pane')).toBeNull();
    story.append(map);
    await frame();
    await drawn(map);
    for (const [i, {x, y, r}] of discs(map).entries()) {
      expect(Math.abs(x - (before[i]?.x ?? NaN))).toBeLessThan(1);
      expect(Math.abs(y - (before[i]?.y ?? NaN))).toBeLessThan(1);
      expect(r).toBeCloseTo(before[i]?.r ?? NaN, 3);
    }
    expect(await pointed(map)).toBe(1);
    await click(middleOf(map, 'tocoron'));
    expect(story.snapshot.selected).toBe(RELEASE);
  });

  test('put back into a box that is hidden, it is drawn when that is shown again', async () => {
    const {map} = await mount();
    const box = document.createElement('div');
    document.body.append(box);
    map.setAttribute('for', 'a');
    document.querySelector('crono-story')?.setAttribute('id', 'a');
    box.append(map);
    await drawn(map);
    map.remove();
    await settled(map);
    box.hidden = true;
    box.append(map);
    await settled(map);
    await frame();
    expect(root(map).querySelector('.basemap')).toBe(null);
    box.hidden = false;
    await drawn(map);
    expect(discs(map)).toHaveLength(3);
  });

  test('follows another story when `for` changes', async () => {
    await mount(releases, {id: 'a'});
    await mount(storyOf([{id: 'q', name: 'Q', lat: 10, lon: -67, radius: 5000}]), {id: 'b'});
    const map = document.createElement('crono-map');
    map.setAttribute('for', 'a');
    document.body.prepend(map);
    await drawn(map);
    expect(parts(map, 'place')).toHaveLength(3);
    map.setAttribute('for', 'b');
    await settled(map);
    await frame();
    expect(parts(map, 'place').map((place) => place.getAttribute('data-id'))).toEqual(['q']);
  });

  test('hidden at first, or narrowed later, it shows everything', async () => {
    const story = document.createElement('crono-story');
    const map = document.createElement('crono-map');
    story.style.display = 'none';
    story.append(map);
    story.data = releases;
    document.body.append(story);
    await story.ready;
    await frame();
    story.style.display = '';
    await drawn(map);
    for (const width of ['', '400px']) {
      document.body.style.width = width;
      await frame();
      await frame();
      await settled(map);
      const box = listbox(map).getBoundingClientRect();
      for (const {x, y, r} of discs(map))
        expect([x > r, y > r, x + r < box.width, y + r < box.height]).toEqual([true, true, true, true]);
    }
  });

  test('another basemap may be set later, with its own limit', async () => {
    const {map} = await mount();
    map.basemap = ownBasemap(6);
    await ownDrawn(map);
    expect(zoomOf(map)).toBeLessThanOrEqual(6 + 1e-6);
    // A name of the first days, of what is now a part of the world.
    map.basemap = 'venezuela';
    await waitFor(() => expect(parts(map, 'attribution').map(words)).toEqual(['Natural Earth · GeoNames']));
    await button('Zoom in').click();
    await settled(map);
    expect(zoomOf(map)).toBeGreaterThan(6.5);
    map.basemap = 'none';
    await settled(map);
    await settled(map);
    expect([...root(map).querySelectorAll('.basemap, [part~="notice"], .attribution')]).toEqual([]);
    expect(parts(map, 'place').length).toBeGreaterThan(0);
  });

  test('two stories never meet', async () => {
    const first = await mount();
    const second = await mount();
    await click(middleOf(first.map, 'tocoron'));
    await settled(first.map);
    await settled(second.map);
    expect(first.story.snapshot.selected).toBe(RELEASE);
    expect(second.story.snapshot.selected).toBeNull();
    expect(parts(second.map, 'place-selected')).toEqual([]);
    expect(popup(second.map)).toBeNull();
  });

  test('a property set before the element is defined counts', async () => {
    const Late = class extends (customElements.get('crono-map') as typeof CronoMap) {};
    const {story} = await mount(releases);
    const map = document.createElement('crono-map-late') as CronoMap;
    map.basemap = '/none/own.json';
    story.append(map);
    customElements.define('crono-map-late', Late);
    customElements.upgrade(map);
    await drawn(map);
    expect(words(parts(map, 'notice')[0])).toMatch(/^The background map could not be loaded/);
  });

  test('its fallback is shown until a dataset is ready', async () => {
    document.body.innerHTML = '<crono-story><crono-map><p>Without JavaScript</p></crono-map></crono-story>';
    await expect.element(page.getByText('Without JavaScript')).toBeVisible();
  });

  test('five mounts leave no map and no listener behind', async () => {
    await mount();
    document.body.replaceChildren();
    await frame();
    const alive = new Set<string>();
    let added = 0;
    const names = new Map<unknown, number>();
    const restore = [document, window].map((target) => {
      const {addEventListener, removeEventListener} = target;
      const putBack = keepListening(target);
      const keyOf = (type: string, listener: unknown, options: unknown) => {
        if (!names.has(listener)) names.set(listener, names.size);
        const capture =
          typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
        return `${target === document ? 'document' : 'window'} ${type} ${names.get(listener)} ${Boolean(capture)}`;
      };
      target.addEventListener = (
        type: string,
        listener: EventListener,
        options?: AddEventListenerOptions,
      ) => {
        const key = keyOf(type, listener, options);
        alive.add(key);
        added++;
        const {signal} = typeof options === 'object' ? options : {};
        signal?.addEventListener('abort', () => alive.delete(key));
        addEventListener.call(target, type, listener, options);
      };
      target.removeEventListener = (
        type: string,
        listener: EventListener,
        options?: EventListenerOptions,
      ) => {
        alive.delete(keyOf(type, listener, options));
        removeEventListener.call(target, type, listener, options);
      };
      return putBack;
    });
    const roots: ShadowRoot[] = [];
    let panes = 0;
    for (let i = 0; i < 5; i++) {
      const {story, map} = await mount();
      roots.push(root(map));
      panes += await pointed(map);
      story.remove();
    }
    await frame();
    for (const put of restore) put();
    expect(panes).toBe(5);
    expect(added).toBeGreaterThan(20);
    expect([...alive]).toEqual([]);
    expect(roots.filter((each) => each.querySelector('.leaflet-pane'))).toEqual([]);
  });
});

describe('when something is missing', () => {
  test('a basemap that is not there is said to be missing, and the places are drawn', async () => {
    const url = new URL('/none/basemap.json', location.href).href;
    const {story, map} = await mount({...releases, basemap: url});
    expect(parts(map, 'notice').map(words)).toEqual([
      'The background map could not be loaded. The places are shown without it. Try again',
    ]);
    expect(parts(map, 'place')).toHaveLength(3);
    expect(parts(map, 'attribution')).toEqual([]);
    await click(middleOf(map, 'tocoron'));
    expect(story.snapshot.selected).toBe(RELEASE);
  });

  test('a basemap that is not there is fetched again when the reader wants it, and said again to be missing', async () => {
    const url = new URL('/none/again.json', location.href).href;
    const fetches = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => fetches.mockRestore());
    const asked = () => fetches.mock.calls.filter(([address]) => address === url).length;
    const {map} = await mount({...releases, basemap: url});
    const failed = () => parts(map, 'notice').map((notice) => notice.isConnected);
    await waitFor(() => expect([asked(), failed()]).toEqual([1, [true]]));
    const [notice] = parts(map, 'notice');
    button('Try again').element().focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect([asked(), failed()]).toEqual([2, [true]]));
    // Another node, which screen readers say.
    expect(parts(map, 'notice')[0]).not.toBe(notice);
    expect(root(map).activeElement?.getAttribute('role')).toBe('listbox');
  });

  test.each(['none', '/none/sea.json'])(
    'with %j under the places nobody says that they are in the sea',
    async (basemap) => {
      const {map} = await mount();
      const ground = () => getComputedStyle(root(map).querySelector('.frame') as HTMLElement).backgroundColor;
      map.style.setProperty('--crono-color-land', 'rgb(1, 2, 3)');
      expect(ground()).toBe('rgba(0, 0, 0, 0)');
      map.basemap = basemap;
      await waitFor(() => expect(ground()).toBe('rgb(1, 2, 3)'));
    },
  );

  const rejections = () => {
    const seen: unknown[] = [];
    const onRejection = ({reason}: PromiseRejectionEvent) => seen.push(reason);
    addEventListener('unhandledrejection', onRejection);
    onTestFinished(() => removeEventListener('unhandledrejection', onRejection));
    return seen;
  };

  test.each([
    ['cut off in the middle', basemapOf(RING).slice(0, 120)],
    ['in metres of a projection', basemapOf(RING.map(([lon, lat]) => [lon * 111_320, lat * 110_574]))],
  ])('a basemap %s is said to be missing, and the story goes on', async (_, text) => {
    const unhandled = rejections();
    const {story, map} = await mount(releases, {}, {basemap: addressOf(text)});
    expect(parts(map, 'notice').map(words)).toEqual([
      'The background map could not be loaded. The places are shown without it. Try again',
    ]);
    expect(root(map).querySelector('.basemap')).toBeNull();
    await click(middleOf(map, 'tocoron'));
    expect(story.snapshot.selected).toBe(RELEASE);
    await button('Zoom in').click();
    await settled(map);
    expect(parts(map, 'place')).toHaveLength(3);
    expect(unhandled).toEqual([]);
  });

  /** The rectangle again, with so many positions along it, each a little to its side. */
  const jagged = (count: number) =>
    Array.from({length: count + 1}, (_, i) => {
      const at = ((i % count) * 4) / count;
      const [from, to] = [RING[Math.floor(at)] ?? [0, 0], RING[Math.floor(at) + 1] ?? [0, 0]];
      const aside = (i % count) % 2 ? 0.002 : 0;
      return [from[0] + (to[0] - from[0]) * (at % 1) + aside, from[1] + (to[1] - from[1]) * (at % 1) - aside];
    });

  test.each([
    ['a polygon of 100,000 points', basemapOf(jagged(100_000)), 40_000],
    ['no names', basemapOf(RING), 6],
  ])('a basemap with %s is drawn, and the story goes on', async (_, text, most) => {
    const unhandled = rejections();
    const {story, map} = await mount(releases, {}, {basemap: addressOf(text)});
    expect(parts(map, 'notice')).toEqual([]);
    const {x, y, width, height} = one<SVGPathElement>(map, '.basemap .land').getBBox();
    const zoom = 10;
    const [northWest, southEast] = [mercator({lat: 19, lon: -83}, zoom), mercator({lat: -5, lon: -55}, zoom)];
    expect([x, y, width, height].map(Math.round)).toEqual([
      expect.closeTo(0, -1),
      expect.closeTo(0, -1),
      expect.closeTo(southEast.x - northWest.x, -1),
      expect.closeTo(southEast.y - northWest.y, -1),
    ]);
    const points = one(map, '.basemap .land').getAttribute('d')?.match(/[ML]/g)?.length;
    expect(points).toBeLessThan(most);
    expect(parts(map, 'region')).toEqual([]);
    await click(middleOf(map, 'tocoron'));
    expect(story.snapshot.selected).toBe(RELEASE);
    expect(unhandled).toEqual([]);
  });

  test('a basemap of another server waits for the reader, before the map of the world', async () => {
    const {story, map} = await mount({...releases, basemap: 'https://maps.example.invalid/own.json'});
    const foreign = () =>
      performance.getEntriesByType('resource').filter(({name}) => name.includes('maps.example.invalid'));
    await waitFor(() =>
      expect(words(parts(map, 'consent')[0])).toContain('is on another server, maps.example.invalid'),
    );
    await waitFor(() => expect(parts(map, 'attribution').map(words)).toEqual(['Natural Earth · GeoNames']));
    expect(foreign()).toEqual([]);
    await button('Load from maps.example.invalid').click();
    expect(story.snapshot.hosts).toEqual(['maps.example.invalid']);
    await waitFor(() =>
      expect(parts(map, 'notice').map(words)).toEqual([
        'The background map could not be loaded. The places are shown without it. Try again',
      ]),
    );
    expect(parts(map, 'consent')).toEqual([]);
  });

  test('a story without positions says which events it does not show', async () => {
    const {story, map} = await mount(storyOf([{id: 'a', name: 'Somewhere'}]));
    expect(map.matches(':state(empty)')).toBe(true);
    expect(parts(map, 'place')).toEqual([]);
    expect(words(root(map).querySelector('summary'))).toBe('1 without a place');
    await page.getByText('1 without a place', {exact: true}).click();
    await button('Event 0').click();
    expect(story.snapshot.selected).toBe('e0');
    listbox(map).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}{Home}{End}');
    await settled(map);
    expect(listbox(map).hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('hostile names stay text', async () => {
    const hostile = '<img src=x onerror="window.broken=1">';
    const {map, story} = await mount(
      storyOf([{id: hostile, name: hostile, note: hostile, lat: 10, lon: -67, radius: 5000}], {
        measures: [{id: 'm', name: hostile}],
        actors: [{id: 'x', name: hostile}],
        sources: [{id: 's', title: hostile, publisher: hostile, url: 'javascript:window.broken=1'}],
        figures: [
          {
            id: 'f',
            event: 'e0',
            measure: 'm',
            actor: 'x',
            value: 7,
            breakdown: [{place: hostile, group: hostile, value: 7}],
            cite: [{source: 's'}],
          },
        ],
      }),
    );
    const [place] = parts(map, 'place');
    expect(place?.getAttribute('data-id')).toBe(hostile);
    expect(place?.getAttribute('aria-label')).toContain(hostile);
    if (place) await click(middle(place.querySelector('.target') ?? place));
    await settled(map);
    expect(story.snapshot.selected).toBe('e0');
    expect(words(popup(map)?.querySelector('.place-name'))).toBe(hostile);
    expect(words(popup(map))).toContain('7');
    expect(root(map).querySelector('img, script')).toBeNull();
    expect([...root(map).querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(
      [...root(map).querySelectorAll('a')].map(() => null),
    );
    expect('broken' in window).toBe(false);
  });
});

describe('languages', () => {
  test('from right to left the map is not mirrored', async () => {
    const {map} = await mount();
    const ltr = discs(map);
    document.body.replaceChildren();
    document.documentElement.dir = 'rtl';
    const {map: rtl} = await mount();
    expect(discs(rtl)).toEqual(ltr);
    const box = listbox(rtl).getBoundingClientRect();
    for (const label of parts(rtl, 'label')) {
      const [, x = NaN] =
        label
          .getAttribute('transform')
          ?.match(/translate\(([-\d.e]+),/)
          ?.map(Number) ?? [];
      const text = label.querySelector('text')?.getBoundingClientRect();
      expect(Math.abs((text?.left ?? NaN) - box.left - x)).toBeLessThan(3);
    }
    await click(middleOf(rtl, 'tocoron'));
    await settled(rtl);
    const open = popup(rtl)?.getBoundingClientRect();
    expect(Math.min((open?.left ?? NaN) - box.left, box.right - (open?.right ?? NaN))).toBeGreaterThanOrEqual(
      0,
    );
  });

  test('the page’s language is followed', async () => {
    const {map} = await mount();
    expect(listbox(map).getAttribute('aria-label')).toBe('Map');
    document.documentElement.lang = 'es';
    await waitFor(() => expect(listbox(map).getAttribute('aria-label')).toBe('Mapa'));
    await expect.element(button('Acercar')).toBeVisible();
    expect(words(root(map).querySelector('.caption'))).toBe(
      'Personas excarceladas: según Comité de Madres en Defensa de la Verdad y Foro Penal',
    );
    expect(placeOf(map, 'tocoron').getAttribute('aria-label')).toContain('65 según Comité de Madres');
    document.documentElement.lang = 'en';
    await waitFor(() => expect(listbox(map).getAttribute('aria-label')).toBe('Map'));
  });
});

test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
  const {map} = await mount(releases, {theme});
  document.body.style.background = theme === 'dark' ? '#17181a' : '#fffefb';
  await click(middleOf(map, 'tocoron'));
  await settled(map);
  expect(popup(map)).not.toBeNull();
  const {violations} = await axe.run(map, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
});

describe('where the pointer is', () => {
  test('Escape within the popup closes it', async () => {
    const {map} = await mount();
    await click(middleOf(map, 'tocoron'));
    await settled(map);
    one<HTMLElement>(map, '[part~="popup"] button').focus();
    await userEvent.keyboard('{Escape}');
    await settled(map);
    expect(popup(map)).toBeNull();
  });

  test('with Ctrl it zooms around the pointer', async () => {
    const {map} = await mount();
    document.body.style.minHeight = '3000px';
    const before = zoomOf(map);
    const at = middleOf(map, 'tocoron');
    await mouse('mouseWheel', at, {deltaY: 120, modifiers: 2});
    await waitFor(() => expect(zoomOf(map)).toBeLessThan(before - 0.5));
    await settled(map);
    const there = middleOf(map, 'tocoron');
    expect(Math.hypot(there.x - at.x, there.y - at.y)).toBeLessThan(2);
    expect(scrollY).toBe(0);
    expect(root(map).querySelector('.hint')).toBeNull();
  });

  test('a click on a counted circle zooms in there', async () => {
    const {story, map} = await mount();
    for (let i = 0; i < 4; i++) await button('Zoom out').click();
    await settled(map);
    const cluster = one(map, '.cluster');
    const from = middle(cluster);
    // Clicks are at whole pixels.
    const at = {x: Math.floor(from.x), y: Math.floor(from.y)};
    const before = zoomOf(map);
    await click(at);
    await settled(map);
    expect(zoomOf(map)).toBeCloseTo(before + 2, 3);
    const there = middle(one(map, `[data-id="${cluster.dataset.cluster}"]`));
    const wanted = {x: at.x + 4 * (from.x - at.x), y: at.y + 4 * (from.y - at.y)};
    expect(Math.hypot(there.x - wanted.x, there.y - wanted.y)).toBeLessThan(2);
    expect(story.snapshot.selected).toBeNull();
  });
});

test('across the antimeridian the nearer way is shown', async () => {
  const {map} = await mount(
    storyOf([
      {id: 'fiji', name: 'Fiji', lat: -17, lon: 179, radius: 30_000},
      {id: 'samoa', name: 'Samoa', lat: -14, lon: -172, radius: 30_000},
    ]),
  );
  const [fiji, samoa] = [disc(map, 'fiji'), disc(map, 'samoa')];
  const {width} = listbox(map).getBoundingClientRect();
  expect(fiji.x).toBeGreaterThan(0);
  expect(samoa.x).toBeGreaterThan(fiji.x);
  expect(samoa.x).toBeLessThan(width);
  // Land on both sides of 180°, which lies where Fiji's degree says.
  const edge = fiji.x + (samoa.x - fiji.x) / 9 + listbox(map).getBoundingClientRect().left;
  await waitFor(() => {
    const boxes = [...root(map).querySelectorAll('.basemap .land')].map((land) =>
      land.getBoundingClientRect(),
    );
    expect([boxes.some(({left}) => left < edge - 1), boxes.some(({right}) => right > edge + 1)]).toEqual([
      true,
      true,
    ]);
  });
});

test('it is fitted to the places that its author names, until a reader wants to see everything', async () => {
  const here = [
    {id: 'san-juan', name: 'San Juan', lat: 18.47, lon: -66.11},
    {id: 'ponce', name: 'Ponce', lat: 18.01, lon: -66.62},
  ];
  const {story, map} = await mount(
    storyOf([...here, {id: 'norfolk', name: 'Norfolk', lat: 36.85, lon: -76.29}]),
    {},
    {places: 'ponce san-juan nowhere'},
  );
  const seen = () => {
    const {left, right, top, bottom} = one(map, '.frame').getBoundingClientRect();
    const isIn = ({x, y}: {x: number; y: number}) => x > left && x < right && y > top && y < bottom;
    return ['norfolk', 'ponce', 'san-juan'].filter((id) => {
      const place = root(map).querySelector(`.place[data-id="${id}"] .target`);
      return place !== null && isIn(middle(place));
    });
  };
  expect(seen()).toEqual(['ponce', 'san-juan']);
  await button('Show everything').click();
  await settled(map);
  expect(story.snapshot.map).toBe(null);
  const cluster = one(map, '[part~="cluster"]');
  expect([seen(), words(cluster)]).toEqual([['norfolk'], '2']);
  // In a period without events it counts nothing, and says no number.
  story.dispatch({type: 'range', range: {start: 0, end: 1}});
  await settled(map);
  const empty = one(map, '[part~="cluster"]');
  expect([words(empty), empty.getAttribute('part')]).toEqual(['', 'cluster cluster-dimmed']);
});

test('a map whose library is there before its story waits for it', async () => {
  await mount();
  const story = document.createElement('crono-story');
  story.src = URL.createObjectURL(new Blob([JSON.stringify(releases)]));
  const map = document.createElement('crono-map');
  story.append(map);
  document.body.prepend(story);
  await story.ready;
  await drawn(map);
  expect(parts(map, 'place')).toHaveLength(3);
});
