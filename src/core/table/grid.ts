import type {Dataset} from '../dataset/index.js';
import {memoize} from '../memo/index.js';
import {CELL} from './grid-cells.js';
import {GridLevel} from './grid-level.js';
import {GridPlaces, MAX_DEPTH, WORLD} from './grid-places.js';
import {pointsOf} from './points.js';
import {tableOf} from './table.js';

/** Number of cached levels, as readers zoom in and out around one. */
const MIN_LEVELS = 3;
/** Of fewer places more levels are cached, as a flight passes through many and comes back: so many places in all. */
const CACHED_PLACES = 2_000_000;

/** A grid clustering of the places of a dataset, fixed to the world at every zoom. */
class Grid {
  readonly #levels = new Map<number, GridLevel>();
  readonly #limit: number;

  constructor(readonly places: GridPlaces) {
    this.#limit = Math.max(MIN_LEVELS, CACHED_PLACES / places.x.length);
  }

  /** The level for a zoom, whose cells are 40 to 80 pixels wide. */
  level(zoom: number): GridLevel {
    const depth = Math.floor(zoom + Math.log2(WORLD / CELL));
    return this.at(Math.min(MAX_DEPTH, Math.max(2, depth)));
  }

  /** The level of a depth, 2 ** depth cells wide. */
  at(depth: number): GridLevel {
    let level = this.#levels.get(depth);
    if (!level) {
      const [oldest] = this.#levels.keys();
      if (oldest !== undefined && this.#levels.size >= this.#limit) this.#levels.delete(oldest);
      level = new GridLevel(this.places, depth);
      this.#levels.set(depth, level);
    }
    return level;
  }
}

/** The memoized grid of a dataset. */
export const gridOf = memoize(
  (dataset: Dataset) => new Grid(new GridPlaces(tableOf(dataset), pointsOf(dataset))),
);
