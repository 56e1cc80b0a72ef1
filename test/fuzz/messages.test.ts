/** Whatever a frame says to its host, and a host to its frame: neither throws, and both go on to understand each other. */
import fc from 'fast-check';
import {beforeEach, describe, expect, test} from 'vitest';
import {open, page, RELEASE, script, src, storyIn, useHost} from '../embed/host.js';
import {addresses, dates, numbers, RUNS, words} from './values.js';

/** More changes of its address than that in half a minute Chromium leaves out: the last would not be seen. */
const MAX_MESSAGES = 500;

useHost();

const values = fc.oneof(words, dates, numbers, addresses, fc.boolean(), fc.constant(null));
const messages = fc.oneof(
  {weight: 1, arbitrary: fc.jsonValue({maxDepth: 2})},
  {
    weight: 6,
    arbitrary: fc.record(
      {
        cronomapa: fc.oneof({weight: 6, arbitrary: fc.constant(1)}, {weight: 1, arbitrary: values}),
        type: fc.constantFrom('ready', 'height', 'link', 'ask', 'hello', 'look', '__proto__', 1, null),
        height: fc.oneof(fc.integer({min: -10, max: 200_000}), values),
        link: fc.oneof(
          fc.tuple(fc.constantFrom('e', 'r', 'c', 'q', 'm'), values).map(([key, value]) => `${key}=${value}`),
          values,
        ),
        isStep: fc.oneof(fc.boolean(), values),
        lang: fc.oneof(fc.constantFrom('es', 'ar', 'x-y', '-'), values),
        theme: fc.oneof(fc.constantFrom('light', 'dark'), values),
      },
      {requiredKeys: []},
    ),
  },
);
/** As text: the driver writes halves of characters otherwise. */
const said = () =>
  JSON.stringify(fc.sample(messages, {...RUNS, numRuns: Math.min(RUNS.numRuns, MAX_MESSAGES)}));

let thrown: string[] = [];
beforeEach(() => {
  thrown = [];
});

async function openBoth() {
  await open(`<iframe data-cronomapa data-permalink="a" title="x" src="${src()}"></iframe>${script()}`);
  page.on('pageerror', (error) => thrown.push(String(error)));
  return storyIn();
}

const selected = () => {
  const story = document.querySelector('crono-story');
  return story?.snapshot.selected;
};

describe('messages', () => {
  test('of a frame leave its host a frame of a height, and an address', async () => {
    const frame = await openBoth();
    await frame.evaluate((text) => {
      for (const message of JSON.parse(text)) parent.postMessage(message, '*');
      parent.postMessage({cronomapa: 1, type: 'height', height: 777}, '*');
      parent.postMessage({cronomapa: 1, type: 'link', link: 'e=last', isStep: false}, '*');
    }, said());
    await expect.poll(() => new URL(page.url()).hash).toBe('#a.e=last');
    expect(await page.evaluate(() => document.querySelector('iframe')?.style.height)).toMatch(/^\d+px$/);
    expect(thrown).toEqual([]);
  });

  test('of a host leave its frame a story that follows it', async () => {
    const frame = await openBoth();
    await page.evaluate(
      ([text, id]) => {
        const {contentWindow} = document.querySelector('iframe') as HTMLIFrameElement;
        for (const message of JSON.parse(text as string)) contentWindow?.postMessage(message, '*');
        contentWindow?.postMessage({cronomapa: 1, type: 'link', link: `e=${id}`}, '*');
      },
      [said(), RELEASE],
    );
    await expect.poll(() => frame.evaluate(selected)).toBe(RELEASE);
    expect(await frame.evaluate(() => document.querySelector('crono-story')?.snapshot.status)).toBe('ready');
    expect(thrown).toEqual([]);
  });
});
