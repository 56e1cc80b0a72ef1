import {expect, test} from 'vitest';
import {newPage, page, siteUrl, useSite} from './site.js';

/* Chunks that fail to load, as on a train: the built site, with a failing network. */

const RELEASE = 'release-2025-12-25';
const WORDS = 'No se pudo cargar una parte de la historia.';
let isBroken = true;
let asked = 0;

useSite();

/** Opens a page with this body, in which the chunk of this name fails to load while `isBroken`. */
async function open(lost: string, body: string): Promise<void> {
  [isBroken, asked] = [true, 0];
  await newPage({width: 360, height: 900});
  await page.route(new RegExp(`/dist/cdn/${lost}-[^/]+\\.js$`), (route) => {
    asked++;
    return isBroken ? route.abort() : route.continue();
  });
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="es"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/dist/cdn/cronomapa.js"></script><body>${body}</body></html>`,
    }),
  );
  await page.route('**/data/many.json', (route) => route.fulfill({json: MANY}));
  await page.goto(`${siteUrl}/host-page`);
}

const story = (inside: string, attributes = '', data = 'caracas-releases') =>
  `<crono-story src="/data/${data}.json" ${attributes}>${inside}</crono-story>`;

const record = (inside: string) => story(inside, '', 'venezuela-2024-2026');
/** More places and events than are drawn individually. */
const many = (inside: string) => story(inside, '', 'many');
const MANY = {
  cronomapa: 1,
  language: 'es',
  places: Array.from({length: 600}, (_, i) => ({
    id: `p${i}`,
    name: `Lugar ${i}`,
    lat: i % 17,
    lon: -70 + (i % 19),
  })),
  events: Array.from({length: 600}, (_, i) => ({
    id: `e${i}`,
    title: `Hecho ${i}`,
    date: '2025-12-25',
    place: `p${i}`,
    status: 'reported',
    sources: ['s'],
  })),
  sources: [{id: 's', title: 'Inventada', publisher: 'Nadie', url: 'https://example.org/'}],
};

test.each([
  ['reading', 'crono-card', story('<crono-card></crono-card>', `selected="${RELEASE}"`), '[part~=title]'],
  ['reading', 'crono-sources', story('<crono-sources></crono-sources>'), 'li'],
  ['list', 'crono-sources', story('<crono-sources></crono-sources>'), 'li'],
  ['list', 'crono-list', story('<crono-list></crono-list>'), '[part~=item]'],
  ['filter-panel', 'crono-filter', story('<crono-filter></crono-filter>'), 'form'],
  ['upright', 'crono-timeline', story('<crono-timeline></crono-timeline>'), '.mark'],
  ['claims-panel', 'crono-claims', record('<crono-claims question="rel-2025-12-25"></crono-claims>'), 'svg'],
  [
    'chart-view',
    'crono-chart',
    record('<crono-chart measure="political-prisoners"></crono-chart>'),
    '.series',
  ],
  ['window', 'crono-list', many('<crono-list></crono-list>'), '[part~=position]'],
  ['many', 'crono-map', many('<crono-map></crono-map>'), '.cluster'],
  ['stage', 'crono-map', story('<crono-map></crono-map>'), '.place'],
  ['tile-ground', 'crono-map', story('<crono-map tiles="osm"></crono-map>'), '[part~=consent]'],
  ['reading', 'crono-story', story(''), 'crono-timeline .mark'],
])(
  'without %s %s says so, tries again when it is asked to, and keeps the focus',
  async (lost, tag, body, drawn) => {
    await open(lost, body);
    const notice = page.locator(tag).getByRole('alert').first();
    await notice.filter({hasText: WORDS}).waitFor();
    expect(await page.locator(`${tag} ${drawn}`).count()).toBe(0);
    // Requested once, and not again with each render.
    await page.setViewportSize({width: 380, height: 900});
    await page.waitForTimeout(500);
    expect(asked).toBeLessThanOrEqual(tag === 'crono-card' ? 2 : 1);

    const before = asked;
    await notice.getByRole('button', {name: 'Reintentar'}).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => asked).toBeGreaterThan(before);
    await page.waitForTimeout(200);
    expect(await notice.count()).toBe(1);

    isBroken = false;
    await page.keyboard.press('Enter');
    await page.locator(`${tag} ${drawn}`).first().waitFor({state: 'attached'});
    await expect.poll(() => notice.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(tag);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toMatch(/^crono-/);
  },
);

