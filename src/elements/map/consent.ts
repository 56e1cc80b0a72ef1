import {css, html} from 'lit';
import {messages} from '../../i18n/index.js';
import type {MapHost} from './map-host.js';

/** Asks before something of another server is fetched: what for, and a button that allows it. */
export function drawConsent(words: string, server: string, locale: string, {element, store}: MapHost) {
  const allow = () => {
    store.request({type: 'allow', hosts: [server]});
    // The button goes.
    element.renderRoot.querySelector<SVGElement>('.frame > svg')?.focus({preventScroll: true});
  };
  return html`<span part="consent" class="consent">${words}
    <button @click=${allow}>${messages(locale).allowHost(server)}</button></span>`;
}

export const styles = [
  css`
    .consent {
      flex: 1 0 100%;
      min-inline-size: 0;
      margin-block-start: var(--_space-s);
      overflow-wrap: anywhere;
    }
    @media print {
      .consent {
        display: none;
      }
    }
  `,
];
