/** What has a place on the page. */
interface Positioned {
  getBoundingClientRect(): {readonly top: number};
}

/** Of a longer list a part alone is drawn. */
interface Whole {
  /** The place in it of the first that is drawn. */
  readonly from: number;
  readonly size: number;
}

/**
 * The place of the item that a key leads to from the one at `at`, or -1 for a key that moves nowhere. `heightPx` is
 * what the reader sees at once.
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
