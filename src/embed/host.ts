import {anchorsOf, permalinkParts, withPermalink} from '../core/store/index.js';
import type {FrameMessage, HostMessage, Look} from './protocol.js';

/*
 * The script of a host page: sets the height of each frame (`<iframe data-cronomapa>`) to that of its content, tells it
 * the page's language and colour scheme, and keeps its permalinks (`data-permalink`) in the page's URL. A classic
 * script, once per page; frames may be added later. It defines no globals, and accepts messages only from the frames.
 */

type WithoutVersion<T> = T extends {readonly cronomapa: 1} ? Omit<T, 'cronomapa'> : never;

/** Limits of the height in CSS pixels, and of the length of permalinks in characters. */
const MAX_HEIGHT = 100_000;
const MAX_LENGTH = 8000;
/** What follows a change so soon is of the same step, in milliseconds. */
const REST = 500;
/** Changes of its height that a frame may make one after another, each of which it has again after a rest. */
const CHANGES = 50 * REST;

const darkScheme = matchMedia('(prefers-color-scheme: dark)');

const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-cronomapa]')];

/** The last known permalink of each frame that has sent `ready`, and so is known to be one of ours. */
const links = new WeakMap<HTMLIFrameElement, string>();
/** The last known or written URL fragment. */
let lastHash = location.hash;
/** When a frame may add a step to the history: while the reader is in it, and when it has been at rest. */
let nextStep = 0;
/** When each frame has all its changes of height again. */
const fullAt = new WeakMap<HTMLIFrameElement, number>();
const knownFrames = () => frames().filter((frame) => links.has(frame));

/**
 * The origin of a frame's messages: 'null' for a sandbox without `allow-same-origin`; undefined when its URL is not
 * http(s) or not set.
 */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (!/^https?:/.test(frame.src)) return undefined;
  return /^(?!.*allow-same-origin)./s.test(frame.sandbox.value) ? 'null' : new URL(frame.src).origin;
}

function post(frame: HTMLIFrameElement, message: WithoutVersion<HostMessage>): void {
  const origin = originOf(frame);
  if (origin) frame.contentWindow?.postMessage({cronomapa: 1, ...message}, origin === 'null' ? '*' : origin);
}

/** Language and colour scheme at the frame, unless it sets its own by `data-lang` or `data-theme`. */
function lookOf(frame: HTMLIFrameElement): Look {
  const {lang, theme} = frame.dataset;
  const scheme = getComputedStyle(frame).colorScheme;
  const isDark = /dark/.test(scheme) && (!/light/.test(scheme) || darkScheme.matches);
  return {
    lang: lang ?? frame.closest<HTMLElement>('[lang]')?.lang ?? '',
    theme: theme === 'dark' || theme === 'light' ? theme : isDark ? 'dark' : 'light',
  };
}

/** The frame's permalink in the URL; null when it has no `data-permalink`. */
const linkOf = (frame: HTMLIFrameElement) =>
  frame.dataset.permalink === undefined
    ? null
    : permalinkParts(location.hash, frame.dataset.permalink).own.join('&');

/** Writes a frame's permalink into the URL, as a new history entry or replacing the current one. */
function writeLink(frame: HTMLIFrameElement, link: string, isStep: boolean): void {
  const before = linkOf(frame);
  if (before === null) return;
  links.set(frame, link);
  const {own} = permalinkParts(link);
  if (own.join('&') === before) return;
  // An absolute URL, since a relative one would resolve against <base>.
  const url = new URL(location.href);
  url.hash = withPermalink(own, location.hash, frame.dataset.permalink);
  const isNew = isStep && document.activeElement === frame && Date.now() > nextStep;
  nextStep = Date.now() + REST;
  try {
    history[isNew ? 'pushState' : 'replaceState'](history.state, '', url);
    lastHash = location.hash;
  } catch {
    // Browsers throw when the history changes too often; the URL is not essential.
  }
}

/** Sets a frame's height, unless it changes too often, as one does that follows itself: at rest it says it once more. */
function setHeight(frame: HTMLIFrameElement, height: unknown): void {
  const full = Math.max(fullAt.get(frame) ?? 0, Date.now()) + REST;
  if (typeof height !== 'number' || !(height > 0 && height < MAX_HEIGHT) || full > Date.now() + CHANGES)
    return;
  fullAt.set(frame, full);
  const style = getComputedStyle(frame);
  const around =
    style.boxSizing === 'border-box'
      ? frame.offsetHeight -
        frame.clientHeight +
        Number.parseFloat(style.paddingTop) +
        Number.parseFloat(style.paddingBottom)
      : 0;
  frame.style.height = `${Math.ceil(height) + around}px`;
}

addEventListener('message', ({data, source, origin}: MessageEvent<FrameMessage | null>) => {
  const frame = frames().find(({contentWindow}) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || data?.cronomapa !== 1) return;
  if (data.type === 'ready') {
    const link = linkOf(frame);
    links.set(frame, link ?? '');
    post(frame, {type: 'hello', link, ...lookOf(frame)});
  }
  if (data.type === 'height') setHeight(frame, data.height);
  else if (data.type === 'link' && typeof data.link === 'string' && data.link.length < MAX_LENGTH)
    writeLink(frame, data.link, data.isStep);
});

// Back and Forward fire it too, where the fragment changes.
addEventListener('hashchange', () => {
  const {hash} = location;
  if (hash === lastHash) return;
  const anchors = anchorsOf(hash);
  // The reader follows an anchor within the page, not a permalink.
  const isAnchor = anchors && anchors !== anchorsOf(lastHash);
  lastHash = hash;
  for (const frame of knownFrames()) {
    const link = linkOf(frame);
    const before = links.get(frame);
    if (link === null) continue;
    // Restore the permalink later, so that other listeners of this navigation see the fragment as it was.
    if (isAnchor && !link && before) setTimeout(() => writeLink(frame, before, false), 300);
    else {
      links.set(frame, link);
      post(frame, {type: 'link', link});
    }
  }
});

/** Height on paper of our page in a frame, which shows the beginning of its story there. */
const BRIEF = '172mm';
/** Twice the print width in CSS pixels: A4 with the default margins of browsers, and a tenth less to be sure. */
const TWICE_PAPER = 1240;

addEventListener('beforeprint', () => {
  // Those too that have not come: they would leave more pages empty.
  for (const frame of frames()) {
    const {style} = frame;
    const before = style.height;
    // A page of the author's own is printed whole. It cannot say its height at print width in time, so that is a guess.
    style.height = /frame\.html/.test(frame.src)
      ? BRIEF
      : `${frame.clientHeight * (1 + frame.clientWidth / TWICE_PAPER)}px`;
    addEventListener(
      'afterprint',
      () => {
        style.height = before;
      },
      {once: true},
    );
  }
});

const look = () => {
  for (const frame of knownFrames()) post(frame, {type: 'look', ...lookOf(frame)});
};
new MutationObserver(look).observe(document.documentElement, {attributes: true});
darkScheme.addEventListener('change', look);

// Frames that were ready before this script. The message contains nothing, as a frame that is still loading may hold
// another page.
for (const frame of frames()) frame.contentWindow?.postMessage({cronomapa: 1, type: 'ask'}, '*');
