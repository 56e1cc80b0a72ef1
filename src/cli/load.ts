/** Reads a story from a file, and finds what is to be said of it. */
import {
  type Dataset,
  type Issue,
  isLines,
  isRow,
  parseDataset,
  parseJson,
  parseLines,
  type Row,
  rowName,
} from '../core/dataset/index.js';
import {Loader, openDataset} from '../core/loader/index.js';
import {memoize} from '../core/memo/index.js';
import {COUNTRIES} from './countries.js';
import {foreignText, foreignTree} from './foreign.js';
import type {Io} from './io.js';
import {keysTwice, type Position} from './positions.js';
import {reviewDataset} from './review.js';
import {reviewOverlays} from './review-overlays.js';

const WHY: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  ENOENT: ['There is no such file.', 'Check its name, and the folder that the command runs in.'],
  EISDIR: ['It is a folder.', 'Name the files in it, as FOLDER/*.json.'],
  EACCES: ['It may not be read.', 'Check who owns it, and its permissions.'],
  ERR_STRING_TOO_LONG: ['It is too large for a dataset.', 'Split the story.'],
  ERR_FS_FILE_TOO_LARGE: ['It is too large for a dataset.', 'Split the story.'],
};

/** Reads the text of a file; a read error becomes an issue. */
export async function readText(file: string, {read}: Io): Promise<{text?: string; issues: readonly Issue[]}> {
  const {content, issues} = await attempt(() => read(file));
  return {text: content, issues};
}

/** Reads the bytes of a file or address; likewise. */
export async function readBytes(file: string, {bytes}: Io) {
  const {content, issues} = await attempt(() => bytes(file));
  return {bytes: content, issues};
}

async function attempt<T>(
  read: () => Promise<T>,
): Promise<{readonly content?: T; readonly issues: readonly Issue[]}> {
  try {
    return {content: await read(), issues: []};
  } catch (error) {
    const {code = '', message: detail = String(error)} = error as NodeJS.ErrnoException;
    const [message, fix] = WHY[code] ?? [`It cannot be read (${code || detail}).`, 'Try again.'];
    return {issues: [{code: 'file-unreadable', severity: 'error', path: '', row: 'file', message, fix}]};
  }
}

/** Parses JSON or newline-delimited JSON into one tree. */
export function parseText(text: string): {
  readonly json?: unknown;
  readonly issues: readonly Issue[];
  /** Where a syntax error is. */
  readonly at?: Position;
} {
  if (isLines(text)) {
    const {json, issue, issues = []} = parseLines(text);
    return {json, issues: issue ? [issue, ...issues] : issues};
  }
  const {json, issue, at} = parseJson(text);
  return {json, issues: issue ? [issue] : [], at};
}

/**
 * Longer texts, in UTF-16 code units, are parsed row by row, as in the browser: their trees would not fit in memory.
 */
const LARGE = 50_000_000;

export interface Loaded {
  readonly dataset?: Dataset;
  readonly issues: readonly Issue[];
  /** What was parsed, and its text; of files that are parsed row by row neither. */
  readonly tree?: unknown;
  readonly text?: string;
  /** Where a syntax error is. */
  readonly at?: Position;
}

/** Reads and checks one file. */
export async function load(file: string, io: Io): Promise<Loaded> {
  const {text, issues} = await readText(file, io);
  if (text === undefined) return {dataset: undefined, issues};
  if (text.length > LARGE) return loadLarge(text);
  const parsed = parseText(text);
  const foreign = parsed.json === undefined ? foreignText(text) : foreignTree(parsed.json);
  if (foreign) return {dataset: undefined, issues: [foreign]};
  if (parsed.json === undefined) return {dataset: undefined, issues: parsed.issues, at: parsed.at};
  const result = parseDataset(parsed.json, {countries: COUNTRIES});
  const found = result.issues.map((issue) => nameFirst(issue, parsed.json));
  const twice = isLines(text) ? [] : keysTwice(text).map(keyTwice);
  return {dataset: result.dataset, tree: parsed.json, text, issues: [...parsed.issues, ...twice, ...found]};
}

