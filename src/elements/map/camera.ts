import {type Bounds, contains, type MapPosition, type Position, project} from '../../core/geo/index.js';
import {type Air, airAround, type Box} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {createMapView, fetchLeaflet, type MapView, type ViewState} from '../../map/index.js';
import {clientBox, PartController} from '../base/index.js';
import type {Flight, Stand} from './flight.js';
import {boundsOfEvent, boundsOfNamed, focusOf, isCovered} from './focus.js';
import type {Ground} from './ground.js';
import type {HintReason} from './hint.js';
import type * as Many from './many.js';
import type {MapHost} from './map-host.js';
import type {MapOverlays} from './overlays.js';
import {Whereabouts} from './whereabouts.js';

/** Padding around what is fitted, in pixels, and the level at which a lone place is shown. */
const PADDING = 44;
const NEAREST = 9;
/** How long a map that is dragged must stand still to be at rest, in milliseconds. */
const REST = 120;

/** Whether a view stands at a position, to a pixel. */
function isAt({centre, state: {zoom}}: MapView, wanted: MapPosition): boolean {
  const [x, y] = project(centre, zoom);
  const [atX, atY] = project(wanted, zoom);
  return Math.abs(zoom - wanted.zoom) < 0.01 && Math.hypot(x - atX, y - atY) < 1;
}

const standOf = ({centre, state: {zoom}}: MapView): Stand => ({centre, zoom});

/** What a reader asks of the camera: to go so many pixels on, or so many levels nearer. */
export interface Move {
  readonly pan?: readonly [x: number, y: number];
  readonly zoom?: number;
}

/** What zooming keeps in place, in pixels, or first goes to; the middle without either. */
export interface ZoomTarget {
  readonly around?: readonly [x: number, y: number];
  readonly centre?: Position;
}

