import {isSafeAddress} from '../core/dataset/index.js';

/** A run of text, by the small inline Markdown that texts of a dataset may use: plain text, or a part of it marked. */
export type Inline =
  | string
  | {readonly type: 'break'; readonly children: ' '}
  | {readonly type: 'em' | 'strong'; readonly children: readonly Inline[]}
  | {readonly type: 'link'; readonly url: string; readonly children: readonly Inline[]};

/** The address, trimmed, if it is http, https, mailto or relative; undefined for all others. */
export function safeUrl(url: string | undefined): string | undefined {
  // Trimmed first: what trim takes away may have hidden a scheme.
  const address = url?.trim();
  return address && isSafeAddress(address) ? address : undefined;
}

const TOKEN =
  /\\([\\*_[\]()])|\*\*(?=\S)([\s\S]+?)\*\*|\*(?=\S)([^*]+?)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]+?)_(?![\p{L}\p{N}])|\[([^\]]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)|\n/u;

/**
 * Emphasis (`*` or `_`), strong (`**`), links (`[words](address)`), line breaks; a backslash keeps a mark as it
 * is. All else is text, HTML included. A link to an unsafe address keeps its words only, as all do without `links`:
 * in what is a link or a button itself.
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

/** The words alone, for labels and names. */
export function plainText(text: string): string {
  const words = (parts: readonly Inline[]): string =>
    parts
      .map((part) => (typeof part === 'string' ? part : part.type === 'break' ? ' ' : words(part.children)))
      .join('');
  return words(parseInline(text));
}
