/** What every importer and exporter takes and gives: the same in a browser and on the command line. */
import type {CountryBoxes, Dataset, Row} from '../core/dataset/index.js';

/** Something that an import says of its input, or an export of its dataset: a loss, a doubt, or how it was read. */
export interface ImportNote {
  /** Stable name of the kind, as `date-not-read`. */
  readonly code: string;
  /** `loss`: something of the input is not in the dataset; `doubt`: read in one of several ways; `said`: how it was read. */
  readonly severity: 'loss' | 'doubt' | 'said';
  /** Where, as the author of the input counts: `row 7`, `slide 3`, `column "Date"`, `file`; in an export `event 3`. */
  readonly row: string;
  readonly message: string;
  /** What the author can do. */
  readonly fix?: string;
}

/** Rows in = events out + other rows made of them + rows that became nothing, each of which has a note. */
export interface ImportReport {
  /** Name of the format, as `table`, `timelinejs`. */
  readonly format: string;
  /** Rows, slides or features of the input. */
  readonly rows: number;
  /** How many of them became events. */
  readonly events: number;
  /** How many became something else than an event, by what: `{spans: 3, title: 1, shapes: 2}`. */
  readonly others: Readonly<Record<string, number>>;
  /** How many became nothing. */
  readonly lost: number;
  readonly notes: readonly ImportNote[];
}

export interface Imported {
  /** A dataset as JSON, not yet checked; undefined when nothing could be read. */
  readonly dataset: Row | undefined;
  readonly report: ImportReport;
}

/** A file as it came, read as far as all importers need it. */
export interface Input {
  /** Name or address, as its author wrote it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its text, without a byte order mark; undefined when it is none, as of an archive. */
  readonly text: string | undefined;
  /** The text as JSON; undefined when it is none. */
  readonly tree: unknown;
  /** How its text was read. */
  readonly notes: readonly ImportNote[];
}

/** The world that comes along, in cells, for places without coordinates. */
export interface World {
  /** Names of the cells, `level-z-x-y`. */
  readonly cells: () => Promise<readonly string[]>;
  /** The text of one. */
  readonly cell: (name: string) => Promise<string>;
}

/** What an author may say of an input; importers use what concerns them. */
export interface ImportOptions {
  /** Language of the texts, a BCP 47 tag; by default found, or English. */
  readonly language?: string;
  /** Roles by the name of their column. */
  readonly roles?: ReadonlyMap<string, string>;
  /** Who claims the numbers. */
  readonly claimant?: string;
  /** Which number comes first in a date as 9/8/1912. */
  readonly dates?: 'day-first' | 'month-first';
  /** The first of the hundred years in which years of two digits lie, as 1930. */
  readonly century?: number;
  /** What a year with a minus is: of ISO 8601, in which -0300 is 301 BCE, or that many years BCE. */
  readonly negativeYears?: 'astronomical' | 'historical';
  /** Name of a sheet of a workbook. */
  readonly sheet?: string;
  /** ISO 3166-1 code of the country in which all places lie. */
  readonly country?: string;
  readonly countries?: CountryBoxes;
  readonly world?: World;
  /** Called now and then with the number of rows of a table that are read, and of all; the import waits for it. */
  readonly onRows?: (rows: number, all: number) => void | Promise<void>;
}

export type Import = (input: Input, options: ImportOptions) => Promise<Imported>;

/** A format that can be imported; its code is fetched only when it is used. */
export interface Importer {
  /** As `--from` names it. */
  readonly name: string;
  /** What an input is called of which it is sure, as "a table (CSV)". */
  readonly title: string;
  readonly recognises: (input: Input) => boolean;
  readonly load: () => Promise<Import>;
}

/** What an author may say of an export; exporters use what concerns them. */
export interface ExportOptions {
  /** Language of the texts, a BCP 47 tag; by default that of the dataset. */
  readonly language?: string;
  /** Puts a byte order mark before a CSV, by which Excel knows that it is UTF-8. */
  readonly withByteOrderMark?: boolean;
  /** When the export is made, in milliseconds since 1970, as calendars say; by default the day of `updated`, or 1970. */
  readonly now?: number;
}

export interface ExportReport {
  /** Name of the format, as `csv`. */
  readonly format: string;
  /** Events of the dataset, and how many of them are in the file. */
  readonly events: number;
  readonly written: number;
  /** Each thing that the format does not hold, with the rows and the reason. */
  readonly notes: readonly ImportNote[];
}

/** What an exporter makes of a dataset. */
export interface Exported {
  readonly content: string | Uint8Array;
  /** For a server, as `text/csv; charset=utf-8`. */
  readonly mediaType: string;
  /** Of the file's name, without a dot. */
  readonly extension: string;
  readonly report: ExportReport;
}

type Made = Pick<Exported, 'content' | 'report'>;

export type Export = (dataset: Dataset, options: ExportOptions) => Made | Promise<Made>;

/** A format that a dataset can be exported to; its code is fetched only when it is used. */
export interface Exporter {
  /** As `--to` names it. */
  readonly name: string;
  /** As "a table (CSV)". */
  readonly title: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly load: () => Promise<Export>;
}
