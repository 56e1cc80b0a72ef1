import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  anchorsOf,
  type Permalink,
  permalinkParts,
  readPermalink,
  withPermalink,
  writePermalink,
} from '../../../src/core/store/index.js';
import {instantOf} from '../../../src/core/time/index.js';

const day = (year: number, month: number, date: number) => instantOf(year, month, date);

describe('an address', () => {
  test.each<[string, Permalink]>([
    ['e=release-2025-12-25', {event: 'release-2025-12-25'}],
    ['e=', {event: null}],
    ['r=2024-07-28/2025-12-26', {range: {start: day(2024, 7, 28), end: day(2025, 12, 26)}}],
    ['r=/2025-01-01', {range: {start: -Infinity, end: day(2025, 1, 1)}}],
    ['r=-13000-01-01/-5000-06-30', {range: {start: day(-13000, 1, 1), end: day(-5000, 6, 30)}}],
    ['r=', {range: null}],
    ['c=release,count&p=tocoron', {filters: {categories: ['release', 'count'], places: ['tocoron']}}],
    ['q=la%20salida', {filters: {text: 'la salida'}}],
    ['v=10.2,-67.5,8.25', {map: {lat: 10.2, lon: -67.5, zoom: 8.25}}],
    ['v=', {map: null}],
    ['l=pt-BR', {language: 'pt-BR'}],
    ['', {}],
  ])('"%s" is read and written', (hash, link) => {
    expect(readPermalink(`#${hash}`)).toEqual(link);
    expect(writePermalink(link)).toBe(hash);
  });

  test.each([
    'r=2024-02-30/2025-01-01',
    'r=2025-01-01/2024-01-01',
    'r=2024',
    'r=2024-01-01/2025-01-01/2026-01-01',
    'r=<script>',
    'v=91,0,3',
    'v=1,2',
    'v=NaN,1,2',
    'v=1e9,1,2',
    'l=<b>',
    'x=1',
    'e',
  ])('of "%s" nothing is taken', (hash) => {
    expect(Object.keys(readPermalink(hash))).toEqual([]);
  });

  test('what is broken does not throw', () => {
    expect(readPermalink('#e=%E0%A4%A&q=%&c=a,%,b')).toEqual({
      event: null,
      filters: {text: '', categories: ['a', 'b']},
    });
  });

  test('what is not ours stays, before ours', () => {
    const hash = '#section-2&tab=3&e=old&r=';
    expect(writePermalink({event: 'new'}, hash)).toBe('section-2&tab=3&e=new');
    expect(writePermalink({}, hash)).toBe('section-2&tab=3');
  });

  test('stories with prefixes do not meet', () => {
    const first = writePermalink({event: 'a'}, '', 'one');
    const both = writePermalink({event: 'b', language: 'es'}, first, 'two');
    expect(both).toBe('one.e=a&two.e=b&two.l=es');
    expect(readPermalink(both, 'one')).toEqual({event: 'a'});
    expect(readPermalink(both, 'two')).toEqual({event: 'b', language: 'es'});
    expect(readPermalink(both)).toEqual({});
    expect(writePermalink({}, both, 'one')).toBe('two.e=b&two.l=es');
  });

  test('is taken apart by those who do not read it, and put together again', () => {
    const hash = '#section-2&tab=3&a/b.e=x&e=y&a/b.q=z';
    expect(permalinkParts(hash, 'a/b')).toEqual({
      own: ['e=x', 'q=z'],
      others: ['section-2', 'tab=3', 'e=y'],
    });
    expect(withPermalink(['e=w'], hash, 'a/b')).toBe('section-2&tab=3&e=y&a/b.e=w');
    expect(anchorsOf(hash)).toBe('section-2');
    expect(writePermalink({event: 'w'}, hash, 'a/b')).toBe('section-2&tab=3&e=y&a/b.e=w');
  });

  test('a range is as exact as it is short', () => {
    const start = day(2024, 7, 28) + 47_123_456;
    const of = (ms: number) => writePermalink({range: {start, end: start + ms}});
    expect(of(400 * 86_400_000)).toBe('r=2024-07-29/2025-09-02');
    expect(of(10 * 86_400_000)).toBe('r=2024-07-28T13:00/2024-08-07T13:00');
    expect(of(500)).toBe('r=2024-07-28T13:05:23.456/2024-07-28T13:05:23.956');
  });
});

