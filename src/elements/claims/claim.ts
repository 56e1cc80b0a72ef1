import {html, nothing} from 'lit';
import {type Figure, originCount} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {joinWords, messages} from '../../i18n/index.js';
import {inlineText, type NoteOptions, placeName, safeLink, shapeIcon, sourceNotes} from '../base/index.js';
import {dotIcon} from './plot.js';
import {actorOf, asOf, measureName, shapeOf, statusWords} from './words.js';

const CIRCLE = 0;

/** Who says so and what kind of claimant that is, in its shape and a word; or that nobody is named. */
export function claimantPart(figure: Figure, snapshot: Snapshot) {
  const text = messages(snapshot.locale);
  const actor = actorOf(figure, snapshot);
  if (!actor) return html`<span class="missing">${text.noClaimant}</span>`;
  const {name, kind} = actor;
  return html`<b>${inlineText(name, snapshot)}</b>${
    kind ? html` <span class="kind">${shapeIcon(shapeOf(kind))} ${text.actorKind[kind]}</span>` : nothing
  }`;
}

/** The status of a figure as its dot shows it, and in a word. */
function statusPart(figure: Figure, {locale}: Snapshot) {
  const word = statusWords(figure, locale);
  return word
    ? html`<span part="status" class="status">${dotIcon(CIRCLE, figure.status)} ${word}</span>`
    : nothing;
}

/** How many independent sources stand behind a figure, and their numbers, which lead to them. */
export function sourcesPart({cite}: Figure, snapshot: Snapshot, tabbable: boolean) {
  const {dataset, locale} = snapshot;
  const {source} = indexOf(dataset);
  const notes: NoteOptions = {href: ({url, archived}) => safeLink(url ?? archived), tabbable};
  const cited = new Set(cite.map((each) => each.source).filter((id) => source.has(id))).size;
  return html`${
    cited > 0 ? messages(locale).sourcesOf(originCount(dataset, cite), cited) : nothing
  } ${sourceNotes(cite, snapshot, notes)}`;
}

/** The event that a figure belongs to, as a button that selects it. */
export function eventPart(id: string, snapshot: Snapshot, tabbable: boolean, select: (id: string) => void) {
  const index = indexOf(snapshot.dataset);
  const event = index.event.get(id);
  if (!event) return nothing;
  return html`<button class="event" data-event=${id} tabindex=${tabbable ? nothing : -1}
    aria-pressed=${snapshot.selected === id} @click=${() => select(id)}>${shapeIcon(
      index.categoryNumber.get(event.category ?? '') ?? -1,
    )}<span>${inlineText(event.title, snapshot)}</span></button>`;
}

/** What a claim's own words say beside its dot. */
export function factsPart(
  figure: Figure,
  {measure, place}: {readonly measure: boolean; readonly place: boolean},
  snapshot: Snapshot,
) {
  const what = [
    measure ? measureName(figure.measure, snapshot) : '',
    place ? placeName(figure.place, snapshot) : '',
  ].filter(Boolean);
  return html`${what.length > 0 ? html`<div>${joinWords(what, snapshot.locale)}</div>` : nothing}
    <div class="date">${asOf(figure, snapshot.locale)}</div>
    ${statusPart(figure, snapshot)}`;
}
