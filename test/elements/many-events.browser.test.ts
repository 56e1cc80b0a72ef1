import {afterEach, expect, test, vi} from 'vitest';
import {viewOfStep} from '../../src/core/store/index.js';
import {StoryView} from '../../src/elements/base/index.js';
import {CronoStory} from '../../src/elements/index.js';
import {reset, waitFor} from './helpers.js';

CronoStory.define();

afterEach(() => {
  vi.restoreAllMocks();
  reset();
});

/** How many views are drawn at once, task by task, when these events have come. */
async function drawnAtOnce(count: number): Promise<readonly number[]> {
  const story = document.createElement('crono-story');
  story.innerHTML =
    '<crono-range></crono-range><crono-filter></crono-filter><crono-card></crono-card><crono-sources></crono-sources>';
  document.body.append(story);
  await story.updateComplete;
  const drawn = new Set<unknown>();
  const update = vi.spyOn(StoryView.prototype as unknown as {performUpdate: () => void}, 'performUpdate');
  const look = () => {
    for (const view of update.mock.contexts)
      if ((view as unknown as {snapshot?: unknown}).snapshot) drawn.add(view);
    return drawn.size;
  };
  const tasks: (() => void)[] = [];
  const later = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) =>
    ms ? later(run, ms) : tasks.push(run)) as typeof setTimeout);
  const events = Array.from({length: count}, (_, i) => ({id: `e${i}`, date: '2024', title: `Event ${i}`}));
  story.data = {cronomapa: 1, title: 'Many', events};
  await waitFor(() => expect(story.snapshot.status).toBe('ready'));
  const steps: number[] = [];
  for (let seen = 0; ; seen = drawn.size) {
    for (let i = 0; i < 50; i++) await Promise.resolve();
    steps.push(look() - seen);
    const task = tasks.shift();
    if (!task) break;
    task();
  }
  return steps.filter(Boolean);
}

test('views draw many events one after the other', async () => {
  expect(await drawnAtOnce(20_001)).toEqual([1, 1, 1, 1]);
});

test('and few at once', async () => {
  expect(await drawnAtOnce(3)).toEqual([4]);
});

test('a step draws anew only what it changes', async () => {
  const story = document.createElement('crono-story');
  story.innerHTML = '<crono-sources></crono-sources><crono-timeline></crono-timeline>';
  document.body.append(story);
  story.data = {
    cronomapa: 1,
    title: 'Few',
    events: [{id: 'e', date: '2024', title: 'Event', sources: ['s']}],
    sources: [{id: 's', title: 'Invented', publisher: 'Nobody', url: 'https://example.org/'}],
  };
  const drawnIn = (tag: string, what: string) =>
    story.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(what);
  await waitFor(() => expect(drawnIn('crono-sources', 'li')?.textContent).toContain('Invented'));
  await waitFor(() => expect(drawnIn('crono-timeline', '[part~="mark"]')?.dataset.id).toBe('e'));
  const update = vi.spyOn(StoryView.prototype as unknown as {performUpdate: () => void}, 'performUpdate');
  const drawn = () => update.mock.contexts.map((view) => (view as Element).localName);
  story.dispatch({type: 'step', view: viewOfStep({id: 'a'}, story.snapshot.dataset)});
  await waitFor(() => expect(drawn()).toContain('crono-timeline'));
  expect(drawn().filter((name) => name !== 'crono-timeline')).toEqual([]);
});
