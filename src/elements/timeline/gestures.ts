import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TimelineLayout} from '../../core/layout/index.js';

/** The time axis that gestures act on, in viewport pixels: `start` and `length`. */
export interface Axis {
  readonly start: number;
  readonly length: number;
  readonly vertical: boolean;
  /** -1 where time runs from right to left. */
  readonly sign: 1 | -1;
}

/** The axis of a layout drawn in a box. */
export function axisOf(box: DOMRect, {plot, orientation}: TimelineLayout, rtl: boolean): Axis {
  const vertical = orientation === 'vertical';
  const length = Math.max(1, vertical ? plot.height : plot.width);
  if (vertical) return {start: box.top + plot.y, length, vertical, sign: 1};
  const start = box.left + plot.x;
  return rtl ? {start: start + length, length, vertical, sign: -1} : {start, length, vertical, sign: 1};
}

export interface GestureTarget {
  /** Zooms by a factor (below 1 zooms in) around a share (0 to 1) of the visible range. */
  zoom(factor: number, share: number): void;
  /** Pans by a share of the visible range; positive is later. */
  pan(share: number): void;
  axis(): Axis;
}

/** Movements up to this many pixels are clicks. */
const SLOP = 4;
/** Minimum distance of two fingers for zooming, as a share of the axis. */
const MIN_PINCH = 0.01;
/** Pixels per unit of a wheel's delta, by its mode: pixels, lines, pages. */
const PX_PER_DELTA = [1, 16, 400] as const;
/** Wheel pixels that double the visible range, and the maximum per event. */
const WHEEL_OCTAVE = 200;
const MAX_WHEEL = 240;

/**
 * Gestures: drag to pan, pinch or Ctrl/Cmd with the wheel to zoom. The plain wheel, and one finger along the page,
 * scroll the page. d3-zoom would cost 17.5 kB gzip; the arithmetic needed here fits one file.
 */
export class TimeGestures implements ReactiveController {
  readonly #pointers = new Map<number, number>();
  #moved = 0;

  constructor(
    host: ReactiveControllerHost,
    readonly target: GestureTarget,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#pointers.clear();
  }

  /** Whether the pointer was dragged, so that the following click must be ignored. */
  get dragged(): boolean {
    return this.#moved > SLOP;
  }

  readonly onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const px = event.deltaY * (PX_PER_DELTA[event.deltaMode] ?? 1);
    const clamped = Math.max(-MAX_WHEEL, Math.min(MAX_WHEEL, px));
    this.target.zoom(2 ** (clamped / WHEEL_OCTAVE), shareAt(event, this.target.axis()));
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, shareAt(event, this.target.axis()));
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const axis = this.target.axis();
    const now = shareAt(event, axis);
    this.#moved += Math.abs(now - before) * axis.length;
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, now);
    else if (this.dragged && !(axis.vertical && event.pointerType === 'touch')) {
      // Capture the pointer only once it is a drag, so that clicks reach the mark under it.
      const element = event.currentTarget as Element;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      this.target.pan(before - now);
    }
    this.#pointers.set(event.pointerId, now);
  };

  readonly onPointerEnd = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  /** Zooms by the change in distance of two fingers, one of which has moved. */
  #pinch(id: number, before: number, now: number): void {
    for (const [otherId, other] of this.#pointers) {
      if (otherId === id) continue;
      const was = Math.abs(before - other);
      const is = Math.abs(now - other);
      if (was > MIN_PINCH && is > MIN_PINCH) this.target.zoom(was / is, (now + other) / 2);
    }
  }
}

/** Position of a pointer along an axis: 0 at its start, 1 at its end. */
const shareAt = (event: PointerEvent | WheelEvent, {start, length, vertical, sign}: Axis): number =>
  (sign * ((vertical ? event.clientY : event.clientX) - start)) / length;
