import {f64, lowerBound, u32} from '../arrays/index.js';
import {type GridPlaces, MAX_DEPTH, WORLD} from './grid-places.js';
import {mortonCode} from './z-curve.js';

/** Minimum cell width in screen pixels; cells are narrower than twice that. */
export const CELL = 40;

/** The non-empty cells of one level, along the Z-curve. The world is 2 ** depth cells wide. */
export class GridCells {
  /** Number of cells. */
  readonly size: number;
  /** The cell of each place; `size` for those without a position. */
  readonly cellOf: Uint32Array;
  /** Screen pixels per world pixel at zoom 0, where cells are `CELL` wide. */
  readonly scale: number;
  /** Start of each cell's places in `places.order`. */
  readonly #from: Uint32Array;
  readonly #codes: Float64Array;
  readonly #around = new Map<number, readonly number[]>();

  constructor(
    readonly places: GridPlaces,
    readonly depth: number,
  ) {
    const {codes, order, x} = places;
    /** Number of finest cells in a cell of this level. */
    const part = 4 ** (MAX_DEPTH - depth);
    this.scale = (2 ** depth * CELL) / WORLD;
    const starts = new Uint32Array(order.length + 1);
    const cellOf = new Uint32Array(x.length);
    let size = 0;
    let before = -1;
    for (let i = 0; i < order.length; i++) {
      const code = Math.floor(f64(codes, i) / part);
      if (code !== before) starts[size++] = i;
      before = code;
      cellOf[u32(order, i)] = size;
    }
    starts[size] = order.length;
    // So far cells count from 1, so that 0 marks places without a position.
    for (let i = 0; i < cellOf.length; i++) cellOf[i] = (u32(cellOf, i) || size + 1) - 1;
    this.size = size;
    this.cellOf = cellOf;
    this.#from = starts.slice(0, size + 1);
    this.#codes = Float64Array.from({length: size}, (_, cell) =>
      Math.floor(f64(codes, u32(starts, cell)) / part),
    );
  }

  /** The sum over the places of a cell, from prefix sums. */
  sum(prefixSums: Float64Array, cell: number): number {
    return f64(prefixSums, u32(this.#from, cell + 1)) - f64(prefixSums, u32(this.#from, cell));
  }

  /** Number of places in a cell. */
  count(cell: number): number {
    return u32(this.#from, cell + 1) - u32(this.#from, cell);
  }

  isLone(cell: number): boolean {
    return this.count(cell) === 1;
  }

  firstPlace(cell: number): number {
    return u32(this.places.order, u32(this.#from, cell));
  }

  /** The column or row of a world pixel; not clamped to the world. */
  indexAt(pixel: number): number {
    return Math.floor((pixel * this.scale) / CELL);
  }

  /** The cell at a column and row, or -1; columns wrap around the antimeridian. */
  find(column: number, row: number): number {
    const side = 2 ** this.depth;
    if (row < 0 || row >= side) return -1;
    const code = mortonCode(((column % side) + side) % side, row);
    const index = lowerBound(this.#codes, code);
    return this.#codes[index] === code ? index : -1;
  }

  columnAndRow(cell: number): readonly [column: number, row: number] {
    const place = this.firstPlace(cell);
    const {x, y} = this.places;
    const last = 2 ** this.depth - 1;
    const within = (pixel: number) => Math.min(last, Math.max(0, this.indexAt(pixel)));
    return [within(f64(x, place)), within(f64(y, place))];
  }

  /** The up to eight neighbours of a cell. */
  around(cell: number): readonly number[] {
    let around = this.#around.get(cell);
    if (!around) {
      around = this.#findAround(cell);
      this.#around.set(cell, around);
    }
    return around;
  }

  #findAround(cell: number): readonly number[] {
    const [column, row] = this.columnAndRow(cell);
    const found: number[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const other = dx || dy ? this.find(column + dx, row + dy) : -1;
        if (other >= 0) found.push(other);
      }
    }
    return found;
  }
}
