/** WebKitGTK over the W3C WebDriver protocol, on a screen of its own. */
import {spawn} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {findWebKit} from '../../scripts/browsers.mjs';
import {readFrames} from './frames.mjs';
import {inspect} from './inspect.mjs';
import {readStrict} from './strict.mjs';

/** What readers do by a script in the page alone. */
const BY_SCRIPT = new Set([readFrames, readStrict]);

export const views = [{scheme: 'light', width: 1280, height: 900, axe: true}];

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => done(port));
    });
  });

/** Starts a virtual screen and gives its name as soon as it is there. */
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

/** How long MiniBrowser may take to start: now and then it dies as it does, and its driver waits for ever. */
const START = 45_000;

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

const start = async ({proxy, failures, outside}) => {
  const {driver: driverPath, browser} = findWebKit();
  const screen = await openScreen();
  const port = await freePort();
  const driver = spawn(driverPath, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.name,
      WAYLAND_DISPLAY: '',
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
  };

  const call = async (method, path, body, signal) => {
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

    return {
      async visit({url, view, picture, pictures, reader}) {
        // The window is larger than the page by its bars.
        let {width, height} = view;
        for (let tries = 0; tries < 3; tries++) {
          await call('POST', `${session}/window/rect`, {width, height});
          const [innerWidth, innerHeight] = await evaluate('return [innerWidth, innerHeight]');
          if (innerWidth === view.width && innerHeight === view.height) break;
          width += view.width - innerWidth;
          height += view.height - innerHeight;
        }
        failures.length = outside.length = 0;
        await call('POST', `${session}/url`, {url});
        const run = (task, argument) =>
          call('POST', `${session}/execute/async`, {
            script: `const done = arguments[1]; (async () => (${task})(arguments[0]))().then(done, (error) => done(['error: ' + error]))`,
            args: [argument ?? null],
          });
        const hear = () =>
          evaluate('return globalThis.cronoMessages?.splice(0) ?? ["the collector did not run"]');
        const read = async () => [
          ...(await hear()),
          ...(BY_SCRIPT.has(reader) ? await reader({evaluate: run}) : []),
        ];
        const problems = await inspect(view, {
          evaluate: (task, argument) => (typeof task === 'string' ? evaluate(task) : run(task, argument)),
          shoot: async () => {
            const taken = await call('GET', `${session}/screenshot`);
            await writeFile(picture, Buffer.from(taken, 'base64'));
            return `data:image/png;base64,${taken}`;
          },
          read,
          pictures,
        });
        if (view.looks) problems.push(...(await hear()));
        problems.push(...failures, ...outside.map((host) => `asked another origin: ${host}`));
        return problems;
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
