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

/**
 * Puts a page into a theme, a scheme and a language, as its newsroom would: by a stylesheet and `lang`.
 *
 * @param {{theme: string, scheme: string, language: string}} look
 * @returns {Promise<string[]>} what is wrong
 */
export async function dress({theme, scheme, language}) {
  const root = document.documentElement;
  const problems = [];
  if (theme !== 'paper') {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: `/dist/themes/${theme}.css`,
    });
    await new Promise((done) => {
      link.onload = done;
      link.onerror = () => done(problems.push(`the theme ${theme} did not load`));
      document.head.append(link);
    });
  }
  // Night brings its own.
  if (theme !== 'night') root.style.colorScheme = scheme;
  root.lang = language;
  const all = [...document.querySelectorAll('crono-story')];
  for (const story of all) story.removeAttribute('lang');
  if (all.length > 0) await customElements.whenDefined('crono-story');
  await Promise.all(all.map(({ready}) => ready));
  for (let i = 0; i < 50; i++) {
    if (all.every(({snapshot}) => snapshot.locale === language)) return problems;
    await new Promise((done) => setTimeout(done, 100));
  }
  problems.push(`its stories do not speak ${language}`);
  return problems;
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
      '.mark > .body, .point > .body, .place > .mark, .cluster > circle, .outline, .series, .gap, .grip';
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
