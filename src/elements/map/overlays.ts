import {html, nothing} from 'lit';
import type {Dataset, Overlay, Route, Shape} from '../../core/dataset/index.js';
import type {Bounds, Position} from '../../core/geo/index.js';
import type {Box, MapOptions} from '../../core/layout/index.js';
import {memoizeLast} from '../../core/memo/index.js';
import {
  boundsOfOutline,
  buildPyramid,
  buildRoutePyramid,
  isEmptyOutline,
  isOverlayShown,
  isRoute,
  joinBounds,
  LineCells,
  type Outline,
  outlineOfRoute,
  overlaysOf,
  PATH,
  type PathText,
  type Pyramid,
  pathText,
} from '../../core/overlays/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import {
  overlayFacts,
  overlayName,
  overlayWords,
  plainText,
  type Reading,
  sourceNotes,
  type Words,
} from '../../words/index.js';
import {baseOf} from '../base/base-of.js';
import {askCards, draw} from '../base/index.js';
import {batched} from '../overlays/batched.js';
import {type Outlines, outlinesOf} from '../overlays/outlines.js';
import {Slices} from '../overlays/slices.js';
import {styles as consentStyles, drawConsent} from './consent.js';
import {readingIn} from './context.js';
import type {MapHost} from './map-host.js';
import own from './overlay.styles.js';
import {type DrawnOverlay, drawGroup, drawOverlays, optionId} from './overlay-drawing.js';
import {frameOf, type OverlayFrame} from './overlay-frame.js';
import {OverlayKeys} from './overlay-keys.js';
import {type MarksText, marksText} from './overlay-marks.js';
import {edgeStop, nextStop} from './stop-search.js';
import type {Stop} from './stops.js';

export const styles = [own, ...consentStyles];

/** What the view is fitted to of a route; its drawing is made for each zoom. */
const ROUTE_ZOOM = 4;
/** At most so many in view are drawn by themselves, those on top; the others are merged. */
const MOST = 400;

/** How far a label keeps from a line, in pixels. */
const BESIDE = 2;

/** What was drawn of an overlay last, for as long as it looks the same. */
interface Kept {
  key: string;
  text: PathText;
  scale: number;
  marks: MarksText;
}

/** The view of the map, as far as the keys move it. */
interface MovableView {
  fit(bounds: Bounds | undefined): void;
  readonly isInView: (at: Position) => boolean;
}

/** What can be drawn, and how far up. */
interface Drawable {
  readonly overlay: Overlay;
  readonly pyramid: Pyramid;
  readonly rank: number;
}

/** The corners and the middle of a box. */
function pointsOf({west, south, east, north}: Bounds): readonly Position[] {
  const middle = {lat: (south + north) / 2, lon: west + ((east - west + 360) % 360) / 2};
  return [middle, ...[south, north].flatMap((lat) => [west, east].map((lon) => ({lat, lon})))];
}

