import {en} from './en.js';
import {es} from './es.js';
import type {Messages} from './messages.js';

export type {Messages} from './messages.js';

const languages: Readonly<Record<string, Messages>> = {en, es};

/** The words for a locale, by its language; English where there are none. */
export function messages(locale: string): Messages {
  return languages[locale.split('-', 1)[0]?.toLowerCase() ?? ''] ?? en;
}
