import type {ImportOptions} from './types.js';

/** Rows after which it is said how many there are, and others have their turn. */
const STRIDE = 1000;

/** Reads each row in turn; every so often `onRows` is told how far it is, and waited for. */
export async function eachRow<T>(
  rows: readonly T[],
  {onRows}: ImportOptions,
  read: (row: T) => void,
): Promise<void> {
  for (const [i, row] of rows.entries()) {
    read(row);
    if ((i + 1) % STRIDE === 0) await onRows?.(i + 1, rows.length);
  }
}
