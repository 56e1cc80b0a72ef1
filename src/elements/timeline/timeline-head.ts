import {html, nothing} from 'lit';
import {leastLength, type TimelineLayout} from '../../core/layout/index.js';
import type {Snapshot} from '../../core/store/index.js';
import type {Interval} from '../../core/time/index.js';
import {formatNumber, messages} from '../../i18n/index.js';
import {disputedSign} from './disputed-sign.js';

/** A timeline that is narrower than this, in pixels, says how many, and not of what. */
const NARROW = 560;

export interface HeadActions {
  /** Pans by a page, or on to the next event. */
  readonly page: (sign: 1 | -1) => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

/**
 * Renders the controls above the drawing: counts outside the view, what its signs mean, zoom buttons. Upright they are
 * short, so that they have one line whatever there is, below a legend.
 */
export function renderHead(
  snapshot: Snapshot,
  layout: TimelineLayout,
  view: Interval,
  actions: HeadActions,
  renderLegend: ((snapshot: Snapshot) => unknown) | undefined,
) {
  const isUpright = layout.orientation === 'vertical';
  const {disputed} = snapshot.counts;
  return html`<div class="head">
    ${isUpright ? renderLegend?.(snapshot) : nothing}
    ${renderOutside(snapshot, layout, view, actions, isUpright, isNowhere(layout, view))}
    <span class="tools">${disputed && !isUpright ? disputedSign(snapshot) : nothing}
    ${renderZoom(snapshot, actions, isUpright)}</span>
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
  {source, width}: TimelineLayout,
  view: Interval,
  {page}: HeadActions,
  isShort = false,
  isElsewhere = false,
) {
  const text = messages(locale);
  const button = (name: string, count: number, say: (what: string) => string, sign: 1 | -1) => {
    const digits = formatNumber(count, locale);
    const words = say(width < NARROW && !isShort ? digits : text.group(count));
    return html`<button class=${isElsewhere || !count ? `${name} gone` : name} aria-label=${words}
      @click=${() => page(sign)}>${isShort ? digits : words}</button>`;
  };
  const before = source.spans.before(view.start);
  const after = source.spans.after(view.end);
  return html`<span class="outside">
    ${button('before', before, text.beforeCount, -1)}
    ${button('after', after, text.afterCount, 1)}
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

function renderZoom({locale, range}: Snapshot, {zoom, showAll}: HeadActions, isShort: boolean) {
  const text = messages(locale);
  const isNearest = range !== null && range.end - range.start <= 1.001 * leastLength(range.start);
  // `aria-disabled` instead of `disabled`, so that a button keeps the focus when it comes to its end.
  return html`<span part="zoom" class="zoom" role="group" aria-label=${text.timeline}>
    ${range ? html`<button aria-label=${text.rangeAll} title=${text.rangeAll} @click=${showAll}>${isShort ? '⤢' : text.rangeAll}</button>` : nothing}
    <button aria-label=${text.zoomOut} title=${text.zoomOut} aria-disabled=${range === null} @click=${() => zoom(2)}>−</button>
    <button aria-label=${text.zoomIn} title=${text.zoomIn} aria-disabled=${isNearest} @click=${() => zoom(0.5)}>+</button>
  </span>`;
}
