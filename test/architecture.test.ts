import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** The table of DESIGN, "Layers": which layers and which packages a layer may import. */
const LAYERS: Record<string, {ours: readonly string[]; npm: readonly string[]}> = {
  'core/memo': {ours: [], npm: []},
  'core/arrays': {ours: [], npm: []},
  'core/time': {ours: ['core/memo'], npm: []},
  'core/geo': {ours: [], npm: []},
  'core/dataset': {ours: ['core/memo', 'core/time', 'core/geo'], npm: []},
  'core/table': {ours: ['core/memo', 'core/arrays', 'core/time', 'core/geo', 'core/dataset'], npm: ['d3']},
  'core/loader': {ours: ['core/arrays', 'core/dataset', 'core/table'], npm: []},
  'core/claims': {ours: ['core/memo', 'core/time', 'core/dataset'], npm: []},
  'core/overlays': {
    ours: ['core/memo', 'core/arrays', 'core/time', 'core/geo', 'core/dataset'],
    npm: ['d3-geo'],
  },
  'core/topology': {ours: [], npm: []},
  'core/layout': {ours: ['core/memo', 'core/arrays', 'core/time', 'core/dataset', 'core/table'], npm: ['d3']},
  'core/store': {
    ours: ['core/memo', 'core/arrays', 'core/time', 'core/geo', 'core/dataset', 'core/table', 'core/layout'],
    npm: [],
  },
  core: {
    ours: ['core/time', 'core/geo', 'core/dataset', 'core/claims', 'core/table', 'core/layout', 'core/store'],
    npm: [],
  },
  // i18n describes snapshots, so it may import the store's types, but not its code.
  i18n: {ours: ['core/memo', 'core/time', 'core/dataset', 'core/store (types)', 'net'], npm: []},
  words: {ours: ['core/*', 'i18n'], npm: []},
  static: {ours: ['core/*', 'i18n', 'words'], npm: ['d3', 'topojson-client']},
  convert: {
    ours: ['core/memo', 'core/time', 'core/geo', 'core/dataset', 'i18n'],
    npm: ['d3', 'htmlparser2', 'fflate', '@tmcw/togeojson', '@xmldom/xmldom'],
  },
  net: {ours: [], npm: []},
  map: {ours: ['core/*', 'net', '../data/basemaps'], npm: ['leaflet', 'topojson-client']},
  elements: {ours: ['core/*', 'i18n', 'words', 'map', 'net', 'convert'], npm: ['lit', 'd3-interpolate']},
  embed: {ours: ['elements', 'core/*', ''], npm: []},
  // Only for tools.
  themes: {ours: [], npm: ['culori']},
  cli: {ours: ['core/*', 'i18n', 'static', 'convert', 'themes'], npm: ['node:', 'topojson-client']},
  '': {ours: ['core', 'elements'], npm: []},
};

/** Except type declarations, which name the packages that they describe. */
const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((file) =>
  /(?<!\.d)\.ts$/.test(file),
);

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
        const isData = target.endsWith('.json');
        const other = isData ? dirname(target) : layerOf(target);
        if (other === layer) return [];
        const allowed = rules?.ours.some(
          (name) =>
            name === other ||
            (name === 'core/*' && other.startsWith('core')) ||
            (name === `${other} (types)` && typeOnly),
        );
        if (!allowed) return [`${file} imports ${from} of the layer "${other}"`];
        return isData || target === `${other}/index.js`
          ? []
          : [`${file} reaches past the door of ${other}: ${from}`];
      });
    expect(faults).toEqual([]);
  });
});

test('one file names Leaflet', () => {
  const naming = imports.filter(({from}) => /^leaflet/.test(from)).map(({file}) => file);
  expect([...new Set(naming)]).toEqual(['map/leaflet.ts']);
});

test('D3 computes: nothing of it that writes to the page is imported', () => {
  const faults = files.filter((file) =>
    /import\s*\{[^}]*\b(select|selectAll|brush\w*|axis\w*|transition)\b[^}]*\}\s*from\s*'d3/.test(
      readFileSync(join(src, file), 'utf8'),
    ),
  );
  expect(faults).toEqual([]);
});

