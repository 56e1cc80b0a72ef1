import {en} from './en.js';
import type {StepMessages} from './messages.js';

export type {StepMessages} from './messages.js';

/** As those of all views: English is there, others are fetched when a story uses them. */
const LANGUAGES: Readonly<Record<string, () => Promise<StepMessages>>> = {
  ar: async () => (await import('./ar.js')).ar,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  pt: async () => (await import('./pt.js')).pt,
};

const loaded = new Map<string, StepMessages>();

const languageOf = (locale: string) => locale.split('-', 1)[0]?.toLowerCase() ?? '';

/** The texts of steps in a locale, by its language; English as a fallback, and while they load. */
export const stepMessages = (locale: string): StepMessages => loaded.get(languageOf(locale)) ?? en;

/** Fetches the texts for a locale; undefined when there is nothing to wait for. What cannot be fetched stays English. */
export function loadStepMessages(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  if (loaded.has(language) || !Object.hasOwn(LANGUAGES, language)) return undefined;
  return LANGUAGES[language]?.().then(
    (words) => void loaded.set(language, words),
    () => void loaded.set(language, en),
  );
}
