import {isSafeAddress} from '../core/dataset/index.js';

/** A run of text, by the small inline Markdown that texts of a dataset may use. */
export type Inline =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'break'}
  | {readonly type: 'em'; readonly children: readonly Inline[]}
  | {readonly type: 'strong'; readonly children: readonly Inline[]}
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
 * is. All else is text, HTML included. A link to an unsafe address keeps its words only.
 */
export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  for (let match = TOKEN.exec(rest); match; match = TOKEN.exec(rest)) {
    if (match.index > 0) parts.push({type: 'text', text: rest.slice(0, match.index)});
    const [whole, escaped, strong, star, underscore, words, address] = match;
    const url = safeUrl(address);
    if (escaped !== undefined) parts.push({type: 'text', text: escaped});
    else if (strong !== undefined) parts.push({type: 'strong', children: parseInline(strong)});
    else if (star !== undefined || underscore !== undefined) {
      parts.push({type: 'em', children: parseInline(star ?? underscore ?? '')});
    } else if (words === undefined) parts.push({type: 'break'});
    else if (url === undefined) parts.push(...parseInline(words));
    else parts.push({type: 'link', url, children: [{type: 'text', text: words}]});
    rest = rest.slice(match.index + whole.length);
  }
  if (rest) parts.push({type: 'text', text: rest});
  return parts;
}

/** The words alone, for labels and names. */
export function plainText(text: string): string {
  const words = (parts: readonly Inline[]): string =>
    parts
      .map((part) => (part.type === 'text' ? part.text : part.type === 'break' ? ' ' : words(part.children)))
      .join('');
  return words(parseInline(text));
}
