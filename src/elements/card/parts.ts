import {html, nothing} from 'lit';
import type {
  Citation,
  Correction,
  Link,
  Media,
  Overlay,
  Source,
  StoryEvent,
} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {
  correctionOf,
  placesOf,
  plainText,
  quotationsFrom,
  remarksOf,
  sourceNotes,
  sourcesOf,
  textOf,
  whereabouts,
  wordFor,
} from '../../words/index.js';
import {draw, heading, hostToAsk, inlineText, type NoteOptions, safeLink, shapeIcon} from '../base/index.js';
import {drawEntry} from '../sources/entries.js';
import type {CardHost} from './card-host.js';

/** Renders the places of an event with their precision, and their notes in an expandable section. */
export function placesPart(event: StoryEvent, snapshot: Snapshot, notes: NoteOptions) {
  const text = messages(snapshot.locale);
  const places = placesOf(event, snapshot);
  if (places.length === 0) return html`<p class="places facts">${text.unplaced}</p>`;
  const noted = places.filter(
    ({note, cite, corrections}) => note !== undefined || cite?.length || corrections?.length,
  );
  return html`<ul class="places" aria-label=${text.places}>
      ${places.map((place) => {
        const known = whereabouts(place, snapshot);
        return html`<li part="place" data-id=${place.id}><b>${inlineText(place.name, snapshot)}</b>${
          known ? html`<span class="facts">${draw(known)}</span>` : nothing
        }</li>`;
      })}
    </ul>
    ${
      noted.length === 0
        ? nothing
        : html`<details class="facts">
            <summary>${text.placeNotes}</summary>
            ${noted.map(
              (place) =>
                html`<p><b>${inlineText(place.name, snapshot)}:</b> ${remarksOf(place, snapshot).map((each) => html`${draw(each)} `)}${draw(sourceNotes(place.cite ?? [], snapshot), notes)}</p>`,
            )}
          </details>`
    }`;
}

/** Renders an image, video or audio. With a warning it is not fetched until the reader reveals it. */
export function mediaPart(
  media: Media,
  snapshot: Snapshot,
  {revealed, show, allow}: Pick<CardHost, 'revealed' | 'show' | 'allow'>,
) {
  const {type, alt, credit, warning} = media;
  const text = messages(snapshot.locale);
  const link = safeLink(media.src);
  const src = link !== nothing && URL.canParse(link, document.baseURI) ? link : nothing;
  const words = plainText(alt, snapshot);
  const isHidden = warning !== undefined && !revealed.has(media);
  const host = src === nothing ? undefined : hostToAsk(src, snapshot);
  const body = isHidden
    ? html`<div class="warning"><p>${inlineText(warning, snapshot)}</p><button @click=${() => show(media)}>${text.showMedia}</button></div>`
    : host !== undefined
      ? html`<div class="warning"><p>${words}</p><p class="facts">${text.foreignMedia(host)}</p><button @click=${() => allow(host)}>${text.allowHost(host)}</button></div>`
      : src === nothing
        ? html`<p class="facts">${words}</p>`
        : type === 'image'
          ? html`<img src=${src} alt=${words} loading="lazy" decoding="async">`
          : type === 'video'
            ? html`<video src=${src} aria-label=${words || nothing} controls preload="none" playsinline></video>`
            : html`<audio src=${src} aria-label=${words || nothing} controls preload="none"></audio>`;
  const caption =
    credit === undefined
      ? nothing
      : html`<figcaption class="facts">${inlineText(credit, snapshot)}</figcaption>`;
  return html`<figure class="media" tabindex="-1">${body}${caption}</figure>`;
}

export function correctionsPart(corrections: readonly Correction[], level: number, snapshot: Snapshot) {
  const text = messages(snapshot.locale);
  if (corrections.length === 0) return nothing;
  return html`${heading(level, 'subhead', text.corrections)}
    ${corrections.map(
      (each) => html`<p part="correction" class="correction">${draw(correctionOf(each, snapshot))}</p>`,
    )}`;
}

/** Another row that the card leads to, and how it is related. */
interface Related {
  readonly other: StoryEvent | Overlay;
  readonly word: string | undefined;
}

