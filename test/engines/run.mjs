/**
 * Opens the gallery and every example page in three engines, and inspects each in themes, schemes, languages and widths:
 * in all pairs of these, or with `--all` in all combinations. The looks are in looks.mjs, the checks in inspect.mjs.
 *
 *     node test/engines/run.mjs [--engine NAME] [--page NAME] [--site DIR] [--json FILE] [--write] [--all] [--pictures]
 *
 * @typedef {import('./looks.mjs').Look} Look
 * @typedef {object} Visit
 * @property {string} url
 * @property {Look[]} looks
 * @property {boolean} touch
 * @property {(look: Look) => string} pictureOf
 * @property {boolean} [pictures]
 * @property {Set<string>} kinds what axe has seen of the page
 * @property {boolean} inColor whether axe is asked for contrast too
 * @property {(look: Look, problems: string[]) => void} tell
 * @typedef {object} Engine
 * @property {(visit: Visit) => Promise<void>} visit opens a page once, and goes through its looks
 * @property {() => Promise<void>} close
 */
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {availableParallelism} from 'node:os';
import {setTimeout as sleep} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {serve} from '../../scripts/serve.mjs';
import {CHOOSING, LEFT_OUT, readChoosing, readChoosingOnPhone} from './choosing.mjs';
import {readEmbed} from './embed.mjs';
import {readFaults} from './faults.mjs';
import {readFigures} from './figures.mjs';
import {readFrames} from './frames.mjs';
import {ENGINES, nameOf, planLooks, READING, TWINS} from './looks.mjs';
import {collect} from './page.mjs';
import {readStill} from './still.mjs';
import {readStress} from './stress.mjs';
import {readStrict} from './strict.mjs';
import {readStudio} from './studio.mjs';
import {readTold} from './told.mjs';
import {readTorture} from './torture.mjs';
import {readToldTree, readTree} from './tree.mjs';

/**
 * Scripted interactions, by page. WebKit's driver has no keyboard, and only Chromium exposes the accessibility tree.
 */
const READERS = {
  stress: {reader: readStress, engines: ['chromium', 'firefox']},
  figures: {reader: readFigures, engines: ['chromium', 'firefox']},
  'cifras-es': {reader: readFigures, engines: ['chromium']},
  'article-en': {reader: readTree, engines: ['chromium']},
  studio: {reader: readStudio, engines: ['chromium', 'firefox']},
  frames: {reader: readFrames, engines: ENGINES},
  // It asks what the page itself has put among its globals, so nothing else is asked before.
  strict: {reader: readStrict, engines: ENGINES, isFirst: true},
  'told-en': {reader: readTold, engines: ENGINES},
  'storm-told-en': {reader: readToldTree, engines: ['chromium']},
  embed: {reader: readEmbed, engines: ['chromium', 'firefox']},
};

/** The page that each engine opens once more, set up by a reader who asks for less motion. */
const STILL = 'told-en';

const {values: options} = parseArgs({
  options: {
    engine: {type: 'string', multiple: true},
    page: {type: 'string', multiple: true},
    site: {type: 'string', default: 'site'},
    json: {type: 'string'},
    write: {type: 'boolean'},
    all: {type: 'boolean'},
    pictures: {type: 'boolean'},
  },
});

/**
 * Pages of Chromium in which something is chosen, at a time: they wait nearly all the time, for views to come to rest. Each
 * has its own window, so none is in the background.
 */
const CHOOSING_LANES = 4;
/** Timeout of a page with all its looks, in milliseconds. */
const PATIENCE = 300_000;
const LATE = 'late';
/** What is said of a window that makes no frames any more, as sometimes one does not on a loaded machine. */
const STUCK = /no frame has come|screenshot: Timeout|does not go on/;

let passed = 0;
let failed = 0;
const report = (name, problems, seconds) => {
  if (problems.length) failed++;
  else passed++;
  console.log(`${problems.length ? 'FAIL' : 'ok  '} ${name} (${seconds.toFixed(1)} s)`);
  for (const problem of new Set(problems)) console.log(`       ${problem}`);
};

