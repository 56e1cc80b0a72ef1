/** What the tests do inside a page. Sent as text into three engines, so each function stands alone. */

/**
 * Waits until every story of the page is drawn and nothing more is being fetched; scrolls through the page once, so
 * that what waits to be seen is seen.
 *
 * @param {number} width the width asked for, in CSS pixels
 * @returns {Promise<string[]>} what is wrong
 */
export async function settle(width) {
  const problems = [];
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const late = (what) => pause(20_000).then(() => void problems.push(`${what} after 20 seconds`));
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, {once: true}));

  const stories = [...document.querySelectorAll('crono-story')];
  const ready = stories.map((story) =>
    customElements
      .whenDefined('crono-story')
      .then(() => story.ready)
      .catch((error) => void problems.push(`story.ready: ${error}`)),
  );
  await Promise.race([Promise.all(ready), late('a story is not ready')]);
  for (const story of stories) {
    if (!(story.snapshot?.counts?.events > 0))
      problems.push(`the story ${story.id || story.getAttribute('src')} is empty`);
  }

  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await pause(50);
  }
  scrollTo(0, 0);
  await document.fonts.ready;
  const quiet = async () => {
    for (let before = -1; before !== performance.getEntriesByType('resource').length; await pause(400)) {
      before = performance.getEntriesByType('resource').length;
    }
  };
  await Promise.race([quiet(), late('the page is still fetching')]);

  const waiting = [
    ...new Set([...document.querySelectorAll(':not(:defined)')].map((element) => element.localName)),
  ];
  if (waiting.length) problems.push(`never defined: ${waiting.join(', ')}`);
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > width) problems.push(`is ${scrollWidth} px wide and scrolls sideways`);
  return [...new Set(problems)];
}

/** Runs axe, which must be on the page already. @returns {Promise<string[]>} a line for each rule and element */
export async function findBarriers() {
  const {violations} = await globalThis.axe.run(document, {resultTypes: ['violations']});
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(
      (node) => `axe ${id} (${help}): ${node.target.flat().join(' >>> ')}; ${node.any[0]?.message ?? ''}`,
    ),
  );
}

/** Keeps what a page says in the console and what it throws in `window.cronoMessages`; for engines that do not tell. */
export function collect() {
  const messages = [];
  globalThis.cronoMessages = messages;
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...data) => {
      messages.push(`console.${level}: ${data.map((value) => value?.stack ?? value).join(' ')}`);
      original.apply(console, data);
    };
  }
  const add = (type, say) => addEventListener(type, (event) => messages.push(say(event)), true);
  add('error', (event) =>
    event.target === globalThis
      ? `error: ${event.message} (${event.filename}:${event.lineno})`
      : `not loaded: ${event.target.src ?? event.target.href}`,
  );
  add('unhandledrejection', (event) => `unhandled: ${event.reason?.stack ?? event.reason}`);
  add('securitypolicyviolation', (event) => `blocked: ${event.violatedDirective} ${event.blockedURI}`);
}
