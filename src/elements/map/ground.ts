import type {Bounds} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {type Basemap, loadBasemap, type MapLimits, type ViewState} from '../../map/index.js';
import {limitsOf} from './focus.js';
import type {MapHost} from './map.js';
import type {TileGround} from './tiles.js';

/** What lies under the places: the basemap, fetched when it is first asked for and again when another is; and tiles over it. */
export class Ground {
  #asked: string | undefined;
  #tilesAsked: string | undefined;
  #tiles: TileGround | undefined;
  basemap: Basemap | undefined;
  hasFailed = false;

  /** `come` is called when the basemap that is asked for is there, or has failed; `redraw`, when anything looks otherwise. */
  constructor(
    readonly host: MapHost,
    readonly come: () => void,
    readonly redraw: () => void,
  ) {}

  /** Fetches what the dataset names, or the element itself; whether the limits are others by it at once. */
  load(snapshot: Snapshot): boolean {
    const {basemap, tiles} = this.host.element;
    void this.#loadBasemap(basemap ?? snapshot.dataset.basemap ?? 'world');
    const before = this.#tiles;
    void this.#loadTiles(tiles ?? snapshot.dataset.tiles);
    return this.#tiles?.load(snapshot) ?? before !== this.#tiles;
  }

  async #loadBasemap(wanted: string): Promise<void> {
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    const basemap = await loadBasemap(wanted, this.host.element.baseURI).catch(() => undefined);
    if (this.#asked !== wanted) return;
    this.basemap = basemap;
    this.hasFailed = basemap === undefined;
    this.come();
  }

  async #loadTiles(wanted: string | undefined): Promise<void> {
    if (wanted === this.#tilesAsked) return;
    this.#tilesAsked = wanted;
    this.#tiles = undefined;
    this.redraw();
    if (!wanted) return;
    const module = await import('./tiles.js').catch(() => undefined);
    if (this.#tilesAsked !== wanted || !module) return;
    this.host.dress([module.styles]);
    this.#tiles = new module.TileGround(wanted, this);
    this.redraw();
  }

  get focus(): Bounds | undefined {
    return this.basemap?.focus;
  }

  /** How far the view may go; undefined while nothing is there. */
  limits(snapshot: Snapshot): MapLimits | undefined {
    const own = this.basemap && limitsOf(this.basemap, snapshot);
    const nearest = this.#tiles?.maxZoom;
    return nearest === undefined
      ? own
      : {bounds: own?.bounds, maxZoom: Math.max(nearest, own?.maxZoom ?? nearest)};
  }

  /** Pictures over the basemap. */
  draw(view: ViewState): unknown {
    return this.#tiles?.draw(view);
  }

  /** Who made what is seen. */
  get attribution(): readonly unknown[] {
    return [this.basemap?.attribution, this.#tiles?.attribution].filter(
      (each) => each !== undefined && each !== '',
    );
  }

  /** What is asked or said of the tiles. */
  note(snapshot: Snapshot): unknown {
    return this.#tiles?.note(snapshot);
  }
}
