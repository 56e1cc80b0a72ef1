/**
 * The package as users get it, in five bundlers: packed, installed, built without configuration, and opened.
 *
 *     node test/bundlers/run.mjs [esbuild] [parcel] [rollup] [vite] [webpack]
 *
 * Wants a built dist/. The last line is `N passed, N failed`.
 */
import {execFile} from 'node:child_process';
import {cp, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {pack} from '../../scripts/pack.mjs';
import {BUILDS, WITH_WORKER} from './builds.mjs';
import {faultsOf, writeProject} from './page.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BUILDS);
// Outside of the repository, so that its node_modules is not found.
const work = await mkdtemp(join(tmpdir(), 'cronomapa-bundlers-'));
let failed = 0;
let browser;
try {
  const folder = join(work, 'project');
  await writeProject(folder);
  for (const each of ['package.json', 'package-lock.json']) await cp(join(HERE, each), join(folder, each));
  const npm = (...args) => promisify(execFile)('npm', [...args, '--no-audit', '--no-fund'], {cwd: folder});
  await npm('ci');
  await npm('install', '--no-save', await pack(work));
  browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});
  for (const name of names) {
    const out = join(folder, `dist-${name}`);
    const faults = await BUILDS[name](folder, out).then(
      async (warnings) => [...warnings, ...(await faultsOf(browser, out, {worker: WITH_WORKER.has(name)}))],
      (error) => [error.message],
    );
    if (faults.length > 0) failed++;
    say(faults.length > 0 ? `not ok ${name}: ${faults.join('\n    ')}` : `ok ${name}`);
  }
} finally {
  await browser?.close();
  await rm(work, {recursive: true, force: true});
}
say(`${names.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
