import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  DATASET_SHAPE,
  formatLines,
  isRow,
  parseDataset,
  parseJson,
  parseLines,
  type Row,
  type Rule,
} from '../../src/core/dataset/index.js';
import {Loader, openDataset} from '../../src/core/loader/index.js';
import {
  createStore,
  permalinkParts,
  readPermalink,
  withPermalink,
  writePermalink,
} from '../../src/core/store/index.js';
import {searchRows, tableOf} from '../../src/core/table/index.js';
import {formatEdtf, intervalOf, parseEdtf} from '../../src/core/time/index.js';
import {prepare} from '../../src/core/topology/index.js';
import {describeView, parseInline, plainText} from '../../src/i18n/index.js';
import {readTiles, urlOf} from '../../src/map/tile-json.js';
import {listHtml} from '../../src/static/index.js';
import {addresses, dates, numbers, RUNS, words} from './values.js';

/*
 * Whatever is read of others' files, addresses and words: nothing throws but where a module says so, and what was read
 * can be used. A part of `npm test` with a fixed seed; `npm run fuzz` runs it for long with a seed of its own, which it
 * prints: `FUZZ_SEED` repeats a run.
 */
/** Properties that read a whole story are dear. */
const FEW = {...RUNS, numRuns: Math.ceil(RUNS.numRuns / 2)};

const clean = JSON.parse(
  readFileSync(join(import.meta.dirname, '../core/dataset/fixtures/clean.json'), 'utf8'),
) as Row;

const ids = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '', 'a b', '\ud800');
/** Values of a rule of the format: what it asks for most of the time, and otherwise anything. */
function anyValue(rule: Rule): fc.Arbitrary<unknown> {
  const right = rightValue(rule);
  return fc.oneof(
    {weight: 6, arbitrary: right},
    {weight: 1, arbitrary: fc.anything({maxDepth: 2, withBigInt: true})},
  );
}

function rightValue(rule: Rule): fc.Arbitrary<unknown> {
  if (Array.isArray(rule)) return fc.array(anyValue((rule as readonly [Rule])[0]), {maxLength: 4});
  if (typeof rule !== 'string') {
    const fields = Object.entries(rule as Readonly<Record<string, Rule>>);
    return fc.record(Object.fromEntries(fields.map(([key, inner]) => [key, anyValue(inner)])), {
      requiredKeys: [],
    });
  }
  const word = rule.replace(/^[!~^]/, '');
  if (word === 'id' || word.startsWith('@')) return ids;
  if (word.includes('|')) return fc.constantFrom(...word.split('|'));
  if (word === 'date' || word === 'when') return dates;
  if (word === 'number' || word === 'amount') return numbers;
  if (word === 'address' || word === 'file') return addresses;
  if (word === 'language') return fc.constantFrom('en', 'ar', 'pt-BR', 'x', 'fa-u-nu-latn');
  if (word === 'zone') return fc.constantFrom('UTC', 'America/Caracas', 'Pacific/Apia', 'Mars/Olympus');
  if (/^(?:text|title|name|original)$/.test(word))
    return fc.oneof(words, fc.dictionary(fc.constantFrom('en', 'es', 'ar', '?'), words, {maxKeys: 3}));
  return words;
}

/** Does with a story what a page does. */
function useStory(tree: unknown): void {
  const {dataset, issues} = parseDataset(tree);
  const store = createStore(undefined, {describe: describeView});
  store.dispatch({type: 'load', dataset, issues, progress: null, view: {}, locale: dataset.language});
  for (const {id} of dataset.events.slice(0, 5)) {
    store.dispatch({type: 'select', id});
    const link = writePermalink({event: id});
    expect(readPermalink(link).event).toBe(id);
  }
  expect(store.snapshot.summary).toEqual(expect.any(String));
  expect(listHtml(dataset)).not.toMatch(/<(?:script|iframe|img [^>]*onerror)/i);
}

describe('datasets', () => {
  test('made by the rules of the format, with anything in between', () => {
    fc.assert(fc.property(rightValue(DATASET_SHAPE), useStory), FEW);
  });
});

