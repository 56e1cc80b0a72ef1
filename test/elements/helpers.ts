/** Helpers shared by the browser tests of elements. */
import {onTestFinished, vi} from 'vitest';
import {cdp, page} from 'vitest/browser';
import {CronoMap} from '../../src/elements/map/map.js';
import {CronoStory} from '../../src/elements/story/story.js';
import {countOnTheirWay} from '../fetching.js';
import {waitFor} from '../wait-for.js';

export {waitFor};

CronoStory.define();
// Lit's test needs the rendered container, so this can only render in a second update.
CronoMap.disableWarning?.('change-in-update');

export const RELEASE = 'release-2025-12-25';
export const MOTHERS = 'Committee of Mothers in Defense of the Truth';

/** The URL of a shipped dataset. */
export const addressOf = (name: string) => new URL(`../../data/${name}.json`, import.meta.url).href;
export const shipped = async (name: string): Promise<Record<string, unknown>> =>
  (await fetch(addressOf(name))).json();

export function reset(): void {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  document.documentElement.lang = 'en';
  scrollTo(0, 0);
}

export const words = (node: Element | null | undefined) =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const rootOf = (element: Element): ShadowRoot => {
  if (!element.shadowRoot) throw new Error(`${element.localName} is not drawn`);
  return element.shadowRoot;
};
export const one = <T extends Element = HTMLElement>(within: Element | ShadowRoot, selector: string): T => {
  const found = (within instanceof Element ? rootOf(within) : within).querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
export const all = (within: Element, selector: string) => [
  ...rootOf(within).querySelectorAll<HTMLElement | SVGElement>(selector),
];
export const button = (name: string) => page.getByRole('button', {name, exact: true});

/** Waits until every element of the story has rendered, in the default layout or among its children. */
export async function settled(story: CronoStory): Promise<void> {
  await Promise.resolve();
  await story.updateComplete;
  const inside = [...rootOf(story).querySelectorAll('*'), ...story.querySelectorAll('*')];
  for (const element of inside) {
    if ('updateComplete' in element) await element.updateComplete;
  }
}

/** Creates a story with the named elements as children; without any it uses the default layout. */
export async function mount(
  tags: readonly string[],
  data: unknown,
  {width, ...attributes}: Readonly<Record<string, string>> = {},
): Promise<CronoStory> {
  const story = document.createElement('crono-story');
  for (const [name, value] of Object.entries(attributes)) story.setAttribute(name, value);
  for (const tag of tags) story.append(document.createElement(tag));
  const box = document.createElement('div');
  if (width) box.style.width = width;
  story.data = data;
  box.append(story);
  document.body.append(box);
  await story.ready;
  // A slotted element has no size until the story renders its slot, and measures itself in the next frame.
  await frame();
  await frame();
  await settled(story);
  return story;
}

export async function dispatch(story: CronoStory, action: Parameters<CronoStory['dispatch']>[0]) {
  story.dispatch(action);
  await settled(story);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Position of the test iframe in the window, which the protocol's pointer coordinates refer to. */
const offset = () => window.frameElement?.getBoundingClientRect() ?? new DOMRect();

export async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased' | 'mouseWheel',
  {x, y}: Point,
  more: {readonly deltaY?: number; readonly modifiers?: number; readonly buttons?: number} = {},
) {
  const {left, top} = offset();
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    x: left + x,
    y: top + y,
    button: type === 'mouseWheel' || more.buttons === 0 ? 'none' : 'left',
    buttons: type === 'mousePressed' || type === 'mouseMoved' ? 1 : 0,
    clickCount: type === 'mousePressed' || type === 'mouseReleased' ? 1 : 0,
    ...(type === 'mouseWheel' && {deltaX: 0, deltaY: 0}),
    ...more,
  });
}

export async function click(at: Point) {
  await mouse('mousePressed', at);
  await mouse('mouseReleased', at);
}

export async function drag(from: Point, to: Point) {
  await mouse('mousePressed', from);
  await mouse('mouseMoved', {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2});
  await mouse('mouseMoved', to);
  await hold();
  await mouse('mouseReleased', to);
}

/** Rests a pressed pointer for so long that its release is no flick. */
export async function hold() {
  for (let i = 0; i < 4; i++) await frame();
}

export async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]) {
  const {left, top} = offset();
  await cdp().send('Input.dispatchTouchEvent', {
    type,
    touchPoints: points.map(({x, y}, id) => ({x: left + x, y: top + y, id})),
  });
}

/** A tap of a finger, at a time as its event tells it, in milliseconds since 1970, however slow the machine is. */
export async function tapAt(time: number, {x, y}: Point) {
  const {left, top} = offset();
  const touched = (type: 'touchStart' | 'touchEnd', ms: number, touchPoints: readonly Point[]) =>
    cdp().send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [...touchPoints],
      timestamp: (time + ms) / 1000,
    });
  await touched('touchStart', 0, [{x: left + x, y: top + y}]);
  await touched('touchEnd', 20, []);
  await frame();
}

