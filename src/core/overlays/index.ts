/**
 * What is drawn on the map and is no place: shapes and routes, as numbers that can be measured, thinned for a zoom and
 * cut to a view.
 */

export {boundsOfOutline, joinBounds} from './bounds.js';
export type {ClipBox} from './clip.js';
export {crossesItself} from './crossing.js';
export {outlineOf, readInSteps} from './geojson.js';
export {hasOverlays} from './has-overlays.js';
export type {Level} from './level.js';
export {LineCells} from './line-cells.js';
export {type LineMark, marksAlong} from './line-marks.js';
export {isEmptyOutline, type Outline, PATH} from './outline.js';
export {type PathText, pathText} from './path-text.js';
export {buildPyramid, buildRoutePyramid, type Pyramid} from './pyramid.js';
export {lengthOfRoute, placesOfRoute} from './route.js';
export {outlineOfRoute} from './route-outline.js';
export {isOverlayShown, isRoute, overlaysOf} from './shown.js';
export {type OverlaySize, sizeOf, sizeOfOverlay} from './size.js';
