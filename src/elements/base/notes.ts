import {css, html, nothing} from 'lit';
import type {Citation, Source} from '../../core/dataset/index.js';
import {indexOf, type Snapshot} from '../../core/store/index.js';
import {parseEdtf} from '../../core/time/index.js';
import {formatDate, messages} from '../../i18n/index.js';
import {inlineText, plainText, safeLink} from './text.js';

export interface NoteOptions {
  /** Where the number leads: to the source itself, or to its entry. */
  readonly href: (source: Source) => string | typeof nothing;
  /** Whether Tab reaches the links. */
  readonly tabbable?: boolean;
}

/** A source's title speaks the source's language, not the story's. */
const titleOf = ({title, language}: Source) =>
  typeof title === 'string' && language ? {[language]: title} : title;

/** EDTF in words, or as it was written. */
export const dateWords = (date: string, locale: string): string => {
  const when = parseEdtf(date);
  return when ? formatDate(when, locale) : date;
};

/** The numbers that the cited sources have in the bibliography, each a link; or the words that there is none. */
export function sourceNotes(cite: readonly Citation[], snapshot: Snapshot, {href, tabbable}: NoteOptions) {
  const {source, sourceNumber} = indexOf(snapshot.dataset);
  const text = messages(snapshot.locale);
  const numberOf = ({id}: Source) => sourceNumber.get(id) ?? 0;
  const sources = [...new Set(cite.map((each) => each.source))]
    .flatMap((id) => source.get(id) ?? [])
    .sort((a, b) => numberOf(a) - numberOf(b));
  if (sources.length === 0) return html`<span class="missing">${text.noSource}</span>`;
  const note = (each: Source) => {
    const number = numberOf(each);
    const name = `${text.sourceNumber(number)}: ${each.publisher ?? plainText(titleOf(each), snapshot)}`;
    const to = href(each);
    return to === nothing
      ? html`<span class="note" title=${name}>${number}</span>`
      : html`<a class="note" href=${to} rel="noopener" aria-label=${name} title=${name} data-source=${each.id}
          tabindex=${tabbable === false ? -1 : nothing}>${number}</a>`;
  };
  return html`<span class="notes">${sources.map(note)}</span>`;
}

/** One entry of a bibliography: who published what and when, where it is kept, and what it copies. */
export function sourceEntry(source: Source, snapshot: Snapshot) {
  const {locale, dataset} = snapshot;
  const text = messages(locale);
  const {publisher, url, archived, published, accessed, grade, origin} = source;
  const title = inlineText(titleOf(source), snapshot);
  const link = safeLink(url);
  const archive = safeLink(archived);
  const copied = origin === undefined ? undefined : indexOf(dataset).source.get(origin);
  const number = copied && indexOf(dataset).sourceNumber.get(copied.id);
  const facts = [
    published && text.published(dateWords(published, locale)),
    accessed && text.accessed(dateWords(accessed, locale)),
    grade && grade !== 'original' && html`<strong>${text.grade[grade]}</strong>`,
    origin &&
      text.copyOf(
        copied ? `${copied.publisher ?? plainText(titleOf(copied), snapshot)} (${number})` : origin,
      ),
    archive !== nothing && html`<a href=${archive} rel="noopener">${text.archived}</a>`,
  ].filter(Boolean);
  return html`${publisher ? html`<span class="publisher">${publisher}</span> ` : nothing}<span class="source-title">${
    link === nothing ? title : html`<a href=${link} rel="noopener">${title}</a>`
  }</span>
    <span class="source-facts">${facts.map((fact, i) => html`${i > 0 ? text.comma : ''}${fact}`)}</span>`;
}

export const noteStyles = css`
  .notes {
    white-space: nowrap;
  }
  .note {
    display: inline-block;
    min-inline-size: 24px;
    margin-inline-end: 0.25em;
    font-size: var(--_small);
    line-height: 24px;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  .missing {
    font-style: italic;
  }
  .publisher {
    font-weight: var(--_medium);
  }
  .source-title {
    overflow-wrap: anywhere;
  }
  .source-facts,
  .quotation,
  .missing {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  .source-facts,
  .quotation {
    display: block;
  }
  @media (pointer: coarse) {
    .notes {
      white-space: normal;
    }
    .note {
      min-inline-size: 44px;
      line-height: 44px;
      /* As tall as a finger, and no taller in the line. */
      margin-block: -10px;
    }
  }
  @media print {
    .source-title a[href^='http']::after {
      content: ' ' attr(href);
      color: var(--_quiet);
      font-size: var(--_small);
    }
  }
`;
