import type {Citation} from '../convert/index.js';
import type {Author, Dataset} from '../core/dataset/index.js';
import type {PartialDate} from '../core/time/index.js';

/** A sentence for each missing field, with what to do. */
export function lacks(citation: Citation, {sources}: Dataset): readonly string[] {
  const {title, authors, updated, date, version, doi, identifier, url, license} = citation;
  const sentences: readonly (readonly [missing: boolean, sentence: string])[] = [
    [title === undefined, 'It has no title. Write "title".'],
    [authors.length === 0, 'It does not say who made it. Write "authors", or "editors".'],
    [updated === undefined, 'It has no date. Write "updated", the day of its last change.'],
    [
      updated !== undefined && date === undefined,
      `Its date, "${updated}", is not one day, month or year. Write "updated" as 2025-12-25.`,
    ],
    [version === undefined, 'It has no version. Write "version", and count it up with each change.'],
    [license === undefined, 'It has no licence. Write "license" as an id of SPDX, as "CC-BY-4.0".'],
    [
      doi === undefined && identifier === undefined && url === undefined,
      'It does not say where it can be found. Write "identifier", as a DOI, or "url".',
    ],
    [sources.length === 0, 'It names no sources. Write "sources", and cite them.'],
  ];
  return sentences.filter(([missing]) => missing).map(([, sentence]) => sentence);
}

const pad = (value: number, length: number) => String(Math.abs(value)).padStart(length, '0');

/** Formats a date as ISO 8601, at its own precision. */
function isoOf({year, month, day, monthUnspecified, dayUnspecified}: PartialDate): string {
  const start = `${year < 0 ? '-' : ''}${pad(year, 4)}`;
  if (month === undefined || monthUnspecified) return start;
  return day === undefined || dayUnspecified
    ? `${start}-${pad(month, 2)}`
    : `${start}-${pad(month, 2)}-${pad(day, 2)}`;
}

const namesOf = (people: readonly Author[]) => people.map(({name}) => name.replace(/\s+/g, ' ').trim());

/** One line, as in a list of references. Missing fields have a placeholder. */
export function citePlain(citation: Citation): string {
  const {title, authors, date, updated, version, identifier, url, license, licenseUrl} = citation;
  const names = namesOf(authors);
  const who =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} & ${names.at(-1)}` : (names[0] ?? '[no author]');
  const about = [
    version !== undefined && `version ${version}`,
    date !== undefined && `updated ${isoOf(date)}`,
    date === undefined && updated !== undefined && `updated ${updated}`,
  ].filter(Boolean);
  const license_ = license === undefined ? '[no licence]' : license;
  return [
    `${who} (${date === undefined ? 'n.d.' : date.year}).`,
    `${title ?? '[Without a title]'}${about.length > 0 ? ` (${about.join(', ')})` : ''} [Data set].`,
    identifier !== undefined && `${identifier}.`,
    url,
    licenseUrl === undefined ? `Licence: ${license_}` : `Licence: ${license_}, ${licenseUrl}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const latex = (text: string) => text.replace(/[\\{}$&#_%~^]/g, (character) => LATEX[character] ?? '');
/** A URL inside braces; braces, backslashes and spaces are percent-encoded. */
const address = (url: string) =>
  url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character)).replace(/%/g, '\\%');

/** A BibTeX and biblatex entry. */
export function citeBibtex(citation: Citation): string {
  const {key, title, authors, date, version, doi, identifier, url, license, licenseUrl} = citation;
  const rights = [license, licenseUrl].filter(Boolean).join(', ');
  const names = namesOf(authors).map((name) => `{${latex(name)}}`);
  const fields: readonly (readonly [name: string, value: string | number | false | undefined])[] = [
    ['author', names.length > 0 && names.join(' and ')],
    ['title', title !== undefined && `{${latex(title)}}`],
    ['year', date?.year],
    ['date', date && isoOf(date)],
    ['version', version !== undefined && latex(version)],
    ['doi', doi !== undefined && latex(doi)],
    ['url', url !== undefined && address(url)],
    ['howpublished', identifier !== undefined && latex(identifier)],
    ['note', `Data set${rights ? `. Licence: ${latex(rights)}` : ''}`],
  ];
  const lines = fields.filter(([, value]) => value !== undefined && value !== false);
  const name = date === undefined ? key : `${key}-${date.year}`;
  return `@misc{${name},\n${lines.map(([field, value]) => `  ${field} = {${value}},\n`).join('')}}`;
}

/** CSL-JSON, for reference managers. */
export function citeCsl(citation: Citation): string {
  const {key, title, summary, authors, editors, updated, date, version, doi, url, license, licenseUrl} =
    citation;
  const literal = (people: readonly Author[]) => namesOf(people).map((name) => ({literal: name}));
  const parts = date && isoOf(date).split('-').map(Number);
  const item = {
    id: key,
    type: 'dataset',
    title,
    author: authors.length > 0 ? literal(authors) : undefined,
    editor: editors.length > 0 ? literal(editors) : undefined,
    issued:
      parts && date && date.year > 0
        ? {'date-parts': [parts], ...((date.approximate || date.uncertain) && {circa: true})}
        : updated && {literal: updated},
    version,
    DOI: doi,
    URL: url,
    language: citation.language,
    abstract: summary,
    note: license && `Licence: ${[license, licenseUrl].filter(Boolean).join(', ')}`,
  };
  return JSON.stringify([item], null, 2);
}
