import type {Box} from './types.js';

/** Size of a cell, in pixels. */
const SQUARE = 3;

/** Occupancy grid of a drawing, for placing labels. */
export class Room {
  readonly #columns: number;
  readonly #rows: number;
  readonly #taken: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.max(1, Math.ceil(width / SQUARE));
    this.#rows = Math.max(1, Math.ceil(height / SQUARE));
    this.#taken = new Uint8Array(this.#columns * this.#rows);
  }

  /** Saves the state; returns a function that restores it. */
  save(): () => void {
    const taken = this.#taken.slice();
    return () => this.#taken.set(taken);
  }

  fill(box: Box): void {
    this.#each(box, (at) => {
      this.#taken[at] = 1;
      return true;
    });
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#along(x0, y0, x1, y1, (at) => {
      this.#taken[at] = 1;
      return true;
    });
  }

  isFree(box: Box): boolean {
    return this.#each(box, (at) => this.#taken[at] === 0);
  }

  /** Whether a line crosses only free cells. */
  isClear(x0: number, y0: number, x1: number, y1: number): boolean {
    return this.#along(x0, y0, x1, y1, (at) => this.#taken[at] === 0);
  }

  #each({x, y, width, height}: Box, visit: (at: number) => boolean): boolean {
    const [left, right] = [Math.floor(x / SQUARE), Math.ceil((x + width) / SQUARE)];
    const [top, bottom] = [Math.floor(y / SQUARE), Math.ceil((y + height) / SQUARE)];
    for (let row = Math.max(0, top); row < Math.min(this.#rows, bottom); row++) {
      for (let column = Math.max(0, left); column < Math.min(this.#columns, right); column++) {
        if (!visit(row * this.#columns + column)) return false;
      }
    }
    return true;
  }

  #along(x0: number, y0: number, x1: number, y1: number, visit: (at: number) => boolean): boolean {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / SQUARE));
    for (let i = 0; i <= steps; i++) {
      const column = Math.floor((x0 + ((x1 - x0) * i) / steps) / SQUARE);
      const row = Math.floor((y0 + ((y1 - y0) * i) / steps) / SQUARE);
      if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) continue;
      if (!visit(row * this.#columns + column)) return false;
    }
    return true;
  }
}
