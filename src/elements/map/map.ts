import {type CSSResult, html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {CronoElement, noteStyles, ResizeController, StoreController, shapeStyles} from '../base/index.js';
import footStyles from './foot.styles.js';
import styles from './map.styles.js';
import {NearController} from './near.js';
import type {MapStage} from './stage.js';

/** The foot takes its room before it is there, so that nothing below it moves. */
export const footClass = (isCounted: boolean): string => (isCounted ? 'foot counted' : 'foot');

/** What the stage asks of its element. */
export interface MapHost {
  readonly element: CronoMap;
  readonly store: StoreController;
  readonly size: ResizeController;
  /** As the element's own. */
  readonly lazily: <T>(load: () => Promise<T>) => () => T | undefined;
  readonly dress: (more: readonly CSSResult[]) => void;
}

/**
 * @summary Places of the story, each as exactly as it is known, with what was counted there.
 * @since 0.1.0
 *
 * The map library and the basemap are fetched when the map comes near the screen.
 *
 * @element crono-map
 * @attr {string} for - Id of the story, when the map is not inside it.
 *
 * @slot - Shown until a dataset is ready.
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked an event, or tied the views to the map.
 *
 * @csspart place - One place; also `place-selected`, `place-dimmed`. Carries `data-id`.
 * @csspart area - How far off it may be, to scale; also `area-selected`, `area-dimmed`.
 * @csspart label - Its name.
 * @csspart count - What was counted there.
 * @csspart cluster - Places too close to draw one by one, with their number of events; also `cluster-dimmed`.
 * @csspart popup - What is known of a place.
 * @csspart attribution - Who made the basemap, and the tiles.
 * @csspart consent - What is asked before tiles of another server are fetched.
 *
 * @cssproperty --crono-map-height - Height of the drawing; by default it follows the width.
 * @cssproperty --crono-map-tile-mute - How far tiles take the tones of the theme: 1, the default, to 0, as they are.
 * @cssstate empty - No place has a position.
 */
export class CronoMap extends CronoElement {
  static override readonly tag = 'crono-map';
  static override styles = [CronoElement.styles, shapeStyles, noteStyles, styles, footStyles];

  /** Id of the story, when the map is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Name or address of a basemap, in place of the dataset's. */
  @property() basemap: string | undefined;

  /**
   * Name or address of a TileJSON of raster tiles that are drawn over the basemap, in place of the dataset's. Those of
   * another server wait for the reader, or for the story's `allow-hosts`.
   */
  @property() tiles: string | undefined;

  private stage: MapStage | undefined;

  readonly #size = new ResizeController(this, true);
  readonly #near = new NearController(this);
  readonly #store = new StoreController(this, (s) => [
    s.dataset,
    s.selected,
    s.shown,
    s.extent,
    s.map,
    s.locale,
    s.hosts,
    s.status,
  ]);
  /** Makes the stage. */
  readonly #staged = this.lazily(async () => {
    const {MapStage} = await import('./stage.js');
    this.stage = new MapStage({
      element: this,
      store: this.#store,
      size: this.#size,
      lazily: (load) => this.lazily(load),
      dress: (more) => this.dress(more),
    });
    return this.stage;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page has put it back when this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.stage?.stop();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const {status, counts} = this.#store.snapshot ?? {};
    this.setState('empty', status === 'ready' && counts?.unplaced === counts?.events);
  }

  protected override updated(): void {
    const snapshot = this.#store.snapshot;
    if (!this.isConnected) return;
    const {status} = snapshot ?? {};
    // Fetched beside the dataset, not after it.
    if (this.#near.near && (status === 'loading' || status === 'ready')) this.#staged();
    if (snapshot && status === 'ready') this.stage?.updated(snapshot);
    else this.stage?.stop();
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    if (this.stage) return this.stage.render(snapshot);
    return html`<div class="stage"></div>
    <div class=${footClass(snapshot.dataset.figures.length > 0)}></div>
    ${snapshot.counts.unplaced > 0 ? html`<div class="unplaced"></div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-map': CronoMap;
  }
}
