import {joinPhrases, type Meaning, meaningOf} from './dates-words.js';
import {foldWord} from './fold.js';

export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** Of a number. */
  readonly value: number;
  /** Of a word; undefined when it is unknown. */
  readonly meaning: Meaning | undefined;
  /** Whether no space stands before it. */
  readonly isGlued: boolean;
}

/** Longer texts are no dates. */
export const MAX_DATE = 80;

const PART = /\d+|[qt][1-4](?![\p{L}\d])|\p{L}+|[^\s\p{L}\d]/gu;

/** The numbers, words and signs of a date as it is written. */
export function tokensOf(text: string): readonly Token[] {
  const folded = joinPhrases(foldWord(text));
  const tokens: Token[] = [];
  let end = -1;
  for (const match of folded.matchAll(PART)) {
    const [part] = match;
    const isGlued = match.index === end;
    end = match.index + part.length;
    const kind = /^\d/.test(part) ? 'number' : /^\p{L}/u.test(part) ? 'word' : 'sign';
    tokens.push({
      kind,
      text: part,
      value: kind === 'number' ? Number(part) : 0,
      meaning: kind === 'word' ? meaningOf(part) : undefined,
      isGlued,
    });
  }
  return tokens;
}
