import {u32} from '../arrays/index.js';
import {BinCounter} from './bins.js';
import {GridCells} from './grid-cells.js';
import {GridMerging} from './grid-merging.js';
import {type GridPlaces, WORLD} from './grid-places.js';
import type {Shown} from './shown.js';

/** Bounds in world pixels at zoom 0; below 0 and above 256 are copies of the world. */
export interface WorldBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** The mark of a cell: a single place, or a cluster drawn as a circle with its count. */
export interface GridMark {
  /** The cell, which does not depend on the viewport. */
  readonly cell: number;
  /** World pixels at zoom 0. */
  readonly x: number;
  readonly y: number;
  /** Index of the place when drawn alone; -1 for a cluster. */
  readonly place: number;
  /** Number of places in the mark. */
  readonly places: number;
  /** Number of distinct events: shown, and all. */
  readonly shown: number;
  readonly events: number;
  /** Radius of a cluster's circle in pixels, by its shown events. */
  readonly radius: number;
}

interface Counts {
  readonly shown: number;
  readonly events: number;
}

const NOTHING: Counts = {shown: 0, events: 0};

/** The marks of one grid level with their event counts, which are updated incrementally. */
export class GridLevel {
  readonly #cells: GridCells;
  readonly #merging: GridMerging;
  readonly #counter: BinCounter;
  /** Number of events in each cell, shown or not. */
  readonly #events: Uint32Array;
  /** Cache of the counts that merged places add to clusters, for the current `Shown`. */
  #added = new Map<number, Counts>();
  #shown: Shown | undefined;

  constructor(
    readonly places: GridPlaces,
    readonly depth: number,
  ) {
    const cells = new GridCells(places, depth);
    this.#cells = cells;
    this.#counter = new BinCounter(places.table, cells.cellOf, cells.size + 1);
    this.#events = places.hasSharedEvents
      ? this.#counter.all()
      : Uint32Array.from({length: cells.size}, (_, cell) => cells.sum(places.eventSums, cell));
    this.#merging = new GridMerging(cells, this.#events);
  }

  /** The cell of each place; the number of cells for those without a position. */
  get cellOf(): Uint32Array {
    return this.#cells.cellOf;
  }

  /** The marks of the cells that intersect a viewport, each once: in the copy of the world nearest to its centre. */
  marks({west, north, east, south}: WorldBox, shown: Shown): readonly GridMark[] {
    if (shown !== this.#shown) this.#added = new Map();
    this.#shown = shown;
    const counts = this.#counter.count(shown);
    const cells = this.#cells;
    const side = 2 ** this.depth;
    const middle = cells.indexAt((west + east) / 2);
    const first = Math.max(cells.indexAt(west), middle - side / 2);
    const last = Math.min(cells.indexAt(east), first + side - 1, middle + side / 2);
    const bottom = Math.min(side - 1, cells.indexAt(south));
    const marks: GridMark[] = [];
    for (let row = Math.max(0, cells.indexAt(north)); row <= bottom; row++) {
      for (let column = first; column <= last; column++) {
        const cell = cells.find(column, row);
        if (cell < 0 || this.#merging.target(cell) !== cell) continue;
        marks.push(this.#markOf(cell, Math.floor(column / side), shown, counts));
      }
    }
    return marks;
  }

  /** The mark of a cell, in a copy of the world. */
  #markOf(cell: number, copy: number, shown: Shown, counts: Uint32Array): GridMark {
    const cells = this.#cells;
    const merging = this.#merging;
    const joined = merging.joined(cell);
    const isCircle = !cells.isLone(cell) || joined.length > 0;
    const {x, y} = isCircle ? merging.circle(cell) : merging.mark(cell);
    const added = joined.length > 0 ? this.#addedBy(joined, cell, shown, counts) : NOTHING;
    const shownEvents = u32(counts, cell) + added.shown;
    return {
      cell,
      x: x / cells.scale + copy * WORLD,
      y: y / cells.scale,
      place: isCircle ? -1 : cells.firstPlace(cell),
      places: cells.count(cell) + joined.length,
      shown: shownEvents,
      events: u32(this.#events, cell) + added.events,
      radius: merging.radius(shownEvents),
    };
  }

  /** The events that merged places add to a cell, without those it already has. */
  #addedBy(joined: readonly number[], cell: number, shown: Shown, counts: Uint32Array): Counts {
    if (!this.places.hasSharedEvents) return this.#sumOf(joined, counts);
    let added = this.#added.get(cell);
    if (!added) {
      added = this.#countNew(joined, cell, shown);
      this.#added.set(cell, added);
    }
    return added;
  }

  #sumOf(cells: readonly number[], counts: Uint32Array): Counts {
    let shown = 0;
    let events = 0;
    for (const cell of cells) {
      shown += u32(counts, cell);
      events += u32(this.#events, cell);
    }
    return {shown, events};
  }

  /** Counts the distinct events of merged places that are not in the cell itself. */
  #countNew(joined: readonly number[], cell: number, shown: Shown): Counts {
    const {table} = this.places;
    const counted = [cell];
    let isShown = 0;
    let events = 0;
    for (const other of joined) {
      for (const row of table.rowsAt(this.#cells.firstPlace(other))) {
        if (table.placesOf(row).some((place) => counted.includes(u32(this.cellOf, place)))) continue;
        events++;
        if (shown.hasRow(row)) isShown++;
      }
      counted.push(other);
    }
    return {shown: isShown, events};
  }

  /** The cell whose mark contains a place; -1 for a place without a position, or place -1. */
  markAt(place: number): number {
    const cell = this.cellOf[place] ?? this.#cells.size;
    return cell < this.#cells.size ? this.#merging.target(cell) : -1;
  }

  /** Number of places in the mark of a cell. */
  count(cell: number): number {
    return this.#cells.count(cell) + this.#merging.joined(cell).length;
  }

  /** The cells in one mark: a cell, and those whose single place is merged into it. */
  cellsOf(cell: number): readonly number[] {
    return [cell, ...this.#merging.joined(cell)];
  }
}
