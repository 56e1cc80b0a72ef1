import type {Dataset, Figure, Media, MediaFile, Place, Source, StoryEvent} from '../../core/dataset/index.js';
import {mediumTypeOf} from '../media.js';
import {readNumber} from '../tables/numbers.js';
import type {ExportOptions, ExportReport} from '../types.js';
import {Losses, loss} from './losses.js';
import {countDetails, isAddressed, nameOfMedium} from './media.js';
import {asCell, escapeHtml, Texts} from './texts.js';

export type Cell = string | number;

/** The events of a dataset as a table that importers read. */
export interface EventsTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly report: ExportReport;
}

/** What the columns hold; all else is named as lost. */
const HELD = new Set([
  ...['id', 'date', 'category', 'title', 'text', 'places', 'status', 'media', 'cite'].map(
    (field) => `events.${field}`,
  ),
  ...['id', 'name', 'lat', 'lon', 'radius', 'precision'].map((field) => `places.${field}`),
  ...['id', 'title', 'url'].map((field) => `sources.${field}`),
  ...['id', 'name'].flatMap((field) => [`actors.${field}`, `categories.${field}`, `measures.${field}`]),
  'measures.unit',
  // The date of a figure is compared with that of its event.
  ...['id', 'measure', 'event', 'date', 'actor', 'value', 'comparator'].map((field) => `figures.${field}`),
]);

/** Media and sources of an event that have columns of their own. */
const MAX_COLUMNS = 20;

/** Makes the table of a dataset: a row for each event, in one language. */
export const tableOf = (dataset: Dataset, format: string, options: ExportOptions): EventsTable =>
  new TableMaker(dataset, format, options).make();

interface Indexed<T> {
  readonly row: T;
  readonly index: number;
}

const byId = <T extends {readonly id: string}>(rows: readonly T[]): ReadonlyMap<string, Indexed<T>> =>
  new Map(rows.map((row, index) => [row.id, {row, index}]));

/** Figures of one measure and one claimant, which have a column. */
interface FigureColumn {
  readonly header: string;
  readonly byEvent: Map<string, Cell>;
}

class TableMaker {
  readonly #dataset: Dataset;
  readonly #losses: Losses;
  readonly #texts: Texts;
  readonly #places: ReadonlyMap<string, Indexed<Place>>;
  readonly #sources: ReadonlyMap<string, Indexed<Source>>;
  readonly #names = new Map<unknown, string>();

  constructor(dataset: Dataset, format: string, {language}: ExportOptions) {
    this.#dataset = dataset;
    this.#losses = new Losses(format, dataset);
    this.#texts = new Texts(dataset, this.#losses, language);
    this.#places = byId(dataset.places);
    this.#sources = byId(dataset.sources);
  }

