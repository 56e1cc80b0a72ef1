import {isSafeAddress, type Row} from '../core/dataset/index.js';
import {intervalOf, parseEdtf} from '../core/time/index.js';
import {addressOf, fromHtml, wellFormed} from './html.js';
import {Ids, slugOf} from './ids.js';
import {escapeMarkdown} from './markdown.js';
import type {Notes} from './notes.js';

/** Longest title that is made of a text which has none. */
const MADE_TITLE = 60;

/** A value that is text; an empty one is not given. */
export function stringOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? wellFormed(value).trim() : '';
}

/** The first words of a text. */
export function firstWords(text: string): string {
  const [line = ''] = text.split('\n', 1);
  if (line.length <= MADE_TITLE) return line;
  const cut = line.slice(0, MADE_TITLE + 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : MADE_TITLE)}…`;
}

/** A text of several lines in one. */
export const inOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

/** Start and end as one EDTF date; undefined where they are none, or the end comes first. */
export function spanOf(start: string | undefined, end: string | undefined): string | undefined {
  if (start === end || end === undefined) return start;
  // Of two dates that are intervals themselves, the whole.
  const from = start?.split('/')[0] ?? '';
  const to = end.split('/').at(-1) ?? '';
  return isDate(`${from}/${to}`) ? `${from}/${to}` : undefined;
}

/** Whether a text is an EDTF date that does not end before it starts. */
export function isDate(text: string): boolean {
  const interval = parseEdtf(text) && intervalOf(text);
  return interval !== undefined && interval.start <= interval.end;
}

/** The rows of a dataset as they are collected by an import. */
export class Draft {
  readonly notes: Notes;
  readonly events: Row[] = [];
  readonly shapes: Row[] = [];
  readonly routes: Row[] = [];
  readonly steps: Row[] = [];
  readonly #places: Row[] = [];
  readonly #categories: Row[] = [];
  /** Of events, shapes and routes, which share no id. */
  readonly #ids = new Ids();
  readonly #placeIds = new Ids();
  readonly #categoryIds = new Ids();
  readonly #placeOf = new Map<string, string>();
  readonly #categoryOf = new Map<string, string>();

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** An id that no other event, shape or route has: the first of the wishes that is one. */
  id(...wishes: readonly string[]): string {
    return this.#ids.of(wishes.find((wish) => wish !== '') ?? 'row');
  }

  /** The id of the category with this name. */
  category(name: string): string {
    const known = this.#categoryOf.get(name);
    if (known !== undefined) return known;
    const id = this.#categoryIds.of(slugOf(name) || 'category');
    this.#categoryOf.set(name, id);
    this.#categories.push({id, name: escapeMarkdown(name)});
    return id;
  }

  /** A category of the importer's own, named in each language. */
  ownCategory(wish: string, name: Row): string {
    const id = this.#categoryIds.of(wish);
    this.#categories.push({id, name});
    return id;
  }

  /** The id of the place with this name at this position, if it has one; places of both the same are one. */
  place(name: string, lat: number | undefined, lon: number | undefined, more: Row = {}): string {
    const key = JSON.stringify([lat, lon, name, more]);
    const known = this.#placeOf.get(key);
    if (known !== undefined) return known;
    const words = name || `${lat}, ${lon}`;
    const id = this.#placeIds.of(slugOf(words) || 'place');
    this.#placeOf.set(key, id);
    const at = lat === undefined || lon === undefined ? {} : {lat, lon};
    this.#places.push({id, name: escapeMarkdown(words), ...at, ...more});
    return id;
  }

  /** Reads a text that may hold HTML, and notes what of it is lost. */
  text(value: unknown, row: number, isPlain = false): ReturnType<typeof fromHtml> {
    const read = fromHtml(stringOf(value), {isPlain});
    for (const loss of read.lost) this.notes.count(HTML_LOST, row, loss);
    return read;
  }

  /** The same in one line. */
  line(value: unknown, row: number, isPlain = false): string {
    return inOneLine(this.text(value, row, isPlain).text);
  }

  /** An address that may be kept; others are noted. */
  address(value: unknown, row: number): string {
    const address = addressOf(stringOf(value));
    if (isSafeAddress(address)) return address;
    this.notes.count(ADDRESS_UNSAFE, row, address);
    return '';
  }

  dataset(head: Row): Row {
    const tables: Row = {
      places: this.#places,
      categories: this.#categories,
      events: this.events,
      shapes: this.shapes,
      routes: this.routes,
      steps: this.steps,
    };
    const filled = Object.entries({...head, ...tables}).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    return {cronomapa: 1, ...Object.fromEntries(filled)};
  }
}

const HTML_LOST = {
  code: 'html-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `HTML that a text cannot hold was left out of ${count === 1 ? 'a text' : `${count} texts`}: ${examples.replaceAll('"', '')}. Words are kept.`,
} as const;

const ADDRESS_UNSAFE = {
  code: 'address-unsafe',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `An address that could run in the page was left out: ${examples}.`,
  fix: 'Give addresses of https.',
} as const;

/** Said where a file has no language of its own and none was given. */
export const languageNote = (language: string | undefined) =>
  language === undefined
    ? [
        {
          code: 'language-assumed',
          severity: 'doubt',
          row: 'file',
          message: 'It does not say in which language it is written: English is assumed.',
          fix: 'Give --language, as --language es.',
        } as const,
      ]
    : [];
