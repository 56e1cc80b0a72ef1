/**
 * Measures the import of a table of 100,000 rows after a build: `node test/bench/import.mjs` in Node, with `--page` in
 * Chromium; `--rows` and `--runs` say how many.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {tableOf} from './data.mjs';

const {values} = parseArgs({
  options: {
    rows: {type: 'string', default: '100000'},
    runs: {type: 'string', default: '5'},
    page: {type: 'boolean'},
  },
});
const csv = tableOf(Number(values.rows));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Seconds of CPU, all threads together, and of the clock. */
function inNode() {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const file = join(folder, 'rows.csv');
  writeFileSync(file, csv);
  const tell = 'process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))';
  const args = ['import', file, '--claimant', 'Civil Defence', '-o', join(folder, 'rows.json')];
  const start = performance.now();
  const {stderr, status} = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${tell}`, join(root, 'dist/cli.js'), ...args],
    {encoding: 'utf8'},
  );
  const clock = (performance.now() - start) / 1000;
  rmSync(folder, {recursive: true});
  if (status !== 0) throw new Error(stderr);
  const {user, system} = JSON.parse(stderr.trim().split('\n').at(-1));
  return {user: user / 1e6, system: system / 1e6, clock};
}

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/cronomapa.js"></script><body><crono-story src="/rows.csv" format="csv" import-claimant="Civil Defence"></crono-story>';
const TYPES = {'.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css'};

const serve = () =>
  new Promise((resolve) => {
    const server = createServer(async ({url}, response) => {
      const path = url.split('?')[0];
      const body = {'/': PAGE, '/rows.csv': csv}[path];
      const file = body ?? (await readFile(join(root, 'dist/cdn', path)).catch(() => ''));
      response.setHeader('content-type', TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'text/csv'));
      response.end(file);
    }).listen(0, '127.0.0.1', () => resolve(server));
  });

/** Seconds until the first and the last event are there, and the longest tasks of the main thread in milliseconds. */
async function inPage(server) {
  const browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});
  const page = await browser.newPage({viewport: {width: 1000, height: 700}});
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const {startTime, duration} of list.getEntries()) window.tasks.push([startTime, duration]);
    }).observe({entryTypes: ['longtask']});
    window.seen = {};
    const look = () => {
      const {status, progress, counts} = document.querySelector('crono-story')?.snapshot ?? {};
      if (status === 'loading' && progress > 0) window.seen.progress ??= performance.now();
      if (status === 'ready' && counts.events > 0) window.seen.first ??= performance.now();
      if (status === 'ready' && progress === null) window.seen.whole ??= performance.now();
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.seen.whole, undefined, {timeout: 120_000});
  await page.waitForTimeout(1000);
  const {seen, tasks, count} = await page.evaluate(() => ({
    seen: window.seen,
    tasks: window.tasks,
    count: document.querySelector('crono-story').snapshot.counts.events,
  }));
  await browser.close();
  const longest = tasks
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([start, duration]) => `${Math.round(duration)} at ${(start / 1000).toFixed(1)} s`);
  return {events: count, ...seen, longest};
}

if (values.page) {
  const server = await serve();
  for (let run = 0; run < Number(values.runs); run++) console.log(await inPage(server));
  server.close();
} else for (let run = 0; run < Number(values.runs); run++) console.log(inNode());
