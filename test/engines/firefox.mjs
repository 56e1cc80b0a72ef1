import puppeteer from 'puppeteer-core';
import {findFirefox} from '../../scripts/browsers.mjs';
import {visitPage} from './visit.mjs';

/** Opens Firefox over WebDriver BiDi, behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy, isStill}) => {
  const {hostname, port} = new URL(proxy);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: {
      // What its optimizing compiler makes faster hardly runs again.
      'javascript.options.ion': false,
      'ui.prefersReducedMotion': isStill ? 1 : 0,
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': '127.0.0.1',
    },
  });
  return {
    async visit(visit) {
      const [{width, height}] = visit.looks;
      const page = await browser.newPage();
      try {
        await page.setViewport({width, height});
        await visitPage(page, visit, {origin});
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
};
