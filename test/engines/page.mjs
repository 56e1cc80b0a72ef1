/**
 * Functions that the tests run inside a page. They are sent as text to three engines, so each must be self-contained.
 */

/**
 * Waits until every story of the page has rendered and nothing is being fetched; scrolls through the page to load
 * everything lazy, unless `isSeen`.
 *
 * @param {{width: number, isSeen?: boolean}} options the expected width, in CSS pixels
 * @returns {Promise<string[]>} problems
 */
export async function settle({width, isSeen}) {
  const problems = [];
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  /** Waits no longer than so; whether it has come. */
  const within = async (coming, what) => {
    let isLate = false;
    const late = pause(20_000).then(() => {
      isLate = true;
    });
    await Promise.race([coming, late]);
    if (isLate) problems.push(`${what} after 20 seconds`);
    return !isLate;
  };
  if (document.readyState !== 'complete')
    await within(
      new Promise((done) => addEventListener('load', done, {once: true})),
      'the page is not loaded',
    );

  const stories = [...document.querySelectorAll('crono-story')];
  const ready = stories.map((story) =>
    customElements
      .whenDefined('crono-story')
      .then(() => story.ready)
      .catch((error) => void problems.push(`story.ready: ${error}`)),
  );
  await within(Promise.all(ready), 'a story is not ready');
  for (const story of stories) {
    if (!(story.snapshot?.counts?.events > 0))
      problems.push(`the story ${story.id || story.getAttribute('src')} is empty`);
  }

  // IntersectionObserver callbacks run after the frame.
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shown = () => within(frame().then(frame), 'no frame has come');
  let getsFrames = true;
  for (let y = 0; getsFrames && !isSeen && y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    getsFrames = await shown();
  }
  scrollTo(0, 0);
  await within(document.fonts.ready, 'fonts have not come');
  const wait = isSeen ? 150 : 400;
  const quiet = async () => {
    for (let before = -1; before !== performance.getEntriesByType('resource').length; await pause(wait)) {
      before = performance.getEntriesByType('resource').length;
    }
  };
  await within(quiet(), 'the page is still fetching');

  const waiting = [
    ...new Set([...document.querySelectorAll(':not(:defined)')].map((element) => element.localName)),
  ];
  if (waiting.length) problems.push(`never defined: ${waiting.join(', ')}`);
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > width) problems.push(`is ${scrollWidth} px wide and scrolls sideways`);
  return [...new Set(problems)];
}

/** Records what moves in a page without the reader's doing; runs before its own scripts, where the browser can tell. */
export function watchShift() {
  const moves = [];
  const watch = {moves, stop() {}};
  // No name that the page could see among its globals.
  globalThis[Symbol.for('layout shift')] = watch;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  const nameOf = (node) => {
    const element =
      node?.nodeType === Node.ELEMENT_NODE ? node : (node?.parentElement ?? node?.getRootNode().host);
    return element ? [element.localName, ...element.classList].join('.') : 'something removed';
  };
  // Where each story was in the frames as they were painted, which observers hear of when all else of a frame is done.
  const tops = new Map();
  const clock = document.createElement('div');
  clock.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 0; height: 1px; visibility: hidden';
  new ResizeObserver(() => {
    for (const story of document.querySelectorAll('crono-story')) {
      const top = story.getBoundingClientRect().top + scrollY;
      tops.set(story, [...new Set([...(tops.get(story) ?? []), top])]);
    }
  }).observe(clock);
  let frame = 0;
  const tick = () => {
    if (!clock.isConnected && document.body) document.documentElement.append(clock);
    clock.style.width = `${frame % 2}px`;
    frame = requestAnimationFrame(tick);
  };
  tick();
  // Chromium now and then tells of a story that came from the top of the page, though no frame shows it there.
  const stood = ({node, currentRect}) => {
    const [top, ...others] = tops.get(node) ?? [];
    return others.length === 0 && top !== undefined && Math.abs(top - scrollY - currentRect.y) < 1;
  };
  const observer = new PerformanceObserver((list) => {
    for (const {value, sources, startTime, hadRecentInput} of list.getEntries()) {
      if (hadRecentInput) continue;
      const what = sources.map(
        ({node, previousRect: from, currentRect: to}) => `${nameOf(node)} from ${from.y} to ${to.y}`,
      );
      const text = `${value.toFixed(4)} after ${Math.round(startTime)} ms: ${what.join(', ')}`;
      const isPainted = sources.length === 0 || !sources.every(stood);
      moves.push({value: isPainted ? value : 0, text: isPainted ? text : `${text}, which no frame shows`});
    }
  });
  observer.observe({type: 'layout-shift', buffered: true});
  watch.stop = () => {
    cancelAnimationFrame(frame);
    clock.remove();
    observer.disconnect();
  };
}

