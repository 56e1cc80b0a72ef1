import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import type {Browser} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {type Integrity, type SnippetOptions, snippetHtml} from '../../src/static/snippet.js';
import {sharedChromium} from '../chromium.js';

/*
 * The integrity hashes of the build, and how Chromium treats a modified script: the built site, behind a server that
 * can modify files.
 */

const FOLDER = 'site/dist/cdn';
const integrity = JSON.parse(readFileSync(`${FOLDER}/integrity.json`, 'utf8')) as Integrity;
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
const files = [...scripts, 'cronomapa.css'];

describe('integrity.json', () => {
  test('has the numbers of the files, of each of them', () => {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
    expect(integrity.version).toBe(version);
    expect(Object.keys(integrity.files).sort()).toEqual(files.sort());
    for (const name of files) {
      const bytes = readFileSync(`${FOLDER}/${name}`);
      expect(integrity.files[name], name).toEqual({
        integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
        bytes: bytes.length,
        gzip: expect.any(Number) as number,
      });
      // Versions of zlib differ by a few bytes.
      const packed = gzipSync(bytes, {level: 9});
      expect(Math.abs((integrity.files[name]?.gzip ?? 0) - packed.length), name).toBeLessThan(200);
    }
  });

  test('has an import map of all that a page imports', () => {
    const modules = scripts.filter((name) => !/^(embed|host|(import-)?worker)\.js$/.test(name));
    expect(integrity.importmap.integrity).toEqual(
      Object.fromEntries(modules.map((name) => [`./${name}`, integrity.files[name]?.integrity])),
    );
  });
});

describe('in Chromium', () => {
  const TYPES: Readonly<Record<string, string>> = {js: 'text/javascript', json: 'application/json'};
  let server: Server;
  let origin = '';
  let browser: Browser;
  let page = '';
  /** The scripts that the server modifies. */
  let changed = /(?!)/;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const {pathname} = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/') {
        response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(page);
        return;
      }
      const type = TYPES[pathname.split('.').at(-1) ?? ''] ?? 'text/html';
      const bytes = readFileSync(`site${pathname}`);
      response
        .writeHead(200, {'content-type': type, 'access-control-allow-origin': '*'})
        .end(changed.test(pathname) ? `${bytes.toString()}\n;globalThis.wasChanged = true;` : bytes);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await sharedChromium();
  }, 60_000);
  afterAll(async () => {
    server?.close();
  });
  afterEach(() => {
    changed = /(?!)/;
  });

  /** Opens a page with a snippet; returns the state of the story and the console messages. */
  async function open(options: Partial<SnippetOptions>) {
    const src = '/data/caracas-releases.json';
    const snippet = snippetHtml({as: 'element', base: '/dist/cdn/', src, title: 'T', integrity, ...options});
    page = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>${snippet}`;
    const context = await browser.newContext();
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    await tab.goto(`${origin}/`, {waitUntil: 'networkidle'});
    const end = await tab.evaluate(() => {
      const story = document.querySelector('crono-story');
      const isDrawn = story?.shadowRoot?.querySelector('crono-timeline') != null;
      return {ready: story?.snapshot?.status === 'ready' && isDrawn, ran: 'wasChanged' in globalThis};
    });
    await context.close();
    return {...end, said: said.join('\n')};
  }
  const REFUSED = /Failed to find a valid digest in the 'integrity' attribute/;

  test.each(['element', 'tag'] as const)('the %s runs with all its hashes, and says nothing', async (as) => {
    for (const importMap of [false, true])
      expect(await open({as, importMap})).toEqual({ready: true, ran: false, said: ''});
  });

  test.each([
    ['element', /cronomapa\.js$/],
    ['tag', /embed\.js$/],
  ] as const)('a changed first script of the %s does not run', async (as, file) => {
    changed = file;
    const {ready, ran, said} = await open({as});
    expect([ready, ran]).toEqual([false, false]);
    expect(said).toMatch(REFUSED);
  });

  test('a changed chunk runs without the import map, and with it does not', async () => {
    changed = /reading-[\w-]+\.js$/;
    expect(await open({})).toMatchObject({ran: true});
    const {ready, ran, said} = await open({importMap: true});
    expect([ready, ran]).toEqual([false, false]);
    expect(said).toMatch(/integrity/i);
  });

  test('what the one tag fetches is held by the import map too', async () => {
    changed = /cronomapa\.js$/;
    const {ready, ran, said} = await open({as: 'tag', importMap: true});
    expect([ready, ran]).toEqual([false, false]);
    expect(said).toMatch(/integrity/i);
  });
});
