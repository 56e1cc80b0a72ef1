import type {Row} from '../../core/dataset/index.js';
import {foldWord} from '../fold.js';
import {Ids, slugOf} from '../ids.js';
import type {Notes} from '../notes.js';
import type {ImportOptions} from '../types.js';
import type {Column, Columns} from './columns.js';
import type {Grid, TableRow} from './grid.js';
import {claimOf} from './headers.js';
import {type NumberStyle, numberStyleOf, readNumber} from './numbers.js';
import {countsPeople} from './people.js';
import type {Cite} from './sources.js';
import {shortened} from './text.js';

interface Measure {
  /** Whom its header names as claimant. */
  readonly claimant: string | undefined;
  readonly column: Column;
  readonly id: string;
  readonly style: NumberStyle;
  readonly row: Row;
}

interface RowFigures {
  readonly figures: readonly Row[];
  /** What stands in cells and became no figure, to be kept in the text. */
  readonly words: readonly string[];
}

/** Makes measures of the columns of numbers, and figures of their cells, when it is known who claims them. */
export class Figures {
  readonly #measures: readonly Measure[];
  readonly #ids = new Ids();
  readonly #actorIds = new Ids();
  readonly #actors = new Map<string, Row>();
  readonly #used = new Set<Measure>();
  readonly #columns: Columns;
  readonly #claimant: string;
  readonly #notes: Notes;
  #count = 0;

  constructor(grid: Grid, columns: Columns, options: ImportOptions, notes: Notes, isCommaLikely: boolean) {
    this.#columns = columns;
    this.#notes = notes;
    this.#claimant = options.claimant?.trim() || columns.profile?.claimant || '';
    const ids = new Ids();
    /** Columns of several claimants are of one measure. */
    const shared = new Map<string, Pick<Measure, 'id' | 'row'>>();
    this.#measures = columns.of('measure').map((column) => {
      const cells = grid.rows.map(({cells}) => cells[column.index] ?? '');
      const style = numberStyleOf(cells, isCommaLikely);
      if (style.isDoubtful) notes.add(doubtful(column, style));
      const claim = claimOf(column.header);
      const known = claim && shared.get(claim.measure);
      if (known) return {...known, column, style, claimant: claim.claimant};
      const named = claim ? {...column, header: claim.measure} : column;
      const id = ids.of(slugOf(named.header) || 'measure');
      const measure = {id, row: measureOf(named, id, columns)};
      if (claim) shared.set(claim.measure, measure);
      return {...measure, column, style, claimant: claim?.claimant};
    });
  }

  /** Measures of which there are figures. */
  get measures(): readonly Row[] {
    const used = this.#measures.filter((measure) => this.#used.has(measure));
    return [...new Set(used.map(({row}) => row))];
  }

  get actors(): readonly Row[] {
    return [...this.#actors.values()];
  }

  of(row: TableRow, event: Row, cite: readonly Cite[]): RowFigures {
    const ofRow = this.#claimantOf(row);
    const figures: Row[] = [];
    const words: string[] = [];
    for (const measure of this.#measures) {
      const cell = row.cells[measure.column.index]?.trim();
      if (!cell) continue;
      const number = readNumber(cell, measure.style);
      const claimant = measure.claimant ?? ofRow;
      if (!number) {
        if (!isNothing(cell)) {
          this.#notes.count(NOT_A_NUMBER, row.number, cell);
          words.push(`${measure.column.header}: ${cell}`);
        }
      } else if (!claimant) {
        this.#count++;
        words.push(`${measure.column.header}: ${cell}`);
      } else {
        this.#used.add(measure);
        figures.push({
          id: this.#ids.of(`${event.id}-${measure.id}`),
          measure: measure.id,
          event: event.id,
          ...(event.date !== undefined && {date: event.date}),
          actor: this.#actorOf(claimant),
          value: number.value,
          comparator: number.comparator,
          status: 'claimed',
          cite,
        });
      }
    }
    return {figures, words};
  }

  #claimantOf(row: TableRow): string {
    const column = this.#columns.first('claimant');
    return (column && row.cells[column.index]?.trim()) || this.#claimant;
  }

  #actorOf(name: string): string {
    const key = foldWord(name);
    const known = this.#actors.get(key);
    if (known) return known.id as string;
    const id = this.#actorIds.of(slugOf(name) || 'claimant');
    this.#actors.set(key, {id, name: shortened(name)});
    return id;
  }

  /** Says of numbers without a claimant what to do; they stand in the texts. */
  finish(): void {
    if (this.#count === 0) return;
    const headers = this.#measures.map(({column}) => `"${column.header}"`).join(', ');
    this.#notes.add({
      code: 'figures-without-claimant',
      severity: 'doubt',
      row: `column ${headers}`,
      message: `Nobody is named who claims the ${this.#count} numbers in ${headers}, so they are no figures; they stand in the texts of their events.`,
      fix: 'Say who counted them: --claimant "NAME". To leave a column out: --map "COLUMN=ignore".',
    });
  }
}

/** Cells that say that there is no number. */
const isNothing = (cell: string): boolean => /^(?:[-–—.?]|n\/?[ad]|null|none|nan)$/i.test(cell);

function measureOf({header, unit}: Column, id: string, {profile}: Columns): Row {
  const known =
    profile?.units?.[
      foldWord(header)
        .replace(/[^a-z]+/g, ' ')
        .trim()
    ] ?? unit;
  const isPeople = known === 'people' || (known === undefined && countsPeople(header));
  const name = header.replace(/[([][^()[\]]*[)\]]\s*$/, '').trim() || id;
  const counted = isPeople ? 'people' : known;
  return {id, name: shortened(name), ...(counted && {unit: counted}), kind: isPeople ? 'flow' : 'stock'};
}

const doubtful = ({header}: Column, {decimal}: NumberStyle) =>
  ({
    code: 'numbers-ambiguous',
    severity: 'doubt',
    row: `column "${header}"`,
    message: `Nothing tells whether a comma stands before thousands or decimals; it is read as standing before ${decimal === '.' ? 'thousands' : 'decimals'}.`,
    fix: 'Write one number so that it shows, as 1234.0 or 1234,0.',
  }) as const;

const NOT_A_NUMBER = {
  code: 'number-not-read',
  severity: 'doubt',
  message: (count: number, examples: string) =>
    `${count} ${count === 1 ? 'cell is' : 'cells are'} no single number, as ${examples}; ${count === 1 ? 'it stands' : 'they stand'} in the text.`,
  fix: 'Figures may have a comparator, as "at least 12" or "12+"; of a range make two columns.',
} as const;
