import type {Dataset, Text} from '../core/dataset/index.js';
import {chooseText, direction, messages, parseInline} from '../i18n/index.js';
import {plain, type Words} from './parts.js';

/** A dataset as one reader sees it: a snapshot is one. */
export interface Reading {
  readonly dataset: Dataset;
  /** BCP 47. */
  readonly locale: string;
  /** How a distance in metres is said, where it is not metric. */
  readonly distance?: (metres: number, locale: string) => string;
}

/**
 * A text of the dataset in the reader's language, or in another that is then named; without `links` for what stands in
 * a link or a button.
 */
export function textOf(text: Text | undefined, {locale, dataset}: Reading, links = true): Words {
  const {text: chosen, lang} = chooseText(text, locale, dataset.language);
  const children = chosen && parseInline(chosen, links);
  return lang ? {type: 'language', lang, dir: direction(lang), children} : children;
}

/** The same as words only, for labels and accessible names. */
export const plainText = (text: Text | undefined, reading: Reading): string => plain(textOf(text, reading));

/** The word for a key of the data, or the key as it was written; never what every object has. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** What is said one after the other, with the comma of the reader's language between; nothing of nothing. */
export function listed(all: readonly Words[], {locale}: Reading, between = messages(locale).comma): Words {
  const said = all.filter(plain);
  return said.length > 0 && said.flatMap((words, i) => (i > 0 ? [between, words] : [words]));
}
