import {type ClipBox, drawInBox, type Pen} from './clip.js';
import type {Level} from './level.js';
import {PATH} from './outline.js';

/** Edge of a cell, and between the points of a line that are looked at, in pixels. */
const CELL = 4;
const STEP = 2;

/** The cells of a box that lines run through: whether something stands on a line costs the same however many there are. */
export class LineCells {
  readonly #box: ClipBox;
  readonly #columns: number;
  readonly #cells = new Set<number>();

  constructor(levels: readonly Level[], box: ClipBox) {
    this.#box = box;
    this.#columns = Math.ceil((box.east - box.west) / CELL) + 1;
    for (const level of levels) drawInBox(level, box, (kind) => (kind === PATH.line ? this.#pen : NONE));
  }

  /** Whether a line runs through what lies between these edges, in pixels from the north-west corner of the box. */
  runIn(left: number, top: number, right: number, bottom: number): boolean {
    for (let row = Math.floor(top / CELL); row * CELL <= bottom; row++)
      for (let column = Math.floor(left / CELL); column * CELL <= right; column++)
        if (column >= 0 && column < this.#columns && this.#cells.has(row * this.#columns + column))
          return true;
    return false;
  }

  get #pen(): Pen {
    const {west, north, east, south} = this.#box;
    let [fromX, fromY] = [0, 0];
    return {
      moveTo(x, y) {
        [fromX, fromY] = [x, y];
      },
      lineTo: (x, y) => {
        const [dx, dy] = [x - fromX, y - fromY];
        const [start, end] = within([fromX, dx, west, east], [fromY, dy, north, south]);
        const by = STEP / Math.hypot(dx, dy);
        for (let at = start; at <= end; at += by) this.#add(fromX + at * dx - west, fromY + at * dy - north);
        [fromX, fromY] = [x, y];
      },
      close() {},
    };
  }

  #add(x: number, y: number): void {
    this.#cells.add(Math.floor(y / CELL) * this.#columns + Math.floor(x / CELL));
  }
}

const NONE: Pen = {moveTo() {}, lineTo() {}, close() {}};

/** The share of a way that lies between the edges of each axis: where it begins, how far it goes, and the edges. */
function within(
  ...axes: readonly (readonly [from: number, by: number, least: number, most: number])[]
): readonly [start: number, end: number] {
  let [start, end] = [0, 1];
  for (const [from, by, least, most] of axes) {
    // What does not move along an axis is all of it inside, or nothing.
    const [a, b] =
      by === 0 && from >= least && from <= most ? [0, 1] : [(least - from) / by, (most - from) / by];
    [start, end] = [Math.max(start, Math.min(a, b)), Math.min(end, Math.max(a, b))];
  }
  return [start, end];
}