/**
 * Ends the watch. The sum of all layout shifts so far is at least the Cumulative Layout Shift, which is the largest within
 * five seconds.
 *
 * @returns {{sum: number, moves: string[]}}
 */
export function readShift() {
  const {moves, stop} = globalThis[Symbol.for('layout shift')];
  stop();
  return {sum: moves.reduce((sum, {value}) => sum + value, 0), moves: moves.map(({text}) => text)};
}

/** Waits until every story is ready, and nothing has been fetched for so long; fails when one does not come. */
export async function settleFetches(quietMs) {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const stories = [...document.querySelectorAll('crono-story')];
  const ready = customElements
    .whenDefined('crono-story')
    .then(() => Promise.all(stories.map((each) => each.ready)));
  const late = pause(60_000).then(() => {
    throw new Error('a story is not ready after 60 seconds');
  });
  if (stories.length > 0) await Promise.race([ready, late]);
  for (let before = -1; before !== performance.getEntriesByType('resource').length; await pause(quietMs))
    before = performance.getEntriesByType('resource').length;
}

/**
 * Applies a theme, a scheme and a language to a page as a newsroom would, by a stylesheet and `lang`, replacing those
 * applied before. `words` is the URL of a module with messages for the language. `spaced`: applies text spacing
 * (WCAG 2.2, 1.4.12).
 *
 * @param {{theme: string, scheme: string, language: string, words?: string, spaced?: boolean}} look
 * @returns {Promise<string[]>} what is wrong
 */
export async function dress({theme, scheme, language, words, spaced}) {
  const root = document.documentElement;
  const problems = [];
  const worn = document.getElementById('worn');
  if (theme !== 'paper') {
    const link = Object.assign(document.createElement('link'), {
      id: 'worn',
      rel: 'stylesheet',
      href: `/dist/themes/${theme}.css`,
    });
    await new Promise((done) => {
      link.onload = done;
      link.onerror = () => done(problems.push(`the theme ${theme} did not load`));
      document.head.append(link);
    });
  }
  worn?.remove();
  // The theme `night` sets its own colour scheme.
  root.style.colorScheme = theme === 'night' ? '' : scheme;
  const script = document.querySelector('script[src$="cronomapa.js"]');
  if (words && script) {
    const [{addMessages}, own] = await Promise.all([import(script.src), import(words)]);
    addMessages(language, own.words);
  }
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    const others = [...roots[i].adoptedStyleSheets].filter(({isSpace}) => !isSpace);
    if (!spaced) {
      if (others.length < roots[i].adoptedStyleSheets.length) roots[i].adoptedStyleSheets = others;
      continue;
    }
    const sheet = Object.assign(new CSSStyleSheet(), {isSpace: true});
    sheet.replaceSync(`*:not(svg *) {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
      p {margin-block-end: 2em !important}`);
    roots[i].adoptedStyleSheets = [...others, sheet];
  }
  root.lang = language;
  const all = [...document.querySelectorAll('crono-story')];
  for (const story of all) story.removeAttribute('lang');
  if (all.length > 0) await customElements.whenDefined('crono-story');
  await Promise.all(all.map(({ready}) => ready));
  for (let i = 0; i < 500; i++) {
    if (all.every(({snapshot}) => snapshot.locale === language)) return problems;
    await new Promise((done) => setTimeout(done, 10));
  }
  problems.push(`its stories do not speak ${language}`);
  return problems;
}

