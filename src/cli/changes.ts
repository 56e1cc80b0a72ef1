/** What has changed between two versions of a story, and what to tell readers of it. */
import {isDeepStrictEqual} from 'node:util';
import {DATASET_SHAPE, isRow, type Row} from '../core/dataset/index.js';

interface FieldChange {
  readonly field: string;
  /** Undefined where the field was missing. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of the row; of the story itself, and of rows without one, empty. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldChange[];
}

export interface TableChange {
  /** `story` for what is of no table. */
  readonly table: string;
  readonly rows: readonly Change[];
  /** The rows that are in both are in another order. */
  readonly isReordered: boolean;
}

/** Names of the tables, in the order of the format. */
const TABLES = Object.entries(DATASET_SHAPE)
  .filter(([, rule]) => Array.isArray(rule) && isRow(rule[0]) && 'id' in rule[0])
  .map(([name]) => name);

/** Compares two stories by the ids of their rows; unknown fields too. */
export function changesOf(before: Row, after: Row): readonly TableChange[] {
  const isOfStory = (key: string) => !TABLES.includes(key);
  const fields = fieldChanges(before, after).filter(({field}) => isOfStory(field));
  const story: TableChange = {
    table: 'story',
    rows: fields.length > 0 ? [{kind: 'changed', id: '', title: '', fields}] : [],
    isReordered: false,
  };
  const tables = TABLES.map((table) => tableChange(table, before[table], after[table]));
  return [story, ...tables].filter(({rows, isReordered}) => rows.length > 0 || isReordered);
}

function rowsById(rows: unknown): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  if (!Array.isArray(rows)) return found;
  for (const row of rows as unknown[]) {
    // Of rows with the same id a story keeps the first.
    if (isRow(row) && typeof row.id === 'string' && !found.has(row.id)) found.set(row.id, row);
  }
  return found;
}

function tableChange(table: string, before: unknown, after: unknown): TableChange {
  const [old, present] = [rowsById(before), rowsById(after)];
  const rows: Change[] = [];
  for (const [id, row] of present) {
    const was = old.get(id);
    const fields = was ? fieldChanges(was, row) : [];
    if (!was) rows.push({kind: 'added', id, title: titleOf(row), fields});
    else if (fields.length > 0) rows.push({kind: 'changed', id, title: titleOf(row), fields});
  }
  for (const [id, row] of old) {
    if (!present.has(id)) rows.push({kind: 'removed', id, title: titleOf(row), fields: []});
  }
  const inBoth = (ids: Iterable<string>, other: ReadonlyMap<string, Row>) =>
    [...ids].filter((id) => other.has(id));
  return {
    table,
    rows,
    isReordered: !isDeepStrictEqual(inBoth(old.keys(), present), inBoth(present.keys(), old)),
  };
}

function fieldChanges(before: Row, after: Row): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const [was, is] = [before, after].map((row) => given(row, field));
    return isDeepStrictEqual(was, is) ? [] : [{field, before: was, after: is}];
  });
}

