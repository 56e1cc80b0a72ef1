import {memoize} from '../core/memo/index.js';
import type {Basemap} from './basemap.js';
import {LEVELS} from './cells.js';
import type {ViewState} from './map-adapter.js';

type Level = (typeof LEVELS)[number];

/** A square of the world at a zoom `z`: column `x` from the west, row `y` from the north, as tiles are counted. */
interface Square {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Name of its file, if it has one. */
  readonly name: string | undefined;
  /** The four that it is cut into, or none. */
  readonly parts: readonly Square[];
}

/** The level whose cells a zoom is drawn by; -1 for the whole world. */
const levelOf = (zoom: number): number => LEVELS.findLastIndex(({from}) => zoom >= from);

/** The squares of a level, read once: a frame looks at those in view alone. */
const squaresOf = memoize(({name, tree}: Level): Square => {
  let at = 0;
  const read = (z: number, x: number, y: number): Square => {
    const kind = tree[at++];
    return {
      z,
      x,
      y,
      name: kind === '1' ? `${name}-${z}-${x}-${y}` : undefined,
      parts: kind === '2' ? [0, 1, 2, 3].map((i) => read(z + 1, 2 * x + (i & 1), 2 * y + (i >> 1))) : [],
    };
  };
  return read(0, 0, 0);
});

function isInView({z, x, y}: Square, {origin: [left, top], zoom, width, height}: ViewState): boolean {
  const world = 256 * 2 ** zoom;
  const size = world / 2 ** z;
  if (y * size >= top + height || (y + 1) * size <= top) return false;
  // The first copy of the world in which its east lies in the view.
  const copy = Math.ceil((left - (x + 1) * size) / world);
  return x * size + copy * world < left + width;
}

/** Names of the files of the cells of a level that a view shows, in every copy of the world; none for the whole world. */
function namesOf(level: number, view: ViewState): readonly string[] {
  const names: string[] = [];
  const visit = (square: Square): void => {
    if (!isInView(square, view)) return;
    if (square.name) names.push(square.name);
    for (const part of square.parts) visit(part);
  };
  const cells = LEVELS[level];
  if (cells) visit(squaresOf(cells));
  return names;
}

/** Whether a view is near enough for more than the coarse map of the world. */
export const isDetailed = ({zoom}: ViewState): boolean => levelOf(zoom) >= 0;

/** Cells that are kept when they are out of view, the last ones seen. */
const KEPT = 80;
/** Milliseconds after which what could not be had may be asked for again, when the map is drawn anew. */
const PAUSE = 20_000;

/** What loads a file by its name. */
type LoadCell = (name: string) => Promise<Basemap>;

/** The basemaps that a view of the world is drawn by, fetched as it comes to them. */
export class Detail {
  readonly #cells = new Map<string, Basemap>();
  /** On their way, or not to be had: from when on they may be asked for again. */
  readonly #asked = new Map<string, number>();
  /** How many are on their way. */
  #coming = 0;
  /** A cell could not be fetched. */
  hasFailed = false;
  /** None could be fetched: the folder is not there, and is not asked again. */
  isMissing = false;

  /** @param come called when one more is there, or cannot be had */
  constructor(
    readonly loadCell: LoadCell,
    readonly come: () => void,
  ) {}

  /** Fetches the cells of a view that are not there. */
  fetchFor(view: ViewState): void {
    const now = performance.now();
    for (const name of namesOf(levelOf(view.zoom), view))
      if (!this.#cells.has(name) && (this.#asked.get(name) ?? 0) <= now) void this.#fetch(name);
  }

  /**
   * The cells of a view that are there, and whether these are all of them. For those on their way coarser ones stand in,
   * which come first; for the whole world, the coarsest.
   */
  look(view: ViewState): {readonly cells: readonly Basemap[]; readonly isWhole: boolean} {
    const level = levelOf(view.zoom);
    const names = namesOf(level, view);
    const cells = this.#there(names);
    const isWhole = level >= 0 && cells.length === names.length;
    if (isWhole) return {cells, isWhole};
    const others = LEVELS.slice(0, Math.max(1, level)).flatMap((_, i) => this.#there(namesOf(i, view)));
    return {cells: [...others, ...cells], isWhole};
  }

  #there(names: readonly string[]): readonly Basemap[] {
    return names.flatMap((name) => {
      const cell = this.#cells.get(name);
      if (!cell) return [];
      // The last ones seen stand last.
      this.#cells.delete(name);
      this.#cells.set(name, cell);
      return [cell];
    });
  }

  async #fetch(name: string): Promise<void> {
    this.#asked.set(name, Infinity);
    this.#coming++;
    const cell = await this.loadCell(name).catch(() => undefined);
    this.#coming--;
    if (cell) this.#keep(name, cell);
    else {
      this.#asked.set(name, performance.now() + PAUSE);
      this.hasFailed = true;
      this.isMissing = this.#cells.size + this.#coming === 0;
    }
    this.come();
  }

  #keep(name: string, cell: Basemap): void {
    this.#asked.delete(name);
    this.#cells.set(name, cell);
    const [oldest] = this.#cells.keys();
    if (this.#cells.size > KEPT && oldest !== undefined) this.#cells.delete(oldest);
  }
}
