import type {ImportNote} from './types.js';

/** Rows and examples that a note names. */
const MAX_NAMED = 5;
/** Of a longer example its beginning is named. */
const MAX_EXAMPLE = 60;

/** What a note of many rows says, made when their number is known. */
interface Kind {
  readonly code: string;
  readonly severity: ImportNote['severity'];
  readonly message: (count: number, examples: string) => string;
  readonly fix?: string;
}

/** Collects the notes of an import; those of one kind become one, with the first rows. */
export class Notes {
  readonly #unit: string;
  readonly #notes: ImportNote[];
  readonly #groups = new Map<
    string,
    {readonly kind: Kind; readonly rows: number[]; readonly examples: Set<string>; count: number}
  >();

  /** `unit`: what a row is called in the input, as "slide". */
  constructor(unit = 'row', notes: readonly ImportNote[] = []) {
    this.#unit = unit;
    this.#notes = [...notes];
  }

  add(...notes: readonly ImportNote[]): void {
    this.#notes.push(...notes);
  }

  /** Notes a row that became nothing. */
  addLost(code: string, row: number, message: string, fix?: string): void {
    this.#notes.push({code, severity: 'loss', row: `${this.#unit} ${row}`, message, ...(fix && {fix})});
  }

  /** Counts a row to a kind; `example` is what stands in it. */
  count(kind: Kind, row: number, example = ''): void {
    let group = this.#groups.get(kind.code);
    if (!group) {
      group = {kind, rows: [], examples: new Set(), count: 0};
      this.#groups.set(kind.code, group);
    }
    group.count++;
    if (group.rows.length <= MAX_NAMED && group.rows.at(-1) !== row) group.rows.push(row);
    if (example && group.examples.size < MAX_NAMED) group.examples.add(`"${beginningOf(example.trim())}"`);
  }

  all(): readonly ImportNote[] {
    const grouped = [...this.#groups.values()].map(({kind, rows, examples, count}): ImportNote => {
      const {code, severity, message, fix} = kind;
      return {
        code,
        severity,
        row: rowsOf(rows, this.#unit),
        message: message(count, [...examples].join(', ')),
        ...(fix && {fix}),
      };
    });
    return [...this.#notes, ...grouped];
  }
}

/** What is cut is seen to be: the beginning of an address may look like a whole one. */
const beginningOf = (text: string): string =>
  text.length > MAX_EXAMPLE ? `${text.slice(0, MAX_EXAMPLE)}…` : text;

/** Rows as their author counts them, the first by number. */
export function rowsOf(rows: readonly number[], unit = 'row'): string {
  const more = rows.length > MAX_NAMED ? ' and more' : '';
  const many = unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
  return `${rows.length === 1 ? unit : many} ${rows.slice(0, MAX_NAMED).join(', ')}${more}`;
}
