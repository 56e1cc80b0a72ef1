import {mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {sharedChromium} from '../chromium.js';
import {BUILDS} from './builds.mjs';
import {faultsOf, writeProject} from './page.mjs';

/*
 * Builds dist/ with the two bundlers that this repository already depends on. The three others, and the packed package,
 * are tested by `npm run test:hosts`.
 */

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-bundled-'));
let browser: Browser;

beforeAll(async () => {
  await writeProject(folder);
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await mkdir(join(folder, 'node_modules'));
  const repository = resolve(import.meta.dirname, '../..');
  symlinkSync(repository, join(folder, 'node_modules/cronomapa'));
  for (const name of ['esbuild', 'rollup', '@rollup'])
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  browser = await sharedChromium();
}, 60_000);
afterAll(async () => {
  rmSync(folder, {recursive: true, force: true});
});

describe('a story is drawn with its basemaps, and nothing is asked for in vain', () => {
  test.each(['esbuild', 'rollup'])(
    '%s',
    async (name) => {
      const out = join(folder, name);
      const warnings = await BUILDS[name]?.(folder, out);
      expect(warnings).toEqual([]);
      expect(await faultsOf(browser, out, {worker: false})).toEqual([]);
    },
    120_000,
  );
});

/** Gzip size of a script with everything it can load, in bytes; without the cells of the world, which a map
 * loads one by one, and what imports files of other formats, which would make every share look smaller. */
async function weigh(script: string): Promise<number> {
  const {outputFiles} = await build({
    stdin: {contents: script, resolveDir: folder},
    absWorkingDir: folder,
    bundle: true,
    external: ['./basemaps/cells-*', './importing.js'],
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles.reduce((sum, {contents}) => sum + gzipSync(contents).length, 0);
}

describe('who imports a part does not pay for all', () => {
  let all = 0;
  beforeAll(async () => {
    all = await weigh(`import 'cronomapa/define';`);
  }, 60_000);

  test.each([
    ['CronoTimeline', 0.22],
    // It draws all media that an event may have.
    ['CronoList', 0.165],
    // It brings Leaflet and the basemaps.
    ['CronoMap', 0.55],
    ['CronoSources', 0.12],
  ])(
    '%s',
    async (name, share) => {
      const one = await weigh(`import {${name}} from 'cronomapa'; ${name}.define();`);
      expect(one).toBeGreaterThan(10_000);
      expect(one / all).toBeLessThan(share);
    },
    60_000,
  );

  test('the core alone', async () => {
    const core = await weigh(`import {parseDataset} from 'cronomapa/core'; console.log(parseDataset);`);
    expect(core).toBeGreaterThan(5000);
    expect(core / all).toBeLessThan(0.07);
  });
});
