/**
 * Interactions with examples/frames.html: selects events in a frame and by URL, goes back, and posts invalid messages.
 * Runs in any engine: the frames are same-origin, so that the page can access them.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const hold = (isSo, what) => isSo || problems.push(what);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  // A window that gets no frames fails, and does not wait for ever.
  const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(1000)]);
  const until = async (check, what) => {
    for (let i = 0; i < 100; i++) {
      if (check()) return;
      await pause(50);
    }
    problems.push(what);
  };
  const [a, b] = ['releases', 'record'].map((id) => document.getElementById(id));
  const storyOf = (element) => element.contentDocument?.querySelector('crono-story');
  const heightOf = (element) => Math.ceil(element.contentDocument.body.getBoundingClientRect().height);
  const isFitted = (element) => Math.abs(Number.parseFloat(element.style.height) - heightOf(element)) < 1;
  for (const each of [a, b]) {
    each.scrollIntoView();
    await until(() => storyOf(each)?.snapshot?.status === 'ready', `${each.id} is not ready`);
    await storyOf(each)?.ready;
    await pause(800);
    await until(() => isFitted(each), `${each.id} is ${each.style.height} high, its page ${heightOf(each)}`);
    hold(
      each.contentDocument.documentElement.scrollHeight <= each.clientHeight + 1,
      `${each.id} scrolls within`,
    );
  }
  if (problems.length > 0) return problems;

  // Whatever makes it another height: the frame has it a frame later. The least of several, since machines are shared.
  const body = b.contentDocument.body;
  let least = Number.POSITIVE_INFINITY;
  for (const padding of [300, 0, 300, 0, 300, 0]) {
    body.style.paddingBlockEnd = `${padding}px`;
    let late = 0;
    for (let i = 0; i < 10; i++) {
      await frame();
      if (!isFitted(b)) late = i + 1;
    }
    least = Math.min(least, late);
  }
  hold(least <= 1, `a new height is there after ${least} frames`);

  // In by the address.
  const {events} = storyOf(a).snapshot;
  const ids = [...events].map(({id}) => id);
  const selected = (element) => storyOf(element).snapshot.selected;
  const first = selected(a);
  location.hash = `#section&a.e=${ids[0]}`;
  await until(() => selected(a) === ids[0], 'the address selects nothing in the frame');
  hold(selected(b) === null, 'the address of one frame moves the other');
  // Out by the frame.
  // Where a reader would choose: frames out of sight have slow clocks.
  a.scrollIntoView();
  await pause(500);
  const steps = history.length;
  a.focus();
  storyOf(a).dispatch({type: 'select', id: ids[1]});
  await until(() => location.hash === `#section&a.e=${ids[1]}`, `the address is ${location.hash}`);
  // The bar of the chosen row is within the frame, which has no margin beside it.
  const row = () =>
    storyOf(a).shadowRoot.querySelector('crono-list')?.shadowRoot.querySelector('.item-selected');
  await until(row, 'no row is chosen');
  const bar =
    row() && Number.parseFloat(a.contentWindow.getComputedStyle(row(), '::before').insetInlineStart);
  hold(bar + row()?.getBoundingClientRect().left >= 0, `the bar of the chosen row is at ${bar}`);
  hold(history.length === steps + 1, `one choice is ${history.length - steps} steps`);
  hold(a.contentWindow.location.hash === '', 'the frame has an address of its own');
  b.scrollIntoView();
  await pause(500);
  const other = [...storyOf(b).snapshot.events][2].id;
  b.focus();
  storyOf(b).dispatch({type: 'select', id: other});
  await until(
    () => location.hash === `#section&a.e=${ids[1]}&b.e=${other}`,
    `the address is ${location.hash}`,
  );
  history.back();
  await until(() => selected(b) === null, 'Back does not let go of the second frame’s event');
  hold(selected(a) === ids[1], 'Back takes more than one step');
  history.back();
  await until(() => selected(a) === ids[0], 'Back does not lead to the event before');
  history.back();
  await until(() => selected(a) === first, 'Back does not lead to what the author had selected');

  // Language and scheme.
  document.documentElement.lang = 'es';
  document.documentElement.style.colorScheme = 'dark';
  await until(() => storyOf(a).snapshot.locale === 'es', 'the frame does not follow the language');
  await until(
    () => a.contentDocument.documentElement.style.colorScheme === 'dark',
    'the frame does not follow the scheme',
  );
  document.documentElement.lang = 'en';
  document.documentElement.style.removeProperty('color-scheme');
  await until(() => storyOf(a).snapshot.locale === 'en', 'the frame does not come back to English');

  // Words of others: of the page itself, of a frame that is none of ours, and of the wrong shape.
  await pause(800);
  await until(() => isFitted(a) && isFitted(b), 'the frames do not fit');
  const said = () => {
    const {locale} = storyOf(a).snapshot;
    return [locale, a.contentDocument.documentElement.style.colorScheme, location.hash, selected(a)].join();
  };
  const before = said();
  const rogue = document.createElement('iframe');
  rogue.title = 'a stranger';
  document.body.append(rogue);
  const script = rogue.contentDocument.createElement('script');
  script.textContent = `
    parent.postMessage({cronomapa: 1, type: 'height', height: 7}, '*');
    parent.postMessage({cronomapa: 1, type: 'link', link: 'e=stranger'}, '*');
    parent.postMessage({cronomapa: 1, type: 'ready'}, '*');
    for (const i of [0, 1]) parent.frames[i].postMessage({cronomapa: 1, type: 'link', link: 'e=${ids[2]}'}, '*');
    for (const i of [0, 1]) parent.frames[i].postMessage({cronomapa: 1, type: 'hello', link: '', lang: 'fr', theme: 'dark'}, '*');`;
  rogue.contentDocument.body.append(script);
  postMessage({cronomapa: 1, type: 'height', height: 7}, '*');
  for (const bad of [null, 7, 'x', {}, {cronomapa: 2, type: 'height', height: 7}]) {
    a.contentWindow.parent.postMessage(bad, '*');
    a.contentWindow.postMessage(bad, '*');
  }
  a.contentWindow.postMessage({cronomapa: 1, type: 'link', link: {}}, '*');
  a.contentWindow.postMessage({cronomapa: 1, type: 'look', lang: '<b>', theme: 'pink'}, '*');
  await pause(600);
  hold(before === said(), `strangers were heard: ${before} is ${said()}`);
  // Had one been heard that says another height, the frame would not say its own again.
  await until(() => isFitted(a) && isFitted(b), 'a stranger gives a frame its height');
  rogue.remove();
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readFrames = (page) => page.evaluate(work);
