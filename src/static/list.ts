import type {Dataset, Figure, Overlay, StoryEvent} from '../core/dataset/index.js';
import {groupByMonth} from '../core/layout/index.js';
import {hasOverlays, overlaysOf, sizeOfOverlay} from '../core/overlays/index.js';
import {createStore, indexOf} from '../core/store/index.js';
import {formatDate, messages} from '../i18n/index.js';
import {
  aboutOf,
  annotationWords,
  categoryOf,
  correctionOf,
  definitionsOf,
  leadWords,
  overlayDate,
  overlayFacts,
  placesOf,
  remarksOf,
  sourceNotes,
  statusesOf,
  timeWithout,
} from '../words/index.js';
import {eventDate, figureItem, placeOf, sourceItem} from './facts.js';
import {type Content, type Html, heading, html, joined} from './html.js';
import {mediumHtml} from './media.js';
import {idOf, langAttributes, markup, prose, type Reading} from './words.js';

interface ListOptions {
  /** Language of the reader, BCP 47; by default the story's. */
  readonly language?: string;
  /** Level of the year and section headings, 1 to 6; 3 by default. */
  readonly headingLevel?: number;
  /** Opens all rows, for readers who cannot open one: by default each is closed. */
  readonly open?: boolean;
  /** Leaves out the bibliography, for pages that have it elsewhere. */
  readonly withoutSources?: boolean;
}

const list = (items: readonly Html[]): Content => items.length > 0 && html`<ul>\n${items}</ul>\n`;

/** An event as a row of `crono-list`, which opens without JavaScript to all that the element says of it. */
function eventItem(event: StoryEvent, isOpen: boolean, reading: Reading): Html {
  const {id, title, text, media, corrections, cite} = event;
  const say = messages(reading.locale);
  const places = placesOf(event, reading);
  const figures = indexOf(reading.dataset).figuresOf.get(id) ?? [];
  const facts = joined(
    [
      eventDate(event, reading),
      event.category && markup(categoryOf(event, reading), reading),
      ...statusesOf(event, reading).map((status) => markup(status, reading)),
      markup(leadWords(event, reading), reading),
    ],
    ' · ',
  );
  return html`<li id="${idOf('event', id, reading)}">
<details${isOpen && html` open=""`}><summary><strong>${prose(title, reading)}</strong><br>
${facts} ${markup(sourceNotes(cite, reading), reading)}</summary>
${text !== undefined && html`<p>${prose(text, reading)}</p>\n`}${media.map((each) =>
  mediumHtml(each, reading),
)}<p>${
    places.length > 0
      ? html`${say.places}: ${joined(
          places.map((place) => placeOf(place, reading)),
          '; ',
        )}`
      : say.unplaced
  }</p>
${list(figures.map((figure) => figureItem(figure, event, reading)))}${corrections.map(
  (each) => html`<p>${markup(correctionOf(each, reading), reading)}</p>\n`,
)}</details></li>
`;
}

/** A shape or a route; one whose geometry is in a file has no size here. */
function overlayItem(overlay: Overlay, reading: Reading): Html {
  const {id, name, category, cite} = overlay;
  const kind = category !== undefined && markup(categoryOf(overlay, reading), reading);
  const facts = overlayFacts(overlay, sizeOfOverlay(overlay, reading.dataset), reading);
  return html`<li id="${idOf('overlay', id, reading)}">
<p><strong>${prose(name, reading)}</strong><br>
${joined([overlayDate(overlay, reading), kind], ' · ')} ${markup(sourceNotes(cite, reading), reading)}</p>
${facts && html`<p>${markup(facts, reading)}</p>\n`}${remarksOf(overlay, reading).map(
  (each) => html`<p>${markup(each, reading)}</p>\n`,
)}</li>
`;
}

