import {html, nothing, svg} from 'lit';
import type {Text} from '../../core/dataset/index.js';
import {parseInline} from '../../i18n/index.js';
import {type Part, type Reading, type StatusSign, textOf, type Words} from '../../words/index.js';
import {safeLink} from './addresses.js';
import {shapeIcon} from './shapes.js';

/** How source numbers are linked. */
export interface NoteOptions {
  /** The URL of a source's number, by its id; by default that of the source itself. */
  readonly href?: (source: string) => string;
  /** Whether the links are in the tab order. */
  readonly tabbable?: boolean;
}

/** Half full, not equal, crossed out: distinct without colour. */
const STATUS_SHAPES: Readonly<Record<StatusSign, unknown>> = {
  reported: svg`<circle r="5.5"></circle><path class="full" d="M0,-5.5a5.5,5.5 0 0 0 0,11z"></path>`,
  disputed: svg`<path d="M-6,-2.5H6M-6,2.5H6M3,-6.5L-3,6.5"></path>`,
  withdrawn: svg`<path d="M-5,-5L5,5M5,-5L-5,5"></path>`,
};

/** An icon of a status. */
export const statusSign = (status: StatusSign) =>
  html`<svg class="sign" viewBox="-8 -8 16 16" width="1em" height="1em" aria-hidden="true">${STATUS_SHAPES[status]}</svg>`;

/** Renders words as a Lit template; the only place that does. */
export function draw(words: Words, notes: NoteOptions = {}): unknown {
  if (!words || typeof words === 'string') return words || nothing;
  return 'children' in words ? drawPart(words, notes) : words.map((each) => draw(each, notes));
}

function drawPart(part: Part, notes: NoteOptions): unknown {
  const children = draw(part.children, notes);
  switch (part.type) {
    case 'break':
      return html`<br>`;
    case 'em':
      return html`<em>${children}</em>`;
    case 'strong':
      return html`<strong>${children}</strong>`;
    case 'lead':
      return html`<b>${children}</b>`;
    case 'link':
      return html`<a href=${safeLink(part.url)} rel=${part.rel ?? 'noopener'}>${children}</a>`;
    case 'language':
      return html`<span lang=${part.lang} dir=${part.dir}>${children}</span>`;
    case 'category':
    case 'kind':
      return html`<span class=${part.type}>${shapeIcon(part.number)} ${children}</span>`;
    case 'status':
      return html`<span class="status ${part.sign}" part="status">${statusSign(part.sign)} ${children}</span> `;
    case 'note': {
      const {id, name, url} = part;
      const to = notes.href?.(id) ?? safeLink(url);
      return to === nothing
        ? html`<span class="note" title=${name}>${children}</span>`
        : html`<a class="note" href=${to} rel="noopener" aria-label=${name} title=${name} data-source=${id}
            tabindex=${notes.tabbable === false ? -1 : nothing}>${children}</a>`;
    }
    default:
      return html`<span class=${part.type}>${children}</span>`;
  }
}

/** Renders the inline Markdown of a text whose language is unknown. */
export const inlineWords = (text: string): unknown => draw(parseInline(text));

/** Renders a dataset text in the reader's language, with a `lang` attribute when it is in another. */
export const inlineText = (text: Text | undefined, reading: Reading): unknown => draw(textOf(text, reading));
