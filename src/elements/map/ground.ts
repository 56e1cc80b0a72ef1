import type {Bounds} from '../../core/geo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {addressOf, type Basemap, loadBasemap, type MapLimits, type ViewState} from '../../map/index.js';
import {hostToAsk, PartController} from '../base/index.js';
import {limitsOf} from './focus.js';
import type {MapHost} from './map-host.js';
import type {PointOfView} from './point-of-view.js';
import type {TileGround} from './tile-ground.js';
import {WorldGround} from './world-ground.js';

/** The map of the whole world to the town, and the name that stories of the first days know it by. */
const WORLD: ReadonlySet<string> = new Set(['world', 'venezuela']);
/** No map below the places. */
const NONE = 'none';
/** How near the view may come where nothing is below the places. */
const MAX_ZOOM = 10;

/** What lies under the places: the basemap, fetched when it is first asked for and again when another is; and tiles over it. */
export class Ground {
  #asked: string | undefined;
  #askedTiles: string | undefined;
  /** The server of the author's own basemap, until the reader has allowed it. */
  #server: string | undefined;
  #world: WorldGround | undefined;
  #own: Basemap | undefined;
  #tiles: TileGround | undefined;
  readonly #tileGround: PartController<typeof import('./tile-ground.js')>;
  readonly #consent: PartController<typeof import('./consent.js')>;
  readonly #pointsOfView: PartController<typeof import('./point-of-view.js')>;
  #pointOfView: PointOfView | undefined;
  /** Nothing comes: none is asked for, or what is asked for cannot be had. */
  #isBare = false;

  /** `come` is called when the limits of the view may be others; `redraw`, when anything looks otherwise. */
  constructor(
    readonly host: MapHost,
    readonly come: () => void,
    readonly redraw: () => void,
  ) {
    this.#tileGround = new PartController(host.element, () => import('./tile-ground.js'));
    this.#consent = new PartController(host.element, () => import('./consent.js'));
    this.#pointsOfView = new PartController(host.element, () => import('./point-of-view.js'));
  }

  /** Takes what the dataset names, or the element itself; whether the limits are others by it at once. */
  load(snapshot: Snapshot): boolean {
    const {basemap, tiles = snapshot.dataset.tiles} = this.host.element;
    const named = basemap ?? snapshot.dataset.basemap ?? 'world';
    this.#server = serverToAsk(named, this.host.element.baseURI, snapshot);
    const wanted = this.#server ? 'world' : named;
    const isOther = wanted !== this.#asked || tiles !== this.#askedTiles;
    if (wanted !== this.#asked) void this.#loadBasemap(wanted);
    if (tiles !== this.#askedTiles) this.#tiles = undefined;
    this.#askedTiles = tiles;
    const module = tiles && !this.#tiles ? this.#tileGround.get() : undefined;
    if (tiles && module) this.#tiles = new module.TileGround(tiles, this.host, this.redraw);
    if (isOther || module) this.redraw();
    this.#take(this.host.element.pointOfView ?? snapshot.dataset.pointOfView);
    return this.#tiles?.load(snapshot) || isOther;
  }

  /** Until what draws a point of view is there, all lines are disputed. */
  #take(code: string | undefined): void {
    const module = code ? this.#pointsOfView.get() : undefined;
    const wanted = module && code;
    if (wanted === this.#pointOfView?.code) return;
    this.#pointOfView = module && code ? new module.PointOfView(code) : undefined;
    this.redraw();
  }

  /** Fetches what a view lacks. */
  fetchFor(view: ViewState | undefined): void {
    if (view) this.#world?.fetchFor(view);
  }

  async #loadBasemap(wanted: string): Promise<void> {
    this.#asked = wanted;
    const isWorld = WORLD.has(wanted);
    this.#world = isWorld ? new WorldGround(this.come, this.redraw) : undefined;
    this.#isBare = wanted === NONE;
    if (isWorld || this.#isBare) {
      this.#own = undefined;
      return;
    }
    const basemap = await loadBasemap(wanted, this.host.element.baseURI).catch(() => undefined);
    if (this.#asked !== wanted) return;
    this.#own = basemap;
    this.#isBare = basemap === undefined;
    this.come();
  }

  /** The basemaps that a view is drawn by, the coarse ones first. */
  basemapsOf(view: ViewState): readonly Basemap[] {
    const basemaps = this.#basemapsOf(view);
    return this.#pointOfView ? basemaps.map(this.#pointOfView.seen) : basemaps;
  }

  #basemapsOf(view: ViewState): readonly Basemap[] {
    const ground = this.#world?.limits ?? this.#own;
    // Tiles lead nearer than its lines are right.
    if (!ground || view.zoom > ground.maxZoom + 0.01) return [];
    return this.#world?.basemapsOf(view) ?? (this.#own ? [this.#own] : []);
  }

  /** Whether all that a view is drawn by is there. */
  isWhole(view: ViewState): boolean {
    return this.#world?.detail.look(view).isWhole ?? this.#own !== undefined;
  }

  /** What to show of a story without places. */
  get focus(): Bounds | undefined {
    return this.#world?.focus ?? this.#own?.focus;
  }

  get hasFailed(): boolean {
    return this.#world?.hasFailed ?? (this.#isBare && this.#asked !== NONE);
  }

  /** Whether nothing lies under the places, so that nobody knows where land is and where sea. */
  get isBare(): boolean {
    return this.hasFailed || this.#isBare;
  }

  /** Fetches the basemap once more. */
  readonly retry = (): void => {
    const {element} = this.host;
    this.#asked = undefined;
    element.requestUpdate();
    // The button goes.
    element.renderRoot.querySelector<SVGElement>('.frame > svg')?.focus({preventScroll: true});
  };

  /** Only the coarse map of the world is there. */
  get isCoarse(): boolean {
    return this.#world?.isCoarse ?? false;
  }

  /** How far the view may go; undefined while nothing is there. */
  limits(snapshot: Snapshot): MapLimits | undefined {
    const bare = this.#isBare ? {bounds: undefined, maxZoom: MAX_ZOOM} : undefined;
    const own = this.#world?.limits ?? (this.#own ? limitsOf(this.#own, snapshot) : bare);
    const nearest = this.#tiles?.maxZoom;
    return nearest === undefined ? own : {bounds: own?.bounds, maxZoom: Math.max(nearest, own?.maxZoom ?? 0)};
  }

  /** Pictures over the basemap. */
  draw(view: ViewState): unknown {
    return this.#tiles?.draw(view);
  }

  /** Who made what is seen. */
  get attribution(): readonly unknown[] {
    return [(this.#world ?? this.#own)?.attribution, this.#tiles?.attribution].filter(
      (each) => each !== undefined && each !== '',
    );
  }

  /** Whose borders are drawn, and what is asked or said of basemap and tiles. */
  note(snapshot: Snapshot): unknown {
    return [
      this.#pointOfView?.note(snapshot.locale),
      this.#askForServer(snapshot),
      this.#tiles?.note(snapshot),
    ];
  }

  #askForServer({locale}: Snapshot): unknown {
    const server = this.#server;
    return (
      server &&
      this.#consent.get()?.drawConsent(messages(locale).foreignTiles(server), server, locale, this.host)
    );
  }
}

/** The server of a basemap that the reader has to allow first, if there is one. */
function serverToAsk(named: string, base: string, snapshot: Snapshot): string | undefined {
  try {
    const url = addressOf(named, base);
    return url && hostToAsk(url, snapshot);
  } catch {
    // It is no address: loading it will say so.
    return undefined;
  }
}
