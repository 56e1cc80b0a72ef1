import {languageOf} from './languages.js';

/**
 * Texts of an element that few pages have: English is there, other languages are fetched when a story uses them.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function messagesOnDemand<Texts>(
  en: Texts,
  languages: Readonly<Record<string, () => Promise<{readonly texts: Texts}>>>,
) {
  const loaded = new Map<string, Texts>();
  return {
    /** The texts in a locale, by its language; English as a fallback, and while they load. */
    in: (locale: string): Texts => loaded.get(languageOf(locale)) ?? en,
    /** Fetches the texts for a locale; undefined when there is nothing to wait for. What cannot be fetched stays English. */
    load(locale: string): Promise<void> | undefined {
      const language = languageOf(locale);
      if (loaded.has(language) || !Object.hasOwn(languages, language)) return undefined;
      return languages[language]?.().then(
        ({texts}) => void loaded.set(language, texts),
        () => void loaded.set(language, en),
      );
    },
  };
}
