import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, parse, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
import esbuild from 'rollup-plugin-esbuild';
import {packCells} from './scripts/cell-packs.mjs';

const external =
  /^(lit|d3|d3-geo|d3-interpolate|topojson-client|htmlparser2|fflate|@tmcw\/togeojson|@xmldom\/xmldom)(\/|$)|^node:/;
const root = fileURLToPath(new URL('.', import.meta.url));

const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

/** The reader of XML, which importers use, is no ES module. */
const xmlModule = () => commonjs({include: /@xmldom/});

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

/**
 * Modules of Leaflet that others take the place of. Once it is told what browser it has, what it has for browsers of
 * the past is never reached; and a double tap is heard by our own listeners.
 */
const INSTEAD = new Map([
  [join(leaflet, 'core/Browser.js'), `export default ${JSON.stringify(BROWSER)};`],
  [
    join(leaflet, 'dom/DomEvent.DoubleTap.js'),
    'export const addDoubleTapListener = () => {}; export const removeDoubleTapListener = () => {};',
  ],
]);

const leafletOfToday = () => ({
  name: 'leaflet-of-today',
  load: (id) => INSTEAD.get(id),
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

/** Names that Leaflet has for itself, the most frequent first, each with a short one in its place. */
const shortNames = () => {
  const counts = new Map();
  for (const file of readdirSync(leaflet, {recursive: true}).filter((name) => name.endsWith('.js')))
    for (const [name] of readFileSync(join(leaflet, file), 'utf8').matchAll(/\b_(?!leaflet)[a-z]\w*/gi))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return new Map(names.map((name, i) => [name, `_${i.toString(36)}`]));
};

/** Terser leaves the names of properties as they are. */
const shortenLeaflet = () => {
  const short = shortNames();
  return {
    name: 'shorten-leaflet',
    transform(code, id) {
      if (!id.startsWith(leaflet) && id !== LEAFLET_DOOR) return null;
      const names = [...nodesOf(this.parse(code))].filter(
        ({type, name}) => type === 'Identifier' && short.has(name),
      );
      let shortened = code;
      // Of `{a}` the syntax tree has the name twice.
      const at = new Map(names.map((node) => [node.start, node]));
      for (const {start, end, name} of [...at.values()].sort((a, b) => b.start - a.start))
        shortened = shortened.slice(0, start) + short.get(name) + shortened.slice(end);
      return {code: shortened, map: null};
    },
  };
};

/** The one module that names Leaflet: nothing else can call its methods. */
const LEAFLET_DOOR = join(root, 'src/map/leaflet.ts');

/** Of a chunk's statements, those of some of its modules. */
function statementsOf(ast, code, modules) {
  const ranges = modules.map((module) => {
    const text = module.code.trim();
    const start = code.indexOf(text);
    if (start < 0) throw new Error('A module is not in its chunk as it was rendered.');
    return {start, end: start + text.length};
  });
  return ast.body.filter((node) => ranges.some(({start, end}) => node.start >= start && node.end <= end));
}

/**
 * The classes of Leaflet are objects with all methods that anyone may want, which tree-shaking keeps whole. A method is
 * left out when our own class has another in its place, and when its name is nowhere in Leaflet and its door, but in
 * methods of which that is so too.
 */
const usedMethodsOfLeaflet = () => ({
  name: 'used-methods-of-leaflet',
  renderChunk(code, {modules}) {
    if (!Object.keys(modules).some((id) => id.startsWith(leaflet))) return null;
    const rendered = (isOf) =>
      Object.entries(modules).flatMap(([id, module]) =>
        isOf(id) && module.renderedLength > 0 ? [module] : [],
      );
    const ast = this.parse(code);
    const theirs = statementsOf(
      ast,
      code,
      rendered((id) => id.startsWith(leaflet)),
    );
    const ours = statementsOf(
      ast,
      code,
      rendered((id) => id === LEAFLET_DOOR),
    );
    const unused = new Set(
      [...nodesOf(theirs)].filter(
        ({type, value}) => type === 'Property' && value.type === 'FunctionExpression',
      ),
    );
    const replaced = new Set(
      [...nodesOf(ours)].flatMap(({type, key}) => (type === 'MethodDefinition' ? key.name : [])),
    );
    const keep = (names) => {
      for (const method of unused) {
        const {name} = method.key;
        if (!names.has(name) || replaced.has(name)) continue;
        unused.delete(method);
        keep(new Set(namesIn(method.value)));
      }
    };
    keep(new Set(namesIn([...theirs, ...ours], (node) => unused.has(node))));
    let used = code;
    // Lines stay where they are, so that the source map holds.
    for (const {start, end} of [...unused].reverse()) {
      const after = used[end] === ',' ? end + 1 : end;
      used = used.slice(0, start) + used.slice(start, after).replace(/.+/g, '') + used.slice(after);
    }
    return {code: used, map: null};
  },
});

/** What runs beside the page. */
const WORKERS = ['worker', 'import-worker'];

/** The name of a file as it is written in an address, after it is compiled. */
const builtName = () =>
  replace({
    preventAssignment: true,
    delimiters: ['', ''],
    values: Object.fromEntries(WORKERS.map((name) => [`new URL('./${name}.ts'`, `new URL('./${name}.js'`])),
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

/** What is built by itself, as it holds modules of others that not all bundlers understand. */
const APART = ['map/leaflet', 'convert/markup', 'convert/xml'];

/** Of the package for bundlers: what is built by itself, and found beside the module that imports it. */
const builtApart = () => ({
  name: 'built-apart',
  resolveId(source, importer) {
    if (!importer) return null;
    const path = resolve(dirname(importer), source);
    if (APART.some((name) => path === join(root, `src/${name}.js`))) return {id: path, external: 'relative'};
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
          ? (/^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/').replace('\0', '')) ??
            [])
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
    compress: {
      passes: 6,
      inline: 1,
      hoist_vars: true,
      keep_fargs: false,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
    },
    format: {comments: false},
  });

/**
 * What other chunks import of the first script has there the name that it has after it is minified: `a as b` for each
 * would be 0.3 kB of names that do not compress. Rollup renders all chunks at once, so that the others can wait for it.
 */
const exportByOwnName = () => {
  let tell;
  const ownNames = new Promise((resolve) => {
    tell = resolve;
  });
  const named = ([name, alias]) => (name === alias ? name : `${name} as ${alias}`);
  return {
    name: 'export-by-own-name',
    async renderChunk(code, {name, imports, facadeModuleId}) {
      const isFirst = name === 'cronomapa';
      if (!isFirst && !imports.includes('cronomapa.js')) return null;
      const {body} = this.parse(code);
      const list = body.find(({type, source}) =>
        isFirst ? type === 'ExportNamedDeclaration' : source?.value.endsWith('/cronomapa.js'),
      );
      if (isFirst) {
        const open = this.getModuleInfo(facadeModuleId).exports;
        const own = new Map(
          list.specifiers.map(({local, exported: {name}}) => [name, open.includes(name) ? name : local.name]),
        );
        tell(own);
        const names = list.specifiers.map(({local, exported}) => named([local.name, own.get(exported.name)]));
        return {
          code: `${code.slice(0, list.start)}export{${names.sort()}};${code.slice(list.end)}`,
          map: null,
        };
      }
      if (list.type !== 'ImportDeclaration') this.error(`${name} exports what it has from the first script.`);
      const own = await ownNames;
      const names = list.specifiers.map(({imported, local}) => named([own.get(imported.name), local.name]));
      const clause = names.length > 0 ? `{${names}}from` : '';
      return {
        code: `${code.slice(0, list.start)}import${clause}"./cronomapa.js";${code.slice(list.end)}`,
        map: null,
      };
    },
  };
};

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
    const squeezed = new MagicString(code);
    for (const [start, end, text] of edits) if (end > start) squeezed.update(start, end, text);
    return {code: squeezed.toString(), map: squeezed.generateMap({hires: true})};
  },
});

/** No module of ours does anything when it is imported, but for the entries: what only a later chunk uses goes there. */
const ours = join(root, 'src/');
const treeshake = {
  moduleSideEffects: (id) =>
    !id.startsWith(ours) ||
    /^(define\.ts|embed\/|elements\/story\/(import-)?worker\.ts)/.test(id.slice(ours.length)),
};

/** A worker is whole: it can import no package by its name, and nothing but its entry does anything by itself. */
const workers = (dir, ...more) =>
  WORKERS.map((name) => ({
    treeshake: {moduleSideEffects: false},
    input: `src/elements/story/${name}.ts`,
    output: {
      file: `${dir}/${name}.js`,
      format: 'es',
      sourcemap: more.length === 0,
      inlineDynamicImports: true,
    },
    plugins: [nodeResolve({browser: true}), xmlModule(), compile(), ...more],
  }));

/**
 * Modules stand in a chunk in the order in which they are first imported, and gzip looks back 32 kB: what is alike should
 * be close. As nothing of ours does anything when it is imported, this imports kind by kind, before all else.
 */
const ALIKE = [
  'src/core/index.ts',
  'node_modules/lit/index.js',
  'src/words/index.ts',
  'src/i18n/index.ts',
  ...readdirSync(join(root, 'src/elements'), {recursive: true})
    .filter((name) => name.endsWith('.styles.ts'))
    .map((name) => `src/elements/${name}`)
    .sort(),
];
const alikeTogether = () => ({
  name: 'alike-together',
  transform: (code, id) =>
    id === join(root, 'src/embed/cdn.ts')
      ? {
          code: ALIKE.map((file) => `import ${JSON.stringify(join(root, file))};\n`).join('') + code,
          map: null,
        }
      : null,
});

/**
 * Chunks of the CDN files that are each one, though others use a part of them too: charts take the entries of sources,
 * popups what is quoted, and what reads large files the rules of the format. Rollup would make a chunk of each such part.
 * What reads a dataset stays apart from what draws its texts: where one does not come, the other does what it can.
 */
const TOGETHER = {
  reading: [
    /src\/(elements\/(story\/(layout|layout\.styles|exported-parts)|base\/(figures|heading|sights)|card\/(event|reading|selected\.styles)|event\/(?!media\.).*|sources\/entry)|words\/(bibliography|corrections|figures|folded-time|lead|measures|places|quotations|remarks|sources)|i18n\/figure|core\/layout\/pointer)\.ts$/,
    /src\/(elements\/base\/fold(ing|ing\.styles|ed-strip)|core\/layout\/fold.*|i18n\/durations)\.ts$/,
  ],
  list: [
    /src\/(elements\/(list\/(head|item|keys|list-panel|list-panel\.styles|listed-rows|listing|opened-rows)|sources\/(entries|groups|sources\.styles))|words\/about|core\/layout\/list)\.ts$/,
  ],
  range: [
    /src\/(elements\/range\/(handle|overview|range-moves|range-panel|range\.styles)|core\/layout\/(bins|range-.*))\.ts$/,
  ],
  reader: [
    /src\/(elements\/story\/reader|core\/dataset\/(checks|faults|known|locale|parse-tree|plain|read|row-names|schema|value-readers)|core\/time\/(interval|zone)|core\/geo\/packed)\.ts$/,
    /src\/net\/fetch-json\.ts$/,
  ],
  'map-keys': [/src\/elements\/map\/(map-gatherings|map-keys|stop-search)\.ts$/],
  wording: [/src\/(elements\/story\/wording|core\/dataset\/(issue-texts|parse))\.ts$/],
};

const all = [
  // For bundlers: a file for each module, so that who imports one element gets what it needs and no more.
  {
    treeshake,
    input: ['src/index.ts', 'src/define.ts', 'src/core/index.ts'],
    external,
    output: {dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
    plugins: [builtApart(), cellPacks(), builtName(), compile(), squeezeTemplates()],
  },
  // With the parts of Leaflet that it uses: they are modules in a form that not all bundlers and no Node understand.
  {
    input: 'src/map/leaflet.ts',
    output: {file: 'dist/map/leaflet.js', format: 'es', sourcemap: true, inlineDynamicImports: true},
    plugins: [leafletOfToday(), nodeResolve({browser: true}), compile(), usedMethodsOfLeaflet(), licences()],
  },
  {
    input: {markup: 'src/convert/markup.ts', xml: 'src/convert/xml.ts'},
    output: {dir: 'dist/convert', format: 'es', entryFileNames: '[name].js'},
    plugins: [nodeResolve({browser: true}), xmlModule(), compile(), licences()],
  },

  {
    treeshake,
    input: {cronomapa: 'src/embed/cdn.ts', frame: 'src/embed/frame.ts'},
    // A file that needs itself stops every page before anything is drawn.
    onLog(level, log, handle) {
      if (log.code === 'CIRCULAR_CHUNK') throw new Error(log.message);
      handle(level, log);
    },
    // Other files take what they need from the first one: a door of its own before it would be one request more.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist/cdn',
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      onlyExplicitManualChunks: true,
      manualChunks: (id) =>
        Object.keys(TOGETHER).find((name) => TOGETHER[name].some((files) => files.test(id))),
    },
    plugins: [
      alikeTogether(),
      cdnVariants(),
      leafletOfToday(),
      nodeResolve({browser: true, exportConditions: ['production']}),
      xmlModule(),
      compile(),
      squeezeTemplates(),
      shortenLeaflet(),
      usedMethodsOfLeaflet(),
      minify(),
      exportByOwnName(),
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
  // What `cronomapa serve` adds to pages.
  {
    input: 'src/cli/preview-page.ts',
    output: {file: 'dist/preview.js', format: 'iife'},
    plugins: [compile()],
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
  ...workers('dist/elements/story'),
  // Classic scripts, each whole: on pages that are not ours.
  ...['embed', 'host'].map((name) => ({
    treeshake,
    input: `src/embed/${name}.ts`,
    output: {file: `dist/cdn/${name}.js`, format: 'iife'},
    plugins: [compile(), minify()],
  })),
  ...workers('dist/cdn', minify()),
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
