/** Packs the package as a tarball, for tests that install it elsewhere. Needs a built dist/. */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {cp, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TYPES = ['react', 'vue', 'svelte'].map((host) => `examples/hosts/${host}/cronomapa.d.ts`);
const PARTS = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist', 'data', 'docs', ...TYPES];

const run = async (cwd, command, ...args) => {
  const env = {...process.env, NODE_ENV: '', NO_COLOR: '1', FORCE_COLOR: undefined};
  const {stdout} = await promisify(execFile)(command, args, {cwd, maxBuffer: 2 ** 26, env});
  return stdout;
};

/** When dist/ was built; undefined while a build is writing it. Themes are written last. */
const builtAt = async () => {
  const parts = [
    'define.js',
    'elements/story/worker.js',
    'elements/story/import-worker.js',
    'cdn/basemaps',
    'themes/night.css',
  ];
  const times = await Promise.all(
    parts.map((part) => stat(join(ROOT, 'dist', part)).then(({mtimeMs}) => mtimeMs)),
  ).catch(() => undefined);
  return times?.join();
};

/**
 * Packs into the folder `work`. A dist/ of the fast build has no types, so they are generated.
 *
 * @returns {Promise<string>}
 */
export const pack = async (work) => {
  const copy = join(work, 'package');
  for (let tries = 0; ; tries++) {
    const before = await builtAt();
    for (const each of PARTS)
      if (before) await cp(join(ROOT, each), join(copy, each), {recursive: true}).catch(() => {});
    // A build may have been running.
    if (before && before === (await builtAt())) break;
    if (tries === 24) throw new Error('There is no whole dist/. Run `npm run build` first.');
    await rm(copy, {recursive: true, force: true});
    await new Promise((done) => setTimeout(done, 5000));
  }
  if (!existsSync(join(copy, 'dist/types'))) {
    const tsc = join(ROOT, 'node_modules/.bin/tsc');
    await run(ROOT, tsc, '--project', 'tsconfig.types.json', '--outDir', join(copy, 'dist/types'));
  }
  const args = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', work];
  const packed = JSON.parse(await run(copy, 'npm', ...args));
  return join(work, (Array.isArray(packed) ? packed[0] : Object.values(packed)[0]).filename);
};
