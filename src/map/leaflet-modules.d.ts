/** Types of the modules of Leaflet that `leaflet.ts` imports: @types/leaflet has them by the package's own name alone. */
declare module 'leaflet/src/geometry/Point.js' {
  export {Point} from 'leaflet';
}
declare module 'leaflet/src/map/Map.js' {
  export {Map} from 'leaflet';
}
declare module 'leaflet/src/map/handler/Map.Drag.js';
declare module 'leaflet/src/map/handler/Map.TouchZoom.js';