const keyTwice = (path: string): Issue => ({
  code: 'key-twice',
  severity: 'error',
  path,
  row: 'file',
  message: `"${path.slice(path.lastIndexOf('/') + 1)}" stands twice in one object: the last is read, and what stands before is lost.`,
  fix: 'Join them, or remove one.',
});

/** Index of the first row with each id. */
const firstIndexes = memoize(
  (rows: readonly unknown[]): ReadonlyMap<unknown, number> =>
    new Map(rows.map((row, i) => [isRow(row) ? row.id : undefined, i] as const).reverse()),
);

/** Says of an id that stands twice which row has it first. */
function nameFirst(issue: Issue, tree: unknown): Issue {
  if (issue.code !== 'id-twice' || !isRow(tree)) return issue;
  const [, table = '', index = ''] = issue.path.split('/');
  const id = (tree[table] as readonly (Row | null)[])[Number(index)]?.id;
  const tables = /^(?:events|shapes|routes)$/.test(table) ? ['events', 'shapes', 'routes'] : [table];
  for (const name of tables) {
    const rows: unknown = tree[name];
    const first = Array.isArray(rows) ? firstIndexes(rows).get(id) : undefined;
    if (first === undefined || (name === table && first === Number(index))) continue;
    return {...issue, message: `${issue.message} That is ${name}, row ${first + 1}.`};
  }
  return issue;
}

/**
 * What a slip explains is reported with it alone: coordinates no more as outside of their country, a year no more as that
 * of an event after its source.
 */
export function withoutTwice(issues: readonly Issue[], tree: unknown): readonly Issue[] {
  const explained = new Set(
    issues.filter(({code}) => /^(?:coordinates|year)-doubtful$/.test(code)).map(({path}) => path),
  );
  const isExplained = ({code, path}: Issue): boolean => {
    if (code === 'place-outside-country') return explained.has(path);
    if (code !== 'source-before-event' || !isRow(tree)) return false;
    const [, table = '', index = '', , cited = ''] = path.split('/');
    const {cite} = (tree[table] as readonly Row[])[Number(index)] ?? {};
    const {source} = (cite as readonly Row[])[Number(cited)] ?? {};
    const at = Array.isArray(tree.sources) ? firstIndexes(tree.sources).get(source) : undefined;
    return explained.has(`/${table}/${index}/date`) || explained.has(`/sources/${at}/published`);
  };
  return issues.filter((issue) => !isExplained(issue));
}

/**
 * Runs the editorial checks; of files that were parsed row by row, which have no tree, those of shapes and routes alone.
 *
 * @param today as 2025-12-31
 */
export function review({dataset, tree}: Loaded, today: string): readonly Issue[] {
  if (!dataset) return [];
  if (!isRow(tree)) return reviewOverlays(dataset, undefined);
  const indexes = new Map<string, Map<unknown, number>>();
  const indexOf = (table: string) => {
    const known = indexes.get(table);
    if (known) return known;
    const rows = tree[table];
    // Of rows with the same id, the parser keeps the first.
    const made = new Map<unknown, number>(
      Array.isArray(rows) ? rows.map((row: Row | null, i) => [row?.id, i] as const).reverse() : [],
    );
    indexes.set(table, made);
    return made;
  };
  const issues = reviewDataset(
    dataset,
    tree,
    COUNTRIES,
    {
      pathOf: (table, id) => `/${table}/${indexOf(table).get(id) ?? ''}`,
      rowAt: (path) => rowName(tree, path),
    },
    today,
  );
  return [...issues, ...reviewOverlays(dataset, tree)];
}

function loadLarge(text: string) {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  const loader = new Loader({lines: isLines(text), decode, size: text.length, countries: COUNTRIES});
  loader.push(new TextEncoder().encode(text));
  const packed = loader.finish();
  if (packed.fault) return {dataset: undefined, issues: [packed.fault]};
  return openDataset(packed, decode, {countries: COUNTRIES});
}
