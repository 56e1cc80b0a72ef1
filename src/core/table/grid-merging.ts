import {f64, u32} from '../arrays/index.js';
import {CELL, type GridCells} from './grid-cells.js';
import {WORLD} from './grid-places.js';

/** Radius of a mark's hit area in pixels: marks closer than twice that would overlap. */
const MARK = 7.5;
/** Radius of cluster circles in pixels: large enough for the count, small enough for the cell. */
const MIN_RADIUS = 13;
const MAX_RADIUS = 19;
/** From here on counts are written with a letter more: 1.5K. */
const LONG = 1000;
const LONG_RADIUS = 17;

/** A circle, in pixels at the zoom where cells are smallest, `CELL` wide. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/**
 * Decides which cells of a level merge into one mark. The result for a cell depends only on itself and its neighbours,
 * so that marks do not change when panning:
 *
 * - Several places are a cluster at their mean weighted by events, clamped inside the cell: circles never overlap.
 * - A single place is drawn at its position, unless its mark overlaps a circle: then it merges into that cluster.
 * - Of single places whose marks overlap, the one with most events becomes a cluster that its neighbours merge into.
 */
export class GridMerging {
  readonly #cells: GridCells;
  readonly #events: Uint32Array;
  readonly #maxEvents: number;
  readonly #targets = new Map<number, number>();
  readonly #isStrongest = new Map<number, boolean>();

  /** `events`: number of events in each cell. */
  constructor(cells: GridCells, events: Uint32Array) {
    this.#cells = cells;
    this.#events = events;
    let most = 1;
    for (let cell = 0; cell < cells.size; cell++) most = Math.max(most, u32(events, cell));
    this.#maxEvents = most;
  }

  /** Radius of a circle in pixels: its area is proportional to its events relative to the largest cell, clamped. */
  radius(events: number): number {
    const least = events < LONG ? MIN_RADIUS : LONG_RADIUS;
    return Math.min(MAX_RADIUS, Math.max(least, MAX_RADIUS * Math.sqrt(events / this.#maxEvents)));
  }

  /** The circle of a cell at the largest size it could grow to by merging, clamped inside the cell. */
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

  /** The mark of a single place. */
  mark(cell: number): Disc {
    const {places, scale} = this.#cells;
    const place = this.#cells.firstPlace(cell);
    return {x: f64(places.x, place) * scale, y: f64(places.y, place) * scale, r: MARK};
  }

  /** The cell that a cell merges into, or itself. */
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

  /** Cells whose single place is merged into the cluster of another. */
  joined(cell: number): readonly number[] {
    return this.#cells
      .around(cell)
      .filter((other) => this.#cells.isLone(other) && this.target(other) === cell);
  }

  /** Distance between two edges in pixels; negative when they overlap. */
  #gap(a: Disc, b: Disc): number {
    const world = WORLD * this.#cells.scale;
    const dx = Math.abs(a.x - b.x);
    return Math.hypot(Math.min(dx, world - dx), a.y - b.y) - a.r - b.r;
  }

  /** The cell whose circle overlaps the mark of a single place most, or -1. */
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

  /** The cluster of several places that a single place merges into, or -1. */
  #touchedCircle(cell: number): number {
    const circles = this.#cells.around(cell).filter((other) => !this.#cells.isLone(other));
    return this.#mostTouched(cell, circles, (each) => this.circle(each));
  }

  /** Single places whose marks overlap that of a single place, and that merge into no cluster of several places. */
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

  /** Whether a single place becomes a cluster that its neighbours merge into. */
  #isLeader(cell: number): boolean {
    return this.#cells.isLone(cell) && this.#prevails(cell) && this.#crowd(cell).length > 0;
  }

  /** Whether a single place is not dominated by any that it overlaps. */
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
