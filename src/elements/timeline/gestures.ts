import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {TimelineLayout} from '../../core/layout/index.js';

/** The drawing that gestures are made on, in page pixels; along time from `start`, `length` long. */
export interface Axis {
  readonly start: number;
  readonly length: number;
  readonly vertical: boolean;
  /** -1 where time runs from right to left. */
  readonly sign: 1 | -1;
}

/** Of a layout that is drawn in a box. */
export function axisOf(box: DOMRect, {plot, orientation}: TimelineLayout, rtl: boolean): Axis {
  const vertical = orientation === 'vertical';
  const length = Math.max(1, vertical ? plot.height : plot.width);
  if (vertical) return {start: box.top + plot.y, length, vertical, sign: 1};
  const start = box.left + plot.x;
  return rtl ? {start: start + length, length, vertical, sign: -1} : {start, length, vertical, sign: 1};
}

export interface GestureTarget {
  /** Zooms by a factor (under 1: in) around a share (0 to 1) of the visible range. */
  zoom(factor: number, share: number): void;
  /** Moves by a share of the visible range; positive is later. */
  pan(share: number): void;
  axis(): Axis;
}

/** Movement under this many pixels is a click. */
const SLOP = 4;

/**
 * Drag to pan, two fingers or Ctrl/Cmd and the wheel to zoom. The plain wheel, and one finger along the page, scroll
 * the page. D3's zoom does as much in 17.5 kB gzip; the arithmetic that is needed here fits one file.
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

  /** Whether the pointer travelled: the click that follows is the end of a drag. */
  get dragged(): boolean {
    return this.#moved > SLOP;
  }

  readonly onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
    this.target.zoom(2 ** (Math.max(-240, Math.min(240, pixels)) / 200), this.#share(event));
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, this.#share(event));
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const {length, vertical} = this.target.axis();
    const now = this.#share(event);
    this.#moved += Math.abs(now - before) * length;
    if (this.#pointers.size === 2) {
      const [other = 0] = [...this.#pointers]
        .filter(([id]) => id !== event.pointerId)
        .map(([, share]) => share);
      const [was, is] = [Math.abs(before - other), Math.abs(now - other)];
      if (was > 0.01 && is > 0.01) this.target.zoom(was / is, (now + other) / 2);
    } else if (this.dragged && !(vertical && event.pointerType === 'touch')) {
      // Captured only once it is a drag, so that a click still reaches the mark under it.
      const element = event.currentTarget as Element;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      this.target.pan(before - now);
    }
    this.#pointers.set(event.pointerId, now);
  };

  readonly onPointerEnd = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  #share(event: PointerEvent | WheelEvent): number {
    const {start, length, vertical, sign} = this.target.axis();
    return (sign * ((vertical ? event.clientY : event.clientX) - start)) / length;
  }
}
