/** Positions on the Earth, Web Mercator pixels, boxes (across the antimeridian too), distances. Degrees and metres. */

export {
  type Bounds,
  distance,
  intersects,
  isMapPosition,
  type MapPosition,
  type Position,
  padBounds,
  project,
} from './boxes.js';
export {type MapViewport, pixelInView, roundDistance} from './map-viewport.js';
// Of these a page needs none before its map.
export {boundsOf, contains, metresPerPixel, radiusPx, unproject} from './pixels.js';
export {placeTile, type Tile, type TileLimits, tilesIn} from './tiles.js';
