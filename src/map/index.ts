/**
 * The door to the map: verbs in place of a library, and the basemap as paths and names. Only what is itself loaded when a
 * map comes near may import it for more than types.
 */
export {type Basemap, type BasemapRegion, loadBasemap, loadCell} from './basemap.js';
export {Detail, isDetailed} from './detail.js';
export {addressOf} from './load.js';
export type {MapLimits, MapView, ViewState} from './map-adapter.js';
export {createMapView} from './map-view.js';
export {loadTiles, type Tiles, urlOf} from './tile-json.js';

/** Leaflet, which is fetched when a pointer comes to a map. */
export const fetchLeaflet = () => import('./leaflet.js');
