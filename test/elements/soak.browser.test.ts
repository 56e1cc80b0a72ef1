/** Whatever a reader does, and however long, the page grows no further: nodes with comments, listeners, memory. */
import {afterEach, expect, test} from 'vitest';
import {cdp} from 'vitest/browser';
import type {CronoStory} from '../../src/elements/story/story.js';
import {seeded} from '../world/seeded.js';
import {all, back, frame, mount, one, reset, resetAddress, settled, shipped} from './helpers.js';

/** Interactions before the page is counted, and after; `VITE_SOAK=3000` for a long soak. */
const WARM = 300;
const MORE = Number((import.meta as {env?: Record<string, string>}).env?.VITE_SOAK ?? 300);
/** Of caches that are not full yet, in bytes for each interaction. */
const HEAP = 3_000_000;

const releases = await shipped('caracas-releases');

afterEach(async () => {
  reset();
  await resetAddress();
});

/** Nodes of every kind, with shadow roots, by where they are. */
function countNodes(): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = `${node.nodeName} of ${root instanceof ShadowRoot ? root.host.localName : 'the page'}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
      if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    }
  };
  visit(document.body);
  return counts;
}

/** The protocol's methods that have no type here. */
const send = cdp().send as unknown as (method: string) => Promise<{metrics: {name: string; value: number}[]}>;

async function measure() {
  await send('HeapProfiler.collectGarbage');
  const {metrics} = await send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize'), nodes: countNodes()};
}

function actionsOf(story: CronoStory, random: () => number) {
  const ids = [...story.snapshot.events].map(({id}) => id);
  const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const viewOf = (tag: string) => story.querySelector(tag) as HTMLElement;
  const boxOf = (tag: string) => one<SVGElement>(viewOf(tag), '[role="listbox"]');
  const key = (tag: string, keys: readonly string[]) =>
    boxOf(tag).dispatchEvent(new KeyboardEvent('keydown', {key: any(keys), bubbles: true, composed: true}));
  const wheel = (tag: string) => {
    const {left, top, width, height} = boxOf(tag).getBoundingClientRect();
    const at = {clientX: left + width * random(), clientY: top + height * random(), deltaY: any([-90, 90])};
    const event = new WheelEvent('wheel', {
      ...at,
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    boxOf(tag).dispatchEvent(event);
  };
  const press = (tag: string, selector: string) => {
    const buttons = all(viewOf(tag), selector);
    if (buttons.length > 0)
      any(buttons).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  };
  const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Escape', '+', '-'];
  return [
    () => story.dispatch({type: 'select', id: any([...ids, null])}),
    () => story.dispatch({type: 'filter', filters: {text: any(['', 'a', 'prison', 'nothing has this'])}}),
    () => {
      const start = Date.UTC(2025, Math.floor(random() * 12), 1);
      story.dispatch({type: 'range', range: any([null, {start, end: start + 9e9 * random() + 1e8}])});
    },
    () => key('crono-timeline', ARROWS),
    () => key('crono-map', ARROWS),
    () => wheel('crono-timeline'),
    () => wheel('crono-map'),
    () => press('crono-map', '.controls button'),
    () => press('crono-timeline', 'button'),
    () => press('crono-list', 'button.title, .title button, summary'),
    () => press('crono-card', 'button'),
    () => press('crono-filter', 'input[type="checkbox"], button'),
  ];
}

/** Frames without a change after which nothing is on its way: flights and the settling of a timeline are shorter. */
const STILL = 40;

/** Waits until no node has come or gone for so many frames. */
async function rest(): Promise<void> {
  let before = '';
  for (let still = 0; still < STILL; still++) {
    await frame();
    const now = JSON.stringify([...countNodes()]);
    if (now !== before) still = 0;
    before = now;
  }
}

/** As it was at first: nothing selected, everything shown, the map where it fits all places. */
async function comeHome(story: CronoStory) {
  for (const details of all(story, 'details[open]')) details.removeAttribute('open');
  story.dispatch({type: 'filter', filters: {text: '', categories: [], actors: [], places: []}});
  story.dispatch({type: 'range', range: null});
  story.dispatch({type: 'select', id: null});
  story.dispatch({type: 'unfold', folds: []});
  const list = story.querySelector('crono-list') as HTMLElement;
  // The first press selects the event of an open row, and the second closes it.
  for (const open of all(list, '.item [aria-expanded="true"]'))
    for (const _ of [1, 2]) open.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  story.dispatch({type: 'select', id: null});
  for (const tag of ['crono-map', 'crono-timeline'] as const) {
    const box = one<SVGElement>(story.querySelector(tag) as HTMLElement, '[role="listbox"]');
    for (const name of ['Escape', 'Escape'])
      box.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, composed: true}));
  }
  await rest();
  const buttons = all(story.querySelector('crono-map') as HTMLElement, '.controls button');
  buttons.at(-1)?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  await rest();
  await settled(story);
  await frame();
}

test('a page that is used for long is no larger than one that was used for a while', async () => {
  await send('Performance.enable');
  const tags = ['crono-filter', 'crono-timeline', 'crono-map', 'crono-card', 'crono-list'];
  const story = await mount(tags, releases, {permalink: '', width: '900px'});
  const random = seeded(16);
  const use = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const actions = actionsOf(story, random);
      actions[Math.floor(random() * actions.length)]?.();
      await frame();
    }
    if (location.hash) await back();
    await comeHome(story);
  };
  await use(WARM);
  const before = await measure();
  await use(MORE);
  const after = await measure();
  const grown = [...after.nodes].filter(([place, count]) => count > (before.nodes.get(place) ?? 0) + 2);
  expect(grown.map(([place, count]) => `${place}: ${before.nodes.get(place) ?? 0}, then ${count}`)).toEqual(
    [],
  );
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 20);
  expect(after.heap - before.heap).toBeLessThan(HEAP);
}, 300_000);
