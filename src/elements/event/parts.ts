import {html, nothing} from 'lit';
import type {Citation, Correction, Link, Overlay, Source, StoryEvent} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {
  correctionOf,
  counted,
  listed,
  nearness,
  nearnessNotes,
  placesOf,
  plain,
  quotationsBySource,
  remarksOf,
  sourceLine,
  sourceNotes,
  sourcesOf,
  textOf,
  wordFor,
} from '../../words/index.js';
import {draw, heading, inlineText, shapeIcon} from '../base/index.js';
import {drawEntry} from '../sources/entry.js';
import type {EventHost} from './event-host.js';
import {section} from './sections.js';

/** Renders the places of an event with how near they are known, and in a section how that is known. */
export function placesPart(event: StoryEvent, snapshot: Snapshot, {notes, notesPlace, story}: EventHost) {
  const text = messages(snapshot.locale);
  const places = placesOf(event, snapshot);
  if (places.length === 0) return html`<p class="places facts">${text.unplaced}</p>`;
  const noted = places.filter(notesPlace ?? Boolean).flatMap((place) => {
    const words = [nearnessNotes(place, snapshot), ...remarksOf(place, snapshot)].filter(plain);
    return words.length > 0 || place.cite?.length ? [{place, words}] : [];
  });
  return html`<div class="where">
    <ul class="places" aria-label=${text.places}>${places.map((place) => {
      const near = nearness(place, snapshot);
      return html`<li part="place" data-id=${place.id}><b>${inlineText(place.name, snapshot)}</b>${
        near ? html` <span class="facts">(${draw(near)})</span>` : nothing
      }</li>`;
    })}</ul>
    ${
      noted.length === 0
        ? nothing
        : section(
            'places',
            text.placeNotes,
            noted.map(
              ({place, words}) =>
                html`<p class="facts"><b>${inlineText(place.name, snapshot)}:</b> ${draw(listed(words, snapshot, ' · '))} ${
                  place.cite?.length ? draw(sourceNotes(place.cite, snapshot), notes) : nothing
                }</p>`,
            ),
            story,
            event,
          )
    }
  </div>`;
}

/** Renders corrections, under a heading below that of `level`. */
export function correctionsPart(
  corrections: readonly Correction[],
  level: number | undefined,
  snapshot: Snapshot,
) {
  const {corrections: name} = messages(snapshot.locale);
  if (corrections.length === 0) return nothing;
  return html`${level === undefined ? html`<p class="subhead">${name}</p>` : heading(level + 1, 'subhead', name)}
    ${corrections.map(
      (each) => html`<p part="correction" class="correction">${draw(correctionOf(each, snapshot))}</p>`,
    )}`;
}

/** Another row that the card leads to, and how it is related. */
interface Related {
  readonly other: StoryEvent | Overlay;
  readonly word: string | undefined;
  /** Said by the other row: on paper it is read there. */
  readonly isBack?: boolean;
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
        isBack: true,
      })),
  );
  const rows = [...out, ...into].flatMap(({id, ...how}) => {
    const other = index.event.get(id);
    return other && other !== event ? [{other, ...how}] : [];
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

/** Renders a section of buttons that lead from a row to others, grouped by how they are related. */
export function relatedPart(
  row: StoryEvent | Overlay,
  rows: readonly Related[],
  snapshot: Snapshot,
  {select, story}: Pick<EventHost, 'select' | 'story'>,
) {
  if (rows.length === 0) return nothing;
  const index = indexOf(snapshot.dataset);
  const groups: Record<string, Omit<Related, 'other'> & {readonly others: Related['other'][]}> = {};
  for (const {other, word, isBack} of rows) {
    const key = `${isBack} ${word}`;
    groups[key] ??= {word, isBack, others: []};
    groups[key]?.others.push(other);
  }
  const button = (other: StoryEvent | Overlay) =>
    html`<button data-id=${other.id} @click=${() => select(other.id)}>${shapeIcon(
      index.categoryNumber.get(other.category ?? '') ?? -1,
    )}<span>${draw(textOf('title' in other ? other.title : other.name, snapshot, false))}</span></button>`;
  return section(
    'related',
    counted(messages(snapshot.locale).related, rows.length, snapshot),
    html`<ul class="related">
      ${Object.values(groups).map(
        ({word, isBack, others}) => html`<li class=${isBack ? 'back' : ''}>
        ${word ? html`<span class="facts">${word}</span>` : nothing}
        ${others.map(button)}
      </li>`,
      )}
    </ul>`,
    story,
    row,
  );
}

/** Renders a quotation and its locator. */
const drawQuotation = ({quote, locator}: Citation, {language}: Source) =>
  html`<span class="quotation">${quote ? html`<q lang=${language ?? nothing}>${quote}</q>` : nothing}${
    locator ? html` <span class="locator">(${locator})</span>` : nothing
  }</span>`;

/** Everything that the card of an event cites: for itself, its figures, their claimants and its places. */
export function citedBy(event: StoryEvent, snapshot: Snapshot, {notesPlace}: EventHost): readonly Citation[] {
  const index = indexOf(snapshot.dataset);
  const figures = index.figuresOf.get(event.id) ?? [];
  return [
    ...event.cite,
    ...figures.flatMap(({cite}) => cite),
    ...figures.flatMap(({actor}) => index.actor.get(actor)?.cite ?? []),
    ...placesOf(event, snapshot)
      .filter(notesPlace ?? Boolean)
      .flatMap(({cite}) => cite ?? []),
  ];
}

/** Renders a section of every source that a row cites, with its number in the story's bibliography. */
export function sourcesPart(
  row: StoryEvent | Overlay,
  cited: readonly Citation[],
  snapshot: Snapshot,
  {story}: Pick<EventHost, 'story'>,
) {
  const index = indexOf(snapshot.dataset);
  const sources = sourcesOf(cited, snapshot);
  if (sources.length === 0) return nothing;
  const quotations = quotationsBySource(cited);
  const entry = (source: Source) =>
    html`<li part="source" data-id=${source.id} tabindex="-1" value=${index.sourceNumber.get(source.id) ?? nothing}>
      ${drawEntry(source, snapshot)}
      ${quotations.get(source.id)?.map((each) => drawQuotation(each, source))}
    </li>`;
  return section(
    'sources',
    counted(messages(snapshot.locale).sources, sources.length, snapshot),
    html`<ol class="sources">${sources.map(entry)}</ol>`,
    story,
    row,
  );
}

/** Renders the first source that a row cites for itself in one line, or that there is none. */
export function firstSourcePart([first]: readonly Citation[], snapshot: Snapshot) {
  const source = indexOf(snapshot.dataset).source.get(first?.source ?? '');
  return source
    ? html`<p part="first-source" class="facts">${draw(sourceLine(source, snapshot))}</p>`
    : html`<p class="missing">${messages(snapshot.locale).noSource}</p>`;
}
