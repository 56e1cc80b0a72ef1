import {describe, expect, test} from 'vitest';
import {importers, inputOf, refusalOf} from '../../src/convert/index.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('bytes become text', () => {
  test.each<[string, Uint8Array, string, string[]]>([
    ['UTF-8', bytesOf('año,São'), 'año,São', []],
    ['UTF-8 with a byte order mark', bytesOf('\ufeffaño'), 'año', []],
    ['UTF-16 with one', utf16('año,b'), 'año,b', ['encoding']],
    ['UTF-16 without', utf16('date,title').slice(2), 'date,title', ['encoding']],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, 0, 0x61, 0, 0xf1]), 'añ', ['encoding']],
    ['windows-1252', Uint8Array.from([0x61, 0xf1, 0x6f, 0x0a, 0x93, 0x80]), 'año\n“€', ['encoding']],
    ['lines of both', Uint8Array.from([0xc3, 0xb1, 0x0a, 0xf1]), 'ñ\nñ', ['encoding-mixed']],
  ])('%s', (_, bytes, text, codes) => {
    const input = inputOf('a.csv', bytes);
    expect(input.text).toBe(text);
    expect(input.notes.map(({code}) => code)).toEqual(codes);
  });
});

describe('what is no table is refused with what to do', () => {
  test.each<[string, Uint8Array]>([
    ['file-empty', bytesOf('')],
    ['file-empty', bytesOf('\ufeff \n\n')],
    ['file-is-pdf', bytesOf('%PDF-1.7\n1,2,3\n4,5,6')],
    ['file-is-html', bytesOf('<!DOCTYPE html>\n<p>a,b,c\n<p>d,e,f')],
    ['file-is-zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1])],
    ['file-is-old-excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['file-is-gzip', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['file-is-binary', Uint8Array.from([1, 2, 0, 3, 7, 9, 8, 7, 0])],
    ['file-not-known', bytesOf('Once upon a time')],
  ])('%s', (code, bytes) => {
    const input = inputOf(code === 'file-not-known' ? 'a.txt' : 'a.csv', bytes);
    expect(importers.filter(({name, recognises}) => name === 'table' && recognises(input))).toEqual([]);
    const note = refusalOf(input);
    expect(note).toMatchObject({code, severity: 'loss', row: 'file'});
    expect(note.fix).toMatch(/^[A-Z].*\.$/);
  });
});

test.each([
  ['rows.csv', `title,date\n${'A,2020\n'.repeat(2500)}`],
  [
    'a.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: Array.from({length: 2500}, () => ({
        type: 'Feature',
        geometry: null,
        properties: {name: 'A'},
      })),
    }),
  ],
  ['a.kml', `<kml>${'<Placemark><name>A</name></Placemark>'.repeat(2500)}</kml>`],
  ['a.json', JSON.stringify({events: Array(2500).fill({start_date: {year: 2020}, text: {headline: 'A'}})})],
  ['b.json', JSON.stringify({storymap: {slides: Array(2500).fill({text: {headline: 'A'}, location: {}})}})],
])('%s is read in parts, and each is waited for', async (name, text) => {
  const input = inputOf(name, new TextEncoder().encode(text));
  const importer = importers.find(({recognises}) => recognises(input));
  const run = await importer?.load();
  const seen: number[][] = [];
  let isWaiting = false;
  const onRows = async (rows: number, all: number) => {
    expect(isWaiting).toBe(false);
    isWaiting = true;
    await new Promise((resolve) => setTimeout(resolve));
    isWaiting = false;
    seen.push([rows, all]);
  };
  expect((await run?.(input, {language: 'en', onRows}))?.report).toMatchObject({rows: 2500, events: 2500});
  expect(seen).toEqual([
    [1000, 2500],
    [2000, 2500],
  ]);
});
