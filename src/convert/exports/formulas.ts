/** What a spreadsheet takes for a formula, of which a number alone is none. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A cell that no spreadsheet runs: with the sign of a text before what looks like a formula. */
export const harmless = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
