import type {Source} from '../core/dataset/index.js';
import {indexOf} from '../core/store/index.js';
import {messages, safeUrl} from '../i18n/index.js';
import {dateWords} from './dates.js';
import type {Words} from './parts.js';
import {publisherOf, sourceUrl, titleOf} from './sources.js';
import {listed, type Reading, textOf} from './text.js';

/**
 * A bibliography entry: publisher, linked title, and further facts: dates of publication and access, grade, origin,
 * archived copy, note.
 */
export function sourceEntry(source: Source, reading: Reading): readonly Words[] {
  const {locale} = reading;
  const text = messages(locale);
  const {publisher, archived, published, accessed, grade, origin, note} = source;
  const url = sourceUrl(source);
  const title = textOf(titleOf(source), reading, !url);
  const copy = safeUrl(archived);
  const kept = listed(
    [
      published && text.published(dateWords(published, locale)),
      accessed && text.accessed(dateWords(accessed, locale)),
      grade && grade !== 'original' && {type: 'strong', children: text.grade[grade]},
      origin && text.copyOf(originOf(origin, reading)),
      copy && {type: 'link', url: copy, children: text.archived},
    ],
    reading,
  );
  const facts = listed([kept, textOf(note, reading)], reading, ' – ');
  return [
    publisher && {type: 'publisher', children: publisher},
    {type: 'source-title', children: url ? {type: 'link', url, children: title} : title},
    facts && {type: 'source-facts', children: facts},
  ];
}

/** The origin of a copy: another source with its number, or a name. */
function originOf(origin: string, reading: Reading): string {
  const {source, sourceNumber} = indexOf(reading.dataset);
  const copied = source.get(origin);
  return copied ? `${publisherOf(copied, reading)} (${sourceNumber.get(copied.id)})` : origin;
}
