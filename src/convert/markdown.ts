/** Writes the inline Markdown that texts of a dataset may use: the inverse of what readers' pages parse. */

/** Escapes what would be read as a mark. A parenthesis after a bracket is all that makes a link, so it alone is. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\\(?=[\\*_[\]()]|$)|\*|(?<![\p{L}\p{N}])_|(?<=\])\(/gu, '\\$&');

/** Parentheses nested at most once, as links may have them. */
const PAIRED = /^[^()\s]+(?:\([^()\s]*\)[^()\s]*)*$/;

/** A link; the words of one hold no marks and no brackets. */
export function linkMarkdown(words: string, address: string): string {
  const whole = address.replace(/[\s\p{Cc}]/gu, encodeURIComponent);
  const url = PAIRED.test(whole) ? whole : whole.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${words.replaceAll('[', '(').replaceAll(']', ')')}](${url})`;
}

/** Text in a style. Where the marks of the style would be read otherwise, the text stands without them. */
export function emphasised(markdown: string, {strong, em}: {strong: boolean; em: boolean}): string {
  if (markdown.includes('*') || (!strong && !em)) return markdown;
  if (!strong) return `*${markdown}*`;
  return em && !markdown.includes('_') ? `**_${markdown}_**` : `**${markdown}**`;
}
