import {messages, safeUrl} from '../i18n/index.js';
import {dateWords} from './dates.js';
import {fill, type Words} from './parts.js';
import {listed, type Reading} from './text.js';

const linked = (words: string, url: string | undefined, rel: string): Words =>
  url === undefined ? words : {type: 'link', url, rel, children: words};

/** Whose story it is, as of when, and under which licence: what of that it says. */
export function aboutOf(reading: Reading): readonly Words[] {
  const {dataset, locale} = reading;
  const {authors, updated, license} = dataset;
  const text = messages(locale);
  const names = authors.map(({name, url}) => linked(name, safeUrl(url), 'noopener author'));
  // A licence is a name, or an address.
  const address = license && /^https?:/i.test(license) ? safeUrl(license) : undefined;
  const all: readonly Words[] = [
    authors.length > 0 && fill(text.by, listed(names, reading)),
    updated && text.updated(dateWords(updated, locale)),
    license && [`${text.license}: `, linked(license, address, 'noopener license')],
  ];
  return all.filter(Boolean);
}
