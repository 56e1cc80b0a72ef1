import {readFile} from 'node:fs/promises';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium, WITHOUT_COMPILERS} from '../../scripts/browsers.mjs';
import {readShift, settleFetches, watchShift} from './page.mjs';
import {visitPage} from './visit.mjs';

/**
 * Number of concurrent pages, as pages spend much time waiting. Each has its own window, so that none is in the
 * background.
 */
export const lanes = 2;

/** How long nothing is fetched when a page has loaded, in milliseconds. */
const QUIET = 300;

/** Opens Chromium behind `proxy`. @returns {Promise<import('./run.mjs').Engine>} */
export const open = async ({origin, proxy, isStill}) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, WITHOUT_COMPILERS, `--proxy-server=${proxy}`, '--proxy-bypass-list=127.0.0.1'],
  });
  const budgets = await readFile(new URL('../../budgets.json', import.meta.url), 'utf8');
  const {limits} = JSON.parse(budgets)['layout shift'];
  const sizeOf = ({width, height}) => ({width, height});
  const wishesOf = ({scheme, forced}) => ({colorScheme: scheme, forcedColors: forced ? 'active' : 'none'});
  return {
    async visit(visit) {
      const [first] = visit.looks;
      const context = await browser.newContext({
        viewport: sizeOf(first),
        hasTouch: visit.touch,
        ...wishesOf(first),
        reducedMotion: isStill ? 'reduce' : 'no-preference',
      });
      try {
        const page = await context.newPage();
        await page.addInitScript(watchShift);
        const readLoad = async () => {
          await page.evaluate(settleFetches, QUIET);
          const {sum, moves} = await page.evaluate(readShift);
          return sum <= limits.fast ? [] : [`jumps by ${sum.toFixed(3)} of ${limits.fast}`, ...moves];
        };
        let isPrinting = false;
        /** Elements lay themselves out for paper before media are those of print, and back after. */
        const tellPrint = (type) => page.evaluate((name) => void dispatchEvent(new Event(name)), type);
        const wear = async (look) => {
          if (look.print) await tellPrint('beforeprint');
          await page.setViewportSize(sizeOf(look));
          await page.emulateMedia({...wishesOf(look), media: look.print ? 'print' : 'screen'});
          if (isPrinting) await tellPrint('afterprint');
          isPrinting = Boolean(look.print);
        };
        const countPages = async () => {
          const pdf = await page.pdf({
            format: 'A4',
            margin: {top: '15mm', right: '15mm', bottom: '15mm', left: '15mm'},
          });
          return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        };
        await visitPage(page, visit, {origin, readLoad, wear, countPages});
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
};
