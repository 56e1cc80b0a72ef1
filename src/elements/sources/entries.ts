import {html, nothing} from 'lit';
import type {Correction, Source, Text} from '../../core/dataset/index.js';
import {anchorsOf, indexOf, type Snapshot} from '../../core/store/index.js';
import {FLAG} from '../../core/table/index.js';
import {type Messages, messages} from '../../i18n/index.js';
import {aboutOf, correctionOf, counted, definitionsOf, textOf, type Words} from '../../words/index.js';
import {type CronoElement, domId, draw, heading, noteStyles, SightController} from '../base/index.js';
import {PrintController} from '../event/printing.js';
import {drawEntry} from './entry.js';
import {groupsOf, type SourceGroup} from './groups.js';
import own from './sources.styles.js';

export const styles = [noteStyles, own];

/** As many sources and corrections are shown at first; a few more are shown too, rather than hidden behind as many words. */
const FIRST = 20;
const FIRST_CORRECTIONS = 5;
const FEW = 3;
/** As many are printed: those of the rows that a long list prints, where each has its own. */
const PRINTED = 200;

/** Corrections, definitions, bibliography and metadata of a story. */
export class SourcesPanel {
  /** The anchor of the source that the page's address leads to, until the sources are rendered. */
  #target: string | undefined;

  /** @param story the story whose sources they are */
  constructor(
    readonly element: CronoElement,
    story: () => HTMLElement | undefined,
  ) {
    new PrintController(element);
    new SightController(element, story, (event) => {
      event.hasSources ||= element.checkVisibility();
    });
    element.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }

  hostUpdated(): void {
    if (this.#target !== undefined) this.#reveal(this.#target);
  }

  render(snapshot: Snapshot, {headingLevel}: {readonly headingLevel: number}) {
    return html`${renderCorrections(snapshot, headingLevel)}${renderDefinitions(snapshot, headingLevel)}${renderSources(snapshot, headingLevel)}${renderAbout(snapshot)}`;
  }

  /** An address that ends in `#source-ID` leads to that source: a fragment does not reach into a shadow root itself. */
  readonly #follow = (): void => {
    const anchor = anchorsOf(location.hash);
    if (anchor.startsWith('source-')) this.#reveal(anchor);
  };

  /** Opens what a source is in, and brings it into view. */
  #reveal(anchor: string): void {
    const entries = [...this.element.renderRoot.querySelectorAll<HTMLElement>('[part="source"]')];
    // Before they are rendered, it waits for them.
    this.#target = entries.length > 0 ? undefined : anchor;
    const entry = entries.find(({id}) => id === anchor);
    const section = entry?.closest('details');
    if (section) section.open = true;
    entry?.focus();
  }
}

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
  const list = (some: readonly unknown[]) => html`<ul class="corrections">${some}</ul>`;
  return html`${heading(level, 'title', text.corrections)}
    ${firstAndRest(rows, FIRST_CORRECTIONS, list, text.more(rows.length - FIRST_CORRECTIONS), text)}`;
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
  const rows = [...indexOf(snapshot.dataset).source.values()];
  const text = messages(snapshot.locale);
  const counts = citations(snapshot);
  const list = (some: readonly Source[]) =>
    html`<ol>${groupsOf(some).map((group) => renderGroup(group, counts, snapshot))}</ol>`;
  const all = counted(text.allSources, rows.length, snapshot);
  return html`${heading(level, 'title', text.sources)}
    ${
      rows.length === 0
        ? html`<p class="missing">${text.noSource}</p>`
        : html`<div class="entries">${firstAndRest(rows, firstOf(rows), list, all, text)}</div>`
    }`;
}

/** How many sources come first: those of one publisher stay together, where more than half of the number are left. */
function firstOf(rows: readonly Source[]): number {
  const at = rows.findIndex(({publisher}) => publisher && publisher === rows[FIRST]?.publisher);
  return at > FIRST / 2 ? at : FIRST;
}

/** Renders the first rows, and where there are many more, the others in a section that opens on request. */
function firstAndRest<Row>(
  rows: readonly Row[],
  first: number,
  list: (rows: readonly Row[]) => unknown,
  summary: string,
  {more}: Messages,
) {
  if (rows.length <= first + FEW) return list(rows);
  return html`${list(rows.slice(0, first))}<details part="section">
    <summary part="summary">${summary}</summary>${list(rows.slice(first, PRINTED))}
    ${
      rows.length > PRINTED
        ? html`<div class="not-printed">${list(rows.slice(PRINTED))}</div><p class="only-printed">${more(rows.length - PRINTED)}</p>`
        : nothing
    }
  </details>`;
}

/** Renders the sources of one publisher, named once. */
function renderGroup(
  {publisher, sources}: SourceGroup,
  counts: ReadonlyMap<string, number>,
  snapshot: Snapshot,
) {
  const numbers = indexOf(snapshot.dataset).sourceNumber;
  const text = messages(snapshot.locale);
  const isGrouped = sources.length > 1;
  const entries = sources.map(
    (
      source,
    ) => html`<li part="source" id=${domId('source', source.id)} data-id=${source.id} tabindex="-1" value=${numbers.get(source.id) ?? nothing}>
      ${drawEntry(source, snapshot, isGrouped)}
      <span class="source-facts cited">${text.citedBy(counts.get(source.id) ?? 0)}</span>
    </li>`,
  );
  if (!isGrouped) return entries;
  return html`<li class="group"><span part="publisher" class="publisher">${publisher}</span><ol>${entries}</ol></li>`;
}

function renderAbout(snapshot: Snapshot) {
  const rows = aboutOf(snapshot);
  if (rows.length === 0) return nothing;
  return html`<ul class="about" part="about">${rows.map((row) => html`<li>${draw(row)}</li>`)}</ul>`;
}
