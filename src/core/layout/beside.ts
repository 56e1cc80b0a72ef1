import type {Box} from './types.js';

/** On which side of a mark something stands. */
export type Side = 'below' | 'above' | 'right' | 'left';

/** Where something stands beside a mark. */
export interface Spot {
  readonly side: Side;
  /** Its top left corner. */
  readonly x: number;
  readonly y: number;
  /** How tall it may be there. */
  readonly room: number;
}

/** Between a mark and what stands beside it, and between that and the edge of the screen, in pixels. */
const GAP = 10;
const EDGE = 4;
/**
 * How much more than what reaches out above or below its view weighs what does so at its sides, what must be scrolled to,
 * and what nothing brings into sight.
 */
const ASIDE = 10;
const SCROLLED = 1e3;
const HIDDEN = 1e6;

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));

/** How many pixels of a stretch lie out of another. */
const outside = (from: number, length: number, start: number, end: number) =>
  Math.max(0, start - from) + Math.max(0, from + length - end);

/**
 * Where a box of a size stands beside a mark: on the screen, within its view as far as there is room, and never over the
 * mark. All in pixels from one corner. `sides`: in the order in which they are preferred where they are as good.
 */
export function placeBeside(
  {width, height}: Pick<Box, 'width' | 'height'>,
  mark: Box,
  view: Box,
  screen: Box,
  sides: readonly Side[] = ['below', 'above', 'right', 'left'],
): Spot {
  const [left, top] = [screen.x + EDGE, screen.y + EDGE];
  const [right, bottom] = [screen.x + screen.width - EDGE, screen.y + screen.height - EDGE];
  // Level with the mark, but no farther out of the view, and of the screen, than it must be.
  const levelX = clamp(
    mark.x + (mark.width - width) / 2,
    view.x,
    Math.max(view.x, view.x + view.width - width),
  );
  const x = clamp(levelX, left, Math.max(left, right - width));
  const levelY = clamp(
    mark.y + (mark.height - height) / 2,
    view.y,
    Math.max(view.y, view.y + view.height - height),
  );
  const y = clamp(levelY, top, Math.max(top, bottom - height));
  const spots: Readonly<Record<Side, Spot>> = {
    below: {side: 'below', x, y: mark.y + mark.height + GAP, room: bottom - (mark.y + mark.height + GAP)},
    above: {side: 'above', x, y: mark.y - GAP - height, room: mark.y - GAP - top},
    right: {side: 'right', x: mark.x + mark.width + GAP, y, room: bottom - top},
    left: {side: 'left', x: mark.x - GAP - width, y, room: bottom - top},
  };
  const cost = (spot: Spot) =>
    HIDDEN * outside(spot.x, width, left, right) +
    SCROLLED * outside(spot.y, height, top, bottom) +
    ASIDE * outside(spot.x, width, view.x, view.x + view.width) +
    outside(spot.y, height, view.y, view.y + view.height);
  const best = sides.map((side) => spots[side]).reduce((a, b) => (cost(b) < cost(a) ? b : a));
  // Too tall for either side: it ends at the screen's edge, and what does not fit is scrolled to.
  return best.side === 'above' ? {...best, y: Math.max(best.y, top)} : best;
}
