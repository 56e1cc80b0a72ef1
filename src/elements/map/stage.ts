import {html, nothing} from 'lit';
import {rowIndex} from '../../core/dataset/index.js';
import {type Bounds, contains, type Position} from '../../core/geo/index.js';
import {DRAWING_FONT} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {createMapView, type MapView, type ViewState} from '../../map/index.js';
import {PartController, TextMeasure} from '../base/index.js';
import {markContext} from './context.js';
import {boundsOfEvent, boundsOfPlace, focusOf} from './focus.js';
import {renderFoot} from './foot.js';
import {Ground} from './ground.js';
import {Hint} from './hint.js';
import {ARROWS, type Move, moveOf, renderControls} from './map-controls.js';
import {drawMap} from './map-drawing.js';
import type {MapHost} from './map-host.js';
import {countCaption} from './map-labels.js';
import {isCrowded} from './places-in-view.js';
import type {Opened} from './popup.js';
import own from './stage.styles.js';
import {edgeStop, eventToSelect, nextStop, type Stop, sameStop, stopOf} from './stops.js';
import {renderUnplaced} from './unplaced.js';
import {Whereabouts} from './whereabouts.js';

export const styles = [own];

/** Air around what is fitted, and how near a lone place is shown. */
const AIR = 44;
const NEAREST = 9;

/** All of the map that is fetched when it comes near: draws snapshots, and turns gestures and keys into requests. */
export class MapStage {
  readonly #frame = () => this.host.element.renderRoot.querySelector<HTMLElement>('.frame');
  readonly #measure = new TextMeasure();
  #view: MapView | undefined;
  #opened: Opened | null = null;
  #active: Stop | undefined;
  #size = '';
  readonly #hint = new Hint(() => this.#redraw());
  readonly #ground: Ground;
  #kept: {readonly centre: Position; readonly zoom: number} | undefined;
  /** Where many marks are counted from, so that they stand still while the map moves. */
  #anchor: Pick<ViewState, 'zoom' | 'origin'> = {zoom: Number.NaN, origin: [0, 0]};
  /** The reader has moved the map: it is not fitted anew when its size changes. */
  #touched = false;
  readonly #whereabouts = new Whereabouts((map) => this.host.store.request({type: 'map', map}));
  #shownFor: Snapshot['dataset'] | undefined;
  /** What is shown is part of a file, of which more is to come. */
  #growing = false;
  #selected: string | null = null;

  /** What an opened place is shown by, and a map of many places drawn by. */
  readonly #popup: PartController<typeof import('./popup.js')>;
  readonly #many: PartController<typeof import('./many.js')>;

  constructor(readonly host: MapHost) {
    this.#ground = new Ground(host, this.#onGround, this.#redraw);
    this.#popup = new PartController(host.element, () => import('./popup.js'));
    this.#many = new PartController(host.element, () => import('./many.js'));
  }

