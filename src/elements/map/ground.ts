import {type Basemap, loadBasemap} from '../../map/index.js';
import type {CronoMap} from './map.js';

/** The basemap under a map: fetched when it is first asked for, and again when another is. */
export class Ground {
  #asked: string | undefined;
  basemap: Basemap | undefined;
  hasFailed = false;

  /** `come` is called when the one that is asked for is there, or has failed. */
  constructor(
    readonly element: CronoMap,
    readonly come: () => void,
  ) {}

  /** @param named name or address, by the dataset; the element's own comes first */
  async load(named = 'world'): Promise<void> {
    const wanted = this.element.basemap ?? named;
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    const basemap = await loadBasemap(wanted, this.element.baseURI).catch(() => undefined);
    if (this.#asked !== wanted) return;
    this.basemap = basemap;
    this.hasFailed = basemap === undefined;
    this.come();
  }
}