describe('streams', () => {
  const whole = JSON.stringify(clean);
  const lines = `${[...formatLines(clean)].join('\n')}\n`;

  /** Reads bytes in chunks that are cut anywhere, within a letter too. */
  function stream(bytes: Uint8Array, cuts: readonly number[], isLines: boolean) {
    const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
    const decode = (some: Uint8Array) => decoder.decode(some);
    const loader = new Loader({lines: isLines, decode});
    const at = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
    let from = 0;
    for (const to of at) {
      loader.push(bytes.slice(from, to));
      loader.part();
      from = to;
    }
    const packed = loader.finish();
    return packed.fault ? undefined : openDataset(packed, decode);
  }

  const cuts = fc.array(fc.nat(100_000), {maxLength: 12});

  test.each([
    ['JSON', whole, false],
    ['newline JSON', lines, true],
  ])('%s in any chunks is the same story', (_, text, isLines) => {
    const bytes = new TextEncoder().encode(text);
    const expected = parseDataset(clean).dataset;
    fc.assert(
      fc.property(cuts, (at) => {
        const dataset = stream(bytes, at, isLines)?.dataset;
        expect([...(dataset?.events ?? [])]).toEqual(expected.events);
        expect([...(dataset?.places ?? [])]).toEqual(expected.places);
        expect(dataset?.figures).toEqual(expected.figures);
      }),
      FEW,
    );
  });

  test.each([
    ['JSON', whole, false],
    ['newline JSON', lines, true],
  ])('%s with bytes changed is read or refused', (_, text, isLines) => {
    const bytes = new TextEncoder().encode(text);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(cuts, fc.array(change, {minLength: 1, maxLength: 6}), (at, changes) => {
        const changed = bytes.slice();
        for (const [index, byte] of changes) changed[index] = byte;
        const result = stream(changed, at, isLines);
        for (const event of result?.dataset.events ?? []) expect(typeof event.id).toBe('string');
      }),
      FEW,
    );
  });

  test('any text is JSON, lines, or told what is wrong', () => {
    fc.assert(
      fc.property(words, (text) => {
        const {json, issue} = parseJson(text);
        expect(json === undefined).toBe(issue !== undefined);
        expect(isRow(parseLines(text))).toBe(true);
      }),
      RUNS,
    );
  });
});

test('dates are read or not, and what is read can be written and read again', () => {
  fc.assert(
    fc.property(dates, fc.constantFrom('UTC', 'America/Caracas', 'Pacific/Apia'), (text, zone) => {
      const when = parseEdtf(text);
      const interval = intervalOf(text, zone);
      if (!when) expect(interval).toBeUndefined();
      else expect(parseEdtf(formatEdtf(when))).toEqual(when);
      if (interval)
        expect(Number.isNaN(interval.start - interval.end) && Number.isFinite(interval.start)).toBe(false);
    }),
    RUNS,
  );
});

test('marks in texts never make more words, nor a link to what is not safe', () => {
  const addressesIn = (parts: ReturnType<typeof parseInline>): readonly string[] =>
    parts.flatMap((part) => {
      if (typeof part === 'string' || part.type === 'break') return [];
      return part.type === 'link' ? [part.url] : addressesIn(part.children);
    });
  fc.assert(
    fc.property(words, addresses, (text, address) => {
      const marked = `${text}[a](${address})${text}`;
      expect(plainText(marked).length).toBeLessThanOrEqual(marked.length);
      for (const url of addressesIn(parseInline(marked)))
        expect(url).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }),
    RUNS,
  );
});

test('a search finds the events that have the words, and is never wrong about all', () => {
  const table = tableOf(parseDataset(clean).dataset);
  fc.assert(
    fc.property(words, (search) => {
      const found = searchRows(table, search);
      for (let row = 0; row < table.size; row++) expect(typeof found.has(row)).toBe('boolean');
    }),
    RUNS,
  );
});

