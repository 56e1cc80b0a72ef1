import {html, nothing} from 'lit';
import type {Box} from '../../core/layout/index.js';
import {createChangeCheck} from '../../core/memo/index.js';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import type {ViewState} from '../../map/index.js';
import type {MapNotes} from '../annotations/map-notes.js';
import {PartController, TextMeasure} from '../base/index.js';
import {PrintController} from '../event/printing.js';
import type * as Approach from './approach.js';
import {Camera, type Move, type ZoomTarget} from './camera.js';
import {markContext} from './context.js';
import {renderFoot} from './foot.js';
import {Ground} from './ground.js';
import type {Hint, HintReason} from './hint.js';
import {Idle} from './idle.js';
import {KeptNames} from './kept-names.js';
import type {Legend} from './legend.js';
import {boxOfLocator} from './locator-box.js';
import {MapCallOut} from './map-call-out.js';
import {hasLegend} from './map-categories.js';
import {renderControls} from './map-controls.js';
import {drawMap} from './map-drawing.js';
import type {MapHost} from './map-host.js';
import type {MapKeys} from './map-keys.js';
import {mapCaption} from './map-labels.js';
import type {MapOverlays} from './overlays.js';
import {isCrowded} from './places-in-view.js';
import own from './stage.styles.js';
import {eventToSelect} from './stops.js';
import type {Vicinity} from './vicinity.js';

export const styles = [own];

/** The keys that a map means something by. */
const KEYS = /^(?:Arrow|Page|Home|End|Enter|[ +=-])/;

/** All of the map that is fetched when it comes near: draws snapshots, and turns gestures and keys into requests. */
export class MapStage {
  readonly #measure: TextMeasure;
  readonly #ground: Ground;
  readonly #camera: Camera;
  readonly #callOut: MapCallOut;
  readonly #keys: PartController<typeof import('./map-keys.js'), MapKeys>;
  /** What a map of many places is drawn by. */
  readonly #many: PartController<typeof import('./many.js')>;
  /** Loaded when the reader first moves the map. */
  readonly #approach: PartController<typeof Approach>;
  /** Lazily loaded, when the map has been drawn. */
  readonly #locator: PartController<typeof import('./locator.js')>;
  /** Lazily loaded, when few names say where the map is. */
  readonly #vicinity: PartController<typeof import('./vicinity.js'), Vicinity>;
  readonly #legend: PartController<typeof import('./legend.js'), Legend>;
  readonly #idle = new Idle();
  readonly #keptNames = new KeptNames();
  readonly #overlays: PartController<typeof import('./overlays.js'), MapOverlays>;
  /** Loaded when a reader first tries to move the map by what moves the page. */
  readonly #hint: PartController<typeof import('./hint.js'), Hint>;
  /** Loaded by stories with notes of their author. */
  readonly #notes: PartController<typeof import('../annotations/map-notes.js'), MapNotes>;
  #controls: Box = {x: 0, y: 0, width: 0, height: 0};
  readonly #isResized = createChangeCheck();
  #shownFor: Snapshot['dataset'] | undefined;
  /** What is shown is part of a file, of which more is to come. */
  #isGrowing = false;
  #selected: string | null = null;

