/** Delimiters of tables, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How much of a text is looked at, in UTF-16 code units and in rows. */
const SAMPLE = 100_000;
const ROWS = 50;

/** How many times each row of a text has a delimiter outside of quotes; the last row may be cut. */
function countsOf(text: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  let [count, isQuoted, isStart, hasText] = [0, false, true, false];
  for (let i = 0; i < text.length && counts.length < ROWS; i++) {
    const c = text[i];
    if (isQuoted) {
      if (c === '"') isQuoted = false;
    } else if (c === '"' && (isStart || text[i - 1] === '"')) isQuoted = true;
    else if (c === '\n' || c === '\r') {
      if (hasText) counts.push(count);
      [count, isStart, hasText] = [0, true, false];
      continue;
    } else if (c === delimiter) count++;
    if (c !== ' ') hasText = true;
    isStart = c === delimiter;
  }
  if (hasText && counts.length < ROWS) counts.push(count);
  return counts;
}

/** The delimiter that divides most rows into the same number of cells; undefined when none divides them. */
export function delimiterOf(text: string): Delimiter | undefined {
  const sample = text.slice(0, SAMPLE);
  let best: {readonly delimiter: Delimiter; readonly score: number} | undefined;
  for (const delimiter of DELIMITERS) {
    const counts = countsOf(sample, delimiter);
    const [width = 0] = counts;
    if (width === 0) continue;
    const alike = counts.filter((count) => count === width).length / counts.length;
    const score = alike * (1 + Math.min(width, 20) / 100);
    if (!best || score > best.score) best = {delimiter, score};
  }
  return best?.delimiter;
}

/** Shares of its rows that a text must divide alike to be a table without being told. */
const SURE = 0.5;

/** Whether a name is that of a table; such a one may have a single column or row. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv|tab|psv)(?:[?#]|$)/i.test(name);

/** Whether a text begins as XML, HTML or JSON do. */
export const isMarkup = (text: string): boolean => /^\s*[<{[]/.test(text);

/** Whether a text is a table of two columns or more, and no markup, JSON or prose. */
export function isTable(text: string): boolean {
  if (isMarkup(text)) return false;
  const delimiter = delimiterOf(text);
  if (!delimiter) return false;
  const counts = countsOf(text.slice(0, SAMPLE), delimiter);
  const [width = 0] = counts;
  const alike = counts.filter((count) => count === width).length;
  return counts.length > 1 && alike / counts.length >= SURE;
}
