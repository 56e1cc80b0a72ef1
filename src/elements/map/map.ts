import {html, nothing, type PropertyDeclarations} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import type {Units} from '../../i18n/index.js';
import {
  NearController,
  noteStyles,
  PartController,
  ResizeController,
  StoryView,
  shapeStyles,
} from '../base/index.js';
import footStyles from './foot.styles.js';
import {footClass} from './foot-class.js';
import styles from './map.styles.js';
import {hasLegend} from './map-categories.js';

/**
 * @summary Places of the story, each as exactly as it is known, with what was counted there.
 * @since 0.1.0
 *
 * What draws it and the basemap are fetched when the map comes near the screen, Leaflet when a pointer comes to it.
 *
 * @element crono-map
 *
 * @fires {CronoRequestEvent} crono-request - The reader picked an event, or tied the views to the map.
 *
 * @csspart place - One place; also `place-selected`, `place-receded` (another is selected), `place-dimmed`. Carries `data-id`.
 * @csspart area - How far off it may be, to scale; also `area-selected`, `area-receded`, `area-dimmed`.
 * @csspart label - Its name.
 * @csspart count - What was counted there.
 * @csspart cluster - Places too close to draw one by one, with their number of events; also `cluster-selected`,
 *   `cluster-receded`, `cluster-dimmed`.
 * @csspart leader - From where a place is to its mark, which stands beside that for want of room.
 * @csspart region - The name of a country or region of the basemap. Carries `data-id`, its ISO 3166 code.
 * @csspart town - The name of a town of the basemap.
 * @csspart town-beyond - At the edge of a near map in which few towns are: one beyond it, and how far.
 * @csspart tip - The name of the mark that is pointed at.
 * @csspart call-out - What the reader has chosen here, with what is known of its place.
 * @csspart popup - The same, by its name of the first days.
 * @csspart controls - The group of the buttons on the drawing.
 * @csspart zoom - One of them.
 * @csspart nearest - The button that leads from a view without events to the nearest.
 * @csspart scale - The scale bar.
 * @csspart locator - The small globe that shows where the map is.
 * @csspart locator-region - The outline of the region that a near map lies in, with a frame where it is. Carries `data-id`, its ISO 3166 code.
 * @csspart legend - What the marks on the map mean.
 * @csspart caption - Whose the counts are.
 * @csspart tie - The button that ties the other views to what the map shows.
 * @csspart point-of-view - Whose view of disputed borders is drawn, where the author has set one.
 * @csspart annotation - A note of the author beside its place.
 * @csspart annotations - The notes for which the map has no room.
 * @csspart attribution - Who made the basemap, and the tiles.
 * @csspart consent - What is asked before tiles of another server are fetched.
 *
 * @cssproperty --crono-map-height - Height of the drawing on the screen; by default it follows the width.
 * @cssproperty --crono-controls - Whether there are buttons to zoom: `none` takes them away; keys and gestures stay.
 * @cssproperty --crono-mark-size - Size of the marks, as a share of their own: 0.75 to 1.5.
 * @cssproperty --crono-map-receded-size - Size of the marks that are not selected while others are, as a share of their own: 0.7.
 * @cssproperty --crono-map-tile-mute - How far tiles take the tones of the theme: 1, the default, to 0, as they are.
 * @cssstate empty - No place has a position.
 * @cssstate called-out - The call-out is open.
 * @cssstate flying - It flies to what a step or the selection shows: its lines are simpler.
 */
export class CronoMap extends StoryView {
  static override readonly tag = 'crono-map';
  static override styles = [StoryView.styles, shapeStyles, noteStyles, styles, footStyles];
  static override readonly properties: PropertyDeclarations = {
    basemap: {},
    tiles: {},
    pointOfView: {attribute: 'point-of-view'},
    places: {},
    units: {},
    locator: {},
    legend: {},
  };

  /** Name or address of a basemap, in place of the dataset's. */
  basemap: string | undefined;

  /**
   * Name or address of a TileJSON of raster tiles that are drawn over the basemap, in place of the dataset's. Those of
   * another server wait for the reader, or for the story's `allow-hosts`.
   */
  tiles: string | undefined;

  /** Ids of places, separated by spaces, that it is fitted to at first; by default all that the story speaks of. */
  places: string | undefined;

  /**
   * ISO 3166-1 code of a state as whose view disputed borders are drawn, in place of the dataset's; which there are, and
   * what is drawn by default, docs/BASEMAPS.md says.
   */
  pointOfView: string | undefined;

  /**
   * What distances are said in. `auto`: the scale bar is in miles for readers whose language tags name a country of
   * miles (`en-US`, `en-GB`), and what the dataset says of a place is in metres and kilometres, as everywhere else.
   */
  units: 'auto' | Units = 'auto';

  /** `none`: no small globe, nor the outline of a region, in the corner of a wide map that shows less than a country. */
  locator: 'auto' | 'none' = 'auto';

  /** `none`: nothing below the map says what its marks mean, where there is more than one category. */
  legend: 'auto' | 'none' = 'auto';

  readonly #size = new ResizeController(this, true);
  readonly #near = new NearController(this);
  readonly #stage = new PartController(
    this,
    () => import('./stage.js'),
    ({MapStage}) => new MapStage({element: this, store: this.store, size: this.#size}),
  );

  protected override watch({selected, chosenIn, shown, extent, map, hosts, playing, step}: Snapshot) {
    return [selected, chosenIn, shown, extent, map, hosts, playing, step];
  }

  protected override prepare(snapshot: Snapshot | undefined): void {
    const {unplaced, events} = snapshot?.counts ?? {};
    this.setState('empty', snapshot !== undefined && unplaced === events);
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    // Fetched beside the dataset, not after it.
    const isWanted = this.snapshot ?? this.store.snapshot?.status === 'loading';
    const stage = this.#near.near && isWanted ? this.#stage.get() : this.#stage.value;
    if (this.snapshot) stage?.updated(this.snapshot);
    else stage?.stop();
  }

  protected override renderStory(snapshot: Snapshot) {
    const stage = this.#stage.value;
    if (stage) return stage.render(snapshot);
    return html`<div class="stage"></div>
    ${hasLegend(this.legend, snapshot) ? html`<div class="legend"></div>` : nothing}
    <div class=${footClass(snapshot.dataset.figures.length > 0)}></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-map': CronoMap;
  }
}
