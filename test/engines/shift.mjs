/**
 * How far the pages jump while they load: the Cumulative Layout Shift of every example page in Chromium, on a phone and on
 * a desk, as fast as it goes and throttled to a slow phone (DevTools' "Slow 4G", a processor four times slower), against
 * the limits in budgets.json. `--write` records the figures there. `--slow`: throttled alone, as whoever inspects a page
 * (run.mjs) sees how it loads as fast as it goes; one that has the elements of another on a phone alone, where it has the
 * least room.
 *
 *     node test/engines/shift.mjs [--page NAME] [--site DIR] [--json FILE] [--slow] [--write]
 */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium, WITHOUT_COMPILERS} from '../../scripts/browsers.mjs';
import {serve} from '../../scripts/serve.mjs';
import {TWINS} from './looks.mjs';
import {readShift, settleFetches, watchShift} from './page.mjs';

const SCREENS = [
  {width: 360, height: 640},
  {width: 1280, height: 800},
];
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
/** Pages at a time: a throttled one waits nearly all the time. */
const LANES = {fast: 2, throttled: 6};
/** How many times slower the processor of a slow phone is, and for how long it goes on at a time, in milliseconds. */
const SLOWER = 4;
const SLICE = 5;

const {values: options} = parseArgs({
  options: {
    page: {type: 'string', multiple: true},
    site: {type: 'string', default: 'site'},
    json: {type: 'string'},
    slow: {type: 'boolean'},
    write: {type: 'boolean'},
  },
});

/**
 * Opens a page; rejects with what it still waits for when it does not load in a minute, as sometimes one does not that
 * Chromium throttles.
 */
const open = async (page, url) => {
  const waiting = new Set();
  page.on('request', (request) => waiting.add(request.url()));
  for (const type of ['requestfinished', 'requestfailed'])
    page.on(type, (request) => waiting.delete(request.url()));
  try {
    await page.goto(url, {timeout: 60_000});
  } catch (error) {
    throw new Error(`${error.message}\nstill waits for ${[...waiting].join(', ') || 'nothing'}`);
  }
};

/**
 * Lets every page of a browser run for a quarter of the time. DevTools' own throttling does so by spinning, which takes
 * three quarters of a core however idle the page is.
 *
 * @returns {Promise<() => void>} ends it; fails when there was none
 */
const slowDown = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const turns = new Map();
  const send = (pid, signal) => {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // Its page has been closed.
      if (error.code !== 'ESRCH') throw error;
      return false;
    }
    return true;
  };
  let slowed = 0;
  const alternate = (pid, isStopped) => {
    if (send(pid, isStopped ? 'SIGSTOP' : 'SIGCONT')) {
      const ms = isStopped ? SLICE * (SLOWER - 1) : SLICE;
      turns.set(
        pid,
        setTimeout(() => alternate(pid, !isStopped), ms),
      );
    } else {
      turns.delete(pid);
      slowed++;
    }
  };
  const look = async () => {
    const {processInfo} = await session.send('SystemInfo.getProcessInfo');
    for (const {type, id} of processInfo) if (type === 'renderer' && !turns.has(id)) alternate(id, true);
  };
  // A page that is opened meanwhile still waits for its first bytes when it is found.
  const search = setInterval(() => look().catch(() => {}), 100);
  return () => {
    clearInterval(search);
    for (const [pid, timer] of turns) {
      clearTimeout(timer);
      send(pid, 'SIGCONT');
    }
    if (slowed + turns.size === 0) throw new Error('no page was slowed');
  };
};

/** Opens a page, and resolves with what moved until it had loaded; rejects when a script of it fails. */
const measure = async (browser, url, {screen, speed}) => {
  const context = await browser.newContext({viewport: screen});
  try {
    const page = await context.newPage();
    const broken = new Promise((_, reject) => page.once('pageerror', reject));
    await page.addInitScript(watchShift);
    const isSlow = speed === 'throttled';
    if (isSlow) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
    }
    await Promise.race([open(page, url), broken]);
    await Promise.race([page.evaluate(settleFetches, 0), broken]);
    await Promise.race([page.evaluate(settleFetches, isSlow ? 900 : 300), broken]);
    return await page.evaluate(readShift);
  } finally {
    await context.close();
  }
};

/** Runs the jobs, so many at a time. */
const inLanes = async (count, jobs, run) => {
  const waiting = [...jobs];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await run(job);
  };
  await Promise.all(Array.from({length: count}, lane));
};

const BUDGETS = new URL('../../budgets.json', import.meta.url);
const budgets = JSON.parse(await readFile(BUDGETS, 'utf8'));
const {limits} = budgets['layout shift'];
const names = (await readdir(`${options.site}/examples`, {recursive: true}))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -5))
  .filter((name) => !options.page || options.page.some((part) => name.includes(part)))
  .sort();
const site = await serve(options.site, {gzip: true});
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...CHROMIUM_ARGS, WITHOUT_COMPILERS],
});
const figures = Object.fromEntries(names.map((name) => [name, {fast: 0, throttled: 0}]));
let passed = 0;
let failed = 0;
try {
  for (const speed of options.slow ? ['throttled'] : ['fast', 'throttled']) {
    const isOther = (name) => name in TWINS || name.startsWith('looks/');
    const screensOf = (name) => (options.slow && isOther(name) ? SCREENS.slice(0, 1) : SCREENS);
    const endSlowness = speed === 'throttled' ? await slowDown(browser) : () => {};
    const jobs = names.flatMap((name) => screensOf(name).map((screen) => ({name, screen})));
    await inLanes(LANES[speed], jobs, async ({name, screen}) => {
      const url = `${site.url}/examples/${name}.html`;
      const look = () => measure(browser, url, {screen, speed});
      const {sum, moves} = await look()
        .catch((error) => {
          if (!/Timeout/.test(error.message)) throw error;
          console.log(`       ${name} once more: ${error.message}`);
          return look();
        })
        .catch((error) => ({sum: Number.NaN, moves: [String(error.stack ?? error)]}));
      const isFine = sum <= limits[speed];
      figures[name][speed] = Math.max(figures[name][speed], Math.ceil(sum * 1000) / 1000);
      if (isFine) passed++;
      else failed++;
      console.log(
        `${isFine ? 'ok  ' : 'FAIL'} ${name} ${screen.width} ${speed}: ${sum.toFixed(3)} of ${limits[speed]}`,
      );
      if (!isFine) for (const move of moves) console.log(`       ${move}`);
    });
    endSlowness();
  }
} finally {
  await browser.close();
  await site.close();
}

if (options.write) {
  const pages = {...budgets['layout shift'].pages, ...figures};
  const next = {...budgets, 'layout shift': {limits, pages}};
  await writeFile(BUDGETS, `${JSON.stringify(next, null, 2)}\n`);
} else {
  const unknown = names.filter((name) => !budgets['layout shift'].pages[name]);
  if (unknown.length > 0) {
    failed++;
    console.log(`FAIL budgets.json has no layout shift of ${unknown.join(', ')}: run this with --write`);
  }
}
if (options.json) await writeFile(options.json, JSON.stringify({passed, failed}));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
