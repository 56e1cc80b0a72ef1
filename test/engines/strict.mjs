/**
 * Checks of examples/strict.html: under its Content Security Policy with Trusted Types it has no violations, stores
 * nothing, defines no globals, and the styles of page and elements are isolated. Runs in any engine.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const hold = (isSo, what) => isSo || problems.push(what);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const violations = [];
  document.addEventListener(
    'securitypolicyviolation',
    ({violatedDirective, blockedURI, sourceFile, sample}) =>
      violations.push(`${violatedDirective} ${blockedURI} ${sample} (${sourceFile})`),
  );
  const story = document.querySelector('crono-story');
  const rootOf = (tag) => story.querySelector(tag).shadowRoot;

  // Use everything once, so that lazily loaded parts are loaded under the policy too.
  for (const element of story.children) {
    element.scrollIntoView();
    await pause(200);
  }
  const ids = [...story.snapshot.events].map(({id}) => id);
  for (const id of ids.slice(0, 6)) {
    story.dispatch({type: 'select', id});
    await pause(50);
  }
  for (const details of ['crono-filter', 'crono-map', 'crono-claims', 'crono-chart'].flatMap((tag) => [
    ...rootOf(tag).querySelectorAll('details'),
  ]))
    details.open = true;
  await pause(300);
  const press = (tag, selector) => rootOf(tag).querySelector(selector)?.click();
  press('crono-map', '.controls button');
  press('crono-timeline', '.zoom button');
  const key = (element, name) =>
    element.dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, composed: true}));
  for (const tag of ['crono-map', 'crono-timeline', 'crono-chart']) {
    const box = rootOf(tag).querySelector('[role="listbox"]');
    box.focus();
    for (const name of ['Home', 'ArrowRight', 'Enter', 'End', 'Enter', 'Escape']) key(box, name);
    await pause(100);
  }
  story.dispatch({type: 'filter', filters: {text: 'tocor'}});
  await pause(100);
  story.dispatch({type: 'filter', filters: {text: ''}});
  for (const lang of ['ar', 'es', 'en']) {
    document.documentElement.lang = lang;
    await pause(400);
  }
  story.dispatch({type: 'select', id: ids[3]});
  await pause(600);
  hold(location.hash.includes(`e=${ids[3]}`), `the address is ${location.hash}`);
  history.replaceState(null, '', location.pathname);
  hold(rootOf('crono-map').querySelectorAll('.place').length > 0, 'the map has no place');
  hold(rootOf('crono-card').querySelector('[part~=title]'), 'the card shows nothing');
  hold(violations.length === 0, `the policy was violated: ${[...new Set(violations)].join('; ')}`);

  // No storage, and no globals.
  hold(document.cookie === '', `there is a cookie: ${document.cookie}`);
  hold(localStorage.length + sessionStorage.length === 0, 'something is in storage');
  const bases = (await indexedDB.databases?.()) ?? [];
  hold(bases.length === 0, 'there is a database');
  hold(!globalThis.caches || (await caches.keys()).length === 0, 'there is a cache');
  const blank = document.createElement('iframe');
  document.body.append(blank);
  const plain = new Set(Object.getOwnPropertyNames(blank.contentWindow));
  blank.remove();
  const named = Object.getOwnPropertyNames(globalThis).filter(
    (name) =>
      !plain.has(name) &&
      // Except element ids, names of the tests, the removed frame, and Lit's version counters.
      !document.getElementById(name) &&
      !/^(\d+|axe|axeFunction|cronoMessages|event|external|__playwright|__pw|webdriver|browser|cdc_|puppeteer|__BIDI|(reactiveElement|litHtml|litElement)Versions$|litPropertyMetadata$)/.test(
        name,
      ),
  );
  hold(named.length === 0, `there are new globals: ${named.join(', ')}`);

  // Page styles do not reach into the elements, nor the other way around.
  hold(document.adoptedStyleSheets.length === 0, 'the page has style sheets of ours');
  hold(document.querySelectorAll('style').length === 0, 'the page has <style> of ours');
  const inline = [story, ...story.children].flatMap((element) => [
    ...(element.hasAttribute('style') ? [element] : []),
    ...(element.shadowRoot?.querySelectorAll('style') ?? []),
  ]);
  hold(inline.length === 0, `there is inline style: ${inline.map(({localName}) => localName).join(', ')}`);
  const mark = rootOf('crono-timeline').querySelector('.mark .body');
  hold(mark && getComputedStyle(mark).opacity === '1', 'the page’s styles reach the marks');
  const button = rootOf('crono-map').querySelector('.controls button');
  hold(getComputedStyle(button).borderStyle !== 'dotted', 'the page’s styles reach the buttons');
  const theirs = document.querySelector('.rude button');
  hold(getComputedStyle(theirs).borderStyle === 'dotted', 'the page’s own button has lost its style');
  hold(
    getComputedStyle(document.querySelector('.rude td')).borderTopStyle === 'double',
    'the page’s own table has lost its style',
  );
  const title = rootOf('crono-card').querySelector('[part~=title]');
  hold(title.getBoundingClientRect().height > 0, 'the page hides what is within');
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readStrict = (page) => page.evaluate(work);
