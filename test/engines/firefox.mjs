import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import puppeteer from 'puppeteer-core';
import {findFirefox} from '../../scripts/browsers.mjs';
import {dress, findBarriers, findFaint, settle} from './page.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const views = [{scheme: 'light', width: 1280, height: 900, axe: true}];

/** Opens Firefox over WebDriver BiDi, behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy}) => {
  const {hostname, port} = new URL(proxy);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': '127.0.0.1',
    },
  });
  return {
    async visit({url, view, picture, reader}) {
      const problems = [];
      const page = await browser.newPage();
      try {
        await page.setViewport({width: view.width, height: view.height});
        page.on('console', (message) => {
          if (['error', 'warn'].includes(message.type()))
            problems.push(`console.${message.type()}: ${message.text()}`);
        });
        page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error}`));
        page.on('request', (request) => {
          if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin) {
            problems.push(`asked another origin: ${request.url()}`);
          }
        });
        page.on('requestfailed', (request) => {
          const reason = request.failure()?.errorText;
          if (reason !== 'NS_BINDING_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`);
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
        await page.close();
      }
      return problems;
    },
    close: () => browser.close(),
  };
};
