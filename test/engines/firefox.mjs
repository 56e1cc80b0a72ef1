import puppeteer from 'puppeteer-core';
import {findFirefox} from '../../scripts/browsers.mjs';
import {inspect} from './inspect.mjs';

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
        // A page of 20,000 pixels can be more than a picture holds; what a reader sees at first is enough of a look.
        const shoot = async () => {
          const taken = await page.screenshot({path: picture, fullPage: !view.look});
          return `data:image/png;base64,${Buffer.from(taken).toString('base64')}`;
        };
        const evaluate = (task, argument) => page.evaluate(task, argument);
        const read = reader && (() => reader(page));
        problems.push(...(await inspect(view, {evaluate, shoot, read})));
      } finally {
        await page.close();
      }
      return problems;
    },
    close: () => browser.close(),
  };
};
