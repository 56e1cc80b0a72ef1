import {html, nothing} from 'lit';
import {memoize} from '../../core/memo/index.js';
import type {Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {eventDate, plainText} from '../base/index.js';
import {footClass} from './foot-class.js';
import type {Ground} from './ground.js';

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

export interface Foot {
  readonly caption: string;
  readonly ground: Ground;
  readonly tie: () => void;
}

/** Below the map: whose counts they are, what the views are tied to, who made the background. */
export function renderFoot(snapshot: Snapshot, {caption, ground, tie}: Foot) {
  const {locale, extent, counts} = snapshot;
  const text = messages(locale);
  const {attribution} = ground;
  return html`<div class=${footClass(caption !== '')}>
    ${ground.hasFailed ? html`<span part="notice" role="status">${text.basemapFailed}</span>` : nothing}
    ${caption ? html`<span class="caption">${caption}</span>` : nothing}
    ${extent === null ? nothing : html`<span>${text.shownOf(counts.shown, counts.events)}</span>`}
    <button aria-pressed=${extent !== null} @click=${tie}>${extent === null ? text.tie : text.untie}</button>
    ${attribution.length > 0 ? html`<span part="attribution" class="attribution">${attribution.map((each, i) => [i > 0 ? ' · ' : '', each])}</span>` : nothing}
    ${ground.note(snapshot)}
  </div>`;
}

/** How many events a list names. */
export const LISTED = 100;

/** That there are more than are listed. */
export const andMore = (count: number, locale: string) =>
  count > 0 ? html`<p class="facts">${messages(locale).more(count)}</p>` : nothing;

/** The first events without a place on the map. */
const unplacedOf = memoize(({events}: Snapshot) =>
  Array.from(events.flagged(FLAG.placed, true).subarray(0, LISTED), (row) => events.at(row)),
);

/** Events that are not on the map: counted, and one step away. */
export function renderUnplaced(snapshot: Snapshot, select: (id: string) => void) {
  const {locale, selected, counts} = snapshot;
  if (counts.unplaced === 0) return nothing;
  return html`<details class="unplaced">
    <summary>${messages(locale).unplacedCount(counts.unplaced)}</summary>
    <ul>${unplacedOf(snapshot).map(
      (event) =>
        html`<li><button data-id=${event.id} aria-pressed=${event.id === selected} @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button> <span class="facts">${eventDate(event, locale)}</span></li>`,
    )}</ul>
    ${andMore(counts.unplaced - LISTED, locale)}
  </details>`;
}