  make(): EventsTable {
    const {events} = this.#dataset;
    const categories = byId(this.#dataset.categories);
    const figures = this.#figureColumns();
    const rows = events.map((event, index) => {
      const category = event.category === undefined ? undefined : categories.get(event.category);
      return {
        id: event.id,
        'date (EDTF)': event.date ?? '',
        title: asCell(this.#texts.line(event.title, 'events', index)),
        text: asWords(this.#texts.rich(event.text, 'events', index)),
        category: category ? this.#name('categories', category) : '',
        status: event.status ?? '',
        ...this.#placeCells(event),
        ...this.#sourceCells(event, index),
        ...this.#mediaCells(event, index),
        ...Object.fromEntries(figures.map(({header, byEvent}) => [header, byEvent.get(event.id) ?? ''])),
      } as Readonly<Record<string, Cell>>;
    });
    this.#nameUnused();
    this.#losses.nameFields(HELD);
    this.#nameIds();
    const header = headerOf(rows, figures);
    return {
      header,
      rows: rows.map((row) => header.map((name) => row[name] ?? '')),
      report: this.#losses.report(events.length),
    };
  }

  /** The name of a row in one line; of rows that share it, it is read once. */
  #name(
    table: 'places' | 'categories' | 'actors' | 'measures',
    {row, index}: Indexed<{readonly name: Place['name']}>,
  ): string {
    const known = this.#names.get(row);
    if (known !== undefined) return known;
    const name = asCell(this.#texts.line(row.name, table, index));
    this.#names.set(row, name);
    return name;
  }

  /** Places of an event; where there are several, all of its cells have as many parts. */
  #placeCells(event: StoryEvent): Readonly<Record<string, Cell>> {
    const places = event.places.flatMap((id) => this.#places.get(id) ?? []);
    const [first, ...others] = places;
    if (!first) return {};
    const isSingle = others.length === 0 && first.row.lat !== undefined;
    const names = places.map((place) => {
      const name = this.#name('places', place);
      if (isSingle || !/[;<]/.test(name)) return name;
      this.#losses.count('places', place.index, SIGNS_LOST);
      return this.#texts
        .line(place.row.name, 'places', place.index)
        .replace(/[;<>]/g, (sign) => REPLACED[sign] ?? sign);
    });
    const joined = (of: (place: Place) => Cell | undefined): Cell => {
      const cells = places.map(({row}) => of(row) ?? '');
      if (others.length === 0) return cells[0] ?? '';
      return cells.every((cell) => cell === '') ? '' : cells.join('; ');
    };
    return {
      place: names.join('; '),
      lat: joined(({lat}) => decimal(lat)),
      lon: joined(({lon}) => decimal(lon)),
      'radius (m)': joined(({radius}) => decimal(radius)),
      'place precision': joined(({precision}) => precision),
    };
  }

  #sourceCells(event: StoryEvent, index: number): Readonly<Record<string, Cell>> {
    const cited = [...new Set(event.cite.map(({source}) => source))].flatMap(
      (id) => this.#sources.get(id) ?? [],
    );
    if (event.cite.some(({quote, locator}) => quote !== undefined || locator !== undefined))
      this.#losses.count('events', index, QUOTES_LOST);
    if (cited.length > MAX_COLUMNS) this.#losses.count('events', index, SOURCES_LOST);
    return Object.fromEntries(
      cited.slice(0, MAX_COLUMNS).flatMap((source, i) => {
        const url = source.row.url ?? '';
        const isPage = /^https?:\/\/\S+$/i.test(url);
        if (url && !isPage) this.#losses.count('sources', source.index, ADDRESS_LOST, url);
        return [
          [numbered('source', i), this.#sourceName(source)],
          [numbered('url', i), isPage ? url : ''],
        ];
      }),
    );
  }

  #sourceName(source: Indexed<Source>): string {
    const known = this.#names.get(source.row);
    if (known !== undefined) return known;
    const title = asCell(this.#texts.line(source.row.title, 'sources', source.index));
    this.#names.set(source.row, title);
    return title;
  }

  #mediaCells(event: StoryEvent, index: number): Readonly<Record<string, Cell>> {
    const kept = event.media.filter((medium): medium is MediaFile => {
      const loss = mediumLoss(medium);
      if (loss) this.#losses.count('events', index, loss, nameOfMedium(medium));
      else countDetails(medium, index, this.#losses, 'table');
      return !loss;
    });
    for (const {src} of kept.slice(MAX_COLUMNS)) this.#losses.count('events', index, MEDIA_LOST, src);
    return Object.fromEntries(
      kept.slice(0, MAX_COLUMNS).flatMap(({src, alt, caption, credit}, i) => [
        [numbered('media', i), encoded(src)],
        [numbered('alt text', i), asCell(this.#texts.line(alt, 'events', index))],
        [numbered('caption', i), asCell(this.#texts.line(caption, 'events', index))],
        [numbered('credit', i), asCell(this.#texts.line(credit, 'events', index))],
      ]),
    );
  }

  /** A column for each measure and who claims its figures, with those of events. */
  #figureColumns(): readonly FigureColumn[] {
    const {figures, measures, actors, events} = this.#dataset;
    const [measureOf, actorOf, eventOf] = [byId(measures), byId(actors), byId(events)];
    const columns = new Map<string, FigureColumn>();
    for (const [index, figure] of figures.entries()) {
      const measure = measureOf.get(figure.measure ?? '');
      const actor = actorOf.get(figure.actor);
      const event = eventOf.get(figure.event ?? '');
      const cell = figureCell(figure);
      if (!measure || !actor || !event || cell === undefined) {
        this.#losses.count('figures', index, cell === undefined ? FIGURE_UNREAD : FIGURE_LOST);
        continue;
      }
      const {unit} = measure.row;
      const header = `${headerName(this.#name('measures', measure))}${unit ? ` (${headerName(unit)})` : ''} according to ${headerName(this.#name('actors', actor))}`;
      const column = columns.get(header) ?? {header, byEvent: new Map()};
      columns.set(header, column);
      if (column.byEvent.has(event.row.id)) {
        this.#losses.count('figures', index, FIGURE_TWICE);
        continue;
      }
      column.byEvent.set(event.row.id, cell);
      if (figure.date !== undefined && figure.date !== event.row.date)
        this.#losses.count('figures', index, FIGURE_DATE_LOST);
    }
    return [...columns.values()];
  }

  /** Rows that no event names are in no row of the table. */
  #nameUnused(): void {
    const {events, places, sources, categories} = this.#dataset;
    const used = new Set(
      events.flatMap((event) => [
        ...event.places.map((id) => `places ${id}`),
        ...event.cite.map(({source}) => `sources ${source}`),
        `categories ${event.category}`,
      ]),
    );
    for (const [table, rows] of Object.entries({places, sources, categories} as const))
      for (const [index, {id}] of rows.entries())
        if (!used.has(`${table} ${id}`)) this.#losses.count(table as 'places', index, UNUSED);
  }

  #nameIds(): void {
    const {places, sources, categories, languages} = this.#dataset;
    if (places.length + sources.length + categories.length > 0)
      this.#losses.add({
        code: 'ids-lost',
        severity: 'loss',
        message:
          'Events keep their ids; those of places, sources, categories and figures are made of their names when the table is imported, so that of rows with the same name one is left.',
      });
    if (languages[0] !== 'en' || this.#texts.language !== 'en')
      this.#losses.add({
        code: 'language-lost',
        severity: 'loss',
        message: 'It does not say in which language it is written.',
        fix: `When it is imported: --language ${this.#texts.language}.`,
      });
  }
}

const ALWAYS: ReadonlySet<string> = new Set(['id', 'date (EDTF)', 'title']);
/** Columns that there are once; lat, lon and radius all or none. */
const ONCE = [
  ...ALWAYS,
  ...['text', 'category', 'status', 'place', 'lat', 'lon', 'radius (m)', 'place precision'],
];
/** Columns that are numbered, and stand together. */
const SERIES = [
  ['source', 'url'],
  ['media', 'alt text', 'caption', 'credit'],
] as const;

/** The columns in which a cell is filled, and those that stand with one. */
function headerOf(
  rows: readonly Readonly<Record<string, Cell>>[],
  figures: readonly FigureColumn[],
): readonly string[] {
  const filled = new Set(ALWAYS);
  for (const row of rows) for (const [name, cell] of Object.entries(row)) if (cell !== '') filled.add(name);
  if (filled.has('lat')) filled.add('radius (m)');
  // Where there is one column, semicolons and addresses in it divide sources.
  if (rows.some(({source}) => /[;|]|https?:/i.test(String(source ?? '')))) filled.add(numbered('source', 1));
  const series = SERIES.flatMap((names) =>
    Array.from({length: MAX_COLUMNS}, (_, i) => names.map((name) => numbered(name, i)))
      .filter((columns) => columns.some((name) => filled.has(name)))
      .flat(),
  );
  return [...ONCE.filter((name) => filled.has(name)), ...series, ...figures.map(({header}) => header)];
}

/** A text that is but an address, as HTML: a column of such is one of sources. */
const asWords = (text: string): string =>
  /^https?:\/\/\S+$/i.test(text) ? `<p>${escapeHtml(text)}</p>` : text;

const numbered = (name: string, i: number): string => (i === 0 ? name : `${name} ${i + 1}`);

/** A number that readers of tables know: without an exponent. */
const decimal = (value: number | undefined): number | string | undefined =>
  value === undefined || !/e/.test(String(value)) ? value : expanded(value);

const expanded = (value: number): string =>
  value.toLocaleString('en-US', {useGrouping: false, maximumFractionDigits: 20});

/** A name as it stands in a header: without what would be taken for a unit. */
const headerName = (name: string): string =>
  name
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const COMPARATORS = {'=': '', '>=': '>=', '>': '>', '<=': '<=', '<': '<', '~': '~'} as const;

/** A figure as a cell; undefined when it could not be read again. */
function figureCell({comparator, value}: Figure): Cell | undefined {
  const cell = `${COMPARATORS[comparator]}${expanded(value)}`;
  if (readNumber(cell, {decimal: '.', isDoubtful: false})?.value !== value) return undefined;
  return cell === String(value) ? value : cell;
}

const encoded = (address: string): string => address.trim().replace(/\s/g, encodeURIComponent);

/** Why a medium is not in a table. */
function mediumLoss(medium: Media) {
  if (medium.warning !== undefined) return WARNING_LOST;
  if (!isAddressed(medium)) return MEDIA_LOST;
  const {src, type} = medium;
  const isTold = mediumTypeOf(src) === type && /^(?:https?:\/\/|[^:]*$)/i.test(src);
  return isTold ? undefined : MEDIA_LOST;
}

/** Signs that have a meaning where several places are in a cell. */
const REPLACED: Readonly<Record<string, string>> = {';': ',', '<': '‹', '>': '›'};

const SIGNS_LOST = loss(
  'name-changed',
  (_, examples) =>
    `Semicolons divide places in a cell, so in names they are commas, and < and > are ‹ and ›: ${examples}.`,
);
const QUOTES_LOST = loss(
  'quotes-lost',
  (count, examples) =>
    `Quotations and where in a source they stand have no column: of ${count === 1 ? 'one event' : `${count} events`}, ${examples}.`,
);
const SOURCES_LOST = loss(
  'cite-lost',
  (_, examples) => `Sources after the ${MAX_COLUMNS}th of an event are left out: ${examples}.`,
);
const ADDRESS_LOST = loss(
  'address-lost',
  (_, examples) => `An address that is no page of the web has no column: ${examples}.`,
);
const WARNING_LOST = loss(
  'media-with-warning',
  (_, examples) => `A table has no content warning, so a medium that has one is left out: ${examples}.`,
);
const MEDIA_LOST = loss(
  'media-lost',
  (_, examples) =>
    `A column has addresses: a quote, a pair of pictures, a medium whose address does not say its kind, and one too many are left out: ${examples}.`,
);
const FIGURE_LOST = loss(
  'figures-without-event',
  (count, examples) =>
    `A table has figures of an event and a measure; ${count === 1 ? 'one without is' : `${count} without are`} left out: ${examples}.`,
);
const FIGURE_UNREAD = loss(
  'figures-too-long',
  (_, examples) => `A number has too many digits for a cell, and is left out: ${examples}.`,
);
const FIGURE_TWICE = loss(
  'figures-twice',
  (_, examples) =>
    `Of two figures of one measure, event and claimant the first is kept, and left out: ${examples}.`,
);
const FIGURE_DATE_LOST = loss(
  'figures-date-lost',
  (_, examples) => `A figure has the date of its event; another is lost of ${examples}.`,
);
const UNUSED = loss(
  'unused-lost',
  (count, examples) => `What no event names is in no row: ${count === 1 ? '' : `${count}, as `}${examples}.`,
);
