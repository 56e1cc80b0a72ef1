import {html, nothing} from 'lit';
import type {Text} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {
  chooseText,
  direction,
  type Inline,
  parseInline,
  plainText as plain,
  safeUrl,
} from '../../i18n/index.js';

/** The address for `href` or `src`, or nothing when it is not safe: the attribute is then left out. */
export const safeLink = (url: string | undefined) => safeUrl(url) ?? nothing;

function render(parts: readonly Inline[]): unknown {
  return parts.map((part) => {
    if (part.type === 'text') return part.text;
    if (part.type === 'break') return html`<br>`;
    if (part.type === 'em') return html`<em>${render(part.children)}</em>`;
    if (part.type === 'strong') return html`<strong>${render(part.children)}</strong>`;
    return html`<a href=${safeLink(part.url)} rel="noopener">${render(part.children)}</a>`;
  });
}

/** The server of an address, where it is another than the page's and nobody has allowed it. */
export function hostToAsk(src: string, {hosts}: Snapshot): string | undefined {
  const {origin, host, protocol} = new URL(src, document.baseURI);
  return origin === location.origin || !/^https?:$/.test(protocol) || hosts.includes(host) ? undefined : host;
}

/** A text with its inline Markdown, of no language that is known. */
export const inlineWords = (text: string): unknown => render(parseInline(text));

/** A text of the dataset in the reader's language, with its own `lang` where it had to be another. */
export function inlineText(text: Text | undefined, {locale, dataset}: Snapshot): unknown {
  const chosen = chooseText(text, locale, dataset.language);
  const parts = inlineWords(chosen.text);
  return chosen.lang ? html`<span lang=${chosen.lang} dir=${direction(chosen.lang)}>${parts}</span>` : parts;
}

/** The same as words only, for labels and accessible names. */
export function plainText(text: Text | undefined, {locale, dataset}: Snapshot): string {
  return plain(chooseText(text, locale, dataset.language).text);
}
