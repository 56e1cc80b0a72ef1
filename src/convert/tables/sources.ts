import {isSafeAddress, type Row} from '../../core/dataset/index.js';
import {foldWord} from '../fold.js';
import {Ids, slugOf} from '../ids.js';
import type {Notes} from '../notes.js';
import type {Columns} from './columns.js';
import type {TableRow} from './grid.js';
import {asText, plainOf, shortened} from './text.js';

/** A row of `cite`. */
export interface Cite extends Row {
  readonly source: string;
}

const ADDRESS = /^https?:\/\/[^\s/]+\S*$/i;
const MAX_ADDRESS = 4000;

/** Addresses in a cell, and the words that are none. */
function partsOf(cell: string): {readonly addresses: readonly string[]; readonly words: string} {
  if (cell.length <= MAX_ADDRESS && ADDRESS.test(cell) && !/[,;|]/.test(cell))
    return {addresses: [cell], words: ''};
  const parts = cell.split(/\s+|[;|](?=\s|https?:)/).filter(Boolean);
  const addresses = parts
    .map((part) => part.replace(/[,;]$/, ''))
    .filter((part) => ADDRESS.test(part) && part.length <= MAX_ADDRESS);
  const words = parts.filter((part) => !ADDRESS.test(part.replace(/[,;]$/, ''))).join(' ');
  return {addresses, words};
}

/** The server of an address, as readers know it. */
const hostOf = (address: string): string =>
  /^https?:\/\/(?:[^\s/@]*@)?(?:www\.)?([^\s/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? address;

/** Last words of an address, which often are those of a headline. */
function pathOf(address: string): string {
  const [path = ''] = address.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/, 1);
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
}

/** Makes the sources of a table: one for each address, and for each name without. */
export class Sources {
  readonly #ids = new Ids();
  readonly #known = new Map<string, string>();
  readonly #rows: Row[] = [];
  readonly #columns: Columns;
  readonly #notes: Notes;
  readonly #file: string;

  /** @param file name or address of the table, which events cite that name no source */
  constructor(columns: Columns, file: string, notes: Notes) {
    this.#columns = columns;
    this.#notes = notes;
    this.#file = file;
  }

  get all(): readonly Row[] {
    return this.#rows;
  }

  /** What a row cites. */
  of(row: TableRow): readonly Cite[] {
    const pairs = this.#pairs(row);
    if (pairs) return pairs.length > 0 ? pairs : [this.#table(row)];
    const cells = (role: 'source' | 'url') =>
      this.#columns
        .of(role)
        .map(({index}) => row.cells[index]?.trim() ?? '')
        .filter(Boolean);
    const parts = [...cells('source'), ...cells('url')].map(partsOf);
    const addresses = parts.flatMap((part) => part.addresses);
    const words = parts.map((part) => part.words).filter(Boolean);
    const unsafe = words.filter((word) => !isSafeAddress(word));
    for (const word of unsafe) this.#notes.count(UNSAFE, row.number, word);
    const names = words.filter((word) => isSafeAddress(word));
    // One name and one address are of one source.
    if (addresses.length === 1 && names.length === 1) return [this.#cite(names[0] ?? '', addresses[0])];
    const cites = [
      ...names
        .flatMap((name) => name.split(';'))
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => this.#cite(name)),
      ...addresses.map((address) => this.#cite('', address)),
    ];
    if (cites.length === 0) return [this.#table(row)];
    const once = new Set<string>();
    return cites.filter(({source}) => !once.has(source) && once.add(source));
  }

  /** Sources whose names and addresses stand in as many columns; undefined where they do not. */
  #pairs(row: TableRow): readonly Cite[] | undefined {
    const [names, addresses] = [this.#columns.of('source'), this.#columns.of('url')];
    if (names.length < 2 || names.length !== addresses.length) return undefined;
    const cites = names.flatMap(({index}, i) => {
      const [name = '', url = ''] = [row.cells[index]?.trim(), row.cells[addresses[i]?.index ?? -1]?.trim()];
      if (url && !ADDRESS.test(url)) this.#notes.count(UNSAFE, row.number, url);
      const isPage = ADDRESS.test(url);
      return name || isPage ? [this.#cite(name, isPage ? url : undefined)] : [];
    });
    const once = new Set<string>();
    return cites.filter(({source}) => !once.has(source) && once.add(source));
  }

  #cite(name: string, url?: string): Cite {
    const key = url ?? `\n${foldWord(name)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return {source: known};
    const host = url === undefined ? '' : hostOf(url);
    const path = url === undefined ? '' : pathOf(url);
    const id = this.#ids.of(slugOf(name || `${host} ${path}`) || 'source');
    this.#known.set(key, id);
    const made = /\p{L}{3}/u.test(path) ? `${host}: ${path}` : host;
    this.#rows.push({
      id,
      title: name ? asText((plainOf(name) || name).replace(/\s+/g, ' ')) : shortened(made),
      ...(host && {publisher: host}),
      ...(url !== undefined && {url}),
    });
    return {source: id};
  }

  /** The table itself, for rows that name no source. */
  #table(row: TableRow): Cite {
    this.#notes.count(UNSOURCED, row.number);
    const isAddress = ADDRESS.test(this.#file);
    const name = isAddress ? hostOf(this.#file) : (this.#file.split(/[/\\]/).at(-1) ?? this.#file);
    const key = '\ntable';
    let id = this.#known.get(key);
    if (id === undefined) {
      id = this.#ids.of('table');
      this.#known.set(key, id);
      this.#rows.push({
        id,
        title: asText(name === '-' ? 'standard input' : name) || 'table',
        ...(isAddress && {url: this.#file}),
      });
    }
    return {source: id, locator: `row ${row.number}`};
  }
}

const UNSAFE = {
  code: 'address-unsafe',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'source is' : 'sources are'} no address of a page, as ${examples}, and ${count === 1 ? 'is' : 'are'} left out.`,
  fix: 'Addresses begin with https: or http:.',
} as const;

const UNSOURCED = {
  code: 'source-missing',
  severity: 'doubt',
  message: (count: number) =>
    `${count} ${count === 1 ? 'row names' : 'rows name'} no source, so ${count === 1 ? 'its event cites' : 'their events cite'} this table and the row.`,
  fix: 'Add a column with the addresses where it is reported, or give the table itself an address and a publisher in "sources".',
} as const;
