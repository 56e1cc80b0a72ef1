import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Hold} from '../../src/elements/hold/hold.js';
import {frame, reset} from './helpers.js';

/** A page with something above a view and enough below it to scroll. */
function page() {
  const box = (height: string) => {
    const made = document.createElement('div');
    made.style.height = height;
    document.body.append(made);
    return made;
  };
  const [above, view] = [box('300px'), box('200px')];
  box('5000px');
  scrollTo(0, 250);
  return {above, view, top: () => view.getBoundingClientRect().top};
}

/** Lets what has changed be drawn, and what answers it too. */
async function drawn() {
  await frame();
  await frame();
}

beforeEach(() => {
  // Browsers may hold the page themselves.
  document.documentElement.style.overflowAnchor = 'none';
});
afterEach(reset);

test('a view stays where it is on the screen while what is above it grows and shrinks', async () => {
  const {above, view, top} = page();
  const before = top();
  const hold = new Hold(view);
  hold.start(before);
  for (const height of [700, 100, 400]) {
    above.style.height = `${height}px`;
    await frame();
    await frame();
    expect([height, Math.round(top())]).toEqual([height, Math.round(before)]);
  }
  hold.stop();
});

describe.each(['zoom: 1.5', 'zoom: 0.7', 'transform: scale(0.5); transform-origin: 0 0'])(
  'under %s',
  (style) => {
    /** A view with something above it, in a box that is zoomed or scaled. */
    function scaledPage(isScroller: boolean) {
      const {above, view, top} = page();
      const box = document.createElement('div');
      box.style.cssText = `${style}; ${isScroller ? 'height: 400px; overflow-y: scroll' : ''}`;
      box.append(...document.body.children);
      document.body.append(box);
      const scroll = (y: number) => (isScroller ? box.scrollTo(0, y) : window.scrollTo(0, y));
      if (isScroller) window.scrollTo(0, 0);
      return {above, view, top, scroll};
    }

    test.each([
      ['the page', false],
      ['a box', true],
    ])('a view stays where it is in %s that scrolls', async (_, isScroller) => {
      const {above, view, top, scroll} = scaledPage(isScroller);
      scroll(150);
      const before = top();
      const hold = new Hold(view);
      hold.start(before);
      // The last is less than can be made up for by scrolling: room is made.
      for (const height of [700, 250, 60]) {
        above.style.height = `${height}px`;
        await drawn();
        expect([height, Math.abs(top() - before) <= 1]).toEqual([height, true]);
      }
      hold.stop();
    });
  },
);

test('a view that is taken out or hidden meanwhile moves nothing', async () => {
  for (const put of ['remove', 'hide'] as const) {
    const {view, top} = page();
    new Hold(view).start(top());
    if (put === 'remove') view.remove();
    else view.style.display = 'none';
    const at = scrollY;
    await frame();
    await frame();
    expect([put, scrollY]).toEqual([put, at]);
    document.body.replaceChildren();
  }
});

describe('at the end of the page', () => {
  /** The page stands 40 px before its end, under which 300 px become 50. */
  async function shorter() {
    const {above, view, top} = page();
    const below = view.nextElementSibling as HTMLElement;
    above.style.height = '2000px';
    below.style.height = '300px';
    const end = () => document.documentElement.scrollHeight - innerHeight;
    scrollTo(0, end() - 40);
    const [before, at] = [top(), scrollY];
    new Hold(view).start(before);
    below.style.height = '50px';
    await drawn();
    return {before, at, top, end};
  }

  test('a view stays where it is while what is below it shrinks', async () => {
    const {before, at, top} = await shorter();
    expect([top(), scrollY]).toEqual([before, at]);
  });

  test('the room for that goes as the reader scrolls back, and nothing moves then', async () => {
    const {before, top, end} = await shorter();
    const long = end();
    dispatchEvent(new WheelEvent('wheel'));
    scrollBy(0, -100);
    await drawn();
    expect([end(), top()]).toEqual([long - 100, before + 100]);
    scrollBy(0, -400);
    await drawn();
    expect([document.documentElement.childElementCount, top()]).toEqual([2, before + 500]);
  });

  test('there is no such room on paper, nor in a window of another size', async () => {
    for (const type of ['beforeprint', 'resize']) {
      await shorter();
      expect([type, document.documentElement.childElementCount]).toEqual([type, 3]);
      dispatchEvent(new Event(type));
      expect([type, document.documentElement.childElementCount]).toEqual([type, 2]);
      document.body.replaceChildren();
    }
  });
});

