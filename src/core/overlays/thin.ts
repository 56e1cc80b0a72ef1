import {f64, u8, u32} from '../arrays/index.js';

/** What is nearer than this to what is kept, in pixels, is left out. */
const SLACK = 0.5;
/** After looking at so many positions a thinner pauses. */
const STRIDE = 50_000;

/** Gives the indexes of the positions that are kept. */
type Steps = Generator<undefined, Uint32Array>;

/** A ring is two lines, from where it starts to what is furthest from there, and back. */
export function* thinRing(xy: Float64Array, start: number, end: number): Steps {
  const [x, y] = [f64(xy, 2 * start), f64(xy, 2 * start + 1)];
  let [furthest, most] = [start, -1];
  for (let i = start; i < end; i++) {
    const away = (f64(xy, 2 * i) - x) ** 2 + (f64(xy, 2 * i + 1) - y) ** 2;
    if (away > most) [furthest, most] = [i, away];
  }
  const there = yield* thinLine(xy, start, furthest);
  const back = yield* thinLine(xy, furthest, end - 1);
  const all = new Uint32Array(there.length + back.length - 1);
  all.set(there);
  all.set(back.subarray(1), there.length);
  return all;
}

/**
 * The positions of a line that are kept: first what is far enough from the one before (in one pass, since lines may have
 * a hundred thousand), then of these what is far enough from the line between others (Douglas and Peucker, 1973).
 */
export function* thinLine(xy: Float64Array, first: number, last: number): Steps {
  const apart = farApart(xy, first, last);
  const isKept = new Uint8Array(apart.length);
  isKept[0] = isKept[apart.length - 1] = 1;
  const spans = [0, apart.length - 1];
  let looked = 0;
  while (spans.length > 0) {
    const to = spans.pop() ?? 0;
    const from = spans.pop() ?? 0;
    looked += to - from;
    if (looked > STRIDE) {
      looked = 0;
      yield;
    }
    const furthest = furthestBetween(xy, apart, from, to);
    if (furthest < 0) continue;
    isKept[furthest] = 1;
    spans.push(from, furthest, furthest, to);
  }
  return apart.filter((_, i) => u8(isKept, i) === 1);
}

function farApart(xy: Float64Array, first: number, last: number): Uint32Array {
  const apart = new Uint32Array(last - first + 1);
  let size = 0;
  apart[size++] = first;
  let [x, y] = [f64(xy, 2 * first), f64(xy, 2 * first + 1)];
  for (let i = first + 1; i < last; i++) {
    const dx = f64(xy, 2 * i) - x;
    const dy = f64(xy, 2 * i + 1) - y;
    if (dx * dx + dy * dy < SLACK * SLACK) continue;
    apart[size++] = i;
    x += dx;
    y += dy;
  }
  if (last > first) apart[size++] = last;
  return apart.subarray(0, size);
}

/** The place in `apart` of what is furthest from the line between two others; -1 when all is near it. */
function furthestBetween(xy: Float64Array, apart: Uint32Array, from: number, to: number): number {
  const [a, b] = [2 * u32(apart, from), 2 * u32(apart, to)];
  const ax = f64(xy, a);
  const ay = f64(xy, a + 1);
  const dx = f64(xy, b) - ax;
  const dy = f64(xy, b + 1) - ay;
  const square = dx * dx + dy * dy;
  let furthest = -1;
  let most = SLACK * SLACK;
  for (let i = from + 1; i < to; i++) {
    const at = 2 * u32(apart, i);
    const x = f64(xy, at) - ax;
    const y = f64(xy, at + 1) - ay;
    const along = x * dx + y * dy;
    const share = along <= 0 || square === 0 ? 0 : along >= square ? 1 : along / square;
    const offX = x - share * dx;
    const offY = y - share * dy;
    const away = offX * offX + offY * offY;
    if (away > most) {
      most = away;
      furthest = i;
    }
  }
  return furthest;
}
