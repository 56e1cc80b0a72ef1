import {describe, expect, test} from 'vitest';
import {contains, project} from '../../src/core/geo/index.js';
import {prepare} from '../../src/core/topology/index.js';
import {type Basemap, readBasemap} from '../../src/map/basemap.js';
import {command} from './command.js';

interface File {
  readonly objects: Record<
    string,
    {readonly geometries: {readonly id?: string; readonly properties?: Record<string, unknown>}[]}
  >;
  readonly arcs: readonly unknown[];
  readonly bounds: readonly number[];
}

async function write(...args: readonly string[]): Promise<{readonly file: File; readonly basemap: Basemap}> {
  const files = new Map<string, string>();
  const {status, err, out} = await command(['basemap', ...args, '-o', '/nowhere/out.json'], {files});
  expect({status, out}, err).toEqual({status: 0, out: ''});
  expect(err).toMatch(
    /cells of the world at level \d are read …\n.*out\.json: \d+ regions, \d+ towns, \d+ kB/,
  );
  const file = JSON.parse(files.get('/nowhere/out.json') ?? '') as File;
  // What the map does with it: as it comes, and checked as any other is.
  expect(readBasemap(prepare(file)).areas.length).toBe(readBasemap(file).areas.length);
  return {file, basemap: readBasemap(file)};
}

type Point = readonly [x: number, y: number];

const linesOf = (path: string) =>
  path
    .split('M')
    .slice(1)
    .map((line) => line.split('L').map((point) => point.split(',').map(Number) as unknown as Point));

