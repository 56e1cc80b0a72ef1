import {createReadStream} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {playwright} from '@vitest/browser-playwright';
import type {Plugin} from 'vite';
import {defineConfig, type TestProjectInlineConfiguration} from 'vitest/config';
import {CHROMIUM_ARGS, findChromium, WITHOUT_COMPILERS} from './scripts/browsers.mjs';

const browserTests = 'test/**/*.browser.test.ts';
const soakTest = 'test/elements/soak.browser.test.ts';
const chromium = findChromium();

/** Basemaps as the files of the CDN have them: beside the script, one by one as a map comes to them. */
const basemapsBeside: Plugin = {
  name: 'basemaps-beside',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './along.js' && importer ? resolve(dirname(importer), 'along.cdn.ts') : null,
  configureServer({middlewares}) {
    middlewares.use('/src/map/basemaps/', (request, response) => {
      const file = resolve('data/basemaps', `.${request.url?.replace(/\?.*/, '')}`);
      response.setHeader('content-type', 'application/json');
      createReadStream(file)
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    });
  },
};

/** Tests in pages of Chromium. */
const inChromium = (
  name: string,
  {isolate, ...files}: {include: string[]; exclude?: string[]; isolate: boolean},
): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [basemapsBeside],
  // Found by Vite only while tests run, a dependency would reload the page under them.
  optimizeDeps: {
    include: [
      'axe-core',
      'd3',
      'd3-geo',
      'd3-interpolate',
      'iso-3166',
      'leaflet/src/geometry/Point.js',
      'leaflet/src/map/Map.js',
      'leaflet/src/map/handler/Map.Drag.js',
      'leaflet/src/map/handler/Map.TouchZoom.js',
      'lit',
      'lit/directive-helpers.js',
      'lit/directive.js',
      'lit/directives/class-map.js',
      'lit/directives/if-defined.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
      'topojson-client',
    ],
  },
  test: {
    name,
    ...files,
    setupFiles: ['test/setup.ts', 'test/setup.browser.ts'],
    browser: {
      enabled: true,
      isolate,
      headless: true,
      // In a browser with windows only what is in front has the focus, and frames in full number.
      fileParallelism: /headless-shell/.test(chromium ?? ''),
      screenshotFailures: false,
      viewport: {width: 1000, height: 700},
      provider: playwright({
        launchOptions: {
          executablePath: chromium,
          // A page of its own goes through so much that it has the compilers too, as those of readers do.
          args: isolate ? CHROMIUM_ARGS : [...CHROMIUM_ARGS, WITHOUT_COMPILERS],
        },
      }),
      instances: [{browser: 'chromium'}],
    },
  },
});

export default defineConfig({
  test: {
    // Both projects run side by side: the tests in Node that open pages of their own wait most of their time.
    maxWorkers: 2,
    // A limit for what hangs, not a measure: machines are shared.
    testTimeout: 60_000,
    expect: {poll: {timeout: 10_000}},
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // Modules are read once for all files: what a test leaves in one of them, the next would find.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [browserTests, 'test/engines/**'],
          setupFiles: ['test/setup.ts'],
        },
      },
      // One page for nearly all files: to read its 300 modules for each took a third of the time. A file that leaves
      // something behind in it fails (setup.browser.ts).
      inChromium('browser', {include: [browserTests], exclude: [soakTest], isolate: false}),
      // It counts what a page fetches, keeps and remembers, and so has one of its own.
      inChromium('soak', {include: [soakTest], isolate: true}),
    ],
  },
});
