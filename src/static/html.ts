/** Trusted markup. Any other value in a template is text, and is escaped. */
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

/** Characters that HTML does not allow (control characters, lone surrogates, noncharacters) and the bidi overrides. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202d\u202e]/gu;

const escaped = (text: string) =>
  text.replace(UNFIT, '\u{FFFD}').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

function markupOf(content: Content): string {
  if (content === undefined || content === null || content === false) return '';
  if (content instanceof Html) return content.toString();
  return typeof content === 'object' ? content.map(markupOf).join('') : escaped(String(content));
}

/** Tagged template that escapes its values unless they are `Html`. Attribute values must be in double quotes. */
export function html(strings: TemplateStringsArray, ...gaps: readonly Content[]): Html {
  return new Html(strings.map((text, i) => text + markupOf(gaps[i])).join(''));
}

/** Joins the parts with an escaped separator; empty ones are left out. */
export function joined(parts: readonly Content[], between: string): Html {
  const full = parts.map(markupOf).filter((part) => part !== '');
  return new Html(full.join(escaped(between)));
}

export function heading(level: number, content: Content): Html {
  const tag = new Html(`h${Math.min(level, 6)}`);
  return html`<${tag}>${content}</${tag}>\n`;
}

/**
 * An author's id as a URL fragment: other characters than letters, digits and `._:-` become `~hex~`, their code point.
 */
export const anchor = (id: string): string =>
  id.replace(/[^\p{L}\p{N}._:-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`);
