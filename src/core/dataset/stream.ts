import {byId, type CountryBoxes, checkEmpty, checkTables, createChecks, type Origin} from './checks.js';
import {freeze} from './empty.js';
import {IdTable} from './packed.js';
import {
  createReader,
  idsOf,
  languagesOf,
  nameRow,
  type Reader,
  type Report,
  type Row,
  rowName,
  timeZoneOf,
} from './read.js';
import {rowIndex} from './rows.js';
import type {Category, Dataset, Issue, ParseResult, Place, Source, StoryEvent} from './types.js';

/** Issues of one code that are kept; of the others their number is told. */
export const MAX_ISSUES = 1000;
/** After how many rows it is seen whether links can be settled. */
const SETTLE = 5000;

const silent: Report = () => {};

/** What must be known before rows are read. */
export interface Head {
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly sources: readonly Source[];
  readonly categories: readonly Category[];
  /** Equal for heads with which the rows of a table read alike. */
  readonly keys: Readonly<Record<'places' | 'events', string>>;
}

export function readHead(tree: Row): Head {
  const [timeZone, languages] = [timeZoneOf(tree), languagesOf(tree)];
  const part = {sources: tree.sources, categories: tree.categories};
  const read = createReader(timeZone, languages, silent, idsOf(part)).tree(part);
  const {sources, categories} = read as unknown as Pick<Dataset, 'sources' | 'categories'>;
  const places = JSON.stringify([languages, sources]);
  const keys = {places, events: JSON.stringify([timeZone, categories]) + places};
  return {timeZone, languages, sources, categories, keys};
}

/** Issues, of each code no more than are worth keeping. */
class IssueLog {
  readonly kept: {readonly row: number; readonly issue: Issue}[] = [];
  /** How many more there are of a code. */
  readonly more = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  add(row: number, issue: Issue): void {
    const count = (this.#counts.get(issue.code) ?? 0) + 1;
    this.#counts.set(issue.code, count);
    if (count <= MAX_ISSUES) this.kept.push({row, issue});
    else this.more.set(issue.code, count - MAX_ISSUES);
  }

  /** In the order of the rows. */
  get issues(): readonly Issue[] {
    return this.kept.toSorted((a, b) => a.row - b.row).map(({issue}) => issue);
  }
}

/** A row that links to events that were not read yet. */
interface Waiting {
  readonly index: number;
  readonly json: Row;
  readonly links: readonly string[];
  readonly issues: readonly Issue[];
}

/** Reads one table row by row: each once, and the same as `parseDataset` does. */
export class RowStream<T extends Place | StoryEvent> {
  /** Ids of the rows that are kept, in their order. */
  readonly ids = new IdTable();
  /** Places in the file of rows that were left out. */
  readonly dropped = new Set<number>();
  /** Events that have no link after all: places among those that are kept. */
  readonly unlinked: number[] = [];
  /** How many rows of the file were read. */
  read = 0;
  /** Places that were named and not there, and how many rows name such. */
  readonly missing = new Set<string>();
  rowsMissing = 0;
  readonly found = new IssueLog();
  readonly checked = new IssueLog();

  readonly #reader: Reader;
  readonly #checks: ReturnType<typeof createChecks>;
  #waiting: Waiting[] = [];
  #json: unknown;
  #issues: Issue[] = [];
  #links: string[] = [];
  #misses = false;
  /** Set while rows are read again at the end. */
  #again = -1;

  constructor(
    readonly table: 'places' | 'events',
    readonly head: Head,
    hasPlace: (id: string) => boolean,
    countries?: CountryBoxes,
  ) {
    const sources = byId(head.sources);
    const categories = byId(head.categories);
    const report: Report = (code, severity, path, message, fix) => {
      const index = this.#again < 0 ? this.read : this.#again;
      const row = nameRow(table, index, this.#json);
      this.#issues.push({code, severity, path, row, message, fix});
    };
    this.#checks = createChecks(sources, head.timeZone, report, countries);
    this.#reader = createReader(head.timeZone, head.languages, report, {
      has: (other, id) => {
        if (other === 'events') {
          if (this.ids.has(id)) return true;
          this.#links.push(id);
          return this.#again < 0;
        }
        const has =
          other === 'sources' ? sources.has(id) : other === 'categories' ? categories.has(id) : hasPlace(id);
        if (!has) {
          this.#misses = true;
          if (other === 'places') this.missing.add(id);
        }
        return has;
      },
      gives: () => false,
      take: (_, id) => {
        if (this.#again >= 0) return !this.dropped.has(this.#again);
        return this.ids.add(id);
      },
    });
  }

