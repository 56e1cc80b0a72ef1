import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {safeUrl} from '../../i18n/index.js';

/** A safe URL for `href` or `src`; otherwise `nothing`, which removes the attribute. */
export const safeLink = (url: string | undefined) => safeUrl(url) ?? nothing;

/** The host of a third-party URL that is not allowed yet; undefined for others. */
export function hostToAsk(src: string, {hosts}: Snapshot): string | undefined {
  const {origin, host, protocol} = new URL(src, document.baseURI);
  return origin === location.origin || !/^https?:$/.test(protocol) || hosts.includes(host) ? undefined : host;
}
