import type {MapPosition} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {MapView} from '../../map/index.js';

/** How long the map must rest before the story is told where it is, in milliseconds. */
const DEBOUNCE = 250;

/** What maps have told: none follows another, all follow a link. */
const told = new WeakSet<MapPosition>();
/** What a map has gone back from, to where the story fits: that is its own affair too. */
const left = new WeakSet<MapPosition>();

/** Tells a story where the reader has put the map, and the map where a link wants it. */
export class Whereabouts {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seen: MapPosition | null = null;

  constructor(readonly tell: (map: MapPosition | null) => void) {}

  /** The reader has moved the map, or is moving it. */
  moved(view: MapView): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const map = Object.freeze({...view.centre, zoom: view.state.zoom});
      told.add(map);
      this.tell(map);
    }, DEBOUNCE);
  }

  /** The reader wants the map as it fits. */
  fitted(from: MapPosition | null): void {
    clearTimeout(this.#timer);
    if (from) left.add(from);
    this.tell(null);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Where a link wants the map, null for as it fits; undefined when nothing new is wanted. */
  wanted({map}: Snapshot): MapPosition | null | undefined {
    const before = this.#seen;
    this.#seen = map;
    const isOurs = map ? told.has(map) : before && left.has(before);
    return map === before || isOurs ? undefined : map;
  }
}
