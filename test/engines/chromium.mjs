import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {visitPage} from './visit.mjs';

/**
 * Number of concurrent pages, as pages spend much time waiting. Each has its own window, so that none is in the
 * background.
 */
export const lanes = 2;

/** Opens Chromium behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy}) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, `--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'],
  });
  const sizeOf = ({width, height}) => ({width, height});
  const wishesOf = ({scheme, forced}) => ({colorScheme: scheme, forcedColors: forced ? 'active' : 'none'});
  return {
    async visit(visit) {
      const [first] = visit.looks;
      const context = await browser.newContext({
        viewport: sizeOf(first),
        hasTouch: visit.touch,
        ...wishesOf(first),
      });
      try {
        const page = await context.newPage();
        const wear = async (look) => {
          await page.setViewportSize(sizeOf(look));
          await page.emulateMedia(wishesOf(look));
        };
        await visitPage(page, visit, {origin, wear});
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
};
