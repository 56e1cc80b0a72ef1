/** The first index of a sorted array whose value is `value` or more; `high` when there is none. */
export function lowerBound(
  sorted: Float64Array | Uint32Array,
  value: number,
  low = 0,
  high = sorted.length,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index of a sorted array whose value is more than `value`; `high` when there is none. */
export function upperBound(
  sorted: Float64Array | Uint32Array,
  value: number,
  low = 0,
  high = sorted.length,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
