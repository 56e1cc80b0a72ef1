import {readdir, readFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {type ImportOptions, importers, inputOf} from '../../src/convert/index.js';
import type {Row} from '../../src/core/dataset/index.js';

const CELLS = new URL('../../data/basemaps/detail/', import.meta.url);
const BRAZIL = {BR: [[-74, -33.8, -28.8, 5.3]], PT: [[-9.6, 36.9, -6.2, 42.2]]} as const;

/** Cells that were read. */
const read = new Set<string>();
const options: ImportOptions = {
  countries: BRAZIL,
  world: {
    cells: async () => (await readdir(CELLS)).map((file) => file.replace('.json', '')),
    cell: (name) => {
      read.add(name);
      return readFile(new URL(`${name}.json`, CELLS), 'utf8');
    },
  },
};

async function placesOf(rows: string, more: ImportOptions = {}) {
  read.clear();
  const run = await importers.find(({name}) => name === 'table')?.load();
  const made = await run?.(inputOf('rows.csv', new TextEncoder().encode(rows)), {...options, ...more});
  return {places: (made?.dataset?.places ?? []) as readonly Row[], notes: made?.report.notes ?? []};
}

describe('places without coordinates', () => {
  test('are found by what they are called in other languages', async () => {
    for (const name of ['Lisbon', 'Lisboa', 'Lisbonne', 'لشبونة']) {
      const {places} = await placesOf(`title;city;country\nA;${name};Portugal\n`);
      expect(places[0]).toMatchObject({lat: 38.717, lon: -9.133, precision: 'locality'});
    }
  });

  test('are found by their names, without accents too, as areas, and listed', async () => {
    const {places, notes} = await placesOf(
      'title;city;state;country\nA;Petropolis;RJ;Brasil\nB;SÃO SEBASTIÃO;São Paulo;BRA\n',
    );
    expect(places).toEqual([
      {
        id: 'petropolis',
        name: 'Petropolis',
        lat: -22.505,
        lon: -43.179,
        precision: 'locality',
        radius: 3000,
        within: ['BR-RJ'],
      },
      {
        id: 'sao-sebastiao',
        name: 'SÃO SEBASTIÃO',
        lat: -23.76,
        lon: -45.41,
        precision: 'locality',
        radius: 3000,
        within: ['BR-SP'],
      },
    ]);
    const note = notes.find(({code}) => code === 'places-found');
    expect(note?.message).toContain(
      'Petropolis (BR-RJ) at -22.505, -43.179; SÃO SEBASTIÃO (BR-SP) at -23.76, -45.41',
    );
    // Of the world, the cells of Brazil alone are read.
    expect(read.size).toBeGreaterThan(5);
    expect(read.size).toBeLessThan(60);
  });

  test('are found by what stands after commas, and in the country that the author names', async () => {
    const {places} = await placesOf('title,place\nA,"Blumenau, SC, Brazil"\n');
    expect(places[0]).toMatchObject({lat: -26.919, within: ['BR-SC']});
    const named = await placesOf('title,place\nA,Blumenau\n', {country: 'BR'});
    expect(named.places[0]).toMatchObject({lat: -26.919, within: ['BR']});
  });

  test.each<[string, string, string]>([
    ['place-without-country', 'A,Blumenau,,', 'no country'],
    ['place-ambiguous', 'A,Santa Cruz,,Brazil', 'several of that name'],
    ['place-elsewhere', 'A,Blumenau,Bahia,Brazil', 'another region'],
    ['place-not-found', 'A,Atlantis,,Brazil', 'no such name'],
    ['place-not-found', 'A,Blumenau,,Portugal', 'another country'],
  ])('are not guessed: %s %s', async (code, row) => {
    const {places, notes} = await placesOf(`title,city,state,country\n${row}\n`);
    expect(places[0]?.lat).toBeUndefined();
    const note = notes.find((each) => each.code === code);
    expect(note).toMatchObject({severity: 'doubt', row: 'row 2'});
    expect(note?.fix).toMatch(/^[A-Z].*\.$/);
  });
});

describe('coordinates outside of the country that a row names', () => {
  test('are turned where they are right the other way round, and reported otherwise', async () => {
    const {places, notes} = await placesOf(
      'title,place,lat,lon,country\nA,A,-43.1789,-22.5056,Brazil\nB,B,22.5056,43.1789,Brazil\nC,C,-22.5056,-43.1789,Brazil\n',
    );
    expect(places.map(({lat, lon}) => [lat, lon])).toEqual([
      [-22.5056, -43.1789],
      [22.5056, 43.1789],
      [-22.5056, -43.1789],
    ]);
    expect(notes.find(({code}) => code === 'coordinates-swapped-in-row')?.row).toBe('row 2');
    expect(notes.find(({code}) => code === 'place-outside-country')?.row).toBe('row 3');
  });
});
