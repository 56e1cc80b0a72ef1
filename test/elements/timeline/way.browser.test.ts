/** A step leads the timeline to its range on a way that is seen, as long as that of the map. */
import {afterEach, expect, test, vi} from 'vitest';
import {cdp} from 'vitest/browser';
import {viewOfStep} from '../../../src/core/store/index.js';
import {all, mount, one, pause, reset, settled, waitFor} from '../helpers.js';

const own = Object.getOwnPropertyDescriptor(window, 'performance') as PropertyDescriptor;

afterEach(() => {
  vi.useRealTimers();
  // The timers put it back as a value, not as what the browser has.
  Object.defineProperty(window, 'performance', own);
  reset();
});

/** From one frame to the next of the clock that stands still in between, in milliseconds. */
const FRAME = 16;

const months = {
  cronomapa: 1,
  language: 'en',
  events: Array.from({length: 12}, (_, i) => ({
    id: `m${i + 1}`,
    date: `2024-${String(i + 1).padStart(2, '0')}-15`,
    title: `Month ${i + 1}`,
  })),
};

/** A timeline that has been moved once, with which what moves it is fetched; then the clock stands still. */
async function draw(data: object = months) {
  const story = await mount(['crono-timeline'], data, {width: '960px'});
  const timeline = story.querySelector('crono-timeline') as Element;
  const drawn = () => all(timeline, '[part~="mark"], [part~="bar"]');
  await waitFor(() => expect(drawn()).not.toHaveLength(0));
  story.dispatch({type: 'range', range: {start: Date.UTC(2024, 0), end: Date.UTC(2024, 11)}});
  if (data === months) await waitFor(() => expect(drawn()).toHaveLength(11));
  await pause(800);
  vi.useFakeTimers({
    toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
  });
  const later = async (ms: number) => {
    vi.advanceTimersByTime(ms);
    await settled(story);
  };
  return {
    story,
    timeline,
    later,
    lead: async (id: string, range: string) => {
      story.dispatch({type: 'step', view: viewOfStep({id, range}, story.snapshot.dataset)});
      await settled(story);
    },
    /** Where the mark of June is in each frame of a time, each once. */
    positions: async (forMs: number) => {
      const seen = new Set<number>();
      for (let ms = 0; ms < forMs; ms += FRAME) {
        await later(FRAME);
        seen.add(one(timeline, '[data-id=m6]').getBoundingClientRect().x);
      }
      return [...seen];
    },
  };
}

test('it goes there gradually, within 600 ms, and what is asked is true at once', async () => {
  const {story, lead, positions} = await draw();
  const [before = 0] = await positions(20);
  await lead('a', '2024-06/2024-12');
  expect(story.snapshot.range?.start).toBe(Date.UTC(2024, 5));
  const way = await positions(600);
  expect(way.length).toBeGreaterThan(15);
  expect(way).toEqual([...way].sort((a, b) => b - a));
  // It begins in the frame after that in which the other views show the step.
  expect(way[0]).toBe(before);
  expect(way[1]).toBeLessThan(before);
  expect(await positions(1000)).toEqual([way.at(-1)]);
});

test('another step, or the reader, takes over where it is', async () => {
  const {story, lead, positions} = await draw();
  await lead('a', '2024-06/2024-12');
  const there = (await positions(200)).at(-1) ?? 0;
  await lead('b', '2024-02/2024-10');
  const [next = 0] = await positions(20);
  expect(Math.abs(next - there)).toBeLessThan(5);
  await positions(200);
  story.dispatch({type: 'range', range: {start: Date.UTC(2024, 4), end: Date.UTC(2024, 7)}});
  await settled(story);
  expect(await positions(300)).toHaveLength(1);
});

test('it is there at once for who asks for less motion', async () => {
  const {lead, positions} = await draw();
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{name: 'prefers-reduced-motion', value: 'reduce'}],
  });
  try {
    await lead('a', '2024-06/2024-12');
    expect(await positions(300)).toHaveLength(1);
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', {features: []});
  }
});

test('many events are a sketch without texts from its first frame to its end', async () => {
  const many = {
    ...months,
    events: Array.from({length: 3000}, (_, i) => ({
      id: `m${i + 1}`,
      date: new Date(Date.UTC(2024, 0) + i * 10_000_000).toISOString().slice(0, 10),
      title: `Event ${i + 1}`,
    })),
  };
  const {timeline, lead, later} = await draw(many);
  const texts = () => all(timeline, '.bar text, [part~="label"]').length;
  expect(texts()).toBeGreaterThan(0);
  await lead('a', '2024-06/2024-08');
  for (let i = 0; i < 10; i++) {
    await later(FRAME);
    expect(texts(), `frame ${i}`).toBe(0);
  }
  await later(2000);
  expect(texts()).toBeGreaterThan(0);
});
