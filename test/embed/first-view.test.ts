import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import type {Route} from 'playwright-core';
import {expect, test} from 'vitest';
import {cellsOfFirstView, MAP} from '../../scripts/first-view.mjs';
import {newPage, siteUrl, useSite} from './site.js';

/* What the map of a story asks for at first, of all there is of the world: the site as it was built. */

useSite();

const fileOf = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url));

/** Opens an example and waits until its map is drawn; what was asked for of basemaps, and how large the map is. */
async function open(width: number) {
  const page = await newPage({width, height: 900});
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/basemaps\/(.*)\.json$/.exec(request.url()) ?? [];
    if (name) asked.push(name);
  });
  await page.goto(`${siteUrl}/examples/minimal.html`);
  await page.locator('crono-map .frame').scrollIntoViewIfNeeded();
  await page.waitForSelector('crono-map .basemap .land', {state: 'attached'});
  await page.waitForLoadState('networkidle');
  const size = await page
    .locator('crono-map .frame')
    .evaluate(({clientWidth, clientHeight}) => ({width: clientWidth, height: clientHeight}));
  return {asked: asked.toSorted(), size};
}

test.each([1280, 360])('in %i pixels a story asks for what it shows, in a few small files', async (width) => {
  const {asked, size} = await open(width);
  // What the budgets weigh is what pages fetch.
  if (width === 1280) expect(size).toEqual(MAP);
  expect(asked).toEqual(
    (await cellsOfFirstView(JSON.parse(String(fileOf('caracas-releases.json'))), size)).toSorted(),
  );
  expect(asked.length).toBeLessThanOrEqual(4);
  const bytes = asked.map((name) => gzipSync(fileOf(`basemaps/${name}.json`), {level: 9}).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(12_000);
});

test('of its scripts it asks for those that the budgets weigh, and for the list when a reader begins', async () => {
  const page = await newPage({width: 1280, height: 800});
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/cdn\/(.*?)(?:-[\w-]{8})?\.js$/.exec(request.url()) ?? [];
    if (name) asked.push(name);
  });
  await page.goto(`${siteUrl}/examples/minimal.html`);
  await page.waitForSelector('crono-map [part~=locator]', {state: 'attached'});
  await page.waitForLoadState('networkidle');
  expect(asked.toSorted()).toEqual(['cronomapa', 'locator', 'reader', 'reading', 'stage']);
  await page.keyboard.press('Shift');
  await page.locator('crono-list [part~=item]').first().waitFor({state: 'attached'});
  await page.locator('crono-sources [part~=source]').first().waitFor({state: 'attached'});
  expect(asked).toContain('list');
  // And for Leaflet when a pointer comes to the map.
  expect(asked).not.toContain('leaflet');
  await page.locator('crono-map .frame').hover();
  await expect.poll(() => asked).toContain('leaflet');
});

test('without the folder of cells there is the coarse map, the map says so, and nothing throws', async () => {
  const page = await newPage({width: 900, height: 900});
  const thrown: string[] = [];
  let asked = 0;
  page.on('pageerror', ({message}) => thrown.push(message));
  await page.route('**/basemaps/detail/**', (route) => {
    asked++;
    return route.fulfill({status: 404, body: 'Not found'});
  });
  await page.goto(`${siteUrl}/examples/minimal.html`);
  await page.locator('crono-map .frame').scrollIntoViewIfNeeded();
  await page.getByText('Only a coarse map of the world could be loaded.').waitFor();
  await page.waitForSelector('crono-map .basemap .land', {state: 'attached'});
  const first = asked;
  // As near as it goes, which is no nearer than its lines are right, and as far.
  for (const name of ['Zoom in', 'Zoom out']) {
    const zoom = page.getByRole('group', {name: 'Map'}).getByRole('button', {name, exact: true});
    while ((await zoom.getAttribute('aria-disabled')) === 'false') await zoom.click();
    await page.waitForSelector('crono-map .basemap .land', {state: 'attached'});
  }
  expect(await page.locator('crono-map [part~=place], crono-map [part~=cluster]').count()).toBeGreaterThan(0);
  expect(await page.getByText('Only a coarse map of the world could be loaded.').count()).toBe(1);
  expect(asked).toBe(first);
  expect(thrown).toEqual([]);
});

test('while cells are on their way to a map that comes near, the coarse one stands in; then they do', async () => {
  const page = await newPage({width: 900, height: 900});
  const held: Route[] = [];
  await page.route('**/basemaps/detail/**', (route) => void held.push(route));
  await page.goto(`${siteUrl}/examples/minimal.html`);
  await page.locator('crono-map .frame').scrollIntoViewIfNeeded();
  const land = page.locator('crono-map .basemap .land').first();
  for (const name of ['Zoom out', 'Zoom in']) {
    const zoom = page.getByRole('group', {name: 'Map'}).getByRole('button', {name, exact: true});
    while ((await zoom.getAttribute('aria-disabled')) === 'false') {
      await zoom.click();
      if (name === 'Zoom in') expect(await land.getAttribute('d')).toMatch(/^M/);
    }
    await land.waitFor({state: 'attached'});
  }
  const coarse = await land.getAttribute('d');
  expect(held.length).toBeGreaterThan(0);
  await Promise.all(held.map((route) => route.continue()));
  await page.unroute('**/basemaps/detail/**');
  await expect.poll(() => land.getAttribute('d')).not.toBe(coarse);
});
