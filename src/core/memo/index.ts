/**
 * Memoization.
 *
 * - `memoize(make)`: one result per object, kept as long as the object lives.
 * - `memoizeByKey(keyOf, make, limit)`: one result per key; the cache is cleared at `limit` results.
 * - `memoizeLast(make, keysOf)`: the last result, until its dependencies change.
 * - `createChangeCheck()`: whether values differ from those of the previous call.
 */

export interface Memoized<K extends object, V> {
  (key: K): V;
  /** Puts a result computed elsewhere into the cache. */
  adopt(key: K, value: V): void;
}

/**
 * Caches one result per argument object, as long as the object lives.
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
 * Caches one result per key of the arguments (the second is optional), and clears the cache when it holds `limit`
 * results.
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

/** Shallow equality of two lists: the same values in the same order, by identity. */
export const sameValues = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

/**
 * Caches the last result, and recomputes it when an argument changes, or with `keysOf`, when one of the values it
 * returns changes.
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

/** Returns a function that is true on its first call, and when a value differs from the previous call. */
export function createChangeCheck(): (...values: readonly unknown[]) => boolean {
  let before: readonly unknown[] | undefined;
  return (...values) => {
    const isChanged = !before || !sameValues(values, before);
    before = values;
    return isChanged;
  };
}
