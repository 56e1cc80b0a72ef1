import {anchorsOf, permalinkParts, withPermalink} from '../core/store/index.js';
import type {FrameMessage, HostMessage, Look} from './protocol.js';

/*
 * On the page that has frames: gives each frame (`<iframe data-cronomapa>`) the height of what is in it, tells it the
 * page's language and scheme, and keeps its links (`data-permalink`) in the address of the page. A classic script of its
 * own, once on a page; frames may come later. It names nothing in the page, and hears only the frames themselves.
 */

type Say<T> = T extends {readonly cronomapa: 1} ? Omit<T, 'cronomapa'> : never;

/** No story is higher, in CSS pixels; nor are links longer, in characters. */
const MOST = 100_000;
const LONGEST = 8000;

const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[data-cronomapa]');

/** What each has shown last, as far as links say it: of those that have answered, and so are known to be ours. */
const links = new WeakMap<HTMLIFrameElement, string>();
/** The address as it was last heard of, or written. */
let heard = location.hash;
const greeted = () => [...frames()].filter((frame) => links.has(frame));

/**
 * Where a frame's messages come from: a sandbox without `allow-same-origin` has no origin; nor has one ours whose address
 * is none, or not there yet.
 */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (!/^https?:/.test(frame.src)) return undefined;
  return frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin')
    ? 'null'
    : new URL(frame.src).origin;
}

function say(frame: HTMLIFrameElement, message: Say<HostMessage>): void {
  const origin = originOf(frame);
  if (origin) frame.contentWindow?.postMessage({cronomapa: 1, ...message}, origin === 'null' ? '*' : origin);
}

/** Language and scheme where the frame stands, unless it names its own. */
function lookOf(frame: HTMLIFrameElement): Look {
  const {lang, theme} = frame.dataset;
  const scheme = getComputedStyle(frame).colorScheme;
  const isDark =
    /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return {
    lang: lang ?? frame.closest<HTMLElement>('[lang]')?.lang ?? '',
    theme: theme === 'dark' || theme === 'light' ? theme : isDark ? 'dark' : 'light',
  };
}

/** Its link in the address; null when the page keeps none for it. */
const linkOf = (frame: HTMLIFrameElement) =>
  frame.hasAttribute('data-permalink')
    ? permalinkParts(location.hash, frame.dataset.permalink).own.join('&')
    : null;

/** Puts a frame's link into the address, as a step of the history or in place of the one that is there. */
function keep(frame: HTMLIFrameElement, link: string, isStep = true): void {
  const {permalink} = frame.dataset;
  if (permalink === undefined) return;
  links.set(frame, link);
  const {own} = permalinkParts(link);
  if (own.join('&') === linkOf(frame)) return;
  const hash = withPermalink(own, location.hash, permalink);
  // Whole: a page's <base> is not where it is.
  const [page = ''] = location.href.split('#', 1);
  try {
    history[isStep ? 'pushState' : 'replaceState'](history.state, '', hash ? `${page}#${hash}` : page);
    heard = location.hash;
  } catch {
    // Too many in too short a time: the view is what counts.
  }
}

function fit(frame: HTMLIFrameElement, height: unknown): void {
  if (typeof height !== 'number' || !(height > 0 && height < MOST)) return;
  const style = getComputedStyle(frame);
  const edges = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth];
  const around =
    style.boxSizing === 'border-box' ? edges.reduce((sum, each) => sum + Number.parseFloat(each), 0) : 0;
  frame.style.height = `${Math.ceil(height) + around}px`;
}

addEventListener('message', ({data, source, origin}: MessageEvent<FrameMessage | null>) => {
  const frame = [...frames()].find(({contentWindow}) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || data?.cronomapa !== 1) return;
  if (data.type === 'ready') {
    const link = linkOf(frame);
    links.set(frame, link ?? '');
    say(frame, {type: 'hello', link, ...lookOf(frame)});
  }
  if (data.type === 'height') fit(frame, data.height);
  else if (data.type === 'link' && typeof data.link === 'string' && data.link.length < LONGEST)
    keep(frame, data.link, data.isStep !== false);
});

const follow = () => {
  const {hash} = location;
  // Both events tell of one step.
  if (hash === heard) return;
  const anchors = anchorsOf(hash);
  // The reader goes to another place in the page, and to no other view.
  const isAnchor = anchors && anchors !== anchorsOf(heard);
  heard = hash;
  for (const frame of greeted()) {
    const link = linkOf(frame);
    const before = links.get(frame);
    if (link === null) continue;
    // Later: who hears of the step as well is to see it as it was.
    if (isAnchor && !link && before) setTimeout(() => keep(frame, before, false), 300);
    else {
      links.set(frame, link);
      say(frame, {type: 'link', link});
    }
  }
};
addEventListener('popstate', follow);
addEventListener('hashchange', follow);

/** How wide a story is on paper, in CSS pixels: A4 with the margins that browsers give it. */
const PAPER = 680;
const heights = new Map<HTMLIFrameElement, string>();

// Paper is narrow, and a frame cannot say in time how high it is there: room for all of it, and some that stays empty.
addEventListener('beforeprint', () => {
  for (const frame of greeted()) {
    heights.set(frame, frame.style.height);
    const {clientWidth, clientHeight} = frame;
    frame.style.height = `${Math.ceil(clientHeight * Math.max(1.25, (clientWidth / PAPER) * 1.1))}px`;
  }
});
addEventListener('afterprint', () => {
  for (const [frame, height] of heights) frame.style.height = height;
  heights.clear();
});

const look = () => {
  for (const frame of greeted()) say(frame, {type: 'look', ...lookOf(frame)});
};
new MutationObserver(look).observe(document.documentElement, {attributes: true});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look);

// Those that were ready before this script. What is in a frame that loads still is not the frame: it is told nothing.
for (const frame of frames()) frame.contentWindow?.postMessage({cronomapa: 1, type: 'ask'}, '*');