/**
 * Finds what paper does not bear: text over other text, and what can only be operated on a screen.
 *
 * @returns {string[]}
 */
export function findOverprint() {
  const CONTROLS =
    'input, select, [role=slider], [role=search], [part~=zoom], [part~=tie], [part~=step], [part~=close], [part~=retry], .controls, .steps, .zoom';
  const problems = new Set();
  const roots = [document];
  const boxes = [];
  const isSeen = (element) =>
    element.checkVisibility({visibilityProperty: true, opacityProperty: true}) &&
    !element.closest('.visually-hidden');
  const collect = (text) => {
    const element = text.parentElement;
    const words = text.data.trim();
    if (!words || !element || element.closest('style, script, title, desc') || !isSeen(element)) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const {left, right, top, bottom} of range.getClientRects())
      if (right - left > 2 && bottom - top > 2) boxes.push({left, right, top, bottom, words, element});
  };
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) collect(walker.currentNode);
    if (root === document) continue;
    // What a story is told by is text; its buttons are controls.
    const controls = root.host.localName === 'crono-steps' ? 'button' : CONTROLS;
    for (const control of root.querySelectorAll(controls))
      if (isSeen(control) && control.getBoundingClientRect().height > 1)
        problems.add(
          `${root.host.localName}: a control is printed: ${control.getAttribute('part') ?? control.className}`,
        );
  }
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((one, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j].top < one.bottom; j++) {
      const other = boxes[j];
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      // The boxes of neighbouring lines overlap a little where lines are close.
      const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (one.element === other.element || width < 3 || height < 0.45 * lower) continue;
      problems.add(`"${one.words.slice(0, 40)}" is printed over "${other.words.slice(0, 40)}"`);
    }
  });
  return [...problems];
}

/**
 * Finds text that is clipped or overflows its element, because words are longer or larger than designed for.
 *
 * @returns {string[]}
 */
export function findCut() {
  const problems = new Set();
  // Scroll containers may overflow; the dots of a breakdown are clipped by design.
  const texts =
    'button, summary, p, h2, h3, h4, [role="heading"], label, .head, .foot > *, td, th, li, dt, dd';
  const elements = [...document.querySelectorAll('*')].filter(
    ({localName, shadowRoot}) => shadowRoot && localName.startsWith('crono-'),
  );
  // Collapsed content keeps the width of its last layout, which may be old.
  const folded = elements.flatMap(({shadowRoot}) => [...shadowRoot.querySelectorAll('details:not([open])')]);
  for (const details of folded) details.open = true;
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    for (const each of element.shadowRoot.querySelectorAll(texts)) {
      const {left, right, width, height} = each.getBoundingClientRect();
      if (width * height === 0 || each.closest('.scroll, .visually-hidden, .table, .breakdown')) continue;
      const said = each.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
      const reach = Math.max(box.left - left, right - box.right);
      if (reach > 1)
        problems.add(
          `${element.localName}: "${said}" reaches ${reach.toFixed()} px out of ${box.width.toFixed()}`,
        );
      if (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible')
        problems.add(`${element.localName}: "${said}" is cut`);
    }
  }
  for (const details of folded) details.open = false;
  return [...problems];
}

/**
 * Hides all text in drawings, and returns the boxes of a page's marks, to check them in a screenshot.
 *
 * @param {string} marks a selector
 * @returns {{name: string, x: number, y: number, width: number, height: number}[]} in CSS pixels of the page
 */
