import type {Frame} from 'playwright-core';
import {describe, expect, test} from 'vitest';
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

/* A cross-origin frame, as a newsroom's story in another site's page. */

useHost();

const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const frameTag = (attributes: string, query = '', data?: string) =>
  `<iframe data-cronomapa title="Releases" width="100%" height="600" sandbox="${SANDBOX}" allow="fullscreen" ${attributes} src="${src(query, data)}"></iframe>`;

/** Prints the host, whose script has heard of it first; the heights of its frames before, on paper and after. */
async function printed() {
  const heights = () =>
    page.evaluate(() => [...document.querySelectorAll('iframe')].map(({style}) => style.height));
  const screen = await heights();
  const paper = page.evaluate(
    () =>
      new Promise<string[]>((done) =>
        addEventListener('beforeprint', () =>
          done([...document.querySelectorAll('iframe')].map(({style}) => style.height)),
        ),
      ),
  );
  // The page listens before it is printed.
  await page.evaluate(() => {});
  await page.pdf({format: 'A4'});
  return {screen, paper: await paper, after: await heights()};
}

describe('a frame of another origin', () => {
  test('is as high as its story, and says nothing in the console', async () => {
    await open(frameTag('') + script());
    const frame = await storyIn();
    const inner = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await expect.poll(async () => (await heightOf()) - (await inner())).toBe(0);
    expect(await inner()).toBeGreaterThan(1000);
    // Narrower, and so higher.
    const before = await inner();
    await page.setViewportSize({width: 400, height: 600});
    await expect.poll(inner).toBeGreaterThan(before);
    await expect.poll(async () => (await heightOf()) - (await inner())).toBe(0);
    expect(said).toEqual([]);
  });

  test('has nothing empty beside its list, as the card cannot go along with it', async () => {
    await open(frameTag('') + script());
    await page.setViewportSize({width: 1280, height: 800});
    const frame = await storyIn();
    const edges = () =>
      frame.evaluate(() => {
        const within = document.querySelector('crono-story')?.shadowRoot;
        const edgesOf = (name: string) => within?.querySelector(name)?.getBoundingClientRect();
        const [all, map, list, card] = ['.layout', 'crono-map', 'crono-list', 'crono-card'].map(edgesOf);
        if (!all || !map || !list || !card) return undefined;
        const gaps = [list.left - all.left, all.right - list.right, card.top - map.top];
        return [...gaps.map(Math.round), Number(card.left > map.right)];
      });
    await expect.poll(edges).toEqual([0, 0, 0, 1]);
  });

  test('does not shrink before there is something to see', async () => {
    await open(script() + frameTag(''));
    const heights = await page.evaluate(async () => {
      const frame = document.querySelector('iframe');
      const seen: number[] = [];
      for (let i = 0; i < 120; i++) {
        await new Promise((done) => requestAnimationFrame(done));
        seen.push(frame?.getBoundingClientRect().height ?? 0);
      }
      return seen;
    });
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(600);
  });

  test('follows the host’s language and scheme, unless its own address names them', async () => {
    await open(frameTag('') + frameTag('', '&lang=pt&theme=light') + script(), {
      scheme: 'dark',
      head: '<style>:root {color-scheme: light dark}</style>',
    });
    const look = (frame: Frame) =>
      frame.evaluate(() => {
        const story = document.querySelector('crono-story');
        return [story?.snapshot.locale, story && getComputedStyle(story).colorScheme];
      });
    const [first, second] = [await storyIn(0), await storyIn(1)];
    await expect.poll(() => look(first)).toEqual(['es', 'dark']);
    await expect.poll(() => look(second)).toEqual(['pt', 'light']);
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
      document.documentElement.style.colorScheme = 'light';
    });
    await expect.poll(() => look(first)).toEqual(['fr', 'light']);
    expect(await look(second)).toEqual(['pt', 'light']);
  });

  test('shows what the host’s address asks for, and puts there what is chosen; Back works', async () => {
    await open(frameTag('data-permalink') + script(), {hash: `#e=${RELEASE}`});
    const frame = await storyIn();
    await expect.poll(() => selectedIn(frame)).toBe(RELEASE);
    await (await frame.frameElement()).focus();
    await frame.evaluate(() => {
      const story = document.querySelector('crono-story');
      story?.dispatch({type: 'select', id: [...story.snapshot.events][0]?.id ?? null});
    });
    await expect.poll(() => page.url()).toMatch(/#e=(?!release-2025-12-25)/);
    await page.goBack();
    await expect.poll(() => selectedIn(frame)).toBe(RELEASE);
    expect(page.url()).toBe(`${hostUrl}/#e=${RELEASE}`);
    await page.evaluate(() => {
      location.hash = 'e=gone';
    });
    await expect
      .poll(() => frame.evaluate(() => document.querySelector('crono-story')?.shadowRoot?.textContent))
      .toContain('Este enlace lleva a algo que no está en la historia.');
  });

  test('letters of one search are one step in the host’s history', async () => {
    await open(frameTag('data-permalink') + script());
    const frame = await storyIn();
    const before = await page.evaluate(() => history.length);
    await (await frame.frameElement()).focus();
    for (const text of ['a', 'am', 'amn']) {
      await frame.evaluate((words) => {
        document.querySelector('crono-story')?.dispatch({type: 'filter', filters: {text: words}});
      }, text);
      await expect.poll(() => page.url()).toBe(`${hostUrl}/#q=${text}`);
    }
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
  });

  test('without `data-permalink` leaves the host’s address alone, and is left alone by it', async () => {
    await open(frameTag('') + script(), {hash: `#e=${RELEASE}`});
    const frame = await storyIn();
    await frame.evaluate(() => {
      const story = document.querySelector('crono-story');
      story?.dispatch({type: 'select', id: [...story.snapshot.events][0]?.id ?? null});
    });
    await page.waitForTimeout(600);
    expect(page.url()).toBe(`${hostUrl}/#e=${RELEASE}`);
    expect(await selectedIn(frame)).not.toBe(RELEASE);
  });

  test('may come later than the script', async () => {
    await open(script());
    await page.evaluate((tag) => {
      document.body.innerHTML = tag;
    }, frameTag('data-permalink'));
    await storyIn();
    await expect.poll(() => heightOf()).toBeGreaterThan(1000);
  });

  test('tells hosts that speak AMP or Pym', async () => {
    await open(
      `<script>window.heard = []; addEventListener('message', ({data}) => heard.push(data))</script>${frameTag('', '&childId=pym-0&initialWidth=800')}`,
    );
    await storyIn();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const heard = (globalThis as unknown as {heard: unknown[]}).heard;
          const amp = heard.findLast((data) => (data as {sentinel?: string}).sentinel === 'amp');
          const pym = heard.findLast((data) => typeof data === 'string');
          return [amp, pym].map((data) => JSON.stringify(data)?.replace(/\d{3,}/, 'N'));
        }),
      )
      .toEqual([
        JSON.stringify({sentinel: 'amp', type: 'embed-size', height: 1}).replace(':1}', ':N}'),
        '"pymxPYMxpym-0xPYMxheightxPYMxN"',
      ]);
    // The permalink is not posted to a host that has not asked.
    const frame = await storyIn();
    await frame.evaluate(() => {
      const story = document.querySelector('crono-story');
      story?.dispatch({type: 'select', id: [...story.snapshot.events][0]?.id ?? null});
    });
    await page.waitForTimeout(600);
    expect(
      await page.evaluate(() => JSON.stringify((globalThis as unknown as {heard: unknown[]}).heard)),
    ).not.toContain('"link"');
  });

  test('its button and its title speak the language of its story, also when that becomes another', async () => {
    await open(frameTag('') + script());
    const frame = await storyIn();
    await frame.getByRole('button', {name: 'Pantalla completa'}).waitFor();
    expect(await frame.title()).toContain('presos');
    await page.evaluate(() => {
      document.documentElement.lang = 'fr';
    });
    await frame.getByRole('button', {name: 'Plein écran'}).waitFor();
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    await frame.getByRole('button', {name: 'Full screen'}).waitFor();
    await expect.poll(() => frame.title()).toContain('prisoners');
  });

  test('fills the screen when it is asked to', async () => {
    await open(frameTag('') + script());
    const frame = await storyIn();
    const button = frame.getByRole('button', {name: 'Pantalla completa'});
    await button.click();
    await expect.poll(() => frame.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await frame.getByRole('button', {name: 'Salir de pantalla completa'}).click();
    await expect.poll(() => frame.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  });

  test('in print is as high as its printed story', async () => {
    await open(frameTag('') + script());
    const frame = await storyIn();
    await page.emulateMedia({media: 'print'});
    const inner = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await expect.poll(async () => (await heightOf()) - (await inner())).toBe(0);
  });

  test('on paper shows what a page has room for, and where the rest is, and has its height back after', async () => {
    await open(frameTag('') + frameTag('', '', 'venezuela-2024-2026') + script());
    const all = [await storyIn(0), await storyIn(1)];
    for (const frame of all) {
      await (await frame.frameElement()).scrollIntoViewIfNeeded();
      await frame.locator('crono-map .place').first().waitFor();
    }
    // What comes last on a slow machine makes them higher still: each is as high as its page, and stays so for a second.
    const seenOf = async (frame: Frame) => {
      const outer = await (await frame.frameElement()).evaluate((host) => (host as Element).clientHeight);
      const inner = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      const fetched = await frame.evaluate(() => performance.getEntriesByType('resource').length);
      return outer === inner && `${outer} ${fetched}`;
    };
    let [before, since] = ['', 0];
    const calm = async () => {
      const seen = await Promise.all(all.map(seenOf));
      if (seen.join() !== before || seen.includes(false)) [before, since] = [seen.join(), Date.now()];
      return Date.now() - since;
    };
    await expect.poll(calm, {timeout: 30_000}).toBeGreaterThan(1000);
    const {screen, paper, after} = await printed();
    expect(paper).toEqual(['172mm', '172mm']);
    expect(after).toEqual(screen);
    // As high on paper, or less: what is higher would be cut.
    await page.setViewportSize({width: 718, height: 900});
    await page.emulateMedia({media: 'print'});
    for (const frame of all) {
      await expect
        .poll(() => frame.evaluate(() => document.body.getBoundingClientRect().height))
        .toBeLessThan((17.2 / 2.54) * 96);
      expect(await frame.locator('crono-map').isVisible()).toBe(true);
      expect(await frame.locator('crono-list').isVisible()).toBe(false);
      expect(await frame.getByText(frame.url(), {exact: true}).isVisible()).toBe(true);
    }
  });

  test('with a page of the author’s own has room for all of it on paper, and its height back after', async () => {
    pages['/own.html'] = `<body style="margin: 0">${'<p>A river rose, and nobody was told.</p>'.repeat(9)}
      <p>${'It rose for three days and two nights. '.repeat(120)}</p>`;
    await open(
      `<iframe data-cronomapa title="Own" width="100%" src="${hostUrl}/own.html"></iframe>${script()}`,
    );
    const height = () => page.evaluate(() => frames[0]?.document.body.scrollHeight ?? 0);
    await expect.poll(height).toBeGreaterThan(300);
    const screen = `${await height()}px`;
    await page.evaluate((to) => {
      (document.querySelector('iframe') as HTMLElement).style.height = to;
    }, screen);
    const {paper, after} = await printed();
    expect(after).toEqual([screen]);
    await page.setViewportSize({width: 680, height: 900});
    expect(Number.parseFloat(paper[0] ?? '')).toBeGreaterThanOrEqual(await height());
  });

  test('shows no dataset of another origin, whatever its address asks for', async () => {
    pages['/evil.json'] = '{}';
    await open(
      `<iframe data-cronomapa title="x" width="100%" height="300" src="${siteUrl}/dist/cdn/frame.html?src=${encodeURIComponent(`${hostUrl}/evil.json`)}"></iframe>`,
    );
    const frame = page.frames()[1] as Frame;
    await expect
      .poll(() => frame.evaluate(() => document.body.textContent))
      .toContain('must name a dataset on');
    expect(
      await frame.evaluate(() =>
        performance.getEntriesByType('resource').some(({name}) => /evil/.test(name)),
      ),
    ).toBe(false);
  });
});

