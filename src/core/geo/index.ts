/**
 * Geographic positions, Web Mercator projection, bounds (also across the antimeridian), distances. In degrees and
 * metres.
 */

export {type Bounds, intersects, padBounds} from './bounds.js';
// Separate module: pages need these only with a map.
export {boundsOf, contains} from './bounds-around.js';
export {distance} from './distance.js';
export {type MapViewport, pixelInView, roundDistance} from './map-viewport.js';
export {project} from './mercator.js';
export {type PackedTowns, unpackArcs, unpackTowns} from './packed.js';
export {metresPerPixel, radiusPx, unproject} from './pixels.js';
export {POINTS_OF_VIEW} from './points-of-view.js';
export {isMapPosition, type MapPosition, type Position} from './position.js';
export {placeTile, type Tile, type TileLimits, tilesIn} from './tiles.js';
