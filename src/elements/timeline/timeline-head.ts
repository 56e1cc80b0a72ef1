import {html, nothing} from 'lit';
import type {LaneBox, TimelineLayout} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {shapeIcon} from '../base/index.js';

/** Share of the view that a button pans. */
const PAGE = 0.9;

export interface HeadActions {
  readonly number: (lane: string) => number;
  /** Pans by a share of the visible range. */
  readonly pan: (share: number) => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

/**
 * Renders the controls above the drawing: counts outside the view, lane names of vertical layouts, the legend of its
 * sign, zoom buttons.
 */
export function renderHead(snapshot: Snapshot, layout: TimelineLayout, view: Interval, actions: HeadActions) {
  const {locale, counts} = snapshot;
  const isUpright = layout.orientation === 'vertical';
  return html`<div class="head">
    ${renderOutside(snapshot, layout, view, actions)}
    ${isUpright ? renderLegend(layout.lanes, snapshot, actions) : nothing}
    ${counts.disputed ? html`<span aria-hidden="true">≠ ${messages(locale).status.disputed}</span>` : nothing}
    ${renderZoom(snapshot, actions)}
  </div>`;
}

/** Renders the number of events before and after the view, which may have moved since the layout. */
function renderOutside({locale}: Snapshot, {source}: TimelineLayout, view: Interval, {pan}: HeadActions) {
  const text = messages(locale);
  const before = source.spans.before(view.start);
  const after = source.spans.after(view.end);
  return html`<span class="outside">
    ${before ? html`<button @click=${() => pan(-PAGE)}>${text.beforeCount(before)}</button>` : nothing}
    ${after ? html`<button @click=${() => pan(PAGE)}>${text.afterCount(after)}</button>` : nothing}
  </span>`;
}

function renderLegend(lanes: readonly LaneBox[], snapshot: Snapshot, {number}: HeadActions) {
  const text = messages(snapshot.locale);
  const {category} = indexOf(snapshot.dataset);
  const nameOf = (id: string) => plainText(category.get(id)?.name, snapshot) || text.noCategory;
  return html`<ul class="legend" aria-label=${text.legend}>
    ${lanes.map(({id}) => html`<li>${shapeIcon(number(id))} ${nameOf(id)}</li>`)}
  </ul>`;
}

function renderZoom({locale, range}: Snapshot, {zoom, showAll}: HeadActions) {
  const text = messages(locale);
  return html`<span class="zoom" role="group" aria-label=${text.timeline}>
    <button aria-label=${text.zoomOut} title=${text.zoomOut} ?disabled=${!range} @click=${() => zoom(2)}>−</button>
    <button aria-label=${text.zoomIn} title=${text.zoomIn} @click=${() => zoom(0.5)}>+</button>
    ${range ? html`<button @click=${showAll}>${text.rangeAll}</button>` : nothing}
  </span>`;
}
