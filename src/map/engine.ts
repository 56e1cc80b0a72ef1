/** What is loaded when a map comes near: Leaflet, and the reader of basemaps. */
export {type Basemap, type BasemapName, loadBasemap, readBasemap} from './basemap.js';
export {createMapView} from './leaflet.js';
