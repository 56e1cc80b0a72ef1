/** Binary search: the first index in a sorted array with a value of at least `value`; `high` when there is none. */
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

/** Binary search: the first index in a sorted array with a value greater than `value`; `high` when there is none. */
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
