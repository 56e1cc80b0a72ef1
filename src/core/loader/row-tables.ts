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

/** So many rows may name places that are not there before reading waits for the rest of the file. */
const MAX_MISSING = 1000;

/** Places and events as they are parsed: their columns, what is wrong with them, and their ids. */
export class RowTables {
  places: TableParser<Place, IdTable> | undefined;
  events: TableParser<StoryEvent, IdTable> | undefined;
  readonly #countries: CountryBoxes | undefined;
  #points = new PointBuilder();
  /** How many places cite each source. */
  #citations = new Map<string, number>();
  #columns: ColumnBuilder | undefined;

  constructor(countries: CountryBoxes | undefined) {
    this.#countries = countries;
  }

  get points(): Points {
    return this.#points.build();
  }

  /** How many rows of a table were parsed, kept or not; undefined before it is open. */
  parsed(table: RowTable): number | undefined {
    return this[table]?.parsed;
  }

  /** Whether so many of the first events name missing places that these are likely to come after them. */
  get areMissingPlaces(): boolean {
    const {events} = this;
    return events !== undefined && events.rowsMissing > MAX_MISSING + events.parsed / 2;
  }

  /** Parses a table from its first row on, with what the head of the file says. */
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
    // Asked twice in a row: whether it is there, and where.
    let last = '';
    let index = -1;
    const indexOf = (id: string) => {
      if (id === last) return index;
      index = this.places?.ids.indexOf(id) ?? -1;
      // What is not there may still come.
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

  /** Parses the next row of a table that is open. */
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

  /** Whether a table was parsed with less, or other, knowledge than there is at the end of the file. */
  isStale(table: RowTable, head: Head): boolean {
    const {places, events} = this;
    if (this[table]?.head.keys[table] !== head.keys[table]) return true;
    return table === 'events' && [...(events?.missing ?? [])].some((id) => places?.ids.has(id));
  }

  /** After the last row. */
  finish(): void {
    this.places?.finish();
    this.events?.finish();
  }

  /** The columns of what is in so far, for the dataset that it stands in. */
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
}

const withoutEvents = (dataset: Dataset) =>
  new ColumnBuilder(
    dataset,
    () => -1,
    () => false,
  );
