import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {inspect} from './inspect.mjs';

export const views = [
  ...['light', 'dark'].flatMap((scheme) =>
    [360, 768, 1280].map((width) => ({scheme, width, height: width < 480 ? 740 : 900, axe: width !== 768})),
  ),
  {scheme: 'dark', width: 1280, height: 900, forced: true},
];

/** Opens Chromium behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy}) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, `--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'],
  });
  return {
    async visit({url, view, picture, reader}) {
      const problems = [];
      const context = await browser.newContext({
        viewport: {width: view.width, height: view.height},
        colorScheme: view.scheme,
        forcedColors: view.forced ? 'active' : 'none',
        hasTouch: view.width < 480,
      });
      try {
        const page = await context.newPage();
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) {
            problems.push(`console.${message.type()}: ${message.text()} (${message.location().url})`);
          }
        });
        page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error}`));
        page.on('request', (request) => {
          if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin) {
            problems.push(`asked another origin: ${request.url()}`);
          }
        });
        page.on('requestfailed', (request) => {
          const reason = request.failure()?.errorText;
          // What a page calls off itself has not failed.
          if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`);
        });
        page.on('response', (response) => {
          if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
        });
        await page.goto(url);
        // A page of 20,000 pixels can be more than a picture holds; what a reader sees at first is enough of a look.
        const shoot = async () => {
          const taken = await page.screenshot({path: picture, fullPage: !view.look});
          return `data:image/png;base64,${Buffer.from(taken).toString('base64')}`;
        };
        const evaluate = (task, argument) => page.evaluate(task, argument);
        const read = reader && (() => reader(page));
        problems.push(...(await inspect(view, {evaluate, shoot, read})));
      } finally {
        await context.close();
      }
      return problems;
    },
    close: () => browser.close(),
  };
};
