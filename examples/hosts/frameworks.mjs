/**
 * Tests the example hosts: packs the library as users get it, installs it into a copy of each project, checks its types,
 * builds and serves it, and drives it in Chromium: built, rendered on the server, and as `npm run dev` serves it.
 *
 *     node examples/hosts/frameworks.mjs [react] [vue] [svelte]
 *
 * Wants a built dist/. Copies lie outside of the repository, so that nothing is found in its node_modules by chance.
 */
import {execFile, spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {pack} from '../../scripts/pack.mjs';
import {serve} from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOSTS = fileURLToPath(new URL('.', import.meta.url));
const ALL = ['react', 'vue', 'svelte'];
/** Where each keeps what its types must refuse. */
const WRONG = {
  react: 'src/type-errors.tsx',
  vue: 'src/TypeErrors.vue',
  svelte: 'type-errors/TypeErrors.svelte',
};
const {length: EVENTS} = JSON.parse(readFileSync(join(ROOT, 'data/caracas-releases.json'), 'utf8')).events;
const LARGE_EVENTS = 3000;
const [FIRST, PICKED, BY_BUTTON] = ['release-2025-12-25', 'no-comment', 'foro-penal-2025-12-15'];

const say = (text) => process.stdout.write(`${text}\n`);
const counts = {passed: 0, failed: 0};

/** One check. It fails when `test` throws, or returns false or a problem in words. */
const check = async (name, test) => {
  let problem;
  try {
    const result = await test();
    if (result === false) problem = 'it is not so';
    else if (typeof result === 'string') problem = result;
  } catch (error) {
    const words = [error.message, error.stdout, error.stderr].filter(Boolean).join('\n');
    problem = words.replace(/^ +at .*\n?/gm, '').trim();
  }
  counts[problem ? 'failed' : 'passed']++;
  say(problem ? `not ok ${name}: ${problem}` : `ok ${name}`);
  return !problem;
};
const same = (found, wanted) =>
  JSON.stringify(found) === JSON.stringify(wanted) ||
  `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
const none = (problems) => problems.length === 0 || [...new Set(problems)].join('\n    ');

/** Runs a command; rejects with what it said. */
const run = async (cwd, command, ...args) => {
  const {stdout, stderr} = await promisify(execFile)(command, args, {
    cwd,
    maxBuffer: 2 ** 26,
    env: {...process.env, NODE_ENV: '', NO_COLOR: '1', FORCE_COLOR: undefined},
  });
  return stdout + stderr;
};

/** The story of the examples, and one that is long enough to be read in a worker. */
const addStories = async (folder) => {
  const text = await readFile(join(ROOT, 'data/caracas-releases.json'), 'utf8');
  const dataset = JSON.parse(text);
  const events = Array.from({length: LARGE_EVENTS}, (_, i) => ({
    id: `made-${i}`,
    date: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
    category: dataset.categories[i % dataset.categories.length].id,
    title: `Made up to make the file long, the event of number ${i}`,
    cite: [{source: dataset.sources[0].id}],
  }));
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'caracas-releases.json'), text);
  await writeFile(
    join(folder, 'large.json'),
    JSON.stringify({...dataset, events, figures: [], questions: []}),
  );
};

/** Lines of a svelte file in which an error is expected, and those in which svelte-check found one. */
const compareLines = async (folder, file) => {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  const wanted = lines.flatMap((line, i) => (/(<!--|\/\/) wrong: /.test(line) ? [i + 2] : []));
  const said = await run(
    folder,
    ...['npx', '--no-install', 'svelte-check', '--tsconfig', './tsconfig.errors.json', '--output', 'machine'],
  ).catch(({stdout}) => stdout);
  const found = [...said.matchAll(/^\d+ ERROR "(.+?)" (\d+):/gm)].flatMap(([, path, line]) =>
    path.endsWith(basename(file)) ? [Number(line)] : [`${path}:${line}`],
  );
  return wanted.length > 5 ? same([...new Set(found)], wanted) : 'hardly any error is expected';
};

/** Serves the project as its developer sees it. */
const develop = async (folder) => {
  const script = `
    import {createServer} from 'vite';
    const server = await createServer({server: {host: '127.0.0.1'}, logLevel: 'error'});
    await server.listen();
    console.log(server.resolvedUrls.local[0]);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, NODE_ENV: 'development'},
  });
  const errors = [];
  child.stderr.on('data', (data) => errors.push(String(data).trim()));
  const ended = new Promise((done) => child.once('exit', done));
  const url = await Promise.race([
    new Promise((done) => createInterface({input: child.stdout}).once('line', done)),
    ended.then(() => Promise.reject(new Error(`vite has ended: ${errors.join('\n')}`))),
  ]);
  return {
    url: url.replace(/\/$/, ''),
    errors,
    close: () => {
      child.kill();
      return ended;
    },
  };
};

