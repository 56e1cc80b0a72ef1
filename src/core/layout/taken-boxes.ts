import type {Box} from './types.js';

/** What is drawn of a place, or of several: its mark, or the area that it is known as. */
interface MarkCircle {
  readonly id?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How far a name that belongs to no mark keeps from any, in pixels: from small ones a share of their radius. */
export const AWAY = 4;
const SHARE = 1 / 8;

/** The occupied boxes of a drawing, for a few dozen. */
export class TakenBoxes {
  readonly #taken: Box[];

  /**
   * @param inset minimum distance of boxes from the edges of the view, in pixels
   * @param marks what names are not to be taken for, as large as it is drawn
   * @param isCrossed whether a line runs under a box
   */
  constructor(
    readonly view: Box,
    taken: readonly Box[],
    readonly inset: number,
    readonly marks: readonly MarkCircle[] = [],
    readonly isCrossed?: ((box: Box) => boolean) | undefined,
  ) {
    this.#taken = taken.filter((box) => touch(box, view));
  }

  isFree(box: Box): boolean {
    const {view, inset} = this;
    return (
      box.x >= view.x + inset &&
      box.y >= view.y + inset &&
      box.x + box.width <= view.x + view.width - inset &&
      box.y + box.height <= view.y + view.height - inset &&
      !this.isTaken(box)
    );
  }

  /** Whether a box overlaps an occupied one. */
  isTaken(box: Box): boolean {
    return this.#taken.some((other) => touch(box, other));
  }

  /** Whether a box is free, and so far from all marks that what is written in it is not read as the name of one. */
  isClear(box: Box): boolean {
    return (
      this.isFree(box) && this.marks.every((mark) => gapTo(mark, box) > Math.min(AWAY, mark.radius * SHARE))
    );
  }

  /** The occupied boxes that reach into the rows from one y to another. */
  between(top: number, bottom: number): readonly Box[] {
    return this.#taken.filter(({y, height}) => y < bottom && y + height > top);
  }

  /** The same boxes, of which more can be taken without these. */
  copy(): TakenBoxes {
    return new TakenBoxes(this.view, this.#taken, this.inset, this.marks, this.isCrossed);
  }

  /** The first free box that suits, and that no line runs under if there is one. */
  firstFree(boxes: readonly Box[], suits: (box: Box) => boolean | undefined): Box | undefined {
    const free = boxes.filter((box) => this.isFree(box) && suits(box));
    return free.find((box) => !this.isCrossed?.(box)) ?? free[0];
  }

  take(...boxes: readonly Box[]): void {
    this.#taken.push(...boxes);
  }
}

/** Whether two boxes overlap; sharing an edge does not count. */
export const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** From a circle to the nearest point of a box, in pixels; less than nothing where they overlap. */
export const gapTo = ({x, y, radius}: Pick<MarkCircle, 'x' | 'y' | 'radius'>, box: Box): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height)) -
  radius;

/** The bounding box of a circle. */
export const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
