import type {LatLngBoundsLiteral} from 'leaflet';
import {Map as LeafletMap} from 'leaflet/src/map/Map.js';
import {afterEach, expect, test, vi} from 'vitest';
import type {Bounds} from '../../src/core/geo/index.js';
import {createMapView, fetchLeaflet, type MapView} from '../../src/map/index.js';
import {waitFor} from '../wait-for.js';

/* A view that is fitted without Leaflet, and moved by pointers with it and before it. */

const done: (() => void)[] = [];
afterEach(() => {
  for (const each of done.splice(0)) each();
  document.body.replaceChildren();
});

function boxOf(width: number, height: number): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:${height}px`;
  document.body.append(box);
  return box;
}

/** Leaflet's own map, which without layers lacks a method that it calls. */
class Theirs extends LeafletMap {
  _addLayers(): void {}
}

/** A view in which Leaflet comes when `come` is called, and pointers find its box enlarged by `scale`. */
function open(width = 600, height = 400, scale = 1) {
  const box = boxOf(width, height);
  const onMove = vi.fn();
  let come = () => {};
  const gate = new Promise<void>((resolve) => {
    come = resolve;
  });
  const view = createMapView(box, {
    boxOf: (element) => {
      const {x, y, width: wide, height: high} = element.getBoundingClientRect();
      return new DOMRect(x, y, wide * scale, high * scale);
    },
    onMove,
    onTouchHint: () => {},
    onWheelHint: () => {},
    fetchLeaflet: () => gate.then(fetchLeaflet),
  });
  done.push(() => view.destroy());
  return {box, view, come, onMove};
}

/** A generator of numbers from 0 to 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const corners = ({west, south, east, north}: Bounds): LatLngBoundsLiteral => [
  [south, west],
  [north, west <= east ? east : east + 360],
];

test('boxes are fitted, limited and panned where Leaflet has them', () => {
  const next = numbers(7);
  const between = (low: number, high: number) => low + next() * (high - low);
  const boundsIn = (most: number): Bounds => {
    const south = between(-70, 60);
    const west = between(-180, 180);
    const east = west + between(0.01, most);
    return {west, south, east: east > 180 ? east - 360 : east, north: south + between(0.01, 20)};
  };
  for (let i = 0; i < 120; i++) {
    const [width, height] = [Math.round(between(200, 1300)), Math.round(between(150, 800))];
    const {view} = open(width, height);
    const theirs = new Theirs(boxOf(width, height), {
      center: [0, 0],
      zoom: 2,
      zoomSnap: 0,
      minZoom: 1,
      zoomAnimation: false,
      trackResize: false,
      attributionControl: false,
      zoomControl: false,
    });
    done.push(() => theirs.remove());
    const same = (what: string) => {
      const {x = NaN, y = NaN} = theirs.getPixelBounds().min ?? {};
      const {zoom, origin} = view.state;
      expect(zoom, `${i} ${what}`).toBeCloseTo(theirs.getZoom(), 9);
      // Leaflet rounds twice what it pans.
      expect(Math.abs(origin[0] - x), `${i} ${what}`).toBeLessThanOrEqual(1);
      expect(Math.abs(origin[1] - y), `${i} ${what}`).toBeLessThanOrEqual(1);
    };
    const limits = i % 2 === 0 ? boundsIn(90) : undefined;
    const maxZoom = between(6, 12);
    view.setLimits({bounds: limits, maxZoom});
    theirs.setMaxZoom(maxZoom);
    if (limits) {
      theirs.setMinZoom(Math.min(maxZoom, theirs.getBoundsZoom(corners(limits), true)));
      theirs.setMaxBounds(corners(limits));
      // It glides back from where it is panned to.
      theirs.off('moveend');
      theirs.setView(theirs.getCenter(), theirs.getZoom(), {animate: false});
    } else theirs.setMinZoom(Math.min(1, Math.log2(width / 256)));
    const [left, top] = [between(0, 60), between(0, 60)];
    const bounds = boundsIn(40);
    view.fit(bounds, {left, top, right: 44, bottom: 44}, 9);
    theirs.fitBounds(corners(bounds), {
      paddingTopLeft: [left, top],
      paddingBottomRight: [44, 44],
      maxZoom: 9,
      animate: false,
    });
    same('fitted');
    const [x, y] = [between(-300, 300), between(-300, 300)];
    view.panBy(x, y);
    theirs.panBy([x, y], {animate: false});
    if (limits) theirs.panInsideBounds(corners(limits), {animate: false});
    same('panned');
    view.restore({lat: 10, lon: -66}, 7.3);
    theirs.setView([10, -66], 7.3, {animate: false});
    same('restored');
  }
});

const mouse = (target: EventTarget, type: string, clientX: number, clientY: number) =>
  target.dispatchEvent(new MouseEvent(type, {clientX, clientY, bubbles: true}));

function fingers(target: HTMLElement, type: string, ...points: readonly (readonly [number, number])[]) {
  const touches = points.map(
    ([clientX, clientY], identifier) => new Touch({identifier, target, clientX, clientY}),
  );
  target.dispatchEvent(new TouchEvent(type, {touches, bubbles: true, cancelable: true}));
}

/** By how many pixels it has moved since it began, at the zoom it has. */
const movedFrom = (before: MapView['state'], {state}: MapView) => [
  state.origin[0] - before.origin[0],
  state.origin[1] - before.origin[1],
];

test('a drag that ends before Leaflet comes moves the map at its end, and is no click', () => {
  const {box, view, onMove} = open();
  const before = view.state;
  mouse(box, 'mousedown', 100, 100);
  mouse(box, 'mousemove', 140, 90);
  expect(view.state).toBe(before);
  mouse(box, 'mousemove', 160, 80);
  mouse(box, 'mouseup', 160, 80);
  expect(movedFrom(before, view)).toEqual([-60, 20]);
  expect(view.dragged).toBe(true);
  expect(onMove).toHaveBeenLastCalledWith(view.state, true);
});

test('a click that trembles moves nothing, and a pointer that only passes neither', () => {
  const {box, view} = open();
  const before = view.state;
  mouse(box, 'mousemove', 300, 300);
  mouse(box, 'mouseup', 300, 300);
  mouse(box, 'mousedown', 100, 100);
  mouse(box, 'mousemove', 101, 101);
  mouse(box, 'mouseup', 101, 101);
  expect(view.state).toBe(before);
  expect(view.dragged).toBe(false);
});

test('two fingers that part before Leaflet comes zoom around where they began, and one moves nothing', () => {
  const {box, view} = open();
  fingers(box, 'touchstart', [200, 100]);
  fingers(box, 'touchmove', [260, 160]);
  fingers(box, 'touchend');
  const {state: before, bounds} = view;
  expect(before.zoom).toBe(2);
  fingers(box, 'touchstart', [100, 100]);
  fingers(box, 'touchstart', [100, 100], [200, 100]);
  fingers(box, 'touchmove', [50, 100], [250, 100]);
  fingers(box, 'touchend', [50, 100]);
  fingers(box, 'touchend');
  expect(view.state.zoom).toBeCloseTo(3, 9);
  // 150 pixels from the left, half as much is there as before.
  expect((view.bounds.west - bounds.west) / (360 / 2 ** (before.zoom + 8))).toBeCloseTo(75, 0);
});

test('touches with which the browser scrolls move nothing', () => {
  const {box, view} = open();
  const before = view.state;
  fingers(box, 'touchstart', [100, 100], [200, 100]);
  fingers(box, 'touchmove', [50, 100], [250, 100]);
  fingers(box, 'touchcancel');
  expect(view.state).toBe(before);
});

test('what is still pressed when Leaflet comes goes on from where it began', async () => {
  const {box, view, come} = open();
  const before = view.state;
  box.dispatchEvent(new PointerEvent('pointerdown', {pointerType: 'mouse'}));
  mouse(box, 'mousedown', 100, 100);
  mouse(box, 'mousemove', 130, 100);
  come();
  await waitFor(() => expect(box.querySelector('.leaflet-map-pane')).not.toBeNull());
  expect(view.state).toEqual(before);
  // Other limits meanwhile do not begin it anew.
  view.setLimits({bounds: undefined, maxZoom: 9});
  mouse(box, 'mousemove', 150, 110);
  expect(movedFrom(before, view)).toEqual([-50, -10]);
  mouse(box, 'mouseup', 150, 110);
  expect(view.dragged).toBe(true);
  // And from there with keys, without Leaflet taking it back.
  view.panBy(10, 0);
  expect(movedFrom(before, view)).toEqual([-40, -10]);
});

test('a drag moves as far as the pointer where the view is enlarged and the engine does not say so', async () => {
  const {box, view, come} = open(600, 400, 2);
  const before = view.state;
  box.dispatchEvent(new PointerEvent('pointerdown', {pointerType: 'mouse'}));
  mouse(box, 'mousedown', 100, 100);
  come();
  await waitFor(() => expect(box.querySelector('.leaflet-map-pane')).not.toBeNull());
  mouse(box, 'mousemove', 130, 100);
  mouse(box, 'mousemove', 150, 120);
  expect(movedFrom(before, view)).toEqual([-25, -10]);
  mouse(box, 'mouseup', 150, 120);
});

test('removed before Leaflet comes it stays removed', async () => {
  const {box, view, come} = open();
  box.dispatchEvent(new PointerEvent('pointerenter'));
  view.destroy();
  come();
  await fetchLeaflet();
  await Promise.resolve();
  expect(box.children).toHaveLength(0);
});
