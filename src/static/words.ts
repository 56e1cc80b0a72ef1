import type {Text} from '../core/dataset/index.js';
import {direction, safeUrl} from '../i18n/index.js';
import {type Part, type Reading as Read, textOf, type Words} from '../words/index.js';
import {anchor, type Content, type Html, html, joined} from './html.js';

/** The dataset and locale of a page, and whether it has a bibliography. */
export interface Reading extends Read {
  /** Whether the page has the bibliography, so that source numbers can link to it. */
  readonly sources: boolean;
}

/** The anchor id of a row, stable across versions of the file. */
export const idOf = (
  kind: 'event' | 'figure' | 'source' | 'overlay',
  id: string,
  {dataset}: Reading,
): string => `${anchor(dataset.id ?? 'story')}-${kind}-${anchor(id)}`;

/** The attributes `lang` and, where the direction differs from that of `around`, `dir`. */
export function langAttributes(language: string, around = 'en'): Content {
  const way = direction(language);
  return html` lang="${language}"${way === direction(around) ? '' : html` dir="${way}"`}`;
}

/** Renders words as HTML; the only place that does. */
export function markup(words: Words, reading: Reading): Content {
  if (!words || typeof words === 'string') return words;
  return 'children' in words ? partOf(words, reading) : words.map((each) => markup(each, reading));
}

function partOf(part: Part, reading: Reading): Content {
  const children = markup(part.children, reading);
  switch (part.type) {
    case 'break':
      return html`<br>`;
    case 'em':
    case 'missing':
      return html`<em>${children}</em>`;
    case 'strong':
      return html`<strong>${children}</strong>`;
    case 'lead':
    case 'publisher':
      return html`<b>${children}</b>`;
    case 'link':
      return link(part.url, children, part.rel);
    case 'language':
      return html`<span${langAttributes(part.lang, reading.locale)}>${children}</span>`;
    case 'notes':
      return Array.isArray(children) ? joined(children, ' ') : children;
    case 'note':
      return noteOf(part, children, reading);
    // Mark shapes and number sizes are drawn by the elements only.
    default:
      return children;
  }
}

/** A source number links to the source's URL, or else to its entry in the bibliography. */
function noteOf({id, name, url}: Part & {readonly type: 'note'}, number: Content, reading: Reading): Html {
  const address = safeUrl(url) ?? (reading.sources ? `#${idOf('source', id, reading)}` : undefined);
  return address === undefined
    ? html`<span title="${name}">[${number}]</span>`
    : html`<a href="${address}" rel="noopener" title="${name}">[${number}]</a>`;
}

/** A link, or only its text when the URL is unsafe. */
function link(url: string, content: Content, rel = 'noopener'): Content {
  const address = safeUrl(url);
  return address === undefined ? content : html`<a href="${address}" rel="${rel}">${content}</a>`;
}

/** A dataset text in the reader's language, with a `lang` attribute when it is in another. */
export const prose = (text: Text | undefined, reading: Reading): Content =>
  markup(textOf(text, reading), reading);