/** Shapes and routes, in time order. */
function overlays(level: number, reading: Reading): Content {
  const all = overlaysOf(reading.dataset);
  if (all.length === 0) return false;
  return [
    heading(level, messages(reading.locale).onMap),
    list(all.map((overlay) => overlayItem(overlay, reading))),
  ];
}

/** The notes of the author, wherever else they stand. */
function annotations(level: number, reading: Reading): Content {
  const all = reading.dataset.annotations;
  if (all.length === 0) return false;
  return [
    heading(level, messages(reading.locale).annotations),
    list(all.map((each) => html`<li>${markup(annotationWords(each, reading), reading)}</li>\n`)),
  ];
}

/** Figures without an event, by measure. */
function otherFigures(level: number, reading: Reading): Content {
  const {figures, measures} = reading.dataset;
  const loose = figures.filter(({event}) => event === undefined);
  if (loose.length === 0) return false;
  const items = (rows: readonly Figure[]) => list(rows.map((row) => figureItem(row, undefined, reading)));
  const known = new Set(measures.map(({id}) => id));
  return [
    heading(level, messages(reading.locale).figures),
    ...measures.map(({id, name}) => {
      const rows = loose.filter(({measure}) => measure === id);
      return rows.length > 0 && [heading(level + 1, prose(name, reading)), items(rows)];
    }),
    items(loose.filter(({measure = ''}) => !known.has(measure))),
  ];
}

/** Corrections, sources, authors, last update and licence. */
function about(level: number, reading: Reading): Content {
  const {corrections, actors} = reading.dataset;
  const text = messages(reading.locale);
  const facts = aboutOf(reading).map((words) => markup(words, reading));
  const definitions = definitionsOf(
    actors.map(({id}) => id),
    reading,
  );
  return [
    corrections.length > 0 && [
      heading(level, text.corrections),
      list(corrections.map((each) => html`<li>${markup(correctionOf(each, reading), reading)}</li>\n`)),
    ],
    definitions.length > 0 && [
      heading(level, text.definitions),
      list(definitions.map((each) => html`<li>${markup(each, reading)}</li>\n`)),
    ],
    reading.sources && [
      heading(level, text.sources),
      html`<ol>\n${[...indexOf(reading.dataset).source.values()].map((source) => sourceItem(source, reading))}</ol>\n`,
    ],
    facts.length > 0 && html`<p>${joined(facts, ' · ')}</p>\n`,
  ];
}

/**
 * A story as an HTML fragment that needs neither JavaScript nor a stylesheet: fallback content, print, search engines.
 * Events are grouped by year and month (undated ones last), each a row with its date, title, leading figures and source
 * numbers that opens to its text, the words of its media, places, figures with their claimants and corrections; then shapes and routes, notes, figures without an event, corrections, sources and licence. All text of the
 * dataset is escaped.
 */
export function listHtml(dataset: Dataset, options: ListOptions = {}): string {
  const {language = dataset.language, headingLevel = 3, open = false, withoutSources = false} = options;
  const level = Math.min(Math.max(Math.round(headingLevel) || 3, 1), 6);
  const reading = {dataset, locale: language, sources: !withoutSources && dataset.sources.length > 0};
  const text = messages(language);
  const {events} = createStore(dataset).snapshot;
  const pause = (before: readonly StoryEvent[]) => {
    const words = timeWithout(before, {events, locale: language});
    return words && html`<p>${words}</p>\n`;
  };
  const years = groupByMonth([...events]).map(({when, months}) => [
    heading(level, when ? formatDate(when, language) : text.undated),
    months.map((month) => [
      pause(month.events),
      month.when && heading(level + 1, formatDate(month.when, language)),
      list(month.events.map((event) => eventItem(event, open, reading))),
    ]),
  ]);
  return html`<div${langAttributes(language)}>
${events.size > 0 || hasOverlays(dataset) ? years : html`<p>${text.empty}</p>\n`}${overlays(level, reading)}${annotations(level, reading)}${otherFigures(level, reading)}${about(level, reading)}</div>
`.toString();
}