/** Opens a page that keeps a record of all that it says and asks for. */
const openPage = async (browser, url, {dev = false} = {}) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const record = {said: [], elsewhere: [], answers: [], workers: []};
  page.on('console', (message) => {
    // Lit says so in every project that is being developed.
    if (dev && /Lit is in dev mode/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type()))
      record.said.push(`console.${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => record.said.push(`error: ${error.stack ?? error}`));
  page.on('worker', (worker) => record.workers.push(worker.url()));
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).host !== new URL(url).host)
      record.elsewhere.push(request.url());
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      record.said.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    record.answers.push({path: new URL(response.url()).pathname, status: response.status()});
    if (response.status() >= 400) record.said.push(`answer ${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return {page, context, record};
};

/** Waits until `expression` holds in the page. */
const until = (page, expression, argument) =>
  page.waitForFunction(expression, argument).then((it) => it.dispose());

/** Waits for a story that is drawn, with so many events. */
const ready = async (page, id = 'main', events = EVENTS) => {
  await until(
    page,
    ([each, wanted]) => {
      const {status, progress, counts} = document.querySelector(`crono-story#${each}`)?.snapshot ?? {};
      return status === 'ready' && progress === null && counts.events === wanted;
    },
    [id, events],
  );
};

/** Waits for the map's own drawing, land and all. */
const drawn = async (page, id = 'main') => {
  await page.locator(`#${id} crono-map`).scrollIntoViewIfNeeded();
  await until(
    page,
    (each) => {
      const map = document.querySelector(`#${each} crono-map`);
      const land = [...(map?.shadowRoot?.querySelectorAll('path') ?? [])].map(
        (path) => path.getAttribute('d') ?? '',
      );
      const {width = 0} = map?.shadowRoot?.querySelector('svg')?.getBoundingClientRect() ?? {};
      return width > 100 && land.some((d) => d.length > 5000);
    },
    id,
  );
};

const press = (page, id) => page.locator(`button#${id}`).click();
const output = (page, text) =>
  until(page, (each) => document.querySelector('output')?.textContent === each, text);
const selected = (page, id = 'main') =>
  page.evaluate((each) => document.querySelector(`crono-story#${each}`)?.snapshot.selected, id);
const pick = (page, event, id = 'main') =>
  page.locator(`#${id} crono-list li[data-id="${event}"] button.title`).click();

/** How many elements of a class are alive, in the page or out of it. */
const alive = async (cdp, tag) => {
  await cdp.send('HeapProfiler.collectGarbage');
  const of = (expression) => cdp.send('Runtime.evaluate', {expression, objectGroup: 'alive'});
  const {result} = await of(`customElements.get('${tag}').prototype`);
  const {objects} = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId,
    objectGroup: 'alive',
  });
  const {result: length} = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', {objectGroup: 'alive'});
  return length.value;
};

const listeners = async (cdp) => {
  let count = 0;
  for (const expression of ['document', 'window', 'document.documentElement', 'document.body']) {
    const {result} = await cdp.send('Runtime.evaluate', {expression, objectGroup: 'alive'});
    const found = await cdp.send('DOMDebugger.getEventListeners', {objectId: result.objectId});
    count += found.listeners.length;
  }
  await cdp.send('Runtime.releaseObjectGroup', {objectGroup: 'alive'});
  return count;
};

