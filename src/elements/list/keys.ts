import {unsaidZoom} from '../base/index.js';

/** An element with a position on the page. */
interface Positioned {
  getBoundingClientRect(): {readonly top: number};
}

/** The whole list, of which only a slice is drawn. */
interface Whole {
  /** Index of the first drawn item. */
  readonly from: number;
  readonly size: number;
}

/**
 * Keyboard navigation of the list: the index of the item that a key moves to from `at`, or -1 for other keys.
 * `heightPx` is the height of the visible part, for page keys.
 */
export function keyTarget(
  key: string,
  at: number,
  drawn: readonly Positioned[],
  heightPx: number,
  {from, size}: Whole = {from: 0, size: drawn.length},
): number {
  const last = size - 1;
  const next = Math.min(at + 1, last);
  const previous = Math.max(at - 1, 0);
  const tops = drawn.map((item) => item.getBoundingClientRect().top);
  const top = tops[at - from];
  switch (key) {
    case 'ArrowDown':
      return next;
    case 'ArrowUp':
      return previous;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown': {
      if (top === undefined) return next;
      const beyond = tops.findIndex((each, i) => i + from > at && each > top + heightPx);
      return beyond < 0 ? from + drawn.length - 1 : Math.max(from + beyond - 1, next);
    }
    case 'PageUp':
      if (top === undefined) return previous;
      return Math.min(from + tops.findIndex((each) => each >= top - heightPx), previous);
    default:
      return -1;
  }
}

/** The height of what can be seen of boxes within one another, in pixels as the engine gives boxes of them. */
export const visibleHeight = (...boxes: readonly Element[]): number =>
  Math.min(
    ...boxes.map((box) => box.getBoundingClientRect().height),
    ...boxes.map((box) => innerHeight / unsaidZoom(box)),
  );
