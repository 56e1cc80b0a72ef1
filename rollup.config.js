import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const external = /^(lit|d3|leaflet|topojson-client)(\/|$)|^node:/;

/** In the folder of the CDN files basemaps lie beside the script. */
const basemapsBeside = () =>
  replace({preventAssignment: true, delimiters: ['', ''], values: {'../../data/basemaps/': './basemaps/'}});

const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

/** Texts of a module changed, each as often as expected: where the module has changed, the build ends. */
const editor =
  (context, name) =>
  (text, pattern, times, replacement = '') => {
    const found = text.match(pattern)?.length ?? 0;
    if (found !== times)
      context.error(`${name} has changed: ${pattern} is there ${found} times, not ${times}.`);
    return text.replace(pattern, replacement);
  };

/**
 * Of Leaflet the map's view and its gestures are used, and nothing that draws. Its module registers everything with
 * everything, so that no bundler can leave the rest out: the registrations of what is not used are taken out here,
 * and its classes marked as pure. Its test for inline SVG assigns markup, which throws where Trusted Types are
 * enforced; it goes with the renderers.
 */
const leafletView = () => ({
  name: 'leaflet-view',
  // Its main file is a UMD bundle; beside it lies the same as a module.
  resolveId: (id) =>
    id === 'leaflet'
      ? fileURLToPath(new URL('node_modules/leaflet/dist/leaflet-src.esm.js', import.meta.url))
      : null,
  transform(code, id) {
    if (!/leaflet-src/.test(id)) return null;
    const edit = editor(this, 'Leaflet');
    const unused = /openPopup|openTooltip|getRenderer|_initOverlay|new Zoom\(|new Attribution\(/;
    let view = edit(code, /^(var \w+ = )(\w+\.extend\()/gm, 44, '$1/*#__PURE__*/$2');
    view = edit(view, /^Map\.addInitHook\('addHandler', '(?!dragging|touchZoom)\w+', \w+\);$/gm, 5);
    view = edit(view, /^(Control|CRS|Icon|TileLayer|SVG|GeoJSON|Map|Polyline)\.\w+ = \w+;$/gm, 29);
    view = edit(view, /^(Marker|Circle|CircleMarker)\.include\(\w+\);$/gm, 3);
    view = edit(view, /^(Polyline|Polygon|LayerGroup|Layer)\.include\(\{$[\s\S]*?^\}\);$/gm, 6);
    // Nor does a story fly, or ask where its reader is.
    const others =
      'flyTo|flyToBounds|fitWorld|panInside|locate|stopLocate|_handleGeolocation(?:Error|Response)';
    view = edit(view, new RegExp(`^\\t(?:${others}): function \\([\\s\\S]*?^\\t\\},$`, 'gm'), 8);
    view = edit(view, /^var (EPSG3395|EPSG4326|EPSG900913|Simple) = extend\([\s\S]*?^\}\);$/gm, 4);
    view = view.replace(/^Map\.(include|addInitHook)\((function \(\) )?\{$[\s\S]*?^\}\);$/gm, (block) =>
      unused.test(block) ? '' : block,
    );
    return {
      code: edit(
        view,
        /var inlineSvg = !!svg\$1 && \(function \(\) \{[\s\S]*?\}\)\(\);/g,
        1,
        'var inlineSvg = true;',
      ),
      map: null,
    };
  },
});

/**
 * The compiled decorators bring a helper to each element, and Lit's own know two dialects: what they come to is a call
 * for each property. Of Lit goes what only browsers without adopted style sheets run (the elements need newer ones), what it says to
 * those who write elements, what standard decorators keep, and the mark by which two copies of it find each other.
 */
const plainLit = () => ({
  name: 'plain-lit',
  transform(code, id) {
    if (/reactive-element\/css-tag\.js$/.test(id)) {
      const edit = editor(this, 'Lit');
      const known = edit(code, /(?<=const t=globalThis,e=)t\.ShadowRoot.*?(?=,s=Symbol\(\))/g, 1, 'true');
      return {code: edit(known, /throw Error\(".*?"(\+t\+".*?")?\)/g, 2, 'throw Error("css")'), map: null};
    }
    if (/lit-html\/directives\/repeat\.js$/.test(id))
      return {code: editor(this, 'Lit')(code, /Error\("repeat\(\).*?"\)/g, 1, 'Error("repeat")'), map: null};
    if (/(reactive-element|lit-html|lit-element)\.js$/.test(id)) {
      const counted = /\(\w+\.(reactiveElement|litHtml|litElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g;
      const edit = editor(this, 'Lit');
      const plain = edit(code, counted, 1, '0');
      if (!/reactive-element\.js$/.test(id)) return {code: plain, map: null};
      // What standard decorators keep, in a global of Lit's: there is none here.
      const kept = /Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/g;
      const read = /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh)/g;
      return {code: edit(edit(plain, kept, 1), read, 1), map: null};
    }
    if (!/src\/elements\/.*\.ts$/.test(id) || !code.includes('__decorateClass')) return null;
    const calls = /__decorateClass\(\[\s*(property|state)\(([^()]*)\)\s*\], (\w+)\.prototype, "(\w+)", 2\);/g;
    const plain = code.replace(calls, (_, kind, options, element, name) => {
      const given = kind === 'state' ? '{state: true}' : options || 'void 0';
      return `${element}.createProperty("${name}", ${given});`;
    });
    if (/__decorateClass\(/.test(plain)) this.error(`${id} has a decorator that is not a property.`);
    return {code: plain, map: null};
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
const treeshake = {
  moduleSideEffects: (id) => !/\/src\/(?!define\.ts|embed\/|elements\/story\/worker\.ts)/.test(id),
};

const all = [
  {
    input: {index: 'src/index.ts', define: 'src/define.ts', core: 'src/core/index.ts'},
    external,
    output: {dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name].js', sourcemap: true},
    plugins: [compile()],
  },
  {
    treeshake,
    input: {cronomapa: 'src/embed/cdn.ts', frame: 'src/embed/frame.ts'},
    // Other files take what they need from the first one: a door of its own before it would be one request more.
    preserveEntrySignatures: 'allow-extension',
    output: {dir: 'dist/cdn', format: 'es', chunkFileNames: '[name]-[hash].js'},
    plugins: [
      basemapsBeside(),
      leafletView(),
      nodeResolve({browser: true, exportConditions: ['production']}),
      compile(),
      plainLit(),
      squeezeTemplates(),
      minify(),
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
    plugins: [nodeResolve(), compile()],
  },
  // For pages that write snippets, and servers that do: whole, and without the words that it does not say.
  {
    treeshake,
    input: {snippet: 'src/static/snippet.ts'},
    output: {dir: 'dist', format: 'es'},
    plugins: [compile()],
  },
  // Beside the chunk that starts it, and whole: what it shared with a page would have to run there too.
  {
    input: 'src/elements/story/worker.ts',
    output: {file: 'dist/chunks/worker.js', format: 'es', sourcemap: true},
    plugins: [compile()],
  },
  // Classic scripts, each whole: on pages that are not ours.
  ...['embed', 'host'].map((name) => ({
    treeshake,
    input: `src/embed/${name}.ts`,
    output: {file: `dist/cdn/${name}.js`, format: 'iife'},
    plugins: [compile(), minify()],
  })),
  {
    input: 'src/elements/story/worker.ts',
    output: {file: 'dist/cdn/worker.js', format: 'es'},
    plugins: [compile(), minify()],
  },
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
