import {LINE_HEIGHT} from './line-height.js';
import type {MapOptions} from './map-types.js';
import {TakenBoxes} from './taken-boxes.js';
import type {Box} from './types.js';

type Point = readonly [x: number, y: number];

/** A point beyond the edges of a view, in its pixels, and what is said of it. */
interface PointBeyond {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A text at an edge of a view, and the arrow beside it that points to what it speaks of. */
export interface EdgeLabel extends Box {
  /** Left end of the text; its baseline from the top of the box. */
  readonly textX: number;
  readonly baseline: number;
  /** Middle of the arrow, and its direction in degrees, clockwise from the east. */
  readonly arrow: Point;
  readonly angle: number;
}

/** Font size, as a share of the map's. */
const SIZE = 0.85;
/** Length of an arrow, and its distance from the text and the edge, in pixels. */
const ARROW = 10;
const GAP = 4;
const INSET = 6;
/** How far a label may stand from where it belongs, along the edge, in its heights; sideways twice as far. */
const SHIFTS = [0, 1, -1, 2, -2, 3, -3, 4, -4];

type Setting = Pick<MapOptions, 'width' | 'height' | 'fontSize' | 'measure' | 'isCrossed'>;

/** Where the straight line from the middle of a view to a point beyond it leaves the view. */
export function exitOf([x, y]: Point, {width, height}: Pick<Setting, 'width' | 'height'>): Point {
  const [right, down] = [x - width / 2, y - height / 2];
  const share = Math.min(width / 2 / Math.abs(right), height / 2 / Math.abs(down));
  return [width / 2 + right * share, height / 2 + down * share];
}

/** Labels of the first of some points that have room at the edges, at most so many. */
export function layoutEdgeLabels<T extends PointBeyond>(
  points: readonly T[],
  occupied: readonly Box[],
  setting: Setting,
  most: number,
): readonly (T & EdgeLabel)[] {
  const {width, height, isCrossed} = setting;
  const taken = new TakenBoxes({x: 0, y: 0, width, height}, occupied, INSET);
  const labels: (T & EdgeLabel)[] = [];
  for (const point of points) {
    if (labels.length >= most) break;
    // A line of the story says where it goes; what lies beyond the edge can do without.
    const label = candidates(point, setting).find((each) => taken.isFree(each) && !isCrossed?.(each));
    if (!label) continue;
    labels.push({...point, ...label});
    taken.take(label);
  }
  return labels;
}

/** Where the label of a point may stand, the best first. */
function candidates({text, x, y}: PointBeyond, setting: Setting): readonly EdgeLabel[] {
  const {width, height, fontSize, measure} = setting;
  const [exitX, exitY] = exitOf([x, y], setting);
  const isBeside = exitX < 1 || exitX > width - 1;
  const size = {
    width: measure(text, false) * SIZE + GAP + ARROW,
    height: fontSize * LINE_HEIGHT * SIZE,
  };
  const within = (value: number, length: number, all: number) =>
    Math.max(INSET, Math.min(all - INSET - length, value));
  return SHIFTS.map((shift) => shift * size.height).flatMap((shift) =>
    // The arrow stands outermost; above and below, on either side of the text.
    (isBeside ? [exitX > 1] : [false, true]).map((isArrowLast) => {
      const middleX = exitX + (isBeside ? 0 : 2 * shift);
      const box = {
        ...size,
        x: within(isArrowLast ? middleX + ARROW / 2 - size.width : middleX - ARROW / 2, size.width, width),
        y: within(exitY - size.height / 2 + (isBeside ? shift : 0), size.height, height),
      };
      const arrow = [
        isArrowLast ? box.x + size.width - ARROW / 2 : box.x + ARROW / 2,
        box.y + size.height / 2,
      ] as const;
      return {
        ...box,
        textX: isArrowLast ? box.x : box.x + ARROW + GAP,
        baseline: size.height * 0.73,
        arrow,
        angle: (Math.atan2(y - arrow[1], x - arrow[0]) * 180) / Math.PI,
      };
    }),
  );
}
