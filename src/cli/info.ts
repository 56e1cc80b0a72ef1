import {type Dataset, isLines} from '../core/dataset/index.js';
import {chooseText, plainText} from '../i18n/index.js';
import {command, ONE_FILE} from './command.js';
import {load, readText} from './load.js';
import {plain, reportText} from './report.js';

export const info = command({
  name: 'info',
  operands: ONE_FILE,
  summary:
    'Says what is in a story: how much, from when to when, who claims figures, what lacks a date or place.',
  options: {json: {type: 'boolean', help: 'as JSON'}},
  examples: ['cronomapa info story.json'],
  run: async ({values, file}, io) => {
    const {text} = await readText(file, io);
    const {dataset, issues} = await load(file, text === undefined ? io : {...io, read: async () => text});
    const errors = issues.filter(({severity}) => severity === 'error');
    if (!dataset) {
      io.err(reportText({file, issues: errors}, false));
      return 1;
    }
    const facts = {
      ...factsOf(dataset),
      errors: errors.length,
      bytes: Buffer.byteLength(text ?? ''),
      format: isLines(text ?? '') ? 'newline JSON' : 'JSON',
    };
    io.out(values.json ? `${JSON.stringify({file, ...facts}, null, 2)}\n` : inWords(file, facts));
    return 0;
  },
});

interface Facts {
  readonly title: string;
  readonly languages: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** Dates as they are written: the earliest beginning, and the latest end. */
  readonly span: readonly [first: string, last: string] | undefined;
  readonly claimants: readonly {readonly name: string; readonly figures: number}[];
  readonly undated: readonly string[];
  readonly unplaced: readonly string[];
  readonly uncited: readonly string[];
  readonly errors: number;
  readonly bytes: number;
  readonly format: string;
}

const TABLES = ['events', 'places', 'figures', 'sources', 'actors', 'shapes', 'routes', 'questions'] as const;

function factsOf(dataset: Dataset): Omit<Facts, 'errors' | 'bytes' | 'format'> {
  const {language, languages, events, actors, figures, title} = dataset;
  const said = (text: Dataset['title']) => plainText(chooseText(text, language, language).text);
  const placed = new Set(dataset.places.filter(({lat}) => lat !== undefined).map(({id}) => id));
  const claims = new Map<string, number>();
  for (const {actor} of figures) claims.set(actor, (claims.get(actor) ?? 0) + 1);
  const undated: string[] = [];
  const unplaced: string[] = [];
  const uncited: string[] = [];
  for (const {id, interval, places, cite} of events) {
    if (!interval) undated.push(id);
    if (!places.some((place) => placed.has(place))) unplaced.push(id);
    if (cite.length === 0) uncited.push(id);
  }
  return {
    title: said(title),
    languages,
    counts: Object.fromEntries(TABLES.map((table) => [table, dataset[table].length])),
    span: spanOf(dataset),
    claimants: [...claims]
      .sort(([, a], [, b]) => b - a)
      .map(([id, count]) => {
        const actor = actors.find((each) => each.id === id);
        return {name: actor ? said(actor.name) : id, figures: count};
      }),
    undated,
    unplaced,
    uncited,
  };
}

function spanOf({events}: Dataset): Facts['span'] {
  let [first, last]: (Dataset['events'][number] | undefined)[] = [];
  for (const event of events) {
    if (!event.interval) continue;
    if (!first?.interval || event.interval.start < first.interval.start) first = event;
    if (!last?.interval || event.interval.end > last.interval.end) last = event;
  }
  return first?.date !== undefined && last?.date !== undefined ? [first.date, last.date] : undefined;
}

/** Longest list of names in one line. */
const MAX_NAMED = 8;

function named(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length - MAX_NAMED;
  return `${names.length}: ${names.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function inWords(file: string, facts: Facts): string {
  const {counts, span, claimants, errors} = facts;
  const rows: readonly (readonly [string, string])[] = [
    ['title', facts.title || 'none'],
    ['languages', facts.languages.join(', ')],
    [
      'rows',
      Object.entries(counts)
        .flatMap(([table, count]) => (count > 0 ? [`${count} ${table}`] : []))
        .join(', ') || 'none',
    ],
    ['span', span ? `${span[0]} to ${span[1]}` : 'no event has a date'],
    ['claimants', named(claimants.map(({name, figures}) => `${name} (${figures})`))],
    ['undated', named(facts.undated)],
    ['unplaced', named(facts.unplaced)],
    ['uncited', named(facts.uncited)],
    ['format', `${facts.format}, ${sizeOf(facts.bytes)}`],
    ['errors', errors === 0 ? 'none' : `${errors}; cronomapa check ${file} says which`],
  ];
  return `${plain(file)}\n${rows.map(([name, text]) => `  ${name.padEnd(10)} ${plain(text)}\n`).join('')}`;
}
