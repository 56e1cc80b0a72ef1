import {pointIn, type TimelineLayout} from '../../core/layout/index.js';
import {clientBox} from '../base/index.js';
import {Glide} from './glide.js';

/** The timeline that gestures act on. Positions along time are shares of the visible range. */
export interface GestureTarget {
  readonly drawing: Element | null;
  readonly layout: TimelineLayout;
  /** Time runs from right to left. */
  readonly rtl: boolean;
  /** Zooms by a factor (below 1 zooms in) around a position in the drawing, in pixels along time. */
  zoom(factor: number, px: number): void;
  /** Pans by a share of the range, positive is later; false where that is not possible. */
  pan(share: number): boolean;
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
 * scroll the page. A pointer that was pressed on the drawing belongs to it until it is released, wherever that is.
 * d3-zoom would cost 17.5 kB gzip; the arithmetic needed here fits one file.
 */
export class TimeGestures {
  /** Where the pressed pointers are, as shares of the range. */
  readonly #pointers = new Map<number, number>();
  readonly #glide: Glide;
  #travelled = 0;

  constructor(readonly target: GestureTarget) {
    this.#glide = new Glide((px) => target.pan(px / this.#length));
  }

  stop(): void {
    this.#pointers.clear();
    this.#glide.stop();
  }

  /** Whether the pointer was dragged, so that the following click must be ignored. */
  get dragged(): boolean {
    return this.#travelled > SLOP;
  }

  /** Whether a pointer is pressed on the drawing. */
  get isPressed(): boolean {
    return this.#pointers.size > 0;
  }

  handle(event: PointerEvent | WheelEvent): void {
    switch (event.type) {
      case 'wheel':
        this.#wheel(event as WheelEvent);
        break;
      case 'pointerdown':
        this.#press(event as PointerEvent);
        break;
      case 'pointermove':
        this.#move(event as PointerEvent);
        break;
      default:
        this.#release(event as PointerEvent);
    }
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    const px = event.deltaY * (PX_PER_DELTA[event.deltaMode] ?? 1);
    const clamped = Math.max(-MAX_WHEEL, Math.min(MAX_WHEEL, px));
    this.target.zoom(2 ** (clamped / WHEEL_OCTAVE), this.#positionAt(event));
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    // A first finger, or a mouse, ends whatever an engine has not told the end of.
    if (event.isPrimary) this.stop();
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, this.#shareAt(event));
    this.#glide.press(event.timeStamp);
    try {
      this.target.drawing?.setPointerCapture(event.pointerId);
    } catch {
      // The pointer has been released since, of which the next event tells.
    }
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    if (event.buttons === 0) {
      this.#pointers.delete(event.pointerId);
      return;
    }
    const now = this.#shareAt(event);
    const px = (now - before) * this.#length;
    this.#travelled += Math.abs(px);
    this.#pointers.set(event.pointerId, now);
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, now);
    else if (this.dragged && !(this.#isUpright && event.pointerType === 'touch')) {
      this.#glide.move(-px, event.timeStamp);
      this.target.pan(before - now);
    }
  }

  #release({pointerId, type, timeStamp}: PointerEvent): void {
    const isLast = this.#pointers.delete(pointerId) && !this.isPressed;
    if (isLast && this.dragged && type === 'pointerup') this.#glide.release(timeStamp);
  }

  /** Zooms by the change in distance of two fingers, one of which has moved. */
  #pinch(id: number, before: number, now: number): void {
    for (const [otherId, other] of this.#pointers) {
      if (otherId === id) continue;
      const was = Math.abs(before - other);
      const is = Math.abs(now - other);
      if (was > MIN_PINCH && is > MIN_PINCH) this.target.zoom(was / is, ((now + other) / 2) * this.#length);
    }
  }

  get #isUpright(): boolean {
    return this.target.layout.orientation === 'vertical';
  }

  /** Length of the axis in pixels. */
  get #length(): number {
    const {plot} = this.target.layout;
    return Math.max(1, this.#isUpright ? plot.height : plot.width);
  }

  #shareAt(event: MouseEvent): number {
    return this.#positionAt(event) / this.#length;
  }

  /** Position of a pointer along the axis, in pixels from its start. */
  #positionAt(event: MouseEvent): number {
    const {drawing, layout, rtl} = this.target;
    const [x, y] = pointIn(drawing ? clientBox(drawing) : new DOMRect(), layout.width, event);
    const {plot} = layout;
    if (this.#isUpright) return y - plot.y;
    return rtl ? plot.x + plot.width - x : x - plot.x;
  }
}
