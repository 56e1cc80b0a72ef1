import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, parse, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {packCells} from './scripts/cell-packs.mjs';

const external = /^(lit|d3|d3-geo|topojson-client)(\/|$)|^node:/;
const root = fileURLToPath(new URL('.', import.meta.url));

const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

const leaflet = join(root, 'node_modules/leaflet/src/');

/**
 * What Leaflet finds out about its browser, as it is in each that runs the elements. Its own module tries it out, by
 * assigning markup too, which throws where Trusted Types are enforced.
 */
const BROWSER = {
  any3d: true,
  ie3d: false,
  ielt9: false,
  mobileOpera: false,
  msPointer: false,
  passiveEvents: true,
  pointer: true,
  retina: false,
  safari: false,
  touch: true,
  touchNative: true,
  // Asked by what reads a wheel, which is not used.
  chrome: undefined,
  edge: undefined,
  linux: undefined,
  mac: undefined,
};

/** Leaflet without what it has for browsers of the past: once it is told what browser it has, that is never reached. */
const leafletOfToday = () => ({
  name: 'leaflet-of-today',
  load: (id) =>
    id === join(leaflet, 'core/Browser.js') ? `export default ${JSON.stringify(BROWSER)};` : null,
  moduleParsed({id, code}) {
    if (!id.startsWith(leaflet)) return;
    for (const [, name] of code.matchAll(/\bBrowser\.(\w+)/g))
      if (!(name in BROWSER)) this.error(`Leaflet asks for Browser.${name}, and is not told.`);
  },
});

/** Every node of a syntax tree beneath this one, but for those that `isLeftOut` and what is in them. */
function* nodesOf(node, isLeftOut = () => false) {
  if (Array.isArray(node)) for (const each of node) yield* nodesOf(each, isLeftOut);
  else if (node && typeof node === 'object' && !isLeftOut(node)) {
    yield node;
    for (const each of Object.values(node)) yield* nodesOf(each, isLeftOut);
  }
}

/** Names in code, and words in its texts: some methods are called by these. */
const namesIn = (node, isLeftOut) =>
  [...nodesOf(node, isLeftOut)].flatMap(({type, name, value}) => {
    if (type === 'Identifier') return name;
    return type === 'Literal' && typeof value === 'string' ? value.split(' ') : [];
  });

/**
 * The classes of Leaflet are objects with all methods that anyone may want, which tree-shaking keeps whole. A method
 * whose name is nowhere in the chunk, but in methods of which that is so too, is left out.
 */
const usedMethodsOfLeaflet = () => ({
  name: 'used-methods-of-leaflet',
  renderChunk(code, {modules}) {
    if (!Object.keys(modules).some((id) => id.startsWith(leaflet))) return null;
    const ast = this.parse(code);
    const unused = new Set(
      [...nodesOf(ast)].flatMap(({type, callee, arguments: given}) =>
        type === 'CallExpression' && /^(extend|include)$/.test(callee.property?.name)
          ? given.flatMap(({properties = []}) =>
              properties.filter(({value}) => value?.type === 'FunctionExpression'),
            )
          : [],
      ),
    );
    const names = new Set(namesIn(ast, (node) => unused.has(node)));
    for (let size = -1; size !== unused.size; ) {
      size = unused.size;
      for (const method of unused) {
        if (!names.has(method.key.name)) continue;
        unused.delete(method);
        for (const name of namesIn(method)) names.add(name);
      }
    }
    let used = code;
    // Lines stay where they are, so that the source map holds.
    for (const {start, end} of [...unused].reverse()) {
      const after = used[end] === ',' ? end + 1 : end;
      used = used.slice(0, start) + used.slice(start, after).replace(/.+/g, '') + used.slice(after);
    }
    return {code: used, map: null};
  },
});

/** The name of a file as it is written in an address, after it is compiled. */
const builtName = () =>
  replace({
    preventAssignment: true,
    delimiters: ['', ''],
    values: {"new URL('./worker.ts'": "new URL('./worker.js'"},
  });

/** For the files of the CDN, of a module that has a variant for them (`name.cdn.ts`) that one is taken. */
const cdnVariants = () => ({
  name: 'cdn-variants',
  resolveId(source, importer) {
    if (!source.startsWith('.') || !importer) return null;
    const variant = resolve(dirname(importer), source.replace(/\.js$/, '.cdn.ts'));
    return variant !== importer && existsSync(variant) ? variant : null;
  },
});

