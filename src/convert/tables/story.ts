import type {Row} from '../../core/dataset/index.js';
import {eachRow} from '../each-row.js';
import {fromHtml, isHtml} from '../html.js';
import {Ids, slugOf} from '../ids.js';
import {mediumTypeOf, withScheme} from '../media.js';
import {mediaRows, quoteOf} from '../media-page.js';
import {Notes} from '../notes.js';
import type {Imported, ImportNote, ImportOptions} from '../types.js';
import {type Column, type Columns, columnsOf} from './columns.js';
import {dateReader} from './dates.js';
import {Figures} from './figures.js';
import {type Grid, gridOf, type TableRow} from './grid.js';
import {foldHeader} from './headers.js';
import {locate} from './locate.js';
import {Places, type TablePlace} from './places.js';
import {isStatus} from './roles.js';
import {type Cite, Sources} from './sources.js';
import {asText, isLong, labelOf, plainOf, shortened} from './text.js';

/** A table as it was read of its file. */
export interface TableFile {
  /** Name or address. */
  readonly name: string;
  readonly format: string;
  /** All rows, the header included. */
  readonly records: readonly (readonly string[])[];
  readonly notes: readonly ImportNote[];
  /** Whether numbers likely have a decimal comma, as where semicolons divide cells. */
  readonly isCommaLikely: boolean;
}

const cellOf = ({cells}: TableRow, column: Column | undefined): string =>
  (column && cells[column.index]?.trim()) || '';

/** Makes a story of a table: each row becomes an event, or a note. Never throws. */
export async function storyOf(file: TableFile, options: ImportOptions): Promise<Imported> {
  const grid = gridOf(file.records);
  const notes = new Notes();
  notes.add(...file.notes, ...grid.notes);
  const columns = columnsOf(grid, options.roles ?? new Map());
  notes.add(...columns.notes, ...leftOut(grid, columns));
  const language = options.language ?? columns.language ?? 'en';
  if (!options.language)
    notes.add({
      code: 'language',
      severity: 'said',
      row: 'file',
      message: `Its language is taken as "${language}"${columns.language ? ', that of its header' : ''}.`,
      fix: 'If it is another: --language TAG.',
    });
  const maker = new Maker(grid, columns, file, options, notes);
  const {rows} = grid;
  await eachRow(rows, options, (row) => maker.add(row));
  await locate(maker.places, options, notes);
  maker.finish();
  const {events, lost} = maker;
  const report = {
    format: file.format,
    rows: rows.length,
    events: events.length,
    others: {},
    lost,
    notes: notes.all(),
  };
  if (events.length === 0) {
    const empty: ImportNote = {
      code: 'table-empty',
      severity: 'loss',
      row: 'file',
      message: 'It has no row that could become an event.',
      fix: 'A table has a header and a row for each event.',
    };
    return {dataset: undefined, report: {...report, notes: [...report.notes, empty]}};
  }
  return {dataset: {cronomapa: 1, ...headOf(file.name), language, ...maker.tables()}, report};
}