describe('at the top of the page', () => {
  async function shorter() {
    const made = page();
    scrollTo(0, 100);
    const before = made.top();
    new Hold(made.view).start(before);
    made.above.style.height = '50px';
    await drawn();
    expect(made.view.style.marginTop).toBe('150px');
    return {...made, before};
  }

  test('a view stays where it is while what is above it shrinks by more than the page can be scrolled', async () => {
    const {before, top} = await shorter();
    expect([top(), scrollY]).toEqual([before, 0]);
  });

  test('what grows above it again takes the room first', async () => {
    const {above, before, top, view} = await shorter();
    above.style.height = '400px';
    await drawn();
    expect([top(), scrollY, view.style.marginTop]).toEqual([before, 200, '']);
  });

  test('the room goes once the view is off the screen, and nothing moves then', async () => {
    const {view} = await shorter();
    const below = view.nextElementSibling as HTMLElement;
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo(0, 30);
    await drawn();
    expect(view.style.marginTop).toBe('150px');
    scrollTo(0, 1500);
    const at = below.getBoundingClientRect().top;
    await drawn();
    expect([view.style.marginTop, below.getBoundingClientRect().top]).toEqual(['', at]);
  });
});

describe('what scrolls', () => {
  test('is the box that it stands in', async () => {
    const {above, view} = page();
    const box = document.createElement('div');
    box.style.cssText = 'height: 400px; overflow: auto';
    box.append(...document.body.children);
    document.body.append(box);
    box.scrollTop = 250;
    const {top} = view.getBoundingClientRect();
    new Hold(view).start(top);
    above.style.height = '700px';
    await drawn();
    expect([view.getBoundingClientRect().top, box.scrollTop, scrollY]).toEqual([top, 650, 0]);
  });

  test('and that box stays where it is, too', async () => {
    const {above, view} = page();
    const box = document.createElement('div');
    box.style.cssText = 'height: 150px; overflow: auto';
    view.before(box);
    const before = document.createElement('div');
    before.style.height = '90px';
    box.append(before, view);
    box.scrollTop = 120;
    const tops = () => [box, view].map((each) => each.getBoundingClientRect().top);
    const [boxTop, viewTop = 0] = tops();
    new Hold(view).start(viewTop);
    above.style.height = '500px';
    await drawn();
    expect([...tops(), box.scrollTop, scrollY]).toEqual([boxTop, viewTop, 120, 450]);
    above.style.height = '350px';
    before.style.height = '70px';
    await drawn();
    expect([...tops(), box.scrollTop, scrollY]).toEqual([boxTop, viewTop, 100, 300]);
  });

  test('is not the page below a dialog, nor one that is locked', async () => {
    for (const lock of ['dialog', 'locked'] as const) {
      const {above, view} = page();
      if (lock === 'locked') document.body.style.overflow = 'hidden';
      else {
        const dialog = document.createElement('div');
        dialog.style.cssText = 'position: fixed; inset: 0';
        dialog.append(above, view);
        document.body.append(dialog);
      }
      const at = scrollY;
      new Hold(view).start(view.getBoundingClientRect().top);
      above.style.height = '500px';
      await drawn();
      expect([lock, scrollY, document.documentElement.childElementCount]).toEqual([lock, at, 2]);
      reset();
    }
  });
});

test('what the reader does ends it', async () => {
  const {above, view, top} = page();
  const before = top();
  new Hold(view).start(before);
  dispatchEvent(new WheelEvent('wheel'));
  above.style.height = '500px';
  await frame();
  await frame();
  expect(top()).toBe(before + 200);
});

test('and so does a page that scrolls elsewhere by itself', async () => {
  const {above, view, top} = page();
  new Hold(view).start(top());
  above.style.height = '500px';
  await drawn();
  expect(scrollY).toBe(450);
  scrollTo(0, 1000);
  await drawn();
  above.style.height = '700px';
  await drawn();
  expect(scrollY).toBe(1000);
});