/** English with every word 30 % longer, as a module with `words`. */
const {
  outputFiles: [{text: pseudo}],
} = await build({
  stdin: {
    contents: `import {en} from './src/i18n/en.js'; import {pseudo} from './test/pseudo.js'; export const words = pseudo(en(String));`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  write: false,
});

const torture = await readFile(new URL('torture.html', import.meta.url), 'utf8');
const faults = await readFile(new URL('faults.html', import.meta.url), 'utf8');

/** A proxy in place of the internet: records requests to other hosts, and answers none. */
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

/** A queue with limited concurrency, first in, first out. */
const openGate = (slots) => {
  const waiting = [];
  let free = slots;
  return async (task) => {
    if (free > 0) free--;
    else await new Promise((go) => waiting.push(go));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
};

/** A page opened for an interaction alone. */
const readBy = (page, reader) => ({
  ...page,
  ...READING,
  looks: READING.looks.map((look) => ({...look, reader})),
});

/** Opens and inspects pages in a browser of their own, sequentially in each of its lanes. */
const runEngine = async (engine, visits, {gate = (visit) => visit(), lanes, isStill} = {}) => {
  const failures = [];
  const outside = [];
  const tells = engine !== 'webkit';
  const site = await serve(options.site, {
    log: (path, status) => status >= 400 && failures.push(`answer ${status}: ${path}`),
    ...(!tells && {head: '<script src="/collect.js"></script>'}),
    texts: {
      '/collect.js': `(${collect})();`,
      '/pseudo.js': pseudo,
      '/torture.html': torture,
      '/faults.html': faults,
    },
  });
  const trap = await openTrap(outside);
  let browser;
  const visit = async ({name, path, looks, touch, kinds}) => {
    let start = performance.now();
    const labelOf = (look) => `${engine} ${name} ${look.reader ? look.reader.name : nameOf(look)}`;
    const left = [...looks];
    let isAgain = false;
    const tell = (look, problems) => {
      const stuck = !isAgain && problems.find((problem) => STUCK.test(problem));
      if (stuck) throw new Error(stuck);
      report(labelOf(look), problems, (performance.now() - start) / 1000);
      start = performance.now();
      left.shift();
    };
    const pictureOf = (look) => `screenshots/${labelOf(look).replaceAll(/[ /]/g, '-')}.png`;
    const {pictures} = options;
    // Colours are the same in all engines, sizes and languages.
    const inColor = engine === 'chromium' && !touch && !(name in TWINS);
    const go = () =>
      browser.visit({
        url: site.url + path,
        looks: [...left],
        touch,
        kinds,
        inColor,
        pictures,
        pictureOf,
        tell,
      });
    const attempt = async () => {
      const ended = await Promise.race([go(), sleep(PATIENCE, LATE, {ref: false})]);
      if (ended === LATE) throw new Error(`does not go on for ${PATIENCE / 1000} s`);
    };
    try {
      // A window that gets no frames any more says nothing: then the rest is looked at in another, once.
      await attempt().catch((error) => {
        if (!STUCK.test(error.message)) throw error;
        console.log(`     ${engine} ${name} is opened again: ${error.message.split('\n')[0]}`);
        isAgain = true;
        return attempt();
      });
    } catch (error) {
      // Looks that were not reached count as failed.
      for (const look of [...left]) tell(look, [String(error.stack ?? error)]);
    }
  };
  try {
    const {open, lanes: own = 1} = await import(`./${engine}.mjs`);
    browser = await open({origin: site.url, proxy: trap.url, failures, outside, isStill});
    const waiting = [...visits];
    const drive = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const one = next;
        await one.after;
        await gate(() => visit(one));
        one.end?.();
      }
    };
    await Promise.all(Array.from({length: lanes ?? own}, drive));
  } catch (error) {
    report(engine, [String(error.stack ?? error)], 0);
  } finally {
    for (const {end} of visits) end?.();
    await browser?.close();
    await site.close();
    trap.close();
  }
};

