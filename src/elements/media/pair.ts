import {html} from 'lit';
import type {MediaFile} from '../../core/dataset/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {direction, formatNumber, mediaMessages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {type MediaState, referrerOf} from './media-state.js';

/** Two pictures of one place, over each other, and a slider that says how much is seen of each; side by side in print. */
export function renderPair(media: MediaFile, words: string, url: URL, state: MediaState, snapshot: Snapshot) {
  const {locale} = snapshot;
  const text = mediaMessages(locale);
  const {label, after} = media;
  const [first, second] = [
    plainText(label, snapshot) || text.before,
    plainText(after?.label, snapshot) || text.after,
  ];
  const picture = (address: URL, alt: string, name: string, part: string) =>
    html`<div class=${part}><img referrerpolicy=${referrerOf(address)} loading="lazy" decoding="async" src=${address.href} alt=${`${name}: ${alt}`}
      @error=${(event: Event) => state.fail(media, event.currentTarget as Element)}><span class="name" aria-hidden="true">${name}</span></div>`;
  const says = (share: number) => `${first}: ${formatNumber(share, locale || 'en')} %`;
  const onInput = ({currentTarget}: Event) => {
    const slider = currentTarget as HTMLInputElement;
    slider.setAttribute('aria-valuetext', says(slider.valueAsNumber));
    slider.closest<HTMLElement>('.two')?.style.setProperty('--_at', `${slider.value}%`);
  };
  const afterUrl = state.urlOf(after?.src);
  if (!afterUrl) return picture(url, words, first, 'one');
  return html`<div class="two ${direction(locale)}">
    ${picture(url, words, first, 'before')}
    ${picture(afterUrl, plainText(after?.alt, snapshot) || words, second, 'after')}
    <input type="range" min="0" max="100" value="50" aria-label=${text.compare(first, second)} aria-valuetext=${says(50)} @input=${onInput}>
    <span class="handle" aria-hidden="true"></span>
  </div>`;
}
