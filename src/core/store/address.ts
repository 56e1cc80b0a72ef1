/* Parses and joins URL fragments, without interpreting the permalinks in them; also used by the host of a frame. */

/**
 * Percent-encodes a value of a URL fragment, keeping `/` and `:` readable. Lone surrogates, on which
 * `encodeURIComponent` throws, become U+FFFD.
 */
export const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{fffd}'))
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':');

/** Matches the keys of permalink.ts. */
const LETTER = /^[ercapqvl]=/;

const startOf = (prefix: string) => (prefix === '' ? '' : `${encode(prefix)}.`);

/**
 * Splits a URL fragment into the parts of one story, without their prefix, and all others.
 *
 * @param hash with or without the `#`
 * @param prefix of the story's keys, when a page has several stories
 */
export function permalinkParts(
  hash: string,
  prefix = '',
): {readonly own: string[]; readonly others: string[]} {
  const start = startOf(prefix);
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  const isOwn = (part: string) => part.startsWith(start) && LETTER.test(part.slice(start.length));
  return {
    own: parts.filter(isOwn).map((part) => part.slice(start.length)),
    others: parts.filter((part) => !isOwn(part)),
  };
}

/**
 * The URL fragment with the parts of one story replaced, as returned by `permalinkParts`; all others come first. No
 * `#`.
 */
export const withPermalink = (parts: readonly string[], hash: string, prefix = ''): string =>
  [...permalinkParts(hash, prefix).others, ...parts.map((part) => startOf(prefix) + part)].join('&');

/** The plain anchors of a URL fragment: its parts without a key. */
export const anchorsOf = (hash: string): string =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => !part.includes('='))
    .join('&');
