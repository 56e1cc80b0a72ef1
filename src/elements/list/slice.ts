import {DRAWN, type Slice} from './listed-rows.js';

/** Boxes taller than this are cut off: by Firefox at 17.8 million px, by others sooner when zoomed. */
const TALLEST_PX = 4e6;

/** The slice around a place. */
export function sliceAround(at: number, size: number): Slice {
  const from = Math.max(0, Math.min(at - DRAWN / 2, size - DRAWN));
  return {from, to: Math.min(size, from + DRAWN)};
}

/** Height of the spacers for each event that is not drawn: its likely one, or what browsers leave. */
export const spacerHeight = (size: number, averagePx: number): number =>
  Math.min(averagePx, TALLEST_PX / size);

/** A scrolled list: what is drawn stands between two spacers. */
export interface Scrolled extends Slice {
  readonly size: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly beforePx: number;
  readonly drawnPx: number;
  readonly afterPx: number;
}

/**
 * The place that a reader has come to who scrolled into one of the spacers, by how far into it; -1 when some of what
 * is drawn is still in view.
 */
export function placeAt({from, to, size, topPx, heightPx, beforePx, drawnPx, afterPx}: Scrolled): number {
  const into = topPx - beforePx - drawnPx;
  if (topPx + heightPx <= beforePx) return Math.floor(from * Math.max(0, topPx / beforePx));
  // The end of the spacer is the last event, though the start of the view never comes there.
  if (into >= 0) {
    const share = into / Math.max(1, afterPx - heightPx);
    return Math.min(size - 1, to + Math.floor((size - to) * share));
  }
  return -1;
}