export function placeMarks(marks) {
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    const sheet = Object.assign(new CSSStyleSheet(), {isMute: true});
    sheet.replaceSync('svg text {visibility: hidden !important}');
    roots[i].adoptedStyleSheets = [...roots[i].adoptedStyleSheets, sheet];
  }
  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  return roots.flatMap((root) =>
    [...root.querySelectorAll(marks)].flatMap((mark) => {
      let {left, top, right, bottom} = mark.getBoundingClientRect();
      if (!mark.checkVisibility({opacityProperty: true, visibilityProperty: true})) return [];
      for (let at = parentOf(mark); at; at = parentOf(at)) {
        if (Number(getComputedStyle(at).opacity) < 1) return [];
        if (getComputedStyle(at).overflow === 'visible') continue;
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      // Lines have zero height.
      if (right - left < 0 || bottom - top < 0 || right - left + bottom - top < 4) return [];
      const name = `${root.host?.localName ?? 'page'} ${mark.getAttribute('class') ?? ''} of ${mark.parentElement.getAttribute('class') ?? ''}`;
      return [{name, x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top}];
    }),
  );
}

/** @returns {boolean} whether there is something that draws marks */
export const hasDrawings = () => document.querySelector('crono-map, crono-timeline, crono-chart') !== null;

/** Shows the text in drawings again. */
export function showText() {
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    roots[i].adoptedStyleSheets = [...roots[i].adoptedStyleSheets].filter(({isMute}) => !isMute);
  }
}

/**
 * Finds marks that are invisible in a screenshot: those without two pixels of contrast 3 to 1 (WCAG 2.2, 1.4.11).
 *
 * @param {{picture: string, marks: ReturnType<typeof placeMarks>}} shot the screenshot as a `data:` URL, one pixel per CSS pixel
 * @returns {Promise<string[]>} a line for each kind of mark
 */
export async function findLost({picture, marks}) {
  // Without a URL, as the page's CSP may not allow one.
  const bytes = Uint8Array.from(atob(picture.split(',')[1]), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
  const {width: wide, height: high} = image;
  const canvas = Object.assign(document.createElement('canvas'), {width: wide, height: high});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.drawImage(image, 0, 0);
  const linear = (each) =>
    each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4;
  const problems = new Set();
  for (const {name, x, y, width, height} of marks) {
    const {data} = context.getImageData(
      Math.floor(x) - 2,
      Math.floor(y) - 2,
      Math.ceil(width) + 4,
      Math.ceil(height) + 4,
    );
    let [least, most] = [1, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) continue;
      const light = 0.2126 * linear(data[i]) + 0.7152 * linear(data[i + 1]) + 0.0722 * linear(data[i + 2]);
      least = Math.min(least, light);
      most = Math.max(most, light);
    }
    const ratio = (most + 0.05) / (least + 0.05);
    if (ratio < 3)
      problems.add(`lost in forced colours: ${name} (${ratio.toFixed(2)} at ${x.toFixed()}, ${y.toFixed()})`);
  }
  return [...problems];
}

/**
 * Lists the kinds of elements on a page: everything that axe's rules read, except colours and the content of texts. A
 * page without new kinds cannot have new results of axe.
 *
 * @returns {string[]}
 */
