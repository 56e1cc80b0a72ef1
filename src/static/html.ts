import {type Inline, parseInline, safeUrl} from '../i18n/index.js';

/** Markup of our own making. Whatever else is put into a template is text, and is escaped. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and halves of surrogate pairs, which HTML does not allow, and marks that turn text around. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202d\u202e]/gu;

const escaped = (text: string) =>
  text.replace(UNFIT, '\u{FFFD}').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

function markupOf(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (content instanceof Html) return content.toString();
  return typeof content === 'object' ? content.map(markupOf).join('') : escaped(String(content));
}

/** A template whose gaps are escaped unless they hold `Html`; attributes are to stand in double quotes. */
export function html(strings: TemplateStringsArray, ...gaps: readonly Content[]): Html {
  return new Html(strings.map((text, i) => text + markupOf(gaps[i])).join(''));
}

/** Parts with something between them; empty ones are left out. */
export function joined(parts: readonly Content[], between: string): Html {
  const full = parts.map(markupOf).filter((part) => part !== '');
  return new Html(full.join(escaped(between)));
}

/** Puts markup where a message has its one gap, as the name in "according to …". */
export function fill(message: (gap: string) => string, content: Content): Html {
  const [before = '', after = ''] = message('\u{E000}').split('\u{E000}');
  return html`${before}${content}${after}`;
}

/** A link, or the words alone when the address is none that can be trusted. */
export function link(url: string | undefined, content: Content, rel = 'noopener'): Html {
  const address = safeUrl(url);
  return address === undefined ? html`${content}` : html`<a href="${address}" rel="${rel}">${content}</a>`;
}

export function heading(level: number, content: Content): Html {
  const tag = new Html(`h${Math.min(level, 6)}`);
  return html`<${tag}>${content}</${tag}>\n`;
}

function inline(part: Inline): Content {
  if (part.type === 'text') return part.text;
  if (part.type === 'break') return html`<br>`;
  const words = part.children.map(inline);
  if (part.type === 'em') return html`<em>${words}</em>`;
  return part.type === 'strong' ? html`<strong>${words}</strong>` : link(part.url, words);
}

/** A text with its small Markdown. */
export const prose = (text: string): Content => parseInline(text).map(inline);

/** An author's id as part of an address within the page: what is unfit for one is written as its number. */
export const anchor = (id: string): string =>
  id.replace(/[^\p{L}\p{N}._:-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`);
