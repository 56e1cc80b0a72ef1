import {within} from '../net/index.js';
import {en} from './en.js';
import type {Count, Messages} from './messages.js';
import {formatNumber} from './numbers.js';

export type {Messages} from './messages.js';

/** Makes the messages of a language with a given number formatter. */
type Words = (count: Count) => Messages;
type Load = () => Promise<Words>;

/** English is bundled; other languages are fetched when a story uses them. */
const LANGUAGES = new Map<string, Load>([
  ['ar', async () => (await import('./ar.js')).ar],
  ['es', async () => (await import('./es.js')).es],
  ['fr', async () => (await import('./fr.js')).fr],
  ['pt', async () => (await import('./pt.js')).pt],
]);

const loaded = new Map<string, Words>([['en', en]]);
/** Cache of messages, by locale. */
const cache = new Map<string, Messages>();
/** Languages whose loaded messages are current; `addMessages` removes a language from it. */
const current = new Set(['en']);
/** Pending fetches, by language. */
const pending = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** The language of a locale. */
export const languageOf = (locale: string) => locale.split('-', 1)[0]?.toLowerCase() ?? '';

/** Right-to-left scripts, ISO 15924. */
const RTL = /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/;

/** The writing direction of a locale. */
export const direction = (locale: string): 'ltr' | 'rtl' =>
  locale && RTL.test(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';

/** The messages for a locale, by its language; English as a fallback and while they load. */
export function messages(locale: string): Messages {
  const known = cache.get(locale);
  if (known) return known;
  const words = (loaded.get(languageOf(locale)) ?? en)((count) => formatNumber(count, locale || 'en'));
  cache.set(locale, words);
  return words;
}

/**
 * Adds or overrides the messages of a language, given as an object or as a function that fetches them on first use.
 * Missing keys fall back to the built-in messages of the language, or else to English. Stories on the page update.
 * Throws a `RangeError` when `language` is not a valid language tag.
 */
export function addMessages(
  language: string,
  words: Partial<Messages> | (() => Promise<Partial<Messages>>),
): void {
  const tag = new Intl.Locale(language).language;
  const load = current.has(tag) ? undefined : LANGUAGES.get(tag);
  const known = loaded.get(tag) ?? en;
  LANGUAGES.set(tag, async () => {
    const before = (await load?.()) ?? known;
    const own = typeof words === 'function' ? await words() : words;
    return (count) => ({...before(count), ...own});
  });
  current.delete(tag);
  pending.delete(tag);
  for (const each of listeners) each();
}

/** Calls `changed` after `addMessages`, until the signal aborts. */
export function watchMessages(changed: () => void, signal: AbortSignal): void {
  listeners.add(changed);
  signal.addEventListener('abort', () => listeners.delete(changed));
}

/** Loads all languages, for tools that write in any of them. */
export async function loadAllMessages(): Promise<void> {
  await Promise.all([...LANGUAGES.keys()].map(loadMessages));
}

/** Fetches the messages for a locale; undefined when there is nothing to wait for. Never rejects. */
export function loadMessages(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  const load = current.has(language) ? undefined : LANGUAGES.get(language);
  if (!load || pending.has(language)) return pending.get(language);
  const adopted = within(load()).then(
    (words) => {
      // `addMessages` may have replaced this fetch.
      if (pending.get(language) !== adopted) return;
      pending.delete(language);
      loaded.set(language, words);
      for (const each of cache.keys()) if (languageOf(each) === language) cache.delete(each);
      current.add(language);
    },
    // On failure the story stays in English, and the next call tries again.
    () => {
      if (pending.get(language) === adopted) pending.delete(language);
    },
  );
  pending.set(language, adopted);
  return adopted;
}