export function listKinds() {
  const READ =
    /^(aria-.+|role|tabindex|lang|type|alt|title|placeholder|href|for|scope|headers|dir|hidden|inert|disabled|open|autocomplete|contenteditable|controls|autoplay)$/;
  const WORDS = /^(aria-(label|description|roledescription|valuetext|braille.*)|alt|title|placeholder|href)$/;
  const NUMBERS = /^aria-(setsize|posinset|valuenow|valuemin|valuemax|row.*|col.*)$/;
  const IDS =
    /^(aria-(labelledby|describedby|controls|owns|activedescendant|details|flowto|errormessage)|for|headers)$/;
  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const nameOf = (element) =>
    element
      ? element.localName + (element.hasAttribute('role') ? `[${element.getAttribute('role')}]` : '')
      : '';
  const isLanguage = (tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  };
  const plain = (text) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const roots = [document];
  const kinds = new Set();
  let heading = '';
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i];
    const ids = new Set();
    const written = (element) => {
      const said = [];
      for (const {name, value} of element.attributes) {
        if (!READ.test(name)) continue;
        if (IDS.test(name)) said.push(`${name} ${value.split(/\s+/).every((id) => root.getElementById(id))}`);
        else if (WORDS.test(name) || NUMBERS.test(name)) said.push(`${name} ${value.trim() !== ''}`);
        else if (name === 'lang') said.push(`${name} ${isLanguage(value)}`);
        else said.push(`${name} ${value}`);
      }
      return said.sort().join(', ');
    };
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const parent = parentOf(element);
      const above = `${nameOf(parent && parentOf(parent))} > ${nameOf(parent)} > ${nameOf(element)}`;
      const marks = [];
      if (!element.checkVisibility({visibilityProperty: true})) marks.push('hidden');
      else if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) {
        const {overflowX, overflowY} = getComputedStyle(element);
        if (/auto|scroll/.test(overflowX + overflowY)) marks.push('scrolls');
      }
      if ([...element.childNodes].some(({nodeType, data}) => nodeType === 3 && data.trim()))
        marks.push('text');
      if (element.childElementCount > 0) marks.push('children');
      if (element.ariaLabel && !plain(element.ariaLabel).includes(plain(element.textContent)))
        marks.push('named otherwise');
      if (element.id && ids.has(element.id)) marks.push('the same id');
      ids.add(element.id);
      if (/^h[1-6]$/.test(element.localName) || element.getAttribute('role') === 'heading') {
        const level = element.getAttribute('aria-level') ?? element.localName;
        marks.push(`after ${heading}`);
        heading = level;
      }
      kinds.add(`${above} (${written(element)}) ${marks.join(' ')}`);
    }
  }
  return [...kinds];
}

/**
 * Runs axe, which must be loaded in the page.
 *
 * @param {boolean} inColor whether to include its contrast rule
 * @returns {Promise<string[]>} a line for each rule and element
 */
export async function findBarriers(inColor) {
  const {violations} = await globalThis.axe.run(document, {
    resultTypes: ['violations'],
    rules: {'color-contrast': {enabled: inColor}},
  });
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(
      (node) => `axe ${id} (${help}): ${node.target.flat().join(' >>> ')}; ${node.any[0]?.message ?? ''}`,
    ),
  );
}

/** Records console messages and errors in `window.cronoMessages`, for engines whose driver does not report them. */
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
  const add = (type, say) => addEventListener(type, (event) => messages.push(...[say(event)].flat()), true);
  add('error', (event) => {
    if (event.target !== globalThis) return `not loaded: ${event.target.src ?? event.target.href}`;
    // Not an error: remaining resize notifications are delivered in the next frame. Other drivers do not report it.
    if (/^ResizeObserver loop/.test(event.message)) return [];
    return `error: ${event.message} (${event.filename}:${event.lineno})`;
  });
  add('unhandledrejection', (event) => `unhandled: ${event.reason?.stack ?? event.reason}`);
  add('securitypolicyviolation', (event) => `blocked: ${event.violatedDirective} ${event.blockedURI}`);
}

/**
 * Checks the contrast of all text and of marks in drawings, computed from the rendered page: text at least 4.5 (3 when
 * large), marks at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). Ignores dimmed marks and disabled controls.
 *
 * @returns {string[]} a line for each kind of element with too little contrast
 */
