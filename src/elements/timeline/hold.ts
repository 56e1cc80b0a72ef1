import {type LaneBox, pointIn, type TimelineLayout} from '../../core/layout/index.js';
import {clientBox} from '../base/index.js';

/** How long a view must rest before it settles, in milliseconds. */
const REST = 400;
/** Room below a pointer that rests on the drawing, in pixels. */
const UNDER = 24;
const POINTER = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'wheel'] as const;

/** The timeline whose height is held. */
export interface HoldHost {
  readonly element: HTMLElement & {readonly updateComplete: Promise<boolean>};
  readonly drawing: Element | null;
  readonly layout: TimelineLayout;
}

/**
 * Keeps the lanes, rows and height of a timeline while its view moves, so that nothing jumps from under the pointer, and
 * lets them settle when it rests.
 */
export class Hold {
  /** The lanes to keep, by id; undefined while nothing is held. */
  lanes: ReadonlyMap<string, LaneBox> | undefined;
  /** Minimum height of the drawing, in pixels. */
  minHeight = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last event of a pointer since it is held. */
  #pointer: PointerEvent | WheelEvent | undefined;

  /** That was on the drawing. */
  #isInside = false;

  /** @param settle draws anew; `isCalm`: the height goes over to the new one */
  constructor(
    readonly host: HoldHost,
    readonly settle: (isCalm: boolean) => void,
  ) {}

  /** Takes the event on the drawing by which the view will move. */
  note(event: PointerEvent | WheelEvent): void {
    this.#pointer = event;
    this.#isInside = true;
  }

  /** Called before a layout for another view. */
  keep({lanes, height}: TimelineLayout): void {
    this.lanes = new Map(lanes.map((lane) => [lane.id, lane]));
    this.minHeight = height;
    for (const type of POINTER) addEventListener(type, this.#onPointer, {capture: true, passive: true});
    this.#wait();
  }

  /** Keeps the lanes, with titles of one line, until the view moves. */
  tighten({lanes}: TimelineLayout): void {
    this.lanes = new Map(lanes.map((lane) => [lane.id, {...lane, lines: 1}]));
    this.minHeight = 0;
  }

  /** Lets go, as something else is drawn, or nothing. */
  stop(): void {
    this.lanes = undefined;
    this.minHeight = 0;
    this.#pointer = undefined;
    clearTimeout(this.#timer);
    for (const type of POINTER) removeEventListener(type, this.#onPointer, {capture: true});
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), REST);
  }

  readonly #onPointer = (event: PointerEvent | WheelEvent): void => {
    this.#pointer = event;
    // The path is known only while the event is told.
    this.#isInside = event.composedPath().includes(this.host.drawing ?? window);
    // What waited for the pointer to be released, or to leave.
    if (!this.lanes || event.type === 'pointerup' || event.type === 'pointercancel') this.#wait();
  };

  #settle(): void {
    const {drawing, element, layout} = this.host;
    const pointer = this.#pointer;
    const isPressed = pointer !== undefined && pointer.buttons > 0 && pointer.type !== 'pointerup';
    // A view without events has no height of its own.
    const isEmpty = layout.marks.length + layout.bars.length === 0;
    if (!drawing || isPressed || isEmpty) return;
    const box = clientBox(drawing);
    const [, y] = pointer ? pointIn(box, layout.width, pointer) : [0, -1];
    const isOver =
      pointer !== undefined && this.#isInside && (pointer as PointerEvent).pointerType !== 'touch';
    // What stands beside the text of steps moves nothing of it.
    const isBelow =
      !element.closest('crono-steps') &&
      (pointer ? pointer.clientY > box.bottom : box.bottom < innerHeight / 2 && !element.matches(':hover'));
    this.stop();
    // Something else would come under a pointer that rests on the drawing.
    if (isOver) this.#holdUnder(pointer, y + UNDER);
    this.settle(!isBelow);
    void element.updateComplete.then(() => {
      if (isBelow) keepPlace(drawing, box.bottom);
      // What is drawn is taller than that anyway.
      if (!this.lanes && this.host.layout.height > this.minHeight) this.stop();
    });
  }

  #holdUnder(pointer: PointerEvent | WheelEvent, height: number): void {
    this.minHeight = height;
    this.#pointer = pointer;
    addEventListener('pointermove', this.#onPointer, {capture: true, passive: true});
  }
}

/** Scrolls so that what is below the drawing stays where it was on the screen. */
function keepPlace(drawing: Element, bottom: number): void {
  const moved = clientBox(drawing).bottom - bottom;
  if (moved !== 0) scrollBy({top: moved, behavior: 'instant'});
}
