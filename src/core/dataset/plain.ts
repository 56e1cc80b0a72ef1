/** Nested deeper, or with more values, than a dataset can be: it is refused as a whole. */
export const MAX_DEPTH = 64;
export const MAX_VALUES = 20_000_000;

export type Row = {[key: string]: unknown};

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `unreadable`: a getter or a proxy in it has thrown. */
export type CopyFailure = 'too-deep' | 'too-many' | 'unreadable';

/** A plain copy of JSON-like data, or why there is none. Never throws. */
export function copyPlain(json: unknown): {readonly copy: unknown} | {readonly failure: CopyFailure} {
  let values = 0;
  // What else may throw is in the data.
  let failure: CopyFailure = 'unreadable';
  const stop = (reason: CopyFailure) => {
    failure = reason;
    throw new RangeError(reason);
  };
  const count = (more: number) => {
    values += more;
    if (values > MAX_VALUES) stop('too-many');
  };
  const copyOf = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) stop('too-deep');
    if (Array.isArray(value)) {
      count(value.length);
      return Array.from(value, (item) => copyOf(item, depth + 1));
    }
    const entries = Object.entries(value);
    count(entries.length);
    // fromEntries defines: a `__proto__` key becomes data, never the prototype.
    return Object.fromEntries(
      entries
        .filter(([, item]) => item !== undefined && typeof item !== 'function' && typeof item !== 'symbol')
        .map(([key, item]) => [key, copyOf(item, depth + 1)]),
    );
  };
  try {
    return {copy: copyOf(json, 0)};
  } catch {
    return {failure};
  }
}