export function findFaint() {
  const memo = (compute) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, compute(key));
      return known.get(key);
    };
  };
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  /** Converts any CSS colour to red, green, blue and alpha, 0 to 255. */
  const bytes = memo((css) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
  const over = (top, under, opacity = 1) => {
    const share = (top[3] / 255) * opacity;
    return [0, 1, 2].map((i) => top[i] * share + under[i] * (1 - share)).concat(255);
  };
  const luminance = (color) => {
    const [r, g, b] = color.map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const styleOf = memo((element) => getComputedStyle(element));
  const opacityOf = memo((element) => {
    const parent = parentOf(element);
    return Number(styleOf(element).opacity) * (parent ? opacityOf(parent) : 1);
  });
  /** The background of an element; on a map, land and sea. */
  const groundsOf = memo((element) => {
    const own = bytes(styleOf(element).backgroundColor);
    if (own[3] === 255) {
      // A map's SVG is drawn over its container.
      const land = element.matches('.frame') && element.querySelector('.land');
      return land ? [bytes(styleOf(land).fill), own] : [own];
    }
    const parent = parentOf(element);
    const under = parent ? groundsOf(parent) : [bytes('Canvas')];
    return own[3] > 0 ? under.map((each) => over(own, each)) : under;
  });
  const isSeen = (element) => {
    const {width, height} = element.getBoundingClientRect();
    return width + height > 0 && styleOf(element).visibility === 'visible';
  };
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const found = new Map();
  const hold = (element, contrast, least, what) => {
    if (contrast >= least - 0.005) return;
    const name = `${element.getRootNode().host?.localName ?? 'page'} ${element.getAttribute('class') ?? element.parentElement?.getAttribute('class') ?? element.localName}`;
    if (!found.has(name)) found.set(name, `faint: ${name}, ${what}: ${contrast.toFixed(2)} of ${least}`);
  };
  const leastOf = ({fontSize, fontWeight}) => {
    const size = parseFloat(fontSize);
    return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
  };
  const painted = (css, opacity, ground) =>
    css === 'none' ? ground : over(bytes(css), ground, Number(opacity));

  /** The text of an element itself, and its style. */
  const saidBy = (element) => {
    if (element.matches('input:not([type=checkbox], [type=radio], [type=range], [type=color]), textarea')) {
      const isEmpty = element.value === '';
      return [
        isEmpty ? element.placeholder : element.value,
        getComputedStyle(element, isEmpty ? '::placeholder' : null),
      ];
    }
    if (element.matches('select')) return [element.selectedOptions[0]?.text ?? '', styleOf(element)];
    const texts = [...element.childNodes].filter(({nodeType}) => nodeType === 3);
    return [texts.map(({data}) => data.trim()).join(' '), styleOf(element)];
  };
  const holdText = (element) => {
    const [said, style] = saidBy(element);
    if (!said.trim() || !isSeen(element)) return;
    if (element.closest(':disabled, [aria-disabled=true], .visually-hidden')) return;
    for (const ground of groundsOf(element)) {
      const seen = over(bytes(style.color), ground, opacityOf(element));
      hold(element, ratio(seen, ground), leastOf(style), `"${said.trim().slice(0, 30)}"`);
    }
  };
  const holdDrawnText = (text) => {
    if (!text.textContent.trim() || !isSeen(text) || opacityOf(text) < 1) return;
    const style = styleOf(text);
    const hasHalo =
      style.paintOrder.startsWith('stroke') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
    const body = (text.closest('.bar') ?? text.parentElement).querySelector(
      ':scope > .body, :scope > circle',
    );
    const [ground] = groundsOf(text);
    const under = hasHalo
      ? bytes(style.stroke)
      : body
        ? painted(styleOf(body).fill, styleOf(body).fillOpacity, ground)
        : ground;
    const seen = painted(style.fill, style.fillOpacity, under);
    hold(text, ratio(seen, under), leastOf(style), `"${text.textContent.trim().slice(0, 30)}"`);
  };
  const holdMark = (mark) => {
    if (!isSeen(mark) || opacityOf(mark) < 1) return;
    const {fill, fillOpacity, stroke, strokeOpacity} = styleOf(mark);
    for (const ground of groundsOf(mark)) {
      const inside = ratio(painted(fill, fillOpacity, ground), ground);
      const around = ratio(painted(stroke, strokeOpacity, ground), ground);
      hold(mark, Math.max(inside, around), 3, 'mark');
    }
  };

  const marks =
    '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip';
  const written = 'body *:not(svg, svg *, script, style, noscript, template, option, optgroup)';
  for (const root of roots) {
    for (const element of root.querySelectorAll(root === document ? written : written.slice(5)))
      holdText(element);
    for (const text of root.querySelectorAll('svg text')) holdDrawnText(text);
    for (const mark of root.querySelectorAll(`svg :is(${marks})`)) holdMark(mark);
  }
  return [...found.values()];
}
