/** Limits of nesting and number of values; files beyond them are refused as a whole. */
export const MAX_DEPTH = 64;
export const MAX_VALUES = 20_000_000;

export type Row = {[key: string]: unknown};

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text has no half of a surrogate pair, which JSON can hold and no address or file can. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** `unreadable`: a getter or proxy in the data threw. */
export type CopyFailure = 'too-deep' | 'too-many' | 'unreadable';

/** A deep copy of JSON-like data, or the reason for refusing it. Never throws. */
export function copyPlain(json: unknown): {readonly copy: unknown} | {readonly failure: CopyFailure} {
  let values = 0;
  // Anything else that throws is a getter or proxy in the data.
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
    // `fromEntries` defines properties, so a `__proto__` key becomes data and not the prototype.
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
