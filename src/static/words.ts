import type {Text} from '../core/dataset/index.js';
import {direction, safeUrl} from '../i18n/index.js';
import {type Part, type Reading as Read, textOf, type Words} from '../words/index.js';
import {anchor, type Content, type Html, html, joined} from './html.js';

/** A dataset as one reader of a page sees it. */
export interface Reading extends Read {
  /** Whether the sources stand below, so that a number can lead there. */
  readonly sources: boolean;
}

/** The id of a row's markup: the same for the same row, in every version of the file. */
export const idOf = (kind: 'event' | 'figure' | 'source', id: string, {dataset}: Reading): string =>
  `${anchor(dataset.id ?? 'story')}-${kind}-${anchor(id)}`;

/** The attributes of what is in a language: which one, and the way that it is written where that is another. */
export function spoken(language: string, around = 'en'): Content {
  const way = direction(language);
  return html` lang="${language}"${way === direction(around) ? '' : html` dir="${way}"`}`;
}

/** Words as HTML: the one way from what is said to markup. */
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
      return html`<span${spoken(part.lang, reading.locale)}>${children}</span>`;
    case 'notes':
      return Array.isArray(children) ? joined(children, ' ') : children;
    case 'note':
      return noteOf(part, children, reading);
    // The shapes of marks, and the size of numbers, are of the elements.
    default:
      return children;
  }
}

/** A number leads to the source itself, or to its entry below. */
function noteOf({id, name, url}: Part & {readonly type: 'note'}, number: Content, reading: Reading): Html {
  const address = safeUrl(url) ?? (reading.sources ? `#${idOf('source', id, reading)}` : undefined);
  return address === undefined
    ? html`<span title="${name}">[${number}]</span>`
    : html`<a href="${address}" rel="noopener" title="${name}">[${number}]</a>`;
}

/** A link, or the words alone when the address is none that can be trusted. */
function link(url: string, content: Content, rel = 'noopener'): Content {
  const address = safeUrl(url);
  return address === undefined ? content : html`<a href="${address}" rel="${rel}">${content}</a>`;
}

/** A text of the dataset in the reader's language, with its own `lang` where it had to be another. */
export const prose = (text: Text | undefined, reading: Reading): Content =>
  markup(textOf(text, reading), reading);
