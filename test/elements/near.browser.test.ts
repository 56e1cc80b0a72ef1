import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {userEvent} from 'vitest/browser';
import {all, frame, mount, one, reset, shipped, words} from './helpers.js';

/* The list and the sources are fetched when a reader may come to them: they stand far below what is seen first. */

const releases = await shipped('caracas-releases');
const LAZY = ['crono-list', 'crono-sources'];
const FAR = '3000px';

beforeEach(async () => {
  reset();
  // Going back to the top is a scroll, of which the page hears in the next frame.
  await frame();
});
afterEach(() => {
  history.replaceState(null, '', location.pathname + location.search);
  reset();
});

/** A story whose list and sources are out of reach. */
async function farAway() {
  document.body.style.paddingBlockStart = FAR;
  const story = await mount(LAZY, releases);
  const views = LAZY.map((tag) => story.querySelector(tag) ?? expect.fail(`no ${tag}`));
  return views as HTMLElement[];
}

const isDrawn = (view: HTMLElement) => all(view, '[part~=item], [part~=source]').length > 0;
const drawn = async (views: readonly HTMLElement[]) =>
  expect.poll(() => views.map(isDrawn)).toEqual(views.map(() => true));

test('until then each keeps its room, and says to screen readers what is coming', async () => {
  const views = await farAway();
  expect(views.map(isDrawn)).toEqual([false, false]);
  expect(views.map((view) => words(one(view, 'slot p')))).toEqual([
    'List of events. Loading the story…',
    'Sources. Loading the story…',
  ]);
  for (const view of views) expect(view.offsetHeight).toBeGreaterThan(300);
});

describe('they come', () => {
  test('when the page is scrolled towards them', async () => {
    const views = await farAway();
    scrollTo(0, 10);
    await drawn(views);
  });

  test('at the first key, as of a search in the page', async () => {
    const views = await farAway();
    await userEvent.keyboard('{Control}');
    await drawn(views);
  });

  test('when the focus goes to something else', async () => {
    const button = document.createElement('button');
    const views = await farAway();
    document.body.prepend(button);
    button.focus();
    await drawn(views);
  });

  test.each(['beforeprint', 'pointermove'])('at %s', async (type) => {
    const views = await farAway();
    dispatchEvent(new Event(type));
    await drawn(views);
  });

  test('of an address that leads to a source the sources alone, which shows it', async () => {
    const {id} = (releases.sources as {id: string}[])[0] ?? expect.fail('no source');
    history.replaceState(null, '', `#source-${id}`);
    const [list, sources] = await farAway();
    await drawn([sources as HTMLElement]);
    await frame();
    expect(sources?.shadowRoot?.activeElement?.id).toBe(`source-${id}`);
    expect(list).toBeDefined();
  });

  test('and not by what nobody did: removed and put back they still wait', async () => {
    const views = await farAway();
    const [list] = views;
    const {parentElement} = list as HTMLElement;
    list?.remove();
    parentElement?.append(list as HTMLElement);
    await frame();
    expect(views.map(isDrawn)).toEqual([false, false]);
    scrollTo(0, 10);
    await drawn(views);
  });
});
