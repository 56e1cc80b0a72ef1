import {isRow, type Row} from './plain.js';

/** What is known of the other rows while one is read. */
export interface Known {
  /** Whether a row with that id may be named. */
  readonly has: (table: string, id: string) => boolean;
  /** Whether the file has such a row, be it left out. */
  readonly gives: (table: string, id: string) => boolean;
  /** Whether the id is free; from then on it is taken. */
  readonly take: (table: string, id: string) => boolean;
  /** A row that is kept, what the file has there, and where. */
  readonly keep?: (table: string, row: Row, json: Row, pointer: string) => void;
  /** What stands in the place of a table that was parsed row by row. */
  readonly instead?: (table: string) => readonly unknown[] | undefined;
}

/** Whether the rows of a table can be selected: no two of them have the same id. */
export const isSelectable = (table: string): boolean => /^(events|shapes|routes)$/.test(table);

/** The ids of a tree's rows: those that are given, and those of the rows that are kept. */
export function idsOf(tree: Row) {
  const given = new Map<string, Set<unknown>>();
  const taken = new Map<string, Set<unknown>>();
  const kept = new Map<string, Set<unknown>>();
  /** What can be selected goes by its id alone. */
  const selectable = new Set<unknown>();
  for (const [table, rows] of Object.entries(tree)) {
    const ids = Array.isArray(rows) ? rows.map((row: unknown) => (isRow(row) ? row.id : undefined)) : [];
    given.set(table, new Set(ids));
    taken.set(table, isSelectable(table) ? selectable : new Set());
    kept.set(table, new Set());
  }
  const gives = (table: string, id: string) => given.get(table)?.has(id) === true;
  return {
    gives,
    // Events link to later events. None that has an id is left out, so all that are given can be meant.
    has: (table: string, id: string) =>
      table === 'events' ? gives(table, id) : kept.get(table)?.has(id) === true,
    take(table: string, id: string): boolean {
      const ids = taken.get(table);
      return ids !== undefined && ids.size !== ids.add(id).size;
    },
    keep: (table: string, {id}: Row) => void kept.get(table)?.add(id),
  };
}
