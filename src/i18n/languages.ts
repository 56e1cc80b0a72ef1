import {en} from './en.js';
import type {Count, Messages} from './messages.js';
import {formatNumber} from './numbers.js';

export type {Messages} from './messages.js';

/** The words of a language, for one way of writing numbers. */
type Words = (count: Count) => Messages;
type Load = () => Promise<Words>;

/** English is there from the start; the words of others are fetched when a story speaks them. */
const LANGUAGES = new Map<string, Load>([
  ['ar', async () => (await import('./ar.js')).ar],
  ['es', async () => (await import('./es.js')).es],
  ['fr', async () => (await import('./fr.js')).fr],
  ['pt', async () => (await import('./pt.js')).pt],
]);

const loaded = new Map<string, Words>([['en', en]]);
/** What was made of them, by locale. */
const made = new Map<string, Messages>();
/** Languages that need no fetching: what is loaded of others has been replaced. */
const fresh = new Set(['en']);
/** What is being fetched, by language. */
const coming = new Map<string, Promise<void>>();
const waiting = new Set<() => void>();

const languageOf = (locale: string) => locale.split('-', 1)[0]?.toLowerCase() ?? '';

/** Scripts that are written from right to left. */
const RTL = /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/;

/** The way that a locale is written. */
export const direction = (locale: string): 'ltr' | 'rtl' =>
  locale && RTL.test(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';

/** The words for a locale, by its language; English where there are none, or they are not there yet. */
export function messages(locale: string): Messages {
  const known = made.get(locale);
  if (known) return known;
  const words = (loaded.get(languageOf(locale)) ?? en)((count) => formatNumber(count, locale || 'en'));
  made.set(locale, words);
  return words;
}

/**
 * Gives stories the words of a language that cronomapa does not speak, or others for one that it does: all of them, or
 * a function that fetches them when a story speaks the language. What is missing is said in English. Stories that are
 * on the page already change over. Throws a `RangeError` when `language` is no language tag.
 */
export function addMessages(
  language: string,
  words: Partial<Messages> | (() => Promise<Partial<Messages>>),
): void {
  const tag = new Intl.Locale(language).language;
  const load = fresh.has(tag) ? undefined : LANGUAGES.get(tag);
  const known = loaded.get(tag) ?? en;
  LANGUAGES.set(tag, async () => {
    const before = (await load?.()) ?? known;
    const own = typeof words === 'function' ? await words() : words;
    return (count) => ({...before(count), ...own});
  });
  fresh.delete(tag);
  coming.delete(tag);
  for (const each of waiting) each();
}

/** Calls back when the words of a language may be others. */
export function watchMessages(changed: () => void, signal: AbortSignal): void {
  waiting.add(changed);
  signal.addEventListener('abort', () => waiting.delete(changed));
}

/** All languages, for what writes in any. */
export async function loadAllMessages(): Promise<void> {
  await Promise.all([...LANGUAGES.keys()].map(loadMessages));
}

/** Fetches the words for a locale; undefined when there is nothing to wait for. Never rejects. */
export function loadMessages(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  const load = fresh.has(language) ? undefined : LANGUAGES.get(language);
  if (!load || coming.has(language)) return coming.get(language);
  const adopted = load().then(
    (words) => {
      // Others may have been given meanwhile.
      if (coming.get(language) !== adopted) return;
      coming.delete(language);
      loaded.set(language, words);
      for (const each of made.keys()) if (languageOf(each) === language) made.delete(each);
      fresh.add(language);
    },
    // Without them the story speaks English. They are asked for again when they are next wanted.
    () => {
      if (coming.get(language) === adopted) coming.delete(language);
    },
  );
  coming.set(language, adopted);
  return adopted;
}
