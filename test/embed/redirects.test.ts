import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {serve} from '../../scripts/serve.mjs';
import {sharedChromium} from '../chromium.js';

/* What the page's own server leads to another one, which nobody agreed to. */

const texts: Record<string, string> = {};
const redirects: Record<string, string> = {};
let site: {url: string; close: () => Promise<void>};
let other: Server;
/** Requests to the other server, and which page they come from. */
let asked: string[];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serve('site', {texts, redirects});
  browser = await sharedChromium();
}, 60_000);
afterAll(async () => {
  await site?.close();
});
beforeEach(async () => {
  const mine: string[] = [];
  asked = mine;
  other = createServer(({url, headers}, response) => {
    mine.push(`${url}, for ${headers.referer ?? 'nobody'}`);
    response.writeHead(404, {'access-control-allow-origin': '*'}).end();
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const {port} = other.address() as AddressInfo;
  for (const file of ['story.json', 'map.json', 'film.mp4', 'picture.png'])
    redirects[`/away/${file}`] = `http://127.0.0.1:${port}/${file}`;
});
afterEach(async () => {
  await page?.context().close();
  other?.close();
});

async function open(tag: string, data: object, policy = ''): Promise<void> {
  texts['/story.json'] = JSON.stringify({cronomapa: 1, language: 'en', title: 'The flood', ...data});
  await openStory(`src="/story.json" selected="e"`, `<${tag}></${tag}>`, policy);
}

async function openStory(attributes: string, views = '', policy = ''): Promise<void> {
  texts['/page.html'] =
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}<link rel="icon" href="data:,"><script type="module" src="/dist/cdn/cronomapa.js"></script></head><body><crono-story ${attributes}>${views}</crono-story></body></html>`;
  await openAt('/page.html');
}

async function openAt(path: string): Promise<void> {
  page = await (await browser.newContext()).newPage();
  await page.goto(site.url + path);
}

const withMedia = (type: string, src: string) => ({
  events: [{id: 'e', date: '2021', title: 'The bridge', media: [{type, src, alt: 'The bridge'}]}],
});
const notice = (tag: string) => page.locator(`${tag} [part~=notice]`).first();

describe('a story is not asked for, and says that it could not be fetched', () => {
  test.each<[string, () => Promise<void>]>([
    [
      'in a frame, whose address anybody may write',
      () => openAt('/dist/cdn/frame.html?src=/away/story.json'),
    ],
    ['of another format', () => openStory('src="/away/story.json" format="csv"')],
  ])('%s', async (_, come) => {
    await come();
    await expect.poll(() => notice('crono-story').textContent()).toContain('The story could not be fetched');
    expect(asked).toEqual([]);
  });
});

test('a film is not asked for, and says that it cannot be shown', async () => {
  await open('crono-card', withMedia('video', '/away/film.mp4'));
  await expect
    .poll(() => notice('crono-card').textContent())
    .toMatch(/The bridge\s+The film could not be shown\./);
  expect(asked).toEqual([]);
});

test('a basemap is not asked for, and the map says that it has none', async () => {
  const places = [{id: 'p', name: 'Upper town', lat: 47.2, lon: 11.1}];
  const events = [{id: 'e', date: '2021', title: 'The bridge', places: ['p']}];
  await open('crono-map', {basemap: '/away/map.json', places, events});
  await expect
    .poll(() => notice('crono-map').textContent())
    .toContain('The background map could not be loaded. The places are shown without it.');
  expect(asked).toEqual([]);
});

test('a picture does not tell the other server where it is shown, as no browser tells a page before', async () => {
  await open('crono-card', withMedia('image', '/away/picture.png'));
  await expect
    .poll(() => notice('crono-card').textContent())
    .toMatch(/The bridge\s+The picture could not be shown\./);
  expect(asked).toEqual(['/picture.png, for nobody']);
});

test('a page that allows pictures of its own server alone has none of another', async () => {
  await open('crono-card', withMedia('image', '/away/picture.png'), "default-src 'self'");
  await expect
    .poll(() => notice('crono-card').textContent())
    .toMatch(/The bridge\s+The picture could not be shown\./);
  expect(asked).toEqual([]);
});
