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

export function heading(level: number, content: Content): Html {
  const tag = new Html(`h${Math.min(level, 6)}`);
  return html`<${tag}>${content}</${tag}>\n`;
}

/** An author's id as part of an address within the page: what is unfit for one is written as its number. */
export const anchor = (id: string): string =>
  id.replace(/[^\p{L}\p{N}._:-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`);
