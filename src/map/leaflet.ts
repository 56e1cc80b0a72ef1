/**
 * The one file that names Leaflet. It moves the view; everything that is drawn is Lit's. Of its modules only these are
 * imported: the view, and two handlers, each of which registers itself with the map.
 */
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import type {LatLngBoundsExpression} from 'leaflet';
import {Point} from 'leaflet/src/geometry/Point.js';
import {Map as LeafletMap} from 'leaflet/src/map/Map.js';
import {type Bounds, project} from '../core/geo/index.js';
import type {MapView, MapViewOptions, ViewState} from './map-adapter.js';

/** Two taps within this many milliseconds and pixels are one double tap. */
const DOUBLE_TAP = 350;
const TAP_REACH = 24;

const corners = ({west, south, east, north}: Bounds): LatLngBoundsExpression => [
  [south, west],
  // Across the antimeridian the east lies in the next copy of the world.
  [north, west <= east ? east : east + 360],
];

/** A map that draws nothing, so that Leaflet's module of layers can stay away. */
class LayerlessMap extends LeafletMap {
  /** Called when the map is made. */
  _addLayers(): void {}
}

/** The zoom at which a box takes so many pixels. */
function zoomFor({west, south, east, north}: Bounds, [width, height]: readonly [number, number]): number {
  const [left, top] = project({lat: north, lon: west}, 0);
  const [right, bottom] = project({lat: south, lon: west <= east ? east : east + 360}, 0);
  return Math.log2(Math.min(width / (right - left), height / (bottom - top)));
}

/** Makes the container a map. It must be in the page and have a size. */
export function createMapView(container: HTMLElement, options: MapViewOptions): MapView {
  const {onMove, onTouchHint, onWheelHint} = options;
  const map = new LayerlessMap(container, {
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    scrollWheelZoom: false,
    doubleClickZoom: false,
    boxZoom: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    trackResize: false,
    inertia: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    zoomSnap: 0,
    zoomDelta: 1,
    minZoom: 1,
    maxBoundsViscosity: 1,
    bounceAtZoomLimits: false,
    center: [0, 0],
    zoom: 2,
  });
  const listeners = new AbortController();
  const {signal} = listeners;
  let gesture = false;
  let dragged = false;
  let pointer = '';
  let tap: MouseEvent | undefined;

  const stateOf = (): ViewState => {
    const {min} = map.getPixelBounds();
    const size = map.getSize();
    return {
      zoom: map.getZoom(),
      origin: [min?.x ?? 0, min?.y ?? 0],
      width: size.x,
      height: size.y,
    };
  };
  let state = stateOf();
  map.on('move zoom resize', () => {
    state = stateOf();
    onMove(state, gesture);
  });
  map.on('dragstart', () => {
    dragged = gesture = true;
  });
  map.on('moveend', () => {
    gesture = false;
  });

  // One finger scrolls the page and two move the map; a mouse or a pen drags it.
  container.addEventListener(
    'pointerdown',
    ({pointerType}) => {
      dragged = false;
      pointer = pointerType;
      if (pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    },
    {capture: true, signal},
  );
  container.addEventListener(
    'touchmove',
    ({touches}) => {
      if (touches.length === 1) onTouchHint();
      else gesture = true;
    },
    {passive: true, signal},
  );
  /** The zoom at which the box shows the world once from west to east, so that all places of a story fit on a phone. */
  const wholeWorld = () => Math.min(1, Math.log2(map.getSize().x / 256));
  const zoomBy = (levels: number, around?: readonly [number, number]) => {
    const zoom = Math.min(Math.max(map.getZoom() + levels, map.getMinZoom()), map.getMaxZoom());
    if (around) map.setZoomAround(new Point(...around), zoom, {animate: false});
    else map.setZoom(zoom, {animate: false});
  };
  const zoomByReader = (levels: number, {clientX, clientY}: MouseEvent) => {
    const box = container.getBoundingClientRect();
    gesture = true;
    zoomBy(levels, [clientX - box.left, clientY - box.top]);
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
      zoomByReader(-Math.max(-240, Math.min(240, pixels)) / 120, event);
    },
    {passive: false, signal},
  );

  return {
    get state() {
      return state;
    },
    get bounds() {
      const bounds = map.getBounds();
      const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
      const [west, east] = [bounds.getWest(), bounds.getEast()];
      const whole = east - west >= 360;
      return {
        west: whole ? -180 : wrap(west),
        east: whole ? 180 : wrap(east),
        south: bounds.getSouth(),
        north: bounds.getNorth(),
      };
    },
    get centre() {
      const {lat, lng} = map.getCenter();
      return {lat, lon: lng};
    },
    get dragged() {
      return dragged;
    },
    get canZoom() {
      const zoom = map.getZoom();
      return {in: zoom < map.getMaxZoom() - 0.01, out: zoom > map.getMinZoom() + 0.01};
    },
    setLimits({bounds, maxZoom}) {
      map.setMaxZoom(maxZoom);
      map.setMinZoom(Math.min(maxZoom, bounds ? map.getBoundsZoom(corners(bounds), true) : wholeWorld()));
      map.setMaxBounds(bounds && corners(bounds));
    },
    fit(bounds, {left, top, right, bottom}, maxZoom) {
      // A story from pole to pole needs more than the world's width.
      if (!map.options.maxBounds) {
        const {x, y} = map.getSize();
        const room = [Math.max(1, x - left - right), Math.max(1, y - top - bottom)] as const;
        map.setMinZoom(Math.min(map.getMinZoom(), zoomFor(bounds, room)));
      }
      map.fitBounds(corners(bounds), {
        paddingTopLeft: [left, top],
        paddingBottomRight: [right, bottom],
        maxZoom,
        animate: false,
      });
    },
    restore({lat, lon}, zoom) {
      map.setView([lat, lon], zoom, {animate: false});
    },
    zoomBy,
    panBy(x, y) {
      map.panBy([x, y], {animate: false});
    },
    resize() {
      map.invalidateSize({animate: false, pan: true});
    },
    destroy() {
      listeners.abort();
      map.remove();
    },
  };
}
