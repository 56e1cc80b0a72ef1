/** Whatever a reader does, and however long, the page grows no further: nodes with comments, listeners, memory. */
import {afterEach, expect, test} from 'vitest';
import {cdp} from 'vitest/browser';
import type {CronoStory} from '../../src/elements/story/story.js';
import {seeded} from '../world/seeded.js';
import {all, frame, mount, one, reset, resetAddress, settled, shipped} from './helpers.js';

/** Interactions before the page is counted, and after: `npm run fuzz` makes 3,000. */
const WARM = 300;
const env = (import.meta as {env?: Record<string, string>}).env;
const MORE = Number(env?.VITE_SOAK ?? 300);
const SEED = Number(env?.VITE_SEED ?? 16);
/** What may come to be remembered in all, as widths of texts and parts of the basemap: in bytes. */
const HEAP = 3_000_000;
/** Detached nodes that are not collected yet, and listeners of what is still on its way. */
const NODES = 100;
const LISTENERS = 20;
/** For what was missed by chance to be come to, in milliseconds. */
const PATIENCE = 120_000;
/** What is fetched for a page that is used, late or by a gesture: counted only when all of it is there. */
const PARTS = [
  'map/approach',
  'map/flight',
  'map/locator',
  'map/leaflet',
  'map/map-gatherings',
  'map/map-keys',
  'map/vicinity',
  'call-out/call-out',
  'card/event',
  'card/introduction',
  'chart/chart-view',
  'claims/claims-panel',
  'base/fold-transition',
  'filter/filter-panel',
  'hold/hold',
  'list/list-panel',
  'range/range-panel',
  'story/permalinks',
  'timeline/moving',
];

const releases = await shipped('caracas-releases');

afterEach(async () => {
  reset();
  await resetAddress();
});

const nextFrame = () => new Promise(requestAnimationFrame);

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
  // What is kept for a frame, as callbacks of observers, is let go of by the second.
  for (let i = 0; i < 2; i++) {
    await send('HeapProfiler.collectGarbage');
    await frame();
  }
  const {metrics} = await send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    listeners: metric('JSEventListeners'),
    heap: metric('JSHeapUsedSize'),
    /** Also those that are in no page, and kept. */
    allNodes: metric('Nodes'),
    nodes: countNodes(),
  };
}

const missingParts = () => {
  const names = performance.getEntriesByType('resource').map(({name}) => name);
  return PARTS.filter((part) => !names.some((name) => name.includes(`/${part}.ts`)));
};

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Escape', '+', '-'];
const DRAWN = ['crono-timeline', 'crono-map', 'crono-chart'];
const drawingOf = (story: CronoStory, tag: string) =>
  story.querySelector(tag)?.shadowRoot?.querySelector('[role="listbox"]') ?? null;

/** What a reader does with a story, by chance. */
function gesturesOn(story: CronoStory, random: () => number) {
  const ids = [...story.snapshot.events].map(({id}) => id);
  const any = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const viewOf = (tag: string) => story.querySelector(tag) as HTMLElement;
  const boxOf = (tag: string) => one<SVGElement>(viewOf(tag), '[role="listbox"]');
  const key = (tag: string, name: string) => {
    boxOf(tag).focus();
    boxOf(tag).dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, composed: true}));
  };
  const within = (tag: string) => {
    const {left, top, width, height} = boxOf(tag).getBoundingClientRect();
    return {clientX: left + width * random(), clientY: top + height * random()};
  };
  const wheel = (tag: string, deltaY = any([-90, 90]), at = within(tag)) => {
    const how = {...at, deltaY, ctrlKey: true, bubbles: true, composed: true, cancelable: true};
    boxOf(tag).dispatchEvent(new WheelEvent('wheel', how));
  };
  const point = (tag: string, type: string, at: object, buttons: number) => {
    const how = {pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, composed: true};
    boxOf(tag).dispatchEvent(new PointerEvent(type, {...how, ...at, buttons, cancelable: true}));
  };
  const drag = (tag: string) => {
    point(tag, 'pointerdown', within(tag), 1);
    for (let i = 0; i < 3; i++) point(tag, 'pointermove', within(tag), 1);
    point(tag, 'pointerup', within(tag), 0);
  };
  const press = (tag: string, selector: string) => {
    const buttons = all(viewOf(tag), selector);
    if (buttons.length > 0)
      any(buttons).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  };
  const enter = (tag: string) => {
    viewOf(tag).dispatchEvent(new PointerEvent('pointerenter'));
    for (const within of all(viewOf(tag), '[part~="mark"], .place, .folds'))
      within.dispatchEvent(new PointerEvent('pointerenter', {bubbles: true, composed: true}));
    point(tag, 'pointermove', within(tag), 0);
  };
  return {
    key,
    wheel,
    press,
    enter,
    some: [
      () => story.dispatch({type: 'select', id: any([...ids, null])}),
      () => story.dispatch({type: 'filter', filters: {text: any(['', 'a', 'prison', 'nothing has this'])}}),
      () => {
        const start = Date.UTC(2025, Math.floor(random() * 12), 1);
        story.dispatch({type: 'range', range: any([null, {start, end: start + 9e9 * random() + 1e8}])});
      },
      () => key(any(DRAWN), any(ARROWS)),
      () => wheel(any(['crono-timeline', 'crono-map'])),
      () => drag(any(['crono-timeline', 'crono-map'])),
      () => enter(any(DRAWN)),
      () => press('crono-map', 'button'),
      () => press('crono-timeline', 'button'),
      () => press('crono-list', 'button.title, .title button, summary'),
      () => press('crono-card', 'button, summary'),
      () => press('crono-claims', 'button, summary'),
      () => press('crono-filter', 'input[type="checkbox"], button'),
    ],
  };
}

