/** Builds dist/ (what is published) and site/ (what `npm start` serves). `--fast`: no types, no manifest. */
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const fast = process.argv.includes('--fast');
const run = (command, ...args) => execFileSync('npx', ['--no-install', command, ...args], {stdio: 'inherit'});

await rm('dist', {recursive: true, force: true});
await rm('site', {recursive: true, force: true});

run('rollup', '--config', 'rollup.config.js', '--silent');
if (!fast) {
  run('tsc', '--project', 'tsconfig.types.json');
  // Types that the compiler found itself it names by where they are written; we depend on `lit`, which passes them on.
  for (const name of await readdir('dist/types', {recursive: true})) {
    if (!name.endsWith('.d.ts')) continue;
    const path = `dist/types/${name}`;
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('import("lit-html', 'import("lit'));
  }
  run('cem', 'analyze', '--config', 'scripts/manifest.config.mjs');
}
await cp('data/basemaps', 'dist/cdn/basemaps', {recursive: true, filter: (path) => !path.endsWith('.md')});
for (const name of ['frame.html', 'frame.css']) await cp(`src/embed/${name}`, `dist/cdn/${name}`);
await cp('src/themes', 'dist/themes', {recursive: true, filter: (path) => !path.endsWith('.ts')});

/*
 * What a page can hold the scripts to. `integrity` on the first script covers none of those that it fetches: those are in
 * an import map, which reaches modules of a page, so neither classic scripts nor the worker.
 */
const files = {};
const integrity = {};
for (const name of (await readdir('dist/cdn')).filter((each) => each.endsWith('.js')).sort()) {
  const script = await readFile(`dist/cdn/${name}`);
  const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  files[name] = {integrity: hash, bytes: script.length, gzip: gzipSync(script, {level: 9}).length};
  if (!['embed.js', 'host.js', 'worker.js'].includes(name)) integrity[`./${name}`] = hash;
}
const {version} = JSON.parse(await readFile('package.json', 'utf8'));
await writeFile(
  'dist/cdn/integrity.json',
  `${JSON.stringify({version, files, importmap: {integrity}}, null, 2)}\n`,
);

await mkdir('site', {recursive: true});
await cp('dist', 'site/dist', {recursive: true});
await cp('data', 'site/data', {recursive: true});
// Hosts are projects of their own, and run elsewhere.
await cp('examples', 'site/examples', {
  recursive: true,
  filter: (path) => !path.startsWith('examples/hosts'),
});
await cp('examples/index.html', 'site/index.html');
await rm('site/examples/index.html');

// Without JavaScript, in print and for search engines the pages hold the list: written here by our own command.
const FALLBACK = /<!-- cronomapa list ([^ ]+) ([a-z-]+)(?: (\d))?((?: --[a-z]+ [^ ]+)*) -->/g;
for (const name of await readdir('site/examples')) {
  if (!name.endsWith('.html')) continue;
  const path = `site/examples/${name}`;
  const page = await readFile(path, 'utf8');
  await writeFile(
    path,
    page.replace(FALLBACK, (_, file, language, level = '3', more) => {
      const options = ['--language', language, '--heading-level', level, ...more.split(' ').filter(Boolean)];
      return execFileSync('node', ['dist/cli.js', 'list', file, ...options], {encoding: 'utf8'});
    }),
  );
}