/** Id and title of a story by the name of its file. */
function headOf(file: string): Row {
  const name =
    (file.split(/[?#]/, 1)[0] ?? '')
      .split(/[/\\]/)
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w{1,5}$/, '') ?? '';
  const title = shortened(name.replace(/[_\s]+/g, ' '));
  return {...(slugOf(name) && {id: slugOf(name)}), ...(/\p{L}/u.test(title) && {title})};
}

/** Names the columns that nothing is made of. */
function leftOut({rows}: Grid, {all}: Columns): readonly ImportNote[] {
  return all.flatMap(({header, index, role}) => {
    const filled = role ? 0 : rows.filter(({cells}) => cells[index]?.trim()).length;
    if (filled === 0) return [];
    return [
      {
        code: 'column-left-out',
        severity: 'loss' as const,
        row: `column "${header}"`,
        message: `It is left out, with the words of ${filled} ${filled === 1 ? 'row' : 'rows'}: nothing tells what it is.`,
        fix: `To keep it: --map "${header}=text", or another role.`,
      },
    ];
  });
}

/** A row of sums below a table. */
const TOTAL = /^(?:grand\s)?(?:totals?|sum|suma|totales|totaux|totais|المجموع|الاجمالي|الإجمالي)\b:?/i;

/** Makes the rows of a dataset one by one. */
class Maker {
  readonly events: Row[] = [];
  lost = 0;
  readonly #columns: Columns;
  readonly #notes: Notes;
  readonly #readDate;
  readonly #places: Places;
  readonly #sources: Sources;
  readonly #figures: Figures;
  readonly #ids = new Ids();
  readonly #categoryIds = new Ids();
  readonly #categories = new Map<string, Row>();
  readonly #figureRows: Row[] = [];
  /** Media that stood in the texts of the row that is being read. */
  readonly #found: Row[] = [];

  constructor(grid: Grid, columns: Columns, file: TableFile, options: ImportOptions, notes: Notes) {
    this.#columns = columns;
    this.#notes = notes;
    this.#readDate = dateReader(grid, columns, options, notes);
    this.#places = new Places(grid, columns, notes);
    this.#sources = new Sources(columns, file.name, notes);
    this.#figures = new Figures(grid, columns, options, notes, file.isCommaLikely);
  }

  add(row: TableRow): void {
    const {date, unread} = this.#readDate(row);
    const loss = this.#lossOf(row, date);
    if (loss) {
      this.lost++;
      this.#notes.add({...loss, severity: 'loss', row: `row ${row.number}`});
      return;
    }
    const places = this.#places.of(row);
    const {title, text} = this.#words(row, date);
    const cite = this.#sources.of(row);
    const category = this.#categoryOf(row);
    const media = [...this.#found.splice(0), ...this.#mediaOf(row)];
    const event: Row = {
      id: this.#idOf(row, title, date),
      ...(date !== undefined && {date}),
      ...(category && {category}),
      title: labelOf(title),
      ...this.#statusOf(row),
    };
    const {figures, words} = this.#figures.of(row, event, cite);
    const texts = [text, ...[...unread, ...words].map(asText)].filter(Boolean).join('\n');
    if (texts) event.text = texts;
    if (places.length > 0) event.places = places;
    if (media.length > 0) event.media = media;
    event.cite = cite satisfies readonly Cite[];
    this.events.push(event);
    this.#figureRows.push(...figures);
  }

  finish(): void {
    this.#figures.finish();
  }

  get places(): readonly TablePlace[] {
    return this.#places.all;
  }

  /** The tables of the dataset that have rows. */
  tables(): Row {
    const places = this.#places.all.map(
      ({written: _, town: __, region: ___, country: ____, row: _____, ...place}) => place,
    );
    const tables = {
      sources: this.#sources.all,
      actors: this.#figures.actors,
      places,
      categories: [...this.#categories.values()],
      events: this.events,
      measures: this.#figures.measures,
      figures: this.#figureRows,
    };
    return Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0));
  }

  #lossOf(row: TableRow, date: string | undefined): Pick<ImportNote, 'code' | 'message' | 'fix'> | undefined {
    const kept = this.#columns.all.some(
      (column) => column.role && column.role !== 'ignore' && cellOf(row, column),
    );
    if (!kept)
      return {
        code: 'row-without-content',
        message: 'Nothing stands in the columns that are read, so it is no event.',
        fix: 'Say what its columns are: --map "COLUMN=ROLE".',
      };
    const first = row.cells.find((cell) => cell.trim())?.trim() ?? '';
    const hasId = cellOf(row, this.#columns.first('id')) !== '';
    if (date === undefined && !hasId && first.length < 30 && TOTAL.test(first))
      return {
        code: 'row-of-totals',
        message: `It says "${first}" and has no date: sums of a table are no event.`,
        fix: 'If it is one, give it a date.',
      };
    return undefined;
  }

  /** Title and text of a row; without a title it is what the row says first: its text, its category and place, its date. */
  #words(row: TableRow, date: string | undefined): {readonly title: string; readonly text: string} {
    const {first, of, all, profile} = this.#columns;
    const [lead, ...others] = of('text');
    const raw = cellOf(row, lead);
    const texts = [
      this.#markdown(raw, row),
      ...others.map((column) => {
        const words = this.#markdown(cellOf(row, column), row);
        return words && `${asText(column.header)}: ${words}`;
      }),
    ].filter(Boolean);
    const written = plainOf(cellOf(row, first('title')));
    if (written) {
      if (!isLong(written)) return {title: written, text: texts.join('\n')};
      this.#notes.count(LONG_TITLE, row.number, written);
      return {title: written, text: [asText(written), ...texts].join('\n')};
    }
    const known =
      profile?.title
        ?.map((name) =>
          cellOf(
            row,
            all.find(({header}) => foldHeader(header) === name),
          ),
        )
        .filter(Boolean) ?? [];
    if (known.length > 0) return {title: plainOf(known.join(', ')), text: texts.join('\n')};
    const place =
      cellOf(row, first('place')) ||
      cellOf(row, first('town')) ||
      cellOf(row, first('region')) ||
      cellOf(row, first('country'));
    const label = plainOf([this.#categoryName(row), place].filter(Boolean).join(': '));
    const text = plainOf(raw);
    this.#notes.count(NO_TITLE, row.number);
    if (label) return {title: label, text: texts.join('\n')};
    if (text)
      return isLong(text) || texts.length > 1
        ? {title: text, text: texts.join('\n')}
        : {title: text, text: ''};
    return {title: date ?? row.cells.find((cell) => cell.trim())?.trim() ?? '', text: ''};
  }

  /** A cell as Markdown: HTML becomes that, and nothing of it runs. */
  #markdown(cell: string, row: TableRow): string {
    if (!isHtml(cell)) return asText(cell);
    const {text, lost, media} = fromHtml(cell);
    for (const loss of lost) this.#notes.count(HTML_LOST, row.number, loss);
    this.#found.push(...mediaRows(media));
    return text;
  }

  #idOf(row: TableRow, title: string, date: string | undefined): string {
    const own = cellOf(row, this.#columns.first('id')).replace(/\p{Surrogate}/gu, '');
    if (own) {
      const id = this.#ids.of(own);
      if (id !== own) this.#notes.count(ID_TWICE, row.number, own);
      return id;
    }
    return this.#ids.of(
      [slugOf(title), date?.replace(/[^\dX]+/g, '-').replace(/^-|-$/g, '')].filter(Boolean).join('-') ||
        'event',
    );
  }

  #categoryName(row: TableRow): string {
    const written = cellOf(row, this.#columns.first('category'));
    const names = this.#columns.profile?.categories;
    return names && Object.hasOwn(names, written) ? (names[written] ?? written) : written;
  }

  #categoryOf(row: TableRow): string | undefined {
    const name = this.#categoryName(row);
    if (!name) return undefined;
    const key = slugOf(name) || name;
    const known = this.#categories.get(key);
    if (known) return known.id as string;
    const id = this.#categoryIds.of(slugOf(name) || 'category');
    this.#categories.set(key, {id, name: shortened(name)});
    return id;
  }

  #statusOf(row: TableRow): Row {
    const status = cellOf(row, this.#columns.first('status')).toLowerCase();
    if (isStatus(status)) return {status};
    if (status) this.#notes.count(NO_STATUS, row.number, status);
    return {};
  }

  #mediaOf(row: TableRow): readonly Row[] {
    const {of} = this.#columns;
    const columns = of('media');
    // Each has its own, or all have the same.
    const beside = (role: 'alt' | 'caption' | 'credit', i: number) =>
      asText(plainOf(cellOf(row, of(role)[of(role).length === columns.length ? i : 0])));
    return columns.flatMap((column, i) => {
      const [caption, credit] = [beside('caption', i), beside('credit', i)];
      const alt = beside('alt', i) || caption;
      const words = {...(caption && {caption}), ...(credit && {credit})};
      const cell = cellOf(row, column);
      if (!cell) return [];
      if (cell.startsWith('<')) return this.#markupMedia(cell, row, words);
      return cell.split(/\s+/).flatMap((address) => {
        const src = withScheme(address.replace(/[,;]$/, ''));
        const type = mediumTypeOf(src);
        if (!type || !/^(?:https?:\/\/|[^:]*$)/i.test(src)) {
          this.#notes.count(NO_MEDIUM, row.number, src);
          return [];
        }
        return [{type, src, ...(alt && {alt}), ...words}];
      });
    });
  }

  /** A quotation, or pictures and players, in HTML. */
  #markupMedia(cell: string, row: TableRow, words: Row): readonly Row[] {
    const {media, text, lost} = fromHtml(cell);
    for (const loss of lost) this.#notes.count(HTML_LOST, row.number, loss);
    const rows = mediaRows(media).map((medium) => ({...medium, ...words}));
    const quote = quoteOf(cell);
    if (quote) return [{...quote, ...words}, ...rows];
    if (text || rows.length === 0) this.#notes.count(NO_MEDIUM, row.number, text || cell);
    return rows;
  }
}

