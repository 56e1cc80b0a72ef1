import {
  byId,
  type CountryBoxes,
  checkEmpty,
  checkRowCount,
  checkTables,
  createChecks,
  type Origin,
} from './checks.js';
import {freeze} from './empty.js';
import type {Report} from './faults.js';
import {wordIssue} from './issue-texts.js';
import {idsOf, isSelectable} from './known.js';
import {languagesOf, timeZoneOf} from './locale.js';
import {rowIndex} from './lookup.js';
import {readTree, reporter} from './parse-tree.js';
import type {Row} from './plain.js';
import {createReader, type Reader} from './read.js';
import {nameRow} from './row-names.js';
import type {Category, Dataset, Issue, ParseResult, Place, Source, StoryEvent} from './types.js';

/** Maximum number of issues kept per code; the rest are only counted. */
export const MAX_ISSUES = 1000;
/** Number of rows after which pending links to later rows are resolved. */
const LINK_CHECK = 5000;

const silent: Report = () => {};
const NO_ISSUES: readonly Issue[] = [];

/** The tables that can be parsed row by row. */
export type RowTable = 'places' | 'events';

/** The parts of a file that parsing its rows depends on. */
export interface Head {
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly sources: readonly Source[];
  readonly categories: readonly Category[];
  /** Cache keys: heads with equal keys parse the rows of a table identically. */
  readonly keys: Readonly<Record<RowTable, string>>;
}

export function readHead(tree: Row): Head {
  const timeZone = timeZoneOf(tree);
  const languages = languagesOf(tree);
  const part = {sources: tree.sources, categories: tree.categories};
  const read = createReader(timeZone, languages, silent, idsOf(part)).tree(part);
  const {sources, categories} = read as unknown as Pick<Dataset, 'sources' | 'categories'>;
  const places = JSON.stringify([languages, sources]);
  const keys = {places, events: JSON.stringify([timeZone, categories]) + places};
  return {timeZone, languages, sources, categories, keys};
}

/** Collects issues, at most `MAX_ISSUES` per code. */
class IssueLog {
  readonly kept: {readonly row: number; readonly issue: Issue}[] = [];
  /** Number of dropped issues, by code. */
  readonly more = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  add(row: number, issues: readonly Issue[]): void {
    for (const issue of issues) {
      const count = (this.#counts.get(issue.code) ?? 0) + 1;
      this.#counts.set(issue.code, count);
      if (count <= MAX_ISSUES) this.kept.push({row, issue});
      else this.more.set(issue.code, count - MAX_ISSUES);
    }
  }

  /** The kept issues, in row order. */
  get issues(): readonly Issue[] {
    return this.kept.toSorted((a, b) => a.row - b.row).map(({issue}) => issue);
  }
}

/** The ids of a table's rows, in row order. */
export interface RowIds {
  readonly size: number;
  indexOf(id: string): number;
  has(id: string): boolean;
  /** Adds an id; false for a duplicate. */
  add(id: string): boolean;
}

/** A row with forward references, to rows not parsed yet. */
interface Forward {
  readonly index: number;
  readonly json: Row;
  readonly links: readonly string[];
  readonly issues: readonly Issue[];
}

export interface TableParserOptions<I extends RowIds> {
  readonly table: RowTable;
  readonly head: Head;
  /** Receives the ids of the kept rows. */
  readonly ids: I;
  readonly hasPlace: (id: string) => boolean;
  readonly countries: CountryBoxes | undefined;
}

/** Parses one table row by row, with the same result as `parseDataset`. */
export class TableParser<T extends Place | StoryEvent, I extends RowIds = RowIds> {
  readonly head: Head;
  /** Ids of the kept rows, in row order. */
  readonly ids: I;
  /** Indexes of the dropped rows in the file. */
  readonly dropped = new Set<number>();
  /** Events all of whose links turned out invalid, as indexes among the kept ones. */
  readonly unlinked: number[] = [];
  /** Number of rows parsed so far, kept or dropped. */
  parsed = 0;
  /** Ids of unknown places that were referenced, and the number of rows with unknown references. */
  readonly missing = new Set<string>();
  rowsMissing = 0;
  /** Issues found while reading rows, and those found by the checks. */
  readonly found = new IssueLog();
  readonly checked = new IssueLog();

