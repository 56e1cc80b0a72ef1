import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {CHROMIUM_ARGS, findChromium, WITHOUT_COMPILERS} from '../../scripts/browsers.mjs';
import {serve} from '../../scripts/serve.mjs';
import {press} from './site.js';

/* Third-party tiles: the built site, and a second server. */

/** Where Tocorón is, by hand. */
const TOCORON = {lat: 10.083333, lon: -67.577222};
const MAP = 'crono-map';
let site: {url: string; close: () => Promise<void>};
let tiles: Server;
let host: string;
let browser: Browser;
let page: Page;
/** Requests to the second server. */
let asked: string[];
let said: string[];
/** How it responds to tile requests. */
let answer: 'picture' | 'nothing' = 'picture';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="green"/></svg>';

beforeAll(async () => {
  site = await serve('site');
  browser = await chromium.launch({
    executablePath: findChromium(),
    // A page that is written here comes from nowhere, for Chromium, and may not ask this machine.
    args: [...CHROMIUM_ARGS, WITHOUT_COMPILERS, '--disable-features=LocalNetworkAccessChecks'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  // A new server for each test, so that late requests of the previous page are not counted.
  const mine: string[] = [];
  [asked, said, answer] = [mine, [], 'picture'];
  tiles = createServer((request, response) => {
    mine.push(request.url ?? '');
    const isFile = request.url === '/tiles.json';
    if (answer === 'nothing' && !isFile) return response.writeHead(404).end();
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': isFile ? 'application/json' : 'image/svg+xml',
    });
    response.end(
      isFile
        ? JSON.stringify({
            tilejson: '3.0.0',
            tiles: ['{z}/{x}/{y}.svg'],
            maxzoom: 16,
            attribution: '<a href="https://maps.example/">Maps</a>',
          })
        : PICTURE,
    );
  });
  await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(tiles.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await page?.context().close();
  tiles?.close();
});

/** Opens a page with a map of the releases, with additional files by name. */
async function open(
  map: string,
  {
    story = '',
    policy = '',
    files = {},
    script = '',
  }: {story?: string; policy?: string; files?: Record<string, object>; script?: string} = {},
) {
  page = await (await browser.newContext({viewport: {width: 800, height: 700}})).newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.route(/\/(host-page|own\/.*\.json)$/, (route) => {
    const {pathname} = new URL(route.request().url());
    const file = files[pathname.slice('/own/'.length)];
    return file
      ? route.fulfill({json: file})
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}<link rel="icon" href="data:,"><script type="module" src="/dist/cdn/cronomapa.js"></script></head><body><crono-story src="/data/caracas-releases.json" ${story}><crono-map ${map}></crono-map></crono-story><script type="module">${script}</script></body></html>`,
        });
  });
  await page.goto(`${site.url}/host-page`);
  await page.waitForSelector(`${MAP} .basemap`, {state: 'attached'});
}

const own = () => ({
  'tiles.json': {
    tilejson: '3.0.0',
    tiles: [`http://${host}/{z}/{x}/{y}.svg`],
    maxzoom: 16,
    attribution: 'Own words',
  },
});
const consent = () => page.locator(`${MAP} [part~=consent]`);
const pictures = () => page.locator(`${MAP} svg image`);
const zoomIn = () => page.getByRole('button', {name: 'Zoom in'});
const text = (part: string) => page.locator(`${MAP} [part~=${part}]`).textContent();
/** Waits until all visible tiles are loaded. */
const whole = () =>
  expect
    .poll(async () => {
      const wanted = await pictures().evaluateAll((all) =>
        all.map((each) => new URL(each.getAttribute('href') ?? '').pathname),
      );
      return wanted.length > 0 && wanted.every((path) => asked.includes(path));
    })
    .toBe(true);

test('nothing is asked of another server until the reader agrees; then its tiles lie where they belong', async () => {
  await open('tiles="/own/tiles.json"', {files: own()});
  await consent().waitFor();
  expect(await text('consent')).toContain(`${host}, which would learn that you look at it.`);
  expect(await text('attribution')).not.toContain('Own words');
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  // Without them the map ends where its own lines do.
  const isAtEnd = async () => (await zoomIn().getAttribute('aria-disabled')) === 'true';
  for (let i = 0; i < 6 && !(await isAtEnd()); i++) await press(zoomIn());
  await expect.poll(isAtEnd).toBe(true);
  const before = await page.locator(`${MAP} .scale text`).textContent();
  await press(zoomIn());
  expect(await page.locator(`${MAP} .scale text`).textContent()).toBe(before);
  await page.getByRole('button', {name: 'Show everything'}).click();

  await page.getByRole('button', {name: `Load from ${host}`}).focus();
  await page.keyboard.press('Enter');
  await whole();
  expect(await consent().count()).toBe(0);
  // What had the focus is gone; it is not lost.
  expect(
    await page.evaluate(() => document.querySelector('crono-map')?.shadowRoot?.activeElement?.role),
  ).toBe('listbox');
  expect(await text('attribution')).toContain('Own words');
  const found = await page.evaluate(() => {
    const root = document.querySelector('crono-map')?.shadowRoot as ShadowRoot;
    const {left, right, top, bottom} = (
      root.querySelector('[data-id=tocoron] .mark') as Element
    ).getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [...root.querySelectorAll('image')].flatMap((image) => {
      const box = image.getBoundingClientRect();
      const isHere = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
      return isHere
        ? [
            {
              href: image.getAttribute('href') ?? '',
              x: (x - box.left) / box.width,
              y: (y - box.top) / box.height,
            },
          ]
        : [];
    });
  });
  expect(found).toHaveLength(1);
  const [, z = 0, x = 0, y = 0] = (/(\d+)\/(\d+)\/(\d+)\.svg$/.exec(found[0]?.href ?? '') ?? []).map(Number);
  const across = ((TOCORON.lon + 180) / 360) * 2 ** z;
  const down = ((1 - Math.asinh(Math.tan((TOCORON.lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
  expect([x, y]).toEqual([Math.floor(across), Math.floor(down)]);
  // To two pixels of a tile.
  expect(Math.abs((found[0]?.x ?? 0) - (across % 1))).toBeLessThan(2 / 256);
  expect(Math.abs((found[0]?.y ?? 0) - (down % 1))).toBeLessThan(2 / 256);
  expect(said).toEqual([]);
});

test('with them the map goes nearer than its own lines, and leaves those and their names', async () => {
  await open('tiles="/own/tiles.json"', {files: own(), story: `allow-hosts="${host}"`});
  await whole();
  expect(await consent().count()).toBe(0);
  expect(await page.locator(`${MAP} .names`).evaluate((names) => getComputedStyle(names).display)).toBe(
    'none',
  );
  for (let i = 0; i < 6; i++) await zoomIn().click();
  await expect.poll(() => page.locator(`${MAP} .scale text`).textContent()).toBe('0.2 mi');
  await whole();
  expect(await page.locator(`${MAP} .basemap`).count()).toBe(0);
  // Only the visible tiles, of one level.
  await expect
    .poll(() =>
      pictures().evaluateAll(
        (all) => new Set(all.map((each) => each.getAttribute('href')?.split('/').at(-3))).size,
      ),
    )
    .toBe(1);
  expect(await pictures().count()).toBeLessThan(40);
  expect(said).toEqual([]);
});

test('a level stands until all of the next one has come', async () => {
  await open('tiles="/own/tiles.json"', {files: own(), story: `allow-hosts="${host}"`});
  await whole();
  const levels = () =>
    pictures().evaluateAll((all) =>
      [...new Set(all.map((each) => Number(each.getAttribute('href')?.split('/').at(-3))))].sort(
        (a, b) => a - b,
      ),
    );
  const [level = 0] = await levels();
  answer = 'nothing';
  await zoomIn().click();
  await expect.poll(levels).toEqual([level, level + 1]);
});

test('of a description on another server nothing is asked either; each server is asked about by itself', async () => {
  await open(`tiles="http://${host}/tiles.json"`);
  await consent().waitFor();
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await page.getByRole('button', {name: `Load from ${host}`}).click();
  await whole();
  expect(asked[0]).toBe('/tiles.json');
  // By a mouse: nobody needs to be shown where the keys are.
  expect(
    await page.locator(`${MAP} [role=listbox]`).evaluate((map) => getComputedStyle(map).outlineStyle),
  ).toBe('none');
  const link = page.locator(`${MAP} [part~=attribution] a`);
  expect([await link.textContent(), await link.getAttribute('href')]).toEqual([
    'Maps',
    'https://maps.example/',
  ]);
});

test('a page may remember whom the reader has allowed, as docs/EMBED.md has it', async () => {
  const lines =
    /```js\n(const story[^`]*localStorage[^`]*)```/.exec(readFileSync('docs/EMBED.md', 'utf8'))?.[1] ?? '';
  await open('tiles="/own/tiles.json"', {files: own(), script: lines});
  await page.getByRole('button', {name: `Load from ${host}`}).click();
  await whole();
  await page.reload();
  await whole();
  expect(await consent().count()).toBe(0);
  expect(said).toEqual([]);
});

test('tiles of the page’s own server are shown without asking', async () => {
  await open('tiles="/own/tiles.json"', {files: {'tiles.json': {tiles: ['/own/{z}-{x}-{y}.json']}}});
  await expect.poll(() => pictures().count()).toBeGreaterThan(0);
  expect(await consent().count()).toBe(0);
  expect(await text('attribution')).toContain(new URL(site.url).host);
});

test('a dataset may name them, and an element others', async () => {
  await open('id="map"', {files: own(), story: `allow-hosts="${host}"`});
  await page.evaluate(async () => {
    const story = document.querySelector('crono-story');
    if (!story) throw new Error('no story');
    const dataset = await (await fetch('/data/caracas-releases.json')).json();
    story.data = {...dataset, tiles: '/own/tiles.json'};
  });
  await whole();
  await page.evaluate(() => {
    const map = document.querySelector('crono-map');
    if (map) map.tiles = '';
  });
  await expect.poll(() => pictures().count()).toBe(0);
  expect(await text('attribution')).not.toContain('Own words');
  expect(await page.locator(`${MAP} .names`).evaluate((names) => getComputedStyle(names).display)).not.toBe(
    'none',
  );
});

test.each([
  ['a file that is not there', 'tiles="/none/tiles.json"', {}],
  ['an address that is none', 'tiles="http://["', {}],
  ['a file that is none', 'tiles="/own/tiles.json"', {'tiles.json': {type: 'Topology'}}],
])('of %s the map says so, and stays', async (_, map, files) => {
  await open(map, {files});
  await expect
    .poll(() => page.locator(`${MAP} [part~=notice]`).allTextContents())
    .toEqual(['The map with more detail could not be loaded.']);
  expect(await page.locator(`${MAP} .basemap`).count()).toBe(1);
  expect(await pictures().count()).toBe(0);
});

test('pictures that do not come, or that the page’s policy refuses, are said to be missing', async () => {
  answer = 'nothing';
  await open('tiles="/own/tiles.json"', {files: own(), story: `allow-hosts="${host}"`});
  await page.locator(`${MAP} [part~=notice]`).waitFor();
  expect(await text('notice')).toBe('The map with more detail could not be loaded.');
  await page.context().close();
  await open('tiles="/own/tiles.json"', {
    files: own(),
    story: `allow-hosts="${host}"`,
    policy: "default-src 'self'",
  });
  await page.locator(`${MAP} [part~=notice]`).waitFor();
});

test('in forced colours the map is its own', async () => {
  await open('tiles="/own/tiles.json"', {files: own(), story: `allow-hosts="${host}"`});
  await whole();
  await page.emulateMedia({forcedColors: 'active'});
  expect(await page.locator(`${MAP} .tiles`).evaluate((group) => getComputedStyle(group).display)).toBe(
    'none',
  );
  expect(await page.locator(`${MAP} .names`).evaluate((names) => getComputedStyle(names).display)).not.toBe(
    'none',
  );
});