/** The events that an event names, and those that name it; and the shapes and routes that belong to it. */
export function relatedTo(event: StoryEvent, snapshot: Snapshot): readonly Related[] {
  const text = messages(snapshot.locale);
  const index = indexOf(snapshot.dataset);
  const out = event.links.map(({to, rel}: Link) => ({id: to, word: rel && wordFor(text.linkTo, rel)}));
  const {events} = snapshot;
  const linked = Array.from(events.flagged(FLAG.linked), (each) => events.at(each));
  const into = linked.flatMap(({id, links}) =>
    links
      .filter(({to}) => to === event.id)
      .map(({rel}) => ({
        id,
        word: rel && Object.hasOwn(text.linkFrom, rel) ? text.linkFrom[rel] : undefined,
      })),
  );
  const rows = [...out, ...into].flatMap(({id, word}) => {
    const other = index.event.get(id);
    return other && other !== event ? [{other, word}] : [];
  });
  return [...rows, ...overlaysOfEvent(event.id, snapshot)];
}

/** The shapes and routes that belong to an event. */
export const overlaysOfEvent = (
  event: string,
  {dataset: {shapes, routes}, locale}: Snapshot,
): readonly Related[] =>
  [...shapes, ...routes]
    .filter((overlay) => overlay.event === event)
    .map((other) => ({other, word: messages(locale).onMap}));

/** Renders buttons that lead to other rows, grouped by how they are related. */
export function relatedPart(
  rows: readonly Related[],
  level: number,
  snapshot: Snapshot,
  select: (id: string) => void,
) {
  if (rows.length === 0) return nothing;
  const index = indexOf(snapshot.dataset);
  const groups = [...new Set(rows.map(({word}) => word))];
  const button = (row: StoryEvent | Overlay) =>
    html`<button data-id=${row.id} @click=${() => select(row.id)}>${shapeIcon(
      index.categoryNumber.get(row.category ?? '') ?? -1,
    )}<span>${draw(textOf('title' in row ? row.title : row.name, snapshot, false))}</span></button>`;
  return html`${heading(level, 'subhead', messages(snapshot.locale).related)}
    <ul class="related">
      ${groups.map(
        (group) => html`<li>
        ${group ? html`<span class="facts">${group}</span>` : nothing}
        ${rows.filter(({word}) => word === group).map(({other}) => button(other))}
      </li>`,
      )}
    </ul>`;
}

/** Renders a quotation and its locator. */
const drawQuotation = ({quote, locator}: Citation, {language}: Source) =>
  html`<span class="quotation">${quote ? html`<q lang=${language ?? nothing}>${quote}</q>` : nothing}${
    locator ? html` <span class="locator">(${locator})</span>` : nothing
  }</span>`;

/** Everything that the card of an event cites: for itself, its figures, their claimants and its places. */
export function citedBy(event: StoryEvent, snapshot: Snapshot): readonly Citation[] {
  const index = indexOf(snapshot.dataset);
  const figures = index.figuresOf.get(event.id) ?? [];
  return [
    ...event.cite,
    ...figures.flatMap(({cite}) => cite),
    ...figures.flatMap(({actor}) => index.actor.get(actor)?.cite ?? []),
    ...placesOf(event, snapshot).flatMap(({cite}) => cite ?? []),
  ];
}

/**
 * Renders every source that the card cites, with its number in the story's bibliography. `own`: what the row itself
 * cites.
 */
export function sourcesPart(
  own: readonly Citation[],
  cited: readonly Citation[],
  level: number,
  snapshot: Snapshot,
) {
  const index = indexOf(snapshot.dataset);
  const text = messages(snapshot.locale);
  const sources = sourcesOf(cited, snapshot);
  return html`${heading(level, 'subhead', text.sources)}
    ${sourcesOf(own, snapshot).length > 0 ? nothing : html`<p class="missing">${text.noSource}</p>`}
    ${
      sources.length === 0
        ? nothing
        : html`<ol class="sources">
            ${sources.map(
              (
                source,
              ) => html`<li part="source" data-id=${source.id} tabindex="-1" value=${index.sourceNumber.get(source.id) ?? nothing}>
                ${drawEntry(source, snapshot)}
                ${quotationsFrom(source.id, cited).map((each) => drawQuotation(each, source))}
              </li>`,
            )}
          </ol>`
    }`;
}
