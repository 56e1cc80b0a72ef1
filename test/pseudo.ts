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

/** A text 30 % longer and with accents, that can still be read: what a layout must bear. */
const stretch = (text: string): string => {
  const accented = [...text].map((sign) => ACCENTS[sign] ?? sign).join('');
  const words = accented.split(' ');
  const last = words.pop() ?? '';
  const more = Math.ceil(text.length * 0.3);
  // Letters at the end of the longest part, as in a language of long words.
  return [...words, last + 'ő'.repeat(more)].join(' ');
};

/** The words of a language in pseudo-localisation; what is put in comes through as it is. */
export function pseudo(messages: Messages): Messages {
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return stretch(value);
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value === 'function') {
      return (...parts: readonly unknown[]) => {
        const said = String(value(...parts));
        // A number at the end stays a number.
        return `${said} ${'ő'.repeat(Math.ceil(said.length * 0.3))}`;
      };
    }
    return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, convert(each)]));
  };
  // What stands between words is none.
  return {...(convert(messages) as Messages), comma: messages.comma};
}
