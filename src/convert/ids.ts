import {foldWord, isAscii} from './fold.js';

const MAX_SLUG = 60;

/** A text as an id: letters and digits of any script, with hyphens between words; empty when it has none. */
export function slugOf(text: string): string {
  const folded = foldWord(text.slice(0, 4 * MAX_SLUG));
  const words = folded
    .replace(/['’ʼ]/g, '')
    // The same letters, without the table of all scripts.
    .replace(isAscii(folded) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= MAX_SLUG) return words;
  const cut = words.slice(0, MAX_SLUG + 1);
  return cut.slice(0, cut.lastIndexOf('-') > MAX_SLUG / 2 ? cut.lastIndexOf('-') : MAX_SLUG);
}

/** Gives ids of which each is given once; the second of the same gets a number. */
export class Ids {
  readonly #counts = new Map<string, number>();

  of(wanted: string): string {
    const count = (this.#counts.get(wanted) ?? 0) + 1;
    this.#counts.set(wanted, count);
    return count === 1 ? wanted : this.of(`${wanted}-${count}`);
  }
}