  readonly #table: RowTable;
  readonly #reader: Reader;
  readonly #checks: ReturnType<typeof createChecks>;
  readonly #has: Readonly<Record<string, (id: string) => boolean>>;
  #forward: Forward[] = [];

  // State of the row being parsed.
  #index = 0;
  #json: unknown;
  #issues: Issue[] = [];
  #links: string[] = [];
  #isMissing = false;
  /** All rows are parsed: unresolved links are invalid now. */
  #isFinal = false;

  constructor({table, head, ids, hasPlace, countries}: TableParserOptions<I>) {
    this.#table = table;
    this.head = head;
    this.ids = ids;
    const sources = byId(head.sources);
    const categories = byId(head.categories);
    this.#has = {
      sources: (id) => sources.has(id),
      categories: (id) => categories.has(id),
      places: hasPlace,
    };
    const report: Report = (code, severity, path, values, lost) => {
      const [message, fix] = wordIssue(code, values, lost);
      const row = nameRow(table, this.#index, this.#json);
      this.#issues.push({code, severity, path, row, message, fix});
    };
    this.#checks = createChecks(sources, head.timeZone, report, countries);
    this.#reader = createReader(head.timeZone, head.languages, report, {
      has: (other, id) => (other === 'events' ? this.#linksTo(id) : this.#refersTo(other, id)),
      gives: () => false,
      take: (_, id) => (this.#isFinal ? !this.dropped.has(this.#index) : this.ids.add(id)),
    });
  }

  /** Whether a link to an event is accepted. Until all rows are parsed every link is, and is checked later. */
  #linksTo(id: string): boolean {
    if (this.ids.has(id)) return true;
    this.#links.push(id);
    return !this.#isFinal;
  }

  #refersTo(table: string, id: string): boolean {
    const has = this.#has[table]?.(id) === true;
    if (!has) {
      this.#isMissing = true;
      if (table === 'places') this.missing.add(id);
    }
    return has;
  }

  /** Parses the next row; undefined when it is dropped. */
  next(json: unknown): T | undefined {
    const index = this.parsed++;
    const row = this.#read(json, index);
    if (!row) this.dropped.add(index);
    const issues = this.#takeIssues();
    // Forward links are assumed valid until all rows are parsed, as most are.
    if (this.#links.length > 0) this.#forward.push({index, json: json as Row, links: this.#links, issues});
    else this.found.add(index, issues);
    this.#links = [];
    if (this.#isMissing) this.rowsMissing++;
    this.#isMissing = false;
    if (row) this.#check(row, json as Row, index);
    if (this.parsed % LINK_CHECK === 0) this.#settleLinks();
    return row;
  }

  /** Checks the pending links, after the last row. */
  finish(): void {
    this.#settleLinks();
    this.#isFinal = true;
    for (const {index, json} of this.#forward) {
      const row = this.#read(json, index) as StoryEvent | undefined;
      if (row?.links.length === 0) this.unlinked.push(this.ids.indexOf(row.id));
      this.found.add(index, this.#takeIssues());
    }
    this.#forward = [];
  }

  #read(json: unknown, index: number): T | undefined {
    this.#index = index;
    this.#json = json;
    return this.#reader.row(this.#table, json, index) as T | undefined;
  }

  #check(row: T, json: Row, index: number): void {
    const origin: Origin = {json, path: `/${this.#table}/${index}`};
    if (this.#table === 'places') this.#checks.checkPlace(row as Place, origin);
    else this.#checks.checkEvent(row as StoryEvent, origin);
    this.checked.add(index, this.#takeIssues());
  }

  #takeIssues(): readonly Issue[] {
    if (this.#issues.length === 0) return NO_ISSUES;
    const issues = this.#issues;
    this.#issues = [];
    return issues;
  }

  /** Drops pending rows whose links have all been resolved. */
  #settleLinks(): void {
    this.#forward = this.#forward.filter(({index, links, issues}) => {
      if (!links.every((id) => this.ids.has(id))) return true;
      this.found.add(index, issues);
      return false;
    });
  }
}

