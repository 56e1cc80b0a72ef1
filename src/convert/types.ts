/** What every importer takes and gives: the same in a browser and on the command line. */
import type {CountryBoxes, Row} from '../core/dataset/index.js';

/** Something that an import says of its input: a loss, a doubt, or how a column was read. */
export interface ImportNote {
  /** Stable name of the kind, as `date-not-read`. */
  readonly code: string;
  /** `loss`: something of the input is not in the dataset; `doubt`: read in one of several ways; `said`: how it was read. */
  readonly severity: 'loss' | 'doubt' | 'said';
  /** Where, as the author of the input counts: `row 7`, `slide 3`, `feature 12`, `column "Date"`, `file`. */
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
  /** Name of a sheet of a workbook. */
  readonly sheet?: string;
  /** ISO 3166-1 code of the country in which all places lie. */
  readonly country?: string;
  readonly countries?: CountryBoxes;
  readonly world?: World;
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
