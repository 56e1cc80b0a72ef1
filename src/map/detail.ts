import type {Basemap} from './basemap.js';
import {LEVELS} from './cells.js';
import type {ViewState} from './map-adapter.js';

/** A square of the world at a zoom `z`: column `x` from the west, row `y` from the north, as tiles are counted. */
interface Cell {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The level whose cells a zoom is drawn by; -1 for the whole world. */
const levelOf = (zoom: number): number => LEVELS.findLastIndex(({from}) => zoom >= from - 0.25);

const pixels = (z: number) => 256 * 2 ** z;

/** The cells of a level that a view shows, in every copy of the world. */
function cellsInView(
  {tree}: (typeof LEVELS)[number],
  {origin, zoom, width, height}: ViewState,
): readonly Cell[] {
  const world = pixels(zoom);
  const [left, top] = origin;
  const found: Cell[] = [];
  let at = 0;
  const isInView = ({z, x, y}: Cell) => {
    const size = world / 2 ** z;
    if (y * size >= top + height || (y + 1) * size <= top) return false;
    // The first copy of the world in which its east lies in the view.
    const copy = Math.ceil((left - (x + 1) * size) / world);
    return x * size + copy * world < left + width;
  };
  const visit = (cell: Cell, isSeen: boolean): void => {
    const kind = tree[at++];
    const seen = isSeen && isInView(cell);
    if (kind === '1' && seen) found.push(cell);
    if (kind !== '2') return;
    const {z, x, y} = cell;
    for (let i = 0; i < 4; i++) visit({z: z + 1, x: 2 * x + (i & 1), y: 2 * y + (i >> 1)}, seen);
  };
  visit({z: 0, x: 0, y: 0}, true);
  return found;
}

/** Whether a view is near enough for more than the coarse map of the world. */
export const isDetailed = ({zoom}: ViewState): boolean => levelOf(zoom) >= 0;

/** Names of the files that a view is drawn by, the nearest level that there is; none for the whole world. */
function detailOf(view: ViewState): readonly string[] {
  const level = LEVELS[levelOf(view.zoom)];
  return level ? cellsInView(level, view).map(({z, x, y}) => `${level.from}-${z}-${x}-${y}`) : [];
}

/** Cells that are kept when they are out of view, the last ones seen. */
const KEPT = 80;

/** What loads a file by its name. */
type LoadCell = (name: string) => Promise<Basemap>;

/** The basemaps that a view of the world is drawn by, fetched as it comes to them. */
export class Detail {
  readonly #cells = new Map<string, Basemap>();
  /** On their way, or not to be had: one that fails is not asked for again, so that a map at rest does not ask for ever. */
  readonly #asked = new Set<string>();
  /** No cell could be fetched: the folder is not there, and is not asked again. */
  isMissing = false;

  /** @param come called when one more is there, or none can be had */
  constructor(
    readonly loadCell: LoadCell,
    readonly come: () => void,
  ) {}

  /** Fetches the cells of a view that are not there. */
  fetchFor(view: ViewState): void {
    for (const name of detailOf(view))
      if (!this.#cells.has(name) && !this.#asked.has(name)) void this.#fetch(name);
  }

  /** The cells of a view that are there, and whether these are all of them. */
  look(view: ViewState): {readonly cells: readonly Basemap[]; readonly isWhole: boolean} {
    const names = detailOf(view);
    const cells = names.flatMap((name) => {
      const cell = this.#cells.get(name);
      if (!cell) return [];
      // The last ones seen stand last.
      this.#cells.delete(name);
      this.#cells.set(name, cell);
      return [cell];
    });
    return {cells, isWhole: cells.length === names.length};
  }

  async #fetch(name: string): Promise<void> {
    this.#asked.add(name);
    try {
      this.#cells.set(name, await this.loadCell(name));
      const [oldest] = this.#cells.keys();
      if (this.#cells.size > KEPT && oldest !== undefined) this.#cells.delete(oldest);
      this.#asked.delete(name);
    } catch {
      this.isMissing ||= this.#cells.size === 0;
    }
    this.come();
  }
}
