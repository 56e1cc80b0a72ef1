import {readFileSync} from 'node:fs';
import {afterEach, expect, test, vi} from 'vitest';
import {loadTiles, readTiles, urlOf} from '../../src/map/tile-json.js';

afterEach(() => vi.unstubAllGlobals());

const FILE = 'https://paper.example/maps/streets.json';
const read = (more: object) =>
  readTiles({tilejson: '3.0.0', tiles: ['https://tiles.example/{z}/{x}/{y}.png'], ...more}, FILE);

test('those of OpenStreetMap come along, credited with a link', () => {
  const file = JSON.parse(readFileSync(new URL('../../data/basemaps/osm.json', import.meta.url), 'utf8'));
  const osm = readTiles(file, FILE);
  expect(urlOf(osm, {z: 3, x: 2, y: 1})).toBe('https://tile.openstreetmap.org/3/2/1.png');
  expect(osm.attribution).toBe('© [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors');
  expect(osm.maxZoom).toBe(19);
});

test('addresses are seen from the file, take turns, and may carry a key', () => {
  const tiles = read({tiles: ['a/{z}/{x}/{y}.png?key=k{y}', '//b.example/{z}-{x}-{y}']});
  expect(urlOf(tiles, {z: 1, x: 0, y: 0})).toBe('https://paper.example/maps/a/1/0/0.png?key=k0');
  expect(urlOf(tiles, {z: 1, x: 1, y: 0})).toBe('https://b.example/1-1-0');
});

test('rows may be counted from the south', () => {
  expect(urlOf(read({scheme: 'tms'}), {z: 3, x: 2, y: 1})).toBe('https://tiles.example/3/2/6.png');
});

test.each([
  [
    '&copy; <a target="_blank" href="https://a.example/?b=1&amp;c=2">A &amp; Co</a>',
    '© [A & Co](https://a.example/?b=1&c=2)',
  ],
  [
    '<b>Data</b>: <a href=\'https://a.example\'>A</a>, <a href="https://b.example"><i>B</i></a>',
    'Data: [A](https://a.example), [B](https://b.example)',
  ],
  ['Our own survey', 'Our own survey'],
  ['&#169;&nbsp;A &unknown;', '© A &unknown;'],
  ['<script>alert(1)</script>', 'alert(1)'],
])('who made them, of %j, is words and links', (attribution, words) => {
  expect(read({attribution}).attribution).toBe(words);
});

test.each([
  [null, /no array of addresses/],
  [{type: 'Topology'}, /no array of addresses/],
  [{tiles: 'https://a.example/{z}/{x}/{y}.png'}, /no array of addresses/],
  [{tiles: []}, /no array of addresses/],
  [{tiles: ['https://a.example/{z}/{x}/{y}.pbf']}, /vectors/],
  [{tiles: ['https://a.example/{z}/{x}/{y}'], vector_layers: []}, /vectors/],
  [{tiles: ['javascript:alert({z})']}, /no address of tiles/],
  [{tiles: ['http://[{z}']}, /no address of tiles/],
  // One tile of many would do as its host, or its port, and the others would ask another server or none.
  [{tiles: ['https://{x}-{y}.tiles.example/{z}']}, /on one server/],
  [{tiles: ['//{z}.tiles.example/{x}/{y}.png']}, /on one server/],
  [{tiles: ['https://tiles.example:{x}{y}9999/{z}']}, /on one server/],
])('%j is refused', (file, words) => {
  expect(() => readTiles(file, FILE)).toThrow(words);
});

test('levels that make no sense are not taken', () => {
  expect(read({minzoom: -1, maxzoom: 1e9})).toMatchObject({minZoom: 0, maxZoom: 19});
  expect(read({minzoom: 4, maxzoom: 12, bounds: [-75, 0, -60, 13]})).toMatchObject({
    minZoom: 4,
    maxZoom: 12,
    bounds: {west: -75, south: 0, east: -60, north: 13},
  });
});

test('the file is fetched once for all maps, and again when it failed', async () => {
  const asked: string[] = [];
  let isThere = false;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json({tiles: ['{z}/{x}/{y}.png']}, {status: isThere ? 200 : 503});
  });
  await expect(loadTiles('maps/once.json', 'https://paper.example/')).rejects.toThrow('503');
  isThere = true;
  const [one, two] = await Promise.all([
    loadTiles('maps/once.json', 'https://paper.example/'),
    loadTiles('/maps/once.json', 'https://paper.example/story/'),
  ]);
  expect(one).toBe(two);
  expect(asked).toEqual(Array(2).fill('https://paper.example/maps/once.json'));
});
