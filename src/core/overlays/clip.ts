import {f64, u8, u32} from '../arrays/index.js';
import {CHUNK, type Level} from './level.js';
import {PATH} from './outline.js';

/** Edge of the world in pixels at zoom 0. */
const WORLD = 256;

/** A part of the world at a level, in its pixels; it may reach into the copies of the world. */
export interface ClipBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** On which side of a box something lies: 0 when it may be within. */
type Side = 0 | 1 | 2 | 3 | 4;

const sideOf = (west: number, north: number, east: number, south: number, box: ClipBox): Side =>
  east < box.west ? 1 : west > box.east ? 2 : south < box.north ? 3 : north > box.south ? 4 : 0;

/** What is done with the parts of a path that are to be drawn. */
export interface Pen {
  /** A path begins. */
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** A ring ends. */
  close(): void;
}

/**
 * The paths of a level as far as they can be seen in a box, in each copy of the world. What lies outside on one side is
 * drawn by its ends alone: what is within the box looks the same. `each` is told what comes, and has the pen for it.
 */
export function drawInBox(level: Level, box: ClipBox, penOf: (kind: number) => Pen): void {
  const world = WORLD * 2 ** level.zoom;
  for (let path = 0; path < level.kinds.length; path++) {
    const at = 4 * path;
    const [west, north, east, south] = [0, 1, 2, 3].map((i) => f64(level.boxes, at + i)) as [
      number,
      number,
      number,
      number,
    ];
    if (south < box.north || north > box.south) continue;
    const kind = u8(level.kinds, path);
    const pen = penOf(kind);
    const last = Math.floor((box.east - west) / world);
    for (let copy = Math.ceil((box.west - east) / world); copy <= last; copy++)
      drawPath(level, path, kind, box, copy * world, pen);
  }
}

/** One path in one copy of the world, moved by `dx`. */
function drawPath(level: Level, path: number, kind: number, box: ClipBox, dx: number, pen: Pen): void {
  const {xy, from, chunks, chunkFrom} = level;
  const own = {west: box.west - dx, east: box.east - dx, north: box.north, south: box.south};
  const isRing = kind >= PATH.ring;
  let isDown = false;
  /** The last position that was passed over, and on which side it lies. */
  let passed = -1;
  let side: Side = 0;
  const put = (i: number) => {
    const [x, y] = [f64(xy, 2 * i) + dx, f64(xy, 2 * i + 1)];
    if (isDown) pen.lineTo(x, y);
    else pen.moveTo(x, y);
    isDown = true;
  };
  const goOn = (next: Side, first: number, last: number) => {
    if (next !== 0 && next === side) {
      passed = last;
      return;
    }
    if (passed >= 0) put(passed);
    // A line out there that does not come in is interrupted; a ring is not.
    put(first);
    side = next;
    passed = next !== 0 && last > first ? last : -1;
  };
  const [start, end] = [u32(from, path), u32(from, path + 1)];
  for (let chunk = u32(chunkFrom, path), i = start; i < end; chunk++) {
    const stop = Math.min(i + CHUNK, end);
    const c = 4 * chunk;
    const whole = sideOf(f64(chunks, c), f64(chunks, c + 1), f64(chunks, c + 2), f64(chunks, c + 3), own);
    if (whole !== 0) {
      goOn(whole, i, stop - 1);
      i = stop;
    }
    for (; i < stop; i++) {
      const [x, y] = [f64(xy, 2 * i), f64(xy, 2 * i + 1)];
      goOn(sideOf(x, y, x, y, own), i, i);
    }
  }
  if (passed >= 0) put(passed);
  if (isRing && isDown) pen.close();
}
