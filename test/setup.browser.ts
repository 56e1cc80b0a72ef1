/**
 * Fails a test that logs to the console: the console of a reader stays empty, so that of a passing test must too. And
 * fails a file that leaves something behind, as all files share one page, where the next would find it.
 */
import {afterAll, afterEach, expect} from 'vitest';
// It puts a function of its own into the document when it is read.
import 'axe-core';
import './fetching.js';

// Keep Lit's development warnings, except the notice that they are enabled.
(globalThis as {litIssuedWarnings?: Set<string>}).litIssuedWarnings = new Set(['dev-mode']);

// More files are fetched for all tests than a browser notes by default, and a test finds only its own.
performance.setResourceTimingBufferSize(10_000);
performance.clearResourceTimings();

const MEDIA = [
  'print',
  '(prefers-color-scheme: dark)',
  '(prefers-reduced-motion: reduce)',
  '(forced-colors: active)',
];
/** Without those that are empty: a style or a class once set stays as an attribute. */
const attributesOf = (element: Element) =>
  [...element.attributes]
    .filter(({name, value}) => value || !/^(style|class)$/.test(name))
    .map(({name, value}) => `${name}="${value}"`);

/** What a test may change of the page, as text. */
const lookAtPage = () => ({
  address: location.href,
  root: attributesOf(document.documentElement).filter((each) => each !== 'lang="en"'),
  // Styles that Vite adds for a module stay with it.
  head: [...document.head.children].filter((each) => !each.matches('[data-vite-dev-id]')).length,
  besideBody: document.documentElement.children.length,
  body: [
    ...attributesOf(document.body),
    ...[...document.body.children].map(({outerHTML}) => outerHTML.slice(0, 200)),
  ],
  sheets: document.adoptedStyleSheets.length,
  scroll: [scrollX, scrollY],
  size: [innerWidth, innerHeight],
  stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  media: MEDIA.filter((each) => matchMedia(each).matches),
  focus: document.activeElement?.localName,
  fullscreen: document.fullscreenElement?.localName,
  isHidden: document.hidden,
});

/** Functions and constants of the browser, in which a mock would be. */
function lookAtGlobals() {
  const found = new Map<string, unknown>();
  const add = (name: string, owner: object) => {
    for (const [key, {value, get}] of Object.entries(Object.getOwnPropertyDescriptors(owner)))
      if (get || typeof value === 'function') found.set(`${name}.${key}`, get ?? value);
  };
  add('window', window);
  for (const [name, owner] of Object.entries({
    document,
    navigator,
    performance,
    history,
    location,
    console,
    Math,
    JSON,
  }))
    add(name, owner);
  for (const [name, {value}] of Object.entries(Object.getOwnPropertyDescriptors(window)))
    if (typeof value === 'function' && value.prototype) {
      add(name, value);
      add(`${name}.prototype`, value.prototype);
    }
  return found;
}

const before = {page: lookAtPage(), globals: lookAtGlobals()};

let messages: string[] = [];
const originals = {error: console.error, warn: console.warn};
for (const level of ['error', 'warn'] as const)
  console[level] = (...data: unknown[]) => {
    messages.push(`console.${level}: ${data.map(String).join(' ')}`);
    originals[level].apply(console, data);
  };

const expectSilence = () => {
  const seen = messages;
  messages = [];
  if (seen.length) throw new Error(seen.join('\n'));
};

// A browser without windows makes no frame while nothing asks for one, and then its observers say nothing.
const asking = setInterval(() => requestAnimationFrame(() => {}), 100);

afterEach(expectSilence);
afterAll(() => {
  clearInterval(asking);
  Object.assign(console, originals);
  expectSilence();

  const globals = lookAtGlobals();
  const names = new Set([...before.globals.keys(), ...globals.keys()]);
  const changed = [...names].filter((name) => before.globals.get(name) !== globals.get(name));
  expect({...lookAtPage(), changed}).toEqual({...before.page, changed: []});
});
