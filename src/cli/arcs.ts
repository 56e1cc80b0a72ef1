import type {Point, Ring} from './dissolve.js';

const keyOf = ([x, y]: Point) => `${x},${y}`;

/** Lines and rings as the arcs of a topology: what several share is one arc, and so drawn once. */
export class Arcs {
  readonly #neighbours = new Map<string, Set<string>>();
  readonly #ends = new Set<string>();
  readonly #indexes = new Map<string, number>();
  /** Positions of each arc. */
  readonly arcs: Point[][] = [];

  /** @param lines all that will be asked for: rings, closed, and open lines */
  constructor(lines: Iterable<Ring>) {
    for (const line of lines) {
      const isRing = keyOf(line[0] as Point) === keyOf(line.at(-1) as Point);
      if (!isRing) for (const end of [line[0], line.at(-1)]) this.#ends.add(keyOf(end as Point));
      for (const [i, to] of line.entries()) {
        const from = line[i - 1];
        if (!from) continue;
        this.#join(keyOf(from), keyOf(to));
        this.#join(keyOf(to), keyOf(from));
      }
    }
  }

  #join(a: string, b: string): void {
    this.#neighbours.set(a, (this.#neighbours.get(a) ?? new Set()).add(b));
  }

  /** Where lines meet or part. */
  #isJunction(point: Point): boolean {
    const key = keyOf(point);
    return this.#ends.has(key) || this.#neighbours.get(key)?.size !== 2;
  }

  /** The arcs of a line, as TopoJSON numbers them: `~i` for one that runs the other way. */
  of(line: Ring): number[] {
    const isRing = keyOf(line[0] as Point) === keyOf(line.at(-1) as Point);
    const turned = isRing ? this.#turned(line) : line;
    const found: number[] = [];
    let open: Point[] = [];
    for (const [i, point] of turned.entries()) {
      open.push(point);
      const isEnd = i === turned.length - 1 || (i > 0 && this.#isJunction(point));
      if (!isEnd || open.length < 2) continue;
      found.push(this.#index(open));
      open = [point];
    }
    return found;
  }

  /** A ring that begins at a junction, or, where it has none, at a point that is the same from whatever side it is seen. */
  #turned(ring: Ring): Ring {
    const open = ring.slice(0, -1);
    const junction = open.findIndex((point) => this.#isJunction(point));
    const least = open.map(keyOf).sort()[0];
    const start = junction >= 0 ? junction : open.findIndex((point) => keyOf(point) === least);
    return [...open.slice(start), ...open.slice(0, start), open[start] as Point];
  }

  #index(arc: Point[]): number {
    const key = arc.map(keyOf).join(' ');
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.arcs.push(arc) - 1;
    this.#indexes.set([...arc].reverse().map(keyOf).join(' '), ~index);
    this.#indexes.set(key, index);
    return index;
  }
}
