/* Parses and joins URL fragments, without interpreting the permalinks in them; also used by the host of a frame. */

/**
 * Percent-encodes a value of a URL fragment, keeping `/` and `:` readable. Lone surrogates, on which
 * `encodeURIComponent` throws, become U+FFFD.
 */
export const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{fffd}')).replace(/%(?:2F|3A)/g, decodeURIComponent);

/** Matches the keys of permalink.ts. */
const LETTER = /^[ercapqvls]=/;

const startOf = (prefix: string) => prefix && `${encode(prefix)}.`;

/**
 * The parts of a fragment. The path of a router that lives in it, as `/story/1` or `!/story/1`, is the first, and what
 * follows it as its query are the others.
 */
const split = (hash: string): readonly string[] =>
  hash.replace(/^#?(!?\/[^?&=]*)\?|^#/, '$1&').match(/[^&]+/g) ?? [];

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
  const parts = split(hash);
  const isOwn = (part: string) => part.startsWith(start) && LETTER.test(part.slice(start.length));
  return {
    own: parts.filter(isOwn).map((part) => part.slice(start.length)),
    others: parts.filter((part) => !isOwn(part)),
  };
}

/**
 * The URL fragment with the parts of one story replaced, as returned by `permalinkParts`; all others come first. No
 * `#`. After the path of a router they are its query, which routers leave alone: `/story/1?e=a`.
 */
export const withPermalink = (parts: readonly string[], hash: string, prefix = ''): string =>
  [...permalinkParts(hash, prefix).others, ...parts.map((part) => startOf(prefix) + part)]
    .join('&')
    .replace(/^(!?\/[^?&=]*)&/, '$1?');

/** The plain anchors of a URL fragment: the path of a router, and its parts without a key. */
export const anchorsOf = (hash: string): string =>
  split(hash)
    .filter((part) => !part.includes('='))
    .join('&');
