/** Number of letters to insert, remove, replace or swap with their neighbour to get from one word to another. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && i > 1 && j > 1 ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** Longer words are no slips of a name. */
const MAX_WORD = 40;

/** The name that was probably meant: it begins with the word, or differs in at most a third of its letters. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length > MAX_WORD) return undefined;
  const ranked = names
    .map((name) => ({name, far: name.startsWith(word) && word.length > 1 ? 0.5 : distance(word, name)}))
    .filter(({name, far}) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.name;
}
