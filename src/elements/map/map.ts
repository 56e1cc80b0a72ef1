import {html, nothing, type PropertyValues, svg} from 'lit';
import {property, state} from 'lit/decorators.js';
import {createRef, ref} from 'lit/directives/ref.js';
import type {Bounds, Position} from '../../core/geo/index.js';
import {contains} from '../../core/geo/index.js';
import {layoutMap, type MapLayout} from '../../core/layout/index.js';
import {indexOf, placeCounts, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {type Basemap, loadEngine, type MapView, type ViewState} from '../../map/index.js';
import {
  CronoElement,
  eventDate,
  noteStyles,
  placeWords,
  plainText,
  ResizeController,
  StoreController,
  shapeStyles,
  TextMeasure,
} from '../base/index.js';
import {drawAreas, drawBasemap, drawMarks, drawNames, type MarkContext} from './drawing.js';
import {renderFoot, renderUnplaced} from './foot.js';
import styles from './map.styles.js';
import {
  boundsAround,
  countCaption,
  countText,
  focusPlaces,
  isPlaced,
  namesInPixels,
  placesInPixels,
  type Stop,
  scaleBar,
  stopsOf,
} from './model.js';
import {NearController} from './near.js';
import {renderPopup} from './popup.js';

/** Air around what is fitted, and how near a lone place is shown. */
const AIR = 44;
const NEAREST = 9;
/** How long a hint stays, in milliseconds. */
const HINT = 1800;

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
 * @csspart cluster - Places too close to draw one by one, with their number of events.
 * @csspart popup - What is known of a place.
 * @csspart attribution - Who made the basemap.
 * @csspart notice - What is said when something could not be loaded.
 *
 * @cssproperty --crono-map-height - Height of the drawing; by default it follows the width.
 * @cssstate empty - No place has a position.
 */
export class CronoMap extends CronoElement {
  static override readonly tag = 'crono-map';
  static override styles = [CronoElement.styles, shapeStyles, noteStyles, styles];

  /** Id of the story, when the map is not inside it. */
  @property({attribute: 'for'}) for: string | undefined;

  /** Name or address of a basemap, in place of the dataset's. */
  @property() basemap: string | undefined;

  @state() private opened: string | null = null;
  @state() private active: number | null = null;
  @state() private hint = '';
  @state() private failed: 'map' | 'basemap' | null = null;

  readonly #frame = createRef<HTMLElement>();
  readonly #size = new ResizeController(this);
  readonly #near = new NearController(this);
  readonly #measure = new TextMeasure();
  readonly #store = new StoreController(this, (s) => [
    s.dataset,
    s.selected,
    s.shown,
    s.extent,
    s.locale,
    s.status,
  ]);
  #view: MapView | undefined;
  #starting = false;
  #drawn: Basemap | undefined;
  #drawnFor: string | undefined;
  #kept: {readonly centre: Position; readonly zoom: number} | undefined;
  #touched = false;
  #shownFor: Snapshot['dataset'] | undefined;
  #lastSelected: string | null = null;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #stops: readonly Stop[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#hintTimer);
    // A move within the page puts it back before this runs.
    queueMicrotask(() => {
      if (this.isConnected || !this.#view) return;
      this.#kept = {centre: this.#view.centre, zoom: this.#view.state.zoom};
      this.#view.destroy();
      this.#view = undefined;
    });
  }

  protected override willUpdate(): void {
    const snapshot = this.#store.snapshot;
    this.#stops = snapshot?.status === 'ready' ? stopsOf(snapshot) : [];
    this.setState('empty', this.#stops.length === 0);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('for')) this.#store.reconnect();
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return;
    if (!this.#view) {
      if (this.#near.near) void this.#start();
      return;
    }
    const {width, height} = this.#view.state;
    const frame = this.#frame.value;
    if (frame && frame.clientWidth > 0 && (frame.clientWidth !== width || frame.clientHeight !== height)) {
      this.#view.resize();
      if (!this.#touched) this.#fitAll(snapshot);
    }
    void this.#loadBasemap(snapshot);
    if (this.#shownFor !== snapshot.dataset) {
      this.#shownFor = snapshot.dataset;
      this.#touched = false;
      this.#fitAll(snapshot);
    } else if (snapshot.selected !== this.#lastSelected) this.#reveal(snapshot);
    this.#lastSelected = snapshot.selected;
  }

  protected override render() {
    const snapshot = this.#store.snapshot;
    if (snapshot?.status !== 'ready') return html`<slot></slot>`;
    const {locale} = snapshot;
    const text = messages(locale);
    const view = this.#view?.state;
    const layout = view && this.#layout(snapshot, view);
    const context = this.#context(snapshot);
    const at = this.active === null ? undefined : this.#stops[this.active];
    return html`
      <div class="stage">
        <div class="frame" ${ref(this.#frame)}>
          <svg role="listbox" tabindex="0" aria-label=${text.map} aria-activedescendant=${at ? context.stopId(at) : nothing}
            font-size=${this.#font} @click=${this.#onClick} @keydown=${this.#onKeydown} @focus=${this.#onFocus} @blur=${this.#onBlur}>
            ${
              view && layout
                ? svg`<g aria-hidden="true">${drawBasemap(this.#drawn, view)}</g>
                    ${drawAreas(placesInPixels(snapshot, view), context)}
                    ${drawNames(layout, this.#font * 1.3)}
                    ${drawMarks(layout, context)}
                    ${this.#renderScale(view, locale)}`
                : nothing
            }
          </svg>
        </div>
        ${
          this.failed === 'map'
            ? html`<div part="notice" class="notice" role="alert"><span>${text.mapFailed} <button @click=${this.#onRetry}>${text.retry}</button></span></div>`
            : html`<div class="controls" role="group" aria-label=${text.map}>
                <button aria-label=${text.zoomIn} title=${text.zoomIn} @click=${() => this.#zoom(1)}>+</button>
                <button aria-label=${text.zoomOut} title=${text.zoomOut} @click=${() => this.#zoom(-1)}>−</button>
                <button aria-label=${text.zoomAll} title=${text.zoomAll} @click=${this.#onAll}>⤢</button>
              </div>`
        }
        ${this.opened === null ? nothing : renderPopup(this.opened, snapshot, this.#select, this.#close)}
        ${this.hint ? html`<div class="hint" aria-hidden="true">${this.hint}</div>` : nothing}
      </div>
      ${renderFoot(snapshot, {
        caption: countCaption(snapshot),
        attribution: this.#drawn?.attribution ?? '',
        basemapFailed: this.failed === 'basemap',
        tie: this.#onTie,
      })}
      ${renderUnplaced(snapshot, this.#select)}
    `;
  }

  get #font(): number {
    return this.#size.fontPx * 0.8125;
  }

  #layout(snapshot: Snapshot, view: ViewState): MapLayout {
    return layoutMap(placesInPixels(snapshot, view), namesInPixels(this.#drawn, view, snapshot.locale), {
      width: view.width,
      height: view.height,
      fontSize: this.#font,
      measure: this.#measure.for(this, this.#font),
    });
  }

  #renderScale(view: ViewState, locale: string) {
    const {length, text} = scaleBar(view, Math.min(120, view.width / 3), locale);
    const y = view.height - 12;
    return svg`<g class="scale" aria-hidden="true"><line x1="12" x2=${12 + length} y1=${y} y2=${y}></line><text x="12" y=${y - 5}>${text}</text></g>`;
  }

  #context(snapshot: Snapshot): MarkContext {
    const index = indexOf(snapshot.dataset);
    const counts = placeCounts(snapshot);
    const placeName = (id: string) => {
      const place = index.place.get(id);
      if (!place) return id;
      const here = counts.get(id) ?? [];
      const who = new Set(
        here.map(({figure}) => plainText(index.actor.get(figure.actor ?? '')?.name, snapshot)),
      );
      return [
        plainText(place.name, snapshot),
        here.length > 0 &&
          `${countText(here, snapshot.locale)} ${messages(snapshot.locale).claimedBy([...who].join(', '))}`,
        placeWords(place, snapshot),
      ]
        .filter(Boolean)
        .join(', ');
    };
    return {
      snapshot,
      stops: this.#stops,
      active: this.active === null ? undefined : this.#stops[this.active],
      stopId: ({event, place}) => `stop-${encodeURIComponent(event.id)}-${encodeURIComponent(place.id)}`,
      stopName: ({event, place}) =>
        [plainText(event.title, snapshot), eventDate(event, snapshot.locale), placeName(place.id)].join(', '),
      placeName,
    };
  }

  async #start(): Promise<void> {
    const frame = this.#frame.value;
    if (this.#starting || this.failed === 'map' || !frame || frame.clientWidth === 0) return;
    this.#starting = true;
    try {
      const {createMapView} = await loadEngine();
      if (!this.isConnected) return;
      this.#view = createMapView(frame, {
        onMove: (_, byReader) => this.#onMove(byReader),
        onTouchHint: () => this.#say(messages(this.#locale).touchHint),
        onWheelHint: () =>
          this.#say(messages(this.#locale).wheelHint(/Mac/.test(navigator.platform) ? '⌘' : 'Ctrl')),
      });
      if (this.#kept && this.#shownFor === this.#store.snapshot?.dataset)
        this.#view.restore(this.#kept.centre, this.#kept.zoom);
      else this.#shownFor = undefined;
    } catch {
      this.failed = 'map';
    } finally {
      this.#starting = false;
      this.requestUpdate();
    }
  }

  async #loadBasemap({dataset}: Snapshot): Promise<void> {
    const wanted = this.basemap ?? dataset.basemap ?? 'world';
    if (wanted === this.#drawnFor || !this.#view) {
      this.#limit();
      return;
    }
    this.#drawnFor = wanted;
    try {
      const {loadBasemap} = await loadEngine();
      const basemap = await loadBasemap(wanted, this.baseURI);
      if (this.#drawnFor !== wanted) return;
      this.#drawn = basemap;
      this.failed = null;
      this.#limit();
      const snapshot = this.#store.snapshot;
      if (!this.#touched && snapshot) this.#fitAll(snapshot);
    } catch {
      this.#drawn = undefined;
      this.failed = 'basemap';
    }
    this.requestUpdate();
  }

  /** The view stays on the basemap, unless the story reaches beyond it. */
  #limit(): void {
    const snapshot = this.#store.snapshot;
    if (!this.#drawn || !this.#view || !snapshot) return;
    const {bounds, maxZoom} = this.#drawn;
    const inside = snapshot.dataset.places.filter(isPlaced).every((place) => contains(bounds, place));
    this.#view.setLimits({bounds: inside ? bounds : undefined, maxZoom});
  }

  #fitAll(snapshot: Snapshot): void {
    const bounds = boundsAround(focusPlaces(snapshot)) ?? this.#drawn?.focus;
    this.#fit(bounds);
  }

  #fit(bounds: Bounds | undefined): void {
    if (bounds) this.#view?.fit(bounds, AIR, NEAREST);
  }

  /** Brings the selected event's places into view, moving only when one is out of it. */
  #reveal(snapshot: Snapshot): void {
    const event =
      snapshot.selected === null ? undefined : indexOf(snapshot.dataset).event.get(snapshot.selected);
    const view = this.#view;
    const places = (event?.places ?? [])
      .map((id) => indexOf(snapshot.dataset).place.get(id))
      .filter(isPlaced);
    if (!view || places.length === 0 || places.every((place) => contains(view.bounds, place))) return;
    this.#fit(boundsAround(places));
  }

  get #locale(): string {
    return this.#store.snapshot?.locale ?? 'en';
  }

  #say(hint: string): void {
    this.hint = hint;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => {
      this.hint = '';
    }, HINT);
  }

  #zoom(levels: number): void {
    this.#touched = true;
    this.#view?.zoomBy(levels);
  }

  #onMove(byReader: boolean): void {
    if (byReader) this.#touched = true;
    if (this.#store.snapshot?.extent)
      this.#store.request({type: 'extent', extent: this.#view?.bounds ?? null});
    this.requestUpdate();
  }

  readonly #onTie = (): void => {
    const tied = this.#store.snapshot?.extent !== null;
    this.#store.request({type: 'extent', extent: tied ? null : (this.#view?.bounds ?? null)});
  };

  #onRetry(): void {
    this.failed = null;
  }

  #onAll(): void {
    this.#touched = false;
    const snapshot = this.#store.snapshot;
    if (snapshot) this.#fitAll(snapshot);
  }

  readonly #select = (id: string | null): void => {
    this.#store.request({type: 'select', id});
  };

  readonly #close = (): void => {
    this.opened = null;
    this.#frame.value?.querySelector('svg')?.focus();
  };

  /** Opens a place; selects its last shown event, unless the selected one is there. */
  #open(id: string): void {
    const snapshot = this.#store.snapshot;
    if (!snapshot) return;
    this.opened = id;
    const here = this.#stops.filter(({place}) => place.id === id).map(({event}) => event);
    if (here.some((event) => event.id === snapshot.selected)) return;
    const event = here.findLast((each) => snapshot.shown.has(each.id));
    if (event) this.#select(event.id);
  }

  #onClick(event: MouseEvent): void {
    if (this.#view?.dragged) return;
    const target = (event.target as Element).closest<SVGElement>('.place, .cluster');
    const {id, cluster} = target?.dataset ?? {};
    const view = this.#view;
    if (cluster && view) {
      const box = this.#frame.value?.getBoundingClientRect();
      this.#touched = true;
      const before = view.state.zoom;
      view.zoomBy(2, [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]);
      // No nearer than this: what is merged opens as a list.
      if (view.state.zoom === before) this.#open(cluster);
    } else if (id) this.#open(id);
    else this.opened = null;
  }

  #onFocus(): void {
    if (this.active !== null) return;
    const selected = this.#store.snapshot?.selected;
    const at = this.#stops.findIndex(({event}) => event.id === selected);
    if (this.#stops.length > 0) this.active = Math.max(0, at);
  }

  #onBlur(): void {
    this.active = null;
  }

  #onKeydown(event: KeyboardEvent): void {
    const {key, shiftKey} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const view = this.#view;
    const last = this.#stops.length - 1;
    const at = this.active ?? 0;
    const step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[key];
    const stop = this.#stops[at];
    if (step && shiftKey) view?.panBy((step[0] ?? 0) * 80, (step[1] ?? 0) * 80);
    else if (step) this.#goTo(Math.min(last, Math.max(0, at + (step[0] || step[1] || 0))));
    else if (key === 'Home') this.#goTo(0);
    else if (key === 'End') this.#goTo(last);
    else if (key === 'PageDown') view?.panBy(0, view.state.height * 0.8);
    else if (key === 'PageUp') view?.panBy(0, -view.state.height * 0.8);
    else if (key === '+' || key === '=') this.#zoom(1);
    else if (key === '-') this.#zoom(-1);
    else if ((key === 'Enter' || key === ' ') && stop) {
      this.opened = stop.place.id;
      this.#select(stop.event.id);
    } else if (key === 'Escape') {
      if (this.opened === null) this.#select(null);
      this.opened = null;
    } else return;
    event.preventDefault();
  }

  #goTo(index: number): void {
    const stop = this.#stops[index];
    if (!stop) return;
    this.active = index;
    if (this.#view && !contains(this.#view.bounds, stop.place)) this.#fit(boundsAround([stop.place]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crono-map': CronoMap;
  }
}
