/** The builder of snippets: what is chosen in the form becomes the lines to paste, and the story below them. */
import {chooseText, frameAddress, plainText, snippetHtml} from '../dist/snippet.js';

const find = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
/** Of more events a list would be of no use; another id can be written into the lines. */
const MOST_EVENTS = 1000;
/** The scripts that this server has, whichever server the lines name. */
const HERE = new URL('../dist/cdn/', location.href);

const form = find('choices');
const fields = form.elements;
const story = find('live').querySelector('crono-story');
/** What the folder's `integrity.json` says; without it nothing is weighed, and no script can be refused. */
let integrity;
/** Whether the author has written where the story's file will be; else it follows the choice of the story. */
let isPlaced = false;

/** Address of the dataset here, or undefined while none is named. */
const datasetHere = () => {
  const text = fields.story.value || fields.own.value.trim();
  return text && URL.canParse(text, location.href) ? new URL(text, location.href) : undefined;
};

const isHere = (address) => address?.origin === location.origin;

/** A text of the dataset in the language that is chosen. */
const say = (text) =>
  plainText(
    chooseText(
      text,
      fields.lang.value || document.documentElement.lang,
      story.snapshot?.dataset.language ?? 'en',
    ).text,
  );

function options() {
  const way = fields.way.value;
  return {
    as: way,
    base: fields.base.value,
    src: fields.src.value,
    title: say(story.snapshot?.dataset.title) || 'Map and timeline',
    selected: fields.selected.value || undefined,
    language: fields.lang.value || undefined,
    theme: fields.theme.value || undefined,
    headingLevel: fields.heading.value ? Number(fields.heading.value) : undefined,
    permalink: fields.permalink.checked,
    height: fields.height.valueAsNumber,
    sandbox: fields.sandbox.checked,
    integrity: fields.guard.value ? integrity : undefined,
    importMap: fields.guard.value === 'all',
  };
}

/** Why the story that is chosen cannot be shown; empty while it can, or is on its way. */
function failureHere() {
  const {status, failure} = story.snapshot ?? {};
  const address = datasetHere();
  if (status !== 'error' || failure.url !== address?.href) return '';
  return failure.code === 'http' || failure.code === 'network'
    ? `No file answers at ${address.pathname}. “npm start” serves copies, which it makes when it starts: put the file into the folder data, and start it again.`
    : `The file at ${address.pathname} is not a story. “npx cronomapa check” says what is wrong with it.`;
}

/** The lines, or what is wrong with what they would be made of. */
function write() {
  let lines = '';
  let fault = '';
  try {
    lines = snippetHtml(options()).trimEnd();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault = error.message;
  }
  if (!isHere(datasetHere())) fault = 'Write the address of a file on this server, to see its story below.';
  fault ||= failureHere();
  // Lines that lead to nothing are not offered.
  if (failureHere()) lines = '';
  find('snippet').value = lines;
  find('copy').disabled = lines === '';
  find('copied').textContent = '';
  find('fault').textContent = fault;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

/** What readers download, in a line. */
function weigh() {
  if (!integrity) return;
  const {files} = integrity;
  const ways = {
    element: ['cronomapa.js'],
    tag: ['embed.js', 'cronomapa.js'],
    frame: ['host.js', 'frame.js', 'cronomapa.js'],
  };
  const first = ways[fields.way.value].map((name) => files[name]);
  // The other ways' scripts are not fetched.
  const rest = Object.keys(files).filter(
    (name) => !['embed.js', 'host.js', 'frame.js', 'cronomapa.js'].includes(name),
  );
  const sum = (all, key) => all.reduce((total, each) => total + each[key], 0);
  const most = sum([...first, ...rest.map((name) => files[name])], 'gzip');
  find('weight').textContent =
    `Readers download ${kB(sum(first, 'gzip'))} of script first, compressed as most servers send it (${kB(sum(first, 'bytes'))} unpacked), and of the rest what the story needs: ${kB(most)} at the very most. The outlines of the map and the story’s own file come on top.`;
}

/** What else there is to say of the choices. */
function explain() {
  const way = fields.way.value;
  find('framed').hidden = way !== 'frame';
  find('own').hidden = fields.story.value !== '';
  const all = fields.guard.querySelector('[value=all]');
  all.disabled = way === 'frame';
  if (way === 'frame' && fields.guard.value === 'all') fields.guard.value = 'first';
  find('guarding').textContent = {
    '': '',
    first:
      way === 'frame'
        ? 'Of the script on your page. What is in the frame is its own server’s affair.'
        : 'The scripts that it fetches later are not looked at.',
    all: 'The list of all scripts has to stand before any other module of your page.',
  }[fields.guard.value];
  find('about').textContent = {
    element: '',
    tag: 'The script makes the same element as the first way, where it stands.',
    frame: 'Shown from this server, whichever server the lines name.',
  }[way];
}

/** Events of the story in time order, those without a date last. */
function listEvents() {
  const {events} = story.snapshot;
  const before = fields.selected.value;
  const items = [];
  for (const event of events) {
    if (items.length === MOST_EVENTS) break;
    const words = [event.date, say(event.title)].filter(Boolean).join(': ');
    items.push(make('option', {value: event.id, textContent: words}));
  }
  const more = events.size - items.length;
  if (more > 0) items.push(make('option', {disabled: true, textContent: `and ${more} more`}));
  fields.selected.replaceChildren(make('option', {value: '', textContent: 'no event'}), ...items);
  fields.selected.value = items.some(({value}) => value === before) ? before : '';
}

const set = (element, name, value) => {
  if (value === undefined || value === false || value === '') element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : value);
};

