import {html} from 'lit';
import {messages} from '../../i18n/index.js';

/** Where each arrow key points. */
export const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a reader asks of the view: to go so many pixels on, or so many levels nearer. */
export interface Move {
  readonly pan?: readonly [x: number, y: number];
  readonly zoom?: number;
}

/** What a key asks of the view, when it is none that goes from event to event. */
export function moveOf({key, shiftKey}: KeyboardEvent, height: number): Move | undefined {
  const [x, y] = ARROWS[key] ?? [0, 0];
  if (shiftKey && (x || y)) return {pan: [x * 80, y * 80]};
  if (key === 'PageDown' || key === 'PageUp') return {pan: [0, height * (key === 'PageUp' ? -0.8 : 0.8)]};
  if (key === '+' || key === '=') return {zoom: 1};
  return key === '-' ? {zoom: -1} : undefined;
}

/** The zoom, on the drawing. */
export function renderControls(locale: string, move: (by: Move) => void, showAll: () => void) {
  const text = messages(locale);
  return html`<div class="controls" role="group" aria-label=${text.map}>
    <button aria-label=${text.zoomIn} title=${text.zoomIn} @click=${() => move({zoom: 1})}>+</button>
    <button aria-label=${text.zoomOut} title=${text.zoomOut} @click=${() => move({zoom: -1})}>−</button>
    <button aria-label=${text.zoomAll} title=${text.zoomAll} @click=${showAll}>⤢</button>
  </div>`;
}
