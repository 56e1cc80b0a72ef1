import type {Box} from './types.js';

/** What is kept free at each edge of a view, in pixels. */
export interface Air {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** At least so much of the width and height is left to what is shown. */
const LEAST = 0.4;

/**
 * How to keep what is fitted into a view clear of what stands on it: of each box nothing, the strip beside it, or the
 * one above or below it. Those that leave most room come first.
 */
export function airAround(
  boxes: readonly Box[],
  {width, height}: {readonly width: number; readonly height: number},
  leastPx: number,
): readonly Air[] {
  const roomOf = ({left, top, right, bottom}: Air) => [width - left - right, height - top - bottom] as const;
  let airs: readonly Air[] = [{left: leastPx, top: leastPx, right: leastPx, bottom: leastPx}];
  for (const box of boxes) {
    const isLeft = box.x + box.width / 2 < width / 2;
    const isTop = box.y + box.height / 2 < height / 2;
    airs = airs.flatMap((air) => [
      air,
      isLeft
        ? {...air, left: Math.max(air.left, box.x + box.width + leastPx / 2)}
        : {...air, right: Math.max(air.right, width - box.x + leastPx / 2)},
      isTop
        ? {...air, top: Math.max(air.top, box.y + box.height + leastPx / 2)}
        : {...air, bottom: Math.max(air.bottom, height - box.y + leastPx / 2)},
    ]);
  }
  const areaOf = (air: Air) => {
    const [room, tall] = roomOf(air);
    return room * tall;
  };
  const [first, ...more] = airs;
  const fitting = more.filter((air) => {
    const [room, tall] = roomOf(air);
    return room >= width * LEAST && tall >= height * LEAST;
  });
  return first ? [first, ...fitting.sort((a, b) => areaOf(b) - areaOf(a))] : [];
}
