import type {Box} from './types.js';

/** The occupied boxes of a drawing, for a few dozen. */
export class TakenBoxes {
  readonly #taken: Box[];

  /** @param inset minimum distance of boxes from the edges of the view, in pixels */
  constructor(
    readonly view: Box,
    taken: readonly Box[],
    readonly inset: number,
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

  /** The occupied boxes that reach into the rows from one y to another. */
  between(top: number, bottom: number): readonly Box[] {
    return this.#taken.filter(({y, height}) => y < bottom && y + height > top);
  }

  /** The same boxes, of which more can be taken without these. */
  copy(): TakenBoxes {
    return new TakenBoxes(this.view, this.#taken, this.inset);
  }

  /** The first free box. */
  firstFree(boxes: readonly Box[]): Box | undefined {
    return boxes.find((box) => this.isFree(box));
  }

  take(...boxes: readonly Box[]): void {
    this.#taken.push(...boxes);
  }
}

/** Whether two boxes overlap; sharing an edge does not count. */
export const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The bounding box of a circle. */
export const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
