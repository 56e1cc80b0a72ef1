/**
 * A told story as those read it who ask for less motion, in any engine: its steps are slides, and map and timeline are at
 * once where a step leads them.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const until = async (check, what) => {
    for (let i = 0; i < 200; i++) {
      if (check()) return true;
      await new Promise((done) => setTimeout(done, 50));
    }
    problems.push(what);
    return false;
  };
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
    return ['the engine does not ask for less motion'];
  const story = document.querySelector('crono-story');
  const steps = document.querySelector('crono-steps');
  const find = (selector) => steps.shadowRoot?.querySelector(selector);
  if (steps.getAttribute('layout') !== 'scroll') problems.push('its author did not want it scrolled');
  if (!(await until(() => find('.told.slides [part=progress]'), 'it does not become slides')))
    return problems;

  const turnTo = (id) => {
    const menu = find('[part=progress]');
    menu.selectedIndex = 1 + story.snapshot.dataset.steps.findIndex((step) => step.id === id);
    menu.dispatchEvent(new Event('change'));
  };
  const [map, timeline] = ['crono-map', 'crono-timeline'].map((tag) => steps.querySelector(tag));
  /** Where the marks of a view are. */
  const marksOf = (view, selector) =>
    [...(view.shadowRoot?.querySelectorAll(selector) ?? [])]
      .map((mark) => Math.round(mark.getBoundingClientRect().left - view.getBoundingClientRect().left))
      .join(' ');
  const places = () => marksOf(map, '.place[data-id], .cluster');
  const events = () => marksOf(timeline, '.mark[data-id]');
  /** Frames without a change, after which a view is at rest. */
  const REST = 40;
  const atRest = async () => {
    let [last, same] = ['', 0];
    await until(() => {
      const now = `${places()}|${events()}`;
      same = now === last ? same + 1 : 0;
      last = now;
      return same >= 10 && places() && events();
    }, 'map and timeline do not come to rest');
  };
  turnTo('three-places');
  await atRest();
  const seen = {map: new Set([places()]), timeline: new Set([events()])};
  turnTo('capture');
  for (let still = 0, frames = 0; still < REST && frames < 600; frames++) {
    await new Promise(requestAnimationFrame);
    const before = seen.map.size + seen.timeline.size;
    seen.map.add(places());
    seen.timeline.add(events());
    still = seen.map.size + seen.timeline.size === before ? still + 1 : 0;
  }
  if (story.snapshot.step?.id !== 'capture') problems.push(`it is at ${story.snapshot.step?.id}`);
  for (const [name, {size}] of Object.entries(seen)) {
    if (size < 2) problems.push(`the ${name} shows the same at another step`);
    // Where it was, where it is, and once more when what it has room for is known.
    if (size > 3) problems.push(`the ${name} is drawn at ${size} places on its way to a step`);
  }
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readStill = (page) => page.evaluate(work);