const HTML_LOST = {
  code: 'html-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'part' : 'parts'} of HTML in texts ${count === 1 ? 'is' : 'are'} left out, as ${examples}.`,
} as const;

const NO_STATUS = {
  code: 'status-not-read',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'cell is' : 'cells are'} no status of an event, as ${examples}, and ${count === 1 ? 'is' : 'are'} left out.`,
  fix: 'It is confirmed, reported, disputed or withdrawn.',
} as const;

const LONG_TITLE = {
  code: 'title-shortened',
  severity: 'said',
  message: (count: number) =>
    `${count} ${count === 1 ? 'title is' : 'titles are'} too long for a label and shortened; in full ${count === 1 ? 'it stands' : 'they stand'} in the text.`,
} as const;

const NO_TITLE = {
  code: 'title-missing',
  severity: 'said',
  message: (count: number) =>
    `${count} ${count === 1 ? 'row has' : 'rows have'} no title, and ${count === 1 ? 'is' : 'are'} called by category, place, text or date.`,
  fix: 'To take another column: --map "COLUMN=title".',
} as const;

const ID_TWICE = {
  code: 'id-twice',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'id stands' : 'ids stand'} a second time, as ${examples}, and ${count === 1 ? 'has' : 'have'} a number added.`,
  fix: 'Give each row an id of its own, as links name it.',
} as const;

const NO_MEDIUM = {
  code: 'media-not-read',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'cell holds' : 'cells hold'} no picture, film, recording, known player or document, as ${examples}, and ${count === 1 ? 'is' : 'are'} left out.`,
  fix: 'Give the address of the file, which ends in .jpg, .mp4, .mp3 or the like.',
} as const;
