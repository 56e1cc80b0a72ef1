import {html} from 'lit';
import type {Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {statusSign} from '../base/index.js';

/** What the sign of disputed events means. Each event says so by itself to screen readers. */
export const disputedSign = ({locale}: Snapshot) =>
  html`<span aria-hidden="true">${statusSign('disputed')} ${messages(locale).status.disputed}</span>`;
