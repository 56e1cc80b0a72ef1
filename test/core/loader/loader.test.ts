import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  formatLines,
  type Issue,
  MAX_ISSUES,
  parseDataset,
  parseJson,
  parseLines,
} from '../../../src/core/dataset/index.js';
import {
  buffersOf,
  createJoin,
  Loader,
  messagesOf,
  openDataset,
  type PackedDataset,
} from '../../../src/core/loader/index.js';
import {figureRowsOf, pointsOf, tableOf} from '../../../src/core/table/index.js';

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
const decode = (bytes: Uint8Array) => decoder.decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../dataset/fixtures', name), 'utf8');

interface Options {
  readonly lines?: boolean;
  readonly chunk?: number;
  readonly onPart?: (packed: PackedDataset) => void;
}

/** A dataset as it comes to another thread, in messages. */
function sent(packed: PackedDataset): PackedDataset {
  const join = createJoin();
  let come: PackedDataset | undefined;
  for (const message of messagesOf(packed)) {
    if (come) expect(come, 'after the last message').toBeUndefined();
    come = join(structuredClone(message, {transfer: 'rows' in message ? [] : buffersOf(message)}));
  }
  if (!come) throw new Error('The last message completes it.');
  return come;
}

/** Loads a text in chunks, as if transferred between threads. */
function load(text: string, {lines = false, chunk = 1000, onPart}: Options = {}): PackedDataset {
  const bytes = encode(text);
  const loader = new Loader({lines, decode});
  for (let at = 0; at < bytes.length; at += chunk) {
    loader.push(bytes.subarray(at, at + chunk));
    const part = onPart && loader.part();
    if (part) onPart?.(sent(part));
  }
  return sent(loader.finish());
}

/** Everything derived from a dataset, for comparison. */
function seen(result: ReturnType<typeof parseDataset>) {
  const {dataset, issues} = result;
  const {columns, ...table} = tableOf(dataset);
  return {
    dataset,
    issues,
    columns,
    sizes: [table.size, table.dated],
    points: pointsOf(dataset),
    figureRows: [...figureRowsOf(tableOf(dataset))],
  };
}

/** The result of parsing the whole text. */
function whole(text: string, lines = false) {
  const {json, issues, issue} = lines ? parseLines(text) : {...parseJson(text), issues: []};
  const result = parseDataset(json);
  return {issue, result: {...result, issues: [...issues, ...result.issues]}};
}

function expectSame(text: string, options: Options = {}) {
  const packed = load(text, options);
  const {issue, result} = whole(text, options.lines);
  expect(packed.fault).toEqual(issue);
  expect(packed.whole).toBe(true);
  const opened = openDataset(packed, decode);
  expect(Object.isFrozen(opened.dataset)).toBe(true);
  const [found, wanted] = [seen(opened), seen(result)];
  // `expect` takes several times as long to find two of them the same: it only says how they differ.
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
  return {packed, opened};
}

/** The same rows as newline-delimited JSON. */
function linesOf(tree: Record<string, unknown>, tables = Object.keys(tree)): string {
  const isRows = (table: string) => Array.isArray(tree[table]) && table !== 'authors';
  const head = Object.fromEntries(Object.entries(tree).filter(([table]) => !isRows(table)));
  const rows = tables
    .filter(isRows)
    .flatMap((table) => (tree[table] as unknown[]).map((row) => JSON.stringify({[table]: row})));
  return [JSON.stringify(head), ...rows].join('\n');
}

const events = (count: number, more: (i: number) => object = () => ({})) =>
  Array.from({length: count}, (_, i) => ({
    id: `e${i}`,
    date: `20${10 + (i % 10)}-0${1 + (i % 9)}`,
    title: `Event ${i} — año`,
    places: [`p${i % 7}`],
    cite: [{source: 's'}],
    ...more(i),
  }));
const story = (more: object = {}) => ({
  cronomapa: 1,
  language: 'en',
  title: 'A story',
  timeZone: 'America/Caracas',
  sources: [{id: 's', title: 'S', published: '2030'}],
  places: Array.from({length: 7}, (_, i) => ({id: `p${i}`, name: `P "${i}"`, lat: i + 1, lon: -60})),
  categories: [{id: 'c', name: 'C'}],
  events: events(50),
  ...more,
});

