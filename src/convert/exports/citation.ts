import {type Author, type Dataset, doiOf} from '../../core/dataset/index.js';
import {type PartialDate, parseEdtf} from '../../core/time/index.js';
import {chooseText, plainText} from '../../i18n/index.js';

/** The bibliographic metadata of a dataset. Missing fields are undefined or empty. */
export interface Citation {
  readonly key: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly authors: readonly Author[];
  readonly editors: readonly Author[];
  /** EDTF, as the dataset has it. */
  readonly updated: string | undefined;
  /** `updated`, parsed, if it is a single date. */
  readonly date: PartialDate | undefined;
  readonly version: string | undefined;
  /** Without a prefix, as `10.1234/abc`. */
  readonly doi: string | undefined;
  /** An identifier other than a DOI. */
  readonly identifier: string | undefined;
  /** The DOI as a URL, or else the dataset's URL. */
  readonly url: string | undefined;
  readonly license: string | undefined;
  readonly licenseUrl: string | undefined;
  readonly language: string;
}

/** SPDX identifiers have a hyphen and no space, as `CC-BY-4.0`; licence names do not. */
const SPDX = /^[A-Za-z][A-Za-z\d.+]*(?:-[A-Za-z\d.+]+)+$/;

/** Lower-case Latin letters and digits, separated by hyphens. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)
    .join('-');

/** The metadata of a dataset in one language. */
export function citationOf(dataset: Dataset, locale = dataset.language): Citation {
  const {authors, editors, updated, version, identifier, license} = dataset;
  const words = (text: Dataset['title']) =>
    plainText(chooseText(text, locale, dataset.language).text)
      .replace(/\s+/g, ' ')
      .trim() || undefined;
  const when = updated === undefined ? undefined : parseEdtf(updated);
  const doi = identifier === undefined ? undefined : doiOf(identifier);
  const title = words(dataset.title);
  return {
    key: slug(dataset.id ?? title ?? '') || 'dataset',
    title,
    summary: words(dataset.summary),
    authors: authors.length > 0 ? authors : editors,
    editors,
    updated,
    date: when?.kind === 'date' ? when : undefined,
    version,
    doi,
    identifier: doi === undefined ? identifier : undefined,
    url: doi === undefined ? dataset.url : `https://doi.org/${doi}`,
    license,
    licenseUrl:
      dataset.licenseUrl ??
      (license !== undefined && SPDX.test(license) ? `https://spdx.org/licenses/${license}.html` : undefined),
    language: locale,
  };
}
