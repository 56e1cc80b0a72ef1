import type {Messages} from '../src/i18n/index.js';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ø',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  y: 'ý',
  A: 'Å',
  E: 'É',
  I: 'Ï',
  O: 'Ö',
  U: 'Ù',
  C: 'Ç',
  N: 'Ñ',
};

/** Pseudo-localizes a text: 30 % longer and accented, but readable; layouts must cope with it. */
const stretch = (text: string): string => {
  const accented = [...text].map((sign) => ACCENTS[sign] ?? sign).join('');
  const words = accented.split(' ');
  const last = words.pop() ?? '';
  const more = Math.ceil(text.length * 0.3);
  // Lengthens the longest word, as in a language with long words.
  return [...words, last + 'ő'.repeat(more)].join(' ');
};

/** Pseudo-localized messages of a language; inserted values are unchanged. */
export function pseudo(messages: Messages): Messages {
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return stretch(value);
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value === 'function') {
      return (...parts: readonly unknown[]) => {
        const said = String(value(...parts));
        // Keep a trailing number.
        return `${said} ${'ő'.repeat(Math.ceil(said.length * 0.3))}`;
      };
    }
    return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, convert(each)]));
  };
  // Skip separators.
  return {...(convert(messages) as Messages), comma: messages.comma};
}
