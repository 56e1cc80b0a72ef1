import type {Frame} from 'playwright-core';
import {expect, test} from 'vitest';
import {
  heightOf,
  hostUrl,
  open,
  page,
  pages,
  RELEASE,
  said,
  script,
  selectedIn,
  shell,
  siteUrl,
  src,
  storyIn,
  useHost,
} from './host.js';

/* Host pages that misuse their frames. */

useHost();

const tag = (attributes = '', query = '') =>
  `<iframe data-cronomapa title="x" width="100%" height="600" ${attributes} src="${src(query)}"></iframe>`;
/** Chooses an event in a frame, where the reader is. */
const choose = async (frame: Frame, place = 0) => {
  await (await frame.frameElement()).focus();
  return frame.evaluate((at) => {
    const story = document.querySelector('crono-story');
    const id = story ? [...story.snapshot.events][at]?.id : undefined;
    story?.dispatch({type: 'select', id: id ?? null});
    return id;
  }, place);
};

test('a frame without an address, or with a page of its own, is passed over; the others go on', async () => {
  await open(
    `<iframe data-cronomapa title="none"></iframe>
     <iframe data-cronomapa title="own" srcdoc="<script>parent.postMessage({cronomapa: 1, type: 'height', height: 7}, '*'); parent.postMessage({cronomapa: 1, type: 'ready'}, '*')</script>"></iframe>
     ${tag('data-permalink id="real"')}${script()}`,
    {hash: `#e=${RELEASE}`},
  );
  const frame = await storyIn();
  await expect.poll(() => selectedIn(frame)).toBe(RELEASE);
  // Known, and then without an address.
  await page.evaluate((more) => {
    document.body.insertAdjacentHTML('afterbegin', more);
  }, tag('id="first"'));
  await storyIn(1);
  await page.waitForTimeout(300);
  await page.evaluate(() => document.getElementById('first')?.removeAttribute('src'));
  await page.evaluate(() => {
    document.documentElement.lang = 'fr';
    location.hash = 'e=';
  });
  await expect.poll(() => selectedIn(frame)).toBe(null);
  await expect
    .poll(() => frame.evaluate(() => document.querySelector('crono-story')?.snapshot.locale))
    .toBe('fr');
  expect(said).toEqual([]);
});

test('a page with a <base> keeps its address', async () => {
  await open(tag('data-permalink') + script(), {head: '<base href="https://example.org/elsewhere/">'});
  const frame = await storyIn();
  await page.waitForTimeout(300);
  const id = await choose(frame);
  await expect.poll(() => page.url()).toBe(`${hostUrl}/#e=${id}`);
  await frame.evaluate(() => document.querySelector('crono-story')?.dispatch({type: 'select', id: null}));
  await expect.poll(() => page.url()).toBe(`${hostUrl}/`);
  expect(said).toEqual([]);
});

test('a step to an anchor of the page changes no view', async () => {
  await open(`<p id="note">A note</p>${tag('data-permalink')}${script()}`);
  const frame = await storyIn();
  await page.waitForTimeout(300);
  const id = await choose(frame, 1);
  await expect.poll(() => page.url()).toBe(`${hostUrl}/#e=${id}`);
  await page.evaluate(() => {
    location.hash = 'note';
  });
  await page.waitForTimeout(600);
  expect(await selectedIn(frame)).toBe(id);
  expect(page.url()).toBe(`${hostUrl}/#note&e=${id}`);
  await page.goBack();
  await page.goBack();
  await expect.poll(() => selectedIn(frame)).toBe(null);
  expect(page.url()).toBe(`${hostUrl}/`);
});

test('the script twice is as once', async () => {
  await open(script() + tag('data-permalink') + script());
  const frame = await storyIn();
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => history.length);
  await choose(frame);
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test('what one frame says of links that are none is no step of the history, nor an error when there are many', async () => {
  pages['/flood'] =
    `<script>for (let i = 0; i < 300; i++) { parent.postMessage({cronomapa: 1, type: 'link', link: 'x=' + i}, '*') }</script>`;
  await open(`${script()}<iframe data-cronomapa data-permalink title="x" src="/flood"></iframe>`);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => history.length)).toBeLessThan(4);
  expect(said).toEqual([]);
});

test('a frame fills the history neither without its reader, nor faster than one goes on', async () => {
  await open(tag('data-permalink') + script());
  const frame = await storyIn();
  await page.waitForTimeout(300);
  const tell = (links: readonly string[]) =>
    frame.evaluate((all) => {
      for (const link of all) parent.postMessage({cronomapa: 1, type: 'link', link, isStep: true}, '*');
    }, links);
  const stepsOf = async (act: () => Promise<unknown>, link: string) => {
    const before = await page.evaluate(() => history.length);
    await act();
    await expect.poll(() => page.url()).toBe(`${hostUrl}/#${link}`);
    return (await page.evaluate(() => history.length)) - before;
  };
  expect(await stepsOf(() => tell(['q=1', 'q=2']), 'q=2')).toBe(0);
  await (await frame.frameElement()).focus();
  await page.waitForTimeout(600);
  expect(await stepsOf(() => tell(['q=3', 'q=4', 'q=5', 'q=6']), 'q=6')).toBe(1);
});

