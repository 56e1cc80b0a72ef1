/**
 * The one file that names Leaflet. It follows pointers that drag and pinch the view; everything that is drawn is Lit's.
 * Of its modules only these are imported: the view, and two handlers.
 */
import type {LatLngBoundsExpression, ZoomPanOptions} from 'leaflet';
import {Point} from 'leaflet/src/geometry/Point.js';
import {Map as LeafletMap} from 'leaflet/src/map/Map.js';
// They add themselves to every map.
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import type {Bounds} from '../core/geo/index.js';
import {pointIn} from '../core/layout/index.js';
import type {Hand, HandListener} from './map-adapter.js';

const corners = ({west, south, east, north}: Bounds): LatLngBoundsExpression => [
  [south, west],
  // Across the antimeridian the east lies in the next copy of the world.
  [north, west <= east ? east : east + 360],
];

/**
 * A map that draws nothing, zooms without animation, and whose events are heard by our own listeners: what Leaflet has
 * for that stays away, as the build leaves out each method that has another here.
 */
class BareMap extends LeafletMap {
  /** Layers, when the map is made. */
  _addLayers(): void {}
  /** Clicks, keys and the like, which it would tell its layers. */
  _initEvents(): void {}
  _onResize(): void {}
  /** Animated zoom, of a proxy that its layers would follow. */
  _createAnimProxy(): void {}
  _catchTransitionEnd(): void {}
  _animateZoom(): void {}
  _tryAnimatedZoom(): boolean {
    return false;
  }
  /** It never looks for where the reader is. */
  override stopLocate(): this {
    return this;
  }
}

/** Makes Leaflet listen in the container: it moves when pointers move it, and where it is put. */
export function createHand(container: HTMLElement, {boxOf, onDrag, onMove, onRest}: HandListener): Hand {
  const map = new BareMap(container, {
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
    maxBoundsViscosity: 1,
    bounceAtZoomLimits: false,
    center: [0, 0],
    zoom: 2,
  });
  /** What it says while it is put somewhere is known. */
  let isPut = false;
  // Where two fingers are.
  map.mouseEventToContainerPoint = (pointer) =>
    new Point(...pointIn(boxOf(container), container.clientWidth, pointer));
  map.on('dragstart', () => {
    const scale = boxOf(container).width / container.offsetWidth;
    const {_draggable} = map.dragging as unknown as {_draggable: {_parentScale: Point}};
    _draggable._parentScale = new Point(scale, scale);
    onDrag();
  });
  map.on('move zoom', () => {
    if (isPut) return;
    const {lat, lng} = map.getCenter();
    onMove({lat, lon: lng}, map.getZoom());
  });
  map.on('moveend', () => {
    if (!isPut) onRest();
  });

  return {
    put({lat, lon, zoom}, {min, max, bounds}) {
      isPut = true;
      map.setMinZoom(min);
      map.setMaxZoom(max);
      map.setMaxBounds(bounds && corners(bounds));
      const {lat: isLat, lng: isLon} = map.getCenter();
      // What is dragged goes on from where it began, and must not begin anew for other limits.
      if (lat !== isLat || lon !== isLon || zoom !== map.getZoom())
        map.setView([lat, lon], zoom, {reset: true} as ZoomPanOptions);
      isPut = false;
    },
    resize() {
      isPut = true;
      map.invalidateSize({animate: false});
      isPut = false;
    },
    setDragging(isOn) {
      if (isOn) map.dragging.enable();
      else map.dragging.disable();
    },
    remove() {
      map.remove();
      // It rolls on a frame after it was released, and may be gone by then.
      map.panBy = () => map;
    },
  };
}
