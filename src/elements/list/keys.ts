/** What has a place on the page. */
interface Box {
  getBoundingClientRect(): {readonly top: number};
}

/** The index of the item that a key leads to from the one at `at`, or -1 for a key that moves nowhere. */
export function keyTarget(key: string, at: number, items: readonly Box[], heightPx: number): number {
  const last = items.length - 1;
  const top = (i: number) => items[i]?.getBoundingClientRect().top ?? 0;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown': {
      const limit = top(at) + heightPx;
      const beyond = items.findIndex((_, i) => i > at && top(i) > limit);
      return beyond < 0 ? last : Math.max(beyond - 1, Math.min(at + 1, last));
    }
    case 'PageUp': {
      const limit = top(at) - heightPx;
      const first = items.findIndex((_, i) => top(i) >= limit);
      return Math.min(first, Math.max(at - 1, 0));
    }
    default:
      return -1;
  }
}
