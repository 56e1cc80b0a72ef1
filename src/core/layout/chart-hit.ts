import type {ChartLayout, ChartMark} from './chart-types.js';

/** Marks closer to each other than this, in pixels, are in one place. */
const SAME_PLACE = 2;

/**
 * Ids of the figures at a point of a chart: the nearest one, if that is within reach, and all that are in its place; in
 * the order of the layout.
 */
export function marksAt({panels}: ChartLayout, x: number, y: number, reachPx: number): readonly string[] {
  let nearest: ChartMark | undefined;
  let least = reachPx;
  for (const {marks} of panels) {
    for (const mark of marks) {
      const distance = Math.hypot(mark.x - x, mark.y - y);
      if (distance > least || (nearest && distance === least)) continue;
      nearest = mark;
      least = distance;
    }
  }
  const ids: string[] = [];
  if (!nearest) return ids;
  for (const {marks} of panels) {
    for (const mark of marks)
      if (Math.hypot(mark.x - nearest.x, mark.y - nearest.y) < SAME_PLACE) ids.push(mark.id);
  }
  return ids;
}
