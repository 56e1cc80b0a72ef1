import type {Dataset, Text} from '../../core/dataset/index.js';
import {chooseText, parseInline} from '../../i18n/index.js';
import {isHtml, wellFormed} from '../html.js';
import type {Losses, TableName} from './losses.js';

type Inline = ReturnType<typeof parseInline>[number];

/** Reads the texts of a dataset in one language, and counts what the others and their marks lose. */
export class Texts {
  readonly language: string;
  readonly #story: string;
  readonly #losses: Losses;

  constructor(dataset: Dataset, losses: Losses, language = dataset.language) {
    this.language = language;
    this.#story = dataset.language;
    this.#losses = losses;
  }

  /** A text without marks, in one line, as titles and names are. */
  line(text: Text | undefined, table: TableName, index: number): string {
    return this.plain(text, table, index).replace(/\s+/g, ' ');
  }

  /** A text without marks, in its lines. */
  plain(text: Text | undefined, table: TableName, index: number): string {
    const parts = this.#parse(text, table, index);
    if (parts.some(isMarked)) this.#losses.count(table, index, MARKS_LOST);
    return plainOf(parts).trim();
  }

  /** A text as it is written, or as HTML where it has marks or would be read as such. */
  rich(text: Text | undefined, table: TableName, index: number): string {
    const parts = this.#parse(text, table, index);
    const plain = plainOf(parts).trim();
    return parts.some(isMarked) || isHtml(plain) ? `<p>${htmlOf(parts)}</p>` : plain;
  }

  /** The same for a field that is always read as HTML. */
  field(text: Text | undefined, table: TableName, index: number): string {
    const rich = this.rich(text, table, index);
    return isHtml(rich) ? rich : asField(rich);
  }

  /** A text as HTML. */
  html(text: Text | undefined, table: TableName, index: number): string {
    const html = htmlOf(this.#parse(text, table, index));
    return html && `<p>${html}</p>`;
  }

  /** A text of the dataset itself, in one line. */
  head(text: Text | undefined): string {
    return plainOf(parseInline(clean(chooseText(text, this.language, this.#story).text)))
      .replace(/\s+/g, ' ')
      .trim();
  }

  #parse(text: Text | undefined, table: TableName, index: number): readonly Inline[] {
    if (text === undefined) return [];
    if (typeof text === 'object' && Object.keys(text).length > 1)
      this.#losses.count(table, index, languagesLost(this.language));
    const chosen = chooseText(text, this.language, this.#story).text;
    const cleaned = clean(chosen);
    if (cleaned !== chosen) this.#losses.count(table, index, CHARACTERS_LOST);
    return parseInline(cleaned);
  }
}

/** Signs that no text of a file has: halves of letters, and those for the control of devices. */
const clean = (text: string): string =>
  wellFormed(text.replace(/\r\n?/g, '\n')).replace(/(?![\n\t])[\p{Cc}\ufffe\uffff]/gu, '\ufffd');

const isMarked = (part: Inline): boolean => typeof part !== 'string' && part.type !== 'break';

const plainOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.type === 'break' ? '\n' : plainOf(part.children)))
    .join('');

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

const htmlOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part);
      if (part.type === 'break') return '<br>';
      const words = htmlOf(part.children);
      if (part.type === 'link') return `<a href="${escapeHtml(part.url)}">${words}</a>`;
      return `<${part.type}>${words}</${part.type}>`;
    })
    .join('');

/** Words of a field that is read as HTML: escaped where they would be read otherwise. */
export const asField = (words: string): string =>
  /&#?\w/.test(words) || isHtml(words) ? escapeHtml(words) : words;

/** A name that a cell holds as it is: as HTML where it would be read as such. */
export const asCell = (words: string): string => (isHtml(words) ? `<p>${escapeHtml(words)}</p>` : words);

const languagesLost = (language: string) =>
  ({
    code: 'languages-lost',
    severity: 'loss',
    message: (count: number, examples: string) =>
      `It holds one language: of ${count === 1 ? 'a text' : `${count} texts`} "${language}" is written, or what there is, as of ${examples}.`,
    fix: 'Export each language to a file of its own: --language TAG.',
  }) as const;

const MARKS_LOST = {
  code: 'marks-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `Emphasis and links are lost of ${count === 1 ? 'a text' : `${count} texts`}, as of ${examples}; the words are kept.`,
} as const;

const CHARACTERS_LOST = {
  code: 'characters-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `Signs that no file can hold are replaced by \ufffd in ${count === 1 ? 'a text' : `${count} texts`}, as of ${examples}.`,
} as const;
