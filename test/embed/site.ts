import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll} from 'vitest';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {serve} from '../../scripts/serve.mjs';

/* The site as it was built, and a browser for pages that a test writes itself. */

/** Where the site is. */
export let siteUrl = '';
/** The page that was opened last. */
export let page: Page;
let browser: Browser;

/** Starts both before the tests of a file, and ends them after; closes each test's page. */
export function useSite(): void {
  let site: {url: string; close: () => Promise<void>};
  beforeAll(async () => {
    site = await serve('site');
    siteUrl = site.url;
    browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(() => page?.context().close());
}

/** A new page, in place of the one before. */
export async function newPage(size = {width: 800, height: 600}): Promise<Page> {
  page = await (await browser.newContext({viewport: size})).newPage();
  return page;
}