/** Frames without a change after which nothing is on its way: flights and the settling of a timeline are shorter. */
const STILL = 40;
/** To count thousands of nodes in each of them would take most of the time. */
const EACH = 5;

/** Waits until no node has come or gone, and nothing was fetched, for so many frames. */
async function rest(): Promise<void> {
  let before = '';
  for (let still = 0; still < STILL; still += EACH) {
    for (let i = 0; i < EACH; i++) await frame();
    const now = JSON.stringify([...countNodes(), performance.getEntriesByType('resource').length]);
    if (now !== before) still = 0;
    before = now;
  }
}

/** Opens all that can be opened, once: what it holds is drawn then, and kept. */
async function openAll(story: CronoStory) {
  for (const {id} of [...story.snapshot.events]) {
    story.dispatch({type: 'select', id});
    await settled(story);
    for (const summary of all(
      story.querySelector('crono-card') as HTMLElement,
      'details:not([open]) > summary',
    ))
      summary.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
    await nextFrame();
  }
  story.dispatch({type: 'select', id: null});
  for (const tag of ['crono-list', 'crono-claims'])
    for (const selector of ['.item [aria-expanded="false"]', 'details:not([open]) > summary'])
      for (const each of all(story.querySelector(tag) as HTMLElement, selector)) {
        each.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
        await nextFrame();
      }
  await settled(story);
}

/** As it was at first: nothing selected, everything shown, the map where it fits all places. */
async function comeHome(story: CronoStory) {
  for (const element of story.children)
    for (const details of all(element, 'details[open]')) details.removeAttribute('open');
  story.dispatch({type: 'filter', filters: {text: '', categories: [], actors: [], places: []}});
  story.dispatch({type: 'range', range: null});
  story.dispatch({type: 'select', id: null});
  story.dispatch({type: 'unfold', folds: []});
  story.dispatch({type: 'extent', extent: null});
  const list = story.querySelector('crono-list') as HTMLElement;
  // The first press selects the event of an open row, and the second closes it.
  for (const open of all(list, '.item [aria-expanded="true"]'))
    for (const _ of [1, 2]) open.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  story.dispatch({type: 'select', id: null});
  for (const tag of DRAWN) {
    const view = story.querySelector(tag) as HTMLElement;
    for (const _ of [1, 2])
      one<SVGElement>(view, '[role="listbox"]').dispatchEvent(
        new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}),
      );
    view.dispatchEvent(new PointerEvent('pointerleave'));
  }
  (document.activeElement as HTMLElement | null)?.blur();
  await rest();
  const buttons = all(story.querySelector('crono-map') as HTMLElement, '.controls button');
  buttons.at(-1)?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  await rest();
  await settled(story);
}

test('a page that is used for long is no larger than one that was used for a while', async () => {
  await send('Performance.enable');
  const tags = ['crono-filter', 'crono-range', ...DRAWN, 'crono-card', 'crono-list', 'crono-claims'];
  const story = await mount(tags, releases, {permalink: '', width: '900px'});
  dispatchEvent(new Event('crono-arrive'));
  story.querySelector('crono-map')?.scrollIntoView();
  const random = seeded(SEED);
  await expect.poll(() => DRAWN.filter((tag) => !drawingOf(story, tag))).toEqual([]);
  const act = gesturesOn(story, random);
  const ids = [...story.snapshot.events].map(({id}) => id);
  const use = async (times: number) => {
    for (let i = 0; i < times; i++) {
      act.some[Math.floor(random() * act.some.length)]?.();
      await nextFrame();
    }
  };
  await use(WARM);
  // Whatever chance left out: near enough that few names say where the map is, and away from all that happened.
  const deadline = performance.now() + PATIENCE;
  for (let turn = 0; missingParts().length > 0 && performance.now() < deadline; turn++) {
    for (const tag of DRAWN) act.enter(tag);
    act.wheel('crono-map', -90);
    await use(5);
    // Only from where it rests does the map fly to what is selected.
    await rest();
    story.dispatch({type: 'select', id: ids[turn % ids.length] ?? null});
    await nextFrame();
  }
  expect(missingParts()).toEqual([]);
  await openAll(story);
  await comeHome(story);
  const before = await measure();
  const fetched = performance.getEntriesByType('resource').length;
  await use(MORE);
  await comeHome(story);
  const after = await measure();
  const late = performance
    .getEntriesByType('resource')
    .slice(fetched)
    .map(({name}) => name);
  expect(late.filter((name) => /\.[cm]?[jt]s\b/.test(name))).toEqual([]);
  const grown = [...after.nodes].filter(([place, count]) => count > (before.nodes.get(place) ?? 0) + 2);
  expect(grown.map(([place, count]) => `${place}: ${before.nodes.get(place) ?? 0}, then ${count}`)).toEqual(
    [],
  );
  const figures = ['allNodes', 'listeners', 'heap'] as const;
  const growth = Object.fromEntries(figures.map((name) => [name, after[name] - before[name]]));
  console.info(
    `after ${MORE} more interactions: ${JSON.stringify({before: {...before, nodes: undefined}, growth})}`,
  );
  expect(growth.allNodes).toBeLessThanOrEqual(NODES);
  expect(growth.listeners).toBeLessThanOrEqual(LISTENERS);
  expect(growth.heap).toBeLessThan(HEAP);
}, 1_800_000);
