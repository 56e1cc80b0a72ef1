import {html, nothing} from 'lit';
import type {Correction} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {messages} from '../../i18n/index.js';
import {dateWords, fill, heading, inlineText, noteStyles, safeLink, sourceEntry} from '../base/index.js';
import own from './sources.styles.js';

export const styles = [noteStyles, own];

/** What the story stands on. */
export const render = (snapshot: Snapshot, {headingLevel}: {readonly headingLevel: number}) =>
  html`${renderCorrections(snapshot, headingLevel)}${renderSources(snapshot, headingLevel)}${renderAbout(snapshot)}`;

/** How many events, figures and places cite each source. */
function citations({dataset, events}: Snapshot): ReadonlyMap<string, number> {
  const {sources, figures} = dataset;
  const counts = new Map(sources.map(({id}, i) => [id, events.columns.citations[i] ?? 0]));
  for (const {cite} of figures) {
    for (const id of new Set(cite.map(({source}) => source))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Corrections of the story, then those of its events under their titles. */
function renderCorrections(snapshot: Snapshot, level: number) {
  const {dataset, events} = snapshot;
  const text = messages(snapshot.locale);
  const row = ({date, text: words}: Correction, of: unknown = nothing) =>
    html`<li part="correction">${
      date ? html`<b>${text.corrected(dateWords(date, snapshot.locale))}.</b> ` : nothing
    }${of}${inlineText(words, snapshot)}</li>`;
  const rows = [
    ...dataset.corrections.map((each) => row(each)),
    ...Array.from(events.flagged(FLAG.corrected), (each) => events.at(each)).flatMap(({title, corrections}) =>
      corrections.map((each) => row(each, html`<i>${inlineText(title, snapshot)}:</i> `)),
    ),
  ];
  if (rows.length === 0) return nothing;
  return html`${heading(level, 'title', text.corrections)}<ul class="corrections">${rows}</ul>`;
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
                ${sourceEntry(source, snapshot)}
                <span class="source-facts cited">${text.citedBy(counts.get(source.id) ?? 0)}</span>
              </li>`,
            )}</ol>`
      }`;
}

function renderAbout({dataset, locale}: Snapshot) {
  const {authors, updated, license} = dataset;
  const text = messages(locale);
  const names = authors.map(({name, url}, i) => {
    const link = safeLink(url);
    return html`${i > 0 ? text.comma : ''}${link === nothing ? name : html`<a href=${link} rel="noopener author">${name}</a>`}`;
  });
  // A licence is a name, or an address.
  const link = license && /^https?:/i.test(license) ? safeLink(license) : nothing;
  const rows = [
    authors.length > 0 && html`<li>${fill(text.by, names)}</li>`,
    updated && html`<li>${text.updated(dateWords(updated, locale))}</li>`,
    license &&
      html`<li>${text.license}: ${link === nothing ? license : html`<a href=${link} rel="noopener license">${license}</a>`}</li>`,
  ].filter(Boolean);
  return rows.length > 0 ? html`<ul class="about" part="about">${rows}</ul>` : nothing;
}