test('no module imports itself by way of others', () => {
  const targets = new Map<string, readonly string[]>(
    files.map((file) => [
      file,
      imports
        .filter((each) => each.file === file && each.from.startsWith('.'))
        .map(({from}) => relative(src, resolve(src, dirname(file), from)).replace(/\.js$/, '.ts')),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('no module has a variable: what is remembered goes with what it is of', () => {
  // Entry scripts of pages and of the worker, which no module imports.
  const scripts = [
    'embed/host.ts',
    'embed/frame.ts',
    'elements/story/worker.ts',
    'elements/story/import-worker.ts',
  ];
  const faults = files.filter(
    (file) => !scripts.includes(file) && /^(export )?let /m.test(readFileSync(join(src, file), 'utf8')),
  );
  expect(faults).toEqual([]);
  expect(
    imports.filter(({from}) => scripts.some((each) => from.endsWith(each.replace('.ts', '.js')))),
  ).toEqual([]);
});

test('tests wait by the one helper whose timeout is for what hangs', () => {
  const tests = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'}).filter((file) =>
    file.endsWith('.ts'),
  );
  const own = `vi.${'waitFor'}(`;
  const waiting = tests.filter((file) => readFileSync(join(import.meta.dirname, file), 'utf8').includes(own));
  expect(waiting).toEqual(['wait-for.ts']);
});

test('core compiles without the types of the page', () => {
  execFileSync('npx', ['--no-install', 'tsc', '--project', 'src/core/tsconfig.json'], {
    cwd: root,
    stdio: 'pipe',
  });
}, 60_000);

/** Forbidden in shipped code: strings as markup, and `Date` parsing. */
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
  test.each([
    'src/index.ts',
    'src/core/index.ts',
    'src/static/index.ts',
    'src/i18n/index.ts',
    'src/words/index.ts',
  ])('%s', async (entry) => {
    expect(typeof document).toBe('undefined');
    const door: object = await import(join(root, entry));
    expect(Object.keys(door).length).toBeGreaterThan(0);
  });
});

/** The texts of all `html` and `svg` templates of a file, with a line break for each expression. */
function templatesOf(code: string): readonly string[] {
  const found: string[] = [];
  /** Stack of open templates and expressions, innermost last; an expression counts its braces. */
  const open: {tag: boolean; text: string; depth: number}[] = [];
  let inText = false;
  for (let i = 0; i < code.length; i++) {
    const c = code[i] ?? '';
    const top = open.at(-1);
    if (inText && top) {
      if (c === '\\') i++;
      else if (c === '`') {
        if (top.tag) found.push(top.text);
        open.pop();
        inText = false;
      } else if (c === '$' && code[i + 1] === '{') {
        top.text += '\n';
        top.depth = 0;
        inText = false;
        i++;
      } else top.text += c;
    } else if (c === '/' && (code[i + 1] === '/' || code[i + 1] === '*')) {
      const end = code[i + 1] === '/' ? code.indexOf('\n', i) : code.indexOf('*/', i) + 1;
      i = end < i ? code.length : end;
    } else if (c === "'" || c === '"') {
      for (i++; i < code.length && code[i] !== c; i++) if (code[i] === '\\') i++;
    } else if (c === '`') {
      open.push({tag: /\b(html|svg)$/.test(code.slice(0, i)), text: '', depth: 0});
      inText = true;
    } else if (c === '{' && top) top.depth++;
    else if (c === '}' && top && top.depth-- === 0) inText = true;
  }
  return found;
}

describe('words are in messages, not in templates', () => {
  const SPOKEN = /\b(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"/g;
  const wordsOf = (template: string) => {
    const spoken = [...template.matchAll(SPOKEN)].map(([, words = '']) => words);
    return [...template.replace(/<[^>]*>/g, '\n').split('\n'), ...spoken].filter((each) =>
      /\p{L}{2,}/u.test(each),
    );
  };

  test('the scan sees them', () => {
    const code = ['html`<p title="Say">Hello $', '{a ? html`<b>you</b>` : `no`} there</p>`'].join('');
    expect(
      templatesOf(code)
        .flatMap(wordsOf)
        .map((each) => each.trim())
        .sort(),
    ).toEqual(['Hello', 'Say', 'there', 'you']);
    const all = files.filter((file) => file.startsWith('elements/'));
    expect(all.flatMap((file) => templatesOf(readFileSync(join(src, file), 'utf8'))).length).toBeGreaterThan(
      150,
    );
  });

  test.each(files.filter((file) => file.startsWith('elements/') && !file.endsWith('.styles.ts')))(
    '%s',
    (file) => {
      expect(templatesOf(readFileSync(join(src, file), 'utf8')).flatMap(wordsOf)).toEqual([]);
    },
  );
});
