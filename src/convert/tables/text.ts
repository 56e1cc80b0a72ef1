import {fromHtml, isHtml, wellFormed} from '../html.js';
import {escapeMarkdown} from '../markdown.js';

/** Words as a text of the format that reads as they are written: marks of Markdown are escaped. */
export const asText = (words: string): string =>
  /[\\*_\]\r\ud800-\udfff]/.test(words)
    ? escapeMarkdown(wellFormed(words.replace(/\r\n?/g, '\n'))).trim()
    : words.trim();

/** Words without the tags of HTML. */
export const plainOf = (words: string): string =>
  words.includes('<') && isHtml(words) ? fromHtml(words, {isPlain: true}).text : words;

/** Longest title or name that fits a label, in UTF-16 code units. */
const MAX_NAME = 90;

const lineOf = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Words of one line that fit a label, without the tags of HTML. */
export const shortened = (words: string): string => labelOf(plainOf(words) || words);

/** Words of one line that fit a label; what is longer is cut between words. */
export function labelOf(words: string): string {
  const line = lineOf(words);
  const text = asText(line);
  if (text.length <= MAX_NAME) return text;
  const cut = line.slice(0, MAX_NAME - 10);
  const end = cut.lastIndexOf(' ');
  // What is escaped takes more room.
  for (let size = end > MAX_NAME / 3 ? end : cut.length; ; size -= 5) {
    const short = `${asText(cut.slice(0, size))}…`;
    if (short.length <= MAX_NAME) return short;
  }
}

/** Whether a text was too long to be a title. */
export const isLong = (words: string): boolean => asText(lineOf(words)).length > MAX_NAME;
