import {html, nothing} from 'lit';
import type {Bar, TimelineLayout} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import {plainText, shapeIcon} from '../base/index.js';
import {LISTED} from './timeline-model.js';

export interface HeadActions {
  readonly number: (lane: string) => number;
  /** By a share of the visible range. */
  readonly pan: (share: number) => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

/** Above the drawing: what lies outside of it, the names of upright lanes, what its sign says, and the zoom. */
export function renderHead(
  snapshot: Snapshot,
  {source, orientation, lanes}: TimelineLayout,
  view: Interval,
  {number, pan, zoom, showAll}: HeadActions,
) {
  const {locale, range, dataset, counts} = snapshot;
  const text = messages(locale);
  // Of the view, which may have moved since the layout was made.
  const before = source.spans.before(view.start);
  const after = source.spans.after(view.end);
  const name = (id: string) => indexOf(dataset).category.get(id)?.name;
  return html`<div class="head">
    <span class="outside">
      ${before ? html`<button @click=${() => pan(-0.9)}>${text.beforeCount(before)}</button>` : nothing}
      ${after ? html`<button @click=${() => pan(0.9)}>${text.afterCount(after)}</button>` : nothing}
    </span>
    ${
      orientation === 'vertical'
        ? html`<ul class="legend" aria-label=${text.legend}>
            ${lanes.map(
              ({id}) =>
                html`<li>${shapeIcon(number(id))} ${plainText(name(id), snapshot) || text.noCategory}</li>`,
            )}
          </ul>`
        : nothing
    }
    ${counts.disputed ? html`<span aria-hidden="true">≠ ${text.status.disputed}</span>` : nothing}
    <span class="zoom" role="group" aria-label=${text.timeline}>
      <button aria-label=${text.zoomOut} title=${text.zoomOut} ?disabled=${!range} @click=${() => zoom(2)}>−</button>
      <button aria-label=${text.zoomIn} title=${text.zoomIn} @click=${() => zoom(0.5)}>+</button>
      ${range ? html`<button @click=${showAll}>${text.rangeAll}</button>` : nothing}
    </span>
  </div>`;
}

/** Below it: the events of the bar that was opened, and those without a date. */
export function renderTrays(
  snapshot: Snapshot,
  bar: Bar | undefined,
  number: (lane: string) => number,
  select: (id: string) => void,
) {
  const text = messages(snapshot.locale);
  const {events, dataset} = snapshot;
  const {isDisputed} = indexOf(dataset);
  const tray = (
    title: string,
    rows: Uint32Array,
  ) => html`<div part="tray" class="tray" role="group" aria-label=${title}>
    <span>${title}</span>
    ${Array.from(rows.subarray(0, LISTED), (row) => {
      const {id, category, title: words} = events.at(row);
      return html`<button data-id=${id} aria-pressed=${id === snapshot.selected} @click=${() => select(id)}>
        ${shapeIcon(number(category ?? ''))} ${plainText(words, snapshot)}${isDisputed(row) ? html` <span>≠ ${text.status.disputed}</span>` : nothing}</button>`;
    })}
    ${rows.length > LISTED ? html`<span>${text.more(rows.length - LISTED)}</span>` : nothing}
  </div>`;
  const undated = Uint32Array.from({length: events.size - events.dated}, (_, i) => events.dated + i);
  return html`${bar ? tray(text.group(bar.count), bar.rows()) : nothing}${undated.length > 0 ? tray(text.undated, undated) : nothing}`;
}
