import {html} from 'lit';
import {messages} from '../../i18n/index.js';
import type {Move} from './camera.js';

/** The zoom, on the drawing. */
export function renderControls(locale: string, move: (by: Move) => void, showAll: () => void) {
  const text = messages(locale);
  return html`<div class="controls" role="group" aria-label=${text.map}>
    <button aria-label=${text.zoomIn} title=${text.zoomIn} @click=${() => move({zoom: 1})}>+</button>
    <button aria-label=${text.zoomOut} title=${text.zoomOut} @click=${() => move({zoom: -1})}>−</button>
    <button aria-label=${text.zoomAll} title=${text.zoomAll} @click=${showAll}>⤢</button>
  </div>`;
}
