import {html, nothing} from 'lit';
import type {MediaFile} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {mediaMessages} from '../../i18n/index.js';
import {hostToAsk} from '../base/index.js';
import {type MediaState, referrerOf} from './media-state.js';

/** The kind of a file by its address, as PDF. */
const kindOf = ({pathname}: URL): string => /\.([a-z\d]{2,4})$/i.exec(pathname)?.[1]?.toUpperCase() ?? '';

/** The picture that stands for what it leads to, from a server that needs no consent; undefined without one. */
export function posterOf(media: MediaFile, words: string, state: MediaState, snapshot: Snapshot) {
  const {poster, width, height} = media;
  const url = state.urlOf(poster);
  if (!url || state.hasFailed(media) || hostToAsk(url.href, snapshot) !== undefined) return undefined;
  return html`<img referrerpolicy=${referrerOf(url)} loading="lazy" decoding="async" width=${width ?? nothing} height=${height ?? nothing}
    src=${url.href} alt=${words} @error=${(event: Event) => state.fail(media, event.currentTarget as Element)}>`;
}

/** A document: a picture of its page, and the way to it. Nothing of it is fetched before. */
export function renderDocument(
  media: MediaFile,
  words: string,
  url: URL,
  state: MediaState,
  snapshot: Snapshot,
) {
  const text = mediaMessages(snapshot.locale);
  const foreign = url.origin === location.origin ? '' : url.host;
  return html`<a class="leads" href=${url.href} rel="noopener">${
    posterOf(media, words, state, snapshot) ?? html`<span>${words}</span>`
  } <span class="to">${text.open(kindOf(url))}${foreign && html` <bdi class="facts">${foreign}</bdi>`}</span></a>`;
}
