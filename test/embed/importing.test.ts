import {expect, test} from 'vitest';
import {newPage, page, siteUrl, useSite} from './site.js';

/* A spreadsheet as the file of a story, in a page as it is built. */

useSite();

const HEAD = 'Date,Title,Place,Latitude,Longitude';
const rowsOf = (count: number) =>
  Array.from(
    {length: count},
    (_, i) => `${2000 + (i % 20)}-05-0${1 + (i % 9)},The river rises ${i},Town ${i % 50},${i % 40},${i % 90}`,
  );

async function open(csv: string): Promise<string[]> {
  await newPage({width: 800, height: 600});
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/floods.csv', (route) => route.fulfill({contentType: 'text/csv', body: csv}));
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/dist/cdn/cronomapa.js"></script><body><crono-story src="/floods.csv" format="csv"></crono-story></body></html>`,
    }),
  );
  await page.goto(`${siteUrl}/host-page`);
  return asked;
}

const events = () => page.evaluate(() => document.querySelector('crono-story')?.snapshot?.counts.events);

test('a small one is read where it is needed, without a worker', async () => {
  const asked = await open([HEAD, ...rowsOf(5)].join('\n'));
  await expect.poll(events).toBe(5);
  expect(asked.filter((url) => url.includes('worker'))).toEqual([]);
});

test('a large one is read in a worker, and shown whole', async () => {
  const asked = await open([HEAD, ...rowsOf(8000)].join('\n'));
  await expect.poll(events, {timeout: 30_000}).toBe(8000);
  expect(asked.some((url) => url.endsWith('/import-worker.js'))).toBe(true);
  // What is imported in the worker is not imported again in the page.
  expect(asked.some((url) => /import-run|\/table-/.test(url))).toBe(false);
});
