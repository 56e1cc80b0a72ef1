import type {Snapshot} from '../../core/store/index.js';
import type {Camera, Move} from './camera.js';
import {boundsOfNamed} from './focus.js';
import type {MapCallOut} from './map-call-out.js';
import {isCrowded} from './places-in-view.js';
import {edgeStop, nextStop, stopOf} from './stop-search.js';
import {type Stop, sameStop} from './stops.js';

/** How far Shift and an arrow pan, in pixels. */
const STEP = 80;
/** How much of the height a page key pans. */
const PAGE = 0.8;

/** Where each arrow key points. */
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The keys of a map, and the event that they are at. */
export class MapKeys {
  #stop: Stop | undefined;
  /** A pointer has brought the focus: then nobody looks for where the keys are. */
  #isHidden = false;

  /**
   * @param move zooms in towards what there is to see
   * @param redraw called when the keys are at another event
   */
  constructor(
    readonly callOut: Pick<MapCallOut, 'host' | 'many' | 'open' | 'choose' | 'place' | 'circle'>,
    readonly camera: Pick<Camera, 'state' | 'isInView' | 'fit'>,
    readonly move: (by: Move) => void,
    readonly redraw: () => void,
  ) {}

  /** The event at one of its places that the keys are at, if the dataset still has it. */
  active(snapshot: Snapshot): Stop | undefined {
    return this.#stop && sameStop(snapshot, this.#stop);
  }

  /** The same, once somebody uses the keys. */
  shown(snapshot: Snapshot): Stop | undefined {
    return this.#isHidden ? undefined : this.active(snapshot);
  }

  /** Begins at the selected event, or at the first. */
  focus(snapshot: Snapshot, isVisible: boolean): void {
    this.#isHidden = !isVisible;
    this.#stop ??= stopOf(snapshot, snapshot.selected) ?? edgeStop(snapshot);
  }

  reset(): void {
    this.#stop = undefined;
  }

  /** Does what a key means; false for a key that means nothing here. */
  press(event: KeyboardEvent, snapshot: Snapshot): boolean {
    const {key, shiftKey} = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    this.#isHidden = false;
    const stop = this.active(snapshot);
    const move = moveOf(event, this.camera.state?.height ?? 0);
    const arrow = ARROWS[key];
    if (move) this.move(move);
    else if (arrow)
      this.#goTo(snapshot, stop ? nextStop(snapshot, stop, arrow[0] + arrow[1]) : edgeStop(snapshot));
    else if (key === 'Home') this.#goTo(snapshot, edgeStop(snapshot));
    else if (key === 'End') this.#goTo(snapshot, edgeStop(snapshot, true));
    else if ((key === 'Enter' || key === ' ') && stop) this.#open(snapshot, stop, shiftKey);
    else return key === 'Escape' && this.#escape(snapshot);
    return true;
  }

  /** The keys are at another event: it comes into view. */
  #goTo(snapshot: Snapshot, stop: Stop | undefined): void {
    if (!stop) return;
    this.#stop = stop;
    const {place} = stop;
    if (!this.camera.isInView(place)) this.camera.fit(boundsOfNamed(snapshot, [place.id]));
    this.redraw();
  }

  /** Opens the place of an event, or with Shift the circle that counts it. */
  #open(snapshot: Snapshot, {event, place}: Stop, shiftKey: boolean): void {
    const {callOut} = this;
    const circle = shiftKey && this.#circleOf(snapshot, place.id);
    if (circle) callOut.open(callOut.circle(circle));
    else callOut.choose(event.id, callOut.place(place.id));
  }

  /** The circle that counts a place; undefined when it is drawn by itself. */
  #circleOf(snapshot: Snapshot, place: string) {
    const {state} = this.camera;
    return state && isCrowded(snapshot.dataset)
      ? this.callOut.many()?.circleOf(snapshot, state.zoom, place)
      : undefined;
  }

  /** Nothing is selected any more; false when nothing was. */
  #escape({selected}: Snapshot): boolean {
    if (!selected) return false;
    this.callOut.host.store.request({type: 'select', id: null});
    return true;
  }
}

/** What a key asks of the camera, when it is none that goes from event to event. */
function moveOf({key, shiftKey}: KeyboardEvent, heightPx: number): Move | undefined {
  const arrow = ARROWS[key];
  if (arrow && shiftKey) return {pan: [arrow[0] * STEP, arrow[1] * STEP]};
  switch (key) {
    case 'PageUp':
      return {pan: [0, -PAGE * heightPx]};
    case 'PageDown':
      return {pan: [0, PAGE * heightPx]};
    case '+':
    case '=':
      return {zoom: 1};
    case '-':
      return {zoom: -1};
    default:
      return undefined;
  }
}
