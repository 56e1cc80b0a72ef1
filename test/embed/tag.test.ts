import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test} from 'vitest';
import {newPage, page, siteUrl, useSite} from './site.js';

/* The single tag in any page: the built site, and pages written here. */

const RELEASE = 'release-2025-12-25';
const TAG = `<script src="/dist/cdn/embed.js" data-src="/data/caracas-releases.json" data-selected="${RELEASE}" data-heading-level="3" data-onclick="alert(1)" async></script>`;
let requests: string[] = [];
let said: string[] = [];

useSite();

/** Opens a page with this body, of the site's own origin. */
async function open(body: string, head = ''): Promise<void> {
  await newPage();
  requests = [];
  said = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(`${siteUrl}/host-page`);
}

const ready = (count = 1) =>
  page.waitForFunction((wanted) => {
    const stories = [...document.querySelectorAll('crono-story')];
    return stories.length === wanted && stories.every((story) => story.snapshot?.status === 'ready');
  }, count);
const times = (name: RegExp) => requests.filter((path) => name.test(path)).length;

test('puts the story in its own place, with what it says of it and nothing else', async () => {
  await open(`<p id="before">Before</p>${TAG}<p id="after">After</p>`);
  await ready();
  expect(
    await page.$eval('crono-story', (story) => [
      story.previousElementSibling?.localName,
      story.nextElementSibling?.id,
      story.getAttributeNames().sort().join(' '),
      story.snapshot.selected,
    ]),
  ).toEqual(['script', 'after', 'heading-level selected src', RELEASE]);
  expect(said).toEqual([]);
});

test('under an address with a query all that is drawn is of one copy, in one language', async () => {
  await open(
    '<crono-story lang="es" src="/data/caracas-releases.json"><crono-map></crono-map></crono-story>',
    '<script type="module" src="/dist/cdn/cronomapa.js?ver=6.5"></script><script type="module" src="/dist/cdn/cronomapa.js?ver=6.4"></script>',
  );
  await ready();
  await page.locator('crono-map button', {hasText: 'Solo lo que muestra el mapa'}).waitFor();
  // Each copy once, and the one that counts once.
  expect(times(/cronomapa\.js$/)).toBe(3);
  expect(said).toEqual([]);
});

test('in the head of a page it comes at its end', async () => {
  await open('<p>An article</p>', TAG);
  await ready();
  expect(await page.$eval('crono-story', (story) => story.parentElement?.localName)).toBe('body');
});

test('in the head of a page that is still coming, it waits for the end of it', async () => {
  const slow = createServer((_, response) => {
    response.writeHead(200, {'content-type': 'text/html'});
    response.write(
      `<!doctype html><title>Slow</title><script src="${siteUrl}/dist/cdn/embed.js" data-src="/x.json" async></script><body><p id="first">First</p>${'<p>…</p>'.repeat(200)}`,
    );
    setTimeout(() => response.end('<p id="last">Last</p></body>'), 800);
  });
  await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
  try {
    await newPage();
    await page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`);
    await page.waitForSelector('crono-story', {state: 'attached'});
    expect(await page.$eval('crono-story', (story) => story.previousElementSibling?.id)).toBe('last');
  } finally {
    slow.close();
  }
});

test('without a dataset it only brings the code, for elements that stand in the page', async () => {
  await open(
    '<crono-story src="/data/caracas-releases.json"></crono-story><script src="/dist/cdn/embed.js" async></script>',
  );
  await ready();
});

test('several on a page load code and dataset words once, each story its own', async () => {
  await open(`${TAG}<p>between</p>${TAG}<p>between</p>${TAG}`);
  await ready(3);
  expect([times(/embed\.js$/), times(/cronomapa\.js$/)]).toEqual([1, 1]);
  expect(said).toEqual([]);
});

test('put in later, as a preview of a CMS or an endless page does, it works as well', async () => {
  await open(TAG);
  await ready();
  for (const count of [2, 3]) {
    await page.evaluate((selected) => {
      const script = Object.assign(document.createElement('script'), {src: '/dist/cdn/embed.js'});
      script.dataset.src = '/data/caracas-releases.json';
      script.dataset.selected = selected;
      document.body.append(script);
    }, RELEASE);
    await ready(count);
  }
  expect(times(/cronomapa\.js$/)).toBe(1);
  // Taken out and put back by its page, a story goes on.
  await page.evaluate(() => {
    const story = document.querySelector('crono-story');
    story?.remove();
    if (story) document.body.prepend(story);
  });
  await ready(3);
  expect(said).toEqual([]);
});

test('code of the map comes when the map comes near, and not before', async () => {
  await open(`<div id="above"></div>${TAG}`, '<style>#above {height: 6000px}</style>');
  await ready();
  await page.waitForTimeout(800);
  expect(times(/stage-|basemaps/)).toBe(0);
  await page.evaluate(() => document.querySelector('crono-story')?.scrollIntoView());
  await expect.poll(() => times(/stage-/)).toBe(1);
  await expect.poll(() => times(/basemaps\/detail\//)).toBeGreaterThan(0);
  expect(times(/basemaps\/world/)).toBe(0);
});

test('under the strictest policy it says nothing, and no attribute is a script', async () => {
  await open(
    `<p>An article</p>${TAG}`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html">`,
  );
  await ready();
  await page.evaluate(() => document.querySelector('crono-story')?.scrollIntoView());
  await page.waitForTimeout(500);
  expect(said).toEqual([]);
});
