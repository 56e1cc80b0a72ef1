/** What a pointer does to a map before the map library is there to follow it. */

type Press = MouseEvent | TouchEvent;

/** Where a pointer is in the window, or the middle of two. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** A gesture that has ended: from where to where the pointers went, and how many zoom levels two of them parted. */
export interface Gesture {
  readonly from: Point;
  readonly to: Point;
  readonly levels: number;
}

/** A mouse that moves less than this before it is released clicks, in pixels: as for Leaflet. */
const CLICK_REACH = 3;

/** The pointers that move a map, one of a mouse or two fingers; none if what is pressed does something else. */
function pointersOf(press: Press): readonly Point[] {
  if ('touches' in press) return press.touches.length === 2 ? [...press.touches] : [];
  return press.button === 0 && !press.shiftKey ? [press] : [];
}

const middleOf = (points: readonly Point[]): Point => ({
  clientX: points.reduce((sum, {clientX}) => sum + clientX, 0) / points.length,
  clientY: points.reduce((sum, {clientY}) => sum + clientY, 0) / points.length,
});

const distanceOf = (a: Point, b: Point) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/** The gesture from a press to the last movement after it; undefined for a click. */
function gestureOf(press: Press, last: Press): Gesture | undefined {
  const [before, after] = [pointersOf(press), pointersOf(last)];
  if (before.length === 0 || before.length !== after.length) return undefined;
  const [from, to] = [middleOf(before), middleOf(after)];
  const [first, second] = [before, after].map(([a, b]) => a && b && distanceOf(a, b));
  if (first && second) return {from, to, levels: Math.log2(second / first)};
  return distanceOf(from, to) < CLICK_REACH ? undefined : {from, to, levels: 0};
}

/** Follows what is pressed in a container until `signal`. A gesture that ends before is given to `onEnd`. */
export class EarlyGesture {
  #press: Press | undefined;
  #last: Press | undefined;

  constructor(container: HTMLElement, signal: AbortSignal, onEnd: (gesture: Gesture) => void) {
    const hear = (
      target: EventTarget,
      types: readonly string[],
      listener: (event: MouseEvent & TouchEvent) => void,
    ) => {
      for (const type of types)
        target.addEventListener(type, listener as EventListener, {capture: true, passive: true, signal});
    };
    hear(container, ['mousedown', 'touchstart'], (event) => {
      this.#press = event;
      this.#last = undefined;
    });
    hear(document, ['mousemove', 'touchmove'], (event) => {
      this.#last = event;
    });
    hear(document, ['mouseup', 'touchend', 'touchcancel'], ({type}) => {
      // The browser cancels touches with which it scrolls.
      const gesture =
        this.#press && this.#last && type !== 'touchcancel' && gestureOf(this.#press, this.#last);
      this.#press = undefined;
      if (gesture) onEnd(gesture);
    });
  }

  /** What is pressed now, as a press that begins anew. It does not bubble: the page has heard of it. */
  repeat(): Event | undefined {
    const press = this.#press;
    if (!press) return undefined;
    if ('touches' in press)
      return new TouchEvent(press.type, {touches: [...press.touches], cancelable: true});
    const {type, button, clientX, clientY} = press;
    return new MouseEvent(type, {button, clientX, clientY});
  }
}
