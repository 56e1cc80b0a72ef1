import {html, nothing} from 'lit';
import type {Correction, Source, Text} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {
  aboutOf,
  correctionOf,
  definitionsOf,
  listed,
  type Reading,
  sourceEntry,
  textOf,
  type Words,
} from '../../words/index.js';
import {draw, heading, noteStyles} from '../base/index.js';
import own from './sources.styles.js';

export const styles = [noteStyles, own];

/** Renders corrections, definitions, bibliography and metadata of the story. */
export const render = (snapshot: Snapshot, {headingLevel}: {readonly headingLevel: number}) =>
  html`${renderCorrections(snapshot, headingLevel)}${renderDefinitions(snapshot, headingLevel)}${renderSources(snapshot, headingLevel)}${renderAbout(snapshot)}`;

/** Renders a bibliography entry. */
export const drawEntry = (source: Source, reading: Reading): unknown =>
  draw(listed(sourceEntry(source, reading), reading, ' '));

/** Number of events, figures, places, definitions, shapes and routes that cite each source, by its id. */
function citations({dataset, events}: Snapshot): ReadonlyMap<string, number> {
  const {sources, figures, actors, shapes, routes} = dataset;
  const counts = new Map(sources.map(({id}, i) => [id, events.columns.citations[i] ?? 0]));
  for (const {cite = []} of [...figures, ...actors, ...shapes, ...routes]) {
    for (const id of new Set(cite.map(({source}) => source))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Renders the corrections of the story, then those of its events, shapes and routes with their titles. */
function renderCorrections(snapshot: Snapshot, level: number) {
  const {dataset, events} = snapshot;
  const text = messages(snapshot.locale);
  const row = (each: Correction, of?: Words) =>
    html`<li part="correction">${draw(correctionOf(each, snapshot, of))}</li>`;
  const titled = (title: Text): Words => [{type: 'em', children: [textOf(title, snapshot), ':']}, ' '];
  const rows = [
    ...dataset.corrections.map((each) => row(each)),
    ...Array.from(events.flagged(FLAG.corrected), (each) => events.at(each)).flatMap(({title, corrections}) =>
      corrections.map((each) => row(each, titled(title))),
    ),
    ...[...dataset.shapes, ...dataset.routes].flatMap(({name, corrections}) =>
      corrections.map((each) => row(each, titled(name))),
    ),
  ];
  if (rows.length === 0) return nothing;
  return html`${heading(level, 'title', text.corrections)}<ul class="corrections">${rows}</ul>`;
}

/** Renders what claimants count. */
function renderDefinitions(snapshot: Snapshot, level: number) {
  const {dataset, locale} = snapshot;
  const rows = definitionsOf(
    dataset.actors.map(({id}) => id),
    snapshot,
  );
  if (rows.length === 0) return nothing;
  return html`${heading(level, 'title', messages(locale).definitions)}<ul class="definitions">${rows.map(
    (each) => html`<li part="definition">${draw(each)}</li>`,
  )}</ul>`;
}

function renderSources(snapshot: Snapshot, level: number) {
  const {dataset, locale} = snapshot;
  const {sources} = dataset;
  const text = messages(locale);
  const counts = citations(snapshot);
  const numbers = indexOf(dataset).sourceNumber;
  return html`${heading(level, 'title', text.sources)}
      ${
        sources.length === 0
          ? html`<p class="missing">${text.noSource}</p>`
          : html`<ol>${sources.map(
              (
                source,
              ) => html`<li part="source" data-id=${source.id} value=${numbers.get(source.id) ?? nothing}>
                ${drawEntry(source, snapshot)}
                <span class="source-facts cited">${text.citedBy(counts.get(source.id) ?? 0)}</span>
              </li>`,
            )}</ol>`
      }`;
}

function renderAbout(snapshot: Snapshot) {
  const rows = aboutOf(snapshot);
  if (rows.length === 0) return nothing;
  return html`<ul class="about" part="about">${rows.map((row) => html`<li>${draw(row)}</li>`)}</ul>`;
}
