import {HAIR} from './lane-groups.js';
import type {Extent, Row, Rows} from './lane-rows.js';
import {centreOf, isPoint, REACH, roomOf, type Spot} from './spots.js';
import {balance, fit, type Wrapped, wrap} from './wrap.js';

/** Between a mark and its label. */
export const BESIDE = 4;
/** Between a label and what comes next in its row. */
export const CLEAR = 10;
/** Half the room of a leader. */
const THREAD = 2;
/** A label no wider than this, in font sizes, stays one line. */
const SHORT = 11;

export interface LaneLabel extends Wrapped {
  readonly spot: Spot;
  readonly row: number;
  /** From the start of the plot. */
  readonly x: number;
  /** Where a leader comes down (or up) from the mark. */
  readonly leader: number | null;
}

/** Labels in lines, made once for each item. */
export class LabelTexts {
  readonly #texts = new Map<Spot, Wrapped>();

  constructor(
    readonly lines: number,
    readonly fontSize: number,
    readonly measure: (text: string, bold: boolean) => number,
  ) {}

  of(spot: Spot): Wrapped {
    let text = this.#texts.get(spot);
    if (!text) {
      text = balance(spot.item.label, this.lines, this.fontSize * SHORT, this.#measureOf(spot));
      this.#texts.set(spot, text);
    }
    return text;
  }

  /** In as many lines, but no wider; null when it does not fit. */
  narrower(spot: Spot, width: number): Wrapped | null {
    return wrap(spot.item.label, width, this.lines, this.#measureOf(spot));
  }

  /** Whatever it takes: the last line may end in an ellipsis. */
  cut(spot: Spot, width: number): Wrapped {
    return fit(spot.item.label, width, this.lines, this.#measureOf(spot));
  }

  #measureOf(spot: Spot): (line: string) => number {
    return (line) => this.measure(line, spot.selected);
  }
}

/** Labels where rows have room for them: beside their marks, in another row, or for the selected item in one more. */
export class LaneLabels {
  readonly labels: LaneLabel[] = [];

  constructor(
    readonly rows: Rows,
    readonly texts: LabelTexts,
    /** Of the plot. */
    readonly length: number,
    /** Where labels may stand. */
    readonly within: Extent,
  ) {}

  place(spot: Spot): void {
    if (spot.item.label.trim() === '') return;
    if (this.#putBeside(spot) || this.#putElsewhere(spot)) return;
    if (spot.selected) this.#putBelow(spot);
  }

  #put(spot: Spot, text: Wrapped, row: number, x: number, leader: number | null = null): void {
    this.#rows[row]?.taken.push({low: x - CLEAR / 2, high: x + text.width + CLEAR / 2});
    this.labels.push({...text, spot, row, x, leader});
  }

  get #rows(): readonly Row[] {
    return this.rows.all;
  }

  #rowOf(spot: Spot): number {
    return this.rows.rowOfMark.get(spot) ?? 0;
  }

  /** In the row of its mark, after it or before it. */
  #putBeside(spot: Spot): boolean {
    const at = this.#rowOf(spot);
    const row = this.#rows[at];
    if (!row) return false;
    const {low: first, high: last} = this.within;
    const {low, high} = roomOf(spot, this.length);
    const right = row.around(high + HAIR, first, last).high - (high + BESIDE);
    const left = low - BESIDE - row.around(low - HAIR, first, last).low;
    const roomRight = right - (high + BESIDE + right < last ? CLEAR : 0);
    const roomLeft = left - (low - BESIDE - left > first ? CLEAR : 0);
    const text = this.texts.of(spot);
    if (text.width <= roomRight) this.#put(spot, text, at, high + BESIDE);
    else if (text.width <= roomLeft) this.#put(spot, text, at, low - BESIDE - text.width);
    else {
      const narrower = this.texts.narrower(spot, Math.max(roomLeft, roomRight));
      if (!narrower) return false;
      const x = roomRight >= roomLeft ? high + BESIDE : low - BESIDE - narrower.width;
      this.#put(spot, narrower, at, x);
    }
    return true;
  }

  /** In the nearest row that has room, with a leader through those between. */
  #putElsewhere(spot: Spot): boolean {
    const at = this.#rowOf(spot);
    const text = this.texts.of(spot);
    const {low, high} = roomOf(spot, this.length);
    const leader = isPoint(spot) ? centreOf(spot, this.length) : Math.min(low + 4, (low + high) / 2);
    const thread = {low: leader - THREAD, high: leader + THREAD};
    const count = this.#rows.length + (this.#rows.length < this.rows.maxRows ? 1 : 0);
    for (let distance = 1; distance < count; distance++) {
      for (const target of [at + distance, at - distance]) {
        if (target < 0 || target >= count) continue;
        const between = this.#rows.slice(Math.min(at, target) + 1, Math.max(at, target));
        if (!between.every((row) => row.isFree(thread.low, thread.high))) continue;
        const x = this.#besideLeader(text, leader, this.#rows[target]);
        if (x === null) continue;
        const row = this.#rows[target] ?? this.rows.add();
        for (const each of [...between, row]) each.taken.push(thread);
        this.#put(spot, text, target, x, leader);
        return true;
      }
    }
    return false;
  }

  /** Where in a row, or a new one, a text has room after or before its leader; null for nowhere. */
  #besideLeader({width}: Wrapped, leader: number, row: Row | undefined): number | null {
    const {low: first, high: last} = this.within;
    const fits = (x: number) =>
      x >= first &&
      x + width <= last &&
      (!row ||
        row.isFree(
          Math.min(leader - THREAD, x - CLEAR / 2),
          Math.max(leader + THREAD, x + width + CLEAR / 2),
        ));
    return [leader + REACH - 2, leader - REACH + 2 - width].find(fits) ?? null;
  }

  /** In a row of its own below all others. */
  #putBelow(spot: Spot): void {
    const {low: first, high: last} = this.within;
    const text = this.texts.cut(spot, last - first);
    const leader = centreOf(spot, this.length);
    const x = Math.min(Math.max(leader + REACH - 2, first), last - text.width);
    for (const row of this.#rows.slice(this.#rowOf(spot) + 1))
      row.taken.push({low: leader - THREAD, high: leader + THREAD});
    this.rows.add();
    this.#put(spot, text, this.#rows.length - 1, x, leader);
  }
}