/** The centre of an element, in page coordinates. */
export const middle = (element: Element): Point => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
};

export const frame = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/**
 * Waits until elements have all that they draw: no file and no part is on its way, the browser was idle, and then nothing
 * of them has changed.
 */
export async function quiet(...elements: readonly (Element & {updateComplete?: Promise<unknown>})[]) {
  const drawn = () => elements.map((element) => rootOf(element).innerHTML);
  let before: readonly string[] = [];
  await waitFor(async () => {
    await Promise.all(elements.map((element) => element.updateComplete));
    await new Promise((done) => requestIdleCallback(done));
    await frame();
    const earlier = before;
    before = drawn();
    const onTheirWay = countOnTheirWay();
    if (onTheirWay > 0) throw new Error(`${onTheirWay} files are on their way`);
    if (before.join() !== earlier.join()) throw new Error('it is still drawing');
  });
}

/**
 * Fake timers: every `setTimeout` runs when the test says so, so that debounces do not depend on the machine's speed.
 */
export const holdTimers = () => vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
export const releaseTimers = () => vi.useRealTimers();

/** Runs pending debounces and waits for rendering. Needs fake timers. */
export async function comeToRest(): Promise<void> {
  await frame();
  // Rendering may start further debounces.
  for (let i = 0; i < 2; i++) {
    vi.advanceTimersByTime(500);
    await frame();
  }
}

/** What puts back how a target is listened to, where it may have inherited it. */
export function keepListening(target: Document | Window): () => void {
  const names = ['addEventListener', 'removeEventListener'] as const;
  const own = names.map((name) => Object.getOwnPropertyDescriptor(target, name));
  return () => {
    for (const [i, name] of names.entries())
      if (own[i]) Object.defineProperty(target, name, own[i]);
      else Reflect.deleteProperty(target, name);
  };
}

/** Counts listeners on document and window, and observers, until `stop`. */
export function watchLeaks() {
  const alive = new Set<string>();
  const seen = new Map<unknown, number>();
  let added = 0;
  const number = (thing: unknown) => {
    if (!seen.has(thing)) seen.set(thing, seen.size);
    return seen.get(thing);
  };
  const undo: (() => void)[] = [];
  for (const target of [document, window]) {
    const {addEventListener, removeEventListener} = target;
    const putBack = keepListening(target);
    const keyOf = (type: string, listener: unknown, options: unknown) => {
      const capture =
        typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
      return `${target === document ? 'document' : 'window'} ${type} ${number(listener)} ${Boolean(capture)}`;
    };
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      const key = keyOf(type, listener, options);
      alive.add(key);
      added++;
      const {signal} = typeof options === 'object' ? options : {};
      signal?.addEventListener('abort', () => alive.delete(key));
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      alive.delete(keyOf(type, listener, options));
      removeEventListener.call(target, type, listener, options);
    };
    undo.push(putBack);
  }
  for (const {prototype} of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const {observe, disconnect} = prototype as ResizeObserver;
    prototype.observe = function (this: ResizeObserver, ...args: unknown[]) {
      alive.add(`${this.constructor.name} ${number(this)}`);
      added++;
      Reflect.apply(observe, this, args);
    };
    prototype.disconnect = function (this: ResizeObserver) {
      alive.delete(`${this.constructor.name} ${number(this)}`);
      disconnect.call(this);
    };
    undo.push(() => Object.assign(prototype, {observe, disconnect}));
  }
  return {
    alive: () => [...alive],
    stop() {
      for (const each of undo) each();
      return {added, alive: [...alive]};
    },
  };
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Longer than the debounce of the permalink. */
export const rest = () => pause(450);

/** The page's URL without the fragment, and the fragment. */
export const address = location.pathname + location.search;
export const hash = () => location.hash.slice(1);

/** Restores the URL. Pending writes can only come from removed stories. */
export async function resetAddress(): Promise<void> {
  await Promise.resolve();
  history.replaceState(null, '', address);
}

/**
 * Counts the entries that the history gets from now on, until the test ends. Its length says no more once it is 50, to
 * which all tests of a window add.
 */
export function countEntries(): () => number {
  const {navigation} = globalThis as unknown as {navigation: EventTarget};
  const ended = new AbortController();
  let count = 0;
  const onNavigate = (event: Event) => {
    if ((event as Event & {navigationType: string}).navigationType === 'push') count++;
  };
  navigation.addEventListener('navigate', onNavigate, {signal: ended.signal});
  onTestFinished(() => ended.abort());
  return () => count;
}

/** Runs a navigation, and resolves after its events have been handled. */
const heard = (type: string, act: () => void) =>
  new Promise((done) => {
    addEventListener(type, () => setTimeout(done), {once: true});
    act();
  });
export const back = () => heard('popstate', () => history.back());
export const goToAnchor = (to: string) =>
  heard('hashchange', () => {
    location.hash = to;
  });

/** Ids of a story's events, in time order. */
export const idsOf = (story: CronoStory) => [...story.snapshot.events].map(({id}) => id);