describe('addresses', () => {
  test('a permalink that was read is written so that it reads the same', () => {
    const keys = fc.constantFrom('e', 'r', 'c', 'p', 'a', 'q', 'm', 'l');
    const link = fc
      .array(fc.tuple(keys, fc.oneof(words, dates)), {maxLength: 6})
      .map((parts) => parts.map(([key, value]) => `${key}=${value}`).join('&'));
    fc.assert(
      fc.property(link, (text) => {
        const once = writePermalink(readPermalink(text));
        expect(writePermalink(readPermalink(once))).toBe(once);
      }),
      RUNS,
    );
  });

  test('what a frame says of its view leaves the rest of its host’s address as it is', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('', 'a', 'map'), (said, prefix) => {
        const {own} = permalinkParts(said);
        const hash = withPermalink(own, '#/story/1', prefix);
        expect(hash).toContain('/story/1');
        expect(withPermalink([], hash, prefix)).toBe(withPermalink([], '#/story/1', prefix));
      }),
      RUNS,
    );
  });
});

describe('files of maps', () => {
  /** Calls what may throw a `TypeError` with a sentence, and nothing else. */
  function orSentence<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(/\S/);
      return undefined;
    }
  }

  test('a TileJSON is refused, or its tiles have addresses on one server', () => {
    const template = fc.oneof(
      words.map((text) => `https://t.example/${text}/{z}/{x}/{y}`),
      addresses.map((text) => `${text}{z}{x}{y}`),
      fc.constantFrom('https://{x}.t.example/{z}/{y}', 'tiles/{z}/{x}/{y}.png', 'http://a:{x}/{y}/{z}'),
    );
    const file = fc.record(
      {
        tiles: fc.oneof(fc.array(template, {maxLength: 3}), fc.anything()),
        attribution: fc.oneof(words, fc.anything()),
        minzoom: fc.oneof(numbers, fc.anything()),
        maxzoom: fc.oneof(numbers, fc.anything()),
        bounds: fc.oneof(fc.array(numbers, {maxLength: 5}), fc.anything()),
        scheme: fc.constantFrom('xyz', 'tms', 3),
      },
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(fc.oneof(file, fc.anything()), fc.nat(1000), fc.nat(1000), (json, x, y) => {
        const tiles = orSentence(() => readTiles(json, 'https://a.example/tiles.json'));
        if (!tiles) return;
        const hosts = [
          {z: 10, x: 0, y: 0},
          {z: 10, x, y: 0},
          {z: 10, x: 0, y},
        ].map((at) => {
          const near = {
            ...at,
            x: at.x - (at.x % tiles.templates.length),
            y: at.y - (at.y % tiles.templates.length),
          };
          return new URL(urlOf(tiles, near)).host;
        });
        expect(new Set(hosts).size).toBe(1);
      }),
      RUNS,
    );
  });

  test('a basemap is drawn, or refused with a sentence', () => {
    const arc = fc.array(fc.oneof(fc.tuple(numbers, numbers), fc.anything({maxDepth: 1})), {maxLength: 4});
    const geometry = fc.record(
      {
        type: fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'Point', 'GeometryCollection', 'x'),
        arcs: fc.oneof(
          fc.array(fc.array(fc.integer({min: -3, max: 3}), {maxLength: 3})),
          fc.anything({maxDepth: 2}),
        ),
        coordinates: fc.anything({maxDepth: 2}),
        properties: fc.anything({maxDepth: 1}),
      },
      {requiredKeys: ['type']},
    );
    const layer = fc.record({
      type: fc.constant('GeometryCollection'),
      geometries: fc.oneof(fc.array(geometry, {maxLength: 3}), fc.anything({maxDepth: 1})),
    });
    const topology = fc.record(
      {
        type: fc.constant('Topology'),
        arcs: fc.oneof(fc.array(arc, {maxLength: 4}), fc.anything({maxDepth: 1})),
        objects: fc.record({countries: layer, regions: layer}, {requiredKeys: []}),
        transform: fc.anything({maxDepth: 2}),
      },
      {requiredKeys: ['type']},
    );
    fc.assert(
      fc.property(fc.oneof(topology, fc.anything()), (json) => {
        orSentence(() => prepare(json));
      }),
      RUNS,
    );
  });
});
