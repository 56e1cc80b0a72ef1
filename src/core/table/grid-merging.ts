import {f64, u32} from '../arrays/index.js';
import {CELL, type GridCells} from './grid-cells.js';
import {WORLD} from './grid-places.js';

/** Half of what a mark takes: nearer than two of them, marks cannot be told apart or hit. */
const MARK = 7.5;
/** Radius of counted circles, in pixels: no less, so that their number fits; no more, so that they fit their cells. */
const MIN_RADIUS = 13;
const MAX_RADIUS = 19;

/** In pixels of a level whose cells are `CELL` wide: where they are smallest. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/**
 * Which cells of a level are drawn as one. What a cell shows follows from it and the cells beside it alone, so that
 * nothing depends on the view:
 *
 * - Several places are a circle in the middle of them by events, inside its cell: circles never touch.
 * - A lone place is drawn where it is, unless its mark would touch a circle: then it is counted in that.
 * - Of lone places whose marks would touch, the one with most events becomes a circle and takes in those beside it.
 */
export class GridMerging {
  readonly #cells: GridCells;
  readonly #events: Uint32Array;
  readonly #maxEvents: number;
  readonly #targets = new Map<number, number>();
  readonly #isStrongest = new Map<number, boolean>();

  /** `events`: how many each cell has. */
  constructor(cells: GridCells, events: Uint32Array) {
    this.#cells = cells;
    this.#events = events;
    let most = 1;
    for (let cell = 0; cell < cells.size; cell++) most = Math.max(most, u32(events, cell));
    this.#maxEvents = most;
  }

  /** Pixels of a circle: its area is as its events, of the most in the level, within bounds. */
  radius(events: number): number {
    return Math.min(MAX_RADIUS, Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(events / this.#maxEvents)));
  }

  /** Room for the circle of a cell, with all that could join it: inside the cell. */
  circle(cell: number): Disc {
    const cells = this.#cells;
    const {eventSums, xSums, ySums} = cells.places;
    const weight = cells.sum(eventSums, cell) + cells.count(cell);
    let events = u32(this.#events, cell);
    for (const other of cells.around(cell)) if (cells.isLone(other)) events += u32(this.#events, other);
    const r = this.radius(events);
    const [column, row] = cells.columnAndRow(cell);
    const inside = (sum: number, index: number) =>
      Math.min((index + 1) * CELL - r, Math.max(index * CELL + r, (sum / weight) * cells.scale));
    return {x: inside(cells.sum(xSums, cell), column), y: inside(cells.sum(ySums, cell), row), r};
  }

  /** The mark of a lone place. */
  mark(cell: number): Disc {
    const {places, scale} = this.#cells;
    const place = this.#cells.firstPlace(cell);
    return {x: f64(places.x, place) * scale, y: f64(places.y, place) * scale, r: MARK};
  }

  /** The cell with which a cell is drawn: itself, or the one whose circle takes in its lone place. */
  target(cell: number): number {
    let target = this.#targets.get(cell);
    if (target === undefined) {
      target = this.#findTarget(cell);
      this.#targets.set(cell, target);
    }
    return target;
  }

  #findTarget(cell: number): number {
    if (!this.#cells.isLone(cell) || this.#isLeader(cell)) return cell;
    const circle = this.#touchedCircle(cell);
    if (circle >= 0) return circle;
    const leaders = this.#cells.around(cell).filter((other) => this.#isLeader(other));
    const leader = this.#mostTouched(cell, leaders, (each) => this.circle(each));
    if (leader >= 0) return leader;
    const beside = this.#mostTouched(cell, leaders, (each) => this.mark(each));
    return beside < 0 ? cell : beside;
  }

  /** Cells whose lone place is counted in the circle of another. */
  joined(cell: number): readonly number[] {
    return this.#cells
      .around(cell)
      .filter((other) => this.#cells.isLone(other) && this.target(other) === cell);
  }

  /** Pixels between the edges of two; less than 0 when they overlap. */
  #gap(a: Disc, b: Disc): number {
    const world = WORLD * this.#cells.scale;
    const dx = Math.abs(a.x - b.x);
    return Math.hypot(Math.min(dx, world - dx), a.y - b.y) - a.r - b.r;
  }

  /** The one of some cells whose disc a lone place touches most; -1 for none. */
  #mostTouched(cell: number, others: readonly number[], discOf: (cell: number) => Disc): number {
    const mark = this.mark(cell);
    let touched = -1;
    let least = 0;
    for (const other of others) {
      const gap = this.#gap(mark, discOf(other));
      if (gap >= least) continue;
      touched = other;
      least = gap;
    }
    return touched;
  }

  /** The circle of several places that takes in a lone one; -1 for none. */
  #touchedCircle(cell: number): number {
    const circles = this.#cells.around(cell).filter((other) => !this.#cells.isLone(other));
    return this.#mostTouched(cell, circles, (each) => this.circle(each));
  }

  /** Lone places whose marks would touch that of a lone one, none of them taken in by a circle. */
  #crowd(cell: number): readonly number[] {
    const mark = this.mark(cell);
    return this.#cells
      .around(cell)
      .filter(
        (other) =>
          this.#cells.isLone(other) &&
          this.#gap(mark, this.mark(other)) < 0 &&
          this.#touchedCircle(other) < 0,
      );
  }

  /** Whether a lone place becomes a circle for those beside it. */
  #isLeader(cell: number): boolean {
    return this.#cells.isLone(cell) && this.#prevails(cell) && this.#crowd(cell).length > 0;
  }

  /** Whether a lone place gives way to none of those it touches. */
  #prevails(cell: number): boolean {
    let prevails = this.#isStrongest.get(cell);
    if (prevails === undefined) {
      prevails =
        this.#touchedCircle(cell) < 0 &&
        !this.#crowd(cell).some((other) => this.#isStronger(other, cell) && this.#prevails(other));
      this.#isStrongest.set(cell, prevails);
    }
    return prevails;
  }

  #isStronger(cell: number, other: number): boolean {
    const difference = u32(this.#events, cell) - u32(this.#events, other);
    return difference > 0 || (difference === 0 && cell < other);
  }
}
