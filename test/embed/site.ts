import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll} from 'vitest';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {serve} from '../../scripts/serve.mjs';

/* Serves the built site, and opens pages written by the tests. */

/** Origin of the site. */
export let siteUrl = '';
/** The current page. */
export let page: Page;
let browser: Browser;

/** Starts both before the tests of a file, stops them afterwards, and closes each test's page. */
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

/** Opens a new page, replacing the current one. */
export async function newPage(size = {width: 800, height: 600}): Promise<Page> {
  page = await (await browser.newContext({viewport: size})).newPage();
  return page;
}
