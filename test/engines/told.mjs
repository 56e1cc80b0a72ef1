/**
 * Walks through a told story as its readers do, in any engine: by scroll, by a link and Back, off the way and back, as
 * slides, flat, in Arabic, and in a narrow frame. At each step the story is what the dataset says of the step, the focus
 * stays, and nothing scrolls the page but the reader or a link.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const hold = (isSo, what) => isSo || problems.push(what);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const until = async (check, what) => {
    for (let i = 0; i < 200; i++) {
      if (check()) return true;
      await pause(50);
    }
    problems.push(what);
    return false;
  };

  // Who scrolls the page: the walk does it by what it has kept.
  const scrolled = [];
  const intoView = Element.prototype.scrollIntoView;
  const record = (holder, name) => {
    const own = holder[name];
    holder[name] = function (...args) {
      const isOfPage = this === window || this === document.scrollingElement || name === 'scrollIntoView';
      if (isOfPage) scrolled.push(`${name} of ${this.localName ?? 'the window'}`);
      return own.apply(this, args);
    };
  };
  for (const name of ['scrollTo', 'scrollBy', 'scroll']) {
    record(window, name);
    record(Element.prototype, name);
  }
  record(Element.prototype, 'scrollIntoView');

  const walk = (doc) => {
    const steps = doc.querySelector('crono-steps');
    const story = steps?.closest('crono-story');
    const root = () => steps.shadowRoot;
    const told = () => story.snapshot.dataset.steps;
    const said = (i) => root().querySelectorAll('.step .said')[i];
    /** The step that is told, and not only asked for by a link. */
    const at = () => (story.snapshot.step?.isWanted ? undefined : story.snapshot.step?.id);
    const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);
    /** Whether a place, or the circle that it is merged into, is in the view of the map. */
    const isOnMap = (id) => {
      const map = steps.querySelector('crono-map');
      if (!map?.checkVisibility()) return true;
      const {name} = story.snapshot.dataset.places.find((place) => place.id === id);
      const names = [name].flatMap((each) => (typeof each === 'string' ? each : Object.values(each)));
      const frame = map.shadowRoot.querySelector('.frame')?.getBoundingClientRect();
      const mark =
        map.shadowRoot.querySelector(`.place[data-id="${id}"], .area[data-id="${id}"]`) ??
        [...map.shadowRoot.querySelectorAll('.cluster')].find((cluster) =>
          names.some((each) => cluster.getAttribute('aria-label')?.includes(each)),
        );
      if (!frame || !mark) return false;
      const {left, top, width, height} = mark.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
    };
    /** Whether the story shows what the dataset says of a step. */
    const shows = async (i, how) => {
      const {id, select = null, range, filter, view} = told()[i];
      if (!(await until(() => at() === id, `${how}: ${id} is not told`))) return;
      const {snapshot} = story;
      hold(snapshot.selected === select, `${how}: ${snapshot.selected} is selected at ${id}`);
      const first = range?.split('/')[0].replace(/[^\d-]/g, '');
      const start = snapshot.range && dayOf(snapshot.range.start);
      hold(first ? start?.startsWith(first) : !start, `${how}: the range of ${id} begins at ${start}`);
      const {categories} = snapshot.filters;
      hold(`${categories}` === `${filter?.categories ?? []}`, `${how}: ${categories} are shown at ${id}`);
      const {places = []} = view ?? {};
      if (places.length > 0)
        await until(() => places.some(isOnMap), `${how}: no place of ${id} is on the map`);
    };
    return {steps, root, told, said, shows};
  };

  const story = document.querySelector('crono-story');
  await until(() => story.snapshot?.status === 'ready', 'the story is not ready');
  const {steps, root, told, said, shows} = walk(document);
  await until(() => root()?.querySelector('.told.scroll .said'), 'it is not told by scroll');
  if (problems.length > 0) return problems;
  const last = told().length - 1;

  // By scroll: down, up, and at once to the end. The focus is on a link of the page all the while.
  const link = document.querySelector('main a');
  link.focus({preventScroll: true});
  const hasFocus = (how) => hold(document.activeElement === link, `${how}: the focus is lost`);
  const read = async (i, how) => {
    intoView.call(said(i), {block: 'center', behavior: 'instant'});
    const topOf = () => Math.round(said(i).getBoundingClientRect().top);
    const at = topOf();
    await shows(i, how);
    hold(
      Math.abs(topOf() - at) <= 1,
      `${how}: the text of step ${i} goes from ${at} to ${topOf()} as it is told`,
    );
  };
  for (let i = 0; i <= last; i++) await read(i, 'down');
  for (const i of [last - 2, 1]) await read(i, 'up');
  intoView.call(steps, {block: 'end', behavior: 'instant'});
  await shows(last, 'to the end');
  hasFocus('by scroll');
  hold(scrolled.length === 0, `by scroll: ${scrolled} is called`);
  const status = root().querySelector('[role=status]');
  const name = root().querySelectorAll('.step [part=title]')[last]?.textContent.trim();
  await until(() => status.textContent.includes(name), `${name} is not announced`);

  // By a link, and Back to where the reader rested.
  await until(() => location.hash.includes(told()[last].id), `the address is ${location.hash}`);
  const middle = Math.floor(last / 2);
  location.hash = `#s=${told()[middle].id}`;
  await shows(middle, 'by a link');
  await until(() => {
    const {top, bottom} = said(middle).getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, 'the link leads to no text');
  await pause(600);
  history.back();
  await shows(last, 'Back');
  scrolled.length = 0;

  // Off the way, and back by the button.
  intoView.call(steps, {block: 'end', behavior: 'instant'});
  await shows(last, 'at the end');
  const other = [...story.snapshot.events].find(({id}) => id !== told()[last].select).id;
  story.dispatch({type: 'select', id: other});
  if (await until(() => root().querySelector('[part=return]'), 'nothing leads back to the way')) {
    root().querySelector('[part=return]').click();
    await shows(last, 'back on the way');
    hold(!root().querySelector('[part=return]'), 'it still leads back');
    hold(root().activeElement !== null, 'the focus is lost on the way back');
  }

  // As slides: by button, key and finger.
  steps.setAttribute('layout', 'slides');
  await until(() => root().querySelector('.told.slides [part=next]'), 'there are no slides');
  await shows(last, 'as slides');
  const press = async (part) => {
    const button = root().querySelector(`[part=${part}]`);
    button.focus({preventScroll: true});
    button.click();
    await steps.updateComplete;
    hold(root().activeElement === root().querySelector(`[part=${part}]`), `${part}: the focus is lost`);
  };
  await press('previous');
  await shows(last - 1, 'previous');
  await press('previous');
  await shows(last - 2, 'previous');
  await press('next');
  await shows(last - 1, 'next');
  const telling = root().querySelector('.telling');
  const key = (name) =>
    telling.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));
  key('ArrowLeft');
  await shows(last - 2, 'ArrowLeft');
  key('ArrowRight');
  await shows(last - 1, 'ArrowRight');
  const finger = (type, clientX) =>
    telling.dispatchEvent(
      new PointerEvent(type, {pointerType: 'touch', pointerId: 7, clientX, clientY: 200, bubbles: true}),
    );
  finger('pointerdown', 300);
  finger('pointerup', 100);
  await shows(last, 'a swipe');
  const visible = () => [...root().querySelectorAll('.step')].filter((step) => !step.inert);
  hold(visible().length === 1, `${visible().length} slides are there at once`);

  // In Arabic the arrows change sides.
  document.documentElement.lang = 'ar';
  await until(() => story.snapshot.locale === 'ar', 'it does not speak Arabic');
  await until(
    () => getComputedStyle(root().querySelector('[part=turning]')).direction === 'rtl',
    'Arabic runs from the left',
  );
  key('ArrowRight');
  await shows(last - 1, 'ArrowRight in Arabic');
  document.documentElement.lang = 'en';
  await until(() => story.snapshot.locale === 'en', 'it does not come back to English');

  // Flat: all of it is text.
  steps.setAttribute('layout', 'flat');
  await until(() => root().querySelector('.told.flat'), 'it is not flat');
  const hidden = [...root().querySelectorAll('.step .said')].filter((each) => !each.checkVisibility());
  hold(hidden.length === 0, `${hidden.length} steps are not there when it is flat`);
  hold(scrolled.length === 0, `as slides: ${scrolled} is called`);

  /** The same story as slides in a frame of that size. */
  const inFrame = async (width, height, look) => {
    const frame = document.createElement('iframe');
    frame.title = 'The story in a frame';
    frame.style.cssText = `display: block; width: ${width}px; height: ${height}px; border: 0`;
    frame.src = `${location.pathname}?slides`;
    document.body.append(frame);
    intoView.call(frame, {block: 'center', behavior: 'instant'});
    const inner = () => frame.contentDocument?.querySelector('crono-story');
    await until(() => inner()?.snapshot?.status === 'ready', 'the frame is not ready');
    const framed = walk(frame.contentDocument);
    await until(() => framed.root()?.querySelector('.told.slides [part=next]'), 'a frame has no slides');
    intoView.call(framed.steps, {block: 'start', behavior: 'instant'});
    const turn = async (i) => {
      framed.root().querySelector('[part=next]')?.click();
      await framed.shows(i, `in a frame of ${width} pixels`);
    };
    await look(framed, turn);
    const {scrollWidth} = frame.contentDocument.documentElement;
    hold(scrollWidth <= width, `in a frame of ${width} pixels it is ${scrollWidth} wide`);
    frame.remove();
  };
  // Which is also a page of 1280 at 400 %.
  await inFrame(320, 640, async (_, turn) => {
    for (const i of [0, 1]) await turn(i);
  });
  // On a small desk each view beside the text has its axis of time on the screen.
  await inFrame(1280, 800, async (framed, turn) => {
    const cut = () => {
      const bottom = framed.root().querySelector('.views').getBoundingClientRect().bottom;
      return [...framed.steps.querySelectorAll('crono-timeline, crono-chart')].filter((view) => {
        if (!view.checkVisibility()) return false;
        const axis = [...(view.shadowRoot?.querySelectorAll('[part~=axis]') ?? [])].at(-1);
        const end = Math.min(bottom, view.getBoundingClientRect().bottom);
        return !axis || axis.getBoundingClientRect().bottom > end + 1;
      });
    };
    for (let i = 0; i <= last; i++) {
      await turn(i);
      if (!(await until(() => cut().length === 0, `on a small desk an axis is cut at ${told()[i].id}`)))
        break;
    }
  });
  steps.setAttribute('layout', 'scroll');
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readTold = (page) => page.evaluate(work);
