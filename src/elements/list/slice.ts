import {DRAWN, type Slice} from './listed-rows.js';

/**
 * Maximum height of spacers in pixels: browsers limit the height of elements, Firefox to 17.8 million, others to less
 * when zoomed.
 */
const TALLEST_PX = 4e6;

/** The slice around an index. */
export function sliceAround(at: number, size: number): Slice {
  const from = Math.max(0, Math.min(at - DRAWN / 2, size - DRAWN));
  return {from, to: Math.min(size, from + DRAWN)};
}

/** Estimated height per undrawn event, capped by the limit of browsers. */
export const spacerHeight = (size: number, averagePx: number): number =>
  Math.min(averagePx, TALLEST_PX / size);

/** The scroll state of a list, drawn between two spacers. */
export interface Scrolled extends Slice {
  readonly size: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly beforePx: number;
  readonly drawnPx: number;
  readonly afterPx: number;
}

/** The index that the reader has scrolled to within a spacer, by proportion; -1 while drawn items are in view. */
export function placeAt({from, to, size, topPx, heightPx, beforePx, drawnPx, afterPx}: Scrolled): number {
  const into = topPx - beforePx - drawnPx;
  if (topPx + heightPx <= beforePx) return Math.floor(from * Math.max(0, topPx / beforePx));
  // The end of the spacer is the last event, although the top of the viewport cannot reach it.
  if (into >= 0) {
    const share = into / Math.max(1, afterPx - heightPx);
    return Math.min(size - 1, to + Math.floor((size - to) * share));
  }
  return -1;
}
