/**
 * The door to the map: verbs in place of a library, and the basemap as paths and names. It holds Leaflet, so only what
 * is itself loaded when a map comes near may import it for more than types.
 */
export {type Basemap, type BasemapRegion, loadBasemap, loadCell} from './basemap.js';
export {Detail, isDetailed} from './detail.js';
export {createMapView} from './leaflet.js';
export {addressOf} from './load.js';
export type {MapLimits, MapView, ViewState} from './map-adapter.js';
export {loadTiles, type Tiles, urlOf} from './tile-json.js';
