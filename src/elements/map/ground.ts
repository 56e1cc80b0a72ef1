import type {Bounds} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {type Basemap, loadBasemap, type MapLimits, type ViewState} from '../../map/index.js';
import {PartController} from '../base/index.js';
import {limitsOf} from './focus.js';
import type {MapHost} from './map-host.js';
import type {TileGround} from './tile-ground.js';
import type {WorldGround} from './world-ground.js';

/** The basemap of the whole world to the town, whose files are fetched cell by cell. */
const EARTH = 'earth';

/** What lies under the places: the basemap, fetched when it is first asked for and again when another is; and tiles over it. */
export class Ground {
  #asked: string | undefined;
  #named: string | undefined;
  #world: WorldGround | undefined;
  #own: Basemap | undefined;
  #tiles: TileGround | undefined;
  readonly #tileGround: PartController<typeof import('./tile-ground.js')>;
  readonly #worldGround: PartController<typeof import('./world-ground.js')>;
  #hasFailed = false;

  /** `come` is called when the basemap that is asked for is there, or has failed; `redraw`, when anything looks otherwise. */
  constructor(
    readonly host: MapHost,
    readonly come: () => void,
    readonly redraw: () => void,
  ) {
    this.#tileGround = new PartController(host.element, () => import('./tile-ground.js'));
    this.#worldGround = new PartController(host.element, () => import('./world-ground.js'));
  }

  /** Fetches what the dataset names, or the element itself; whether the limits are others by it at once. */
  load(snapshot: Snapshot, view: ViewState | undefined): boolean {
    const {basemap, tiles: named = snapshot.dataset.tiles} = this.host.element;
    void this.#loadBasemap(basemap ?? snapshot.dataset.basemap ?? 'world');
    if (this.#asked === EARTH) this.#loadEarth(view);
    const isOther = named !== this.#named;
    if (isOther) this.#tiles = undefined;
    this.#named = named;
    const module = named && !this.#tiles ? this.#tileGround.get() : undefined;
    if (named && module) this.#tiles = new module.TileGround(named, this.host, this.redraw);
    if (isOther || module) this.redraw();
    return this.#tiles?.load(snapshot) || isOther;
  }

  #loadEarth(view: ViewState | undefined): void {
    const module = this.#world ? undefined : this.#worldGround.get();
    if (module) {
      this.#world = new module.WorldGround(this.come);
      this.come();
    }
    if (view) this.#world?.load(view);
  }

  async #loadBasemap(wanted: string): Promise<void> {
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.#world = undefined;
    if (wanted === EARTH) {
      this.#own = undefined;
      return;
    }
    const basemap = await loadBasemap(wanted, this.host.element.baseURI).catch(() => undefined);
    if (this.#asked !== wanted) return;
    this.#own = basemap;
    this.#hasFailed = basemap === undefined;
    this.come();
  }

  /** The basemaps that a view is drawn by, the coarse ones first. */
  basemapsOf(view: ViewState): readonly Basemap[] {
    if (this.#world) return this.#world.basemapsOf(view);
    return this.#own && view.zoom <= this.#own.maxZoom + 0.01 ? [this.#own] : [];
  }

  /** What to show of a story without places. */
  get focus(): Bounds | undefined {
    return this.#world?.focus ?? this.#own?.focus;
  }

  get hasFailed(): boolean {
    return this.#world?.hasFailed ?? this.#hasFailed;
  }

  /** Only the coarse map of the world is there. */
  get isCoarse(): boolean {
    return this.#world?.isCoarse ?? false;
  }

  /** How far the view may go; undefined while nothing is there. */
  limits(snapshot: Snapshot): MapLimits | undefined {
    const own = this.#world?.limits ?? (this.#own && limitsOf(this.#own, snapshot));
    const nearest = this.#tiles?.maxZoom;
    return nearest === undefined ? own : {bounds: own?.bounds, maxZoom: Math.max(nearest, own?.maxZoom ?? 0)};
  }

  /** Pictures over the basemap. */
  draw(view: ViewState): unknown {
    return this.#tiles?.draw(view);
  }

  /** Who made what is seen. */
  get attribution(): readonly unknown[] {
    const makers = this.#world ? this.#world.attribution : this.#own?.attribution;
    return [makers, this.#tiles?.attribution].filter((each) => each !== undefined && each !== '');
  }

  /** What is asked or said of the tiles. */
  note(snapshot: Snapshot): unknown {
    return this.#tiles?.note(snapshot);
  }
}
