/**
 * Opens the gallery and every example page in three engines, and each in themes, schemes and languages: so that every two
 * of these meet once, or with `--all` in all combinations.
 *
 *     node test/engines/run.mjs [--engine NAME] [--page NAME] [--site DIR] [--json FILE] [--write] [--all] [--pictures]
 *
 * @typedef {{theme: string, scheme: string, language: string, words?: string, spaced?: boolean}} Look
 * @typedef {{scheme: string, width: number, height: number, axe?: boolean, forced?: boolean, looks?: Look[]}} View
 * @typedef {(page: import('./stress.mjs').Page) => Promise<string[]>} Reader what somebody does there; gives what is wrong
 * @typedef {object} Engine
 * @property {(visit: {url: string, view: View, picture: string, pictures?: boolean, reader?: Reader}) => Promise<string[]>} visit what is wrong with the page
 * @property {() => Promise<void>} close
 */
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {serve} from '../../scripts/serve.mjs';
import {readEmbed} from './embed.mjs';
import {readFigures} from './figures.mjs';
import {readFrames} from './frames.mjs';
import {nameOf} from './inspect.mjs';
import {collect} from './page.mjs';
import {everyone, pairwise} from './pairs.mjs';
import {readStress} from './stress.mjs';
import {readStrict} from './strict.mjs';
import {readStudio} from './studio.mjs';
import {readTree} from './tree.mjs';

const ENGINES = ['chromium', 'firefox', 'webkit'];
const LOOKS = {
  theme: ['paper', 'night', 'contrast', 'broadsheet', 'bold'],
  scheme: ['light', 'dark'],
  language: ['en', 'es', 'pt', 'fr', 'ar', 'pseudo'],
  width: ['1280', '360', '320'],
};
/** Of pages where opening them shows too little. WebKit does what needs no keys and no pointer. */
const READERS = {
  stress: readStress,
  figures: readFigures,
  'cifras-es': readFigures,
  'article-en': readTree,
  studio: readStudio,
  frames: readFrames,
  strict: readStrict,
  embed: readEmbed,
};

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

/**
 * The views in which rows of a page and an engine are seen; with `--all` those of the same size, scheme and spacing on
 * a page that is opened once.
 */
const dressed = (rows) => {
  const views = new Map();
  for (const {engine, theme, scheme, language, width} of rows) {
    // Only Chromium becomes as narrow as a telephone. 320 is what 400 % of zoom leave of 1280.
    const isNarrow = width !== '1280' && engine === 'chromium';
    const size = isNarrow ? {width: Number(width), height: 740} : {width: 1280, height: 900};
    const spaced = width === '320';
    const own = language === 'pseudo' ? {language: 'en', words: '/pseudo.js'} : {language};
    const look = {theme, scheme, spaced, ...own};
    const key = [size.width, options.all ? `${scheme} ${spaced}` : nameOf(look)].join(' ');
    if (!views.has(key)) views.set(key, {scheme, ...size, axe: true, looks: []});
    // Of what is wide in either case once is enough.
    const {looks} = views.get(key);
    if (!looks.some((each) => nameOf(each) === nameOf(look))) looks.push(look);
  }
  // English last in words that are longer: they stay.
  for (const {looks} of views.values()) looks.sort((a, b) => Boolean(a.words) - Boolean(b.words));
  return [...views.values()];
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
  const combine = options.all ? everyone : pairwise;
  const looks = combine({engine: ENGINES, page: pages.map(({name}) => name), ...LOOKS});
  for (const engine of ENGINES.filter((name) => !options.engine || options.engine.includes(name))) {
    const failures = [];
    const outside = [];
    const tells = engine !== 'webkit';
    const site = await serve(options.site, {
      log: (path, status) => status >= 400 && failures.push(`answer ${status}: ${path}`),
      ...(!tells && {head: '<script src="/collect.js"></script>'}),
      scripts: {'/collect.js': `(${collect})();`, '/pseudo.js': pseudo},
    });
    const trap = await openTrap(outside);
    let browser;
    try {
      const {open, views, lanes = 1} = await import(`./${engine}.mjs`);
      browser = await open({origin: site.url, proxy: trap.url, failures, outside});
      const visit = async (path, view, label, reader) => {
        const start = performance.now();
        const picture = `screenshots/${label.replaceAll(' ', '-')}.png`;
        let problems;
        try {
          problems = await browser.visit({
            url: site.url + path,
            view,
            picture,
            pictures: options.pictures,
            reader,
          });
        } catch (error) {
          problems = [String(error.stack ?? error)];
        }
        report(label, problems, (performance.now() - start) / 1000);
      };
      const waiting = [];
      for (const {name, path} of chosen) {
        for (const view of views) {
          const label = `${engine} ${name} ${view.width} ${view.forced ? 'forced' : view.scheme}`;
          // What a reader does wants the machine for itself.
          if (READERS[name] && view.width === 1280 && view.scheme === 'light' && !view.forced)
            await visit(path, view, label, READERS[name]);
          else waiting.push([path, view, label]);
        }
        const rows = looks.filter((each) => each.engine === engine && each.page === name);
        for (const view of dressed(rows)) {
          const {scheme, width, looks} = view;
          const spaced = looks[0].spaced ? ' spaced' : '';
          const words =
            looks.length > 1
              ? `${width} ${scheme}${spaced} ${looks.length} looks`
              : `${width} ${nameOf(looks[0])}`;
          waiting.push([path, view, `${engine} ${name} ${words}`]);
        }
      }
      const drive = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await visit(...next);
      };
      await Promise.all(Array.from({length: lanes}, drive));
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
