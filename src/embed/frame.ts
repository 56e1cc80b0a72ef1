import type {CronoStory} from '../elements/index.js';
import {messages} from './cdn.js';
import type {FrameMessage, HostMessage} from './protocol.js';

/*
 * The page in a frame: creates the story given by its query string, unless the page contains one, and exchanges
 * messages with the host page. The host is not trusted: heights are posted to any origin, but permalinks only to a host
 * that has sent `hello`.
 */

/** The attributes of the story that the query string may set. */
const ATTRIBUTES = ['src', 'selected', 'lang', 'theme', 'heading-level'] as const;

const READY: FrameMessage = {cronomapa: 1, type: 'ready'};

const query = new URLSearchParams(location.search);
const isFramed = parent !== window;

function makeStory(): CronoStory {
  const story = document.createElement('crono-story');
  for (const name of ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) story.setAttribute(name, value);
  }
  // Only same-origin datasets: a crafted link must not show foreign content in the newsroom's name.
  const src = query.get('src');
  const isOurs = src && URL.canParse(src, document.baseURI);
  if (!isOurs || new URL(src, document.baseURI).origin !== location.origin) {
    story.removeAttribute('src');
    document.body.append(
      Object.assign(document.createElement('p'), {
        className: 'fault',
        textContent: `cronomapa: ?src= must name a dataset on ${location.origin}, as seen from this page.`,
      }),
    );
  }
  story.setAttribute('permalink', '');
  // The page's markup is English; the story's language is unknown until it is loaded or given.
  const root = document.documentElement;
  root.lang = query.get('lang') ?? '';
  void story.ready.then(() => {
    root.lang ||= story.snapshot.locale;
    void updateTitle();
  });
  story.addEventListener('crono-locale-change', () => void updateTitle());
  document.querySelector('main')?.append(story);
  return story;
}

const found = document.querySelector('crono-story');
const story = found ?? makeStory();
// A host prints a frame without a word to it.
void story.ready
  .then(() => story.updateComplete)
  .then(() => {
    if (!isFramed) return;
    tellStyles();
    dispatchEvent(new Event('crono-arrive'));
  });
/** The origin of the host that wants permalinks; undefined until it asks. */
let host: string | undefined;

const post = (message: FrameMessage, origin: string) =>
  parent.postMessage(message, origin === 'null' ? '*' : origin);

/** After so many milliseconds without a change the height is at rest. */
const REST = 2000;

/** Posts the height in the protocols of possible hosts: ours, AMP's and Pym's. */
function postHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  post({cronomapa: 1, type: 'height', height}, '*');
  parent.postMessage({sentinel: 'amp', type: 'embed-size', height}, '*');
  const pym = query.get('childId');
  if (pym) parent.postMessage(`pymxPYMx${pym}xPYMxheightxPYMx${height}`, '*');
}

let again = 0;

/** Posts the height when it changes, and once more at rest: a host passes over what changes too often. */
function followHeight(): void {
  postHeight();
  clearTimeout(again);
  again = window.setTimeout(postHeight, REST);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 8000;

function onMessage({data, source, origin}: MessageEvent<HostMessage | null>): void {
  if (source !== parent || data?.cronomapa !== 1) return;
  if (data.type === 'ask') post(READY, '*');
  if (data.type === 'hello' || data.type === 'look') {
    // The query string, the newsroom's choice, wins over the host.
    if (!query.has('lang') && isText(data.lang) && data.lang) document.documentElement.lang = data.lang;
    if (!query.has('theme') && (data.theme === 'light' || data.theme === 'dark'))
      document.documentElement.style.colorScheme = data.theme;
  }
  if (data.type === 'hello' && data.link !== null) host = origin;
  if (
    (data.type === 'hello' || data.type === 'link') &&
    isText(data.link) &&
    (data.link || data.type === 'link')
  )
    void story.follow(data.link);
}

/** Adds a full screen button below the story. */
function addFullScreenButton(): void {
  const button = document.createElement('button');
  const say = () => {
    const text = messages(story.snapshot.locale);
    button.textContent = document.fullscreenElement ? text.leaveFullScreen : text.fullScreen;
  };
  button.addEventListener('click', () => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    change.catch(() => button.remove());
  });
  document.addEventListener('fullscreenchange', say);
  story.addEventListener('crono-locale-change', say);
  say();
  document.body.append(button);
}

/**
 * Tells the style sheet what stands in the frame. On the screen the card stands beside the map; on paper a frame shows the
 * beginning of a story, with its map or else its timeline, and the address of all of it. A page with a story of its own is
 * shown and printed as its author made it.
 */
function tellStyles(): void {
  if (story === found) return;
  const {classList} = document.documentElement;
  classList.add('brief');
  classList.toggle('mapped', Boolean(story.shadowRoot?.querySelector('crono-map')));
  document.body.append(
    Object.assign(document.createElement('p'), {className: 'address', textContent: location.href}),
  );
}

/** Sets the title of the page to that of the story. */
async function updateTitle(): Promise<void> {
  await story.updateComplete;
  document.title = story.shadowRoot?.querySelector('[part~="title"]')?.textContent?.trim() || document.title;
}

if (isFramed) {
  document.documentElement.classList.add('framed');
  addEventListener('message', onMessage);
  // Keep permalinks out of the frame's own URL, which nobody sees: readers copy the host's.
  story.addEventListener('crono-permalink', (event) => {
    event.preventDefault();
    if (host !== undefined) post({cronomapa: 1, type: 'link', link: event.link, isStep: event.isStep}, host);
  });
  // Wait for the story: a frame that shrinks and grows again shifts the layout of the host.
  void story.ready.then(() => {
    new ResizeObserver(followHeight).observe(document.body, {box: 'border-box'});
    if (document.fullscreenEnabled) addFullScreenButton();
  });
  post(READY, '*');
}
