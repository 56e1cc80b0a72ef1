import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {visitPage} from './visit.mjs';

export const views = [
  ...['light', 'dark'].flatMap((scheme) =>
    [360, 768, 1280].map((width) => ({scheme, width, height: width < 480 ? 740 : 900, axe: width !== 768})),
  ),
  {scheme: 'dark', width: 1280, height: 900, forced: true},
];

/** So many pages at once: a page that is opened waits a good part of its time. Each has a window of its own, so none is in the back. */
export const lanes = 2;

/** Opens Chromium behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy}) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, `--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'],
  });
  return {
    async visit(visit) {
      const {view} = visit;
      const context = await browser.newContext({
        viewport: {width: view.width, height: view.height},
        colorScheme: view.scheme,
        forcedColors: view.forced ? 'active' : 'none',
        hasTouch: view.width < 480,
      });
      try {
        return await visitPage(await context.newPage(), {...visit, origin});
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
};
