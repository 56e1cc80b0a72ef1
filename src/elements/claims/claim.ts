import {html, nothing} from 'lit';
import {type Figure, originCount} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {messages} from '../../i18n/index.js';
import {
  asOf,
  listed,
  measureName,
  placeName,
  sourceNotes,
  sourcesOf,
  statusOf,
  textOf,
} from '../../words/index.js';
import {draw, shapeIcon} from '../base/index.js';
import {dotIcon} from './plot.js';

const CIRCLE = 0;

/** Renders the status of a figure as a dot and a word. */
function statusPart(figure: Figure, snapshot: Snapshot) {
  const word = statusOf(figure, snapshot);
  return word
    ? html`<span part="status" class="status">${dotIcon(CIRCLE, figure.status)} ${word}</span>`
    : nothing;
}

/** Renders the number of independent sources of a figure, and their linked numbers. */
export function sourcesPart({cite}: Figure, snapshot: Snapshot, tabbable: boolean) {
  const {dataset, locale} = snapshot;
  const cited = sourcesOf(cite, snapshot).length;
  return html`${
    cited > 0 ? messages(locale).sourcesOf(originCount(dataset, cite), cited) : nothing
  } ${draw(sourceNotes(cite, snapshot), {tabbable})}`;
}

/** Renders the event of a figure as a button that selects it. */
export function eventPart(id: string, snapshot: Snapshot, tabbable: boolean, select: (id: string) => void) {
  const index = indexOf(snapshot.dataset);
  const event = index.event.get(id);
  if (!event) return nothing;
  return html`<button class="event" data-event=${id} tabindex=${tabbable ? nothing : -1}
    aria-pressed=${snapshot.selected === id} @click=${() => select(id)}>${shapeIcon(
      index.categoryNumber.get(event.category ?? '') ?? -1,
    )}<span>${draw(textOf(event.title, snapshot, false))}</span></button>`;
}

/** Renders the facts of a claim that the dot does not show. */
export function factsPart(
  figure: Figure,
  {measure, place}: {readonly measure: boolean; readonly place: boolean},
  snapshot: Snapshot,
) {
  const what = listed(
    [measure && measureName(figure, snapshot), place && placeName(figure.place, snapshot)],
    snapshot,
  );
  return html`${what ? html`<div>${draw(what)}</div>` : nothing}
    <div class="date">${asOf(figure, snapshot)}</div>
    ${statusPart(figure, snapshot)}`;
}
