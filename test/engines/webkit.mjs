/** Drives WebKitGTK by the W3C WebDriver protocol, on a virtual display. */
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findWebKit} from '../../scripts/browsers.mjs';
import {inspect} from './inspect.mjs';

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => done(port));
    });
  });

/** Starts a virtual display, and resolves with its name when ready. */
const openScreen = async () => {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let said = '';
  screen.stderr.on('data', (text) => {
    said += text;
  });
  const name = await new Promise((done, fail) => {
    screen.once('error', fail);
    screen.once('exit', () => fail(new Error(`Xvfb: ${said}`)));
    screen.stdio[3].once('data', (text) => done(`:${String(text).trim()}`));
  });
  return {name, close: () => screen.kill()};
};

/** Startup timeout of MiniBrowser, which sometimes crashes while starting, so that its driver waits forever. */
const START = 45_000;
/** Timeout of other commands: longer than the script and page timeouts, shorter than that of `fetch`. */
const PATIENCE = 120_000;

/** Opens MiniBrowser behind `proxy`; one that does not start is tried again. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async (options, tries = 3) => {
  try {
    return await start(options);
  } catch (error) {
    if (tries === 1) throw error;
    console.log(`     WebKitGTK did not start (${error}); once more`);
    return open(options, tries - 1);
  }
};

/** Settings of the desktop, as GTK reads them. @returns {Promise<string>} their folder */
const openSettings = async (isStill) => {
  const folder = await mkdtemp(join(tmpdir(), 'cronomapa-webkit-'));
  await mkdir(join(folder, 'gtk-3.0'));
  await writeFile(
    join(folder, 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-enable-animations=${isStill ? 0 : 1}\n`,
  );
  return folder;
};

const start = async ({proxy, failures, outside, isStill}) => {
  const {driver: driverPath, browser} = findWebKit();
  const screen = await openScreen();
  const settings = await openSettings(isStill);
  const port = await freePort();
  const driver = spawn(driverPath, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.name,
      WAYLAND_DISPLAY: '',
      XDG_CONFIG_HOME: settings,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  const close = () => {
    driver.kill();
    screen.close();
    void rm(settings, {recursive: true, force: true});
  };

  const call = async (method, path, body, signal = AbortSignal.timeout(PATIENCE)) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal,
      ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
    });
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };

  try {
    for (let tries = 0; ; tries++) {
      const ready = await call('GET', '/status').catch(() => false);
      if (ready) break;
      if (tries === 100) throw new Error('WebKitWebDriver does not answer.');
      await new Promise((done) => setTimeout(done, 100));
    }
    const outsideProxy = new URL(proxy).host;
    const {sessionId} = await call(
      'POST',
      '/session',
      {
        capabilities: {
          alwaysMatch: {
            'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
            proxy: {
              proxyType: 'manual',
              httpProxy: outsideProxy,
              sslProxy: outsideProxy,
              noProxy: ['127.0.0.1'],
            },
            timeouts: {script: 90_000, pageLoad: 60_000},
          },
        },
      },
      AbortSignal.timeout(START),
    );
    const session = `/session/${sessionId}`;
    const evaluate = (script, ...args) => call('POST', `${session}/execute/sync`, {script, args});

    /** Resizes the window so that the page has this size. */
    const fit = async (size) => {
      let {width, height} = size;
      for (let tries = 0; tries < 3; tries++) {
        await call('POST', `${session}/window/rect`, {width, height});
        const [innerWidth, innerHeight] = await evaluate('return [innerWidth, innerHeight]');
        if (innerWidth === size.width && innerHeight === size.height) return;
        width += size.width - innerWidth;
        height += size.height - innerHeight;
      }
    };

    return {
      async visit({url, looks, ...options}) {
        await fit(looks[0]);
        failures.length = outside.length = 0;
        // The driver answers too early when the page that is left writes its view into its address meanwhile.
        await evaluate('globalThis.isLeft = true');
        await call('POST', `${session}/url`, {url});
        for (const end = Date.now() + PATIENCE; await evaluate('return Boolean(globalThis.isLeft)'); )
          if (Date.now() > end) throw new Error(`${url} does not come`);
        const run = (task, argument) =>
          call('POST', `${session}/execute/async`, {
            script: `const done = arguments[1]; (async () => (${task})(arguments[0]))().then((value) => done({value}), (error) => done({error: String(error)}))`,
            args: [argument ?? null],
          }).then(({value, error}) => {
            if (error !== undefined) throw new Error(error);
            return value;
          });
        const driver = {
          wear: async () => {},
          evaluate: (task, argument) => (typeof task === 'string' ? evaluate(task) : run(task, argument)),
          shoot: async ({path}) => {
            const taken = await call('GET', `${session}/screenshot`);
            if (path) await writeFile(path, Buffer.from(taken, 'base64'));
            return `data:image/png;base64,${taken}`;
          },
          read: (reader) => reader({evaluate: run}),
          hear: async () => [
            ...(await evaluate(
              'return globalThis.cronoMessages?.splice(0) ?? ["the collector did not run"]',
            )),
            ...failures.splice(0),
            ...outside.splice(0).map((host) => `asked another origin: ${host}`),
          ],
        };
        await inspect(looks, driver, options);
      },
      async close() {
        await call('DELETE', session).catch(() => {});
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
};