/** Of the package for bundlers: what is built by itself, and found beside the module that imports it. */
const builtApart = () => ({
  name: 'built-apart',
  resolveId(source, importer) {
    if (!importer) return null;
    const path = resolve(dirname(importer), source);
    if (path === join(root, 'src/map/leaflet.js')) return {id: path, external: 'relative'};
    const {dir, name, ext} = parse(path);
    if (dir !== join(root, 'data/basemaps') || ext !== '.json') return null;
    const json = readFileSync(path, 'utf8').trim();
    this.emitFile({type: 'asset', fileName: `map/basemaps/${name}.js`, source: `export default ${json};\n`});
    return {id: join(root, `src/map/basemaps/${name}.js`), external: 'relative'};
  },
});

/** Of the package for bundlers too: the cells of the world, in modules that are fetched as a map comes to them. */
const cellPacks = () => ({
  name: 'cell-packs',
  load(id) {
    if (id !== join(root, 'src/map/packs.ts')) return null;
    const packs = packCells();
    for (const [key, source] of packs)
      this.emitFile({type: 'asset', fileName: `map/basemaps/cells-${key}.js`, source});
    const imports = [...packs.keys()].map((key) => `'${key}': () => import('./basemaps/cells-${key}.js'),`);
    return `export const PACKS = {\n${imports.join('\n')}\n};\n`;
  },
  resolveId(source, importer) {
    if (importer !== join(root, 'src/map/packs.ts')) return null;
    return {id: resolve(dirname(importer), source), external: 'relative'};
  },
});

