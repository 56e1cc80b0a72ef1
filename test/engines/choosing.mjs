/**
 * Chooses an event in each view of a page, by mouse, by touch and by key, on a phone, a tablet and a desk: what is
 * chosen must be read on the same screen, and the page must stay where it is, and the focus too.
 */

/** Shows its stories in frames alone, whose documents these steps do not reach; their layout is that of `minimal` and `embed`. */
export const LEFT_OUT = ['frames'];

/** All other pages with a story, those with most views first: they take longest. */
export const CHOOSING = [
  'storm-en',
  'tormenta-es',
  'minimal',
  'article-en',
  'articulo-es',
  'figures',
  'cifras-es',
  'record',
  'earthquakes',
  'told',
  'told-en',
  'contado-es',
  'storm-told-en',
  'tormenta-contada-es',
  'tiles',
  'apart',
  'stress',
  'looks/ledger',
  'looks/tabloid',
  'looks/review',
  'embed',
  'strict',
  'studio',
];

const SIZES = [
  {width: 360, height: 640},
  {width: 768, height: 1024},
  {width: 1280, height: 800},
];
const MANNERS = ['mouse', 'touch', 'key'];
/** How long a pointer rests before it is pressed, and a finger lies on the screen, in milliseconds. */
const HAND = 100;
/** How often an arrow is pressed until it is at a figure of an event. */
const MOST_PRESSES = 60;

/** What can be chosen in each view, and what takes the keys there. */
const VIEWS = {
  'crono-map': {marks: '.place', drawing: '.frame > svg'},
  'crono-timeline': {marks: '.mark, .label', drawing: 'svg[role=listbox]'},
  'crono-chart': {marks: '.point', drawing: 'svg.plot'},
  'crono-list': {marks: '.item', drawing: '.item .title'},
};

