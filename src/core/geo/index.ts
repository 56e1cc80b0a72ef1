/** Positions on the Earth, Web Mercator pixels, boxes (across the antimeridian too), distances. Degrees and metres. */

export {type Bounds, intersects, padBounds} from './bounds.js';
// Of these a page needs none before its map.
export {boundsOf, contains} from './bounds-around.js';
export {distance} from './earth.js';
export {type MapViewport, pixelInView, roundDistance} from './map-viewport.js';
export {project} from './mercator.js';
export {metresPerPixel, radiusPx, unproject} from './pixels.js';
export {isMapPosition, type MapPosition, type Position} from './position.js';
export {placeTile, type Tile, type TileLimits, tilesIn} from './tiles.js';
