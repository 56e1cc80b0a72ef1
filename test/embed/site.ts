import type {Browser, Locator, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect} from 'vitest';
import {serve} from '../../scripts/serve.mjs';
import {sharedChromium} from '../chromium.js';

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
    browser = await sharedChromium();
  }, 60_000);
  afterAll(async () => {
    await site?.close();
  });
  afterEach(() => page?.context().close());
}

/** Opens a new page, replacing the current one. */
export async function newPage(size = {width: 800, height: 600}): Promise<Page> {
  page = await (await browser.newContext({viewport: size})).newPage();
  return page;
}

/**
 * Presses a button where it is on the screen, with nothing over it, also one that says it can do nothing: for that
 * Playwright's own click would wait.
 */
export async function press(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const {x, y, isHit} = await target.evaluate((node) => {
    const {left, top, width, height} = node.getBoundingClientRect();
    const spot = {x: left + width / 2, y: top + height / 2};
    const hit = (node.getRootNode() as Document | ShadowRoot).elementFromPoint(spot.x, spot.y);
    return {...spot, isHit: node.contains(hit)};
  });
  expect(isHit, 'what is under the pointer').toBe(true);
  await target.page().mouse.click(x, y);
}
