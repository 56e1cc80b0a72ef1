import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const external = /^(lit|d3|leaflet|topojson-client)(\/|$)|^node:/;

/** Where basemaps lie, seen from the module that asks for them. */
const basemaps = (path) => replace({preventAssignment: true, values: {__BASEMAPS__: JSON.stringify(path)}});

const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

/**
 * Leaflet's module tests for inline SVG by assigning markup, which throws where Trusted Types are enforced. Every
 * browser that runs these elements has SVG.
 */
const trustedLeaflet = () => ({
  name: 'trusted-leaflet',
  // Its main file is a UMD bundle; beside it lies the same as a module.
  resolveId: (id) =>
    id === 'leaflet'
      ? fileURLToPath(new URL('node_modules/leaflet/dist/leaflet-src.esm.js', import.meta.url))
      : null,
  transform(code, id) {
    if (!/leaflet-src/.test(id)) return null;
    const test = /var inlineSvg = !!svg\$1 && \(function \(\) \{[\s\S]*?\}\)\(\);/;
    if (!test.test(code)) this.error('Leaflet has changed: its inline SVG test is not where it was.');
    return {code: code.replace(test, 'var inlineSvg = true;'), map: null};
  },
});

const minify = () =>
  terser({
    module: true,
    ecma: 2020,
    compress: {passes: 3, unsafe_arrows: true, pure_getters: true},
    mangle: {properties: {regex: /^_[a-z]\w*_$/}},
    format: {comments: false},
  });

/** Lit's templates and styles are full of white space that only people read. */
const squeezeTemplates = () => ({
  name: 'squeeze-templates',
  transform(code, id) {
    if (!/src\/.*\.ts$/.test(id)) return null;
    return {
      code: code.replace(
        /css`([^`$]*)`/g,
        (_, text) => `css\`${text.replace(/\s+/g, ' ').replace(/\s*([{};,])\s*/g, '$1')}\``,
      ),
      map: null,
    };
  },
});

const all = [
  {
    input: {index: 'src/index.ts', define: 'src/define.ts', core: 'src/core/index.ts'},
    external,
    output: {dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name].js', sourcemap: true},
    plugins: [basemaps('../../data/basemaps/'), compile()],
  },
  {
    input: {cronomapa: 'src/define.ts'},
    output: {dir: 'dist/cdn', format: 'es', chunkFileNames: '[name]-[hash].js'},
    plugins: [
      basemaps('./basemaps/'),
      trustedLeaflet(),
      nodeResolve({browser: true, exportConditions: ['production']}),
      compile(),
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
    plugins: [compile()],
  },
];

/** `--configCdn DIR` builds the CDN files alone, into DIR: what the budgets weigh. */
export default ({configCdn}) => (configCdn ? {...all[1], output: {...all[1].output, dir: configCdn}} : all);
