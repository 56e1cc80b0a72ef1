/** Letters that folding only makes small. */
const ASCII = /^[\0-\x7f]*$/;

/** A text by which words are compared: in small letters, without accents, in Latin digits. */
export const foldWord = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
