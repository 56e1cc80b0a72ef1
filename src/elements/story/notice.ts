import {html, nothing} from 'lit';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatNumber, messages} from '../../i18n/index.js';

interface NoticeOptions {
  /** The layout is the story's own. */
  readonly isOwn: boolean;
  /** What draws that layout is still on its way. */
  readonly isComing: boolean;
  readonly isSlow: boolean;
  readonly retry: () => void;
}

/**
 * Renders the notice while there is nothing to show: loading, slow, empty, or the error. The default layout (`isOwn`) says
 * itself that it is empty; in an author's the views show that they are loading, and only a slow load is said.
 */
export function renderNotice(
  {status, dataset, issues, counts, failure, progress, locale}: Snapshot,
  {isOwn, isComing, isSlow, retry}: NoticeOptions,
) {
  const text = messages(locale);
  if (status === 'error' && failure) {
    return html`<div class="notice" part="notice" role="alert">
      <p>${text.notice(failure)}</p>
      ${failure.url || failure.code === 'network' ? html`<button part="retry" @click=${retry}>${text.retry}</button>` : nothing}
    </div>`;
  }
  if (status === 'loading' || (status === 'ready' && isComing)) {
    if (!isOwn && !isSlow) return nothing;
    return html`<div class="notice" part="notice"><p>${isSlow ? text.slow : text.loading}</p></div>`;
  }
  const isCut = issues.some(({code}) => code === 'rows-missing');
  if (progress !== null || isCut) {
    const came = progress ?? counts.events / (dataset.rows ?? counts.events);
    // The length of what is imported, or comes compressed, is not known.
    const share = came && formatNumber(came, locale, {style: 'percent', maximumFractionDigits: 0});
    return html`<div class="notice part" part="notice" role=${isCut ? 'alert' : nothing}>
      <p>${text.soFar(counts.events, share || '')}</p>
      ${
        isCut
          ? html`<button part="retry" @click=${retry}>${text.retry}</button>`
          : html`<progress aria-label=${text.loading} value=${came || nothing}></progress>`
      }
    </div>`;
  }
  return !isOwn && status === 'ready' && counts.events === 0 && !hasOverlays(dataset)
    ? html`<div class="notice" part="notice"><p>${text.empty}</p></div>`
    : nothing;
}
