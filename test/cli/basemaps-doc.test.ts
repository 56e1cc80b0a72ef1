import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {parseDataset} from '../../src/core/dataset/index.js';
import {POINTS_OF_VIEW} from '../../src/core/geo/index.js';
import {readBasemap} from '../../src/map/basemap.js';
import {command} from './command.js';

/* The examples of docs/BASEMAPS.md do what it says. */

const doc = readFileSync(new URL('../../docs/BASEMAPS.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'g'))].map(([, text = '']) => text);

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-'));
afterAll(() => rmSync(folder, {recursive: true}));

const commands = blocks('sh')
  .flatMap((block) => block.trim().split('\n'))
  .filter((line) => line.startsWith('cronomapa basemap '));

test.each(commands)('%s', async (line) => {
  const files = new Map<string, string>();
  const {status, err} = await command(line.split(' ').slice(1), {files});
  expect(status, err).toBe(0);
  const [[name = '', text = ''] = []] = files;
  expect(readBasemap(JSON.parse(text)).land).not.toBe('');
  writeFileSync(join(folder, name), text);
});

test('the change by hand is one that the map shows', () => {
  expect(commands.length).toBeGreaterThan(2);
  const [script = ''] = blocks('js');
  const at = (name: string) => join(folder, name);
  new Function('readFileSync', 'writeFileSync', script)(
    (name: string) => readFileSync(at(name), 'utf8'),
    (name: string, text: string) => writeFileSync(at(name), text),
  );
  const basemap = readBasemap(JSON.parse(readFileSync(at('uy.json'), 'utf8')));
  expect(basemap.areas.find(({id}) => id === 'UY-AR')?.name).toEqual({
    es: 'Artigas, zona de estudio',
    en: 'Artigas, study area',
  });
  expect(basemap.names.map(({name}) => name)).toContain('Pueblo San Antonio');
  expect(basemap.attribution).toBe('Natural Earth · GeoNames · Our own survey');
});

test('what its datasets set is read', () => {
  expect(blocks('json').length).toBeGreaterThan(1);
  for (const text of blocks('json')) {
    const {cronomapa: _, events: __, ...said} = JSON.parse(text) as Record<string, unknown>;
    expect(parseDataset(JSON.parse(text)).dataset).toMatchObject(said);
    expect(Object.keys(said).length).toBeGreaterThan(0);
  }
});

test('it lists the points of view that there are', () => {
  expect(doc).toContain(`There are views of ${POINTS_OF_VIEW.join(', ')}.`);
});
