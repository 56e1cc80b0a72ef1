import type {Snapshot} from '../../core/store/index.js';
import type {Move} from './camera.js';
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

/** What the keys ask of the map. */
export interface KeyTarget {
  readonly heightPx: number;
  move(by: Move): void;
  /** The keys are at another event. */
  goTo(stop: Stop): void;
  /** Opens the place of an event, or with Shift the circle that counts it. */
  open(stop: Stop, shiftKey: boolean): void;
  /** Undoes what is open or selected; false when nothing is. */
  escape(): boolean;
}

/** The keys of a map, and the event that they are at. */
export class MapKeys {
  #stop: Stop | undefined;
  /** A pointer has brought the focus: then nobody looks for where the keys are. */
  #isHidden = false;

  constructor(readonly target: KeyTarget) {}

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
    const move = moveOf(event, this.target.heightPx);
    const arrow = ARROWS[key];
    if (move) this.target.move(move);
    else if (arrow) this.#goTo(stop ? nextStop(snapshot, stop, arrow[0] + arrow[1]) : edgeStop(snapshot));
    else if (key === 'Home') this.#goTo(edgeStop(snapshot));
    else if (key === 'End') this.#goTo(edgeStop(snapshot, true));
    else if ((key === 'Enter' || key === ' ') && stop) this.target.open(stop, shiftKey);
    else return key === 'Escape' && this.target.escape();
    return true;
  }

  #goTo(stop: Stop | undefined): void {
    if (!stop) return;
    this.#stop = stop;
    this.target.goTo(stop);
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
