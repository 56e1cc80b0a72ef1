/** Builds dist/ (what is published) and site/ (what `npm start` serves). `--fast`: no types, no manifest. */
import {execFileSync} from 'node:child_process';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const fast = process.argv.includes('--fast');
const run = (command, ...args) => execFileSync('npx', ['--no-install', command, ...args], {stdio: 'inherit'});

await rm('dist', {recursive: true, force: true});
await rm('site', {recursive: true, force: true});

run('rollup', '--config', 'rollup.config.js', '--silent');
if (!fast) {
  run('tsc', '--project', 'tsconfig.types.json');
  run('cem', 'analyze', '--config', 'scripts/manifest.config.mjs');
}
await cp('data/basemaps', 'dist/cdn/basemaps', {recursive: true, filter: (path) => !path.endsWith('.md')});
for (const name of ['frame.html', 'frame.css']) await cp(`src/embed/${name}`, `dist/cdn/${name}`);
await cp('src/themes', 'dist/themes', {recursive: true, filter: (path) => !path.endsWith('.ts')});

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
