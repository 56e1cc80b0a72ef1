import {en} from './en.js';
import type {Messages} from './messages.js';

export type {Messages} from './messages.js';

/** English is there from the start; the words of others are fetched when a story speaks them. */
const LANGUAGES: Readonly<Record<string, () => Promise<Messages>>> = {
  es: async () => (await import('./es.js')).es,
};

const loaded = new Map<string, Messages>([['en', en]]);

const languageOf = (locale: string) => locale.split('-', 1)[0]?.toLowerCase() ?? '';

/** The words for a locale, by its language; English where there are none, or they are not there yet. */
export function messages(locale: string): Messages {
  return loaded.get(languageOf(locale)) ?? en;
}

/** All languages, for what writes in any. */
export async function loadAllMessages(): Promise<void> {
  await Promise.all(Object.keys(LANGUAGES).map(loadMessages));
}

/** Fetches the words for a locale; undefined when there is nothing to wait for. Never rejects. */
export function loadMessages(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  const load = loaded.has(language) ? undefined : LANGUAGES[language];
  return load?.().then(
    (words) => void loaded.set(language, words),
    // Without them the story speaks English.
    () => {},
  );
}