/** What others wrote and is inside of the files built: their licences, which ask to come along. */
const licences = () => ({
  name: 'licences',
  generateBundle(_, bundle) {
    const packages = Object.values(bundle).flatMap(({modules = {}}) =>
      Object.entries(modules).flatMap(([id, {renderedLength}]) =>
        renderedLength > 0
          ? (/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? [])
          : [],
      ),
    );
    const texts = [...new Set(packages)].sort().map((folder) => {
      const {name, version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (!file) this.error(`${name} has no licence.`);
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    });
    this.emitFile({type: 'asset', fileName: 'LICENSES.txt', source: texts.join('\n---\n\n')});
  },
});

const minify = () =>
  terser({
    module: true,
    ecma: 2020,
    compress: {passes: 5, keep_fargs: false, unsafe_arrows: true, pure_getters: true},
    mangle: {properties: {regex: /^_[a-z]\w*_$/}},
    format: {comments: false},
  });

const squeezeStyle = (text) =>
  text
    .replace(/\/\*.*?\*\//g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;(?=\})/g, '')
    .replace(/(?<![\w.])0(?=\.\d)/g, '')
    .replaceAll(' > ', '>')
    .replaceAll(': ', ':')
    .trim();

/** Lit's templates and styles are full of white space that only people read; one space of each run stays, and no comment. */
const squeezeTemplates = () => ({
  name: 'squeeze-templates',
  transform(code, id) {
    if (!/src\/.*\.ts$/.test(id)) return null;
    const edits = [];
    const visit = (node) => {
      if (Array.isArray(node)) node.forEach(visit);
      else if (node && typeof node === 'object') {
        if (node.type === 'TaggedTemplateExpression') {
          for (const {start, end} of node.quasi.quasis) {
            const text = code.slice(start, end).replace(/\s+/g, ' ');
            if (node.tag.name === 'css') edits.push([start, end, squeezeStyle(text)]);
            else if (node.tag.name === 'html') edits.push([start, end, text]);
            // Between shapes white space is nothing.
            else if (node.tag.name === 'svg')
              edits.push([start, end, text.replace(/(?<=>|^) (?=<)|(?<=>) $/g, '')]);
          }
        }
        Object.values(node).forEach(visit);
      }
    };
    visit(this.parse(code));
    let at = 0;
    let squeezed = '';
    for (const [start, end, text] of edits.sort(([a], [b]) => a - b)) {
      squeezed += code.slice(at, start) + text;
      at = end;
    }
    return {code: squeezed + code.slice(at), map: null};
  },
});

/** No module of ours does anything when it is imported, but for the entries: what only a later chunk uses goes there. */
const ours = join(root, 'src/');
const treeshake = {
  moduleSideEffects: (id) =>
    !id.startsWith(ours) || /^(define\.ts|embed\/|elements\/story\/worker\.ts)/.test(id.slice(ours.length)),
};

/** A worker is whole: it can import no package by its name, and nothing but its entry does anything by itself. */
const worker = (file, ...more) => ({
  treeshake: {moduleSideEffects: false},
  input: 'src/elements/story/worker.ts',
  output: {file, format: 'es', sourcemap: more.length === 0},
  plugins: [nodeResolve(), compile(), ...more],
});

/**
 * Chunks of the CDN files that are each one, though others use a part of them too: charts take the entries of sources,
 * popups what is quoted, and what reads large files the rules of the format. Rollup would make a chunk of each such part.
 */
const TOGETHER = {
  reading:
    /src\/(elements\/(reading|story\/layout|card\/(event|event\.styles|parts)|sources\/(entries|sources\.styles))|words\/(about|bibliography|quotations))\.ts$/,
  reader:
    /src\/(elements\/story\/reader|core\/dataset\/(checks|faults|known|locale|parse-tree|plain|read|row-names|schema|value-readers)|core\/time\/interval)\.ts$/,
  wording: /src\/(elements\/story\/wording|core\/dataset\/(issue-texts|parse))\.ts$/,
};

const all = [
  // For bundlers: a file for each module, so that who imports one element gets what it needs and no more.
  {
    treeshake,
    input: ['src/index.ts', 'src/define.ts', 'src/core/index.ts'],
    external,
    output: {dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
    plugins: [builtApart(), cellPacks(), builtName(), compile()],
  },
  // With the parts of Leaflet that it uses: they are modules in a form that not all bundlers and no Node understand.
  {
    input: 'src/map/leaflet.ts',
    output: {file: 'dist/map/leaflet.js', format: 'es', sourcemap: true},
    plugins: [leafletOfToday(), nodeResolve({browser: true}), compile(), usedMethodsOfLeaflet(), licences()],
  },
  {
    treeshake,
    input: {cronomapa: 'src/embed/cdn.ts', frame: 'src/embed/frame.ts'},
    // Other files take what they need from the first one: a door of its own before it would be one request more.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist/cdn',
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      onlyExplicitManualChunks: true,
      manualChunks: (id) => Object.keys(TOGETHER).find((name) => TOGETHER[name].test(id)),
    },
    plugins: [
      cdnVariants(),
      leafletOfToday(),
      nodeResolve({browser: true, exportConditions: ['production']}),
      compile(),
      squeezeTemplates(),
      usedMethodsOfLeaflet(),
      minify(),
      licences(),
    ],
  },
  {
    input: {cli: 'src/cli/main.ts'},
    external,
    output: {
      dir: 'dist',
      format: 'es',
      banner: '#!/usr/bin/env node',
      chunkFileNames: 'chunks/cli-[name].js',
    },
    plugins: [nodeResolve(), compile()],
  },
  // For tools: it brings its arithmetic of colours along.
  {
    input: {themes: 'src/themes/index.ts'},
    output: {dir: 'dist', format: 'es'},
    plugins: [nodeResolve(), compile(), licences()],
  },
  // For pages that write snippets, and servers that do: whole, and without the words that it does not say.
  {
    treeshake,
    input: {snippet: 'src/static/snippet.ts'},
    output: {dir: 'dist', format: 'es'},
    plugins: [compile()],
  },
  // Beside the module that starts it, and whole: what it shared with a page would have to run there too.
  worker('dist/elements/story/worker.js'),
  // Classic scripts, each whole: on pages that are not ours.
  ...['embed', 'host'].map((name) => ({
    treeshake,
    input: `src/embed/${name}.ts`,
    output: {file: `dist/cdn/${name}.js`, format: 'iife'},
    plugins: [compile(), minify()],
  })),
  worker('dist/cdn/worker.js', minify()),
];

/** `--configCdn DIR` builds the CDN files alone, into DIR: what the budgets weigh. */
export default ({configCdn}) =>
  configCdn
    ? all
        .filter(
          ({output: {dir, file = ''}}) => dir === 'dist/cdn' || /^dist\/cdn\/(embed|host)\.js$/.test(file),
        )
        .map(({output: {dir, file, ...output}, ...config}) => ({
          ...config,
          output: dir ? {...output, dir: configCdn} : {...output, file: file.replace('dist/cdn', configCdn)},
        }))
    : all;
