/*
 * What stands behind the `#` of an address, taken apart: for those too who keep links and do not read them, as the host
 * of a frame.
 */

/** Of what addresses may hold as it is, as little as possible is escaped; programs put into links what is. */
export const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\u{fffd}'))
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':');

/** The keys of permalink.ts. */
const LETTER = /^[ercapqvl]=/;

const startOf = (prefix: string) => (prefix === '' ? '' : `${encode(prefix)}.`);

/**
 * Parts of the text behind the `#`: those of a story by its prefix, and without it, and all others.
 *
 * @param hash with the `#` or without it
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

/** The text behind the `#` with other parts for a story, as `permalinkParts` gives them; those of others come first. */
export const withPermalink = (parts: readonly string[], hash: string, prefix = ''): string =>
  [...permalinkParts(hash, prefix).others, ...parts.map((part) => startOf(prefix) + part)].join('&');

/** Names of places in the page, of the text behind the `#`: what is no key of anybody's. */
export const anchorsOf = (hash: string): string =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => !part.includes('='))
    .join('&');
