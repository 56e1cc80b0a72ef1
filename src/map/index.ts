/**
 * The door to the map: verbs in place of a library, and the basemap as paths and names. What it takes is loaded by
 * `loadEngine`, once, when a map comes near.
 */
export type {Basemap} from './basemap.js';
export type {MapLimits, MapView, ViewState} from './map-adapter.js';

/** What `loadEngine` brings. */
export type Engine = typeof import('./engine.js');

export const loadEngine = (): Promise<Engine> => import('./engine.js');
