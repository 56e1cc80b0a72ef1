import {DRAWN, type Part} from './listed-rows.js';

/** Boxes taller than this are cut off: by Firefox at 17.8 million px, by others sooner when zoomed. */
const TALLEST_PX = 4e6;

/** The part around a place. */
export function partAround(at: number, size: number): Part {
  const from = Math.max(0, Math.min(at - DRAWN / 2, size - DRAWN));
  return {from, to: Math.min(size, from + DRAWN)};
}

/** The room kept for each event that is not drawn: its likely height, or what there is. */
export const roomFor = (size: number, averagePx: number): number => Math.min(averagePx, TALLEST_PX / size);

/** A scrolled list: what is drawn stands between two empty rooms. */
export interface Scrolled extends Part {
  readonly size: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly beforePx: number;
  readonly drawnPx: number;
  readonly afterPx: number;
}

/**
 * The place that a reader has come to who scrolled into one of the rooms, by how far into it; -1 when some of what
 * is drawn is still in view.
 */
export function placeAt({from, to, size, topPx, heightPx, beforePx, drawnPx, afterPx}: Scrolled): number {
  const into = topPx - beforePx - drawnPx;
  if (topPx + heightPx <= beforePx) return Math.floor(from * Math.max(0, topPx / beforePx));
  // The end of the room is the last event, though the view's start never comes there.
  if (into >= 0) {
    const share = into / Math.max(1, afterPx - heightPx);
    return Math.min(size - 1, to + Math.floor((size - to) * share));
  }
  return -1;
}