  /** Lets go of the map library; `updated` starts it again where it was. */
  stop(): void {
    this.#hint.stop();
    this.#whereabouts.stop();
    if (this.#view) this.#kept = {centre: this.#view.centre, zoom: this.#view.state.zoom};
    this.#view?.destroy();
    this.#view = undefined;
  }

  /** After each render: brings the view in line with what was drawn. */
  updated(snapshot: Snapshot): void {
    const frame = this.#frame();
    const size = `${this.host.size.widthPx} ${this.host.size.heightPx}`;
    // Asked only when it may have changed: the answer costs a layout.
    if (!this.#view || size !== this.#size) {
      if (!frame || frame.clientWidth === 0) return;
      const {state} = this.#view ?? this.#start(frame);
      this.#size = size;
      if (frame.clientWidth !== state.width || frame.clientHeight !== state.height) {
        this.#view?.resize();
        if (!this.#touched) this.#fitAll(snapshot);
      }
    }
    if (this.#ground.load(snapshot)) this.#limit(snapshot);
    if (isCrowded(snapshot.dataset)) this.#many.get();
    if (this.#shownFor !== snapshot.dataset) {
      this.#shownFor = snapshot.dataset;
      if (!this.#growing) {
        this.#touched = false;
        this.#active = undefined;
        this.#openPopup(null);
      }
      this.#limit(snapshot);
      if (!this.#touched) this.#fitAll(snapshot);
    } else if (snapshot.selected !== this.#selected)
      this.#fit(boundsOfEvent(snapshot, snapshot.selected, this.#isInView));
    const wanted = this.#whereabouts.wanted(snapshot);
    if (wanted !== undefined) {
      this.#touched = wanted !== null;
      if (wanted) this.#view?.restore(wanted, wanted.zoom);
      else this.#fitAll(snapshot);
    }
    this.#growing = snapshot.progress !== null;
    this.#selected = snapshot.selected;
  }

  render(snapshot: Snapshot) {
    const text = messages(snapshot.locale);
    const view = this.#view?.state;
    if (view && view.zoom !== this.#anchor.zoom) this.#anchor = view;
    const active = this.#active && sameStop(snapshot, this.#active);
    const context = markContext(snapshot, active, this.#many.value);
    const measure = this.#measure.for(this.host.element, this.#font);
    return html`
      <div class="stage">
        <div class="frame">
          <svg role="listbox" tabindex="0" aria-label=${text.map} aria-activedescendant=${active ? context.stopId(active) : nothing}
            font-size=${this.#font} @click=${this.#onClick} @keydown=${this.#onKeydown} @focus=${this.#onFocus} @blur=${this.#onBlur}>
            ${view ? drawMap(view, this.#ground, context, this.#font, measure, this.#anchor.origin) : nothing}
          </svg>
        </div>
        ${renderControls(snapshot.locale, this.#move, this.#onAll)}
        ${this.#renderPopup(snapshot)}
        ${this.#hint.text ? html`<div class="hint" aria-hidden="true">${this.#hint.text}</div>` : nothing}
      </div>
      ${renderFoot(snapshot, {
        caption: countCaption(snapshot),
        ground: this.#ground,
        tie: this.#onTie,
      })}
      ${renderUnplaced(snapshot, this.#select)}
    `;
  }

  #renderPopup(snapshot: Snapshot) {
    if (!this.#opened) return nothing;
    return this.#popup.get()?.render(snapshot, this.#opened, {
      select: this.#select,
      close: this.#close,
      many: this.#many.value,
    });
  }

  get #font(): number {
    return this.host.size.fontPx * DRAWING_FONT;
  }

  #start(frame: HTMLElement): MapView {
    const words = () => messages(this.host.store.snapshot?.locale ?? 'en');
    const view = createMapView(frame, {
      onMove: (_, byReader) => this.#onMove(byReader),
      onTouchHint: () => this.#hint.say(words().touchHint),
      onWheelHint: () => this.#hint.say(words().wheelHint(/Mac/.test(navigator.platform) ? '⌘' : 'Ctrl')),
    });
    this.#view = view;
    if (this.#kept) view.restore(this.#kept.centre, this.#kept.zoom);
    this.#redraw();
    return view;
  }

  readonly #onGround = (): void => {
    this.#redraw();
    const {snapshot} = this.host.store;
    if (!snapshot || !this.#view) return;
    this.#limit(snapshot);
    if (!this.#touched) this.#fitAll(snapshot);
  };

  #limit(snapshot: Snapshot): void {
    const limits = this.#ground.limits(snapshot);
    if (limits) this.#view?.setLimits(limits);
  }

  #fit(bounds: Bounds | undefined): void {
    if (bounds) this.#view?.fit(bounds, AIR, NEAREST);
  }

  #fitAll(snapshot: Snapshot): void {
    this.#fit(focusOf(snapshot) ?? this.#ground.focus);
  }

  readonly #isInView = (at: Position): boolean => !this.#view || contains(this.#view.bounds, at);

  /** Not at once: what calls may itself be an update, as when the drawing is taken out with the focus in it. */
  readonly #redraw = (): void => queueMicrotask(() => this.host.element.requestUpdate());

  readonly #move = ({pan, zoom}: Move): void => {
    if (pan) this.#view?.panBy(...pan);
    if (zoom) this.#view?.zoomBy(zoom);
    this.#moved();
  };

  /** By the reader. */
  #moved(): void {
    this.#touched = true;
    if (this.#view) this.#whereabouts.moved(this.#view);
  }

  #onMove(byReader: boolean): void {
    if (byReader) this.#moved();
    if (this.host.store.snapshot?.extent)
      this.host.store.request({type: 'extent', extent: this.#view?.bounds ?? null});
    this.#redraw();
  }

  readonly #onTie = (): void => {
    const tied = this.host.store.snapshot?.extent !== null;
    this.host.store.request({type: 'extent', extent: tied ? null : (this.#view?.bounds ?? null)});
  };

  readonly #onAll = (): void => {
    const {snapshot} = this.host.store;
    this.#touched = false;
    if (snapshot) this.#fitAll(snapshot);
    this.#whereabouts.fitted(snapshot?.map ?? null);
  };

  readonly #select = (id: string | null): void => this.host.store.request({type: 'select', id});

  readonly #close = (): void => {
    this.#openPopup(null);
    this.#frame()?.querySelector('svg')?.focus();
  };

  #openPopup(opened: Opened | null): void {
    this.#opened = opened;
    this.#redraw();
  }

  /** Opens a place; selects its last shown event, unless the selected one is there. */
  #open(id: string): void {
    const {snapshot} = this.host.store;
    this.#openPopup({place: id});
    const event = snapshot && eventToSelect(snapshot, id);
    if (event !== undefined) this.#select(event);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const view = this.#view;
    if (!view || view.dragged) return;
    const {id, cluster, cell} =
      (event.target as Element).closest<SVGElement>('.place, .cluster')?.dataset ?? {};
    if (cluster || cell) {
      const box = this.#frame()?.getBoundingClientRect();
      const {snapshot} = this.host.store;
      const {zoom} = view.state;
      if (!event.shiftKey || !cell)
        view.zoomBy(2, [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]);
      this.#moved();
      // No nearer than this: what is in it opens.
      if (view.state.zoom !== zoom) return;
      if (cluster) this.#open(cluster);
      else if (snapshot && this.#many.value)
        this.#openPopup({depth: this.#many.value.depthOf(snapshot.dataset, zoom), cell: Number(cell)});
    } else if (id) this.#open(id);
    else this.#openPopup(null);
  };

  readonly #onFocus = (): void => {
    const {snapshot} = this.host.store;
    // Likely to be wanted next.
    this.#popup.get();
    if (snapshot) this.#active ??= stopOf(snapshot, snapshot.selected) ?? edgeStop(snapshot);
    this.#redraw();
  };

  readonly #onBlur = (): void => {
    this.#active = undefined;
    this.#redraw();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const {key, shiftKey} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const {snapshot} = this.host.store;
    if (!snapshot) return;
    const stop = this.#active && sameStop(snapshot, this.#active);
    const [dx = 0, dy = 0] = ARROWS[key] ?? [];
    const move = moveOf(event, this.#view?.state.height ?? 0);
    if (move) this.#move(move);
    else if (dx || dy) this.#goTo(stop ? nextStop(snapshot, stop, dx + dy) : edgeStop(snapshot));
    else if (key === 'Home') this.#goTo(edgeStop(snapshot));
    else if (key === 'End') this.#goTo(edgeStop(snapshot, true));
    else if ((key === 'Enter' || key === ' ') && stop) {
      const circle = shiftKey && this.#circleOf(stop, snapshot);
      if (circle) this.#openPopup(circle);
      else {
        this.#openPopup({place: stop.place.id});
        this.#select(stop.event.id);
      }
    } else if (key === 'Escape') {
      if (this.#opened === null) this.#select(null);
      this.#openPopup(null);
    } else return;
    event.preventDefault();
  };

  /** The circle that counts a place; undefined when it is drawn by itself. */
  #circleOf({place}: Stop, snapshot: Snapshot) {
    if (!this.#view || !isCrowded(snapshot.dataset)) return undefined;
    return this.#many.value?.circleOf(snapshot, this.#view.state.zoom, place.id);
  }

  #goTo(stop: Stop | undefined): void {
    const {snapshot} = this.host.store;
    if (!stop || !snapshot) return;
    this.#active = stop;
    if (!this.#isInView(stop.place))
      this.#fit(boundsOfPlace(snapshot.dataset, rowIndex(snapshot.dataset.places, stop.place.id)));
    this.#redraw();
  }
}