/** Puts what the steps need into the page. */
const install = () => {
  const within = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
      shadowRoot ? within(shadowRoot, selector) : [],
    ),
  ];
  const hit = (x, y) => {
    let node = document.elementFromPoint(x, y);
    for (let inner = node; inner?.shadowRoot; node = inner) {
      inner = inner.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === node) break;
    }
    return node;
  };
  const focused = () => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
  };
  const wait = async (check, ms = 10_000) => {
    const end = performance.now() + ms;
    for (;;) {
      const found = check();
      if (found || performance.now() > end) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  /** Whether a node is whole on the screen, and nothing lies over it. */
  const isSeen = (node) => {
    const {left, top, right, bottom, width, height} = node.getBoundingClientRect();
    if (width === 0 || height === 0 || left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight)
      return false;
    const at = hit(left + Math.min(width / 2, 8), top + height / 2);
    return at === node || node.contains(at) || Boolean(at?.contains(node));
  };
  /**
   * Resolves once nothing of what `read` gives has changed for ten frames and longer than the 400 ms that a view waits
   * before it settles; false when that takes too long, or a window gets no frames.
   */
  const settle = async (read, ms = 10_000) => {
    const end = performance.now() + ms;
    let [before, since, frames] = ['', performance.now(), 0];
    for (;;) {
      const now = JSON.stringify(read());
      if (now !== before) [before, since, frames] = [now, performance.now(), 0];
      else if (++frames >= 10 && performance.now() - since >= 500) return true;
      const left = end - performance.now();
      if (left < 0) return false;
      await Promise.race([new Promise(requestAnimationFrame), new Promise((done) => setTimeout(done, left))]);
    }
  };
  /**
   * Notes how far from its place on the screen a view is in any frame as it is painted. The upper edge of what the
   * browser observes lies just below that of the view, so that a pixel up or down changes the share of it that is seen;
   * no frame is made for this, which took a quarter of the processor's time.
   */
  const watch = (view) => {
    const {top, height} = view.getBoundingClientRect();
    const steps = Math.ceil(2 * height);
    const seen = {furthest: 0};
    const note = (entries) => {
      for (const {boundingClientRect} of entries) {
        const moved = boundingClientRect.top - top;
        if (Math.abs(moved) > Math.abs(seen.furthest)) seen.furthest = moved;
      }
    };
    const observer = new IntersectionObserver(note, {
      rootMargin: `${-Math.round(top) - 3}px 9999px 99999px`,
      threshold: Array.from({length: steps + 1}, (_, i) => i / steps),
    });
    observer.observe(view);
    seen.stop = () => {
      note(observer.takeRecords());
      observer.disconnect();
    };
    return seen;
  };
  window.choosing = {within, hit, focused, wait, settle, watch, isSeen};
};

/** Brings a view to the middle of the screen, and finds a mark in it that can be hit; null when it has no mark of an event. */
const aim = async ({tag, nth, marks, drawing, manner}) => {
  const {within, hit, focused, wait, settle, watch} = window.choosing;
  const view = within(document, tag).filter((each) => !each.closest('[hidden]'))[nth];
  if (!view?.checkVisibility()) return null;
  const isList = tag === 'crono-list';
  const steps = view.closest('[slot=graphic]')?.parentElement;
  const middle = () => {
    // The text has passed over the views, and the last step shows all of the story.
    if (steps) {
      steps.scrollIntoView({block: 'end', behavior: 'instant'});
      return view.scrollIntoView({block: 'nearest', behavior: 'instant'});
    }
    // The period of a step leaves out rows.
    const rows = isList ? [...(view.shadowRoot?.querySelectorAll('.item .title') ?? [])] : [];
    const row = rows.filter((each) => each.checkVisibility())[1];
    const isTall = !row && view.offsetHeight > innerHeight;
    (row || view).scrollIntoView({block: isTall ? 'start' : 'center', behavior: 'instant'});
  };
  middle();
  const root = await wait(() => view.shadowRoot?.querySelector(drawing) && view.shadowRoot);
  if (!root) return null;
  await wait(() => root.querySelector(marks), 3000);
  for (const story of within(document, 'crono-story')) story.dispatch({type: 'select', id: null});
  const boxes = () =>
    [view, ...root.querySelectorAll(marks)].map((node) => {
      const {x, y, width, height} = node.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    });
  // What is above may still be growing, and names find their place.
  const isStill = await settle(() => {
    middle();
    return boxes();
  });
  if (!isStill) return {problem: 'does not come to rest'};
  const figures = within(document, 'crono-story').flatMap(({snapshot}) => snapshot.dataset.figures);
  // A figure on its own has no event to choose.
  const isOfEvent = ({dataset}) =>
    tag !== 'crono-chart' || figures.some(({id, event}) => event && id === dataset.id);
  const chosen = [...root.querySelectorAll(marks)].filter(
    (mark) => mark.checkVisibility() && isOfEvent(mark),
  );
  if (chosen.length === 0) return null;
  const ready = (focus, target) => {
    Object.assign(window.choosing, {view, focus, watched: watch(view), isOfEvent});
    return target;
  };
  if (manner === 'key' && !isList) {
    root.querySelector(drawing).focus({preventScroll: true});
    return ready(focused(), {});
  }
  const spots = chosen.flatMap((mark) => {
    const target = mark.querySelector('.body, .target, button.title, text') ?? mark;
    const {left, top: y, width, height} = target.getBoundingClientRect();
    const spot = {x: left + width / 2, y: y + height / 2};
    const at = spot.x > 0 && spot.y > 0 && spot.x < innerWidth && spot.y < innerHeight && hit(spot.x, spot.y);
    return at && mark.contains(at) ? [{...spot, target}] : [];
  });
  // Neither the first nor the last, which may be at an edge; of rows the one in the middle of the screen.
  const fromMiddle = ({y}) => Math.abs(y - innerHeight / 2);
  if (isList) spots.sort((a, b) => fromMiddle(a) - fromMiddle(b));
  const {target, ...spot} = spots[isList ? 0 : Math.floor(spots.length / 2)] ?? {};
  if (!target) return {problem: `none of ${chosen.length} marks can be hit`};
  // Each row of a list takes the keys itself.
  if (manner === 'key') target.focus({preventScroll: true});
  return ready(manner === 'key' ? focused() : undefined, spot);
};

/** Whether the keys are at a mark of an event. */
const isAtEvent = () => {
  const {focus, isOfEvent} = window.choosing;
  const id = focus.getAttribute('aria-activedescendant');
  const option = id && focus.getRootNode().getElementById(id);
  // An event may stand in a bar.
  return Boolean(option) && isOfEvent(option.closest('[data-id]') ?? option);
};

/** What is wrong after something was chosen. */
const judge = async ({manner}) => {
  const {within, focused, wait, settle, isSeen, view, focus, watched} = window.choosing;
  const chosen = () =>
    within(document, 'crono-story').find((each) => each.snapshot.chosenIn === view)?.snapshot;
  if (!(await wait(() => chosen()?.selected, 3000))) {
    watched.stop();
    return ['nothing is selected'];
  }
  const {selected, dataset} = chosen();
  const wanted = ['date', 'title'];
  if (dataset.figures.some(({event}) => event === selected)) wanted.push('value', 'claimant');
  const id = CSS.escape(selected);
  const missing = () => {
    const tellers = within(
      document,
      `.event[data-id="${id}"], .brief[data-of="${id}"], .item[data-id="${id}"]`,
    );
    const lacks = tellers.map((teller) =>
      wanted.filter((part) => {
        // The row of a list says figures and claimants in a line.
        const parts = part === 'claimant' || part === 'value' ? [part, 'row-figure'] : [part];
        return !parts.some((name) => {
          const node = teller.querySelector(`[part~="${name}"]`);
          return node && isSeen(node);
        });
      }),
    );
    return lacks.sort((a, b) => a.length - b.length)[0] ?? wanted;
  };
  await wait(() => missing().length === 0, 5000);
  const problems = missing().map((part) => `the ${part} of ${selected} is not on the screen`);
  // What comes late must not move it either.
  await settle(() => [view.getBoundingClientRect().top, document.documentElement.scrollHeight]);
  watched.stop();
  if (Math.abs(watched.furthest) > 1)
    problems.push(`the view has moved by ${watched.furthest.toFixed(0)} pixels`);
  const now = focused();
  const isThere = focus ? now === focus : now?.getRootNode() === view.shadowRoot && !now.closest('.call-out');
  if (!isThere)
    problems.push(
      `the focus is on ${now?.localName}${now?.className ? `.${now.className}` : ''} (${manner})`,
    );
  return problems;
};

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} what is wrong */
export const readChoosing = (page) => walk(page, SIZES);

