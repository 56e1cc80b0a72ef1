import {html} from 'lit';
import {messages} from '../../i18n/index.js';
import type {Camera, Move} from './camera.js';

/** The zoom, on the drawing. A button that can do nothing says so, and keeps the focus of who has just pressed it. */
export function renderControls(
  locale: string,
  {canZoom, isWhole}: Pick<Camera, 'canZoom' | 'isWhole'>,
  move: (by: Move) => void,
  showAll: () => void,
) {
  const text = messages(locale);
  return html`<div part="controls" class="controls" role="group" aria-label=${text.map}>
    <button part="zoom" aria-label=${text.zoomIn} title=${text.zoomIn} aria-disabled=${!canZoom.in} @click=${() => move({zoom: 1})}>+</button>
    <button part="zoom" aria-label=${text.zoomOut} title=${text.zoomOut} aria-disabled=${!canZoom.out} @click=${() => move({zoom: -1})}>−</button>
    <button part="zoom" aria-label=${text.zoomAll} title=${text.zoomAll} aria-disabled=${isWhole} @click=${showAll}>⤢</button>
  </div>`;
}
