/**
 * The index of the step that a reader is at who scrolls: the last that has begun above the line of reading; -1 before
 * the first. However far a scroll goes at once, it is what is on the line that counts.
 *
 * @param tops where each step begins on the screen, in order
 */
export function stepAt(tops: readonly number[], line: number): number {
  const at = tops.findIndex((top) => top > line);
  return (at < 0 ? tops.length : at) - 1;
}
