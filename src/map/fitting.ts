/** Where a view of Web Mercator stands that shows a box, or may show nothing else. As in Leaflet, to whole pixels. */
import {type Bounds, type Position, project, unproject} from '../core/geo/index.js';

/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** The edges of a box in world pixels. Across the antimeridian the east lies in the next copy of the world. */
function edgesOf({west, south, east, north}: Bounds, zoom: number) {
  const [left, top] = project({lat: north, lon: west}, zoom);
  const [right, bottom] = project({lat: south, lon: west <= east ? east : east + 360}, zoom);
  return {left, top, right, bottom};
}

/** The zooms at which a box is as wide and as high as this size. */
export function zoomsFor(bounds: Bounds, [width, height]: Size): readonly [number, number] {
  const {left, top, right, bottom} = edgesOf(bounds, 0);
  return [Math.log2(width / (right - left)), Math.log2(height / (bottom - top))];
}

/** The centre of a box, `right` and `down` of it by so many pixels. */
export function centreOf(bounds: Bounds, zoom: number, right: number, down: number): Position {
  const edges = edgesOf(bounds, zoom);
  return unproject([(edges.left + edges.right) / 2 + right, (edges.top + edges.bottom) / 2 + down], zoom);
}

/** How far to go from what sticks out at one end, or to the middle where both do. */
const inward = (before: number, after: number): number =>
  before + after > 0
    ? Math.round(before - after) / 2
    : Math.max(0, Math.ceil(before)) - Math.max(0, Math.floor(after));

/** The centre nearest to this one from which a view of a size shows nothing outside of a box, to a pixel. */
export function centreInside(
  centre: Position,
  zoom: number,
  [width, height]: Size,
  bounds: Bounds,
): Position {
  const {left, top, right, bottom} = edgesOf(bounds, zoom);
  const [x, y] = project(centre, zoom);
  const across = inward(left - x + width / 2, x + width / 2 - right);
  const down = inward(top - y + height / 2, y + height / 2 - bottom);
  return Math.abs(across) <= 1 && Math.abs(down) <= 1 ? centre : unproject([x + across, y + down], zoom);
}
