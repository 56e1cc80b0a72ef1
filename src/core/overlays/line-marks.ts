import {f64, u8, u32} from '../arrays/index.js';
import {memoize} from '../memo/index.js';
import type {ClipBox} from './clip.js';
import {CHUNK, type Level} from './level.js';
import {PATH} from './outline.js';

/** A place on a line, and where the line goes from there, in degrees clockwise from the east. */
export interface LineMark {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  /** How many come before it on its line. */
  readonly number: number;
}

/** Edge of the world in pixels at zoom 0. */
const WORLD = 256;
/** Marks that are made of one outline at most. */
const MOST = 200;

/** How far each position is along its path, in pixels. */
const lengthsOf = memoize(({xy, from}: Level): Float64Array => {
  const lengths = new Float64Array(xy.length / 2);
  for (let path = 0; path + 1 < from.length; path++)
    for (let i = u32(from, path) + 1; i < u32(from, path + 1); i++)
      lengths[i] =
        f64(lengths, i - 1) +
        Math.hypot(f64(xy, 2 * i) - f64(xy, 2 * i - 2), f64(xy, 2 * i + 1) - f64(xy, 2 * i - 1));
  return lengths;
});

/**
 * Marks along the lines of a level, as far as they lie in a box: every so many pixels, the first after half of that. A
 * line that is shorter has one in its middle.
 */
export function marksAlong(level: Level, box: ClipBox, spacing: number): readonly LineMark[] {
  const world = WORLD * 2 ** level.zoom;
  const lengths = lengthsOf(level);
  const marks: LineMark[] = [];
  for (let path = 0; path < level.kinds.length && marks.length < MOST; path++) {
    if (u8(level.kinds, path) !== PATH.line) continue;
    const [west, east] = [f64(level.boxes, 4 * path), f64(level.boxes, 4 * path + 2)];
    const last = Math.floor((box.east - west) / world);
    for (let copy = Math.ceil((box.west - east) / world); copy <= last; copy++)
      addMarks(level, path, lengths, box, copy * world, spacing, marks);
  }
  return marks.slice(0, MOST);
}

function addMarks(
  {xy, from, chunks, chunkFrom}: Level,
  path: number,
  lengths: Float64Array,
  box: ClipBox,
  dx: number,
  spacing: number,
  marks: LineMark[],
): void {
  const [start, end] = [u32(from, path), u32(from, path + 1)];
  const length = f64(lengths, end - 1);
  const step = Math.min(spacing, length);
  if (step <= 0) return;
  for (let chunk = u32(chunkFrom, path), i = start; i < end - 1; chunk++, i += CHUNK) {
    const c = 4 * chunk;
    const isOut =
      f64(chunks, c + 2) + dx < box.west ||
      f64(chunks, c) + dx > box.east ||
      f64(chunks, c + 3) < box.north ||
      f64(chunks, c + 1) > box.south;
    // What leads from there to the next chunk may be in view: a mark less on it is no loss.
    if (isOut) continue;
    for (let k = i; k < Math.min(i + CHUNK, end - 1) && marks.length < MOST; k++)
      addOnSegment(xy, k, lengths, step, box, dx, marks);
  }
}

function addOnSegment(
  xy: Float64Array,
  i: number,
  lengths: Float64Array,
  step: number,
  box: ClipBox,
  dx: number,
  marks: LineMark[],
): void {
  const [from, to] = [f64(lengths, i), f64(lengths, i + 1)];
  const [x, y] = [f64(xy, 2 * i), f64(xy, 2 * i + 1)];
  const [width, height] = [f64(xy, 2 * i + 2) - x, f64(xy, 2 * i + 3) - y];
  const angle = (Math.atan2(height, width) * 180) / Math.PI;
  for (
    let number = Math.ceil(from / step - 0.5);
    (number + 0.5) * step < to && marks.length < MOST;
    number++
  ) {
    const share = ((number + 0.5) * step - from) / (to - from);
    const at = {x: x + share * width + dx, y: y + share * height, angle, number};
    if (at.x >= box.west && at.x <= box.east && at.y >= box.north && at.y <= box.south) marks.push(at);
  }
}
