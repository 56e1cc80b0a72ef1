import {html, nothing} from 'lit';
import {leastLength, type TimelineLayout} from '../../core/layout/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {messages} from '../../i18n/index.js';
import {plainText} from '../../words/index.js';
import {shapeIcon, statusSign} from '../base/index.js';

export interface HeadActions {
  readonly number: (lane: string) => number;
  /** Pans by a page, or on to the next event. */
  readonly page: (sign: 1 | -1) => void;
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
    ${renderOutside(snapshot, layout, view, actions, isNowhere(layout, view))}
    ${isUpright ? renderLegend(layout, snapshot, actions) : nothing}
    <span class="tools">${counts.disputed ? html`<span aria-hidden="true">${statusSign('disputed')} ${messages(locale).status.disputed}</span>` : nothing}
    ${renderZoom(snapshot, actions)}</span>
  </div>`;
}

/** Whether there are events, and none in a view. */
const isNowhere = ({source}: TimelineLayout, view: Interval): boolean =>
  source.spans.size > 0 && source.spans.count(view) === 0;

/**
 * Renders the number of events before and after the view, which may have moved since the layout. A button that is not
 * needed keeps its room, so that nothing below moves when it is.
 */
function renderOutside(
  {locale}: Snapshot,
  {source}: TimelineLayout,
  view: Interval,
  {page}: HeadActions,
  isElsewhere = false,
) {
  const text = messages(locale);
  const before = source.spans.before(view.start);
  const after = source.spans.after(view.end);
  return html`<span class="outside">
    <button class=${isElsewhere || !before ? 'before gone' : 'before'} @click=${() => page(-1)}>${text.beforeCount(before)}</button>
    <button class=${isElsewhere || !after ? 'after gone' : 'after'} @click=${() => page(1)}>${text.afterCount(after)}</button>
  </span>`;
}

/** Renders, over a view without events, which way they lie. */
export function renderNowhere(
  snapshot: Snapshot,
  layout: TimelineLayout,
  view: Interval,
  actions: HeadActions,
) {
  if (!isNowhere(layout, view)) return nothing;
  return html`<div class="nowhere">
    <span>${messages(snapshot.locale).nothingHere}</span>
    ${renderOutside(snapshot, layout, view, actions)}
  </div>`;
}

/** Renders all lanes, in view or not: a legend that changed with the view would move what is below. */
function renderLegend({source}: TimelineLayout, snapshot: Snapshot, {number}: HeadActions) {
  const text = messages(snapshot.locale);
  const {category} = indexOf(snapshot.dataset);
  const nameOf = (id: string) => plainText(category.get(id)?.name, snapshot) || text.noCategory;
  return html`<ul part="legend" class="legend" aria-label=${text.legend}>
    ${source.lanes.filter(({lane}) => lane.size > 0).map(({id}) => html`<li>${shapeIcon(number(id))} ${nameOf(id)}</li>`)}
  </ul>`;
}

function renderZoom({locale, range}: Snapshot, {zoom, showAll}: HeadActions) {
  const text = messages(locale);
  const isNearest = range !== null && range.end - range.start <= 1.001 * leastLength(range.start);
  // `aria-disabled` instead of `disabled`, so that a button keeps the focus when it comes to its end.
  return html`<span part="zoom" class="zoom" role="group" aria-label=${text.timeline}>
    ${range ? html`<button @click=${showAll}>${text.rangeAll}</button>` : nothing}
    <button aria-label=${text.zoomOut} title=${text.zoomOut} aria-disabled=${range === null} @click=${() => zoom(2)}>−</button>
    <button aria-label=${text.zoomIn} title=${text.zoomIn} aria-disabled=${isNearest} @click=${() => zoom(0.5)}>+</button>
  </span>`;
}