test('without Leaflet, which a pointer brings, the map is drawn, says so, and is dragged a step at a time', async () => {
  await open('leaflet', story('<crono-map></crono-map>'));
  const mark = page.locator('crono-map .place').first();
  await mark.waitFor({state: 'attached'});
  const notice = page.locator('crono-map').getByRole('alert').first();
  expect([asked, await notice.count()]).toEqual([0, 0]);
  const at = () => mark.locator('.target').evaluate((target) => Number(target.getAttribute('cx')));
  const before = await at();
  const {x = 0, y = 0} = (await page.locator('crono-map .frame').boundingBox()) ?? {};
  /** Drags by 40 pixels to the right. */
  const drag = async () => {
    await page.mouse.move(x + 100, y + 100);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 100);
    await page.mouse.move(x + 140, y + 100);
    await page.mouse.up();
  };
  await drag();
  await notice.filter({hasText: WORDS}).waitFor();
  await expect.poll(async () => (await at()) - before).toBeCloseTo(40, 0);

  isBroken = false;
  await notice.getByRole('button', {name: 'Reintentar'}).click();
  await expect.poll(() => notice.count()).toBe(0);
  await page.mouse.move(x + 100, y - 20);
  await drag();
  await page.locator('crono-map .leaflet-map-pane').waitFor({state: 'attached'});
  await expect.poll(async () => (await at()) - before).toBeGreaterThan(79);
});

test('without the sentences of issues a story goes on, and has their codes', async () => {
  const issues = () =>
    page.evaluate(() => {
      const {snapshot} = document.querySelector('crono-story') as unknown as {
        snapshot: {issues: readonly {code: string; message: string; fix: string}[]};
      };
      return snapshot.issues.map(({code, message, fix}) => ({code, message, fix}));
    });
  const list = many('<crono-list></crono-list>');
  await open('wording', list);
  await page.locator('crono-list [part~=item]').first().waitFor();
  const unworded = await issues();
  expect(unworded[0]).toEqual({code: 'unknown-key', message: 'unknown-key', fix: ''});
  expect(asked).toBe(1);

  isBroken = false;
  await page.reload();
  await page.locator('crono-list [part~=item]').first().waitFor();
  const worded = await issues();
  expect(worded.map(({code}) => code)).toEqual(unworded.map(({code}) => code));
  for (const {message, fix} of worded)
    expect([message, fix]).toEqual([expect.stringMatching(/ /), expect.stringMatching(/ /)]);
});

test('without what editors have, a story is shown, and no rejection is left unhandled', async () => {
  await open('desk', story('<crono-list></crono-list>', 'with-issues'));
  await page.addInitScript(() => {
    addEventListener('unhandledrejection', () => document.documentElement.setAttribute('data-unhandled', ''));
  });
  await page.reload();
  await page.locator('crono-list [part~=item]').first().waitFor();
  await expect.poll(() => asked).toBeGreaterThan(1);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-unhandled]').count()).toBe(0);
});

test('when the browser is online again what is missing comes by itself', async () => {
  await open('filter-panel', story('<crono-filter></crono-filter>'));
  await page.locator('crono-filter').getByRole('alert').waitFor();
  isBroken = false;
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await page.locator('crono-filter form').waitFor();
  expect(await page.locator('crono-filter').getByRole('alert').count()).toBe(0);
});

test('without permalinks the story is shown as its author has it, says so, and goes where the link leads when they come', async () => {
  await open('permalinks', '');
  await page.goto(`${siteUrl}/host-page#e=${RELEASE}`);
  await page.evaluate(
    (markup) => {
      document.body.innerHTML = markup;
    },
    story('<crono-list></crono-list>', 'permalink'),
  );
  const tag = page.locator('crono-story');
  await page.locator('crono-list [part~=item]').first().waitFor();
  const notice = tag.getByRole('alert').first();
  await notice.filter({hasText: WORDS}).waitFor();
  expect(await page.locator('crono-list [part~=item-selected]').count()).toBe(0);
  expect(asked).toBe(1);

  isBroken = false;
  await notice.getByRole('button', {name: 'Reintentar'}).focus();
  await page.keyboard.press('Enter');
  await page.locator('crono-list [part~=item-selected]').waitFor({state: 'attached'});
  expect(await notice.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('crono-story');
});

test('a card keeps what it says until what says the chosen event is there', async () => {
  await open('none', story('<crono-card></crono-card>'));
  const card = page.locator('crono-card');
  await card.locator('[part~=introduction]').waitFor();
  const heights = await card.evaluate(async (element, id) => {
    const seen = [element.getBoundingClientRect().height];
    new ResizeObserver(() => seen.push(element.getBoundingClientRect().height)).observe(element);
    document.querySelector('crono-story')?.dispatch({type: 'select', id});
    while (!element.shadowRoot?.querySelector('.event')) await new Promise(requestAnimationFrame);
    return seen;
  }, RELEASE);
  // What it says of the event is longer than its introduction.
  expect(Math.min(...heights)).toBe(heights[0]);
});
