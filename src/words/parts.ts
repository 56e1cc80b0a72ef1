/** How far an event is established, where that is to be said. */
export type StatusSign = 'reported' | 'disputed' | 'withdrawn';

/**
 * A part of what is said, with the words in it:
 *
 * - what is set apart: emphasis of the author's (`em`, `strong`), what a reader looks for (`lead`: a name, a date), the
 *   `number` of a claim, what the data does not say (`missing`), the `notes` of sources;
 * - `publisher`, `source-title`, `source-facts`: of an entry in a bibliography;
 * - `break`: a new line;
 * - `link`: to a safe address;
 * - `language`: another than the reader's, as a BCP 47 tag, and the way it is written;
 * - what stands beside a mark, since nothing is told by a shape alone: a `category` or a `kind` of claimant by the number
 *   of its shape (from 0, -1 for none), a `status`;
 * - `note`: the number that a source has in the bibliography; `name` says whose it is, `url` leads there.
 */
export type Part = {readonly children: Words} & (
  | {readonly type: 'em' | 'strong' | 'lead' | 'number' | 'missing' | 'notes' | 'break'}
  | {readonly type: 'publisher' | 'source-title' | 'source-facts'}
  | {readonly type: 'link'; readonly url: string; readonly rel?: string}
  | {readonly type: 'language'; readonly lang: string; readonly dir: 'ltr' | 'rtl'}
  | {readonly type: 'category' | 'kind'; readonly number: number}
  | {readonly type: 'status'; readonly sign: StatusSign}
  | {readonly type: 'note'; readonly id: string; readonly name: string; readonly url: string | undefined}
);

/**
 * Something said, as plain data: words in the reader's language, a part with more to it, several in a row, or nothing.
 * Elements and static HTML draw them, each by one function; `plain` is what is said of them aloud.
 */
export type Words = string | false | undefined | Part | readonly Words[];

/** The words alone, for labels and accessible names. */
export function plain(words: Words): string {
  if (!words || typeof words === 'string') return words || '';
  return 'children' in words ? plain(words.children) : words.map(plain).join('');
}

/** Puts words where a message has its one gap, as the name in "according to …". */
export function fill(message: (gap: string) => string, words: Words): Words {
  const [before, after] = message('\u{E000}').split('\u{E000}');
  return [before, words, after];
}
