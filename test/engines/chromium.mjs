import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {dress, findBarriers, findFaint, settle} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const views = ['light', 'dark'].flatMap((scheme) =>
  [360, 768, 1280].map((width) => ({scheme, width, height: width < 480 ? 740 : 900, axe: width !== 768})),
);

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
        if (view.look) problems.push(...(await page.evaluate(dress, view.look)));
        problems.push(...(await page.evaluate(settle, view.width)));
        // A page of 20,000 pixels can be more than a picture holds; what a reader sees at first is enough of a look.
        await page.screenshot({path: picture, fullPage: !view.look});
        if (reader) problems.push(...(await reader(page)));
        if (view.axe) {
          await page.evaluate(axe);
          problems.push(...(await page.evaluate(findBarriers)), ...(await page.evaluate(findFaint)));
        }
      } finally {
        await context.close();
      }
      return problems;
    },
    close: () => browser.close(),
  };
};
