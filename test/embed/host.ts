import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Browser, Frame, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect} from 'vitest';
import {serve} from '../../scripts/serve.mjs';
import {sharedChromium} from '../chromium.js';

/* Serves the built site, and a host with pages of its own on another origin. */

export const RELEASE = 'release-2025-12-25';
/** Origins of the site and of the host. */
export let siteUrl = '';
export let hostUrl = '';
/** Pages of the host by path; reset for each test. */
export const pages: Record<string, string> = {};
/** The current page, and its console messages. */
export let page: Page;
export let said: string[] = [];

/** Starts both servers and a browser before the tests of a file, and stops them afterwards. */
export function useHost(): void {
  let site: {url: string; close: () => Promise<void>};
  let host: Server;

  beforeAll(async () => {
    site = await serve('site', {host: 'localhost'});
    siteUrl = site.url;
    host = createServer((request, response) => {
      const body = pages[new URL(request.url ?? '/', 'http://x').pathname];
      response
        .writeHead(body === undefined ? 404 : 200, {'content-type': 'text/html; charset=utf-8'})
        .end(body);
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    browser = await sharedChromium();
  }, 60_000);
  afterAll(async () => {
    await site?.close();
    host?.close();
  });
  afterEach(async () => {
    await page?.context().close();
    for (const path of Object.keys(pages)) delete pages[path];
  });
}

let browser: Browser;

export const script = () => `<script src="${siteUrl}/dist/cdn/host.js"></script>`;
export const src = (query = '', data = 'caracas-releases') =>
  `${siteUrl}/dist/cdn/frame.html?src=../../data/${data}.json${query}`;
export const shell = (body: string, head = '', lang = 'lang="es"') =>
  `<!doctype html><html ${lang}><title>Host</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;

/** Opens a page of the host with a body; `hash` may be a complete URL. */
export async function open(
  body: string,
  {hash = '', head = '', lang = 'lang="es"', scheme = 'light' as 'light' | 'dark'} = {},
): Promise<void> {
  pages['/'] = shell(body, head, lang);
  page = await (
    await browser.newContext({viewport: {width: 800, height: 600}, colorScheme: scheme})
  ).newPage();
  const words: string[] = [];
  said = words;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) words.push(message.text());
  });
  page.on('pageerror', (error) => words.push(String(error)));
  await page.goto(hash.startsWith('http') ? hash : `${hostUrl}/${hash}`);
}

/** The document in a frame, once its story has rendered. */
export async function storyIn(index = 0): Promise<Frame> {
  const found = () => page.frames().filter((frame) => frame.url().includes('frame.html'))[index];
  await expect.poll(found).toBeDefined();
  const frame = found() as Frame;
  // By time: a frame below the screen is given no animation frames.
  await frame.waitForFunction(
    () => document.querySelector('crono-story')?.snapshot?.status === 'ready',
    undefined,
    {polling: 50},
  );
  return frame;
}

export const selectedIn = (frame: Frame) =>
  frame.evaluate(() => document.querySelector('crono-story')?.snapshot.selected);
export const heightOf = (selector = 'iframe') => page.$eval(selector, (frame) => frame.clientHeight);
