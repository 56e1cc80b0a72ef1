import type {Media, MediaFile} from '../core/dataset/index.js';
import {sourceNotes} from '../words/index.js';
import {type Content, type Html, html, joined} from './html.js';
import {markup, prose, type Reading} from './words.js';

/** The words of a medium, and the way to it where its address is no relative one: nothing is fetched. */
export function mediumHtml(medium: Media, reading: Reading): Html {
  const {caption, credit, cite, src = ''} = medium;
  const said = [
    prose(caption, reading),
    prose(credit, reading),
    cite.length > 0 && markup(sourceNotes(cite, reading), reading),
    /^https?:\/\//i.test(src) &&
      html`<a href="${src}" rel="noopener">${src.replace(/^https?:\/\//i, '')}</a>`,
  ];
  if (medium.type === 'quote')
    return html`<blockquote><p>${prose(medium.text, reading)}</p></blockquote>\n${paragraph(said)}`;
  return html`${paragraph([...shownIn(medium, reading), ...said])}${
    medium.transcript !== undefined && html`<p>${prose(medium.transcript, reading)}</p>\n`
  }`;
}

const paragraph = (parts: readonly Content[]): Content => {
  const words = joined(parts, ' · ');
  return words.toString() !== '' && html`<p>${words}</p>\n`;
};

/** What it shows; of a pair both pictures, by their names. */
function shownIn({alt, warning, label, after}: MediaFile, reading: Reading): readonly Content[] {
  const words = (name: MediaFile['label'], text: MediaFile['alt']) =>
    joined([prose(name, reading), prose(text, reading)], ': ');
  return [
    warning !== undefined && html`<strong>${prose(warning, reading)}</strong>`,
    words(label, alt),
    after && words(after.label, after.alt),
  ];
}
