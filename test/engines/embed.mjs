/**
 * Interactions with examples/embed.html: chooses each way and its options, views the story, and copies the HTML. Runs in
 * any engine, with a fake clipboard.
 *
 * @typedef {import('./stress.mjs').Page} Page
 */

/** Runs in the page. */
const work = async () => {
  const problems = [];
  const hold = (isSo, what) => isSo || problems.push(what);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const until = async (check, what) => {
    for (let i = 0; i < 100; i++) {
      if (check()) return;
      await pause(50);
    }
    problems.push(what);
  };
  const find = (id) => document.getElementById(id);
  const fields = find('choices').elements;
  const tell = (field, value) => {
    if (typeof value === 'boolean') field.checked = value;
    else field.value = value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true}));
  };
  const set = (name, value) => tell(fields[name], value);
  const choose = (way) => tell(document.querySelector(`input[value=${way}]`), true);
  const lines = () => find('snippet').value;
  const has = (...parts) => {
    for (const part of parts) hold(lines().includes(part), `"${part}" is not in ${lines()}`);
  };
  const lacks = (part) => hold(!lines().includes(part), `"${part}" is in ${lines()}`);
  const story = find('live').querySelector('crono-story');
  const isReady = (each) => each?.snapshot?.status === 'ready';
  const base = new URL('../dist/cdn/', location.href).href;
  const data = new URL('../data/', location.href).href;

  // Initial state: two lines, and a story with its events in time order.
  await until(() => isReady(story) && fields.selected.length > 1, 'the story is not ready');
  hold(
    lines() ===
      `<link rel="stylesheet" href="${base}cronomapa.css">\n<script type="module" src="${base}cronomapa.js"></script>\n<crono-story src="${data}caracas-releases.json"></crono-story>`,
    `opens with ${lines()}`,
  );
  const listed = [...fields.selected.options].slice(1).map(({value}) => value);
  hold(
    listed.join() === [...story.snapshot.events].map(({id}) => id).join(),
    `the events that can be chosen are ${listed}`,
  );
  hold(/^Readers download \d+ kB of script/.test(find('weight').textContent), 'no weight is said');

  // Element: lines and story follow each option.
  const id = 'release-2025-12-25';
  set('selected', id);
  set('lang', 'es');
  set('theme', 'dark');
  set('heading', '3');
  has(`selected="${id}" lang="es" theme="dark" heading-level="3"></crono-story>`);
  await until(() => story.snapshot.selected === id, `the story has selected ${story.snapshot.selected}`);
  await until(() => story.snapshot.locale === 'es', `the story speaks ${story.snapshot.locale}`);
  await until(
    () => getComputedStyle(story).colorScheme === 'dark',
    `the story is ${getComputedStyle(story).colorScheme}`,
  );
  await until(
    () => story.shadowRoot.querySelector('[part=title]')?.ariaLevel === '3',
    'the heading of the story is of another level',
  );
  hold(
    /^2025-12-25: \P{Cc}*(preso|liberad)/u.test(fields.selected.selectedOptions[0].text),
    'events have no Spanish titles',
  );
  set('permalink', true);
  has(' permalink></crono-story>');
  hold(story.hasAttribute('permalink'), 'the story keeps no permalink');
  set('permalink', false);

  // One tag.
  choose('tag');
  has(`<script src="${base}embed.js" data-src="${data}caracas-releases.json" data-selected="${id}"`);
  has('data-lang="es" data-theme="dark" data-heading-level="3" async></script>');
  hold(!story.hidden && isReady(story), 'the story is gone');
  set('guard', 'all');
  has('<script type="importmap">', ' integrity="sha384-', 'crossorigin="anonymous"');

  // Frame: hashes do not apply, and it shows the selected story.
  choose('frame');
  lacks('importmap');
  has(
    '<iframe data-cronomapa title="',
    `src="${base}frame.html?src=/`,
    `selected=${id}&amp;lang=es&amp;theme=dark`,
  );
  has(`<script src="${base}host.js" async integrity="sha384-`);
  lacks('sandbox');
  set('sandbox', true);
  has('sandbox="allow-scripts allow-same-origin ');
  set('height', '640');
  has(' height="640" ');
  /** Wait until the frame has loaded: removing it earlier may leave a failed request. */
  const drawn = () =>
    until(
      () => framed()?.shadowRoot.querySelector('crono-map')?.shadowRoot.querySelector('.basemap'),
      'the map in the frame is not drawn',
    );
  const framed = () => find('live').querySelector('iframe')?.contentDocument?.querySelector('crono-story');
  find('live').scrollIntoView();
  await until(() => isReady(framed()), 'the frame has no story');
  await until(() => framed()?.snapshot?.selected === id, 'the frame has another event');
  hold(framed()?.snapshot?.locale === 'es', `the frame speaks ${framed()?.snapshot?.locale}`);
  const frame = find('live').querySelector('iframe');
  await until(() => Number.parseFloat(frame.style.height) > 1000, `the frame is ${frame.style.height} high`);
  hold(story.hidden, 'the story is there twice');
  hold(lines().includes(` title="${frame.title}" `), `the frame is called "${frame.title}"`);

  // Another story: its own events, none selected.
  await drawn();
  set('story', '../data/venezuela-2024-2026.json');
  has('?src=/', 'venezuela-2024-2026.json');
  await until(
    () => fields.selected.length > 40,
    `of the record ${fields.selected.length} events can be chosen`,
  );
  hold(fields.selected.value === '', `${fields.selected.value} is chosen of another story`);
  await until(() => framed()?.snapshot?.counts?.events > 40, 'the frame has the story before');

  // Custom URLs: invalid ones are reported, and nothing can be copied.
  await drawn();
  set('base', 'https://news.example/cronomapa');
  hold(
    /of its own server/.test(find('fault').textContent),
    `of two servers it says "${find('fault').textContent}"`,
  );
  hold(lines() === '' && find('copy').disabled, 'lines that cannot work can be copied');
  set('src', 'https://news.example/stories/record.json');
  has('src="https://news.example/cronomapa/frame.html?src=/stories/record.json');
  set('base', 'javascript:alert(1)');
  hold(/is no address/.test(find('fault').textContent), 'any address will do');
  set('base', base);
  set('src', '');
  hold(fields.src.value === '', 'an empty field is filled while it is written in');
  set('story', '');
  hold(!find('own').hidden && /on this server/.test(find('fault').textContent), 'no address is asked for');
  set('own', '../data/caracas-releases.json');
  hold(fields.src.value === `${data}caracas-releases.json`, `the file is said to be at ${fields.src.value}`);
  await until(
    () => framed()?.snapshot?.counts?.events === listed.length,
    'the frame has no story of an own address',
  );
  await drawn();
  set('own', '../dist/cdn/integrity.json');
  await until(
    () => /integrity\.json is not a story/.test(find('fault').textContent),
    `of a file that is no story it says "${find('fault').textContent}"`,
  );
  hold(lines() === '' && find('copy').disabled, 'lines for a file that is no story can be copied');
  hold(/npm start.* serves copies/.test(find('own').textContent), 'it does not say that copies are served');
  set('own', '../data/caracas-releases.json');
  await until(() => lines() !== '', 'the lines do not come back');
  await drawn();
  choose('element');
  hold(!story.hidden && !find('live').querySelector('iframe'), 'the frame is still there');
  await until(
    () => isReady(story) && fields.selected.length < 20,
    'the story of an own address is not there',
  );
  set('selected', id);
  await until(() => story.snapshot.selected === id, 'the event of an own address is not selected');

  // Copying: by the clipboard, with selection as a fallback.
  let copied = '';
  let isRefused = false;
  const clipboard = {
    writeText: async (text) => {
      if (isRefused) throw new DOMException('no', 'NotAllowedError');
      copied = text;
    },
  };
  Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
  find('copy').click();
  await until(
    () => find('copied').textContent === 'Copied.',
    `copying it says "${find('copied').textContent}"`,
  );
  hold(copied === lines() && copied.includes(id), `copied was ${copied}`);
  set('theme', 'light');
  hold(find('copied').textContent === '', 'other lines are said to be copied');
  isRefused = true;
  find('copy').click();
  await until(() => /selected/.test(find('copied').textContent), 'without a clipboard nothing is said');
  const {selectionStart, selectionEnd} = find('snippet');
  hold(
    document.activeElement === find('snippet') && selectionEnd - selectionStart === lines().length,
    'without a clipboard the lines are not selected',
  );
  delete navigator.clipboard;
  return problems;
};

/** @param {Page} page @returns {Promise<string[]>} what is wrong */
export const readEmbed = (page) => page.evaluate(work);
