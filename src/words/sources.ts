import type {Citation, Source, Text} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {messages, safeUrl} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {listed, plainText, type Reading} from './text.js';

/** A source's title, in the source's language, not the story's. */
export const titleOf = ({title, language}: Source): Text =>
  typeof title === 'string' && language ? {[language]: title} : title;

/** The URL of a source, falling back to its archived copy. */
export const sourceUrl = ({url, archived}: Source): string | undefined => safeUrl(url) ?? safeUrl(archived);

/** The publisher of a source, falling back to its title. */
export const publisherOf = (source: Source, reading: Reading): string =>
  source.publisher ?? plainText(titleOf(source), reading);

/** The distinct known sources of citations, in bibliography order. */
export function sourcesOf(cite: readonly Citation[], {dataset}: Reading): readonly Source[] {
  const {source, sourceNumber} = indexOf(dataset);
  const numberOf = ({id}: Source) => sourceNumber.get(id) ?? 0;
  return [...new Set(cite.map((each) => each.source))]
    .flatMap((id) => source.get(id) ?? [])
    .sort((a, b) => numberOf(a) - numberOf(b));
}

/** The numbers of the cited sources, or a note that there is none. */
export function sourceNotes(cite: readonly Citation[], reading: Reading): Words {
  const text = messages(reading.locale);
  const children = sourcesOf(cite, reading).map((source): Words => {
    const number = indexOf(reading.dataset).sourceNumber.get(source.id) ?? 0;
    const name = `${text.sourceNumber(number)}: ${publisherOf(source, reading)}`;
    return {type: 'note', id: source.id, name, url: sourceUrl(source), children: `${number}`};
  });
  return children.length > 0 ? {type: 'notes', children} : {type: 'missing', children: text.noSource};
}

/** A source in one line: its number, its publisher as a link, and its date. */
export function sourceLine(source: Source, reading: Reading): Words {
  const {dataset, locale} = reading;
  const text = messages(locale);
  const url = sourceUrl(source);
  const publisher = publisherOf(source, reading);
  const {published} = source;
  return listed(
    [
      [
        `${text.sourceNumber(indexOf(dataset).sourceNumber.get(source.id) ?? 0)}: `,
        url ? {type: 'link', url, children: publisher} : publisher,
      ],
      published && text.published(dateWords(published, locale)),
    ],
    reading,
  );
}
