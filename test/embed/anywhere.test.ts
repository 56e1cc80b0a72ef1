import {expect, test} from 'vitest';
import {drawTowns} from '../world/cities.js';
import {seeded} from '../world/seeded.js';
import {newPage, press, siteUrl, useSite} from './site.js';

/* A story of one event anywhere on Earth, zoomed in as far as the map goes: the site as it was built. */

useSite();

test('any town can be zoomed to by "+", where its surroundings are named, from the page’s own server', async () => {
  const page = await newPage({width: 760, height: 900});
  const elsewhere: string[] = [];
  const thrown: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(siteUrl))
      elsewhere.push(request.url());
  });
  page.on('pageerror', ({message}) => thrown.push(message));
  await page.goto(`${siteUrl}/examples/minimal.html`);
  const plus = page.getByRole('group', {name: 'Map'}).getByRole('button', {name: 'Zoom in', exact: true});
  for (const {name, loc} of drawTowns(12, seeded(12))) {
    const [lon, lat] = loc.coordinates;
    await page.evaluate(
      async (place) => {
        document.body.innerHTML = '<crono-story><crono-map style="width: 720px"></crono-map></crono-story>';
        const story = document.querySelector('crono-story');
        if (!story) throw new Error('no story');
        story.data = {
          cronomapa: 1,
          language: 'en',
          sources: [{id: 's', title: 'A source', url: 'https://example.org/'}],
          places: [{id: 'p', name: 'Here', ...place}],
          events: [
            {id: 'e', date: '2024-05-01', title: 'What happened', places: ['p'], cite: [{source: 's'}]},
          ],
        };
        await story.ready;
      },
      {lat, lon},
    );
    await plus.waitFor();
    await page.waitForSelector('crono-map [part~=place]', {state: 'attached'});
    for (let presses = 0; (await plus.getAttribute('aria-disabled')) === 'false' && presses < 20; presses++)
      // It may come to its end between the question and the press, which then does nothing.
      await press(plus);
    await page.waitForLoadState('networkidle');
    const count = (part: string) => page.locator(`crono-map [part~=${part}]`).count();
    await expect.poll(() => count('region'), {message: name}).toBeGreaterThan(0);
    await expect
      .poll(async () => (await count('town')) + (await count('town-beyond')), {message: name})
      .toBeGreaterThanOrEqual(3);
    const zoom = () => page.evaluate(() => document.querySelector('crono-story')?.snapshot.map?.zoom);
    await expect.poll(zoom, {message: name}).toBe(10);
  }
  expect([elsewhere, thrown]).toEqual([[], []]);
}, 120_000);