/** The value of a field; what is empty is as good as missing. */
function given(row: Row, field: string): unknown {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/** What a row is called. */
function titleOf({title, name, question, value}: Row): string {
  const text = title ?? name ?? question ?? value ?? '';
  return typeof text === 'object' ? String(Object.values(text as object)[0] ?? '') : String(text);
}

interface Proposal {
  readonly table: string;
  /** Of the row whose "corrections" it is for; the story's when undefined. */
  readonly id?: string;
  readonly note: {readonly date: string; readonly text: string | Readonly<Record<string, string>>};
}

interface Wording {
  readonly changed: (field: string, before: string, after: string) => string;
  readonly added: (field: string, after: string) => string;
  readonly gone: (field: string, before: string) => string;
  readonly removed: (table: string, id: string) => string;
}

const WORDINGS: Readonly<Record<string, Wording>> = {
  en: {
    changed: (field, before, after) => `${field}: ${before} is corrected to ${after}.`,
    added: (field, after) => `${field}: ${after} is added.`,
    gone: (field, before) => `${field}: ${before} is taken out.`,
    removed: (table, id) => `${table}: "${id}" is taken out.`,
  },
  es: {
    changed: (field, before, after) => `${field}: donde decía ${before}, dice ahora ${after}.`,
    added: (field, after) => `${field}: se añade ${after}.`,
    gone: (field, before) => `${field}: se retira ${before}.`,
    removed: (table, id) => `${table}: se retira "${id}".`,
  },
  pt: {
    changed: (field, before, after) => `${field}: onde se lia ${before}, lê-se agora ${after}.`,
    added: (field, after) => `${field}: acrescenta-se ${after}.`,
    gone: (field, before) => `${field}: retira-se ${before}.`,
    removed: (table, id) => `${table}: retira-se "${id}".`,
  },
  fr: {
    changed: (field, before, after) => `${field} : au lieu de ${before}, lire ${after}.`,
    added: (field, after) => `${field} : ${after} est ajouté.`,
    gone: (field, before) => `${field} : ${before} est retiré.`,
    removed: (table, id) => `${table} : « ${id} » est retiré.`,
  },
  ar: {
    changed: (field, before, after) => `${field}: صُحِّح من ${before} إلى ${after}.`,
    added: (field, after) => `${field}: أُضيف ${after}.`,
    gone: (field, before) => `${field}: حُذف ${before}.`,
    removed: (table, id) => `${table}: حُذف "${id}".`,
  },
};

/** Fields in which a change is none of what readers were told. */
const NOT_TOLD =
  /^(?:corrections|cite|links|media|note|confidence|accessed|archived|\$schema|rows|updated|version)$/;

/** Notes on what readers have seen and is otherwise now, for the editors to word: of rows that have "corrections". */
export function proposalsOf(
  changes: readonly TableChange[],
  after: Row,
  today: string,
  language?: string,
): readonly Proposal[] {
  const inAll = textsOf(language === undefined ? after : {language});
  const date = typeof after.updated === 'string' ? after.updated : today;
  return changes.flatMap(({table, rows}) => {
    const shape: unknown = DATASET_SHAPE[table as keyof typeof DATASET_SHAPE];
    const hasCorrections = Array.isArray(shape) && isRow(shape[0]) && 'corrections' in shape[0];
    if (!hasCorrections) return [];
    return rows.flatMap(({kind, id, fields}): readonly Proposal[] => {
      if (kind === 'added') return [];
      if (kind === 'removed')
        return [{table: 'story', note: {date, text: inAll((words) => words.removed(table, id))}}];
      const told = fields.filter(({field}) => !NOT_TOLD.test(field));
      if (told.length === 0) return [];
      const text = inAll((words, language) =>
        told.map((change) => sentence(change, language, words)).join(' '),
      );
      return [{table, id, note: {date, text}}];
    });
  });
}

/** Writes a note in each language of a story that we know; in English where it is none of them. */
function textsOf({language, title}: Row) {
  const main = typeof language === 'string' ? language : 'en';
  const wanted = isRow(title) ? Object.keys(title) : [main];
  const known = wanted.filter((tag) => Object.hasOwn(WORDINGS, baseOf(tag)));
  const wordingOf = (tag: string) => WORDINGS[baseOf(tag)] ?? (WORDINGS.en as Wording);
  return (write: (words: Wording, language: string) => string): string | Readonly<Record<string, string>> => {
    if (known.length < 2) return write(wordingOf(known[0] ?? 'en'), known[0] ?? main);
    return Object.fromEntries(known.map((tag) => [tag, write(wordingOf(tag), tag)]));
  };
}

const baseOf = (tag: string) => tag.split('-', 1)[0] ?? '';

function sentence({field, before, after}: FieldChange, language: string, words: Wording): string {
  const [was, is] = [before, after].map((value) => shown(value, language));
  if (before === undefined) return words.added(field, is ?? '');
  if (after === undefined) return words.gone(field, was ?? '');
  return words.changed(field, was ?? '', is ?? '');
}

/** A value as readers read it: a text in the language of the story. */
function shown(value: unknown, language: string): string {
  if (isRow(value)) {
    const text = value[language];
    if (typeof text === 'string') return `"${text}"`;
  }
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ');
  return JSON.stringify(value) ?? '';
}
