import {isRow, isWellFormed, type Row} from './plain.js';

/** What a reader knows of the other rows. */
export interface Known {
  /** Whether a reference to that id is valid. */
  readonly has: (table: string, id: string) => boolean;
  /** Whether the file has a row with that id, kept or dropped. */
  readonly gives: (table: string, id: string) => boolean;
  /** Claims an id; false when an earlier row has it. */
  readonly take: (table: string, id: string) => boolean;
  /** Called with each kept row, its raw JSON and its JSON pointer. */
  readonly keep?: (table: string, row: Row, json: Row, pointer: string) => void;
  /** The replacement for a table that was parsed row by row. */
  readonly instead?: (table: string) => readonly unknown[] | undefined;
}

/** Whether the rows of a table can be selected, so that their ids share one namespace. */
export const isSelectable = (table: string): boolean => /^(events|shapes|routes)$/.test(table);

/** The id of a raw row; undefined where no row can have it. */
const idOf = (row: unknown): unknown =>
  isRow(row) && (typeof row.id !== 'string' || isWellFormed(row.id)) ? row.id : undefined;

/** Indexes the ids of a tree's rows: all in the file, and those of kept rows. */
export function idsOf(tree: Row) {
  const given = new Map<string, Set<unknown>>();
  const taken = new Map<string, Set<unknown>>();
  const kept = new Map<string, Set<unknown>>();
  /** Selectable tables share one namespace of ids. */
  const selectable = new Set<unknown>();
  for (const [table, rows] of Object.entries(tree)) {
    const ids = Array.isArray(rows) ? rows.map(idOf) : [];
    given.set(table, new Set(ids));
    taken.set(table, isSelectable(table) ? selectable : new Set());
    kept.set(table, new Set());
  }
  const gives = (table: string, id: string) => given.get(table)?.has(id) === true;
  return {
    gives,
    // Events may link to later events, and no event with an id is dropped, so every id in the file is valid.
    has: (table: string, id: string) =>
      table === 'events' ? gives(table, id) : kept.get(table)?.has(id) === true,
    take(table: string, id: string): boolean {
      const ids = taken.get(table);
      return ids !== undefined && ids.size !== ids.add(id).size;
    },
    keep: (table: string, {id}: Row) => void kept.get(table)?.add(id),
  };
}
