import type {Text} from '../core/dataset/index.js';
import {messages} from './languages.js';

export interface ChosenText {
  readonly text: string;
  /** Language of the text, for the attribute `lang`; only when it differs from the language asked for. */
  readonly lang?: string;
}

const base = (tag: string) => tag.split('-', 1)[0]?.toLowerCase() ?? '';

/** The text in the reader's language, falling back to the story's language, then to the first available. */
export function chooseText(text: Text | undefined, locale: string, storyLanguage: string): ChosenText {
  if (text === undefined) return {text: ''};
  const wanted = base(locale);
  if (typeof text === 'string') return base(storyLanguage) === wanted ? {text} : {text, lang: storyLanguage};
  const keys = Object.keys(text);
  const find = (language: string) =>
    keys.find((key) => key.toLowerCase() === language.toLowerCase()) ??
    keys.find((key) => base(key) === base(language));
  const key = find(locale) ?? find(storyLanguage) ?? keys[0];
  if (key === undefined) return {text: ''};
  const chosen = text[key] ?? '';
  return base(key) === wanted ? {text: chosen} : {text: chosen, lang: key};
}

/** The first sentence, for labels and previews. */
export function firstSentence(text: string, locale: string): string {
  for (const {segment} of new Intl.Segmenter(locale, {granularity: 'sentence'}).segment(text))
    return segment.trim();
  return '';
}

/** Joins the parts with the list separator of the language, skipping empty and false ones. */
export const joinWords = (
  parts: readonly (string | false | 0 | null | undefined)[],
  locale: string,
): string => parts.filter(Boolean).join(messages(locale).comma);
