/**
 * Takes the contact sheets of docs/BASEMAPS.md: places on Earth, one a row, at three zooms, on a desk and a phone, light
 * and dark. Run `npm run build && node scripts/build-map-pictures.mjs`, and look at the result before committing it.
 *
 * `node scripts/build-map-pictures.mjs FOLDER` writes each picture in full there instead.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from './browsers.mjs';
import {compose} from './compose.mjs';
import {serve} from './serve.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const PLACES = [
  {name: 'Caracas', lat: 10.48, lon: -66.9, lang: 'es'},
  {name: 'San Juan', lat: 18.45, lon: -66.07, lang: 'es'},
  {name: 'Porto Alegre', lat: -30.03, lon: -51.23, lang: 'pt'},
  {name: 'Lagos', lat: 6.45, lon: 3.39, lang: 'en'},
  {name: 'Brussels', lat: 50.85, lon: 4.35, lang: 'fr'},
  {name: 'Simferopol', lat: 44.95, lon: 34.1, lang: 'en'},
  {name: 'Jerusalem', lat: 31.77, lon: 35.21, lang: 'ar'},
  {name: 'Srinagar', lat: 34.09, lon: 74.79, lang: 'en'},
  {name: 'Tokyo', lat: 35.69, lon: 139.69, lang: 'en'},
  {name: 'Taveuni', lat: -16.85, lon: -179.97, lang: 'en'},
  {name: 'Nome', lat: 64.5, lon: -165.41, lang: 'en'},
  {name: 'Longyearbyen', lat: 78.22, lon: 15.63, lang: 'en'},
];
const ZOOMS = [2, 5.5, 8];
const LOOKS = [
  {sheet: 'world', width: 1280, scheme: 'light', scale: 0.3},
  {sheet: 'world-dark', width: 1280, scheme: 'dark', scale: 0.3},
  {sheet: 'world-phone', width: 360, scheme: 'light', scale: 0.6},
  {sheet: 'world-phone-dark', width: 360, scheme: 'dark', scale: 0.6},
];
const GAP = 16;
const QUALITY = 0.72;
/** Milliseconds without a request after which all of a view is there. */
const QUIET = 400;

const [, , folder] = process.argv;
const site = await serve('site');
const browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});

/** A page with one map and a function that shows it at a place. */
async function openMap({width, scheme}) {
  const page = await browser.newPage({
    viewport: {width, height: 700},
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  let last = Date.now();
  page.on('request', () => {
    last = Date.now();
  });
  await page.goto(`${site.url}/examples/minimal.html`);
  await page.addStyleTag({
    content: 'body {max-width: none !important; margin: 0 !important; padding: 0 !important}',
  });
  return async ({name, lat, lon, lang}, zoom) => {
    await page.evaluate(
      async ({title, position, zoom}) => {
        const story = document.createElement('crono-story');
        story.lang = position.lang;
        story.append(document.createElement('crono-map'));
        story.data = {
          cronomapa: 1,
          language: 'en',
          title,
          places: [{id: 'p', name: title, lat: position.lat, lon: position.lon, precision: 'site'}],
          events: [{id: 'e', date: '2026', title, places: ['p']}],
        };
        document.querySelector('main').replaceChildren(story);
        await story.ready;
        await new Promise((done) => setTimeout(done, 300));
        story.dispatch({type: 'map', map: {lat: position.lat, lon: position.lon, zoom}});
      },
      {title: name, position: {lat, lon, lang}, zoom},
    );
    last = Date.now();
    while (Date.now() - last < QUIET) await page.waitForTimeout(50);
    return page.locator('crono-map').screenshot();
  };
}

try {
  await mkdir(folder ?? 'docs/pictures', {recursive: true});
  for (const look of LOOKS) {
    const show = await openMap(look);
    const rows = [];
    for (const place of PLACES) {
      const row = [];
      for (const zoom of ZOOMS) row.push(await show(place, zoom));
      rows.push(row);
      if (folder)
        for (const [i, png] of row.entries())
          await writeFile(`${folder}/${place.name}-${ZOOMS[i]}-${look.sheet}.png`, png);
    }
    if (folder) continue;
    const table = await browser.newPage();
    const sheet = await compose(table, rows, {gap: GAP, scale: look.scale, quality: QUALITY});
    await writeFile(`docs/pictures/${look.sheet}.webp`, sheet);
    console.log(`docs/pictures/${look.sheet}.webp: ${(sheet.length / 1000).toFixed()} kB`);
  }
} finally {
  await browser.close();
  await site.close();
}