/** The shapes and routes of a story on its map. */
export class MapOverlays {
  #outlines: Outlines | undefined;
  #unsubscribe: (() => void) | undefined;
  #pyramids = new Map<Overlay, Pyramid>();
  #building = new Set<Overlay>();
  /** Lines of routes, to fit the view to. */
  #routes = new Map<Route, Outline>();
  readonly #kept = new WeakMap<Overlay, Kept>();
  readonly #slices = new Slices();
  /** The server that the reader is asked about, and the name of the first shape that is there. */
  #asks: {readonly host: string; readonly shape: Shape} | undefined;
  readonly #keys = new OverlayKeys();
  readonly #inOrder = memoizeLast(
    (snapshot: Snapshot) => this.#sorted(snapshot),
    ({dataset, shown, selected, filters}) => [dataset, shown, selected, filters, this.#pyramids.size],
  );
  readonly #lines = memoizeLast(
    (inOrder: readonly Drawable[], {level, box}: OverlayFrame) =>
      new LineCells(
        inOrder.map(({pyramid}) => pyramid.levelAt(level)),
        box,
      ),
    (inOrder, {key}) => [inOrder, key],
  );
  readonly #names = memoizeLast(
    (_dataset: Dataset, _locale: string, _words: number, _pyramids: number, _units: string) =>
      new Map<Overlay, string>(),
  );

  /** `come` is called when there is more to draw, or to fit the view to; `redraw`, when anything looks otherwise. */
  constructor(
    readonly host: MapHost,
    readonly come: () => void,
    readonly redraw: () => void,
  ) {}

  /** Reads and fetches what the snapshot has and allows. */
  load(snapshot: Snapshot): void {
    const outlines = outlinesOf(snapshot.dataset);
    if (outlines !== this.#outlines) this.#follow(outlines);
    this.#asks = undefined;
    const base = baseOf(this.host.store.story);
    for (const shape of snapshot.dataset.shapes) {
      const host = outlines.load(shape, base, snapshot);
      if (host) this.#asks ??= {host, shape};
    }
  }

  #follow(outlines: Outlines): void {
    this.stop();
    this.#outlines = outlines;
    this.#pyramids = new Map();
    this.#building = new Set();
    this.#routes = new Map(
      outlines.dataset.routes.map((route) => [route, outlineOfRoute(route, outlines.dataset, ROUTE_ZOOM)]),
    );
    this.#unsubscribe = outlines.subscribe(this.#onOutlines);
    this.#onOutlines();
  }

  /** Lets go of the story. */
  stop(): void {
    this.#unsubscribe?.();
    this.#outlines = undefined;
  }

  readonly #onOutlines = (): void => {
    const outlines = this.#outlines;
    if (!outlines) return;
    for (const overlay of overlaysOf(outlines.dataset)) {
      const outline = this.#outlineOf(overlay);
      const isDrawable = outline && !isEmptyOutline(outline) && !this.#building.has(overlay);
      if (isDrawable) void this.#build(overlay, outline, outlines.dataset);
    }
    this.come();
  };

  #outlineOf(overlay: Overlay): Outline | undefined {
    return isRoute(overlay) ? this.#routes.get(overlay) : this.#outlines?.of(overlay);
  }

  async #build(overlay: Overlay, outline: Outline, dataset: Dataset): Promise<void> {
    this.#building.add(overlay);
    const pyramids = this.#pyramids;
    const pyramid = await this.#slices.run(() =>
      isRoute(overlay) ? buildRoutePyramid(overlay, dataset) : buildPyramid(outline),
    );
    pyramids.set(overlay, pyramid);
    this.#built();
  }

  readonly #built = batched(() => this.redraw());

  /** What can be drawn, from the bottom up: large areas, smaller ones, lines; what is chosen last. */
  #sorted({dataset, selected, range, filters}: Snapshot): readonly Drawable[] {
    const rank = (overlay: Overlay): number => {
      if (overlay.id === selected) return 3;
      if (!isOverlayShown(overlay, {range, filters})) return 0;
      return this.#outlineOf(overlay)?.kinds.includes(PATH.ring) ? 1 : 2;
    };
    const size = (overlay: Overlay): number => {
      const bounds = this.#boundsOf(overlay);
      return bounds ? (((bounds.east - bounds.west + 360) % 360) + 1e-9) * (bounds.north - bounds.south) : 0;
    };
    return overlaysOf(dataset)
      .flatMap((overlay) => {
        const pyramid = this.#pyramids.get(overlay);
        return pyramid ? [{overlay, pyramid, rank: rank(overlay), size: size(overlay)}] : [];
      })
      .sort((a, b) => a.rank - b.rank || b.size - a.size);
  }

  /** Tells whether a line runs under a box of a view, or a little beside it. */
  crossing(view: ViewState, snapshot: Snapshot): NonNullable<MapOptions['isCrossed']> {
    const frame = frameOf(view);
    const {corner, scale} = frame;
    const lines = this.#lines(this.#inOrder(snapshot), frame);
    return ({x, y, width, height}: Box): boolean => {
      const [left, top] = [x - corner[0] - BESIDE, y - corner[1] - BESIDE];
      const [right, bottom] = [left + width + 2 * BESIDE, top + height + 2 * BESIDE];
      return lines.runIn(left / scale, top / scale, right / scale, bottom / scale);
    };
  }

  draw(view: ViewState, snapshot: Snapshot): unknown {
    const frame = frameOf(view);
    const inOrder = this.#inOrder(snapshot);
    const {locale, words} = snapshot;
    // While the map is moved it is the same group, and is moved.
    const {units} = this.host.element;
    const values = [inOrder, frame.key, frame.scale, this.#keys.active, locale, words, units];
    return drawGroup(messages(locale).onMap, frame, values, () => {
      const inView = inOrder.flatMap((each) => this.#drawn(each, frame, snapshot));
      const from = Math.max(inView.length - MOST, 0);
      return drawOverlays(inView.slice(from), inView.slice(0, from), frame);
    });
  }

  #drawn(
    {overlay, pyramid, rank}: Drawable,
    frame: OverlayFrame,
    snapshot: Snapshot,
  ): readonly DrawnOverlay[] {
    const category = indexOf(snapshot.dataset).categoryNumber.get(overlay.category ?? '') ?? -1;
    const {text, marks} = this.#keep(overlay, pyramid, category, frame);
    if (!text.areas && !text.lines && !marks.shapes) return [];
    return [
      {
        overlay,
        category,
        text,
        marks,
        nameIn: () => this.#nameOf(overlay, snapshot),
        isSelected: overlay.id === snapshot.selected,
        isDimmed: rank === 0,
        isActive: overlay.id === this.#keys.active,
      },
    ];
  }

  #keep(overlay: Overlay, pyramid: Pyramid, category: number, frame: OverlayFrame): Kept {
    const kept = this.#kept.get(overlay);
    const isSame = kept?.key === frame.key;
    if (isSame && kept.scale === frame.scale) return kept;
    const level = pyramid.levelAt(frame.level);
    const made = {
      key: frame.key,
      scale: frame.scale,
      text: isSame ? kept.text : pathText(level, frame.box),
      marks: marksText(level, frame, category, isRoute(overlay)),
    };
    this.#kept.set(overlay, made);
    return made;
  }

  #nameOf(overlay: Overlay, snapshot: Snapshot): string {
    const {dataset, locale, words} = snapshot;
    const names = this.#names(dataset, locale, words, this.#pyramids.size, this.host.element.units);
    const known = names.get(overlay);
    if (known !== undefined) return known;
    const name = overlayName(overlay, this.#outlines?.sizeOf(overlay), this.#readingOf(snapshot));
    names.set(overlay, name);
    return name;
  }

  /** A snapshot with lengths and areas said as the author wants them. */
  #readingOf(snapshot: Snapshot): Reading {
    const {units} = this.host.element;
    return units === 'imperial' ? {...readingIn(snapshot, units), units} : snapshot;
  }

  /** What is asked before shapes of another server are fetched, and which ones did not come. */
  note(snapshot: Snapshot): unknown {
    const text = messages(snapshot.locale);
    const failed = overlaysOf(snapshot.dataset).filter((overlay) => this.#hasFailed(overlay));
    const nameOf = ({name}: Overlay) => plainText(name, snapshot);
    return html`${this.#renderSelected(snapshot)}${
      failed.length > 0
        ? html`<span part="notice" role="status">${text.overlaysFailed(joinWords(failed.map(nameOf), snapshot.locale))}</span>`
        : nothing
    }${this.#asks ? this.#renderConsent(this.#asks.host, nameOf(this.#asks.shape), snapshot) : nothing}`;
  }

  /** The selected shape or route in words with its sources, where the story has no card and it was not chosen here. */
  #renderSelected(snapshot: Snapshot) {
    const {dataset, selected, chosenIn} = snapshot;
    const overlay = indexOf(dataset).overlay.get(selected ?? '');
    const {element, store} = this.host;
    if (!overlay || chosenIn === element || askCards(store.story).cards.length > 0) return nothing;
    const words = overlayWords(overlay, this.#outlines?.sizeOf(overlay), this.#readingOf(snapshot));
    return html`<span part="caption" class="chosen">${draw(words)} ${draw(sourceNotes(overlay.cite, snapshot))}</span>`;
  }

  /** How long a shape or route is, what it covers, and how exactly that is known. */
  factsOf(id: string, snapshot: Snapshot): Words {
    const overlay = indexOf(snapshot.dataset).overlay.get(id);
    return overlay && overlayFacts(overlay, this.#outlines?.sizeOf(overlay), this.#readingOf(snapshot));
  }

  #hasFailed(overlay: Overlay): boolean {
    if (!isRoute(overlay)) return this.#outlines?.hasFailed(overlay) === true;
    const outline = this.#routes.get(overlay);
    return outline !== undefined && isEmptyOutline(outline);
  }

  #renderConsent(host: string, name: string, {locale}: Snapshot) {
    return drawConsent(`${name}: ${messages(locale).foreignMedia(host)}`, host, locale, this.host);
  }

  #boundsOf(overlay: Overlay): Bounds | undefined {
    const outline = this.#outlineOf(overlay);
    return outline && boundsOfOutline(outline);
  }

  /** The box around places and all that is shown here. */
  around(snapshot: Snapshot, places: Bounds | undefined): Bounds | undefined {
    const shown = overlaysOf(snapshot.dataset).filter((overlay) => isOverlayShown(overlay, snapshot));
    return joinBounds(
      [places, ...shown.map((overlay) => this.#boundsOf(overlay))].filter((each) => each !== undefined),
    );
  }

  /** The box around a shape or route, if neither its corners nor its middle are in view. */
  outOfView({dataset}: Snapshot, id: string | null, isInView: (at: Position) => boolean): Bounds | undefined {
    const overlay = indexOf(dataset).overlay.get(id ?? '');
    const bounds = overlay && this.#boundsOf(overlay);
    return bounds && !pointsOf(bounds).some(isInView) ? bounds : undefined;
  }

  /** The id of the option that the keys are at; undefined when they are at none of these. */
  get activeOption(): string | undefined {
    return this.#keys.active === null ? undefined : optionId(this.#keys.active);
  }

  /** The keys come to the map: to what is selected, if it is one of these. */
  enter({dataset, selected}: Snapshot): void {
    this.#keys.active = selected !== null && indexOf(dataset).overlay.has(selected) ? selected : null;
  }

  /** The keys leave. */
  leave(): void {
    this.#keys.active = null;
  }

  /** Does what a key means to shapes and routes, to which the keys go on after the last event. `stop`: the event that they are at. */
  press(
    event: KeyboardEvent,
    snapshot: Snapshot,
    stop: Stop | undefined,
    view: MovableView,
    {choose}: {readonly choose: (id: string) => void},
  ): boolean {
    const next = stop ? nextStop(snapshot, stop, 1) : edgeStop(snapshot);
    const isMeant = this.#keys.press(event, {
      overlays: overlaysOf(snapshot.dataset).filter((overlay) => this.#pyramids.has(overlay)),
      isAtEnd: next === undefined,
      goTo: (id) => view.fit(this.outOfView(snapshot, id, view.isInView)),
      select: choose,
    });
    this.redraw();
    return isMeant;
  }
}
