/** What is loaded when a map comes near: Leaflet, and the reader of basemaps. */
export {loadBasemap} from './basemap.js';
export {createMapView} from './leaflet.js';
