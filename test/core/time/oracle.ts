// @ts-expect-error The package has no types.
import edtf from 'edtf';

/** What edtf.js makes of a text: undefined when it does not accept it, NaN where its `Date` ends. */
export function oracle(text: string): {min: number; max: number} | undefined {
  try {
    const {min, max} = edtf(text) as {min: number | null; max: number | null};
    return {min: min === null ? -Infinity : Number(min), max: max === null ? Infinity : Number(max)};
  } catch {
    return undefined;
  }
}