/** Whether the map fills a position as land. */
function isLand({land, zoom, origin}: Basemap, lon: number, lat: number): boolean {
  const [px, py] = project({lon, lat}, zoom);
  const [x, y] = [px - origin[0], py - origin[1]];
  let odd = false;
  for (const line of linesOf(land))
    for (const [i, [bx, by]] of line.entries()) {
      const [ax, ay] = line[i - 1] ?? [bx, by];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  return odd;
}

describe('a country', () => {
  test('has its regions, whole, and no other', async () => {
    const {file, basemap} = await write('--country', 'BR', '--level', '6');
    const {countries, regions} = file.objects;
    expect(countries?.geometries.map(({id}) => id)).toEqual(['BR']);
    expect(regions?.geometries.map(({id}) => id).toSorted()).toEqual(
      'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'
        .split(' ')
        .map((code) => `BR-${code}`),
    );
    for (const [lon, lat] of [
      [-47.9, -15.8],
      [-60, -3.1],
      [-51.2, -29.9],
      [-56.2, -22],
    ] as const)
      expect(isLand(basemap, lon, lat), `${lon}, ${lat}`).toBe(true);
    for (const [lon, lat] of [
      [-66.9, 10],
      [-58.4, -34.6],
      [-30, -15],
    ] as const)
      expect(isLand(basemap, lon, lat), `${lon}, ${lat}`).toBe(false);
    const towns = basemap.names.map(({name}) => (typeof name === 'string' ? name : name.en));
    expect(towns).toEqual(expect.arrayContaining(['Rio de Janeiro', 'Manaus', 'Recife']));
    for (const other of ['Asunción', 'Montevideo', 'Lima']) expect(towns).not.toContain(other);
    // No seam of the cells is left: a line along one of their edges.
    const edge = (256 * 2 ** basemap.zoom) / 2 ** 7;
    const isEdge = (value: number) => Math.abs(value / edge - Math.round(value / edge)) * edge < 3;
    for (const path of [basemap.borders, basemap.regions, basemap.coast])
      for (const line of linesOf(path))
        for (const [i, [bx, by]] of line.entries()) {
          const [ax, ay] = line[i - 1] ?? [bx, by];
          const [x, y] = [bx + basemap.origin[0], by + basemap.origin[1]];
          const isStraight =
            (ax === bx && Math.abs(ay - by) > 20 && isEdge(x)) ||
            (ay === by && Math.abs(ax - bx) > 20 && isEdge(y));
          expect(isStraight, `${ax},${ay} to ${bx},${by}`).toBe(false);
        }
  });

  test('in the languages that are asked for', async () => {
    const {file} = await write('--country', 'EG', '--lang', 'ar');
    const names = file.objects.regions?.geometries.map(({properties}) => properties?.name) ?? [];
    expect(names.filter((name) => /\p{Script=Arabic}/u.test(String(name))).length).toBeGreaterThan(10);
    const {file: two} = await write('--country', 'EG', '--lang', 'es,en');
    expect(JSON.stringify(two)).not.toMatch(/\p{Script=Arabic}/u);
    expect(JSON.stringify(two)).toContain('"es":');
  });

  test('holes, islands and both sides of 180° stay', async () => {
    const {basemap: africa} = await write('--country', 'ZA', '--level', '6');
    expect([isLand(africa, 25, -29), isLand(africa, 28.3, -29.6)]).toEqual([true, false]);
    const {basemap: fiji} = await write('--country', 'FJ');
    expect(fiji.land).not.toBe('');
    expect([isLand(fiji, 178, -17.8), isLand(fiji, 0, -17.8)]).toEqual([true, false]);
  });

  test('its disputed borders are disputed', async () => {
    const {file, basemap} = await write('--country', 'GY', '--level', '6');
    expect(file.objects.disputed?.geometries.map(({properties}) => properties?.id)).toContain('esequibo');
    expect(basemap.disputed).not.toBe('');
  });
});

test('a box is cut, and its edges are no coast', async () => {
  const {file, basemap} = await write('--bbox', '9,45,14,48', '--level', '6');
  for (const [i, value] of [9, 45, 14, 48].entries()) expect(file.bounds[i]).toBeCloseTo(value, 1);
  expect(basemap.areas.filter(({kind}) => kind === 'country').map(({id}) => id)).toEqual(
    expect.arrayContaining(['AT', 'CH', 'DE', 'IT', 'SI']),
  );
  expect([isLand(basemap, 11.4, 47.3), isLand(basemap, 16.4, 48.2)]).toEqual([true, false]);
  for (const {position} of basemap.names) expect(contains(basemap.bounds, position)).toBe(true);
  const {west, south, east, north} = basemap.bounds;
  const corners = [
    project({lon: west, lat: north}, basemap.zoom),
    project({lon: east, lat: south}, basemap.zoom),
  ].map(([x, y]) => [x - basemap.origin[0], y - basemap.origin[1]] as const);
  const isEdge = (value: number, axis: 0 | 1) => corners.some((corner) => Math.abs(corner[axis] - value) < 1);
  const edges = linesOf(basemap.coast).flatMap((line) =>
    line
      .slice(1)
      .filter(([x, y], i) => (x === line[i]?.[0] && isEdge(x, 0)) || (y === line[i]?.[1] && isEdge(y, 1))),
  );
  expect(edges).toEqual([]);
  expect(basemap.borders).not.toBe('');
});

test('a box goes on over 180°', async () => {
  const {file, basemap} = await write('--bbox', '176,-20,-178,-12');
  for (const [i, value] of [176, -20, 182, -12].entries()) expect(file.bounds[i]).toBeCloseTo(value, 1);
  const land = [
    [178, -17.8],
    [179.2, -16.5],
    [180.03, -16.8],
    [180.03, -19],
  ] as const;
  expect(land.map(([lon, lat]) => isLand(basemap, lon, lat))).toEqual([true, true, true, false]);
  expect(basemap.areas.filter(({kind}) => kind === 'country').map(({id}) => id)).toContain('FJ');
  // Where the world was cut at 180° there is neither coast nor border, but a step of the grid, to which both sides are rounded.
  const cut = project({lon: 180, lat: 0}, basemap.zoom)[0] - basemap.origin[0];
  const along = [basemap.coast, basemap.borders, basemap.regions].flatMap(linesOf).flatMap((line) =>
    line.slice(1).flatMap(([x, y], i) => {
      const [px, py] = line[i] ?? [x, y];
      return x === px && Math.abs(x - cut) < 1 && Math.abs(y - py) > 2 ? [[y, py]] : [];
    }),
  );
  expect(along).toEqual([]);
});

describe('what is asked for wrongly is told', () => {
  test.each<[readonly string[], RegExp, number]>([
    [[], /needs --country.*or --bbox/, 2],
    [['--country', 'BZL'], /"BZL" is no ISO 3166-1 code.*BA, BB.*BR/, 2],
    [['--country', 'br'], /Write it as BR\./, 2],
    [['--bbox', '1,2,3'], /"1,2,3" is no box.*-74,-34/, 2],
    [['--bbox', '10,48,5,50'], /is no box/, 2],
    [['--bbox', '-140,-40,-130,-35'], /no land in this box/, 1],
    [['--country', 'FR', '--bbox', '30,50,31,51'], /no land of FR in this box/, 1],
    [['--country', 'BR', '--level', '9'], /no level "9", but 5.*6.*7.*8/, 2],
    [['--country', 'AD', '--lang', '1!'], /"1!" is not a language tag/, 2],
  ])('%j', async (args, words, status) => {
    const found = await command(['basemap', ...args]);
    expect(found.err).toMatch(words);
    expect({status: found.status, out: found.out}).toEqual({status, out: ''});
  });

  test('a file that is there is left as it is, unless it is to be replaced', async () => {
    const files = new Map<string, string>();
    const there = new URL('command.ts', import.meta.url).pathname;
    const {status, err} = await command(['basemap', '--country', 'AD', '-o', there], {files});
    expect({status, files: files.size}).toEqual({status: 1, files: 0});
    expect(err).toContain('is there already');
    expect((await command(['basemap', '--country', 'AD', '-o', there, '--force'], {files})).status).toBe(0);
    expect([...files.keys()]).toEqual([there]);
  });
});
