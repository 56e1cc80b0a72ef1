import type {Box} from './types.js';

/** What of a drawing of some dozens of boxes is taken. */
export class TakenBoxes {
  readonly #taken: Box[];

  /** @param inset how far what stands in the view keeps from its edges */
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
      !this.#taken.some((other) => touch(box, other))
    );
  }

  /** The first of some boxes that is free. */
  firstFree(boxes: readonly Box[]): Box | undefined {
    return boxes.find((box) => this.isFree(box));
  }

  take(...boxes: readonly Box[]): void {
    this.#taken.push(...boxes);
  }
}

/** Whether two boxes share more than an edge. */
export const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The square around a circle. */
export const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