/** What a page must do however it came to be. */
const readAndSelect = async (page, where) => {
  await check(`${where}: the story is ready, its first event selected and said outside`, async () => {
    await ready(page);
    await output(page, FIRST);
    const undefinedTags = await page.evaluate(() =>
      [...document.querySelectorAll(':not(:defined)')].map(({localName}) => localName),
    );
    return same([await selected(page), ...undefinedTags], [FIRST]);
  });
  await check(`${where}: a click in the list is said outside`, async () => {
    await pick(page, PICKED);
    await output(page, PICKED);
  });
  await check(`${where}: keys on the timeline are said outside`, async () => {
    const before = await selected(page);
    await page.locator('#main crono-timeline svg[role=listbox]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await until(page, (each) => document.querySelector('output')?.textContent !== each, before);
    return same(await page.textContent('output'), await selected(page));
  });
  await check(`${where}: a button outside selects in the story`, async () => {
    await press(page, 'select');
    await output(page, BY_BUTTON);
    await page.locator(`#main crono-list li[data-id="${BY_BUTTON}"] [aria-current=true]`).waitFor();
    await page.locator('#main crono-card').getByText('902').first().waitFor();
    return same(await selected(page), BY_BUTTON);
  });
};

/** Everything that a framework may do to a story. */
const drive = async ({page, context, record}, where) => {
  await readAndSelect(page, where);
  await check(`${where}: the map and its basemap are drawn`, async () => {
    await drawn(page);
    const basemaps = record.answers.filter(({path}) => /cells-.*\.js$/.test(path));
    return same([...new Set(basemaps.map(({status}) => status))], [200]);
  });
  await check(`${where}: two renders keep what the reader selected, and the element`, async () => {
    await pick(page, PICKED);
    await output(page, PICKED);
    await page.evaluate(() => {
      document.querySelector('#main').marked = true;
    });
    for (const each of ['1', '2']) {
      await press(page, 'render');
      await until(page, (n) => document.querySelector('#renders').textContent === n, each);
    }
    const kept = await page.evaluate(() => document.querySelector('#main').marked);
    return same([kept, await selected(page), await page.textContent('output')], [true, PICKED, PICKED]);
  });
  await check(`${where}: moved among its siblings it keeps its state, and answers`, async () => {
    await page.evaluate(() => {
      globalThis.moves = 0;
      const observer = new MutationObserver((changes) => {
        for (const {addedNodes} of changes)
          globalThis.moves += [...addedNodes].filter((node) => node.id === 'main').length;
      });
      observer.observe(document.querySelector('#text'), {childList: true});
    });
    await press(page, 'move');
    await until(page, () => document.querySelector('#text').lastElementChild.id === 'main');
    const [kept, moves] = await page.evaluate(() => [
      document.querySelector('#main').marked,
      globalThis.moves,
    ]);
    const before = await selected(page);
    await drawn(page);
    await press(page, 'select');
    await output(page, BY_BUTTON);
    await pick(page, PICKED);
    await output(page, PICKED);
    return same([kept, moves, before], [true, 1, PICKED]);
  });
  await check(`${where}: under another parent it is drawn and answers`, async () => {
    await press(page, 'elsewhere');
    await page.locator('aside #main').waitFor();
    await ready(page);
    await drawn(page);
    await pick(page, BY_BUTTON);
    await output(page, BY_BUTTON);
    await press(page, 'elsewhere');
    await page.locator('section #main').waitFor();
    await ready(page);
  });
  await check(`${where}: with another key it is another element, drawn anew`, async () => {
    await page.evaluate(() => {
      document.querySelector('#main').marked = true;
    });
    await press(page, 'again');
    await until(page, () => document.querySelector('#main') && !document.querySelector('#main').marked);
    await ready(page);
    await drawn(page);
    return same([await selected(page), await page.locator('crono-story').count()], [FIRST, 1]);
  });
  const cycle = async () => {
    await press(page, 'toggle');
    await until(page, () => !document.querySelector('crono-story, crono-map'));
    await press(page, 'toggle');
    await ready(page);
    await drawn(page);
  };
  await check(`${where}: taken out and put in again it is drawn and answers`, async () => {
    await cycle();
    await pick(page, PICKED);
    await output(page, PICKED);
    await press(page, 'select');
    await output(page, BY_BUTTON);
  });
  await check(`${where}: nothing is left of six stories that were taken out`, async () => {
    const cdp = await context.newCDPSession(page);
    const measure = async () => {
      const elements = [];
      for (const tag of ['crono-story', 'crono-map', 'crono-timeline', 'crono-card', 'crono-list'])
        elements.push(await alive(cdp, tag));
      return {elements, listeners: await listeners(cdp)};
    };
    // What is let go is not collected at once.
    const measureUntil = async (holds) => {
      let measured = await measure();
      for (let tries = 0; tries < 20 && !holds(measured); tries++) {
        await page.waitForTimeout(500);
        measured = await measure();
      }
      return measured;
    };
    // One is in the page. A framework may hold on to what it drew last.
    const before = await measureUntil(({elements}) => elements.every((count) => count <= 2));
    for (let i = 0; i < 6; i++) await cycle();
    const after = await measureUntil((now) => same(now, before) === true);
    await cdp.detach();
    if (before.elements.some((count) => count < 1 || count > 2))
      return `at first ${JSON.stringify(before)}, then ${JSON.stringify(after)}`;
    return same(after, before);
  });
  await check(
    `${where}: one that comes late, with a dataset in place of src, is drawn and follows`,
    async () => {
      await press(page, 'second');
      await page.locator('#follower').waitFor();
      await ready(page, 'follower');
      await drawn(page, 'follower');
      await pick(page, PICKED);
      await until(page, (id) => document.querySelector('#follower').snapshot.selected === id, PICKED);
      await pick(page, BY_BUTTON, 'follower');
      await output(page, BY_BUTTON);
      const bound = await page.evaluate(() => {
        const {src, data} = document.querySelector('#follower');
        return [Boolean(src), data.cronomapa];
      });
      return same(bound, [false, 1]);
    },
  );
  await check(`${where}: another src is another story, a large one read in a worker`, async () => {
    await press(page, 'large');
    await ready(page, 'main', LARGE_EVENTS);
    if (record.workers.length === 0) return 'no worker was started';
    if (record.answers.some(({path}) => /slices/.test(path))) return 'the worker did not answer';
    await press(page, 'large');
    await ready(page);
  });
};

const close = async ({context, record}, where) => {
  await check(`${where}: no error and no warning in the console`, () => none(record.said));
  await check(`${where}: nothing was asked of another origin`, () => none(record.elsewhere));
  await context.close();
};

const testHost = async (host, {work, tarball, browser}) => {
  const folder = join(work, host);
  const source = join(HOSTS, host);
  await cp(source, folder, {
    recursive: true,
    filter: (path) => !/^(node_modules|dist|server)$/.test(basename(path)),
  });
  await addStories(join(folder, 'public/stories'));

  const installed = await check(`${host}: installs, the packed library too`, async () => {
    await run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
    await run(folder, 'npm', 'install', '--no-save', '--no-audit', '--no-fund', tarball);
    return existsSync(join(folder, 'node_modules/cronomapa/dist/define.js'));
  });
  if (!installed) return;
  await check(`${host}: type-checks`, async () => {
    await run(folder, 'npm', 'run', 'check');
  });
  await check(`${host}: type errors are found where expected`, async () => {
    if (host === 'svelte') return compareLines(folder, WRONG.svelte);
    // Checked above: an error that is expected and not found is one. Here, that they are expected at all.
    const expected = (await readFile(join(folder, WRONG[host]), 'utf8')).match(/@(ts|vue)-expect-error/g);
    return (expected?.length ?? 0) > 5 || 'hardly any error is expected';
  });
  const built = await check(`${host}: builds without a warning`, async () => {
    const said = await run(folder, 'npm', 'run', 'build');
    return none(said.split('\n').filter((line) => /warn|doesn't exist|unresolved/i.test(line)));
  });
  await check(`${host}: the library is imported in Node, and says nothing`, async () => {
    const imports = ['cronomapa', 'cronomapa/define', 'cronomapa/core'].map(
      (name) => `await import('${name}');`,
    );
    return none(
      [
        (await run(folder, process.execPath, '--input-type=module', '--eval', imports.join(' '))).trim(),
      ].filter(Boolean),
    );
  });
  let html = '';
  await check(`${host}: rendered on the server, the tags have their attributes`, async () => {
    const entry = (await readdir(join(folder, 'src'))).find((name) => /^server\./.test(name));
    await run(folder, 'npx', '--no-install', 'vite', 'build', '--ssr', `src/${entry}`, '--outDir', 'server');
    const script = `import {render} from './server/server.js'; process.stdout.write(await render());`;
    html = await run(folder, process.execPath, '--input-type=module', '--eval', script);
    const tag = html.match(/<crono-story [^>]*>/)?.[0] ?? '';
    // To the others every `selected` is that of <option>, without a value: it is put right when they take over.
    const first = host === 'react' ? `selected="${FIRST}"` : 'selected';
    const wanted = ['id="main"', 'src="/stories/caracas-releases.json"', first];
    const missing = wanted.filter((each) => !tag.includes(each));
    if (!/<crono-card [^>]*heading-level="3"/.test(html)) missing.push('heading-level');
    return missing.length === 0 || `without ${missing.join(', ')}: ${html}`;
  });
  if (!built) return;

  const index = await readFile(join(folder, 'dist/index.html'), 'utf8');
  await writeFile(
    join(folder, 'dist/server.html'),
    index.replace('<div id="app"></div>', () => `<div id="app">${html}</div>`),
  );
  const server = await serve(join(folder, 'dist'));
  try {
    const where = `${host}, built`;
    const opened = await openPage(browser, `${server.url}/`);
    await drive(opened, where);
    await close(opened, where);
    const hydrated = `${host}, from the server`;
    const second = await openPage(browser, `${server.url}/server.html`);
    await readAndSelect(second.page, hydrated);
    await close(second, hydrated);
  } finally {
    await server.close();
  }

  const dev = await develop(folder);
  try {
    const where = `${host}, in development`;
    const opened = await openPage(browser, dev.url, {dev: true});
    await drive(opened, where);
    opened.record.said.push(...dev.errors);
    await close(opened, where);
  } finally {
    await dev.close();
  }
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  say(`There is no host ${unknown.join(', ')}: ${ALL.join(', ')}.`);
  process.exit(1);
}
const work = await mkdtemp(join(tmpdir(), 'cronomapa-hosts-'));
let browser;
try {
  const tarball = await pack(work);
  browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});
  for (const host of asked.length > 0 ? asked : ALL)
    await testHost(host, {work, tarball, browser}).catch((error) =>
      check(`${host}: goes through to its end`, () => Promise.reject(error)),
    );
} finally {
  await browser?.close();
  await rm(work, {recursive: true, force: true});
}
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