const files = await readdir(`${options.site}/examples`, {recursive: true}).catch(() => []);
const toPage = (file) => ({name: file.slice(0, -5), path: `/examples/${file}`, file: `examples/${file}`});
/** Pages of the gallery, and of looks, in which the same views are dressed. */
const [dressed, shown] = [true, false].map((isLook) =>
  files
    .filter((file) => file.endsWith('.html') && file.startsWith('looks/') === isLook)
    .sort()
    .map(toPage),
);
const pages = [{name: 'gallery', path: '/', file: 'index.html'}, ...shown];

if (pages.length < 2) {
  report(`pages of ${options.site}`, ['there are none: is it built?'], 0);
} else {
  await mkdir('screenshots', {recursive: true});
  for (const page of [...pages, ...dressed]) {
    const html = await readFile(`${options.site}/${page.file}`, 'utf8');
    page.language = /<html lang="(\w+)"/.exec(html)?.[1];
    if (html.includes('<crono-story') && ![...CHOOSING, ...LEFT_OUT].includes(page.name))
      report(page.name, ['nothing is chosen on it: see choosing.mjs'], 0);
  }
  const wanted = ({name}) => !options.page || options.page.some((part) => name.includes(part));
  const openingsOf = planLooks(pages, {all: options.all});
  const engines = ENGINES.filter((engine) => !options.engine || options.engine.includes(engine));
  // What axe has seen of a page in one engine it need not see in another, nor what it has seen of its twin: so the others
  // wait for Chromium, where it takes least time.
  const kinds = new Map(pages.map(({name}) => [name, new Set()]));
  const chosen = pages
    .filter(wanted)
    .map((page) => ({...page, kinds: kinds.get(TWINS[page.name] ?? page.name)}));
  const ends = new Map();
  const inChromium = new Map(
    (engines.includes('chromium') ? chosen : []).map(({name}) => [
      name,
      new Promise((end) => ends.set(name, end)),
    ]),
  );
  // Engines with one page at a time alternate, so that they do not share a core.
  const gate = openGate(Math.max(2, availableParallelism()));
  const runs = engines.map((engine) => {
    const readerOf = ({name}) => READERS[name]?.engines.includes(engine) && READERS[name].reader;
    /** An interaction needs no opening of its own where the page is seen in one look, in which it is read. */
    const isReadOnTheWay = (page) =>
      engine !== 'chromium' &&
      !READERS[page.name]?.isFirst &&
      openingsOf(engine, page.name)[0]?.looks.length === 1;
    const read = chosen
      .filter((page) => readerOf(page) && !isReadOnTheWay(page))
      .map((page) => readBy(page, readerOf(page)));
    const seen = chosen.flatMap((page) => {
      const openings = openingsOf(engine, page.name).map((opening) => ({...page, ...opening}));
      if (engine === 'chromium')
        return openings.map((opening) => (opening.touch ? opening : {...opening, end: ends.get(page.name)}));
      const reader = readerOf(page);
      return openings.map(({looks, ...opening}) => ({
        ...opening,
        looks: reader && isReadOnTheWay(page) ? [...looks, {...looks[0], reader}] : looks,
        after: inChromium.get(page.name),
      }));
    });
    // They are not of the gallery.
    const tortured = [readBy({name: 'torture', path: '/torture.html?empty'}, readTorture)].filter(wanted);
    const faulty = [readBy({name: 'faults', path: '/faults.html'}, readFaults)].filter(wanted);
    return runEngine(engine, [...read, ...tortured, ...faulty, ...seen], {gate});
  });
  const still = chosen.filter(({name}) => name === STILL).map((page) => readBy(page, readStill));
  if (still.length > 0)
    runs.push(...engines.map((engine) => runEngine(engine, still, {gate, isStill: true})));
  // Only Playwright changes the size of a page that can be touched.
  const choosing = CHOOSING.map((name) =>
    [...chosen, ...dressed.filter(wanted)].find((page) => page.name === name),
  )
    .filter((page) => page && engines.includes('chromium'))
    .map((page) => ({
      ...readBy(page, page.name in TWINS ? readChoosingOnPhone : readChoosing),
      touch: true,
    }));
  if (choosing.length > 0) runs.push(runEngine('chromium', choosing, {lanes: CHOOSING_LANES}));
  await Promise.all(runs);
}

if (options.json) await writeFile(options.json, JSON.stringify({passed, failed}));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
