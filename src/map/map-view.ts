import {type Position, project, unproject} from '../core/geo/index.js';
import {pointIn} from '../core/layout/index.js';
import {EarlyGesture} from './early-gesture.js';
import {centreInside, centreOf, type Size, zoomsFor} from './fitting.js';
import type {Hand, MapView, MapViewOptions, ViewLimits, ViewState} from './map-adapter.js';

/** Two taps within this many milliseconds and pixels are one double tap. */
const DOUBLE_TAP = 350;
const TAP_REACH = 24;

/** The middle of a map of the whole world, which ends where there is least land, in Bering Strait. */
const WHOLE = 11;

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

const wrapped = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;

/**
 * Makes the container a map that draws nothing. It must be in the page and have a size. All that is arithmetic is done
 * here; what a pointer drags or pinches is followed by Leaflet, which is fetched when one comes.
 */
export function createMapView(container: HTMLElement, options: MapViewOptions): MapView {
  const {boxOf, onMove, onTouchHint, onWheelHint} = options;
  let centre: Position = {lat: 0, lon: 0};
  let zoom = 2;
  let limits: ViewLimits = {min: 1, max: Infinity, bounds: undefined};
  const sizeOf = (): Size => [container.clientWidth, container.clientHeight];
  let size = sizeOf();
  let hand: Hand | undefined;
  let gesture = false;
  let dragged = false;
  let pointer = '';
  let tap: MouseEvent | undefined;

  /** Marks stay sharp where they begin at whole pixels. */
  const stateOf = (): ViewState => {
    const [x, y] = project(centre, zoom);
    const [width, height] = size;
    return {zoom, origin: [Math.round(x - width / 2), Math.round(y - height / 2)], width, height};
  };
  let state = stateOf();
  const moveTo = (to: Position, level: number) => {
    [centre, zoom] = [to, level];
    state = stateOf();
    onMove(state, gesture);
  };
  /** Goes as near to there as the limits allow. */
  const look = (to: Position, level: number) => {
    const nearest = within(level, limits.min, limits.max);
    moveTo(limits.bounds ? centreInside(to, nearest, size, limits.bounds) : to, nearest);
    hand?.put({...centre, zoom}, limits);
  };
  /** The position at a pixel. */
  const positionAt = (x: number, y: number) => unproject([state.origin[0] + x, state.origin[1] + y], zoom);

  const listeners = new AbortController();
  const {signal} = listeners;
  const early = new AbortController();
  let isFetching = false;
  /** Fetches Leaflet when a pointer comes. What was pressed meanwhile, and still is, begins a gesture then. */
  const fetchHand = async () => {
    if (hand || isFetching) return;
    isFetching = true;
    const leaflet = await options.fetchLeaflet();
    isFetching = false;
    if (!leaflet || signal.aborted) return;
    early.abort();
    hand = leaflet.createHand(container, {
      boxOf,
      onDrag: () => {
        dragged = gesture = true;
      },
      onMove: moveTo,
      onRest: () => {
        gesture = false;
      },
    });
    hand.put({...centre, zoom}, limits);
    hand.setDragging(pointer !== 'touch');
    const press = earlyGesture.repeat();
    if (press) container.dispatchEvent(press);
  };
  signal.addEventListener('abort', () => early.abort());
  const earlyGesture = new EarlyGesture(container, early.signal, ({from, to, levels}) => {
    dragged = gesture = true;
    const [start, end] = [pointAt(from), pointAt(to)];
    zoomBy(levels, start);
    panBy(start[0] - end[0], start[1] - end[1]);
    gesture = false;
  });
  container.addEventListener('pointerenter', fetchHand, {signal});
  // Fingers do not hover before they press, and mostly scroll before they pinch.
  document.addEventListener('touchstart', fetchHand, {passive: true, signal: early.signal});
  container.addEventListener(
    'pointerdown',
    ({pointerType}) => {
      dragged = false;
      pointer = pointerType;
      void fetchHand();
      // One finger scrolls the page and two move the map; a mouse or a pen drags it.
      hand?.setDragging(pointer !== 'touch');
    },
    {capture: true, signal},
  );
  container.addEventListener(
    'touchmove',
    ({touches}) => {
      if (touches.length === 1) onTouchHint();
      else if (hand) gesture = true;
    },
    {passive: true, signal},
  );
  /** The zoom at which the box shows the world once from west to east, so that all places of a story fit on a phone. */
  const wholeWorld = () => Math.min(1, Math.log2(size[0] / 256));
  const zoomBy = (levels: number, around?: readonly [number, number]) => {
    const level = within(zoom + levels, limits.min, limits.max);
    if (!around) return look(centre, level);
    const [x, y] = [size[0] / 2, size[1] / 2];
    const share = 1 - 2 ** (zoom - level);
    look(positionAt(x + (around[0] - x) * share, y + (around[1] - y) * share), level);
  };
  const panBy = (x: number, y: number) =>
    look(positionAt(size[0] / 2 + Math.round(x), size[1] / 2 + Math.round(y)), zoom);
  const pointAt = (at: {clientX: number; clientY: number}) => pointIn(boxOf(container), state.width, at);
  const zoomByReader = (levels: number, at: MouseEvent) => {
    gesture = true;
    zoomBy(levels, pointAt(at));
    gesture = false;
  };
  container.addEventListener(
    'dblclick',
    (event) => {
      if (pointer !== 'touch') zoomByReader(event.shiftKey ? -1 : 1, event);
    },
    {signal},
  );
  // Not every engine says `dblclick` of two taps.
  container.addEventListener(
    'click',
    (event) => {
      if (pointer !== 'touch') return;
      const isSecond =
        tap &&
        event.timeStamp - tap.timeStamp < DOUBLE_TAP &&
        Math.hypot(event.clientX - tap.clientX, event.clientY - tap.clientY) < TAP_REACH;
      tap = isSecond ? undefined : event;
      if (isSecond) zoomByReader(1, event);
    },
    {signal},
  );
  container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return onWheelHint();
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
      zoomByReader(-within(pixels, -240, 240) / 120, event);
    },
    {passive: false, signal},
  );

  return {
    get state() {
      return state;
    },
    get bounds() {
      const [width, height] = size;
      const [{lon: west, lat: north}, {lon: east, lat: south}] = [
        positionAt(0, 0),
        positionAt(width, height),
      ];
      const isWhole = east - west >= 360;
      return {west: isWhole ? -180 : wrapped(west), east: isWhole ? 180 : wrapped(east), south, north};
    },
    get centre() {
      return centre;
    },
    get dragged() {
      return dragged;
    },
    get canZoom() {
      return {in: zoom < limits.max - 0.01, out: zoom > limits.min + 0.01};
    },
    setLimits({bounds, maxZoom}) {
      const min = bounds ? Math.max(1, ...zoomsFor(bounds, size)) : wholeWorld();
      limits = {min: Math.min(maxZoom, min), max: maxZoom, bounds};
      look(centre, zoom);
    },
    fit(bounds, {left, top, right, bottom}, maxZoom) {
      const room: Size = [Math.max(1, size[0] - left - right), Math.max(1, size[1] - top - bottom)];
      const level = Math.min(...zoomsFor(bounds, room));
      // A story from pole to pole needs more than the world's width.
      if (!limits.bounds) limits = {...limits, min: Math.min(limits.min, level)};
      const nearest = Math.min(maxZoom, within(level, limits.min, limits.max));
      const to = centreOf(bounds, nearest, (right - left) / 2, (bottom - top) / 2);
      look(256 * 2 ** nearest < size[0] ? {...to, lon: WHOLE} : to, nearest);
    },
    restore: look,
    zoomBy,
    pointAt,
    panBy,
    resize() {
      size = sizeOf();
      hand?.resize();
      look(centre, zoom);
    },
    destroy() {
      listeners.abort();
      hand?.remove();
    },
  };
}
