/**
 * Opens the gallery and every example page in three engines.
 *
 *     node test/engines/run.mjs [--engine NAME] [--page NAME] [--site DIR] [--json FILE]
 *
 * @typedef {{scheme: string, width: number, height: number}} View
 * @typedef {(page: import('./stress.mjs').Page) => Promise<string[]>} Reader what somebody does there; gives what is wrong
 * @typedef {object} Engine
 * @property {(visit: {url: string, view: View, picture: string, reader?: Reader}) => Promise<string[]>} visit what is wrong with the page
 * @property {() => Promise<void>} close
 */
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {parseArgs} from 'node:util';
import {serve} from '../../scripts/serve.mjs';
import {readFigures} from './figures.mjs';
import {collect} from './page.mjs';
import {readStress} from './stress.mjs';

const ENGINES = ['chromium', 'firefox', 'webkit'];
/** Of pages where opening them shows too little. */
const READERS = {stress: readStress, figures: readFigures, 'cifras-es': readFigures};

const {values: options} = parseArgs({
  options: {
    engine: {type: 'string', multiple: true},
    page: {type: 'string', multiple: true},
    site: {type: 'string', default: 'site'},
    json: {type: 'string'},
  },
});

let passed = 0;
let failed = 0;
const report = (name, problems, seconds) => {
  if (problems.length) failed++;
  else passed++;
  console.log(`${problems.length ? 'FAIL' : 'ok  '} ${name} (${seconds.toFixed(1)} s)`);
  for (const problem of new Set(problems)) console.log(`       ${problem}`);
};

/** Stands where the rest of the internet would be: notes who is asked for, and answers nobody. */
const openTrap = async (asked) => {
  const trap = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(502).end();
  });
  trap.on('connect', (request, socket) => {
    asked.push(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((done) => trap.listen(0, '127.0.0.1', done));
  return {url: `http://127.0.0.1:${trap.address().port}`, close: () => trap.close()};
};

const wanted = (name) => !options.page || options.page.some((part) => name.includes(part));
const files = await readdir(`${options.site}/examples`).catch(() => []);
const pages = [
  {name: 'gallery', path: '/'},
  ...files
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({name: file.slice(0, -5), path: `/examples/${file}`})),
];
const chosen = pages.filter(({name}) => wanted(name));

if (pages.length < 2 || chosen.length === 0) {
  report(`pages of ${options.site}`, ['there are none: is it built?'], 0);
} else {
  await mkdir('screenshots', {recursive: true});
  for (const engine of ENGINES.filter((name) => !options.engine || options.engine.includes(name))) {
    const failures = [];
    const outside = [];
    const tells = engine !== 'webkit';
    const site = await serve(options.site, {
      log: (path, status) => status >= 400 && failures.push(`answer ${status}: ${path}`),
      ...(!tells && {
        head: '<script src="/collect.js"></script>',
        scripts: {'/collect.js': `(${collect})();`},
      }),
    });
    const trap = await openTrap(outside);
    let browser;
    try {
      const {open, views} = await import(`./${engine}.mjs`);
      browser = await open({origin: site.url, proxy: trap.url, failures, outside});
      for (const {name, path} of chosen) {
        for (const view of views) {
          const start = performance.now();
          const label = `${engine} ${name} ${view.width} ${view.scheme}`;
          const picture = `screenshots/${label.replaceAll(' ', '-')}.png`;
          let problems;
          try {
            const reader = view.width === 1280 && view.scheme === 'light' ? READERS[name] : undefined;
            problems = await browser.visit({url: site.url + path, view, picture, reader});
          } catch (error) {
            problems = [String(error.stack ?? error)];
          }
          report(label, problems, (performance.now() - start) / 1000);
        }
      }
    } catch (error) {
      report(engine, [String(error.stack ?? error)], 0);
    } finally {
      await browser?.close();
      await site.close();
      trap.close();
    }
  }
}

if (options.json) await writeFile(options.json, JSON.stringify({passed, failed}));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
