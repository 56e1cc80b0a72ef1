/** Joins names into a value of `class` or `part`, skipping falsy ones. */
export const tokens = (names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
