/** What the browser is asked to do on one WordPress, as a reader and as an editor. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, findChromium} from '../../../../scripts/browsers.mjs';

const DATASET = new URL('../../../../data/caracas-releases.json', import.meta.url);
const HOSTILE = '"><img src=x onerror=alert(1)>';
/** What the plugin writes. */
const KNOWN = ['src', 'selected', 'lang', 'theme', 'heading-level', 'permalink', 'allow-hosts'];
const MESSAGE = 'This story has no dataset that can be shown.';

export const openBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: CHROMIUM_ARGS,
    // run.mjs answers signals.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

/** The state of a story, once it is ready. */
const stateOf = (story) =>
  story.evaluate(async (element) => {
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error('not ready in 30 s')), 30_000));
    await Promise.race([late, customElements.whenDefined('crono-story').then(() => element.ready)]);
    const {status, counts, selected, locale} = element.snapshot;
    return {status, events: counts.events, selected, locale};
  });

const assertReady = async (story) => {
  const state = await stateOf(story);
  assert.equal(state.status, 'ready');
  assert.ok(state.events > 0, 'no events');
  return state;
};

export const testSite = async (browser, site, check) => {
  const {events} = JSON.parse(readFileSync(DATASET, 'utf8'));
  const titleOf = (id, language = 'en') => events.find((event) => event.id === id).title[language];
  const test = (name, task) => check(`${site.version} ${name}`, task);

  const requests = [];
  const problems = [];
  const dialogs = [];

  /** Runs `task` in a context of its own whose pages are all watched. */
  const within = async (options, task) => {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
    context.setDefaultTimeout(30_000);
    context.on('request', (request) => requests.push(request.url()));
    context.on('response', (response) => {
      if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // Without JavaScript a module that is to be fetched early is refused.
      if (reason === 'csp' && options.javaScriptEnabled === false) return;
      if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} ${reason}`);
    });
    context.on('console', (message) => {
      if (message.type() === 'error') {
        problems.push(`console: ${message.text()} (${message.location().url}, on ${message.page()?.url()})`);
      }
    });
    context.on('weberror', (error) => problems.push(`error: ${error.error().stack}`));
    context.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') dialogs.push(dialog.message());
      dialog.accept().catch(() => undefined);
    });
    try {
      return await task(await context.newPage(), context);
    } finally {
      await context.close();
    }
  };
  const visit = (name, task, options = {}) =>
    within(options, async (page) => {
      await page.goto(site.pages[name] ?? name);
      return task(page);
    });
  const modules = (page) => page.locator('script[type="module"][src*="cronomapa"]');

  await test('block: the story is ready, with its map', () =>
    visit('block', async (page) => {
      const story = page.locator('.wp-block-cronomapa-story > crono-story');
      assert.equal(await story.count(), 1);
      const {events: count, selected} = await assertReady(story);
      assert.equal(selected, 'release-2025-12-25');
      assert.equal(await modules(page).count(), 1);
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name));
      const folder = `${site.origin}/wp-content/plugins/cronomapa/cdn/basemaps/detail/`;
      const isCell = (url) => url.startsWith(folder);
      if (!asked.some(isCell)) await page.waitForResponse((response) => isCell(response.url()));
      await story.locator('crono-map path').first().waitFor({state: 'attached'});
      return `${count} events`;
    }));

  await test('block: a mark of the timeline and an item of the list open the card', () =>
    visit('block', async (page) => {
      const story = page.locator('crono-story');
      await assertReady(story);
      const card = story.locator('crono-card');
      await card.getByText(titleOf('release-2025-12-25')).waitFor();

      const mark = story.locator('crono-timeline [data-id]:not([data-id="release-2025-12-25"])').first();
      const marked = await mark.getAttribute('data-id');
      await mark.click();
      await card.getByText(titleOf(marked)).waitFor();
      assert.equal((await stateOf(story)).selected, marked);

      const listed = events.map(({id}) => id).find((id) => ![marked, 'release-2025-12-25'].includes(id));
      await story.locator(`crono-list [data-id="${listed}"] button`).click();
      await card.getByText(titleOf(listed)).waitFor();
      assert.equal((await stateOf(story)).selected, listed);
    }));

  await test('shortcode: two stories, one script, and only the attributes that are known', () =>
    visit('shortcodes', async (page) => {
      const stories = page.locator('crono-story');
      assert.equal(await stories.count(), 2);
      const [first, second] = [stories.nth(0), stories.nth(1)];
      const names = (story) => story.evaluate((element) => element.getAttributeNames());
      assert.equal((await assertReady(first)).selected, 'oil-blockade');
      assert.equal((await assertReady(second)).locale, 'es');
      for (const name of await names(first)) assert.ok(!name.startsWith('on'), name);
      assert.equal(await first.getAttribute('heading-level'), '3');
      assert.equal(await second.getAttribute('theme'), 'dark');
      assert.equal(await second.getAttribute('permalink'), '');
      assert.equal(await second.getAttribute('src'), site.origin + site.dataset);
      assert.equal(await modules(page).count(), 1);
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name));
      assert.equal(asked.filter((url) => url.includes('/cronomapa.js')).length, 1, 'loaded once');
    }));

  await test('a page without a story asks for no script', () =>
    visit('none', async (page) => {
      assert.equal(await page.locator('crono-story').count(), 0);
      assert.equal(await page.locator('script[src*="cronomapa"]').count(), 0);
    }));

  await test('hostile attributes: readers get nothing but text and the harmless story', () =>
    visit('hostile', async (page) => {
      const stories = page.locator('crono-story');
      assert.equal(await stories.count(), 3);
      for (const story of await stories.all()) {
        await assertReady(story);
        const attributes = await story.evaluate((element) =>
          Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])),
        );
        for (const name of Object.keys(attributes)) assert.ok(KNOWN.includes(name), name);
        if (attributes.src === `${site.origin}/x`) continue;
        assert.ok(attributes.src.startsWith(site.dataset), attributes.src);
        assert.equal(attributes.selected, HOSTILE);
        assert.equal(attributes.lang, HOSTILE);
      }
      const article = page.locator('.entry-content');
      assert.equal(await article.locator('[onerror], [onload], script:not([type="module"])').count(), 0);
      const html = await page.content();
      assert.ok(!html.includes(MESSAGE), 'the message to editors');
      assert.ok(!/javascript:|elsewhere\.example/i.test(await article.innerHTML()), 'an address');
      assert.ok((await stories.nth(2).locator('[slot="fallback"]').innerHTML()).includes('Kept'));
      await page.waitForTimeout(500);
      assert.deepEqual(dialogs, []);
    }));

  for (const name of ['classic', 'blocks']) {
    await test(`enclosed content, ${name}: with JavaScript the story takes its place`, () =>
      visit(name, async (page) => {
        const stories = page.locator('crono-story');
        assert.equal(await stories.count(), 4);
        for (const [index, story] of (await stories.all()).entries()) {
          await assertReady(story);
          const fallback = story.locator('[slot="fallback"]');
          assert.equal(await fallback.count(), 1);
          assert.match(await fallback.textContent(), new RegExp(`^\\s*Fallback ${index}(\\s+more)?\\s*$`));
          await fallback.waitFor({state: 'hidden'});
          await story.locator('crono-timeline').waitFor();
        }
      }));

    await test(`enclosed content, ${name}: without JavaScript it is seen`, () =>
      visit(
        name,
        async (page) => {
          for (const text of [0, 1, 2, 3].map((index) => `Fallback ${index}`)) {
            await page.locator('crono-story', {hasText: text}).getByText(text).waitFor();
          }
          await page.getByText('After.').waitFor();
          assert.equal(await page.locator('crono-story li').count(), 1);
          assert.equal(await page.locator('.entry-content p:empty').count(), 0);
        },
        {javaScriptEnabled: false},
      ));
  }

  await within({}, async (page, context) => {
    await test('editor: log in', async () => {
      await page.goto(`${site.origin}/wp-login.php`);
      await page.locator('#user_login').fill(site.user.name);
      await page.locator('#user_pass').fill(site.user.password);
      await page.locator('#wp-submit').click();
      await page.waitForURL(/wp-admin/);
    });

    await test('hostile attributes: editors read why there is no story', async () => {
      await page.goto(site.pages.hostile);
      assert.equal(await page.getByText(MESSAGE).count(), 11);
      for (const story of await page.locator('crono-story').all()) await assertReady(story);
      assert.deepEqual(dialogs, []);
    });

    let uploaded;
    await test('upload: a dataset is taken, other types as little as before', async () => {
      await page.goto(`${site.origin}/wp-admin/post-new.php`);
      const nonce = await page.evaluate(() => window.wpApiSettings.nonce);
      const upload = (name, mimeType, buffer) =>
        context.request.post(`${site.origin}/?rest_route=/wp/v2/media`, {
          headers: {'X-WP-Nonce': nonce},
          multipart: {file: {name, mimeType, buffer}},
        });
      const taken = await upload('story.json', 'application/json', readFileSync(DATASET));
      assert.equal(taken.status(), 201, await taken.text());
      uploaded = (await taken.json()).source_url;
      const script = await upload('script.js', 'text/javascript', Buffer.from('alert(1)'));
      assert.ok(script.status() >= 400, 'a script was taken');
      const disguised = await upload('page.json', 'application/json', Buffer.from('<!doctype html><script>'));
      return `HTML named .json: ${disguised.status()}`;
    });

    const canvas = async () => {
      await page.locator('.editor-post-title__input, iframe[name="editor-canvas"]').first().waitFor();
      const isFramed = (await page.locator('iframe[name="editor-canvas"]').count()) > 0;
      return {isFramed, place: isFramed ? page.frameLocator('iframe[name="editor-canvas"]') : page};
    };

    await test('editor: the block is inserted, its address typed in, the preview shows the story', async () => {
      await page.goto(`${site.origin}/wp-admin/post-new.php`);
      const {isFramed, place} = await canvas();
      await place.locator('.editor-post-title__input').fill('Made in the editor');
      await page
        .locator('.edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle')
        .click();
      await page.getByRole('searchbox').first().fill('cronomapa');
      await page.locator('.editor-block-list-item-cronomapa-story').click();
      await place.getByLabel('Address of the dataset').fill(uploaded ?? site.dataset);
      await place.getByLabel('Selected event').fill('naval-presence');
      await place.getByRole('button', {name: 'Show the story'}).click();
      const story = place.locator('crono-story');
      await story.waitFor();
      const {selected} = await assertReady(story);
      assert.equal(selected, 'naval-presence');
      await story.locator('crono-timeline [data-id]').first().waitFor();
      await story.locator('crono-card').getByText(titleOf('naval-presence')).waitFor();
      return isFramed ? 'in a frame' : 'in the page';
    });

    await test('editor: the preview says why an address is refused, and takes another language', async () => {
      const {place} = await canvas();
      const address = page.locator('.interface-complementary-area').getByLabel('Address of the dataset');
      const settings = page.getByRole('button', {name: 'Settings', exact: true});
      if ((await settings.getAttribute('aria-expanded')) !== 'true') await settings.click();
      const good = await address.inputValue();
      await address.fill('javascript:alert(1)');
      await place.getByText(MESSAGE).waitFor();
      await address.fill(good);
      await page.getByLabel('Language', {exact: true}).fill('es');
      const story = place.locator('crono-story[lang="es"]');
      await story.waitFor();
      assert.equal((await assertReady(story)).locale, 'es');
      await story.locator('crono-card').getByText(titleOf('naval-presence', 'es')).waitFor();
      assert.deepEqual(dialogs, []);
    });

    let address;
    await test('editor: the post is published', async () => {
      await page.locator('.editor-post-publish-panel__toggle').click();
      await page.locator('.editor-post-publish-panel .editor-post-publish-button').click();
      const link = page.locator('.post-publish-panel__postpublish-buttons a').first();
      await link.waitFor();
      address = await link.getAttribute('href');
    });

    await test('editor: the published post opens again as a block without a fault', async () => {
      const id = await page.evaluate(() => window.wp.data.select('core/editor').getCurrentPostId());
      await page.goto(`${site.origin}/wp-admin/post.php?post=${id}&action=edit`);
      const {place} = await canvas();
      await assertReady(place.locator('crono-story'));
      assert.equal(await place.locator('.block-editor-warning').count(), 0);
    });

    await test('editor: readers who are not logged in see the published story', () =>
      visit(address, async (reader) => {
        const {selected, locale} = await assertReady(reader.locator('crono-story'));
        assert.equal(selected, 'naval-presence');
        assert.equal(locale, 'es');
        await reader.locator('crono-card').getByText(titleOf('naval-presence', 'es')).waitFor();
      }));
  });

  await test('no alert was opened', () => assert.deepEqual(dialogs, []));
  await test('no error in the console, no request that failed', () => assert.deepEqual(problems, []));
  await test('every request went to this site', () => {
    const web = requests.filter((url) => /^(https?|wss?):/.test(url));
    assert.deepEqual(
      web.filter((url) => new URL(url).origin !== site.origin),
      [],
    );
    assert.ok(web.length > 0, 'no request was seen');
    return `${web.length} requests`;
  });
  await test('PHP’s log has nothing about the plugin', () => {
    let said = '';
    try {
      said = readFileSync(site.log, 'utf8');
    } catch {
      // Nothing was said at all.
    }
    const ours = said.split('\n').filter((line) => /cronomapa|Fatal|Uncaught/.test(line));
    assert.deepEqual(ours, []);
  });
};
