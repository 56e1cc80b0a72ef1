import {nothing} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {safeUrl} from '../../i18n/index.js';

/** The address for `href` or `src`, or nothing when it is not safe: the attribute is then left out. */
export const safeLink = (url: string | undefined) => safeUrl(url) ?? nothing;

/** The server of an address, where it is another than the page's and nobody has allowed it. */
export function hostToAsk(src: string, {hosts}: Snapshot): string | undefined {
  const {origin, host, protocol} = new URL(src, document.baseURI);
  return origin === location.origin || !/^https?:$/.test(protocol) || hosts.includes(host) ? undefined : host;
}