test('a frame that changes its height without end moves its host’s page a few times a second', async () => {
  pages['/restless'] = shell(
    `<script>let i = 0; setInterval(() => parent.postMessage({cronomapa: 1, type: 'height', height: 300 + i++}, '*'), 2)</script>`,
  );
  await open(
    `<script>
      addEventListener('message', () => {
        window.heard = (window.heard ?? 0) + 1;
        window.since ??= Date.now();
      });
      addEventListener('DOMContentLoaded', () => {
        const count = (records) => (window.changed = (window.changed ?? 0) + records.length);
        new MutationObserver(count).observe(document.querySelector('iframe'), {attributeFilter: ['style']});
      });
    </script>${script()}<iframe data-cronomapa title="restless" height="300" src="/restless"></iframe>`,
  );
  const seen = () =>
    page.evaluate(() => {
      const {
        heard = 0,
        changed = 0,
        since = 0,
      } = globalThis as {heard?: number; changed?: number; since?: number};
      return {heard, changed, seconds: (Date.now() - since) / 1000};
    });
  await expect.poll(async () => (await seen()).heard).toBeGreaterThan(400);
  const {changed, seconds} = await seen();
  // Fifty at once, as a story that comes may need, and two more each second.
  expect(changed).toBeGreaterThan(40);
  expect(changed).toBeLessThan(52 + 2 * seconds);
});

test('a story whose height changed too often has the right one at rest', async () => {
  await open(tag('') + script());
  const frame = await storyIn();
  await expect.poll(heightOf).toBeGreaterThan(1000);
  await frame.evaluate(async () => {
    for (let i = 1; i <= 120; i++) {
      document.body.style.paddingBlockEnd = `${i}px`;
      await new Promise(requestAnimationFrame);
    }
  });
  const inner = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf()) - (await inner())).toBe(0);
});

test('padding and border of a frame are no part of its height', async () => {
  await open(tag('style="box-sizing: border-box; padding: 30px 0; border: 5px solid"') + script());
  const frame = await storyIn();
  const inner = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(() => frame.evaluate(() => document.documentElement.clientHeight)).toBeGreaterThan(1000);
  await expect.poll(async () => (await heightOf()) - 60 - (await inner())).toBe(0);
});

test('a sandbox that is written on several lines is read as on one', async () => {
  await open(tag('sandbox="allow-scripts\n allow-same-origin"') + script());
  const frame = await storyIn();
  const inner = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf()) - (await inner())).toBe(0);
});

test('moved, hidden and shown again, and given another address, a frame works as before', async () => {
  await open(`<div id="a">${tag('data-permalink')}</div><div id="b"></div>${script()}`, {
    hash: `#e=${RELEASE}`,
  });
  await storyIn();
  await expect.poll(heightOf).toBeGreaterThan(1000);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) document.getElementById('b')?.append(frame);
  });
  await page.waitForTimeout(300);
  await expect.poll(async () => selectedIn(await storyIn())).toBe(RELEASE);
  await page.$eval('#b', (box) => {
    (box as HTMLElement).style.display = 'none';
  });
  await page.waitForTimeout(300);
  await page.$eval('#b', (box) => {
    (box as HTMLElement).style.display = '';
  });
  await page.waitForTimeout(300);
  expect(await heightOf()).toBeGreaterThan(1000);
  await page.$eval(
    'iframe',
    (frame, to) => {
      (frame as HTMLIFrameElement).src = to;
    },
    src('&lang=pt'),
  );
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('lang=pt'))).toBe(true);
  await expect.poll(async () => selectedIn(await storyIn())).toBe(RELEASE);
  expect(said).toEqual([]);
});

test('where nobody names a language it is the story’s own', async () => {
  await open(tag() + script(), {lang: ''});
  const frame = await storyIn();
  const dataset = () =>
    frame.evaluate(() => document.querySelector('crono-story')?.snapshot.dataset.language);
  expect(await dataset()).toBe('en');
  await page.route(
    ({pathname}) => pathname.endsWith('/espanol.json'),
    (route) =>
      route.fulfill({
        json: {
          cronomapa: 1,
          language: 'es',
          title: 'Historia',
          events: [{id: 'a', date: '2020', title: 'A'}],
        },
      }),
  );
  await page.goto(src('', 'espanol'));
  await page.waitForFunction(() => document.querySelector('crono-story')?.snapshot?.status === 'ready');
  await expect
    .poll(() =>
      page.evaluate(() => [
        document.querySelector('crono-story')?.snapshot.locale,
        document.documentElement.lang,
      ]),
    )
    .toEqual(['es', 'es']);
});

test.each([
  '',
  'http://[',
  '//127.0.0.1:9/x.json',
  '\\\\127.0.0.1:9\\x.json',
  'data:,{}',
  'javascript:1',
  'blob:x',
])('for ?src=%s the frame says what it wants, alone too', async (bad) => {
  await open('', {hash: `${siteUrl}/dist/cdn/frame.html?src=${encodeURIComponent(bad)}`});
  await expect.poll(() => page.evaluate(() => document.body.textContent)).toContain('must name a dataset');
  expect(said).toEqual([]);
});

test('odd values in its address do no harm', async () => {
  const odd =
    '&lang=%3Cb%3E&theme=pink&heading-level=abc&selected=%3Cimg%20src%3Dx%3E&allow-hosts=evil.example&onload=alert(1)';
  await open('', {hash: src(odd)});
  await page.waitForFunction(() => document.querySelector('crono-story')?.snapshot?.status === 'ready');
  await page.waitForTimeout(300);
  expect(
    await page.evaluate(() => {
      const story = document.querySelector('crono-story');
      const headings = [...(story?.shadowRoot?.querySelectorAll('[role=heading]') ?? [])];
      return [
        story?.snapshot.hosts.length,
        story?.hasAttribute('onload'),
        headings.filter((each) => !/^[1-6]$/.test(each.getAttribute('aria-level') ?? '')).length,
      ];
    }),
  ).toEqual([0, false, 0]);
  expect(said).toEqual([]);
});
