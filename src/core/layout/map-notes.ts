import type {MapOptions} from './map-types.js';
import type {Box} from './types.js';

type Point = readonly [x: number, y: number];

/** How far the words of a note stand from its place, in pixels. */
const DISTANCES = [18, 36, 64, 100];
const NEAR = [8, 16];
/** Where they stand, seen from the place: above to the right first. */
const SIDES: readonly Point[] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
];
/** Width and height of the number that stands for a note without room. */
const BADGE = 20;
/** Air around all that is not to be covered. */
const AIR = 4;

/** A note at a place, with the size of its words. */
export interface MapNote {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedMapNote extends Box {
  readonly id: string;
  /** The line from its place to it. */
  readonly leader: readonly [Point, Point];
  readonly isNumbered: boolean;
  /** Which of the spots it has: kept while the map moves, as far as it is free. */
  readonly spot: number;
}

interface MapNoteOptions {
  readonly width: number;
  readonly height: number;
  /** What may not be covered. */
  readonly obstacles: readonly Box[];
  /** Whether a line of the story runs under a box: words stand elsewhere if they can. */
  readonly isCrossed?: MapOptions['isCrossed'];
  /** The spots that notes had. */
  readonly kept?: ReadonlyMap<string, number>;
}

/**
 * Places the words of notes beside their places, each with a line that leads to its own, so that no words cover a mark,
 * other words or a line. One without room becomes a number; one without room for that, or out of view, is left out.
 */
export function layoutMapNotes(notes: readonly MapNote[], options: MapNoteOptions): readonly PlacedMapNote[] {
  const {width, height, kept, isCrossed = () => false} = options;
  const placed: PlacedMapNote[] = [];
  for (const note of notes) {
    if (note.x < 0 || note.y < 0 || note.x > width || note.y > height) continue;
    const spots = [...spotsOf(note, note, DISTANCES, false, 0)];
    const before = spots[kept?.get(note.id) ?? -1];
    const beside = before ? [before, ...spots] : spots;
    const found = [
      ...beside.filter((spot) => !isCrossed(spot)),
      ...beside.filter(isCrossed),
      ...spotsOf(note, {width: BADGE, height: BADGE}, NEAR, true, spots.length),
    ].find((spot) => isFree(spot, note, placed, options));
    if (found) placed.push(found);
  }
  return placed;
}

function* spotsOf(
  {id, x, y}: MapNote,
  {width, height}: Pick<Box, 'width' | 'height'>,
  distances: readonly number[],
  isNumbered: boolean,
  first: number,
): Generator<PlacedMapNote> {
  let spot = first;
  for (const distance of distances) {
    for (const [right, down] of SIDES) {
      const away = right !== 0 && down !== 0 ? distance * Math.SQRT1_2 : distance;
      const left = right === 0 ? x - width / 2 : right > 0 ? x + away : x - away - width;
      const top = down === 0 ? y - height / 2 : down > 0 ? y + away : y - away - height;
      const to: Point = [Math.min(Math.max(x, left), left + width), Math.min(Math.max(y, top), top + height)];
      yield {id, x: left, y: top, width, height, leader: [[x, y], to], isNumbered, spot: spot++};
    }
  }
}

function isFree(
  spot: PlacedMapNote,
  {x, y}: MapNote,
  placed: readonly PlacedMapNote[],
  {width, height, obstacles}: MapNoteOptions,
): boolean {
  const isIn =
    spot.x >= AIR &&
    spot.y >= AIR &&
    spot.x + spot.width <= width - AIR &&
    spot.y + spot.height <= height - AIR;
  if (!isIn || obstacles.some((box) => meets(box, spot))) return false;
  // What stands at the place itself is what the line leads to.
  if (obstacles.some((box) => !holds(box, x, y) && crosses(spot.leader, box))) return false;
  return !placed.some(
    (other) =>
      meets(other, spot) ||
      crosses(spot.leader, other) ||
      crosses(other.leader, spot) ||
      cut(spot.leader, other.leader),
  );
}

const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width + AIR &&
  b.x < a.x + a.width + AIR &&
  a.y < b.y + b.height + AIR &&
  b.y < a.y + a.height + AIR;

const holds = (box: Box, x: number, y: number) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Whether a line goes through a box (Liang and Barsky). */
function crosses([[x1, y1], [x2, y2]]: readonly [Point, Point], {x, y, width, height}: Box): boolean {
  let [from, to] = [0, 1];
  for (const [delta, low, high] of [
    [x2 - x1, x - x1, x + width - x1],
    [y2 - y1, y - y1, y + height - y1],
  ] as const) {
    if (delta === 0) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    const [enter, leave] = delta > 0 ? [low / delta, high / delta] : [high / delta, low / delta];
    from = Math.max(from, enter);
    to = Math.min(to, leave);
    if (from > to) return false;
  }
  return true;
}

const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Whether two lines cross; those that begin at one place do not. */
const cut = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]) =>
  (a[0] !== c[0] || a[1] !== c[1]) && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