/** The same where words have the least room, for a page that says in other words what another says. */
export const readChoosingOnPhone = (page) => walk(page, SIZES.slice(0, 1));

async function walk(page, sizes) {
  const problems = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(install);
    for (const [tag, view] of Object.entries(VIEWS)) {
      const count = await page.evaluate((name) => window.choosing.within(document, name).length, tag);
      for (let nth = 0; nth < count; nth++) {
        for (const manner of MANNERS) {
          const spot = await page.evaluate(aim, {tag, nth, ...view, manner});
          if (!spot) continue;
          const found = spot.problem ? [spot.problem] : await choose(page, manner, spot, tag);
          problems.push(...found.map((each) => `${size.width}: ${tag} ${nth + 1} by ${manner}: ${each}`));
          await page.keyboard.press('Escape');
        }
      }
    }
  }
  return problems;
}

/** A hand comes over the view, rests on the mark, and presses. */
async function click(page, x, y) {
  await page.mouse.move(x + 8, y + 8);
  await page.mouse.move(x, y, {steps: 4});
  await page.waitForTimeout(HAND);
  await page.mouse.down();
  await page.mouse.up();
}

/** A finger that lies so long on the screen. */
async function tap(page, x, y) {
  const driver = await page.context().newCDPSession(page);
  await driver.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y}]});
  await page.waitForTimeout(HAND);
  await driver.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  await driver.detach();
}

/** Chooses what is at a spot, by one click or one tap; by key an event of a drawing after the first, or the row. */
async function choose(page, manner, {x, y}, tag) {
  if (manner === 'mouse') await click(page, x, y);
  else if (manner === 'touch') await tap(page, x, y);
  else {
    if (tag !== 'crono-list' && !(await goToEvent(page, tag))) return ['the keys come to no event'];
    await page.keyboard.press('Enter');
  }
  return page.evaluate(judge, {manner});
}

/** Goes by the keys to an event of a drawing after the first, or of a chart, which may have but one. */
async function goToEvent(page, tag) {
  await page.keyboard.press('Home');
  if (tag !== 'crono-chart') await page.keyboard.press('ArrowRight');
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await page.evaluate(isAtEvent)) return true;
    await page.keyboard.press('ArrowRight');
  }
  return false;
}
