import type {Dataset, Text} from '../core/dataset/index.js';
import {chooseText, direction, formatNumber, messages, parseInline, type Units} from '../i18n/index.js';
import {plain, type Words} from './parts.js';

/** A dataset and the reader's locale; a snapshot is one. */
export interface Reading {
  readonly dataset: Dataset;
  /** BCP 47. */
  readonly locale: string;
  /** Formats a distance in metres; metric by default. */
  readonly distance?: (metres: number, locale: string) => string;
  /** In which lengths and areas on the map are said; metric by default. */
  readonly units?: Units;
}

/**
 * A dataset text in the reader's language, or in another one, marked as such. `links` false: without links, for use
 * inside a link or button.
 */
export function textOf(text: Text | undefined, {locale, dataset}: Reading, links = true): Words {
  const {text: chosen, lang} = chooseText(text, locale, dataset.language);
  // What begins no line: a percent sign, the end of "EE. UU.", and in French what a space stands before.
  const children = chosen && parseInline(chosen.replace(/ (?=[%»:;?!]|UU)/g, '\u00a0'), links);
  return lang ? {type: 'language', lang, dir: direction(lang), children} : children;
}

/** The plain text of `textOf`, for labels and accessible names. */
export const plainText = (text: Text | undefined, reading: Reading): string => plain(textOf(text, reading));

/** The label of a value in the data, or the value verbatim. Ignores keys inherited from `Object.prototype`. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** Joins words, by default with the reader's list separator; skips empty ones, and is empty itself when all are. */
export function listed(all: readonly Words[], {locale}: Reading, between = messages(locale).comma): Words {
  const said = all.filter(plain);
  return said.length > 0 && said.flatMap((words, i) => (i > 0 ? [between, words] : [words]));
}

/** A name and how many there are, as "Sources (6)". */
export const counted = (name: string, count: number, {locale}: Reading): string =>
  `${name} (${formatNumber(count, locale)})`;