/** The parsers of the tables that were parsed row by row. */
export interface ParsedTables {
  readonly places?: TableParser<Place> | undefined;
  readonly events?: TableParser<StoryEvent> | undefined;
}

/** Parses the rest of a dataset whose large tables were parsed row by row; those are empty in the result. */
export function parseAround(tree: Row, {places, events}: ParsedTables): ParseResult {
  const issues: Issue[] = [];
  const report = reporter(issues, tree, wordIssue);
  const parsers = new Map<string, TableParser<Place> | TableParser<StoryEvent>>();
  if (places) parsers.set('places', places);
  if (events) parsers.set('events', events);
  const {dataset, originOf} = readTree(tree, report, (ids) => ({
    has: (table, id) => parsers.get(table)?.ids.has(id) ?? ids.has(table, id),
    gives: (table, id) => parsers.get(table)?.ids.has(id) ?? ids.gives(table, id),
    take: (table, id) => !(isSelectable(table) && events?.ids.has(id)) && ids.take(table, id),
    instead(table) {
      const parser = parsers.get(table);
      for (const issue of parser?.found.issues ?? []) issues.push(issue);
      return parser && [];
    },
  }));
  checkRowCount(tree, report, (places?.parsed ?? 0) + (events?.parsed ?? 0));
  checkEmpty(dataset, report, (places?.ids.size ?? 0) + (events?.ids.size ?? 0));
  for (const parser of parsers.values()) for (const issue of parser.checked.issues) issues.push(issue);
  checkTables(dataset, originOf, report);
  return {dataset, issues: limitIssues(issues, [...parsers.values()])};
}

/** Limits the issues to `MAX_ISSUES` per code, and adds one issue per code with the number dropped. */
function limitIssues(
  issues: readonly Issue[],
  parsers: readonly {readonly found: IssueLog; readonly checked: IssueLog}[],
): readonly Issue[] {
  const log = new IssueLog();
  log.add(0, issues);
  for (const {more} of parsers.flatMap(({found, checked}) => [found, checked]))
    for (const [code, count] of more) log.more.set(code, (log.more.get(code) ?? 0) + count);
  const kept = log.issues;
  const more = [...log.more].map(([code, count]): Issue => {
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
  return [...kept, ...more];
}

/**
 * Creates parsers of single rows for lazy tables. They report nothing: the rows' issues were reported when the file was
 * loaded.
 */
export function createRowParsers(
  {timeZone, languages}: Dataset,
  dataset: () => Dataset,
  countries?: CountryBoxes,
) {
  const reader = createReader(timeZone, languages, silent, {
    has: (table, id) => rowIndex(dataset()[table as RowTable], id) >= 0,
    gives: () => false,
    take: () => true,
  });
  const {checkPlace} = createChecks(new Map(), timeZone, silent, countries);
  const read = (table: RowTable, json: unknown, index: number) => {
    const row = reader.row(table, json, index);
    if (!row) throw new TypeError(`Row ${index} of ${table} is none.`);
    return row;
  };
  return {
    place(json: unknown, index: number): Place {
      const place = read('places', json, index) as unknown as Place;
      checkPlace(place, {json: json as Row, path: ''});
      return freeze(place);
    },
    event: (json: unknown, index: number): StoryEvent =>
      freeze(read('events', json, index) as unknown as StoryEvent),
  };
}
