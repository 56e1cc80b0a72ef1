/** The statuses of events that are shown. */
export type StatusSign = 'reported' | 'disputed' | 'withdrawn';

/**
 * A marked-up part of a text:
 *
 * - emphasis by the author (`em`, `strong`), key words (`lead`: a name, a date), the `number` of a claim, missing data
 *   (`missing`), the source `notes`;
 * - `publisher`, `source-title`, `source-facts`: the fields of a bibliography entry;
 * - `break`: a line break;
 * - `link`: a link to a safe URL;
 * - `language`: a text in another language than the reader's, with its BCP 47 tag and direction;
 * - text beside a mark, so that no shape stands alone: a `category` or `kind` of claimant by the number of its shape
 *   (from 0, -1 for none), a `status`;
 * - `note`: the number of a source in the bibliography; `name` describes it, `url` links to it.
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
 * A text as plain data: a string in the reader's language, a marked-up part, a sequence, or nothing. Elements and
 * static HTML have one function each to render it; `plain` gives its accessible text.
 */
export type Words = string | false | undefined | Part | readonly Words[];

/** The plain text, for labels and accessible names. */
export function plain(words: Words): string {
  if (!words || typeof words === 'string') return words || '';
  return 'children' in words ? plain(words.children) : words.map(plain).join('');
}

/** Fills the placeholder of a message with marked-up words, as the name in "according to …". */
export function fill(message: (gap: string) => string, words: Words): Words {
  const [before, after] = message('\u{E000}').split('\u{E000}');
  return [before, words, after];
}