  /** Reads the next row; undefined when it is left out. */
  next(json: unknown): T | undefined {
    const index = this.read;
    this.#json = json;
    const row = this.#reader.row(this.table, json, index) as T | undefined;
    if (!row) this.dropped.add(index);
    if (this.#links.length > 0) {
      // Taken for good until all rows are in: most are.
      this.#waiting.push({index, json: json as Row, links: this.#links, issues: this.#issues});
      this.#links = [];
      this.#issues = [];
    } else this.#log(this.found, index);
    if (this.#misses) this.rowsMissing++;
    this.#misses = false;
    if (row) {
      const origin: Origin = {json: json as Row, path: `/${this.table}/${index}`};
      if (this.table === 'places') this.#checks.checkPlace(row as Place, origin);
      else this.#checks.checkEvent(row as StoryEvent, origin);
      this.#log(this.checked, index);
    }
    this.read++;
    if (this.read % SETTLE === 0) this.#settle();
    return row;
  }

  /** After the last row. */
  finish(): void {
    this.#settle();
    for (const {index, json} of this.#waiting) {
      this.#again = index;
      this.#json = json;
      const row = this.#reader.row(this.table, json, index) as StoryEvent | undefined;
      if (row?.links.length === 0) this.unlinked.push(this.ids.indexOf(row.id));
      this.#log(this.found, index);
    }
    this.#waiting = [];
  }

  #log(log: IssueLog, index: number): void {
    if (this.#issues.length === 0) return;
    for (const issue of this.#issues) log.add(index, issue);
    this.#issues = [];
  }

  #settle(): void {
    this.#waiting = this.#waiting.filter(({index, links, issues}) => {
      if (!links.every((id) => this.ids.has(id))) return true;
      for (const issue of issues) this.found.add(index, issue);
      return false;
    });
  }
}

/** The rest of a dataset whose places and events came row by row; its own tables of these are empty. */
export function readTables(
  tree: Row,
  places: RowStream<Place> | undefined,
  events: RowStream<StoryEvent> | undefined,
): ParseResult {
  const issues: Issue[] = [];
  const report: Report = (code, severity, path, message, fix) => {
    issues.push({code, severity, path, row: rowName(tree, path), message, fix});
  };
  const [timeZone, languages, ids] = [timeZoneOf(tree), languagesOf(tree), idsOf(tree)];
  const streams: Readonly<Record<string, RowStream<Place> | RowStream<StoryEvent> | undefined>> = {
    places,
    events,
  };
  const instead = Object.fromEntries(
    Object.entries(streams)
      .filter(([, stream]) => stream)
      .map(([table, stream]) => [
        table,
        () => {
          for (const issue of stream?.found.issues ?? []) issues.push(issue);
          return [];
        },
      ]),
  );
  const origins = new Map<object, Origin>();
  const read = createReader(timeZone, languages, report, {
    ...ids,
    has: (table, id) => streams[table]?.ids.has(id) ?? ids.has(table, id),
    gives: (table, id) => streams[table]?.ids.has(id) ?? ids.gives(table, id),
    keep(table, row, json, path) {
      ids.keep(table, row);
      origins.set(row, {json, path});
    },
    instead,
  }).tree(tree);
  const dataset = {...read, language: languages[0], languages, timeZone} as unknown as Dataset;
  checkEmpty((places?.ids.size ?? 0) + (events?.ids.size ?? 0) + dataset.figures.length, report);
  for (const stream of [places, events]) for (const issue of stream?.checked.issues ?? []) issues.push(issue);
  checkTables(dataset, (row) => origins.get(row) ?? {json: {}, path: ''}, report);
  const log = new IssueLog();
  for (const issue of issues) log.add(0, issue);
  for (const stream of [places, events]) {
    for (const {more} of stream ? [stream.found, stream.checked] : [])
      for (const [code, count] of more) log.more.set(code, (log.more.get(code) ?? 0) + count);
  }
  const kept = log.issues;
  const rest = [...log.more].map(([code, count]): Issue => {
    const like = kept.find((issue) => issue.code === code);
    return {
      code,
      severity: like?.severity ?? 'error',
      path: '',
      row: 'dataset',
      message: `There are ${count} more like it.`,
      fix: like?.fix ?? '',
    };
  });
  return {dataset, issues: [...kept, ...rest]};
}

/** Reads single rows of a dataset that was read before: what was wrong with them has been said. */
export function rowReaders({timeZone, languages}: Dataset, dataset: () => Dataset, countries?: CountryBoxes) {
  const reader = createReader(timeZone, languages, silent, {
    has: (table, id) => rowIndex(dataset()[table as 'events'], id) >= 0,
    gives: () => false,
    take: () => true,
  });
  const {checkPlace} = createChecks(new Map(), timeZone, silent, countries);
  const read = (table: string, json: unknown, index: number) => {
    const row = reader.row(table, json, index);
    if (!row) throw new TypeError(`Row ${index} of ${table} is none.`);
    return row;
  };
  return {
    place: (json: unknown, index: number): Place => {
      const row = read('places', json, index) as unknown as Place;
      checkPlace(row, {json: json as Row, path: ''});
      return freeze(row);
    },
    event: (json: unknown, index: number): StoryEvent =>
      freeze(read('events', json, index) as unknown as StoryEvent),
  };
}