/** A frame of the story, made anew for another address: led there, it would be a step of the page's history. */
function showFrame(chosen, address) {
  const src = frameAddress({...chosen, base: HERE.href, src: address.href});
  let frame = find('live').querySelector('iframe');
  if (frame?.src !== src) {
    frame?.remove();
    frame = make('iframe', {src, allow: 'fullscreen'});
    frame.dataset.cronomapa = '';
  }
  set(frame, 'title', chosen.title);
  set(frame, 'height', chosen.height);
  set(frame, 'data-permalink', chosen.permalink);
  if (!frame.isConnected) find('live').append(frame);
}

/** The story as readers see it: the element itself, or a frame of it. */
function preview() {
  const address = datasetHere();
  const chosen = options();
  const isFrame = chosen.as === 'frame';
  if (!isHere(address) || (isFrame && !fields.height.checkValidity())) return;
  // In a frame's stead it stays: it knows the events that can be chosen.
  story.hidden = isFrame;
  set(story, 'permalink', chosen.permalink && !isFrame);
  set(story, 'lang', chosen.language);
  set(story, 'theme', chosen.theme);
  set(story, 'heading-level', chosen.headingLevel);
  set(story, 'selected', chosen.selected);
  if (new URL(story.getAttribute('src'), location.href).href !== address.href)
    story.setAttribute('src', address.href);
  if (isFrame) showFrame(chosen, address);
  else find('live').querySelector('iframe')?.remove();
}

function placeFile() {
  if (!isPlaced) fields.src.value = datasetHere()?.href ?? '';
}

form.addEventListener('input', ({target}) => {
  if (target === fields.src) isPlaced = fields.src.value.trim() !== '';
  if (target === fields.story || target === fields.own) {
    fields.selected.value = '';
    placeFile();
  }
  explain();
  write();
  weigh();
});
form.addEventListener('change', ({target}) => {
  if (target === fields.lang) listEvents();
  // Where the files will be changes nothing of what is seen.
  if (![fields.base, fields.src, fields.guard, fields.sandbox].includes(target) && form.checkValidity())
    preview();
});
form.addEventListener('submit', (event) => event.preventDefault());

find('copy').addEventListener('click', async () => {
  const text = find('snippet');
  try {
    await navigator.clipboard.writeText(text.value);
    find('copied').textContent = 'Copied.';
  } catch {
    text.focus();
    text.select();
    find('copied').textContent = 'The lines are selected: copy them with Ctrl+C, or Cmd+C.';
  }
});

story.addEventListener('crono-load', () => {
  listEvents();
  write();
  // A frame has the title of the story that is there now.
  preview();
});

story.addEventListener('crono-error', write);

fields.base.value = HERE.href;
placeFile();
explain();
write();
await customElements.whenDefined('crono-story');
integrity = await fetch(new URL('integrity.json', HERE))
  .then((answer) => (answer.ok ? answer.json() : undefined))
  .catch(() => undefined);
fields.guard.disabled = !integrity;
weigh();
await story.ready;
listEvents();
write();
