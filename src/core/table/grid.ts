import {f64, lowerBound, orderBy, u32} from '../arrays/index.js';
import type {Dataset} from '../dataset/index.js';
import {project} from '../geo/index.js';
import {memoize} from '../memo/index.js';
import {BinCounter} from './bins.js';
import {type Points, pointsOf} from './points.js';
import type {Shown} from './shown.js';
import {type EventTable, tableOf} from './table.js';

/** The side of the world in its own pixels, at zoom 0. */
const WORLD = 256;
/** Cells are at least this wide on the screen, and less than twice that. */
const CELL = 40;
const DEEPEST = 20;
/** Half of what a mark takes: nearer than two of them, marks cannot be told apart or hit. */
const MARK = 7.5;
/** Of counted circles, in pixels: no less, so that their number fits; no more, so that they fit their cells. */
const [LEAST, MOST] = [13, 19];

/** Ten bits, each followed by a zero. */
function spread(bits: number): number {
  let wide = bits;
  wide = (wide | (wide << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}

/** Where a cell is on the Z-curve of its level: those of the level above are a quarter of it. */
const curve = (x: number, y: number): number =>
  (spread(x >>> 10) | (spread(y >>> 10) << 1)) * 2 ** 20 + (spread(x & 1023) | (spread(y & 1023) << 1));

/** Part of the world in its pixels at zoom 0; beyond 0 and 256 are its copies. */
export interface WorldBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What is drawn for a cell: a place as it is, or a counted circle. */
export interface GridMark {
  /** The cell: the same for all views at one level. */
  readonly cell: number;
  /** World pixels at zoom 0. */
  readonly x: number;
  readonly y: number;
  /** Index of a place that is drawn by itself; -1 for a circle. */
  readonly place: number;
  /** How many places are in it. */
  readonly places: number;
  /** How many events, each once: shown ones, and all. */
  readonly shown: number;
  readonly events: number;
  /** Pixels of a circle, by its shown events. */
  readonly radius: number;
}

/** All places of a dataset in the world, along a Z-curve, so that each cell of each level is one run of them. */
export class Grid {
  /** Placed places, along the curve. */
  readonly order: Uint32Array;
  /** World pixels at zoom 0, by place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Sums along the curve, to where each place starts: of events, and of positions by events (and one more, for those without). */
  readonly sums: readonly [events: Float64Array, x: Float64Array, y: Float64Array];
  readonly keys: Float64Array;
  /** Whether an event has several places. */
  readonly crossing: boolean;
  readonly #levels = new Map<number, GridLevel>();

  constructor(
    readonly table: EventTable,
    {size, lat, lon}: Points,
  ) {
    const {placeAt, placeFrom} = table.columns;
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    const key = new Float64Array(size);
    const side = 2 ** DEEPEST;
    const at = (value: number) => Math.min(side - 1, Math.max(0, Math.floor((value / WORLD) * side)));
    let placed = 0;
    for (let i = 0; i < size; i++) {
      const north = f64(lat, i);
      if (Number.isNaN(north)) key[i] = Infinity;
      else {
        const [x, y] = project({lat: north, lon: f64(lon, i)}, 0);
        this.x[i] = x;
        this.y[i] = y;
        key[i] = curve(at(x), at(y));
        placed++;
      }
    }
    this.order = orderBy(key).subarray(0, placed);
    const events = new Float64Array(size);
    for (const place of placeAt) events[place] = f64(events, place) + 1;
    this.crossing = false;
    for (let row = 0; row < table.size && !this.crossing; row++)
      this.crossing = u32(placeFrom, row + 1) - u32(placeFrom, row) > 1;
    const sum = () => new Float64Array(placed + 1);
    const [n, sx, sy] = [sum(), sum(), sum()];
    this.keys = new Float64Array(placed);
    for (let i = 0; i < placed; i++) {
      const place = u32(this.order, i);
      this.keys[i] = f64(key, place);
      const weight = f64(events, place);
      n[i + 1] = f64(n, i) + weight;
      sx[i + 1] = f64(sx, i) + (weight + 1) * f64(this.x, place);
      sy[i + 1] = f64(sy, i) + (weight + 1) * f64(this.y, place);
    }
    this.sums = [n, sx, sy];
  }

  /** The cells at a zoom: of a size in pixels between 40 and 80. */
  level(zoom: number): GridLevel {
    const depth = Math.min(DEEPEST, Math.max(2, Math.floor(zoom + Math.log2(WORLD / CELL))));
    return this.at(depth);
  }

  /** The cells of a level, 2 ** depth to a side; the last few are kept. */
  at(depth: number): GridLevel {
    let level = this.#levels.get(depth);
    if (!level) {
      if (this.#levels.size > 2) this.#levels.delete(this.#levels.keys().next().value ?? 0);
      level = new GridLevel(this, depth);
      this.#levels.set(depth, level);
    }
    return level;
  }
}

/** The grid of a dataset, made when it is first asked for. */
export const gridOf = memoize((dataset: Dataset) => new Grid(tableOf(dataset), pointsOf(dataset)));

/** In pixels of a level whose cells are `CELL` wide: where they are smallest. */
interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/**
 * Places by cells of a grid that lies still on the world. What a cell shows follows from it and the cells beside it
 * alone, so that nothing depends on the view:
 *
 * - Several places are a circle in the middle of them by events, inside its cell: circles never touch.
 * - A lone place is drawn where it is, unless its mark would touch a circle: then it is counted in that.
 * - Of lone places whose marks would touch, the one with most events becomes a circle and takes in those beside it.
 */
export class GridLevel {
  readonly size: number;
  /** Where the places of each cell start in `grid.order`. */
  readonly from: Uint32Array;
  /** The cell of each place; `size` for those without a position. */
  readonly cellOf: Uint32Array;
  readonly #keys: Float64Array;
  readonly #all: Uint32Array;
  readonly #counter: BinCounter;
  /** Pixels for a world pixel of zoom 0, where cells are smallest. */
  readonly #scale: number;
  readonly #most: number;
  readonly #beside = new Map<number, readonly number[]>();
  readonly #homes = new Map<number, number>();
  readonly #leads = new Map<number, boolean>();
  /** What joined places add to circles, for what is shown and for all. */
  #added = new Map<number, readonly [shown: number, all: number]>();
  #shown: Shown | undefined;

  constructor(
    readonly grid: Grid,
    readonly depth: number,
  ) {
    const {keys, order, sums, table, x} = grid;
    const part = 4 ** (DEEPEST - depth);
    this.#scale = (2 ** depth * CELL) / WORLD;
    this.cellOf = new Uint32Array(x.length);
    const starts = new Uint32Array(order.length + 1);
    let size = 0;
    let before = -1;
    for (let i = 0; i < order.length; i++) {
      const key = Math.floor(f64(keys, i) / part);
      if (key !== before) starts[size++] = i;
      before = key;
      this.cellOf[u32(order, i)] = size;
    }
    for (let i = 0; i < x.length; i++) this.cellOf[i] = (u32(this.cellOf, i) || size + 1) - 1;
    starts[size] = order.length;
    this.size = size;
    this.from = starts.slice(0, size + 1);
    this.#keys = new Float64Array(size);
    for (let c = 0; c < size; c++) this.#keys[c] = Math.floor(f64(keys, u32(this.from, c)) / part);
    this.#counter = new BinCounter(table, this.cellOf, size + 1);
    if (grid.crossing) this.#all = this.#counter.all();
    else {
      this.#all = new Uint32Array(size);
      for (let c = 0; c < size; c++) this.#all[c] = this.#sum(sums[0], c);
    }
    let most = 1;
    for (let c = 0; c < size; c++) most = Math.max(most, u32(this.#all, c));
    this.#most = most;
  }

  #sum(sums: Float64Array, cell: number): number {
    return f64(sums, u32(this.from, cell + 1)) - f64(sums, u32(this.from, cell));
  }

  #places(cell: number): number {
    return u32(this.from, cell + 1) - u32(this.from, cell);
  }

  /** The first place of a cell. */
  #first(cell: number): number {
    return u32(this.grid.order, u32(this.from, cell));
  }

  /** The area is as the number, of the whole level; within bounds. */
  #radius(events: number): number {
    return Math.min(MOST, Math.max(LEAST, MOST * Math.sqrt(events / this.#most)));
  }

  /** The cell there, -1 for none; across the antimeridian. */
  #find(x: number, y: number): number {
    const side = 2 ** this.depth;
    if (y < 0 || y >= side) return -1;
    const key = curve(((x % side) + side) % side, y);
    const at = lowerBound(this.#keys, key);
    return this.#keys[at] === key ? at : -1;
  }

  /** Column and row of a cell. */
  #at(cell: number): [x: number, y: number] {
    const place = this.#first(cell);
    const last = 2 ** this.depth - 1;
    const of = (value: number) => Math.min(last, Math.max(0, Math.floor((value * this.#scale) / CELL)));
    return [of(f64(this.grid.x, place)), of(f64(this.grid.y, place))];
  }

  /** Up to eight cells around one. */
  #around(cell: number): readonly number[] {
    let beside = this.#beside.get(cell);
    if (!beside) {
      const [x, y] = this.#at(cell);
      const found: number[] = [];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const other = dx || dy ? this.#find(x + dx, y + dy) : -1;
          if (other >= 0) found.push(other);
        }
      }
      beside = found;
      this.#beside.set(cell, beside);
    }
    return beside;
  }

  readonly #isLone = (cell: number): boolean => this.#places(cell) === 1;

  /** Room for the circle of a cell, with all that could join it: inside the cell. */
  #disc(cell: number): Disc {
    const {sums} = this.grid;
    const weight = this.#sum(sums[0], cell) + this.#places(cell);
    const joining = this.#around(cell).filter(this.#isLone);
    const r = this.#radius(joining.reduce((sum, each) => sum + u32(this.#all, each), u32(this.#all, cell)));
    const [column, row] = this.#at(cell);
    const inside = (sum: number, at: number) =>
      Math.min((at + 1) * CELL - r, Math.max(at * CELL + r, (sum / weight) * this.#scale));
    return {x: inside(this.#sum(sums[1], cell), column), y: inside(this.#sum(sums[2], cell), row), r};
  }

  /** The place of a lone cell. */
  #point(cell: number): Disc {
    const place = this.#first(cell);
    const [x, y] = [f64(this.grid.x, place), f64(this.grid.y, place)];
    return {x: x * this.#scale, y: y * this.#scale, r: MARK};
  }

  /** Pixels between the edges of two; less than 0 when they overlap. */
  #gap(a: Disc, b: Disc): number {
    const world = WORLD * this.#scale;
    const dx = Math.abs(a.x - b.x);
    return Math.hypot(Math.min(dx, world - dx), a.y - b.y) - a.r - b.r;
  }

  /** The one of some cells whose disc a lone place touches most; -1 for none. */
  #touched(cell: number, cells: readonly number[], discOf: (cell: number) => Disc): number {
    const point = this.#point(cell);
    let [home, nearest] = [-1, 0];
    for (const each of cells) {
      const gap = this.#gap(point, discOf(each));
      if (gap < nearest) [home, nearest] = [each, gap];
    }
    return home;
  }

  /** The circle of several places that takes in a lone one; -1 for none. */
  #taken(cell: number): number {
    const circles = this.#around(cell).filter((each) => !this.#isLone(each));
    return this.#touched(cell, circles, (each) => this.#disc(each));
  }

  /** Lone places whose marks would touch that of a lone one, none of them taken in by a circle. */
  #crowd(cell: number): readonly number[] {
    const point = this.#point(cell);
    return this.#around(cell).filter(
      (each) => this.#isLone(each) && this.#gap(point, this.#point(each)) < 0 && this.#taken(each) < 0,
    );
  }

  /** Whether a lone place gives way to none of those it touches. */
  #isFirst(cell: number): boolean {
    let first = this.#leads.get(cell);
    if (first === undefined) {
      const own = u32(this.#all, cell);
      const isHigher = (each: number) => {
        const other = u32(this.#all, each);
        return other > own || (other === own && each < cell);
      };
      first =
        this.#taken(cell) < 0 && !this.#crowd(cell).some((each) => isHigher(each) && this.#isFirst(each));
      this.#leads.set(cell, first);
    }
    return first;
  }

  readonly #isLeader = (cell: number): boolean =>
    this.#isLone(cell) && this.#isFirst(cell) && this.#crowd(cell).length > 0;

  /** The cell with which a cell is drawn: itself, or the one whose circle takes in its lone place. */
  home(cell: number): number {
    let home = this.#homes.get(cell);
    if (home === undefined) {
      home = cell;
      if (this.#isLone(cell) && !this.#isLeader(cell)) {
        const taken = this.#taken(cell);
        const leaders = taken < 0 ? this.#around(cell).filter(this.#isLeader) : [];
        const touched = this.#touched(cell, leaders, (each) => this.#disc(each));
        const beside = touched < 0 ? this.#touched(cell, leaders, (each) => this.#point(each)) : touched;
        home = Math.max(taken, beside);
        if (home < 0) home = cell;
      }
      this.#homes.set(cell, home);
    }
    return home;
  }

  /** Cells whose lone place is counted in the circle of another. */
  #joined(cell: number): readonly number[] {
    return this.#around(cell).filter((each) => this.#isLone(each) && this.home(each) === cell);
  }

  /** What joined places add to the events of a cell: those that it does not have already. */
  #adds(
    cell: number,
    joined: readonly number[],
    counts: Uint32Array,
    shown: Shown,
  ): readonly [number, number] {
    const {crossing, table} = this.grid;
    let [of, all] = [0, 0];
    if (!crossing) {
      for (const each of joined) {
        of += u32(counts, each);
        all += u32(this.#all, each);
      }
      return [of, all];
    }
    let sums = this.#added.get(cell);
    if (!sums) {
      const have = [cell];
      for (const each of joined) {
        for (const row of table.rowsAt(this.#first(each))) {
          if (table.placesOf(row).some((place) => have.includes(u32(this.cellOf, place)))) continue;
          all++;
          if (shown.hasRow(row)) of++;
        }
        have.push(each);
      }
      sums = [of, all];
      this.#added.set(cell, sums);
    }
    return sums;
  }

  /** What a circle or mark is made of. */
  #mark(cell: number, copies: number, shown: Shown, counts: Uint32Array): GridMark {
    const joined = this.#joined(cell);
    const isCircle = !this.#isLone(cell) || joined.length > 0;
    const {x, y} = isCircle ? this.#disc(cell) : this.#point(cell);
    const [of, all] = joined.length > 0 ? this.#adds(cell, joined, counts, shown) : [0, 0];
    const events = u32(counts, cell) + of;
    return {
      cell,
      x: x / this.#scale + copies * WORLD,
      y: y / this.#scale,
      place: isCircle ? -1 : this.#first(cell),
      places: this.#places(cell) + joined.length,
      shown: events,
      events: u32(this.#all, cell) + all,
      radius: this.#radius(events),
    };
  }

  /** What is drawn of the cells that a box of the world touches, each once: in the copy nearest to its middle. */
  marks({west, north, east, south}: WorldBox, shown: Shown): readonly GridMark[] {
    if (shown !== this.#shown) this.#added = new Map();
    this.#shown = shown;
    const counts = this.#counter.count(shown);
    const side = 2 ** this.depth;
    const at = (value: number) => Math.floor((value * this.#scale) / CELL);
    const first = Math.max(at(west), at((west + east) / 2) - side / 2);
    const last = Math.min(at(east), first + side - 1, at((west + east) / 2) + side / 2);
    const marks: GridMark[] = [];
    for (let y = Math.max(0, at(north)); y <= Math.min(side - 1, at(south)); y++) {
      for (let x = first; x <= last; x++) {
        const cell = this.#find(x, y);
        if (cell >= 0 && this.home(cell) === cell)
          marks.push(this.#mark(cell, Math.floor(x / side), shown, counts));
      }
    }
    return marks;
  }

  /** How many places are drawn with a cell. */
  count(cell: number): number {
    return this.#places(cell) + this.#joined(cell).length;
  }

  /** The cells that are drawn as one: a cell, and those whose lone place is counted in its circle. */
  cellsOf(cell: number): readonly number[] {
    return [cell, ...this.#joined(cell)];
  }
}