describe('any view', () => {
  const id = fc.string({minLength: 1, unit: 'grapheme'}).filter((text) => {
    try {
      encodeURIComponent(text);
      return true;
    } catch {
      return false;
    }
  });
  const at = fc.integer({min: -4e14, max: 4e14});
  const end = fc.oneof(at, fc.constant(Number.POSITIVE_INFINITY), fc.constant(Number.NEGATIVE_INFINITY));
  const range = fc
    .tuple(end, end)
    .map(([a, b]) => (a < b ? {start: a, end: b} : {start: b, end: a === b ? a + 1 : a}))
    .filter(({start, end: last}) => start < last && (Number.isFinite(start) || Number.isFinite(last)));
  const link = fc.record(
    {
      event: fc.option(id),
      range: fc.option(range),
      filters: fc.record(
        {categories: fc.array(id), actors: fc.array(id), places: fc.array(id), text: fc.string()},
        {requiredKeys: []},
      ),
      map: fc.option(
        fc.record({
          lat: fc.double({min: -90, max: 90, noNaN: true}),
          lon: fc.double({min: -540, max: 540, noNaN: true}),
          zoom: fc.double({min: 0, max: 24, noNaN: true}),
        }),
      ),
      language: fc.constantFrom('es', 'pt-BR', 'ar-u-nu-latn', 'zh-Hant-TW'),
    },
    {requiredKeys: []},
  );
  const prefix = fc.oneof(fc.constant(''), id);

  test('comes back from its address; what is rounded stays what it was rounded to', () => {
    fc.assert(
      fc.property(link, prefix, (said, name) => {
        const text = writePermalink(said, '', name);
        const back = readPermalink(`#${text}`, name);
        expect(writePermalink(back, '', name)).toBe(text);
        expect(back.event).toEqual(said.event);
        expect(back.filters ?? {}).toEqual(said.filters ?? {});
        expect(back.language).toEqual(said.language);
        expect(back.range === undefined).toBe(said.range === undefined);
        if (said.range && back.range) {
          const tolerance = Math.min(86_400_000, (said.range.end - said.range.start) / 100);
          for (const side of ['start', 'end'] as const) {
            if (Number.isFinite(said.range[side]))
              expect(Math.abs(back.range[side] - said.range[side])).toBeLessThanOrEqual(tolerance);
            else expect(back.range[side]).toBe(said.range[side]);
          }
        }
        if (said.map && back.map) expect(Math.abs(back.map.zoom - said.map.zoom)).toBeLessThan(0.006);
      }),
      {numRuns: 500},
    );
  });

  test('has an address that a URL keeps as it is', () => {
    fc.assert(
      fc.property(link, (said) => {
        const text = writePermalink(said);
        expect(new URL(`https://example.org/a#${text}`).hash.slice(1)).toBe(text);
      }),
    );
  });

  test('never throws for what somebody typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (hash, name) => {
        try {
          encodeURIComponent(name);
        } catch {
          return;
        }
        const read = readPermalink(hash, name);
        writePermalink(read, hash, name);
      }),
    );
  });
});

describe('in the address of a router', () => {
  test.each([
    ['#/story/1', '/story/1?e=b', '/story/1'],
    ['#/story/1?e=a', '/story/1?e=b', '/story/1'],
    ['#/story/1?tab=2&e=a', '/story/1?tab=2&e=b', '/story/1?tab=2'],
    ['#!/story/1', '!/story/1?e=b', '!/story/1'],
    ['#/story/1&e=a', '/story/1?e=b', '/story/1'],
    ['#/', '/?e=b', '/'],
  ])('%s keeps its path, and the view is its query', (hash, written, without) => {
    expect(writePermalink({event: 'b'}, hash)).toBe(written);
    expect(readPermalink(`#${written}`)).toEqual({event: 'b'});
    expect(writePermalink({}, `#${written}`)).toBe(without);
    expect(anchorsOf(`#${written}`)).toBe(anchorsOf(`#${without}`));
  });
});
