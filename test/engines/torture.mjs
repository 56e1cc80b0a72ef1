/**
 * Checks of torture.html, which has a small story in each of the surroundings that pages have: it is as wide as it may
 * be, nothing leaves it, no labels overlap, and a pointer chooses and zooms what is painted under it. Runs in any engine.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** The ids of the boxes. */
const boxes = () => Array.from(document.querySelectorAll('body > [id], .clipped > [id]'), ({id}) => id);

/** Checks a box; runs in the page. */
const work = async (id) => {
  const problems = [];
  /** The next frame, or a while in a window that gets none. */
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(done);
      setTimeout(done, 200);
    });
  const still = async () => {
    for (let i = 0; i < 3; i++) await frame();
  };
  const until = async (check) => {
    const end = performance.now() + 3000;
    while (performance.now() < end) {
      if (check()) return true;
      await frame();
    }
    return false;
  };
  /** Waits until what is asked is the same for a while: views that have changed settle in a calm step. */
  const rest = async (ask) => {
    let [last, since] = [Number.NaN, 0];
    await until(() => {
      const now = ask();
      if (now !== last) since = performance.now();
      last = now;
      return performance.now() - since > 300;
    });
  };
  /** The box of an element in pixels of the viewport: engines without `currentCSSZoom` give it in zoomed pixels of the page. */
  const rectOf = (element) => {
    const rect = element.getBoundingClientRect();
    if ('currentCSSZoom' in element) return rect;
    let zoom = 1;
    for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host)
      zoom *= getComputedStyle(node).zoom;
    const {x, y, width, height} = rect;
    const [left, top] = [(x + scrollX) * zoom - scrollX, (y + scrollY) * zoom - scrollY];
    return new DOMRect(left, top, width * zoom, height * zoom);
  };
  const middleOf = (element) => {
    const {left, top, width, height} = rectOf(element);
    return {clientX: left + width / 2, clientY: top + height / 2};
  };
  /** The innermost element at a point, through shadow roots. */
  const atPoint = ({clientX, clientY}) => {
    let found = document.elementFromPoint(clientX, clientY);
    for (let inner = found; inner?.shadowRoot; found = inner ?? found)
      inner = inner.shadowRoot.elementFromPoint(clientX, clientY);
    return found;
  };

  /** What each box needs before it is looked at; returns what ends it. */
  const openings = {
    dialog(box) {
      box.showModal();
      return () => box.close();
    },
    popover(box) {
      box.showPopover();
      return () => box.hidePopover();
    },
    async 'hidden-then-shown'(box) {
      await still();
      box.hidden = false;
    },
    async 'no-width-then-300'(box) {
      await still();
      box.style.width = '300px';
    },
    async 'late-font'(box) {
      await until(() => box.querySelector('crono-timeline').shadowRoot.querySelector('[part~=label]'));
      await still();
      // WebKit finds families alone.
      const names = ['DejaVu Sans Mono Bold', 'DejaVuSansMono-Bold', 'DejaVu Sans Mono'];
      const face = new FontFace('Late', names.map((name) => `local("${name}")`).join());
      document.fonts.add(face);
      await face.load();
      await until(() => document.fonts.status === 'loaded');
    },
  };

  const checkRoom = (box, story, hold) => {
    const outer = rectOf(story.parentElement);
    const {left, right, width, height} = rectOf(story);
    const scale = width / story.offsetWidth || 1;
    hold(story.clientWidth >= 240, `is ${story.clientWidth} px wide`);
    hold(left >= outer.left - 1 && right <= outer.right + 1, 'leaves its parent');
    hold(rectOf(box).right <= innerWidth || box.parentElement !== document.body, 'leaves the window');
    hold(height / scale < 4000, `is ${Math.round(height / scale)} px high`);
    for (const view of story.children) {
      const host = rectOf(view);
      hold(host.width / scale >= 240, `${view.localName} is ${host.width} px wide`);
      hold(host.left >= left - 1 && host.right <= right + 1, `${view.localName} leaves the story`);
      const texts = view.shadowRoot.querySelectorAll('svg[role=listbox] text, button, .item');
      for (const text of texts) {
        const {left: from, right: to, width: size} = rectOf(text);
        const isIn = size === 0 || (from >= host.left - 2 && to <= host.right + 2);
        hold(isIn || text.closest('.region, .town'), `"${text.textContent.trim()}" leaves ${view.localName}`);
      }
    }
  };

  const checkLabels = (story, hold) => {
    for (const tag of ['crono-timeline', 'crono-map']) {
      const {shadowRoot} = story.querySelector(tag);
      const labels = [...shadowRoot.querySelectorAll('[part~=label] text')].map((text) => ({
        box: rectOf(text),
        said: text.textContent,
        of: text.parentElement,
      }));
      for (const [i, a] of labels.entries())
        for (const b of labels.slice(i + 1)) {
          const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          // The boxes of two lines of text touch.
          const least = a.of === b.of ? 0 : 2;
          hold(x <= 1 || y <= least, `${tag}: "${a.said}" and "${b.said}" overlap by ${Math.round(x)} px`);
        }
    }
  };

  const checkPointer = async (story, hold) => {
    const [timeline, map] = ['crono-timeline', 'crono-map'].map((tag) => story.querySelector(tag));
    const targets = [
      [timeline, '.mark[data-id="e-2021-07-24"] .hit', '[data-id="e-2021-07-24"]', () => 'e-2021-07-24'],
      [map, '.place[data-id="down"] .mark', '[data-id="down"]', () => 'down'],
    ];
    for (const [view, selector, target, name] of targets) {
      const find = () => view.shadowRoot.querySelector(selector);
      if (!(await until(find))) {
        hold(false, `${view.localName} draws no ${name()}`);
        continue;
      }
      document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
      find().scrollIntoView({block: 'center', behavior: 'instant'});
      const drawing = () => rectOf(view.shadowRoot.querySelector('svg[role=listbox]'));
      // What was chosen in the view before may still move the page, or give this one another size.
      await rest(() => JSON.stringify([middleOf(find()), drawing()]));
      const aim = middleOf(find());
      const before = drawing();
      const hit = atPoint(aim);
      hold(
        hit?.closest(target),
        `${view.localName}: at ${name()} is <${hit?.localName} class="${hit?.getAttribute('class')}">`,
      );
      const pointer = {...aim, bubbles: true, composed: true, cancelable: true, view: window};
      hit?.dispatchEvent(new WheelEvent('wheel', {...pointer, deltaY: -120, ctrlKey: true}));
      await still();
      const isUpright = view.matches(':state(upright)');
      // A timeline zooms along time alone.
      const offset = () => {
        if (!find()) return Infinity;
        const {clientX, clientY} = middleOf(find());
        // The page may move meanwhile.
        const {left, top} = drawing();
        const x = Math.abs(clientX - left - aim.clientX + before.left);
        const y = Math.abs(clientY - top - aim.clientY + before.top);
        return view === map ? Math.hypot(x, y) : isUpright ? y : x;
      };
      await until(() => offset() < 2);
      const off = offset();
      hold(off < 2, `${view.localName}: the wheel aims ${Math.round(off)} px beside ${name()}`);
      const again = find() && middleOf(find());
      if (!again) continue;
      const there = atPoint(again);
      there?.dispatchEvent(new MouseEvent('click', {...pointer, ...again, detail: 1}));
      const isChosen = () => {
        const {selected, events} = story.snapshot;
        if (selected === null) return false;
        return (
          selected === name() ||
          events.at(events.rowOf(selected)).places.some((id) => (id.id ?? id) === name())
        );
      };
      hold(
        await until(isChosen),
        `${view.localName}: a click on ${name()} chooses ${story.snapshot.selected}`,
      );
    }
  };

  const checkSurroundings = async (box, story, hold) => {
    if (box.id === 'dark-section') {
      const [, light] = /^rgb\((\d+)/.exec(getComputedStyle(story).color) ?? [];
      hold(Number(light) > 150, `writes ${getComputedStyle(story).color} on black`);
    }
    if (box.id === 'under-a-sticky-header') {
      const map = story.querySelector('crono-map');
      const header = box.querySelector('header');
      document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
      const button = map.shadowRoot.querySelector('.controls button');
      scrollBy(0, rectOf(button).top - 12);
      await still();
      hold(Math.abs(rectOf(header).top) < 1, 'the header does not stick');
      const found = document.elementFromPoint(...Object.values(middleOf(button)));
      hold(found === header, `<${found?.localName}> lies over the header`);
    }
  };

  const box = document.getElementById(id);
  fill(box);
  const story = box.querySelector('crono-story');
  const hold = (isSo, what) => isSo || problems.push(`${id}: ${what}`);
  // Where the last choice was made the page is held, until the reader goes on.
  document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
  box.scrollIntoView({behavior: 'instant'});
  const close = await openings[id]?.(box);
  await story.ready;
  const [timeline, map] = ['crono-timeline', 'crono-map'].map((tag) => story.querySelector(tag));
  map.scrollIntoView({behavior: 'instant', block: 'center'});
  await until(() => map.shadowRoot.querySelector('.place') && timeline.shadowRoot.querySelector('.mark'));
  await still();
  checkRoom(box, story, hold);
  checkLabels(story, hold);
  await checkSurroundings(box, story, hold);
  await checkPointer(story, hold);
  close?.();
  story.remove();
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readTorture = async (page) => {
  const problems = [];
  for (const id of await page.evaluate(boxes)) problems.push(...(await page.evaluate(work, id)));
  return problems;
};
