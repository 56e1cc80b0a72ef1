import {
  moveHandle,
  nullIfWhole,
  pointIn,
  type RangeHandle,
  snapInstant,
  stepFrom,
  stepUnit,
  type TimeScale,
} from '../../core/layout/index.js';
import type {Instant, Interval} from '../../core/time/index.js';
import {clientBox} from '../base/index.js';
import {handleAt} from './handle.js';
import {isMirrored} from './overview.js';
import type {RangeHost} from './range-host.js';

/** The range as it is when something moves. */
interface Movable {
  readonly host: RangeHost;
  readonly drawing: SVGElement | null;
  readonly extent: Interval;
  readonly range: Interval;
  readonly scale: TimeScale;
}

/** A drag: its handle, and the initial instant and range. */
interface Drag {
  readonly handle: RangeHandle;
  readonly from: Instant;
  readonly range: Interval;
}

/** Moves the handles of a range, and the window between them, by pointer and keys. */
export class RangeMoves {
  #drag: Drag | undefined;

  constructor(readonly panel: Movable) {}

  readonly handle = (event: PointerEvent | KeyboardEvent): void => {
    if (event.type === 'keydown') this.#press(event as KeyboardEvent);
    else if (event.type === 'pointerdown') this.#start(event as PointerEvent);
    else if (event.type === 'pointermove') this.#follow(event as PointerEvent);
    else this.#end();
  };

  get #store() {
    return this.panel.host.store;
  }

  #setDragging(isDragging: boolean): void {
    this.panel.host.element.setState('dragging', isDragging);
  }

  #instant(event: PointerEvent): Instant {
    const {drawing, scale, host} = this.panel;
    const [x] = pointIn(drawing ? clientBox(drawing) : new DOMRect(), host.size.widthPx, event);
    return scale.invert(x);
  }

  #move(handle: RangeHandle, range: Interval, to: Instant): void {
    const {extent} = this.panel;
    const moved = moveHandle(handle, range, to, extent);
    this.#store.request({type: 'range', range: nullIfWhole(moved, extent)});
  }

  #start(event: PointerEvent): void {
    if (event.button !== 0) return;
    const {drawing, extent, range} = this.panel;
    const from = this.#instant(event);
    const target = handleAt(event);
    const nearer = Math.abs(from - range.start) < Math.abs(from - range.end) ? 'start' : 'end';
    // The window is draggable only when a range is set; otherwise the nearer handle moves.
    const handle = target === 'window' && !this.#store.snapshot?.range ? nearer : (target ?? nearer);
    this.#drag = {handle, from, range};
    drawing?.setPointerCapture(event.pointerId);
    this.#setDragging(true);
    event.preventDefault();
    if (handle === 'window') return;
    drawing?.querySelector<SVGElement>(`[role=slider][data-handle=${handle}]`)?.focus();
    if (target !== handle) this.#move(handle, range, snapInstant(from, extent));
  }

  #follow(event: PointerEvent): void {
    if (event.buttons === 0) this.#end();
    if (!this.#drag) return;
    const {handle, from, range} = this.#drag;
    const at = this.#instant(event);
    if (handle === 'window')
      this.#move(handle, range, snapInstant(range.start + at - from, this.panel.extent));
    else this.#move(handle, this.panel.range, snapInstant(at, this.panel.extent));
  }

  #end(): void {
    this.#drag = undefined;
    this.#setDragging(false);
  }

  #press(event: KeyboardEvent): void {
    const handle = handleAt(event);
    if (!handle || handle === 'window' || event.altKey || event.ctrlKey || event.metaKey) return;
    const {extent, range} = this.panel;
    const unit = stepUnit(extent);
    const count = this.#stepsOf(event.key, unit === 'month' ? 6 : 10);
    if (count !== 0) this.#move(handle, range, stepFrom(range[handle], unit, count));
    else if (event.key === 'Home') this.#move(handle, range, extent.start);
    else if (event.key === 'End') this.#move(handle, range, extent.end);
    else if (event.key === 'Escape' && this.#store.snapshot?.range)
      this.#store.request({type: 'range', range: null});
    else return;
    event.preventDefault();
  }

  /** The number of steps that a key moves a handle, positive for later; 0 for other keys. */
  #stepsOf(key: string, page: number): number {
    const onward = isMirrored(this.panel.scale) ? -1 : 1;
    switch (key) {
      case 'ArrowLeft':
        return -onward;
      case 'ArrowRight':
        return onward;
      case 'ArrowDown':
        return -1;
      case 'ArrowUp':
        return 1;
      case 'PageDown':
        return -page;
      case 'PageUp':
        return page;
      default:
        return 0;
    }
  }
}
