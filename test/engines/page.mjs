/** What the tests do inside a page. Sent as text into three engines, so each function stands alone. */

/**
 * Waits until every story of the page is drawn and nothing more is being fetched; scrolls through the page, so that
 * what waits to be seen is seen, unless that was done before.
 *
 * @param {{width: number, isSeen?: boolean}} options the width asked for, in CSS pixels
 * @returns {Promise<string[]>} what is wrong
 */
export async function settle({width, isSeen}) {
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

  for (let y = 0; !isSeen && y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await pause(50);
  }
  scrollTo(0, 0);
  await document.fonts.ready;
  const wait = isSeen ? 150 : 400;
  const quiet = async () => {
    for (let before = -1; before !== performance.getEntriesByType('resource').length; await pause(wait)) {
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

/**
 * Puts a page into a theme, a scheme and a language, as its newsroom would: by a stylesheet and `lang`; out of those it
 * was put into before. `words` is the address of a module whose words are put for those of the language. `spaced`: with
 * the spacing of text that a reader may ask for (WCAG 2.2, 1.4.12).
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
  // Night brings its own.
  root.style.colorScheme = theme === 'night' ? '' : scheme;
  const script = document.querySelector('script[src$="cronomapa.js"]');
  if (words && script) {
    const [{addMessages}, own] = await Promise.all([import(script.src), import(words)]);
    addMessages(language, own.words);
  }
  const roots = [document];
  for (let i = 0; spaced && i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    if (roots[i].adoptedStyleSheets.some(({isSpace}) => isSpace)) continue;
    const sheet = Object.assign(new CSSStyleSheet(), {isSpace: true});
    sheet.replaceSync(`*:not(svg *) {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
      p {margin-block-end: 2em !important}`);
    roots[i].adoptedStyleSheets = [...roots[i].adoptedStyleSheets, sheet];
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
 * What is cut, or reaches out of its element: of words that are longer, wider or larger than those they were made for.
 *
 * @returns {string[]}
 */
export function findCut() {
  const problems = new Set();
  // What scrolls within may be wide; of parts of a figure the dot before each line is out of it, and clipped.
  const texts =
    'button, summary, p, h2, h3, h4, [role="heading"], label, .head, .foot > *, td, th, li, dt, dd';
  for (const element of document.querySelectorAll('*')) {
    const root = element.shadowRoot;
    if (!root || !element.localName.startsWith('crono-')) continue;
    const box = element.getBoundingClientRect();
    for (const each of root.querySelectorAll(texts)) {
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
  return [...problems];
}

/**
 * Where the marks of a page are, for a picture of it, once all text within drawings is hidden; each with what it is.
 *
 * @param {string} marks a selector
 * @returns {{name: string, x: number, y: number, width: number, height: number}[]} in CSS pixels of the page
 */
export function placeMarks(marks) {
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    const sheet = new CSSStyleSheet();
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
      // Lines have no height of their own.
      if (right - left < 0 || bottom - top < 0 || right - left + bottom - top < 4) return [];
      const name = `${root.host?.localName ?? 'page'} ${mark.getAttribute('class') ?? ''} of ${mark.parentElement.getAttribute('class') ?? ''}`;
      return [{name, x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top}];
    }),
  );
}

/**
 * Which marks a picture does not show: those where no two pixels differ by 3 to 1 (WCAG 2.2, 1.4.11).
 *
 * @param {{picture: string, marks: ReturnType<typeof placeMarks>}} shot the picture as an address, a pixel of it a CSS pixel
 * @returns {Promise<string[]>} a line for each kind of mark
 */
export async function findLost({picture, marks}) {
  // Not by an address: a page may allow none.
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
  if (marks.length === 0 && document.querySelector('crono-map, crono-timeline, crono-chart'))
    problems.add('no mark was found');
  return [...problems];
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
  const add = (type, say) => addEventListener(type, (event) => messages.push(...[say(event)].flat()), true);
  add('error', (event) => {
    if (event.target !== globalThis) return `not loaded: ${event.target.src ?? event.target.href}`;
    // No error: what is left of a change is told in the next frame. The other engines' drivers do not report it.
    if (/^ResizeObserver loop/.test(event.message)) return [];
    return `error: ${event.message} (${event.filename}:${event.lineno})`;
  });
  add('unhandledrejection', (event) => `unhandled: ${event.reason?.stack ?? event.reason}`);
  add('securitypolicyviolation', (event) => `blocked: ${event.violatedDirective} ${event.blockedURI}`);
}

/**
 * Contrast of what axe does not look at, text and marks within drawings, computed from what the page has come to: text
 * at least 4.5 (3 when it is large), marks at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). What is dimmed is left out.
 *
 * @returns {string[]} a line for each kind of thing that is too faint
 */
export function findFaint() {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  /** Any colour of CSS as red, green, blue and alpha, 0 to 255. */
  const bytes = (css) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
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
  const chain = (element) => {
    const all = [];
    for (let at = element; at; at = parentOf(at)) all.push(at);
    return all;
  };
  const groundOf = (element) => {
    const layers = [];
    for (const at of chain(element)) {
      const color = bytes(getComputedStyle(at).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 255) break;
    }
    return layers.reduceRight((under, top) => over(top, under), bytes('Canvas'));
  };
  const isSeen = (element) => {
    const {width, height} = element.getBoundingClientRect();
    return (
      width + height > 0 &&
      chain(element).every((at) => {
        const {opacity, visibility} = getComputedStyle(at);
        return Number(opacity) === 1 && (at !== element || visibility === 'visible');
      })
    );
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
  /** What text or marks stand on: of a map, land and sea. */
  const groundsOf = (element) => {
    const frame = element.closest('.frame');
    const land = frame?.querySelector('.land');
    return land ? [bytes(getComputedStyle(land).fill), groundOf(frame)] : [groundOf(element)];
  };
  const painted = (css, opacity, ground) =>
    css === 'none' ? ground : over(bytes(css), ground, Number(opacity));

  for (const root of roots) {
    for (const text of root.querySelectorAll('svg text')) {
      if (!text.textContent.trim() || !isSeen(text)) continue;
      const style = getComputedStyle(text);
      const hasHalo =
        style.paintOrder.startsWith('stroke') &&
        style.stroke !== 'none' &&
        parseFloat(style.strokeWidth) >= 2;
      const body = text.parentElement.querySelector(':scope > .body, :scope > circle');
      const [ground] = groundsOf(text);
      const under = hasHalo
        ? bytes(style.stroke)
        : body
          ? painted(getComputedStyle(body).fill, getComputedStyle(body).fillOpacity, ground)
          : ground;
      const size = parseFloat(style.fontSize);
      const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      hold(
        text,
        ratio(painted(style.fill, style.fillOpacity, under), under),
        least,
        `"${text.textContent.trim().slice(0, 30)}"`,
      );
    }
    const marks =
      '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, path.gap, .grip';
    for (const mark of root.querySelectorAll(`svg :is(${marks})`)) {
      if (!isSeen(mark)) continue;
      const style = getComputedStyle(mark);
      for (const ground of groundsOf(mark)) {
        const fill = ratio(painted(style.fill, style.fillOpacity, ground), ground);
        const stroke = ratio(painted(style.stroke, style.strokeOpacity, ground), ground);
        hold(mark, Math.max(fill, stroke), 3, 'mark');
      }
    }
  }
  return [...found.values()];
}
