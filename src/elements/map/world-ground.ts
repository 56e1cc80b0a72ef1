import type {Bounds} from '../../core/geo/index.js';
import {
  type Basemap,
  Detail,
  isDetailed,
  loadBasemap,
  loadCell,
  type MapLimits,
  type ViewState,
} from '../../map/index.js';

/** What it shows at first of a story without places. */
const FOCUS: Bounds = {west: -170, south: -56, east: 180, north: 78};

/** How near a view may come without cells, as the lines of the coarse map are too wrong for more; and with them. */
const COARSE_ZOOM = 6;
const MAX_ZOOM = 10;

/** The map of the world that comes along: countries from afar, and near by what is in view, cell by cell. */
export class WorldGround {
  readonly detail: Detail;
  #world: Basemap | undefined;
  #isAsked = false;
  hasFailed = false;

  /** `come` is called when the limits are others; `redraw`, when more of it is there. */
  constructor(
    readonly come: () => void,
    readonly redraw: () => void,
  ) {
    this.detail = new Detail(loadCell, () => (this.isCoarse ? this.come() : this.redraw()));
  }

  /** Fetches what a view lacks. */
  fetchFor(view: ViewState): void {
    const isNear = isDetailed(view) && !this.isCoarse;
    if (isNear) this.detail.fetchFor(view);
    if (!isNear || this.detail.hasFailed) void this.#loadWorld();
  }

  async #loadWorld(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#world = await loadBasemap('world', '').catch(() => undefined);
    this.hasFailed = !this.#world;
    this.redraw();
  }

  /** The coarse map stands in for cells that are still on their way, and those stand in for it. */
  basemapsOf(view: ViewState): readonly Basemap[] {
    const world = this.#world ? [this.#world] : [];
    if (world.length > 0 && !isDetailed(view)) return world;
    const {cells, isWhole} = this.detail.look(view);
    return isWhole ? cells : [...world, ...cells];
  }

  get focus(): Bounds {
    return FOCUS;
  }

  get isCoarse(): boolean {
    return this.detail.isMissing;
  }

  get limits(): MapLimits {
    return {bounds: undefined, maxZoom: this.isCoarse ? COARSE_ZOOM : MAX_ZOOM};
  }

  get attribution(): string {
    return 'Natural Earth · GeoNames';
  }
}
