import {html, nothing} from 'lit';
import {rowIndex} from '../../core/dataset/index.js';
import {indexOf, placeCounts, type Snapshot} from '../../core/store/index.js';
import {formatFigure, messages} from '../../i18n/index.js';
import {
  categoryMark,
  eventDate,
  inlineText,
  placeWords,
  plainText,
  safeLink,
  sourceNotes,
} from '../base/index.js';

const href = {href: (source: {readonly url?: string}) => safeLink(source.url)};

/** What is known of a place: how exactly, what was counted there and by whom, what happened, and the sources. */
export function renderPopup(
  id: string,
  snapshot: Snapshot,
  select: (event: string) => void,
  close: () => void,
) {
  const {dataset, locale, selected, shown} = snapshot;
  const index = indexOf(dataset);
  const place = index.place.get(id);
  if (!place) return nothing;
  const text = messages(locale);
  const counts = placeCounts(snapshot).get(id) ?? [];
  const table = snapshot.events;
  const rows = table.rowsAt(rowIndex(dataset.places, id)).filter((row) => shown.hasRow(row));
  const events = Array.from(rows, (row) => table.at(row));
  return html`<div part="popup" class="popup" role="group" aria-label=${plainText(place.name, snapshot)}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}>
    <button class="close" aria-label=${text.close} title=${text.close} @click=${close}>×</button>
    <div class="popup-name">${inlineText(place.name, snapshot)}</div>
    <div class="facts">${placeWords(place, snapshot)} ${place.cite?.length ? sourceNotes(place.cite, snapshot, href) : nothing}</div>
    ${counts.map(({value, figure, group}) => {
      const actor = figure.actor === undefined ? undefined : index.actor.get(figure.actor);
      const measure = dataset.measures.find((each) => each.id === figure.measure);
      return html`<div class="popup-count">
        <span class="number">${formatFigure(value, figure.comparator, locale)}</span>
        <span>${[plainText(measure?.name, snapshot), plainText(group, snapshot)].filter(Boolean).join(', ')}</span>
        <span class="who">${actor ? text.claimedBy(plainText(actor.name, snapshot)) : text.noClaimant} ${sourceNotes(figure.cite, snapshot, href)}</span>
      </div>`;
    })}
    <ul class="popup-events">${events.map(
      (event) => html`<li>
        <button aria-pressed=${event.id === selected} data-id=${event.id} @click=${() => select(event.id)}>${plainText(event.title, snapshot)}</button>
        <span class="facts">${eventDate(event, locale)} · ${categoryMark(event, snapshot)} ${sourceNotes(event.cite, snapshot, href)}</span>
      </li>`,
    )}</ul>
  </div>`;
}
