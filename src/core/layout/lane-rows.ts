import type {LaneBar} from './lane-content.js';
import {HAIR} from './lane-groups.js';
import {roomOf, type Spot} from './spots.js';

/** A part of a row, along time. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** What is taken in a row. */
export class Row {
  readonly taken: Extent[] = [];
  /** Where its last mark ends, and that mark's label. */
  markEnd = -Infinity;
  end = -Infinity;

  isFree(low: number, high: number): boolean {
    return !crosses(this.taken, low, high);
  }

  /** The free extent around `at`. */
  around(at: number, low: number, high: number): Extent {
    for (const each of this.taken) {
      if (each.low >= at) high = Math.min(high, each.low);
      else if (each.high <= at) low = Math.max(low, each.high);
      else return {low: at, high: at};
    }
    return {low, high};
  }
}

const crosses = (extents: readonly Extent[], low: number, high: number) =>
  extents.some((each) => each.low < high && low < each.high);

/**
 * Rows of a lane, filled in the order of what starts first: bars of stretches in the first row, and marks and wide bars
 * where there is room for them.
 */
export class Rows {
  readonly all: Row[] = [];
  readonly rowOfBar = new Map<LaneBar, number>();
  /** Of the marks in range, in the order that they were placed. */
  readonly rowOfMark = new Map<Spot, number>();
  /** Bars of the first row. */
  readonly #first: readonly LaneBar[];
  /** Those that take rows as marks do, and have none yet. */
  readonly #wide: LaneBar[];

  constructor(
    bars: readonly LaneBar[],
    readonly maxRows: number,
  ) {
    this.#first = bars.filter(({wide}) => !wide);
    this.#wide = bars.filter(({wide}) => wide);
    if (this.#first.length > 0) this.add().taken.push(...this.#first);
    for (const bar of this.#first) this.rowOfBar.set(bar, 0);
  }

  add(): Row {
    const row = new Row();
    this.all.push(row);
    return row;
  }

  /** Wide bars that start before a mark take their rows before it. */
  placeWide(before: number): void {
    for (let bar = this.#wide[0]; bar && bar.low <= before; bar = this.#wide[0]) {
      this.#wide.shift();
      const {low, high} = bar;
      const found = this.all.findIndex((row, i) => this.#isOpen(row, i, low, high) && row.end <= low + HAIR);
      const at = found < 0 ? this.all.length : found;
      const row = this.all[at] ?? this.add();
      row.markEnd = row.end = high;
      row.taken.push({low, high});
      this.rowOfBar.set(bar, at);
    }
  }

  /** A mark takes a row; `reach` and `end`: what it would like to have there for its label, too. */
  placeMark(spot: Spot, reach: number, end: number, length: number): void {
    const at = this.#rowFor(spot, reach, end);
    const row = this.all[at] ?? this.add();
    row.markEnd = spot.high;
    row.end = Math.max(row.end, end);
    if (!spot.inRange) return;
    this.rowOfMark.set(spot, at);
    row.taken.push(roomOf(spot, length));
  }

  /** The first row with room for mark and label, or a new one, or the one whose last label ends first. */
  #rowFor({low, high}: Spot, reach: number, end: number): number {
    const {all: rows} = this;
    const roomy = rows.findIndex(
      (row, i) =>
        this.#isOpen(row, i, low, high) && row.end <= reach + HAIR && !this.#isBarred(i, reach, end),
    );
    if (roomy >= 0) return roomy;
    let at = rows.length;
    if (at < this.maxRows) return at;
    let least = Infinity;
    rows.forEach((row, i) => {
      if (this.#isOpen(row, i, low, high) && row.end < least) [at, least] = [i, row.end];
    });
    return at;
  }

  #isOpen({markEnd}: Row, index: number, low: number, high: number): boolean {
    return markEnd <= low + HAIR && !this.#isBarred(index, low, high);
  }

  /** Whether a bar of the first row stands there. */
  #isBarred(index: number, low: number, high: number): boolean {
    return index === 0 && crosses(this.#first, low, high);
  }
}
