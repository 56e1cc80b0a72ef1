/** A value of `class` or `part`: the names of a list that hold, with spaces between. */
export const tokens = (names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
