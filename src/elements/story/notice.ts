import {html, nothing} from 'lit';
import {hasOverlays} from '../../core/overlays/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {formatNumber, messages} from '../../i18n/index.js';

/** Renders the notice while there is nothing to show: loading, slow, empty, or the error. */
export function renderNotice(
  {status, dataset, counts, failure, progress, locale}: Snapshot,
  slow: boolean,
  retry: () => void,
) {
  const text = messages(locale);
  if (status === 'error' && failure) {
    return html`<div class="notice" part="notice" role="alert">
      <p>${text.notice(failure)}</p>
      ${failure.url ? html`<button part="retry" @click=${retry}>${text.retry}</button>` : nothing}
    </div>`;
  }
  if (status === 'loading') {
    return html`<div class="notice loading" part="notice"><p>${slow ? text.slow : text.loading}</p></div>`;
  }
  if (progress !== null) {
    const share = formatNumber(progress, locale, {style: 'percent', maximumFractionDigits: 0});
    return html`<div class="notice part" part="notice">
      <p>${text.soFar(counts.events, share)}</p><progress aria-label=${text.loading} value=${progress}></progress>
    </div>`;
  }
  return status === 'ready' && counts.events === 0 && !hasOverlays(dataset)
    ? html`<div class="notice" part="notice"><p>${text.empty}</p></div>`
    : nothing;
}
