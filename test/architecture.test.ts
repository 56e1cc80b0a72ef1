import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** The table of DESIGN, "Layers": which layers and which packages a layer may import. */
const LAYERS: Record<string, {ours: readonly string[]; npm: readonly string[]}> = {
  'core/time': {ours: [], npm: []},
  'core/geo': {ours: [], npm: []},
  'core/dataset': {ours: ['core/time', 'core/geo'], npm: []},
  'core/scale': {ours: ['core/time', 'core/geo', 'core/dataset'], npm: ['d3']},
  'core/claims': {ours: ['core/time', 'core/dataset'], npm: []},
  'core/layout': {ours: ['core/time', 'core/dataset', 'core/scale'], npm: ['d3']},
  'core/store': {ours: ['core/time', 'core/geo', 'core/dataset', 'core/scale', 'core/layout'], npm: []},
  core: {
    ours: ['core/time', 'core/geo', 'core/dataset', 'core/claims', 'core/scale', 'core/layout', 'core/store'],
    npm: [],
  },
  // The words describe snapshots: the store's types, and nothing of it that runs.
  i18n: {ours: ['core/time', 'core/dataset', 'core/store (types)'], npm: []},
  static: {ours: ['core/*', 'i18n'], npm: ['d3', 'topojson-client']},
  convert: {ours: ['core/time', 'core/geo', 'core/dataset'], npm: ['d3']},
  map: {ours: ['core/*'], npm: ['leaflet', 'topojson-client']},
  elements: {ours: ['core/*', 'i18n', 'map'], npm: ['lit', 'd3']},
  embed: {ours: ['elements', 'core/*'], npm: []},
  cli: {ours: ['core/*', 'i18n', 'static', 'convert'], npm: ['node:', 'topojson-client']},
  '': {ours: ['core', 'elements'], npm: []},
};

const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'));

const layerOf = (file: string): string => {
  const parts = file.split('/').slice(0, -1);
  if (parts[0] === 'core') return parts.length > 1 ? `core/${parts[1]}` : 'core';
  return parts[0] ?? '';
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = files.flatMap((file) => {
  const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = [
    ...code.matchAll(/^\s*(import|export)\s+(type\s+)?[^'";]*?from\s*'([^']+)'/gm),
    ...code.matchAll(/^\s*(import)\s+()'([^']+)'/gm),
    ...code.matchAll(/\b(import)\(()\s*'([^']+)'\s*\)/g),
  ];
  return found.map(([, , type, from = '']) => ({file, from, typeOnly: Boolean(type)}));
});

test('the scan sees the imports', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(imports.length).toBeGreaterThan(100);
});

describe('a layer imports only what the table allows', () => {
  test.each([...new Set(files.map(layerOf))])('%s', (layer) => {
    const rules = LAYERS[layer];
    expect(rules, `the layer "${layer}" is not in the table`).toBeDefined();
    const faults = imports
      .filter(({file}) => layerOf(file) === layer)
      .flatMap(({file, from, typeOnly}) => {
        if (!from.startsWith('.')) {
          const allowed = rules?.npm.some(
            (name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`),
          );
          return allowed ? [] : [`${file} imports ${from}`];
        }
        const target = relative(src, resolve(src, dirname(file), from));
        const other = layerOf(target);
        if (other === layer) return [];
        const allowed = rules?.ours.some(
          (name) =>
            name === other ||
            (name === 'core/*' && other.startsWith('core')) ||
            (name === `${other} (types)` && typeOnly),
        );
        if (!allowed) return [`${file} imports ${from} of the layer "${other}"`];
        return target === `${other}/index.js` ? [] : [`${file} reaches past the door of ${other}: ${from}`];
      });
    expect(faults).toEqual([]);
  });
});

test('one file names Leaflet', () => {
  expect(imports.filter(({from}) => /^leaflet/.test(from)).map(({file}) => file)).toEqual(
    imports.some(({from}) => /^leaflet/.test(from)) ? ['map/leaflet.ts'] : [],
  );
  expect(imports.some(({from}) => /^leaflet/.test(from))).toBe(true);
});

test('D3 computes: nothing of it that writes to the page is imported', () => {
  const faults = files.filter((file) =>
    /import\s*\{[^}]*\b(select|selectAll|brush\w*|axis\w*|transition)\b[^}]*\}\s*from\s*'d3/.test(
      readFileSync(join(src, file), 'utf8'),
    ),
  );
  expect(faults).toEqual([]);
});

test('no element file is over 300 lines', () => {
  const long = files
    .filter((file) => file.startsWith('elements/'))
    .map((file) => ({file, lines: readFileSync(join(src, file), 'utf8').split('\n').length}))
    .filter(({lines}) => lines > 300);
  expect(long).toEqual([]);
});

test('core compiles without the types of the page', () => {
  execFileSync('npx', ['--no-install', 'tsc', '--project', 'src/core/tsconfig.json'], {
    cwd: root,
    stdio: 'pipe',
  });
}, 60_000);

/** Forbidden in what ships: strings that become markup, and dates that guess. */
test.each([
  ['innerHTML', /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG)\b/],
  ['Date that parses', /\bDate\.parse\b|\bnew Date\(/],
  ['styles in the head', /document\.head/],
  ['eval', /\beval\(|new Function\(/],
])('no %s in src', (_, pattern) => {
  const faults = files.filter((file) =>
    pattern.test(readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')),
  );
  expect(faults).toEqual([]);
});

describe('every entry point imports in plain Node, where there is no page', () => {
  test.each(['src/index.ts', 'src/core/index.ts', 'src/static/index.ts', 'src/i18n/index.ts'])(
    '%s',
    async (entry) => {
      expect(typeof document).toBe('undefined');
      const door: object = await import(join(root, entry));
      expect(Object.keys(door).length).toBeGreaterThan(0);
    },
  );
});
