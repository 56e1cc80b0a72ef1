import {geoOrthographic} from 'd3';
import {adoptStyles, html, render} from 'lit';
import {afterEach, describe, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import {centreNear} from '../../../src/elements/map/globe.js';
import {Legend, styles} from '../../../src/elements/map/legend.js';
import type {CronoMap} from '../../../src/elements/map/map.js';
import type {MapHost} from '../../../src/elements/map/map-host.js';
import {
  all,
  button,
  click,
  comeToRest,
  dispatch,
  frame,
  holdTimers,
  middle,
  mount,
  one,
  releaseTimers,
  reset,
  rootOf,
  settled,
  shipped,
  tapAt,
  waitFor,
  words,
} from '../helpers.js';

const releases = await shipped('caracas-releases');

afterEach(() => {
  releaseTimers();
  reset();
});

/** A story with a map in it, drawn. */
async function mapOf(
  data: unknown = releases,
  {width = '700px', ...attributes}: Record<string, string> = {},
) {
  const story = await mount(['crono-map'], data, {width, ...attributes});
  const map = story.querySelector('crono-map');
  if (!map) throw new Error('no map');
  await waitFor(() => expect(rootOf(map).querySelector('.land, .foot [part~="notice"]')).not.toBe(null));
  await settled(story);
  return {story, map};
}

/** Where a reader who reads the map says that it is. */
const zoomOf = async (story: {readonly snapshot: {readonly map: {readonly zoom: number} | null}}) => {
  await waitFor(() => expect(story.snapshot.map).not.toBe(null));
  return story.snapshot.map?.zoom ?? Number.NaN;
};

const scaleOf = (map: CronoMap) => words(one(map, '[part~="scale"]'));

const clientBox = (element: Element) => element.getBoundingClientRect();

describe('zoom buttons', () => {
  test('say at their limits that they can do nothing, and keep the focus', async () => {
    const {story, map} = await mapOf();
    for (const name of ['Zoom in', 'Zoom out']) {
      await expect.element(button(name)).toHaveAttribute('aria-disabled', 'false');
      for (let i = 0; i < 12 && button(name).element().getAttribute('aria-disabled') !== 'true'; i++) {
        await button(name).click();
        await settled(story);
      }
      await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true');
      expect(rootOf(map).activeElement).toBe(button(name).element());
      const before = scaleOf(map);
      await click(middle(button(name).element()));
      await settled(story);
      expect(scaleOf(map)).toBe(before);
    }
    expect(all(map, '[part~="zoom"]')).toHaveLength(3);
  });

  test('say that everything is shown already', async () => {
    const {story} = await mapOf();
    const whole = button('Show everything');
    await expect.element(whole).toHaveAttribute('aria-disabled', 'true');
    await button('Zoom in').click();
    await expect.element(whole).toHaveAttribute('aria-disabled', 'false');
    await whole.click();
    await expect.element(whole).toHaveAttribute('aria-disabled', 'true');
    // What is selected elsewhere brings the map there.
    await dispatch(story, {type: 'map', map: {lat: 10.2, lon: -67.1, zoom: 9}});
    await expect.element(whole).toHaveAttribute('aria-disabled', 'false');
  });

  test('where a link wants what the map cannot show, the story says what is shown', async () => {
    const {story} = await mapOf();
    story.dispatch({type: 'map', map: {lat: 10.2, lon: -67.1, zoom: 12}});
    await waitFor(() => expect(story.snapshot.map?.zoom).toBe(10));
    expect(story.snapshot.map?.lat).toBeCloseTo(10.2, 1);
    await expect.element(button('Zoom in')).toHaveAttribute('aria-disabled', 'true');
  });

  test('where it can, the story keeps what was asked for, to the digit', async () => {
    const {story} = await mapOf();
    const wanted = {lat: 10.2, lon: -67.1, zoom: 8.25};
    holdTimers();
    story.dispatch({type: 'map', map: wanted});
    await settled(story);
    // Long enough for a map that tells where it is to have told it.
    await comeToRest();
    expect(story.snapshot.map).toEqual(wanted);
  });
});

describe('two clicks and two taps', () => {
  const away = (map: CronoMap) => {
    const {left, top, width, height} = clientBox(one(map, '.frame'));
    return {x: left + width * 0.75, y: top + height * 0.8};
  };

  test('a double click zooms in around the pointer, with Shift out', async () => {
    const {story, map} = await mapOf();
    const area = () => middle(one<SVGElement>(map, '[part~="area"][data-id="la-guaira"]'));
    const before = area();
    const at = away(map);
    one(map, 'svg').dispatchEvent(
      new MouseEvent('dblclick', {clientX: at.x, clientY: at.y, bubbles: true, composed: true}),
    );
    await settled(story);
    const after = area();
    expect(after.x - at.x).toBeCloseTo(2 * (before.x - at.x), 0);
    expect(after.y - at.y).toBeCloseTo(2 * (before.y - at.y), 0);
    one(map, 'svg').dispatchEvent(
      new MouseEvent('dblclick', {
        ...{clientX: at.x, clientY: at.y},
        shiftKey: true,
        bubbles: true,
        composed: true,
      }),
    );
    await settled(story);
    expect(area().x).toBeCloseTo(before.x, 0);
  });

  test('two taps within a third of a second zoom in by one level; one tap, or two that are further apart, by none', async () => {
    const {story, map} = await mapOf();
    const at = away(map);
    const size = () => clientBox(one(map, '[part~="area"][data-id="la-guaira"]')).width;
    const before = size();
    const start = Date.now();
    // By how much the tap at each time has zoomed.
    const seen: number[] = [];
    for (const ms of [0, 1000, 1400, 2000, 2300, 2600]) {
      await tapAt(start + ms, at);
      await settled(story);
      seen.push(Math.log2(size() / before));
    }
    expect(seen.map((levels) => Number(levels.toFixed(3)))).toEqual([0, 0, 0, 0, 1, 1]);
    expect(await zoomOf(story)).toBeGreaterThan(0);
  });
});

describe('units', () => {
  test('of the scale bar are the author’s, the words with them', async () => {
    const {story, map} = await mapOf();
    const label = () => one(map, '[part~="place"][data-id="tocoron"]').getAttribute('aria-label');
    map.units = 'metric';
    await settled(story);
    expect(scaleOf(map)).toMatch(/^\d+ km$/);
    expect(label()).toContain('somewhere within 1 km');
    map.setAttribute('units', 'imperial');
    await settled(story);
    expect(scaleOf(map)).toMatch(/^\d+ mi$/);
    expect(label()).toContain('somewhere within 0.6 mi');
    await click(middle(one(map, '[part~="place"][data-id="tocoron"]')));
    await settled(story);
    expect(words(one(map, '[part~="popup"]'))).toContain('somewhere within 0.6 mi');
  });

  test('are else those of the reader’s region', async () => {
    const {map} = await mapOf();
    // What the browser of the tests says of its reader.
    const miles = /-(US|GB)\b/.test(navigator.languages.find((tag) => tag.includes('-')) ?? '');
    expect(scaleOf(map)).toMatch(miles ? /^\d+ mi$/ : /^\d+ km$/);
  });
});

/** Seven places of one town, and one elsewhere. */
const town = {
  cronomapa: 1,
  language: 'en',
  basemap: 'venezuela',
  categories: [
    {id: 'fire', name: 'Fires'},
    {id: 'flood', name: 'Floods'},
  ],
  places: [
    ...Array.from({length: 7}, (_, i) => ({
      id: `p${i}`,
      name: `Street ${i}`,
      lat: 10.2 + i / 1e4,
      lon: -67.5,
    })),
    {id: 'far', name: 'Elsewhere', lat: 8, lon: -63},
  ],
  events: [
    ...Array.from({length: 7}, (_, i) => ({
      id: `e${i}`,
      date: `2024-01-0${i + 1}`,
      title: `Event ${i}`,
      category: i % 2 ? 'fire' : 'flood',
      places: [`p${i}`],
    })),
    {id: 'other', date: '2024-02', title: 'Other', category: 'fire', places: ['far']},
  ],
};

describe('what is selected', () => {
  const placesOf = (map: CronoMap, part: string) =>
    all(map, `[part~="${part}"]`).map((each) => each.dataset.id ?? '');

  test('stands out: the others recede, and nothing recedes when nothing is selected', async () => {
    const {story, map} = await mapOf(town);
    expect(placesOf(map, 'place-receded')).toEqual([]);
    expect(all(map, '[part~="cluster-receded"]')).toEqual([]);
    const mark = () => clientBox(one(map, '[part~="place"][data-id="far"] .mark')).width;
    map.style.setProperty('--crono-motion', '0s');
    const before = mark();
    // However it is drawn, a label left of its mark ends beside it.
    const gap = () => {
      const label = clientBox(one(map, '[part~="place"][data-id="far"] .label'));
      const target = clientBox(one(map, '[part~="place"][data-id="far"] .target'));
      expect(label.right).toBeLessThan(target.left + target.width / 2);
      return target.left - label.right;
    };
    const gapBefore = gap();
    story.dispatch({type: 'select', id: 'e3'});
    await settled(story);
    expect(placesOf(map, 'place-receded')).toEqual(['far']);
    expect(placesOf(map, 'place-selected')).toEqual(['p3']);
    expect(Math.abs(gap() - gapBefore)).toBeLessThan(1);
    expect(all(map, '[part~="cluster-receded"]')).toHaveLength(1);
    expect(mark() / before).toBeCloseTo(0.7, 1);
    // What can still be selected keeps its colour: it is as well seen as before, only smaller.
    const style = getComputedStyle(one(map, '[part~="place"][data-id="far"] .mark'));
    expect([style.opacity, style.fillOpacity]).toEqual(['1', '1']);
    const weightOf = (place: string) =>
      getComputedStyle(one(map, `[part~="place"][data-id="${place}"] text`)).fontWeight;
    expect([weightOf('far'), weightOf('p3')]).toEqual(['400', '700']);
    expect(getComputedStyle(one(map, '[part~="place-selected"] .chosen')).strokeWidth).toBe('2px');
    story.dispatch({type: 'select', id: null});
    await settled(story);
    expect(placesOf(map, 'place-receded')).toEqual([]);
    expect(mark()).toBeCloseTo(before, 1);
  });

  test('and lies in a circle, is shown by itself where it is, with its name, and leaves the number of the others in sight', async () => {
    const {story, map} = await mapOf(town);
    const number = () => words(one(map, '[part~="cluster"] text'));
    expect(number()).toBe('7');
    const before = middle(one(map, '[part~="cluster"] circle'));
    story.dispatch({type: 'select', id: 'e3'});
    await settled(story);
    expect(number()).toBe('6');
    const place = one(map, '[part~="place-selected"]');
    expect(words(place.querySelector('[part~="label"]'))).toBe('Street 3');
    expect(all(map, '[part~="leader"]')).toEqual([]);
    const mark = middle(one(map, '[part~="place-selected"] .mark'));
    expect(Math.hypot(before.x - mark.x, before.y - mark.y)).toBeLessThan(3);
    const ring = clientBox(one(map, '[part~="place-selected"] .chosen'));
    const text = clientBox(one(map, '[part~="cluster"] text'));
    expect(text.bottom <= ring.top || text.top >= ring.bottom || text.left >= ring.right).toBe(true);
    // A click on it is a click on the place.
    const hits = rootOf(map).elementFromPoint(mark.x, mark.y)?.closest('[part~="place"]');
    expect(hits?.getAttribute('data-id')).toBe('p3');
  });

  test('and lies at the point of another place, leaves that in sight, beside it with a leader', async () => {
    const [first, second] = town.places;
    const twins = {
      ...town,
      places: [first, {...second, lat: first?.lat}, ...town.places.slice(7)],
      events: town.events.filter(({places: [at]}) => at === 'p0' || at === 'p1' || at === 'far'),
    };
    const {story, map} = await mapOf(twins);
    story.dispatch({type: 'select', id: 'e0'});
    await settled(story);
    const at = (id: string) => middle(one(map, `[part~="place"][data-id="${id}"] .mark`));
    const [leader] = all(map, '[part~="leader"] line');
    const {left, top} = clientBox(one(map, '.frame'));
    const end = (n: 1 | 2) => ({
      x: left + Number(leader?.getAttribute(`x${n}`)),
      y: top + Number(leader?.getAttribute(`y${n}`)),
    });
    expect(Math.hypot(end(1).x - at('p0').x, end(1).y - at('p0').y)).toBeLessThan(3);
    expect(Math.hypot(end(2).x - at('p1').x, end(2).y - at('p1').y)).toBeLessThan(3);
    const hits = rootOf(map).elementFromPoint(at('p1').x, at('p1').y)?.closest('[part~="place"]');
    expect(hits?.getAttribute('data-id')).toBe('p1');
  });

  test('so is what the keys are at', async () => {
    const {story, map} = await mapOf(town);
    one<SVGElement>(map, 'svg').focus();
    await userEvent.keyboard('{Home}');
    await settled(story);
    expect(placesOf(map, 'place').toSorted()).toEqual(['far', 'p0']);
    expect(all(map, '[part~="leader"]')).toEqual([]);
    expect(placesOf(map, 'place-receded')).toEqual([]);
  });
});

describe('the locator', () => {
  const said = (map: CronoMap) => {
    const described = one(map, '.frame > svg').getAttribute('aria-describedby') ?? '';
    return rootOf(map).getElementById(described)?.textContent ?? '';
  };
  const locator = (map: CronoMap) => rootOf(map).querySelector<SVGElement>('[part~="locator"]');
  const there = (map: CronoMap) => waitFor(() => expect(locator(map)).not.toBe(null));

  test('shows on a small globe where the map is, for the eye alone', async () => {
    const {story, map} = await mapOf();
    await there(map);
    const globe = locator(map) as SVGElement;
    expect(globe.getAttribute('aria-hidden')).toBe('true');
    const {left, top, width, height} = clientBox(globe);
    expect([width, height]).toEqual([72, 72]);
    const frame = clientBox(one(map, '.frame'));
    expect(left + width).toBeLessThanOrEqual(frame.right);
    expect(top + height).toBeLessThanOrEqual(frame.bottom);
    // Venezuela is on the left half of a globe that shows America and Africa, and on its land.
    const here = middle(globe.querySelector('.here') as Element);
    expect(Math.hypot(here.x - left - 36, here.y - top - 36)).toBeLessThan(36);
    // Land is filled where it is, and what lies behind the edge is cut off there.
    const shape = globe.querySelector('.globe-land') as SVGPathElement;
    const {lon, lat} = centreNear({lat: 10.3, lon: -67.3});
    const d3 = geoOrthographic().scale(35).translate([0, 0]).rotate([-lon, -lat]);
    const isLand = (at: [number, number]) => {
      const [x, y] = d3(at) ?? [Number.NaN, Number.NaN];
      return shape.isPointInFill(new DOMPoint(x, y));
    };
    expect([isLand([-55, -8]), isLand([-95, 40]), isLand([-75, 15]), isLand([-50, 20])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(getComputedStyle(shape).clipPath).toBe('url("#limb")');
    const limb = rootOf(map).getElementById('limb')?.firstElementChild;
    expect([limb?.getAttribute('r'), limb?.getAttribute('cx')]).toEqual(['35', null]);
    // Elsewhere it turns.
    const land = () => locator(map)?.querySelector('.globe-land')?.getAttribute('d');
    const before = land();
    story.dispatch({type: 'map', map: {lat: -33, lon: 151, zoom: 8}});
    await waitFor(() => expect(land()).not.toBe(before));
    // A click goes through it, to the map.
    expect(
      rootOf(map)
        .elementFromPoint(left + 36, top + 36)
        ?.closest('[part~="locator"]'),
    ).toBe(null);
  });

  test('is not there on a narrow map, for a wide view, or when it is not wanted', async () => {
    const narrow = await mapOf(releases, {width: '400px'});
    const {story, map} = await mapOf();
    // Both are drawn when the browser is idle: once the wide one has it, the narrow one would have it too.
    await there(map);
    await settled(narrow.story);
    expect(locator(narrow.map)).toBe(null);
    story.dispatch({type: 'map', map: {lat: 10, lon: -67, zoom: 3}});
    await waitFor(() => expect(locator(map)).toBe(null));
    story.dispatch({type: 'map', map: {lat: 10, lon: -67, zoom: 8}});
    await there(map);
    map.setAttribute('locator', 'none');
    await settled(story);
    expect(locator(map)).toBe(null);
  });

  /** In the middle of Tandil's hills: no border, coast or other town is in a view of 700 pixels. */
  const tandil = {
    cronomapa: 1,
    language: 'en',
    places: [{id: 'tandil', name: 'Tandil', lat: -37.32, lon: -59.13}],
    events: [{id: 'e', date: '2024', title: 'Event', places: ['tandil']}],
  };

  test('where one region fills the map, its outline with the view in it, and towns beyond the edges, say where it is', async () => {
    const {story, map} = await mapOf(tandil);
    const outline = () => rootOf(map).querySelector<SVGElement>('[part~="locator-region"]');
    map.units = 'metric';
    story.dispatch({type: 'map', map: {lat: -37.32, lon: -59.13, zoom: 10}});
    await waitFor(() => expect(outline()?.dataset.id).toBe('AR-B'));
    await there(map);
    const region = outline() as SVGElement;
    const edge = clientBox(region.querySelector('.around-edge') as Element);
    const here = clientBox(region.querySelector('.around-here') as Element);
    expect([edge.width > 30, edge.height > 30]).toEqual([true, true]);
    expect([here.left > edge.left, here.right < edge.right, here.top > edge.top]).toEqual([true, true, true]);
    expect(clientBox(region).right).toBeLessThan(clientBox(locator(map) as Element).left);

    const towns = all(map, '[part~="town-beyond"]');
    expect(towns.map(words)).toContainEqual(expect.stringMatching(/^Ayacucho \d+ km$/));
    const frameBox = clientBox(one(map, '.frame'));
    const others = [
      region,
      locator(map) as Element,
      one(map, '[part~="controls"]'),
      one(map, '[part~="scale"]'),
    ];
    for (const town of towns) {
      const {left, right, top, bottom} = clientBox(town);
      expect([left >= frameBox.left, right <= frameBox.right, top >= frameBox.top]).toEqual([
        true,
        true,
        true,
      ]);
      for (const box of others.map(clientBox))
        expect(left < box.right && box.left < right && top < box.bottom && box.top < bottom).toBe(false);
    }
    expect(said(map)).toMatch(/^Shows Argentina, Buenos Aires\. Beyond the map: .*Ayacucho \(\d+ km\)/);

    story.dispatch({type: 'map', map: {lat: -37.32, lon: -59.13, zoom: 7}});
    await waitFor(() => expect([outline(), ...all(map, '[part~="town-beyond"]')]).toEqual([null]));
    map.locator = 'none';
    story.dispatch({type: 'map', map: {lat: -37.32, lon: -59.13, zoom: 10}});
    await waitFor(() => expect(all(map, '[part~="town-beyond"]').length).toBeGreaterThan(1));
    expect([outline(), locator(map)]).toEqual([null, null]);
  });

  test('what it shows is said in words', async () => {
    const {map} = await mapOf();
    await waitFor(() => expect(said(map)).toMatch(/^Shows Venezuela, .*Aragua/));
  });

  test('names, places and the first view keep clear of it, and of the buttons', async () => {
    // Along both diagonals, so that a fit without a care puts them into the corners.
    const corners = [
      [10, -70],
      [10, -64],
      [7, -70],
      [7, -64],
    ] as const;
    const places = corners.map(([lat, lon], i) => ({id: `p${i}`, name: `Place ${i}`, lat, lon}));
    const events = places.map(({id}, i) => ({id: `e${i}`, date: `2024-0${i + 1}`, title: id, places: [id]}));
    for (const width of ['560px', '700px', '1000px']) {
      reset();
      const {map} = await mapOf(
        {cronomapa: 1, language: 'en', basemap: 'venezuela', places, events},
        {width},
      );
      await there(map);
      const boxes = [
        locator(map) as Element,
        one(map, '[part~="controls"]'),
        one(map, '[part~="scale"]'),
      ].map(clientBox);
      const marks = all(map, '[part~="place"] .mark');
      expect(marks).toHaveLength(4);
      const covered = [...marks, ...all(map, '[part~="label"], .names text')].filter((each) => {
        const {left, right, top, bottom} = clientBox(each);
        return boxes.some(
          (box) => left < box.right && box.left < right && top < box.bottom && box.top < bottom,
        );
      });
      expect([width, ...covered.map((each) => words(each) || each.parentElement?.dataset.id)]).toEqual([
        width,
      ]);
    }
  });
});

describe('the popup', () => {
  const popup = (map: CronoMap) => rootOf(map).querySelector<HTMLElement>('[part~="popup"]');
  const press = async (map: CronoMap, place: string) => {
    await click(middle(one(map, `[part~="place"][data-id="${place}"] .target`)));
    await frame();
  };

  /** A story with a map and, so far below, a card. */
  async function withCard(data: unknown, gap: string) {
    const story = await mount(['crono-map', 'crono-card'], data, {width: '700px'});
    const [map, card] = [story.querySelector('crono-map'), story.querySelector('crono-card')];
    if (!map || !card) throw new Error('no views');
    card.style.cssText = `display: block; margin-block-start: ${gap}`;
    map.style.setProperty('--crono-map-height', '300px');
    await waitFor(() => expect(rootOf(map).querySelector('.land')).not.toBe(null));
    await settled(story);
    await frame();
    return {story, map, card};
  }

  test('is not there while a card of the story says it on the screen; each click says the next', async () => {
    const data = {
      ...town,
      places: town.places.slice(-1),
      events: ['2024-01', '2024-02', '2024-03'].map((date, i) => ({
        id: `e${i}`,
        date,
        title: `Event ${i}`,
        category: 'fire',
        places: ['far'],
      })),
    };
    const {story, map} = await withCard(data, '0');
    const selected: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await press(map, 'far');
      await settled(story);
      selected.push(story.snapshot.selected);
    }
    expect(selected).toEqual(['e2', 'e1', 'e0', 'e2']);
    await settled(story);
    expect(popup(map)).toBe(null);
  });

  test('is there when the card is off the screen, or another story’s, and nothing of the page moves', async () => {
    const {story, map, card} = await withCard(releases, '3000px');
    await mount(['crono-card'], releases, {width: '200px'});
    const tops = () => [scrollY, clientBox(map).top, clientBox(card).top];
    const before = tops();
    await press(map, 'tocoron');
    await settled(story);
    expect(popup(map)?.getAttribute('aria-label')).toBe('Tocorón');
    expect(tops()).toEqual(before);
    expect(document.activeElement).toBe(map);
    expect(rootOf(map).activeElement).toBe(one(map, '.frame > svg'));
  });

  test.each(['1000px', '700px', '500px', '342px'])('never lies over its place, in %s', async (width) => {
    const {story, map} = await mapOf(releases, {width});
    for (const place of ['tocoron', 'las-crisalidas', 'la-guaira']) {
      await press(map, place);
      await waitFor(() => expect(popup(map)).not.toBe(null));
      const open = clientBox(popup(map) as Element);
      const {x, y} = middle(one(map, `[part~="place"][data-id="${place}"] .target`));
      expect([place, x >= open.left && x <= open.right && y >= open.top && y <= open.bottom]).toEqual([
        place,
        false,
      ]);
      expect(open.width).toBeGreaterThan(200);
      const own = clientBox(map);
      expect([open.left >= own.left, open.right <= own.right, open.bottom <= innerHeight]).toEqual([
        true,
        true,
        true,
      ]);
      await userEvent.keyboard('{Escape}');
      await settled(story);
      expect(popup(map)).toBe(null);
    }
  });

  test('is closed by a click elsewhere on the page', async () => {
    const {story, map} = await mapOf();
    const text = document.createElement('p');
    text.textContent = 'The article goes on.';
    document.body.append(text);
    await press(map, 'tocoron');
    await settled(story);
    expect(popup(map)).not.toBe(null);
    await click(middle(popup(map) as Element));
    await settled(story);
    expect(popup(map)).not.toBe(null);
    await click({x: clientBox(text).left + 20, y: clientBox(text).top + 5});
    await settled(story);
    expect(popup(map)).toBe(null);
    expect(story.snapshot.selected).not.toBe(null);
  });
});

describe('the legend', () => {
  const listed = (map: CronoMap) =>
    all(map, '[part~="legend"] li')
      .filter((item) => item.checkVisibility())
      .map(words);
  const there = (map: CronoMap) => waitFor(() => expect(listed(map)).not.toEqual([]));

  test('says below the map what its marks mean, and takes its line before it is there', async () => {
    const {story, map} = await mapOf(town);
    const foot = () => clientBox(one(map, '.foot')).top;
    const before = foot();
    await there(map);
    expect(listed(map)).toEqual(['Fires', 'Floods', 'events close together']);
    expect(foot()).toBe(before);
    const list = one(map, '[part~="legend"] ul');
    expect(list.getAttribute('aria-label')).toBe('What the marks mean');
    map.setAttribute('legend', 'none');
    await settled(story);
    expect(all(map, '[part~="legend"]')).toEqual([]);
  });

  test('is one line on a phone, and the rest is one press away', async () => {
    const names = ['Releases', 'Arrests and transfers', 'Politics', 'Justice', 'Abroad', 'Reports'];
    const categories = names.map((name, i) => ({id: `c${i}`, name}));
    const events = town.events.map((event, i) => ({...event, category: `c${i % names.length}`}));
    const {story, map} = await mapOf({...town, categories, events}, {width: '342px'});
    await there(map);
    const line = () => one(map, '[part~="legend"]');
    await waitFor(() => expect(listed(map).length).toBeLessThan(7));
    expect(clientBox(line()).height).toBeLessThan(46);
    const few = listed(map);
    expect(few.length).toBeGreaterThan(0);
    const rest = line().querySelector('button') as HTMLButtonElement;
    expect(rest.getAttribute('aria-expanded')).toBe('false');
    for (const item of all(map, '[part~="legend"] li').filter((each) => each.checkVisibility()))
      expect(clientBox(item).right).toBeLessThanOrEqual(clientBox(rest).left);
    rest.click();
    await settled(story);
    expect(rest.getAttribute('aria-expanded')).toBe('true');
    expect(listed(map).slice(0, few.length)).toEqual(few);
    expect(listed(map)).toHaveLength(all(map, '[part~="legend"] li').length);
    expect(map.scrollWidth).toBeLessThanOrEqual(342);
    rest.click();
    await settled(story);
    expect(listed(map)).toEqual(few);
  });

  test('is whole on a map that was hidden for a moment, as between two steps', async () => {
    const {story} = await mapOf(town);
    const box = document.createElement('div');
    document.body.append(box);
    const renderRoot = box.attachShadow({mode: 'open'});
    adoptStyles(renderRoot, styles);
    const host = {size: {widthPx: 900, fontPx: 16, fonts: 0}, element: {renderRoot}};
    const draw = () => render(html`<div class="legend">${legend.render(story.snapshot)}</div>`, renderRoot);
    const legend = new Legend(host as unknown as MapHost, draw);
    box.hidden = true;
    draw();
    legend.updated();
    box.hidden = false;
    draw();
    legend.updated();
    expect([...renderRoot.querySelectorAll('li')].map((item) => item.hidden)).toEqual([false, false, false]);
  });

  test('is not there in a story of one category', async () => {
    const {map} = await mapOf({...town, categories: town.categories.slice(0, 1)});
    expect(all(map, '[part~="legend"], .legend')).toEqual([]);
  });
});
