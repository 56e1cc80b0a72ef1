/**
 * Memory of what was computed before.
 *
 * - `memoize(make)`: one result for each object, kept as long as the object lives.
 * - `memoizeByKey(keyOf, make, limit)`: one result for each key; all are forgotten when there are too many.
 * - `memoizeLast(make, keysOf)`: the last result, for as long as what it was made of is the same.
 * - `createChangeCheck()`: whether values differ from those of the call before.
 */

export interface Memoized<K extends object, V> {
  (key: K): V;
  /** Takes a result that was computed elsewhere. */
  adopt(key: K, value: V): void;
}

/**
 * Remembers the result for each object that it is called with, as long as that object lives.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function memoize<K extends object, V>(make: (key: K) => V): Memoized<K, V> {
  const cache = new WeakMap<K, V>();
  const get = (key: K): V => {
    const cached = cache.get(key);
    if (cached !== undefined || cache.has(key)) return cached as V;
    const value = make(key);
    cache.set(key, value);
    return value;
  };
  return Object.assign(get, {
    adopt: (key: K, value: V): void => {
      cache.set(key, value);
    },
  });
}

/**
 * Remembers the result for each key of its two arguments (the second may be left out), and forgets all results when
 * there are `limit` of them.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function memoizeByKey<A, V, B = void>(
  keyOf: (a: A, b: B) => string | number,
  make: (a: A, b: B) => V,
  limit = Infinity,
): (a: A, b: B) => V {
  const cache = new Map<string | number, V>();
  return (a, b) => {
    const key = keyOf(a, b);
    const cached = cache.get(key);
    if (cached !== undefined || cache.has(key)) return cached as V;
    if (cache.size >= limit) cache.clear();
    const value = make(a, b);
    cache.set(key, value);
    return value;
  };
}

/** Whether two lists hold the same values in the same order, by identity. */
export const sameValues = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

/**
 * Remembers the last result, and makes another when an argument is another; or, with `keysOf`, when one of the values
 * that it gives is.
 */
export function memoizeLast<A extends readonly unknown[], V>(
  make: (...args: A) => V,
  keysOf: (...args: A) => readonly unknown[] = (...args) => args,
): (...args: A) => V {
  let last: {readonly keys: readonly unknown[]; readonly value: V} | undefined;
  return (...args) => {
    const keys = keysOf(...args);
    if (!last || !sameValues(keys, last.keys)) last = {keys, value: make(...args)};
    return last.value;
  };
}

/** A check that is true on its first call, and when a value differs from the call before. */
export function createChangeCheck(): (...values: readonly unknown[]) => boolean {
  let before: readonly unknown[] | undefined;
  return (...values) => {
    const isChanged = !before || !sameValues(values, before);
    before = values;
    return isChanged;
  };
}
