/**
 * Interactions with examples/stress.html by keyboard only, from 100 to 100,000 events.
 *
 * @typedef {object} Page a page in any engine
 * @property {<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate
 * @property {{press(key: string): Promise<void>}} keyboard
 */

/** Maximum number of elements of the page, including shadow roots. */
const MOST_ELEMENTS = 4000;
/** Maximum number of tab stops between two views. */
const MOST_STOPS = 60;

/** Waits until the page and all views show the slider's number of events. */
const settled = async (number) => {
  const pause = () => new Promise((done) => setTimeout(done, 100));
  const words = `${number.toLocaleString('en')} events`;
  const end = performance.now() + 60_000;
  const story = document.querySelector('crono-story');
  const told = document.querySelector('#told');
  while (!(told.textContent.startsWith(`${words},`) && story.snapshot.progress === null)) {
    if (performance.now() > end) return [`says "${told.textContent}" and not "${words}" after 60 seconds`];
    await pause();
  }
  return [];
};

/** The number of events that each view reports; waits until they agree, as some are debounced. */
const compare = async (expected) => {
  const story = document.querySelector('crono-story');
  const saying = {
    'crono-filter': '[part=count]',
    'crono-range': '.count',
    'crono-list': '[part=count]',
  };
  const problems = () => {
    const {shown, events} = story.snapshot.counts;
    const [n, m] = [shown, events].map((count) => count.toLocaleString('en'));
    const found = [];
    if (events !== expected.events) found.push(`has ${m} events and not ${expected.events}`);
    if ((shown === events) !== expected.whole) found.push(`shows ${n} of ${m} events`);
    for (const [name, selector] of Object.entries(saying)) {
      const said = document.querySelector(name).shadowRoot.querySelector(selector)?.textContent;
      const all = name !== 'crono-range' && shown === events;
      const words = all ? `${m} events` : `${n} of ${m} events`;
      if (said !== words) found.push(`${name} says "${said}" and not "${words}"`);
    }
    const summary = story.shadowRoot.querySelector('[role=status]').textContent;
    if (shown < events && !summary.startsWith(`${n} of ${m} events`))
      found.push(`what is read out says "${summary}" and not "${n} of ${m} events"`);
    return found;
  };
  const end = performance.now() + 20_000;
  while (problems().length > 0 && performance.now() < end) await new Promise((done) => setTimeout(done, 100));
  return problems();
};

/** Number of elements of the page, including shadow roots. */
const countElements = () => {
  const count = (root) => {
    let sum = 0;
    for (const element of root.querySelectorAll('*'))
      sum += 1 + (element.shadowRoot ? count(element.shadowRoot) : 0);
    return sum;
  };
  return count(document);
};

/** The focused element of the page, and of its shadow root. */
const focus = () => {
  const {activeElement} = document;
  const inner = activeElement?.shadowRoot?.activeElement;
  return {
    at: activeElement?.id || activeElement?.localName,
    role: inner?.getAttribute('role') ?? inner?.localName,
    type: inner?.getAttribute('type'),
    part: inner?.getAttribute('part') ?? undefined,
    text: inner?.textContent.trim(),
  };
};

const selected = () => {
  const {snapshot} = document.querySelector('crono-story');
  const {id, title} = snapshot.selected ? snapshot.events.at(snapshot.events.rowOf(snapshot.selected)) : {};
  return {id, title, card: document.querySelector('crono-card').shadowRoot.textContent};
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export async function readStress(page) {
  const problems = [];
  const {keyboard} = page;
  const note = (when, found) => problems.push(...found.map((problem) => `${when}: ${problem}`));

  /** Presses Tab until the focus is at the target. */
  const tabTo = async (wanted, what = () => true) => {
    for (let i = 0; i < MOST_STOPS; i++) {
      await keyboard.press('Tab');
      const now = await page.evaluate(focus);
      if (now.at === wanted && what(now)) return true;
    }
    problems.push(`Tab does not come to ${wanted} in ${MOST_STOPS} steps`);
    return false;
  };
  /** Waits for something that is rendered later. */
  const soon = async (check) => {
    for (let i = 0; i < 50; i++) {
      if (await check()) return true;
      await new Promise((done) => setTimeout(done, 100));
    }
    return false;
  };
  const arrive = async (number) => {
    const when = `${number} events`;
    note(when, await page.evaluate(settled, number));
    note(when, await page.evaluate(compare, {events: number, whole: true}));
    const elements = await page.evaluate(countElements);
    if (elements > MOST_ELEMENTS) note(when, [`${elements} elements, more than ${MOST_ELEMENTS}`]);
  };
  /** Presses a key that picks an event, and waits for the card to say which. */
  const pick = async (view, keys) => {
    const before = await page.evaluate(selected);
    for (const key of keys) await keyboard.press(key);
    const picked = await soon(async () => {
      const now = await page.evaluate(selected);
      return now.id && now.id !== before.id && now.card.includes(now.title);
    });
    if (!picked) problems.push(`${view}: ${keys.join(' ')} does not bring another event to the card`);
  };

  await arrive(10_000);
  if (!(await tabTo('size'))) return problems;
  for (const [key, number] of [
    ['ArrowLeft', 1000],
    ['ArrowLeft', 100],
    ['End', 1_000_000],
    ['ArrowLeft', 100_000],
  ]) {
    await keyboard.press(key);
    // Leaves a million events before they are loaded.
    if (number < 1_000_000) await arrive(number);
  }

  const hundred = {events: 100_000, whole: false};
  if (await tabTo('crono-filter', ({type}) => type === 'checkbox')) {
    await keyboard.press(' ');
    note('one category', await page.evaluate(compare, hundred));
    await keyboard.press(' ');
    note('no category', await page.evaluate(compare, {...hundred, whole: true}));
  }
  if (await tabTo('crono-map', ({role}) => role === 'listbox')) {
    await keyboard.press('+');
    await keyboard.press('+');
    await pick('the map', ['ArrowRight', 'Enter']);
  }
  if (await tabTo('crono-map', ({text}) => text === 'Only what the map shows')) {
    await keyboard.press(' ');
    note('what the map shows', await page.evaluate(compare, hundred));
    await keyboard.press(' ');
    note('the map let go', await page.evaluate(compare, {...hundred, whole: true}));
  }
  if (await tabTo('crono-timeline', ({role}) => role === 'listbox'))
    await pick('the timeline', ['ArrowRight', 'ArrowRight', 'Enter']);
  if (await tabTo('crono-range', ({role}) => role === 'slider')) {
    for (let i = 0; i < 9; i++) await keyboard.press('PageUp');
    note('a later start', await page.evaluate(compare, hundred));
  }
  if (await tabTo('crono-list', ({part}) => part?.startsWith('title')))
    await pick('the list', ['ArrowDown', 'Enter']);
  const elements = await page.evaluate(countElements);
  if (elements > MOST_ELEMENTS) problems.push(`in the end ${elements} elements, more than ${MOST_ELEMENTS}`);
  return problems;
}
