/** How long the longest page is before anything is opened: what a reader does not ask for takes a line, or none. */
import {expect, test} from 'vitest';
import {newPage, siteUrl, useSite} from './site.js';

useSite();

test.each([
  [1280, 800, 9000],
  [360, 640, 16_000],
])('the record at %i by %i pixels is at most %i long', async (width, height, most) => {
  const page = await newPage({width, height});
  await page.goto(`${siteUrl}/examples/record.html`);
  await page.locator('crono-timeline svg[role="listbox"]').waitFor();
  await page.locator('crono-map').scrollIntoViewIfNeeded();
  await page.locator('crono-map .foot [part="tie"]').waitFor();
  // The list is fetched at the reader's first gesture.
  await page.mouse.move(1, 1);
  await page.locator('crono-list .item').first().waitFor();
  await page.locator('crono-sources [part="about"]').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most);
});
