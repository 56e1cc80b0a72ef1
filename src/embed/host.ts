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

/** What has answered: only then what is in a frame is known to be ours. */
const known = new WeakSet<HTMLIFrameElement>();
const greeted = () => [...frames()].filter((frame) => known.has(frame));

/** Where a frame's messages come from: a sandbox without `allow-same-origin` has no origin. */
const originOf = (frame: HTMLIFrameElement) =>
  frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin')
    ? 'null'
    : new URL(frame.src).origin;

function say(frame: HTMLIFrameElement, message: Say<HostMessage>): void {
  const origin = originOf(frame);
  frame.contentWindow?.postMessage({cronomapa: 1, ...message}, origin === 'null' ? '*' : origin);
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

/** Parts of the address: those of a frame, without their prefix, and all others. */
function partsOf({dataset: {permalink = ''}}: HTMLIFrameElement): [own: string[], others: string[]] {
  const start = permalink && `${encodeURIComponent(permalink)}.`;
  const parts = location.hash.slice(1).split('&').filter(Boolean);
  const isOwn = (part: string) => part.startsWith(start) && /^[ercapqvl]=/.test(part.slice(start.length));
  return [parts.filter(isOwn).map((part) => part.slice(start.length)), parts.filter((part) => !isOwn(part))];
}

/** Its link in the address; null when the page keeps none for it. */
const linkOf = (frame: HTMLIFrameElement) =>
  frame.hasAttribute('data-permalink') ? partsOf(frame)[0].join('&') : null;

/** Puts a frame's link into the address, as a step of the history. */
function keep(frame: HTMLIFrameElement, link: string): void {
  const {permalink} = frame.dataset;
  if (permalink === undefined || link === linkOf(frame)) return;
  const start = permalink && `${encodeURIComponent(permalink)}.`;
  const own = link.split('&').filter((part) => /^[ercapqvl]=/.test(part));
  const hash = [...partsOf(frame)[1], ...own.map((part) => start + part)].join('&');
  history.pushState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
}

function fit(frame: HTMLIFrameElement, height: unknown): void {
  if (typeof height !== 'number' || !(height > 0 && height < MOST)) return;
  const isWhole = getComputedStyle(frame).boxSizing === 'border-box';
  const border = isWhole ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.ceil(height) + border}px`;
}

addEventListener('message', ({data, source, origin}: MessageEvent<FrameMessage | null>) => {
  const frame = [...frames()].find(({contentWindow}) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || data?.cronomapa !== 1) return;
  known.add(frame);
  if (data.type === 'ready') say(frame, {type: 'hello', link: linkOf(frame), ...lookOf(frame)});
  else if (data.type === 'height') fit(frame, data.height);
  else if (data.type === 'link' && typeof data.link === 'string' && data.link.length < LONGEST)
    keep(frame, data.link);
});

const follow = () => {
  for (const frame of greeted()) {
    const link = linkOf(frame);
    if (link !== null) say(frame, {type: 'link', link});
  }
};
addEventListener('popstate', follow);
addEventListener('hashchange', follow);

const look = () => {
  for (const frame of greeted()) say(frame, {type: 'look', ...lookOf(frame)});
};
new MutationObserver(look).observe(document.documentElement, {attributes: true});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look);

// Those that were ready before this script. What is in a frame that loads still is not the frame: it is told nothing.
for (const frame of frames()) frame.contentWindow?.postMessage({cronomapa: 1, type: 'ask'}, '*');