describe('a file read row by row is the same as read whole', () => {
  test.each(['clean.json', 'broken.json'])('%s, in chunks of any size', (name) => {
    for (const chunk of [1, 7, 64, 100_000]) {
      const {packed} = expectSame(fixture(name), {chunk});
      expect(packed.events).toBeDefined();
    }
  });

  test('long tables of figures and sources come in many messages, none with all of them', () => {
    const many = <T>(make: (i: number) => T) => Array.from({length: 4500}, (_, i) => make(i));
    const tree = story({
      events: events(50, (i) => ({date: i % 5 === 0 ? undefined : `20${10 + (i % 10)}`})),
      sources: many((i) => ({id: i === 0 ? 's' : `s${i}`, title: `S ${i}`, published: '2030'})),
      actors: [{id: 'a', name: 'A'}],
      measures: [{id: 'm', name: 'M', unit: 'people', kind: 'flow'}],
      figures: many((i) => ({
        id: `f${i}`,
        measure: 'm',
        actor: 'a',
        value: i,
        ...(i % 9 > 0 && {event: `e${i % 50}`}),
        date: '2020',
        cite: [{source: 's'}],
      })),
    });
    const text = JSON.stringify(tree);
    const [opened, parsed] = [openDataset(load(text), decode), whole(text).result];
    // The issues of so many are cut at other places.
    expect({...seen(opened), issues: []}).toEqual({...seen(parsed), issues: []});
    expect(opened.dataset.figures).toHaveLength(4500);
    const loader = new Loader({decode});
    loader.push(encode(text));
    const sizes = [...messagesOf(loader.finish())].map((message) =>
      'rows' in message ? message.rows.length : message.tables.figures.length,
    );
    expect(sizes).toEqual([2000, 2000, 500, 2000, 2000, 500, 0]);
  });

  test.each(['caracas-releases', 'venezuela-2024-2026'])('%s, as JSON and as lines', (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../../data/${name}.json`), 'utf8');
    expect(expectSame(text).packed.places).toBeDefined();
    const lines = linesOf(JSON.parse(text) as Record<string, unknown>);
    expect(expectSame(lines, {lines: true}).packed.events).toBeDefined();
  });

  const word = fc.constantFrom('a', 'b', 'c', 'é 🌊', '"', '\\', ']', '}, {', '');
  const date = fc.constantFrom(
    '2020',
    '2021-03-04',
    '2020~',
    '2020-13',
    '../2019',
    '2019/2018',
    'soon',
    '1e9',
    '',
  );
  const text = fc.oneof(
    word,
    fc.constant('[x](javascript:y)'),
    fc.record({en: word, es: word}, {requiredKeys: []}),
    fc.constant('x'.repeat(100)),
  );
  const cite = fc.array(fc.record({source: word, quote: word}, {requiredKeys: ['source']}), {maxLength: 2});
  const faulty = <T>(row: fc.Arbitrary<T>) =>
    fc.oneof({arbitrary: row, weight: 9}, fc.jsonValue({maxDepth: 2}));
  const number = fc.oneof(fc.constantFrom(0, 10, 91, 181, -60), fc.jsonValue({maxDepth: 0}));
  const rows = <T>(row: fc.Arbitrary<T>) =>
    fc.oneof({arbitrary: fc.array(faulty(row), {maxLength: 6}), weight: 9}, fc.jsonValue({maxDepth: 1}));
  const tree = fc
    .record(
      {
        cronomapa: fc.constantFrom(1, 2),
        language: fc.constantFrom('en', 'es', 'x'),
        title: text,
        timeZone: fc.constantFrom('America/Caracas', 'Mars'),
        sources: rows(fc.record({id: word, title: text, published: date}, {requiredKeys: ['id', 'title']})),
        places: rows(
          fc.record(
            {id: word, name: text, lat: number, lon: number, radius: number, cite},
            {requiredKeys: ['id']},
          ),
        ),
        categories: rows(fc.record({id: word, name: text})),
        events: rows(
          fc.record(
            {
              id: word,
              date,
              category: word,
              title: text,
              text,
              places: fc.array(word, {maxLength: 3}),
              status: fc.constantFrom('withdrawn', 'disputed', 'maybe'),
              cite,
              links: fc.array(fc.record({to: word}), {maxLength: 2}),
              extra: fc.constant(1),
              interval: fc.constant(1),
            },
            {requiredKeys: ['id']},
          ),
        ),
        measures: rows(fc.record({id: word, name: text, kind: fc.constantFrom('stock', 'x')})),
        figures: rows(
          fc.record(
            {id: word, measure: word, event: word, place: word, actor: word, value: number, date, cite},
            {requiredKeys: ['id', 'value']},
          ),
        ),
        steps: rows(fc.record({id: word, select: word, view: fc.record({places: fc.array(word)})})),
        other: fc.jsonValue(),
      },
      {requiredKeys: []},
    )
    // Keys in any order.
    .chain((made) =>
      fc
        .shuffledSubarray(Object.keys(made), {minLength: Object.keys(made).length})
        .map((keys) => Object.fromEntries(keys.map((key) => [key, made[key as keyof typeof made]]))),
    );

  test('any small dataset, with good and faulty rows, keys in any order', () => {
    fc.assert(
      fc.property(tree, fc.integer({min: 1, max: 200}), fc.constantFrom(0, 1), (json, chunk, space) => {
        expectSame(JSON.stringify(json, null, space), {chunk});
      }),
      {numRuns: 500},
    );
  });

  test('any small dataset as lines, in any order', () => {
    fc.assert(
      fc.property(tree, fc.integer({min: 1, max: 200}), (json, chunk) => {
        expectSame(linesOf(json), {chunk, lines: true});
      }),
      {numRuns: 500},
    );
  });

  test('a file cut or changed anywhere', () => {
    const clean = fixture('clean.json');
    fc.assert(
      fc.property(fc.nat(clean.length), fc.nat(3), fc.string({maxLength: 3}), (at, cut, put) => {
        expectSame(clean.slice(0, at) + put + clean.slice(at + cut));
      }),
      {numRuns: 300},
    );
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a web page', '<!doctype html>'],
    ['a list', '[{"events": [{}]}]'],
    ['null', 'null'],
    ['two objects', '{"events": []} {"events": []}'],
    ['a table twice', '{"events": [{"id": "a", "title": "A"}], "events": [{"id": "b", "title": "B"}]}'],
    ['a table twice, then none', '{"events": [{"id": "a", "title": "A"}], "events": null}'],
    [
      'an escaped key',
      '{"events": [{"id": "a", "title": "A"}], "\\u0065vents": [{"id": "b", "title": "B"}]}',
    ],
    ['empty lists', '{"places": [ ], "events": []}'],
    ['no list', '{"places": {"a": [1]}, "events": "events"}'],
    ['a comma too many', '{"events": [{"id": "a", "title": "A"},]}'],
    ['a comma alone', '{"events": [,]}'],
    ['no comma', '{"events": [{"id": "a", "title": "A"} {"id": "b", "title": "B"}]}'],
    ['the wrong bracket', '{"events": [{"id": "a", "title": "A"}}]'],
    ['a bracket in a row', '{"events": [{"id": "a", "title": ["A"}]}'],
    ['a byte order mark', '\uFEFF{"cronomapa": 1, "events": [{"id": "a", "title": "A"}]}'],
    ['a byte order mark in the middle', '{"events": [\uFEFF{"id": "a", "title": "A"}]}'],
    ['rows that are no objects', '{"events": [null, 1, "a", [], {"id": "a", "title": "A"}, true]}'],
    ['lists below', '{"x": {"events": [1, 2]}, "events": [{"id": "a", "title": "A", "events": [{}]}]}'],
    ['strings that end oddly', '{"title": "\\\\", "events": [{"id": "\\\\\\"", "title": "]}\\\\"}]}'],
    ['too deep', `{"events": [${'['.repeat(80)}${']'.repeat(80)}]}`],
    ['as deep as may be', `{"events": [${'['.repeat(63)}${']'.repeat(63)}]}`],
    [
      'a key of the prototype',
      '{"__proto__": 1, "events": [{"id": "a", "title": "A", "__proto__": {"x": 1}}]}',
    ],
  ])('%s', (_, text) => {
    for (const chunk of [1, 1000]) expectSame(text, {chunk});
  });

  test.each([
    ['nothing', ''],
    ['no object first', '[]\n{"events": {"id": "a", "title": "A"}}'],
    ['no JSON first', '{"cronomapa": 1\n{"events": {"id": "a", "title": "A"}}'],
    ['blank lines and \\r', '{"cronomapa": 1}\r\n\r\n\n{"events": {"id": "a", "title": "A"}}\r\n  \n'],
    [
      'lines that are none',
      '{"cronomapa": 1}\n{"events": {"id": "a", "title": "A"}}\n{"events": 1, "x": 2}\n{"x": 1}\n[1]',
    ],
    [
      'lines that are no JSON',
      '{"cronomapa": 1}\n{"events": {"id": "a", "title": "A"}\n{"events": {"id": "b", "title": "B"}}',
    ],
    [
      'rows in the first line',
      '{"events": [{"id": "a", "title": "A"}]}\n{"events": {"id": "b", "title": "B"}}',
    ],
    ['a table that is no list', '{"sources": {}}\n{"sources": {"id": "a", "title": "A"}}'],
    ['rows before those they name', linesOf(story(), ['events', 'places', 'categories', 'sources'])],
    [
      'keys that come twice',
      '{"x": 1}\n{"events": {"id": "b", "title": "B"}, "events": {"id": "a", "title": "A"}}',
    ],
  ])('lines: %s', (_, text) => {
    for (const chunk of [1, 1000]) expectSame(text, {chunk, lines: true});
  });

  test('links to later events, and to none', () => {
    const links = (i: number) => ({links: [{to: `e${(i * 7) % 70}`}], ...(i % 9 === 0 && {odd: 1})});
    expectSame(JSON.stringify(story({events: events(60, links)})));
    const forward = events(60, (i) => ({links: i < 59 ? [{to: `e${i + 1}`}] : []}));
    expect(
      expectSame(JSON.stringify(story({events: [...forward, ...forward.slice(0, 3)]}))).opened.issues,
    ).toHaveLength(3);
  });

  test.each(['sources', 'places', 'categories', 'language', 'timeZone'])('%s after the events', (key) => {
    const {[key as 'sources']: late, ...rest} = story({language: 'es'});
    expectSame(JSON.stringify({...rest, [key]: late}));
  });

  test('many events before what they name wait for it', () => {
    const {places, sources, ...rest} = story({events: events(4000)});
    let parts = 0;
    expectSame(JSON.stringify({...rest, sources, places}), {onPart: () => parts++});
    expect(parts).toBeLessThan(400);
  });
});

test('of each code a thousand issues are kept, and the rest is counted', () => {
  const bare = events(2500, (i) => ({cite: [], ...(i % 2 && {places: []})}));
  const json = story({events: bare});
  const {issues} = openDataset(load(JSON.stringify(json), {chunk: 100_000}), decode);
  const all = parseDataset(json).issues;
  const count = (list: readonly Issue[], wanted: string) => list.filter(({code}) => code === wanted).length;
  for (const code of ['event-without-source', 'event-without-place']) {
    expect(count(all, code)).toBeGreaterThan(MAX_ISSUES);
    expect(count(issues, code)).toBe(MAX_ISSUES + 1);
    const more = issues.findLast((issue) => issue.code === code);
    expect(more?.message).toBe(`There are ${count(all, code) - MAX_ISSUES} more like it.`);
  }
  expect(issues.slice(0, 100)).toEqual(all.slice(0, 100));
});

test('lines that were cut, and end cleanly, are known by the number of rows that the first line gives', () => {
  const events = Array.from({length: 50}, (_, i) => ({id: `e${i}`, title: `Event ${i}`, date: '2025'}));
  const lines = [...formatLines({cronomapa: 1, language: 'en', events})];
  const missing = (count: number) => {
    const text = `${lines.slice(0, count + 1).join('\n')}\n`;
    const parts: PackedDataset[] = [];
    const packed = load(text, {lines: true, chunk: 100, onPart: (part) => void parts.push(part)});
    expect(parts.flatMap(({issues}) => issues.filter(({code}) => code === 'rows-missing'))).toEqual([]);
    expect(openDataset(packed, decode).dataset.events).toHaveLength(count);
    expectSame(text, {lines: true});
    return packed.issues.filter(({code}) => code === 'rows-missing').map(({message}) => message);
  };
  expect(missing(50)).toEqual([]);
  expect(missing(30)).toEqual(['It says that it has 50 rows, and only 30 came.']);
});

describe('parts', () => {
  test.each([false, true])('each is a dataset of what is in so far; lines: %s', (lines) => {
    const json = story({events: events(500)});
    const sizes: number[] = [];
    const text = lines ? linesOf(json) : JSON.stringify(json);
    expectSame(text, {
      lines,
      onPart: (part) => {
        expect(part.whole).toBe(false);
        const {dataset, issues} = openDataset(part, decode);
        const size = dataset.events.length;
        sizes.push(size);
        expect(issues).toEqual([]);
        expect(seen({dataset, issues})).toEqual(
          seen(parseDataset({...json, events: json.events.slice(0, size)})),
        );
      },
    });
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});
