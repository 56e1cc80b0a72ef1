import {isTimeZone} from '../time/index.js';
import {isRow, type Row} from './plain.js';

export function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Number of languages in which texts are expected; texts in more are kept, and nobody misses others. */
const MAX_LANGUAGES = 100;

const baseOf = (tag: string) => tag.toLowerCase().split('-', 1)[0];

/** The languages that no tag covers, ignoring regions. */
export function missingLanguages(languages: readonly string[], tags: readonly string[]): readonly string[] {
  const covered = new Set(tags.map(baseOf));
  return languages.filter((language) => !covered.has(baseOf(language)));
}

/** The story's language, followed by the other languages of its title. */
export function languagesOf({language, title}: Row): readonly string[] {
  const titles = isRow(title) ? Object.keys(title).filter(isLanguage).slice(0, MAX_LANGUAGES) : [];
  const first = typeof language === 'string' && isLanguage(language) ? language : (titles[0] ?? 'en');
  return [first, ...missingLanguages(titles, [first])];
}

export const timeZoneOf = ({timeZone}: Row): string =>
  typeof timeZone === 'string' && isTimeZone(timeZone) ? timeZone : 'UTC';
