import type {ChartLayout, ChartMark} from './chart-types.js';

/** Marks closer than this, in pixels, count as overlapping. */
const SAME_PLACE = 2;

/**
 * Hit test: ids of the figure nearest to a point, if within `reachPx`, and of those that overlap it, in layout order.
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
