import {u16, u32} from '../arrays/index.js';
import {
  type CountryBoxes,
  type Dataset,
  type Head,
  type Place,
  type RowTable,
  type StoryEvent,
  TableParser,
} from '../dataset/index.js';
import {ColumnBuilder, type Columns, FLAG, PointBuilder, type Points} from '../table/index.js';
import {IdTable} from './packed-rows.js';

/** Rows that may refer to unknown places before reading waits for the rest of the file. */
const MAX_MISSING = 1000;

/** The tables of places and events while they are parsed: columns, issues and ids. */
export class RowTables {
  places: TableParser<Place, IdTable> | undefined;
  events: TableParser<StoryEvent, IdTable> | undefined;
  readonly #countries: CountryBoxes | undefined;
  #points = new PointBuilder();
  /** Number of places that cite each source. */
  #citations = new Map<string, number>();
  #columns: ColumnBuilder | undefined;

  constructor(countries: CountryBoxes | undefined) {
    this.#countries = countries;
  }

  get points(): Points {
    return this.#points.build();
  }

  /** Number of parsed rows of a table, kept or dropped; undefined before it is open. */
  parsed(table: RowTable): number | undefined {
    return this[table]?.parsed;
  }

  /** Whether so many of the first events refer to unknown places that the table of places probably follows. */
  get isMissingPlaces(): boolean {
    const {events} = this;
    return events !== undefined && events.rowsMissing > MAX_MISSING + events.parsed / 2;
  }

  /** Starts a table over, with the head of the file (the small tables). */
  open(table: RowTable, head: Head): void {
    if (table === 'places') this.#openPlaces(head);
    else this.#openEvents(head);
  }

  #openPlaces(head: Head): void {
    this.places = new TableParser<Place, IdTable>({
      table: 'places',
      head,
      ids: new IdTable(),
      hasPlace: () => false,
      countries: this.#countries,
    });
    this.#points = new PointBuilder();
    this.#citations = new Map();
  }

  #openEvents(head: Head): void {
    // Each id is looked up twice in a row: for its existence and for its index.
    let last = '';
    let index = -1;
    const indexOf = (id: string) => {
      if (id === last) return index;
      index = this.places?.ids.indexOf(id) ?? -1;
      // Do not cache a miss: the place may still follow.
      last = index < 0 ? '' : id;
      return index;
    };
    this.events = new TableParser<StoryEvent, IdTable>({
      table: 'events',
      head,
      ids: new IdTable(),
      hasPlace: (id) => indexOf(id) >= 0,
      countries: this.#countries,
    });
    this.#columns = new ColumnBuilder(head, indexOf, (place) => this.#points.has(place));
  }

  /** Parses the next row of an open table. */
  add(table: RowTable, json: unknown): void {
    if (table === 'places') this.#addPlace(json);
    else this.#addEvent(json);
  }

  #addPlace(json: unknown): void {
    const place = this.places?.next(json);
    if (!place) return;
    this.#points.add(place);
    if (!place.cite?.length) return;
    for (const source of new Set(place.cite.map((citation) => citation.source)))
      this.#citations.set(source, (this.#citations.get(source) ?? 0) + 1);
  }

  #addEvent(json: unknown): void {
    const event = this.events?.next(json);
    if (event) this.#columns?.add(event);
  }

  /** Whether a table was parsed with an incomplete or different head or places than the whole file has. */
  isStale(table: RowTable, head: Head): boolean {
    const {places, events} = this;
    if (this[table]?.head.keys[table] !== head.keys[table]) return true;
    return table === 'events' && [...(events?.missing ?? [])].some((id) => places?.ids.has(id));
  }

  /** Finishes the checks, after the last row. */
  finish(): void {
    this.places?.finish();
    this.events?.finish();
  }

  /** The columns of the events parsed so far, with the citations of `dataset`. */
  columnsFor(dataset: Dataset): Columns | undefined {
    const builder = this.#columns ?? (this.places && withoutEvents(dataset));
    const columns = builder?.build();
    if (!columns) return undefined;
    dataset.sources.forEach(({id}, i) => {
      columns.citations[i] = u32(columns.citations, i) + (this.#citations.get(id) ?? 0);
    });
    for (const unlinked of new Set(this.events?.unlinked)) {
      const row = columns.fileIndex.indexOf(unlinked);
      columns.flags[row] = u16(columns.flags, row) & ~FLAG.linked;
    }
    return columns;
  }

  /** For each figure the row of its event: the ids are here, and read anew they would hold up the page. */
  figureRowsFor({figures}: Dataset, {fileIndex}: Columns): Int32Array {
    const rows = new Int32Array(fileIndex.length);
    fileIndex.forEach((index, row) => {
      rows[index] = row;
    });
    const rowOf = (event: string | undefined) =>
      event === undefined ? NO_ROW : (rows[this.events?.ids.indexOf(event) ?? NO_ROW] ?? NO_ROW);
    return Int32Array.from(figures, ({event}) => rowOf(event));
  }
}

const NO_ROW = -1;

const withoutEvents = (dataset: Dataset) =>
  new ColumnBuilder(
    dataset,
    () => -1,
    () => false,
  );
