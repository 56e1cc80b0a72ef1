import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {chromium} from 'playwright-core';
import {afterAll, afterEach, expect, test} from 'vitest';
import {CHROMIUM_ARGS, findChromium} from '../../scripts/browsers.mjs';
import {storiesOf} from '../../src/cli/page-stories.js';
import {command} from './command.js';

/* The command as it is built: a folder from nothing to a page in a browser. */

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const home = mkdtempSync(join(tmpdir(), 'cronomapa-serve-'));
const story = join(home, 'mine', 'story.json');
afterAll(() => rmSync(home, {recursive: true, force: true}));

let server: ChildProcess | undefined;
afterEach(() => server?.kill());

/** Starts the server; what it says, and its address. */
async function start(folder: string): Promise<{said: () => string; url: string}> {
  const child = spawn(process.execPath, [CLI, 'serve', folder, '--port', '0'], {cwd: home});
  server = child;
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += String(bytes);
  });
  await expect.poll(() => said, {timeout: 20_000}).toContain('http://');
  return {said: () => said, url: /http:\S+\//.exec(said)?.[0] ?? ''};
}

/** Asks for a path as it is written, which browsers and `fetch` would shorten. */
const ask = (url: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{status: number; body: string}>((done, fail) => {
    const {hostname, port} = new URL(url);
    const asked = request({hostname, port, path, headers}, (response) => {
      let body = '';
      response.on('data', (bytes) => {
        body += String(bytes);
      });
      response.on('end', () => done({status: response.statusCode ?? 0, body}));
    });
    asked.on('error', fail).end();
  });

test('from the empty folder to the page in two commands; a fault is shown with its row, and mended', async () => {
  execFileSync(process.execPath, [CLI, 'new', 'mine', '--language', 'es'], {cwd: home});
  const {said, url} = await start('mine');
  const browser = await chromium.launch({executablePath: findChromium(), args: CHROMIUM_ARGS});
  try {
    const page = await browser.newPage();
    const foreign: string[] = [];
    page.on('request', (asked) => {
      if (!asked.url().startsWith(url) && !asked.url().startsWith('data:')) foreign.push(asked.url());
    });
    await page.goto(url);
    const heading = page.getByRole('heading', {level: 1});
    const panel = page.getByRole('region', {name: 'What cronomapa check says'});
    await heading.getByText('Un puente vuelve a abrir').waitFor();
    await panel.getByText('✓ story.json: nothing to correct').waitFor();

    const good = readFileSync(story, 'utf8');
    const edit = (from: string, to: string) => writeFileSync(story, good.replace(from, to));
    edit('Un puente vuelve a abrir', 'Otro título');
    await heading.getByText('Otro título').waitFor();

    edit('"2025-06-14"', '"2025-06-31"');
    await panel.getByText('✗ story.json: 1 error').waitFor();
    await panel.getByText('error: event "bridge-opened"').waitFor();
    const line = good.split('\n').findIndex((text) => text.includes('"2025-06-14"')) + 1;
    await panel.getByText(`story.json:${line}:15`).waitFor();
    expect(said()).toContain(`story.json:${line}:15  /events/1/date  date-impossible`);

    edit('{', '[');
    await panel.getByText('It is not JSON').waitFor();

    writeFileSync(story, good);
    await panel.getByText('✓ story.json: nothing to correct').waitFor();
    await heading.getByText('Un puente vuelve a abrir').waitFor();
    expect(foreign).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('nothing is served from outside of the folder, nor what is hidden in it', async () => {
  const folder = join(home, 'site');
  mkdirSync(join(folder, 'sub'), {recursive: true});
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(home, 'secret.txt'), 'secret');
  for (const name of ['.env', '.git/config']) writeFileSync(join(folder, name), 'secret');
  writeFileSync(join(folder, 'a b.html'), '<!doctype html><crono-story src="sub/x.json"></crono-story>');
  symlinkSync(join(home, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(home, join(folder, 'up'));
  symlinkSync(join(folder, 'a b.html'), join(folder, 'inner.html'));
  const {said, url} = await start('site');
  expect(said()).toContain(`${url}a%20b.html`);
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/sub/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '/up/secret.txt',
    '/.env',
    '/.git/config',
    '/%2eenv',
    '/sub/',
    '/',
    '/%00',
    '/%ff',
    '//secret.txt',
  ]) {
    const {status, body} = await ask(url, path);
    expect([path, status, body.includes('secret')]).toEqual([path, 404, false]);
  }
  expect((await ask(url, '/inner.html')).status).toBe(200);
  expect((await ask(url, '/sub')).status).toBe(301);
  expect((await ask(url, '/inner.html', {host: 'evil.example'})).status).toBe(403);
  // A story that is missing is said to be.
  await expect.poll(said).toContain('There is no such file.');
  const taken = await command(['serve', folder, '--port', new URL(url).port]);
  expect([taken.status, taken.err]).toEqual([
    1,
    `Port ${new URL(url).port} is taken. Choose another one: --port 9000.\n`,
  ]);
});

test('a part of a file is served where one is asked for, as films are wound on', async () => {
  const folder = join(home, 'films');
  mkdirSync(folder);
  writeFileSync(join(folder, 'film.mp4'), '0123456789');
  const {url} = await start('films');
  const part = async (range: string) => {
    const response = await fetch(`${url}film.mp4`, {headers: {range}});
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
  expect((await part('bytes=10-')).slice(0, 2)).toEqual([416, 'bytes */10']);
  expect(await part('bytes=0-1,4-5')).toEqual([200, null, '0123456789']);
  const whole = await fetch(`${url}film.mp4`);
  expect([whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([
    'video/mp4',
    'bytes',
  ]);
});

test('a table is checked as the page imports it', async () => {
  const folder = join(home, 'rows');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'rows.csv'),
    'Date,Title,Deaths,Source\n2024-05-02,Flood,12,https://example.org/a\n',
  );
  const page = (more: string) =>
    writeFileSync(
      join(folder, 'index.html'),
      `<crono-story src="rows.csv" format="csv"${more}></crono-story>`,
    );
  page('');
  const {said} = await start('rows');
  await expect.poll(said).toContain('figures-without-claimant');
  page(' import-claimant="Civil Defence"');
  await expect.poll(said).toContain('rows.csv: nothing to correct');
});

test('a folder that is none, and a port that is none', async () => {
  expect((await command(['serve', join(home, 'none')])).err).toContain('There is no such folder.');
  expect((await command(['serve', CLI])).err).toContain('It is a file.');
  expect((await command(['serve', home, '--port', '99999'])).status).toBe(2);
});

test('the stories of a page are those that it names, on its own server', () => {
  const html = `<crono-story src="a.json" lang=es></crono-story><CRONO-STORY lang='x'
    src='/b/c.json?x=1&amp;y'></CRONO-STORY><script data-src=d.ndjson src="/embed.js"></script>
    <script src="app.js"></script><crono-story src="https://example.org/e.json"></crono-story>
    <crono-story src="rows.csv" format="csv"></crono-story><crono-story src="a.json">`;
  expect(
    storiesOf(html, '/pages/index.html').map(({path, attributeOf}) => [path, attributeOf('format')]),
  ).toEqual([
    ['/pages/a.json', null],
    ['/b/c.json', null],
    ['/pages/d.ndjson', null],
    ['/pages/rows.csv', 'csv'],
  ]);
});
