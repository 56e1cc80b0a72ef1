import {isSafeAddress} from '../core/dataset/index.js';

/** A node of the inline Markdown subset that dataset texts may use: plain text, or a marked span. */
export type Inline =
  | string
  | {readonly type: 'break'; readonly children: ' '}
  | {readonly type: 'em' | 'strong'; readonly children: readonly Inline[]}
  | {readonly type: 'link'; readonly url: string; readonly children: readonly Inline[]};

/** The trimmed URL if it is http, https, mailto or relative; undefined otherwise. */
export function safeUrl(url: string | undefined): string | undefined {
  // Trim before checking: leading whitespace could hide the scheme.
  const address = url?.trim();
  return address && isSafeAddress(address) ? address : undefined;
}

const TOKEN =
  /\\([\\*_[\]()])|\*\*(?=\S)([\s\S]+?)\*\*|\*(?=\S)([^*]+?)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]+?)_(?![\p{L}\p{N}])|\[([^[\]]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)|\n/u;

/**
 * Parses emphasis (`*` or `_`), strong (`**`), links (`[words](address)`) and line breaks; a backslash escapes a mark.
 * Everything else is text, HTML included. Links to unsafe URLs keep only their text, and so do all links when `links`
 * is false, for use inside a link or button.
 */
export function parseInline(text: string, links = true): readonly Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  for (let match = TOKEN.exec(rest); match; match = TOKEN.exec(rest)) {
    if (match.index > 0) parts.push(rest.slice(0, match.index));
    const [whole, escaped, strong, star, underscore, words, address] = match;
    const em = star ?? underscore;
    const url = links ? safeUrl(address) : undefined;
    if (escaped !== undefined) parts.push(escaped);
    else if (strong !== undefined) parts.push({type: 'strong', children: parseInline(strong, links)});
    else if (em !== undefined) parts.push({type: 'em', children: parseInline(em, links)});
    else if (words === undefined) parts.push({type: 'break', children: ' '});
    else if (url === undefined) parts.push(...parseInline(words, links));
    else parts.push({type: 'link', url, children: [words]});
    rest = rest.slice(match.index + whole.length);
  }
  if (rest) parts.push(rest);
  return parts;
}

/** The text without its inline marks, for labels and accessible names. */
export function plainText(text: string): string {
  const words = (parts: readonly Inline[]): string =>
    parts
      .map((part) => (typeof part === 'string' ? part : part.type === 'break' ? ' ' : words(part.children)))
      .join('');
  return words(parseInline(text));
}
