import {html, nothing} from 'lit';
import type {Bar} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {shapeIcon, statusSign} from '../base/index.js';
import {MAX_LISTED} from './timeline-model.js';

interface TrayActions {
  readonly number: (lane: string) => number;
  readonly select: (id: string) => void;
}

/** Renders the trays below the drawing: events of the opened bar, and undated ones. */
export function renderTrays(snapshot: Snapshot, bar: Bar | undefined, actions: TrayActions) {
  const {events, locale} = snapshot;
  const text = messages(locale);
  const undated = Uint32Array.from({length: events.size - events.dated}, (_, i) => events.dated + i);
  return html`
    ${bar ? renderTray(text.group(bar.count), bar.rows(), snapshot, actions) : nothing}
    ${undated.length > 0 ? renderTray(text.undated, undated, snapshot, actions) : nothing}`;
}

function renderTray(title: string, rows: Uint32Array, snapshot: Snapshot, actions: TrayActions) {
  const more = rows.length - MAX_LISTED;
  return html`<div part="tray" class="tray" role="group" aria-label=${title}>
    <span>${title}</span>
    ${Array.from(rows.subarray(0, MAX_LISTED), (row) => renderItem(row, snapshot, actions))}
    ${more > 0 ? html`<span>${messages(snapshot.locale).more(more)}</span>` : nothing}
  </div>`;
}

function renderItem(row: number, snapshot: Snapshot, {number, select}: TrayActions) {
  const {events, dataset, locale, selected} = snapshot;
  const {id, category, title} = events.at(row);
  const isDisputed = indexOf(dataset).isDisputed(row);
  return html`<button data-id=${id} aria-pressed=${id === selected} @click=${() => select(id)}>
    ${shapeIcon(number(category ?? ''))} ${plainText(title, snapshot)}${
      isDisputed ? html` <span>${statusSign('disputed')} ${messages(locale).status.disputed}</span>` : nothing
    }</button>`;
}