  constructor(readonly host: MapHost) {
    new PrintController(host.element, {story: () => host.store.story});
    this.#measure = new TextMeasure(host.size);
    this.#ground = new Ground(host, this.#onGround, this.#redraw);
    this.#overlays = new PartController(
      host.element,
      () => import('./overlays.js'),
      ({MapOverlays: Overlays}) => new Overlays(host, this.#onGround, this.#redraw),
    );
    this.#camera = new Camera(
      host,
      this.#ground,
      this.#sayHint,
      this.#redraw,
      () => this.#furniture,
      () => this.#overlays.value,
      () => this.#many.value,
    );
    this.#hint = new PartController(
      host.element,
      () => import('./hint.js'),
      ({Hint: Words}) => new Words(this.#redraw),
    );
    this.#many = new PartController(
      host.element,
      () => import('./many.js'),
      (many) => {
        // What it draws keeps clear of what stands on the map, as soon as it is there.
        queueMicrotask(this.#onGround);
        return many;
      },
    );
    this.#notes = new PartController(
      host.element,
      () => import('../annotations/map-notes.js'),
      ({MapNotes: Notes}) => new Notes(),
    );
    this.#approach = new PartController(host.element, () => import('./approach.js'));
    this.#callOut = new MapCallOut(
      host,
      () => this.#many.value,
      () => this.#overlays.value,
    );
    this.#locator = new PartController(host.element, () => import('./locator.js'));
    this.#vicinity = new PartController(
      host.element,
      () => import('./vicinity.js'),
      ({Vicinity: Around}) => new Around(host.element, this.#ground, this.#camera, this.#redraw),
    );
    this.#legend = new PartController(
      host.element,
      () => import('./legend.js'),
      ({Legend: Row}) => new Row(host, this.#redraw),
    );
    this.#keys = new PartController(
      host.element,
      () => import('./map-keys.js'),
      ({MapKeys: Keys}) => new Keys(this.#callOut, this.#camera, this.#move, this.#redraw),
    );
  }

  /** Lets go of the frame; `updated` starts again where it was. */
  stop(): void {
    this.#idle.stop();
    this.#callOut.close();
    this.#camera.stop();
  }

  /** After each render: brings the view in line with what was drawn. */
  updated(snapshot: Snapshot): void {
    const {dataset, selected} = snapshot;
    if (!this.#camera.attach(this.#frame, snapshot)) return;
    this.#measureControls(snapshot.locale);
    if (this.#ground.load(snapshot)) this.#camera.limit(snapshot);
    if (isCrowded(dataset)) this.#many.get();
    if (dataset.annotations.length > 0) this.#notes.get();
    if (hasOverlays(dataset)) this.#overlays.get()?.load(snapshot);
    if (dataset !== this.#shownFor) {
      if (!this.#isGrowing) {
        this.#keys.value?.reset();
        this.#overlays.value?.leave();
        this.#callOut.close();
      }
      this.#camera.show(snapshot, this.#isGrowing);
    } else if (!this.#camera.followStep(snapshot) && selected !== this.#selected)
      this.#camera.fitSelected(snapshot);
    this.#camera.followLink(snapshot);
    this.#camera.tellTruth(snapshot);
    // Not before the view is where it begins: of the rest of the world nothing is fetched.
    this.#ground.fetchFor(this.#camera.state);
    this.#vicinity.value?.look();
    this.#shownFor = dataset;
    this.#isGrowing = snapshot.progress !== null;
    this.#selected = selected;
    this.#legend.value?.updated();
    if (this.#ground.limits(snapshot)) this.#idle.wait(this.#redraw);
  }

  render(snapshot: Snapshot) {
    return html`
      <div class=${snapshot.playing ? 'stage played' : 'stage'}>
        <div class=${this.#ground.isBare ? 'frame bare' : 'frame'}>${this.#renderMap(snapshot)}</div>
        ${this.#renderLocator()}
        ${renderControls(snapshot.locale, this.#camera, this.#move, this.#onAll)}
        ${this.#renderNearest(snapshot)}
        ${this.#hint.value?.render()}
      </div>
      ${this.#callOut.render()}
      ${this.#renderLegend(snapshot)}
      ${this.#notes.value?.render(snapshot)}
      ${renderFoot(snapshot, {
        caption: mapCaption(snapshot),
        ground: this.#ground,
        notes: this.#overlays.value?.note(snapshot),
        tie: this.#onTie,
        select: (id) => this.#callOut.choose(id),
      })}
    `;
  }

  /** Once the reader has moved the map, it may be where nothing is. */
  #renderNearest(snapshot: Snapshot) {
    const {state} = this.#camera;
    if (!snapshot.map || !state) return nothing;
    return this.#approach.get()?.renderNearest(snapshot, state, this.#goToNearest) ?? nothing;
  }

  #renderMap(snapshot: Snapshot) {
    const {state: view, anchor} = this.#camera;
    const overlays = this.#overlays.value;
    const active = overlays?.activeOption ? undefined : this.#keys.value?.active(snapshot);
    const context = markContext(
      snapshot,
      active,
      active && this.#keys.value?.shown(snapshot),
      this.host.element.units,
    );
    const font = this.host.size.labelPx;
    const surroundings = {
      ground: this.#ground,
      measure: this.#measure.for(font),
      fontSize: font * this.#measure.scale,
      anchor,
      furniture: this.#furniture,
      overlays,
      keptNames: this.#keptNames,
      camera: this.#camera,
      many: this.#many.value,
      notes: this.#notes.value,
      vicinity: this.#vicinity,
    };
    return html`<svg role="listbox" tabindex="0" viewBox=${view ? `0 0 ${view.width} ${view.height}` : nothing}
      aria-label=${messages(snapshot.locale).map} aria-describedby="where"
      aria-activedescendant=${overlays?.activeOption ?? (active ? context.stopId(active) : nothing)} font-size=${font}
      @click=${this.#onClick} @keydown=${this.#onKeydown} @focus=${this.#onFocus} @blur=${this.#onBlur}>
      ${view ? drawMap(view, context, surroundings) : nothing}
    </svg>`;
  }

  #renderLegend(snapshot: Snapshot) {
    if (!hasLegend(this.host.element.legend, snapshot)) return nothing;
    const legend = this.#idle.has ? this.#legend.get() : undefined;
    return html`<div part="legend" class="legend">${legend?.render(snapshot) ?? nothing}</div>`;
  }

  #renderLocator() {
    const {state} = this.#camera;
    if (!state || !this.#idle.has || !this.#locatorBox(state)) return nothing;
    return [this.#locator.get()?.drawLocator(state), this.#vicinity.value?.drawRegion(state)];
  }

  #locatorBox(view: ViewState): Box | undefined {
    return this.host.element.locator === 'none' ? undefined : boxOfLocator(view);
  }

  /** What stands on the drawing, and takes its room there. */
  get #furniture(): readonly Box[] {
    const {state} = this.#camera;
    const locator = state && this.#locatorBox(state);
    return locator ? [this.#controls, locator] : [this.#controls];
  }

  /** Reads where the controls lie, once for each size of the map and each language, which may be written the other way: names keep clear of them. */
  #measureControls(locale: string): void {
    const {widthPx, heightPx, fontPx, fonts} = this.host.size;
    if (!this.#isResized(widthPx, heightPx, fontPx, fonts, locale)) return;
    const controls = this.host.element.renderRoot.querySelector<HTMLElement>('.controls');
    if (!controls) return;
    const {offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height} = controls;
    this.#controls = {x, y, width, height};
    this.#redraw();
  }

  get #frame(): HTMLElement | null {
    return this.host.element.renderRoot.querySelector<HTMLElement>('.frame');
  }

  /** Not at once: what calls may itself be an update, as when the drawing is taken out with the focus in it. */
  readonly #redraw = (): void => queueMicrotask(() => this.host.element.requestUpdate());

  readonly #sayHint = async (reason: HintReason): Promise<void> => {
    const {snapshot} = this.host.store;
    if (snapshot) (await this.#hint.fetch())?.say(reason, snapshot);
  };

  readonly #onGround = (): void => {
    this.#redraw();
    const {snapshot} = this.host.store;
    if (!snapshot) return;
    this.#camera.limit(snapshot);
    this.#camera.refit(snapshot);
  };

  readonly #move = (by: Move): void => {
    const {zoom = 0} = by;
    if (zoom > 0) void this.#approach.fetch().then((part) => this.#zoomIn(zoom, part));
    else this.#camera.move(by);
  };

  /** Zooms in towards what there is to see, where what knows it is there. */
  #zoomIn(levels: number, part: typeof Approach | undefined): void {
    const {snapshot} = this.host.store;
    const {state} = this.#camera;
    if (part && snapshot && state) this.#camera.zoomToward(levels, part.approach(snapshot, state, levels));
    else this.#camera.move({zoom: levels});
  }

  readonly #goToNearest = (to: ZoomTarget): void => this.#camera.zoomToward(0, to);

  readonly #onAll = (): void => this.#camera.showAll(this.host.store.snapshot);

  readonly #onTie = (): void => this.#camera.toggleTie();

  /**
   * Opens a place; selects its last shown event, unless the selected one is there. Where a card says what is selected,
   * and no call-out lists what else was there, each click selects the one before.
   */
  #openPlace(id: string, isRepeated: boolean): void {
    const {snapshot} = this.host.store;
    if (!snapshot) return;
    const place = this.#callOut.place(id);
    const isSaid = this.#callOut.isSaidElsewhere;
    const event = eventToSelect(snapshot, id, isSaid && !isRepeated);
    if (event !== undefined) this.#callOut.choose(event, place);
    else this.#callOut.open(place);
  }

  readonly #onClick = (event: MouseEvent): void => {
    if (!this.#camera.state || this.#camera.isDragged) return;
    const target = (event.target as Element).closest<SVGElement>('.place, .cluster');
    const {id, cluster, cell} = target?.dataset ?? {};
    if ((cluster || cell) && this.#callOut.names(event)) return;
    if (cluster) this.#openCluster(cluster, event);
    else if (cell) this.#openCircle(Number(cell), event);
    else if (id) this.#openPlace(id, event.detail > 1);
    else this.#pick(event.target as Element);
  };

  /** Selects the shape or route that was hit, if one was. */
  #pick(target: Element): void {
    const id = target.closest<SVGElement>('.overlay')?.dataset.id;
    if (id) this.#callOut.choose(id);
    else this.#callOut.close();
  }

  /** Comes nearer to merged places; where that is not possible, the one that leads them opens. */
  #openCluster(place: string, event: MouseEvent): void {
    if (!this.#camera.zoomAt(2, event)) this.#openPlace(place, event.detail > 1);
  }

  /** Comes nearer to what a circle counts; with Shift, or where that is not possible, it opens. */
  #openCircle(cell: number, event: MouseEvent): void {
    const {snapshot} = this.host.store;
    const many = this.#many.value;
    const {state} = this.#camera;
    if (!event.shiftKey && this.#camera.zoomAt(2, event)) return;
    if (snapshot && many && state)
      this.#callOut.open(this.#callOut.circle({depth: many.depthOf(snapshot.dataset, state.zoom), cell}));
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const {snapshot} = this.host.store;
    const drawing = event.target as Element;
    if (this.#keys.value) this.#beginKeys(drawing);
    else void this.#keys.fetch().then(() => this.#beginKeys(drawing));
    if (snapshot) this.#overlays.value?.enter(snapshot);
    this.#redraw();
  };

  readonly #onBlur = (): void => {
    this.#keys.value?.reset();
    this.#overlays.value?.leave();
    this.#redraw();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {snapshot} = this.host.store;
    const keys = this.#keys.value;
    if (!snapshot) return;
    if (!keys) {
      this.#keepKey(event);
      return;
    }
    const isMeant =
      this.#overlays.value?.press(event, snapshot, keys.active(snapshot), this.#camera, {
        choose: (id) => this.#callOut.choose(id),
      }) || keys.press(event, snapshot);
    if (isMeant) event.preventDefault();
  };

  /** The keys begin, unless the focus has gone on while they were fetched. */
  #beginKeys(drawing: Element): void {
    const {snapshot} = this.host.store;
    if (!snapshot || !drawing.matches(':focus')) return;
    this.#keys.value?.focus(snapshot, drawing.matches(':focus-visible'));
    this.#redraw();
  }

  /** A key that is pressed before its meaning is there is carried out then, and does not scroll the page. */
  #keepKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !KEYS.test(event.key)) return;
    event.preventDefault();
    void this.#keys.fetch().then((keys) => keys && this.#onKeydown(event));
  }
}
