import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Action, Snapshot} from '../../../src/core/store/index.js';
import {CronoConnectEvent, CronoRequestEvent, StoryView} from '../../../src/elements/base/index.js';
import type {CronoStory} from '../../../src/elements/story/story.js';
import {mount, RELEASE, reset, settled, shipped} from '../helpers.js';

/* Requests to a story: dispatched to all listeners, and executed once or not at all. */

class CronoAsker extends StoryView {
  static override readonly tag = 'crono-asker';
  protected override watch() {
    return [];
  }
  protected override renderStory() {
    return undefined;
  }
  ask(action: Action): void {
    this.store.request(action);
  }
}
CronoAsker.define();

const data = await shipped('caracas-releases');
const SELECT: Action = {type: 'select', id: RELEASE};
afterEach(reset);

/** Every snapshot that a story has from now on. */
function watch(story: CronoStory): readonly Snapshot[] {
  const seen: Snapshot[] = [];
  story.dispatchEvent(
    new CronoConnectEvent(null, ({store}) => store.subscribe(() => seen.push(store.snapshot))),
  );
  return seen;
}

const within = (parent: Element, tag: string): HTMLElement => {
  const child = document.createElement(tag);
  parent.append(child);
  return child;
};

/** A requesting element: `inside` its story, or outside by `for`, with a wrapper for listeners around each. */
interface Scene {
  readonly story: CronoStory;
  readonly asker: CronoAsker;
  readonly aroundStory: HTMLElement;
  readonly aroundAsker: HTMLElement;
}

async function inside(): Promise<Scene> {
  const story = await mount(['div'], data, {id: 'told'});
  const around = story.querySelector('div') as HTMLElement;
  const asker = within(around, 'crono-asker') as CronoAsker;
  await asker.updateComplete;
  return {story, asker, aroundStory: story.parentElement as HTMLElement, aroundAsker: around};
}

async function outside(): Promise<Scene> {
  const story = await mount(['div'], data, {id: 'told'});
  const around = within(document.body, 'aside');
  const root = within(around, 'section').attachShadow({mode: 'open'});
  const asker = document.createElement('crono-asker') as CronoAsker;
  asker.for = 'told';
  root.append(asker);
  await asker.updateComplete;
  return {story, asker, aroundStory: story.parentElement as HTMLElement, aroundAsker: around};
}

describe.each([
  ['an element within its story', inside],
  ['an element elsewhere, in a shadow root', outside],
])('%s', (_, make) => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await make();
  });

  test('is obeyed once, at once', () => {
    const seen = watch(scene.story);
    scene.asker.ask(SELECT);
    expect(seen.map(({selected}) => selected)).toEqual([RELEASE]);
  });

  test.each(['asker', 'aroundAsker', 'story', 'aroundStory', 'body', 'document', 'window'] as const)(
    'a listener on %s hears of it once, and has a veto',
    async (name) => {
      const places = {...scene, body: document.body, document, window};
      const heard: Event[] = [];
      const veto = (event: Event) => {
        heard.push(event);
        event.preventDefault();
      };
      places[name].addEventListener('crono-request', veto);
      try {
        scene.asker.ask(SELECT);
        await settled(scene.story);
        expect(heard.length).toBe(1);
        expect(scene.story.snapshot.selected).toBeNull();
      } finally {
        places[name].removeEventListener('crono-request', veto);
      }
      scene.asker.ask(SELECT);
      expect(scene.story.snapshot.selected).toBe(RELEASE);
    },
  );

  test('of no action it throws, as the store does', () => {
    expect(() => scene.asker.ask({type: 'selct'} as unknown as Action)).toThrow(TypeError);
    expect(scene.story.snapshot.selected).toBeNull();
  });
});

describe('a request that a script dispatches within a story', () => {
  test('is carried out once, after all have had their say', async () => {
    const {story, aroundAsker} = await inside();
    const seen = watch(story);
    const veto = vi.fn((event: Event) => event.preventDefault());
    addEventListener('crono-request', veto);
    aroundAsker.dispatchEvent(new CronoRequestEvent(SELECT));
    await settled(story);
    removeEventListener('crono-request', veto);
    expect(veto).toHaveBeenCalledTimes(1);
    expect(seen).toEqual([]);
    aroundAsker.dispatchEvent(new CronoRequestEvent(SELECT));
    await settled(story);
    expect(seen.map(({selected}) => selected)).toEqual([RELEASE]);
  });

  test('is the affair of the nearest story alone, as is that of an element which names another', async () => {
    const outer = await mount(['div'], data, {id: 'outer'});
    const inner = document.createElement('crono-story');
    inner.id = 'inner';
    inner.data = data;
    const box = within(inner, 'div');
    outer.append(inner);
    await inner.ready;
    box.dispatchEvent(new CronoRequestEvent(SELECT));
    await settled(inner);
    expect([outer.snapshot.selected, inner.snapshot.selected]).toEqual([null, RELEASE]);
    const asker = document.createElement('crono-asker') as CronoAsker;
    asker.for = 'inner';
    outer.append(asker);
    await asker.updateComplete;
    asker.ask({type: 'select', id: null});
    asker.ask({type: 'range', range: {start: 0, end: 1}});
    await settled(outer);
    expect([outer.snapshot.selected, inner.snapshot.selected]).toEqual([null, null]);
    expect([outer.snapshot.range, inner.snapshot.range]).toEqual([null, {start: 0, end: 1}]);
  });

  test('of no action the page is told, and goes on', async () => {
    const {story, aroundAsker} = await inside();
    const report = vi.spyOn(window, 'reportError').mockImplementation(() => {});
    const {snapshot} = story;
    aroundAsker.dispatchEvent(new CronoRequestEvent({type: 'selct'} as unknown as Action));
    aroundAsker.dispatchEvent(new CronoRequestEvent({type: 'range', range: {start: Number.NaN, end: 1}}));
    await settled(story);
    expect(report.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('TypeError: No action has the type "selct", but select, range'),
      expect.stringContaining('TypeError: The action "range" needs "range": {start, end}'),
    ]);
    report.mockRestore();
    expect(story.snapshot).toBe(snapshot);
    aroundAsker.dispatchEvent(new CronoRequestEvent(SELECT));
    await settled(story);
    expect(story.snapshot.selected).toBe(RELEASE);
  });
});

test('a script that dispatches no action hears why', async () => {
  const story = await mount([], data);
  const {snapshot} = story;
  expect(() => story.dispatch({type: 'selct'} as unknown as Action)).toThrow(/No action .* "selct"/);
  expect(() => story.dispatch({type: 'select'} as unknown as Action)).toThrow(/"select" needs "id"/);
  expect(story.snapshot).toBe(snapshot);
});