describe('messages that are none of ours', () => {
  test('a frame of the host’s that lies about its shape is not believed', async () => {
    const lies = [
      ...['"7"', 'NaN', '-7', '0', 'Infinity', '100001', '1e9', '{}', 'null', '[400]'].map(
        (height) => `{cronomapa: 1, type: 'height', height: ${height}}`,
      ),
      `{cronomapa: 1, type: 'link', link: {}}`,
      `{cronomapa: 1, type: 'link', link: 'x'.repeat(1e5)}`,
      `{cronomapa: 1, type: 'link', link: 'javascript=1&<img>&x=2'}`,
      `{cronomapa: 2, type: 'height', height: 7}`,
      `null`,
      `'cronomapa'`,
      `[]`,
    ];
    pages['/liar'] = shell(
      `<script>for (const lie of [${lies.join(',')}]) parent.postMessage(lie, '*')</script>`,
    );
    await open(
      `${script()}<iframe data-cronomapa data-permalink title="liar" height="300" src="/liar"></iframe>`,
    );
    await page.waitForTimeout(400);
    expect(await heightOf()).toBe(300);
    expect(page.url()).toBe(`${hostUrl}/`);
    expect(said).toEqual([]);
  });

  test('a frame that has gone to another origin is heard no more', async () => {
    await open(`${script()}${frameTag('data-permalink')}`);
    await storyIn();
    await expect.poll(() => heightOf()).toBeGreaterThan(1000);
    pages['/other'] = shell(
      `<script>parent.postMessage({cronomapa: 1, type: 'height', height: 7}, '*'); parent.postMessage({cronomapa: 1, type: 'link', link: 'e=x'}, '*')</script>`,
    );
    await page.evaluate((url) => {
      (document.querySelector('iframe') as HTMLIFrameElement).contentWindow?.location.replace(url);
    }, `${hostUrl}/other`);
    await page.waitForTimeout(400);
    // What the story said before it went may still have come.
    expect(await heightOf()).toBeGreaterThan(1000);
    expect(page.url()).toBe(`${hostUrl}/`);
  });

  test('a frame hears its parent alone', async () => {
    await open(`${script()}${frameTag('')}<iframe title="sibling" src="/sibling"></iframe>`);
    const frame = await storyIn();
    const before = await selectedIn(frame);
    pages['/sibling'] = shell(
      `<script>parent.frames[0].postMessage({cronomapa: 1, type: 'link', link: 'e=${RELEASE}'}, '*')</script>`,
    );
    await page.evaluate((url) => {
      (document.querySelectorAll('iframe')[1] as HTMLIFrameElement).contentWindow?.location.replace(url);
    }, `${hostUrl}/sibling`);
    await page.waitForTimeout(400);
    expect(await selectedIn(frame)).toBe(before);
  });
});
