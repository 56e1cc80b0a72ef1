/**
 * What a reader of `examples/minimal.html` downloads, gzip, against budgets.json.
 *
 * `limits` are promises. `sizes` are exact (to 0.1 kB, up to zlib's own variation of 0.2 kB): a change of size
 * changes the file in the same commit (`node scripts/budgets.mjs --write`), so that it is a decision.
 * `--built`: of what has just been built, not of a build of its own.
 */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {cellsOfFirstView, MAP} from './first-view.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isBuilt = process.argv.includes('--built');
const out = isBuilt ? 'dist/cdn' : join(tmpdir(), `cronomapa-budgets-${process.pid}`);
if (!isBuilt) {
  execFileSync(
    'npx',
    ['--no-install', 'rollup', '--config', 'rollup.config.js', '--silent', '--configCdn', out],
    {stdio: 'inherit'},
  );
}

const exact = (...paths) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), {level: 9}).length, 0) / 1000;
/** @param {readonly string[]} names */
const paths = (names) => names.map((name) => join(out, name));
const kB = (...paths) => Math.round(exact(...paths) * 10) / 10;

// The worker is a build of its own, which is not made for the budgets alone.
const chunks = readdirSync(out).filter((name) => name.endsWith('.js') && !name.endsWith('worker.js'));
/** Chunks of these names, with those that they import; the first script is there already. */
const fetchedWith = (...names) => {
  const all = new Set(chunks.filter((name) => names.includes(name.replace(/-[\w-]{8}\.js$/, ''))));
  if (all.size !== names.length) fail(`of ${names.join(', ')} there are: ${[...all].join(', ')}`);
  for (const name of all)
    for (const [, from] of readFileSync(join(out, name), 'utf8').matchAll(/\b(?:from|import)"\.\/([^"]+)"/g))
      if (from !== 'cronomapa.js') all.add(from);
  return [...all];
};
/** What the page fetches besides: what reads the dataset, and what its layout, the event that it starts with and the sources are drawn by; the map. Other chunks wait for what it has not. */
const ofText = fetchedWith('reader', 'reading');
const ofMap = fetchedWith('stage').filter((name) => !ofText.includes(name));
/** What pages load that are not ours, each alone. */
const EMBED = {'host script': 'host.js', 'one tag': 'embed.js', 'page of a frame': 'frame.js'};
const others = chunks.filter(
  (name) =>
    name !== 'cronomapa.js' &&
    !Object.values(EMBED).includes(name) &&
    !ofMap.includes(name) &&
    !ofText.includes(name),
);
const page = readFileSync('examples/minimal.html', 'utf8');
const data = join('data', /src="\.\.\/data\/([^"]+)"/.exec(page)?.[1] ?? '');
const cells = await cellsOfFirstView(JSON.parse(readFileSync(data, 'utf8')), MAP);

const sizes = {
  page: kB('examples/minimal.html'),
  'script before the map': kB(join(out, 'cronomapa.js')),
  'script of the map': kB(...paths(ofMap)),
  'script of reader, layout, event and sources': kB(...paths(ofText)),
  dataset: kB(data),
  basemap: kB(...cells.map((name) => `data/basemaps/${name}.json`)),
};
/** What a page fetches more that tells the steps of its dataset in one of two ways; a page without steps none of it. */
const ofPage = ['cronomapa.js', ...ofText, ...ofMap];
const ofSteps = (way) => fetchedWith('steps', way).filter((name) => !ofPage.includes(name));
const ownOfSteps = /^(steps|scrolling|turning|sections)-/;
for (const [name, file] of Object.entries(EMBED)) sizes[name] = kB(join(out, file));
/** On demand: other languages, long lists, the filter, maps of many places, large files. */
const onDemand = (name) => `on demand: ${name.replace(/(-[\w-]{8})?\.js$/, '')}`;
for (const key of new Set(others.map(onDemand)))
  sizes[key] = kB(...paths(others.filter((name) => onDemand(name) === key)));
const script =
  sizes['script before the map'] +
  sizes['script of the map'] +
  sizes['script of reader, layout, event and sources'];
const totals = {
  // Small ones to the byte.
  'steps that are scrolled past': exact(...paths(ofSteps('scrolling'))),
  'steps as slides': exact(...paths(ofSteps('turning'))),
  'steps on a page without them': exact(...paths(ofPage.filter((name) => ownOfSteps.test(name)))),
  'host script': exact(join(out, EMBED['host script'])),
  'one tag': exact(join(out, EMBED['one tag'])),
  'first paint': sizes.page + sizes['script before the map'] + sizes.dataset,
  'script before the map': sizes['script before the map'],
  script: script,
  // The locator comes once the browser is idle: the page's map is wide, and its view small.
  'minimal in all': script + sizes.page + sizes.dataset + sizes.basemap + sizes['on demand: locator'],
};

const budgets = JSON.parse(readFileSync('budgets.json', 'utf8'));
if (process.argv.includes('--write')) {
  writeFileSync('budgets.json', `${JSON.stringify({...budgets, sizes}, null, 2)}\n`);
} else {
  for (const [name, size] of Object.entries(sizes)) {
    const was = budgets.sizes[name] ?? 0;
    if (Math.abs(size - was) > 0.25)
      fail(
        `${name}: ${size} kB, budgets.json says ${was}: if you mean it, run "node scripts/budgets.mjs --write" and commit it with the change`,
      );
  }
}
for (const [name, limit] of Object.entries(budgets.limits)) {
  const size = totals[name];
  if (!(size <= limit)) fail(`${name}: ${size?.toFixed(1)} kB is over the limit of ${limit} kB`);
  console.log(`     ${name}: ${size?.toFixed(1)} of ${limit} kB`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
