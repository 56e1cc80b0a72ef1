// @ts-expect-error The package has no types.
import edtf from 'edtf';

/** Parses a text with edtf.js: undefined when invalid, NaN beyond the range of its `Date`. */
export function oracle(text: string): {min: number; max: number} | undefined {
  try {
    const {min, max} = edtf(text) as {min: number | null; max: number | null};
    return {min: min === null ? -Infinity : Number(min), max: max === null ? Infinity : Number(max)};
  } catch {
    return undefined;
  }
}
