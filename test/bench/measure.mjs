/** Measures one tool with one number of events, in a fresh context of the browser. */
import {readFile} from 'node:fs/promises';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {nameOf} from './data.mjs';

export const VIEWPORT = {width: 1000, height: 700};
const MOVES = 120;
const WHEELS = 60;
/** Pixels that one turn of the wheel scrolls a page. */
const TURN = 40;
/** Turns of the wheel of who scrolls past a text, or frames in which nothing is done. */
const LONG = 240;
/** Timeout of one step of a gesture, as a multiple of its cap. */
const HANG = 2;

const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');

/** Thrown when a page exceeds its time limit. */
class Late extends Error {}

const within = (promise, ms, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Late(what)), ms);
  });
  // Ignore errors after the timeout: the browser is closed by then.
  promise.catch(() => {});
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** Runs one browser at a time, restarting it after a hang. */
export class Bench {
  #browser;

  /** @param {{server: Awaited<ReturnType<typeof import('./server.mjs').serveBench>>, cap: number, gestureCap: number}} options caps in milliseconds */
  constructor(options) {
    this.options = options;
  }

  async #open() {
    if (this.#browser?.isConnected()) return this.#browser;
    this.#browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        ...CHROMIUM_ARGS,
        '--enable-precise-memory-info',
        // A memory request makes Chromium collect garbage and answer immediately.
        '--enable-blink-features=ForceEagerMeasureMemory',
      ],
    });
    // The first page of a browser also waits for its startup.
    const page = await this.#browser.newPage();
    await page.setContent('<p>First page</p><svg><text y="20">text</text></svg>');
    await page.close();
    return this.#browser;
  }

  get version() {
    return this.#open().then((browser) => browser.version());
  }

  async close() {
    await within(this.#browser?.close() ?? Promise.resolve(), 10_000, 'close').catch(() => this.#kill());
  }

  #kill() {
    // Let Playwright end the process that it started.
    void this.#browser?.close().catch(() => {});
    this.#browser = undefined;
  }

  /**
   * @param {import('./tools.mjs').TOOLS[number]} tool
   * @param {number} count
   * @param {{slow: number, gestures: boolean}} how `slow`: the processor is slowed so many times
   */
  async run(tool, count, {slow, gestures}) {
    const {server, cap, gestureCap} = this.options;
    const result = {tool: tool.id, events: count, slow};
    let context;
    let hung = false;
    try {
      context = await (await this.#open()).newContext({viewport: VIEWPORT});
      const page = await context.newPage();
      let lost = false;
      page.on('crash', () => {
        lost = true;
      });
      page.on('close', () => {
        lost = true;
      });
      const errors = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      const cdp = await context.newCDPSession(page);
      await page.addInitScript(probe);
      if (slow > 1) await cdp.send('Emulation.setCPUThrottlingRate', {rate: slow});
      server.take();
      const format = tool.format(count);
      await within(
        page.goto(`${server.url}/pages/${tool.id}.html?data=${nameOf(format, count)}`, {waitUntil: 'commit'}),
        cap,
        'page',
      );
      const ask = (code, ms, what) => within(page.evaluate(code), ms, what);
      const times = await ask(`bench.watch(${JSON.stringify(tool.marks)})`, cap, 'ready');
      const sent = server.take();
      Object.assign(result, times, {
        bytes: sent.reduce((sum, {bytes}) => sum + bytes, 0),
        requests: sent.length,
        dataBytes: sent.find(({path}) => path.startsWith('/data/'))?.bytes ?? 0,
        missing: sent.filter(({missing}) => missing).map(({path}) => path),
        drawn: await ask(`${JSON.stringify(tool.marks)}.map(bench.count)`, cap, 'marks'),
        nodes: await ask('bench.nodes()', cap, 'nodes'),
        ...(await this.#heap(cdp, page, cap)),
      });
      if (gestures) {
        await ask('bench.record()', cap, 'idle');
        await new Promise((resolve) => setTimeout(resolve, 1000));
        result.frames = {idle: summarise(await ask('bench.frames()', cap, 'idle'))};
        for (const gesture of tool.gestures) {
          const frames = await this.#gesture(cdp, ask, gesture, gestureCap);
          result.frames[gesture.id] = frames;
          hung = Boolean(frames.late);
          if (hung) break;
        }
      }
      if (lost && !hung) result.failed = 'the page crashed or was closed';
      if (errors.length > 0) result.errors = [...new Set(errors)].slice(0, 5);
    } catch (error) {
      if (error instanceof Late) {
        result.late = error.message;
        hung = true;
      } else result.failed = String(error).split('\n')[0];
    }
    if (hung) this.#kill();
    else await within(context?.close() ?? Promise.resolve(), 20_000, 'close').catch(() => this.#kill());
    return result;
  }

  /** Memory in bytes, after garbage collection. `heap`: JavaScript objects and their buffers. */
  async #heap(cdp, page, cap) {
    const collect = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return cdp.send('Runtime.getHeapUsage');
    };
    const {usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0} = await within(collect(), cap, 'heap');
    const counters = await within(cdp.send('Memory.getDOMCounters'), cap, 'heap');
    // The page with its workers, as measured by the browser; not available in some versions.
    const whole = await within(
      page.evaluate(async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes),
      cap,
      'memory',
    ).catch(() => undefined);
    return {
      heap: usedSize + backingStorageSize,
      heapObjects: usedSize,
      heapBuffers: backingStorageSize,
      heapEngine: embedderHeapUsedSize,
      memory: whole,
      listeners: counters.jsEventListeners,
    };
  }

  /** Runs a scripted mouse gesture, one event per frame, and returns the frame times. */
  async #gesture(cdp, ask, {kind, on, at = 0.5, before, state, control, sideways, turn = TURN}, cap) {
    const patience = cap * HANG;
    try {
      if (before) await ask(before, patience, 'before');
      // Do not scroll if enough of it is in view, so that linked views are drawn too.
      await ask(
        `(() => {
          const target = bench.find(${JSON.stringify(on)});
          const {top, bottom, height} = target.getBoundingClientRect();
          if (Math.min(bottom, innerHeight) - Math.max(top, 0) < Math.min(60, height)) target.scrollIntoView({block: 'nearest'});
          return new Promise((done) => setTimeout(done, 500));
        })()`,
        patience,
        'before',
      );
      const box = await ask(
        `(({x, y, width, height}) => ({x, y, width, height}))(bench.find(${JSON.stringify(on)}).getBoundingClientRect())`,
        patience,
        'before',
      );
      const top = Math.max(0, box.y);
      const bottom = Math.min(VIEWPORT.height, box.y + box.height);
      const from = {x: box.x + box.width / 2, y: top + (bottom - top) * at};
      const send = (type, x, y, more) => {
        const sent = cdp.send('Input.dispatchMouseEvent', {
          type,
          x: Math.min(VIEWPORT.width - 1, Math.max(0, x)),
          y: Math.min(VIEWPORT.height - 1, Math.max(0, y)),
          button: kind === 'drag' ? 'left' : 'none',
          ...more,
        });
        sent.catch(() => {});
        return sent;
      };
      const states = [await ask(state, patience, 'state')];
      await within(send('mouseMoved', from.x, from.y, {button: 'none'}), patience, 'move');
      if (kind === 'drag')
        await within(send('mousePressed', from.x, from.y, {buttons: 1, clickCount: 1}), patience, 'press');
      const steps = {drag: MOVES, wheel: WHEELS}[kind] ?? (LONG * TURN) / turn;
      const end = Date.now() + cap;
      let made = 0;
      let underWay = Promise.resolve();
      let last = from;
      await ask('bench.record()', patience, 'frames');
      for (; made < steps && Date.now() < end; made++) {
        const share = (made + 1) / steps;
        let event = Promise.resolve();
        if (kind === 'drag') {
          // Back and forth, with a slight drift.
          last = {
            x: from.x + 250 * Math.sin(share * 0.9 * 2 * Math.PI),
            y: from.y + 40 * Math.sin(share * 0.9 * 2 * Math.PI),
          };
          event = send('mouseMoved', last.x, last.y, {buttons: 1});
        } else if (kind === 'scroll') {
          event = send('mouseWheel', from.x, from.y, {deltaX: 0, deltaY: turn});
        } else if (kind === 'wheel') {
          // Zoom in for the first half, out for most of the second.
          const delta = (share <= 0.5 ? -1 : share <= 0.9 ? 1 : 0) * 60;
          event = send('mouseWheel', from.x, from.y, {
            deltaX: sideways ? delta : 0,
            deltaY: sideways ? 0 : delta,
            modifiers: control ? 2 : 0,
          });
        }
        // One event per frame, and never two pending.
        await within(Promise.all([underWay, ask('bench.frame()', patience, 'frame')]), patience, 'frame');
        underWay = event;
        // Check halfway as well, as some gestures end where they began.
        if (made === steps >> 1) states.push(await ask(state, patience, 'state'));
      }
      await within(underWay, patience, 'frame');
      const frames = await ask('bench.frames()', patience, 'frames');
      states.push(await ask(state, patience, 'state'));
      if (kind === 'drag')
        await within(send('mouseReleased', last.x, last.y, {clickCount: 1}), patience, 'release');
      await ask(`new Promise((done) => setTimeout(done, 500))`, patience, 'after');
      return {...summarise(frames), events: made, moved: new Set(states).size > 1};
    } catch (error) {
      // A page that hangs during a gesture keeps its earlier measurements.
      if (error instanceof Late) return {late: patience};
      return {failed: String(error).split('\n')[0]};
    }
  }
}

/** The `p` quantile of the values. */
export const quantile = (values, p) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
};

const summarise = (frames) => ({
  frames: frames.length,
  p50: quantile(frames, 0.5),
  p95: quantile(frames, 0.95),
  max: Math.max(...frames),
});
