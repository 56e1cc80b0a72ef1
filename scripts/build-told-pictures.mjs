/**
 * Takes the pictures of docs/TELLING.md: steps of the told pages beside their views on a desk, and as slides on a phone,
 * light and dark. Run `npm run build && node scripts/build-told-pictures.mjs`, and look at the result before committing it.
 */
import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from './browsers.mjs';
import {compose} from './compose.mjs';
import {serve} from './serve.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const DESK = {width: 1280, height: 800};
const PHONE = {width: 420, height: 800};
const SHEETS = {
  'told-record': [
    {page: 'told-en.html#s=three-places', viewport: DESK},
    {page: 'contado-es.html?slides#s=three-places', viewport: PHONE},
  ],
  'told-storm': [
    {page: 'storm-told-en.html#s=landfall', viewport: DESK},
    {page: 'tormenta-contada-es.html?slides#s=levittown', viewport: PHONE},
  ],
};
/** Milliseconds without a request after which all of a step is there. */
const QUIET = 1500;

const site = await serve('site');
const browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});

const take = async ({page: address, viewport}, colorScheme) => {
  const page = await browser.newPage({viewport, colorScheme});
  let last = Date.now();
  page.on('request', () => {
    last = Date.now();
  });
  await page.goto(`${site.url}/examples/${address}`);
  await page.locator('crono-steps [part~="step-active"]').waitFor();
  if (address.includes('slides'))
    await page.evaluate(() => document.querySelector('crono-steps').scrollIntoView({behavior: 'instant'}));
  while (Date.now() - last < QUIET) await new Promise((done) => setTimeout(done, 100));
  const picture = await page.screenshot();
  await page.close();
  return picture;
};

try {
  const table = await browser.newPage();
  for (const [name, steps] of Object.entries(SHEETS)) {
    const rows = [];
    for (const scheme of ['light', 'dark']) {
      const row = [];
      for (const step of steps) row.push(await take(step, scheme));
      rows.push(row);
    }
    const picture = await compose(table, rows, {scale: 0.6});
    await writeFile(`docs/pictures/${name}.webp`, picture);
    console.log(`docs/pictures/${name}.webp: ${(picture.length / 1000).toFixed()} kB`);
  }
} finally {
  await browser.close();
  await site.close();
}
