import {type Author, doiOf} from '../core/dataset/index.js';
import {messages, safeUrl} from '../i18n/index.js';
import {dateWords} from './dates.js';
import {fill, type Words} from './parts.js';
import {listed, type Reading} from './text.js';

const linked = (words: string, url: string | undefined, rel: string): Words =>
  url === undefined ? words : {type: 'link', url, rel, children: words};

/** A DOI as a link; other identifiers verbatim. */
function identifierOf(identifier: string): Words {
  const doi = doiOf(identifier);
  return doi === undefined ? identifier : linked(`doi:${doi}`, safeUrl(`https://doi.org/${doi}`), 'noopener');
}

/** Authors, editors, version, last update, identifier and licence, as far as given. */
export function aboutOf(reading: Reading): readonly Words[] {
  const {dataset, locale} = reading;
  const {authors, editors, version, identifier, updated, license, licenseUrl} = dataset;
  const text = messages(locale);
  const namesOf = (people: readonly Author[]) =>
    listed(
      people.map(({name, url}) => linked(name, safeUrl(url), 'noopener author')),
      reading,
    );
  const written = new Set(authors.map(({name}) => name));
  const others = editors.filter(({name}) => !written.has(name));
  // A licence is a name, optionally with a URL, or only a URL.
  const address = safeUrl(licenseUrl ?? (license && /^https?:/i.test(license) ? license : undefined));
  const all: readonly Words[] = [
    authors.length > 0 && fill(text.by, namesOf(authors)),
    others.length > 0 && fill(text.editedBy, namesOf(others)),
    version && text.version(version),
    updated && text.updated(dateWords(updated, locale)),
    identifier && identifierOf(identifier),
    license && [`${text.license}: `, linked(license, address, 'noopener license')],
  ];
  return all.filter(Boolean);
}
