import {expect, test} from 'vitest';
import {newPage, siteUrl, useSite} from './site.js';

/* Columns that stand side by side end together: no hole in an article, whatever the card says. */

useSite();

const MOST = 240;

interface Hole {
  readonly beside: string;
  readonly top: number;
  readonly height: number;
}

/** In the page: finds stretches of a column without content beside a column with some, taller than `most` pixels. */
function holesOf(most: number): readonly Hole[] {
  const within = (element: Element) => [...(element.shadowRoot ?? element).children];
  /** Boxes: what has none of its own stands for its children. */
  const childrenOf = (element: Element): readonly Element[] =>
    (element instanceof HTMLSlotElement
      ? element.assignedElements({flatten: true})
      : within(element)
    ).flatMap((child) => (getComputedStyle(child).display === 'contents' ? childrenOf(child) : [child]));
  /** Top and bottom of all that is to be seen in an element, clipped by what scrolls. */
  function spansOf(element: Element, from = -Infinity, to = Infinity): (readonly [number, number])[] {
    const {top, bottom, height} = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isBox = style.display !== 'contents';
    if (isBox && (height === 0 || !element.checkVisibility({visibilityProperty: true}))) return [];
    const isClipped = style.overflowY !== 'visible';
    const [start, end] = isClipped ? [Math.max(from, top), Math.min(to, bottom)] : [from, to];
    const clip = (a: number, b: number) => {
      const span = [Math.max(a, start), Math.min(b, end)] as const;
      return span[1] > span[0] ? [span] : [];
    };
    if (/^(svg|img|video|button|input)$/.test(element.localName)) return clip(top, bottom);
    const texts = [...(element.shadowRoot ?? element).childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const own = texts.flatMap((node) => {
      const range = document.createRange();
      range.selectNode(node);
      return [...range.getClientRects()].flatMap((rect) => clip(rect.top, rect.bottom));
    });
    return [...own, ...childrenOf(element).flatMap((child) => spansOf(child, start, end))];
  }
  /** Children that stand above one another, as columns, and those that stand across all columns. */
  function columnsOf(element: Element): {columns: Element[][]; across: Element[]} {
    const columns: {left: number; right: number; all: Element[]}[] = [];
    const across: Element[] = [];
    const whole = element.getBoundingClientRect().width;
    for (const child of childrenOf(element)) {
      const {left, right, width, height} = child.getBoundingClientRect();
      if (width * height === 0) continue;
      if (width > 0.9 * whole) {
        across.push(child);
        continue;
      }
      const same = columns.filter((column) => column.left < right - 1 && column.right > left + 1);
      const merged = {
        left: Math.min(left, ...same.map((column) => column.left)),
        right: Math.max(right, ...same.map((column) => column.right)),
        all: [...same.flatMap(({all}) => all), child],
      };
      for (const column of same) columns.splice(columns.indexOf(column), 1);
      columns.push(merged);
    }
    return {columns: columns.filter(({left, right}) => right - left >= most).map(({all}) => all), across};
  }
  function holesIn(element: Element): Hole[] {
    const inside = childrenOf(element).flatMap(holesIn);
    if (!/grid|flex/.test(getComputedStyle(element).display)) return inside;
    const {columns: side, across} = columnsOf(element);
    const columns = side.map((all) => [...all, ...across].flatMap((each) => spansOf(each)));
    if (columns.length < 2) return inside;
    const bottom = Math.max(...columns.flat().map(([, end]) => end));
    const top = Math.min(...columns.flat().map(([start]) => start));
    const holes = columns.flatMap((spans) => {
      let at = top;
      const found: Hole[] = [];
      for (const [start, end] of [...spans.toSorted(([a], [b]) => a - b), [bottom, bottom] as const]) {
        if (start - at > most) found.push({beside: element.className, top: at, height: start - at});
        at = Math.max(at, end);
      }
      return found;
    });
    return [...inside, ...holes];
  }
  return holesIn(document.body);
}

test('figures offers other events where nothing stands beside them', async () => {
  const page = await newPage({width: 1280, height: 800});
  await page.goto(`${siteUrl}/examples/figures.html`);
  const claims = page.locator('crono-claims:not([question])');
  await claims.scrollIntoViewIfNeeded();
  await claims.locator('.ways').waitFor();
  const [above, below] = await Promise.all(
    [page.locator('crono-timeline'), claims].map((each) => each.boundingBox()),
  );
  expect(above && below && below.y - above.y - above.height).toBeGreaterThanOrEqual(0);
  expect(below?.width).toBe(above?.width);
});

test.each([360, 768, 1100, 1280])('studio cuts no preview and no contrast at %i', async (width) => {
  const page = await newPage({width, height: 800});
  await page.goto(`${siteUrl}/examples/studio.html`);
  await page.locator('.frame crono-list').last().waitFor();
  await page.locator('#grades tr').last().waitFor();
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.frame, .scroll')]
      .map(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)
      .filter((each) => each > 0),
  );
  expect(cut).toEqual([]);
});

test.each(['article-en', 'articulo-es', 'storm-en'])(
  '%s has no hole beside a column at 1280',
  async (name) => {
    const page = await newPage({width: 1280, height: 800});
    await page.goto(`${siteUrl}/examples/${name}.html`);
    await page.locator('.pair crono-map .frame').waitFor();
    const card = page.locator('.pair crono-card');
    const holes = async (state: string) => expect(await page.evaluate(holesOf, MOST), state).toEqual([]);
    await card.locator('[part~="title"]').first().waitFor();
    await holes('with an event selected');
    // All that opens is open; the map beside it may still grow by what comes late.
    const [before, after] = await card.evaluate((host) => {
      const heightOf = () => host.getBoundingClientRect().height;
      const closed = heightOf();
      for (const each of host.shadowRoot?.querySelectorAll('details') ?? []) each.open = true;
      return [closed, heightOf()];
    });
    expect(after).toBe(before);
    await holes('with all of the card open');
    await page.evaluate(() => document.querySelector('crono-story')?.dispatch({type: 'select', id: null}));
    await card.locator('[part~="introduction"]').waitFor();
    await holes('with nothing selected');
  },
);

test('frames have no hole beside a column, whichever event is selected', async () => {
  const page = await newPage({width: 1280, height: 800});
  await page.goto(`${siteUrl}/examples/frames.html`);
  for (const id of ['releases', 'record']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.frameLocator(`#${id}`).locator('crono-map').scrollIntoViewIfNeeded();
    await page.frameLocator(`#${id}`).locator('crono-map .frame').waitFor();
    const frame = await (await page.locator(`#${id}`).elementHandle())?.contentFrame();
    const holes = async (state: string) =>
      expect(await frame?.evaluate(holesOf, MOST), `${id} with ${state}`).toEqual([]);
    await page.frameLocator(`#${id}`).locator('crono-card .card > *').first().waitFor();
    await holes('what it begins with');
    await frame?.evaluate(() => document.querySelector('crono-story')?.dispatch({type: 'select', id: null}));
    await holes('nothing selected');
  }
});

test('strict has no hole beside a column at 1280', async () => {
  const page = await newPage({width: 1280, height: 800});
  await page.goto(`${siteUrl}/examples/strict.html`);
  await page.locator('crono-map .frame').waitFor();
  for (const name of ['claims', 'chart', 'list', 'sources']) {
    await page.locator(`crono-${name}`).scrollIntoViewIfNeeded();
    await page.locator(`crono-${name} [part]`).first().waitFor();
  }
  expect(await page.evaluate(holesOf, MOST)).toEqual([]);
});