/** Where the map looks: fits the view to the story, follows the reader and links, and tells the story where it is. */
export class Camera {
  #view: MapView | undefined;
  /** Where it looked when the frame was let go. */
  #kept: Stand | undefined;
  /** Size of the host when the view was last measured, in pixels. */
  #measured = {widthPx: 0, heightPx: 0};
  /** The reader has moved the map: it is not fitted anew when its size changes. */
  #isMoved = false;
  /** Where it shows all of the story. */
  #whole: MapPosition | undefined;
  #anchor: Pick<ViewState, 'zoom' | 'origin'> = {zoom: Number.NaN, origin: [0, 0]};
  readonly #whereabouts: Whereabouts;
  /** Lazily loaded, when it is first wanted. */
  readonly #flight: PartController<typeof import('./flight.js'), Flight>;
  /** Lazily loaded, when a pointer comes. */
  readonly #leaflet: PartController<Awaited<ReturnType<typeof fetchLeaflet>>>;
  /** The view is moved to learn where it would stand. */
  #isAiming = false;
  /** Where it flies to as soon as it can, unless it has gone elsewhere by then. */
  #goal: Stand | undefined;
  /** Where a link has put the map, as long as it is not known whether the ground allows it. */
  #asked: Snapshot['map'] = null;
  #isLimited = false;
  /** The last step that was told: what it shows stays what the map is fitted to, until the reader moves it. */
  #step: Snapshot['step'] = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param redraw called when the view is another */
  constructor(
    readonly host: MapHost,
    readonly ground: Ground,
    /** Says how the map is moved, to who moves the page. */
    readonly hint: (reason: HintReason) => void,
    readonly redraw: () => void,
    /** What stands on the map. */
    readonly furniture: () => readonly Box[],
    readonly overlays: () => MapOverlays | undefined,
    readonly many: () => typeof Many | undefined,
  ) {
    this.#flight = new PartController(
      host.element,
      () => import('./flight.js'),
      ({Flight: Way}) => new Way(host.element),
    );
    this.#leaflet = new PartController(host.element, fetchLeaflet);
    this.#whereabouts = new Whereabouts((map) => host.store.request({type: 'map', map}));
  }

  /** Undefined until it has a frame. */
  get state(): ViewState | undefined {
    return this.#view?.state;
  }

  /** Whether the click that follows is the end of a drag. */
  get isDragged(): boolean {
    return !!this.#view?.dragged;
  }

  /** Whether the reader is dragging the map, or it flies: what is laid out at rest can wait. */
  get isMoving(): boolean {
    return !!(this.#rest ?? this.isFlying);
  }

  get isFlying(): boolean | undefined {
    return this.#flight.value?.isOn;
  }

  /** Whether it can go nearer, and farther. */
  get canZoom(): MapView['canZoom'] {
    return this.#view?.canZoom ?? {in: false, out: false};
  }

  /** Whether it shows all of the story, as it was fitted to it. */
  get isWhole(): boolean {
    const view = this.#view;
    return view !== undefined && this.#whole !== undefined && isAt(view, this.#whole);
  }

  /** The origin that many marks are counted from, so that they keep their positions while the map moves. */
  get anchor(): ViewState['origin'] {
    const {state} = this;
    if (state && state.zoom !== this.#anchor.zoom) this.#anchor = state;
    return this.#anchor.origin;
  }

  /** Starts to look in a frame, or follows the frame's size; false while the frame has none. */
  attach(frame: HTMLElement | null, snapshot: Snapshot): boolean {
    const {widthPx, heightPx} = this.host.size;
    const isMeasured = widthPx === this.#measured.widthPx && heightPx === this.#measured.heightPx;
    // Asked only when it may have changed: the answer costs a layout.
    if (this.#view && isMeasured) return true;
    if (!frame || frame.clientWidth === 0) return false;
    const view = this.#view ?? this.#start(frame);
    this.#measured = {widthPx, heightPx};
    if (frame.clientWidth !== view.state.width || frame.clientHeight !== view.state.height) {
      view.resize();
      // How far out it may go depends on its size.
      this.limit(snapshot);
      this.refit(snapshot);
    }
    return true;
  }

  #start(frame: HTMLElement): MapView {
    const view = createMapView(frame, {
      boxOf: clientBox,
      onMove: (_, byReader) => this.#onMove(byReader),
      fetchLeaflet: () => this.#leaflet.fetch(),
      onTouchHint: () => this.hint('touch'),
      onWheelHint: () => this.hint('wheel'),
    });
    this.#view = view;
    if (this.#kept) view.restore(this.#kept.centre, this.#kept.zoom);
    this.redraw();
    return view;
  }

  /** Lets go of the frame, and of Leaflet; `attach` starts again where it was. */
  stop(): void {
    this.#whereabouts.stop();
    this.#settle();
    if (this.#view) this.#kept = standOf(this.#view);
    this.#view?.destroy();
    this.#view = undefined;
  }

  /** Another dataset is shown: the view fits it, unless it is more of the same and the reader has moved. */
  show(snapshot: Snapshot, isMore: boolean): void {
    if (!isMore) this.#isMoved = false;
    this.limit(snapshot);
    this.refit(snapshot);
  }

  /** Keeps the view on the ground, as far as that is there. */
  limit(snapshot: Snapshot): void {
    const limits = this.ground.limits(snapshot);
    this.#isLimited = limits !== undefined;
    if (limits) this.#view?.setLimits(limits);
  }

  /** @param nearest the zoom at which bounds are shown, unless they need more room */
  fit(bounds: Bounds | undefined, nearest = NEAREST): void {
    this.#land();
    const view = this.#view;
    const {snapshot} = this.host.store;
    if (!bounds || !view) return;
    const airs = airAround(this.furniture(), view.state, PADDING);
    const covers = (air: Air) => {
      view.fit(bounds, air, nearest);
      return snapshot && isCovered(snapshot, bounds, view.state, this.furniture(), this.many());
    };
    if (airs.every(covers)) airs.slice(0, 1).forEach(covers);
  }

  /** Shows the places that a step or the author names, or what the story is about, unless the reader has moved. */
  refit(snapshot: Snapshot): void {
    if (this.#isMoved) return;
    // What is flown to is elsewhere in a view of another size.
    if ((this.#goal ?? this.isFlying) && !this.#isAiming) {
      this.#fly(() => this.refit(snapshot));
      return;
    }
    const {places = [], zoom} = this.#step ?? {};
    const led = boundsOfNamed(snapshot, places);
    const named = led ?? boundsOfNamed(snapshot, this.host.element.places?.split(/\s+/) ?? []);
    if (named) this.fit(named, led && zoom);
    else this.#fitStory(snapshot);
  }

  #fitStory(snapshot: Snapshot): void {
    if (!this.#view) return;
    const places = focusOf(snapshot);
    this.fit(this.overlays()?.around(snapshot, places) ?? places ?? this.ground.focus);
    this.#whole = {...this.#view.centre, zoom: this.#view.state.zoom};
  }

  /** Flies to the places of the selected event, if some of them are out of view; or to the selected shape or route. */
  fitSelected(snapshot: Snapshot): void {
    const {selected} = snapshot;
    const bounds =
      boundsOfEvent(snapshot, selected, this.isInView) ??
      this.overlays()?.outOfView(snapshot, selected, this.isInView);
    if (bounds && !this.#rest) this.#fly(() => this.fit(bounds));
  }

  /** Shows what a step is about; false when none was told since. */
  followStep(snapshot: Snapshot): boolean {
    const {step} = snapshot;
    if (!step || step.isWanted || step === this.#step) return false;
    this.#step = step;
    this.#isMoved = false;
    // The reader's own view is left behind.
    this.#whereabouts.wanted(snapshot);
    this.#fly(() => this.refit(snapshot));
    return true;
  }

  /** Takes a view, on the way from where it stands. */
  #fly(aim: () => void): void {
    const view = this.#view;
    if (!view) return;
    const from = standOf(view);
    this.#isAiming = true;
    aim();
    const to = standOf(view);
    this.#goal = to;
    view.restore(from.centre, from.zoom);
    this.#isAiming = false;
    void this.#flight.fetch().then((flight) => {
      if (this.#goal !== to) return;
      this.#goal = undefined;
      const step = ({centre, zoom}: Stand) => this.#view?.restore(centre, zoom);
      if (flight) flight.start(from, to, view.state.width, step);
      else step(to);
    });
  }

  /** What the reader or a link does ends a flight. */
  #land(): void {
    this.#goal = undefined;
    this.#flight.value?.stop();
  }

  readonly isInView = (at: Position): boolean => !this.#view || contains(this.#view.bounds, at);

  /** Goes where a link wants the map, if it wants something new. */
  followLink(snapshot: Snapshot): void {
    const wanted = this.#whereabouts.wanted(snapshot);
    if (wanted === undefined) return;
    this.#land();
    this.#isMoved = wanted !== null;
    this.#asked = wanted;
    if (wanted) this.#view?.restore(wanted, wanted.zoom);
    else this.refit(snapshot);
  }

  /** Where the map cannot go where a link wants it, the story is told where it is. */
  tellTruth({map}: Snapshot): void {
    const asked = this.#asked;
    if (!asked || !this.#isLimited || !this.#view) return;
    this.#asked = null;
    if (map === asked && !isAt(this.#view, asked)) this.#whereabouts.moved(this.#view);
  }

  /** The reader moves the map. */
  move({pan, zoom}: Move): void {
    this.#land();
    if (pan) this.#view?.panBy(...pan);
    if (zoom) this.#view?.zoomBy(zoom);
    this.#tell();
  }

  /** The reader zooms by levels towards something. */
  zoomToward(levels: number, {around, centre}: ZoomTarget): void {
    if (centre && this.state) this.#view?.restore(centre, this.state.zoom);
    if (levels !== 0) this.#view?.zoomBy(levels, around);
    this.#tell();
  }

  /** The reader zooms by levels around a pointer; false where the map can go no nearer. */
  zoomAt(levels: number, pointer: MouseEvent): boolean {
    this.#land();
    const before = this.state?.zoom;
    this.#view?.zoomBy(levels, this.#view.pointAt(pointer));
    this.#tell();
    return this.state?.zoom !== before;
  }

  /** The reader wants to see all of the story. */
  showAll(snapshot: Snapshot | undefined): void {
    this.#land();
    this.#isMoved = false;
    if (snapshot) this.#fitStory(snapshot);
    this.#whereabouts.fitted(snapshot?.map ?? null);
  }

  /** Ties the other views to what the map shows, or unties them. */
  toggleTie(): void {
    const isTied = this.host.store.snapshot?.extent !== null;
    this.host.store.request({type: 'extent', extent: isTied ? null : (this.#view?.bounds ?? null)});
  }

  /** It is at rest. */
  #settle(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #tell(): void {
    this.#isMoved = true;
    if (this.#view) this.#whereabouts.moved(this.#view);
  }

  #onMove(byReader: boolean): void {
    if (this.#isAiming) return;
    if (byReader) {
      this.#land();
      this.#tell();
      this.#settle();
      this.#rest = setTimeout(() => {
        this.#settle();
        this.redraw();
      }, REST);
    }
    if (this.host.store.snapshot?.extent)
      this.host.store.request({type: 'extent', extent: this.#view?.bounds ?? null});
    this.redraw();
  }
}
