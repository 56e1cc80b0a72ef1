/** Measures the width of a line of text, in pixels. */
type Measure = (line: string) => number;

export interface Wrapped {
  readonly lines: readonly string[];
  readonly width: number;
  readonly truncated: boolean;
}

/** Not broken at no-break spaces, which hold a number and its sign together. */
const wordsOf = (text: string) => text.split(/[ \t-\r]+/).filter(Boolean);

/** Wraps text into at most `maxLines` lines of `width`; null when it does not fit. */
export function wrap(text: string, width: number, maxLines: number, measure: Measure): Wrapped | null {
  const lines: string[] = [];
  let widest = 0;
  let line = '';
  let lineWidth = 0;
  for (const word of wordsOf(text)) {
    const longer = line ? `${line} ${word}` : word;
    const longerWidth = measure(longer);
    if (longerWidth <= width) {
      [line, lineWidth] = [longer, longerWidth];
      continue;
    }
    const wordWidth = measure(word);
    if (wordWidth > width || lines.length + 2 > maxLines) return null;
    lines.push(line);
    widest = Math.max(widest, lineWidth);
    [line, lineWidth] = [word, wordWidth];
  }
  if (line) lines.push(line);
  return lines.length > 0 ? {lines, width: Math.max(widest, lineWidth), truncated: false} : null;
}

/** Wraps text into at most `maxLines` lines of similar length; text no wider than `short` stays on one line. */
export function balance(text: string, maxLines: number, short: number, measure: Measure): Wrapped {
  const whole = wordsOf(text).join(' ');
  const width = measure(whole);
  const single = {lines: [whole], width, truncated: false};
  const count = Math.min(maxLines, Math.ceil(width / short));
  if (count < 2) return single;
  for (let target = width / count; target < width; target *= 1.07) {
    const wrapped = wrap(whole, target, count, measure);
    if (wrapped) return wrapped;
  }
  return single;
}

/** Wraps text into at most `maxLines` lines of `width`, truncating the last with an ellipsis if necessary. */
export function fit(text: string, width: number, maxLines: number, measure: Measure): Wrapped {
  const whole = wrap(text, width, maxLines, measure);
  if (whole) return whole;
  const lines: string[] = [];
  let rest = wordsOf(text);
  while (rest.length > 0 && lines.length < maxLines - 1) {
    let count = 0;
    while (count < rest.length && measure(rest.slice(0, count + 1).join(' ')) <= width) count++;
    if (count === 0) break;
    lines.push(rest.slice(0, count).join(' '));
    rest = rest.slice(count);
  }
  const letters = [...rest.join(' ')];
  // Binary search for the most characters that fit.
  let [few, many] = [0, letters.length];
  const cut = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
  while (few < many) {
    const middle = Math.ceil((few + many) / 2);
    if (measure(cut(middle)) <= width) few = middle;
    else many = middle - 1;
  }
  const last = cut(few);
  if (measure(last) <= width) lines.push(last);
  return {lines, width: Math.max(0, ...lines.map(measure)), truncated: true};
}
