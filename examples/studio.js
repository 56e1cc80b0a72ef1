/** The theme studio: tokens in, every element out. What is changed lives in the address of the page, and nowhere else. */
import {
  faultOf,
  findLikeness,
  fromDesignTokens,
  gradeTheme,
  readTheme,
  TOKENS,
  toDesignTokens,
} from '../dist/themes.js';

/** The themes that ship, and one that a newsroom made in twenty lines. */
const THEMES = {
  paper: '../dist/themes/tokens.css',
  night: '../dist/themes/night.css',
  contrast: '../dist/themes/contrast.css',
  broadsheet: '../dist/themes/broadsheet.css',
  bold: '../dist/themes/bold.css',
  newsroom: 'newsroom.css',
};
const WIDTHS = {360: [360], 768: [768], 1280: [1280], all: [360, 768, 1280]};
const find = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const short = (name) => name.replace(/^--crono-(color-)?/, '');

/** Name of the theme that the changes are to, its tokens, and the changes. */
let base = 'paper';
let theme = readTheme('');
const changes = new Map();
const sheets = new Map();

const sheetOf = async (name) => {
  if (!sheets.has(name)) sheets.set(name, await (await fetch(THEMES[name])).text());
  return sheets.get(name);
};

/** A token's value as it is written: what was changed, or else the theme's. */
const valueIn = (name) => {
  if (changes.has(name)) return changes.get(name);
  const [light, dark] = [theme.tokens.light.get(name), theme.tokens.dark.get(name)];
  return light === dark ? light : `light-dark(${light}, ${dark})`;
};

const declared = () =>
  TOKENS.filter(({name}) => theme.own.has(name) || changes.has(name)).map(({name}) => [name, valueIn(name)]);

const cssOf = () => {
  const scheme = theme.schemes.length === 1 ? `  color-scheme: ${theme.schemes[0]};\n` : '';
  return `:root {\n${scheme}${declared()
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;
};

const current = () => readTheme(cssOf());

/** Any colour as six digits, for a field that takes nothing else. */
const hexOf = (css) => {
  const context = make('canvas', {width: 1, height: 1}).getContext('2d');
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return `#${[...context.getImageData(0, 0, 1, 1).data]
    .slice(0, 3)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;
};

function change(name, value) {
  changes.set(name, value);
  show();
}

/** Fields of one token: of a colour a pair for each scheme. */
function fieldsOf({name, kind, purpose}) {
  const field = make(
    'fieldset',
    {className: 'token'},
    make('legend', {textContent: short(name)}),
    make('span', {className: 'quiet', textContent: purpose}),
  );
  field.dataset.name = name;
  if (kind !== 'color') {
    const text = make('input', {type: 'text', spellcheck: false, ariaLabel: short(name)});
    text.addEventListener('change', () => change(name, text.value.trim()));
    field.append(make('div', {className: 'values'}, text));
    return field;
  }
  const values = {};
  for (const scheme of ['light', 'dark']) {
    const text = make('input', {type: 'text', spellcheck: false, ariaLabel: `${short(name)}, ${scheme}`});
    const picker = make('input', {type: 'color', ariaLabel: `${short(name)}, ${scheme}, picked`});
    values[scheme] = text;
    const take = () => change(name, `light-dark(${values.light.value.trim()}, ${values.dark.value.trim()})`);
    text.addEventListener('change', take);
    picker.addEventListener('input', () => {
      text.value = picker.value;
      take();
    });
    field.append(make('div', {className: 'values'}, make('span', {textContent: scheme}), picker, text));
  }
  return field;
}

function buildFields() {
  for (const group of new Set(TOKENS.map((token) => token.group))) {
    const fields = TOKENS.filter((token) => token.group === group).map(fieldsOf);
    find('groups').append(
      make('details', {open: group === 'colour'}, make('summary', {textContent: group}), ...fields),
    );
  }
}

function fill(now) {
  for (const field of document.querySelectorAll('.token')) {
    const {name} = field.dataset;
    field.classList.toggle('changed', changes.has(name));
    const texts = field.querySelectorAll('input[type=text]');
    const pickers = field.querySelectorAll('input[type=color]');
    const both = [now.tokens.light.get(name), now.tokens.dark.get(name)];
    texts.forEach((text, i) => {
      if (field.contains(document.activeElement) && document.activeElement === text) return;
      text.value = pickers.length ? both[i] : valueIn(name);
    });
    pickers.forEach((picker, i) => {
      picker.value = hexOf(both[i]);
    });
  }
  const count = changes.size;
  find('changed').textContent =
    count === 0
      ? `As ${base} has them.`
      : `${count} ${count === 1 ? 'token is' : 'tokens are'} changed: ${[...changes.keys()].map(short).join(', ')}.`;
}

const ratioOf = (grade) => {
  const cell = make('td', {className: grade && !grade.passes ? 'number fails' : 'number'});
  if (!grade) cell.textContent = '–';
  else if (Number.isNaN(grade.ratio)) cell.textContent = 'no opaque colour';
  else {
    const swatch = make('span', {
      className: 'swatch',
      ariaHidden: 'true',
      textContent: grade.least > 3 ? 'a' : '●',
    });
    swatch.style.color = grade.foreground;
    swatch.style.backgroundColor = grade.background;
    cell.append(
      swatch,
      ` ${grade.ratio.toFixed(2)} (${grade.lightness.toFixed(0)})${grade.passes ? '' : ' too little'}`,
    );
  }
  return cell;
};

function grade(now) {
  const grades = gradeTheme(now);
  const pairs = new Map();
  for (const each of grades) {
    const key = `${each.of} ${each.on}`;
    pairs.set(key, {...pairs.get(key), [each.scheme]: each, pair: each});
  }
  const failing = ({light, dark}) => [light, dark].some((each) => each && !each.passes);
  const rows = [...pairs.values()].sort((a, b) => Number(failing(b)) - Number(failing(a)));
  find('grades').replaceChildren(
    ...rows.map(({pair, light, dark}) =>
      make(
        'tr',
        {},
        make('th', {scope: 'row', textContent: short(pair.of)}),
        make('td', {textContent: short(pair.on)}),
        make('td', {className: 'number', textContent: String(pair.least)}),
        ratioOf(light),
        ratioOf(dark),
      ),
    ),
  );
  const failed = grades.filter(({passes}) => !passes).length;
  const alike = findLikeness(now);
  find('verdict').replaceChildren(
    failed === 0
      ? `All ${grades.length} pairs are far enough apart.`
      : `${failed} of ${grades.length} pairs are too near.`,
    ...alike.map(
      ({scheme, of, and, vision}) =>
        ` In ${scheme}, ${short(of)} and ${short(and)} look alike ${vision === 'full' ? 'to all' : `with ${vision}`}; shapes still tell them apart.`,
    ),
  );
}

/** The tokens of every preview, and what is seen of it. */
function paint(now) {
  for (const page of document.querySelectorAll('.frame .page')) {
    page.removeAttribute('style');
    page.style.inlineSize = `${page.dataset.width}px`;
    page.style.colorScheme = page.dataset.scheme;
    for (const [name, value] of now.tokens[page.dataset.scheme]) page.style.setProperty(name, value);
    page.style.background = 'var(--crono-color-surface)';
    page.style.color = 'var(--crono-color-text)';
    const {vision} = find('look').elements;
    page.style.filter = vision.value === 'grey' ? 'grayscale(1)' : vision.value && `url(#${vision.value})`;
  }
}

/** A story small enough to be drawn six times: an event of each category, one question, one measure. */
const sample = (async () => {
  const all = await (await fetch('../data/venezuela-2024-2026.json')).json();
  const question = all.questions.find(({id}) => id === 'rel-2025-12-25');
  const held = all.figures.filter(({measure}) => measure === 'political-prisoners').slice(-12);
  const figures = [...all.figures.filter(({id}) => question.figures.includes(id)), ...held];
  const first = all.categories.map(({id}) => all.events.find(({category}) => category === id));
  const release = all.events.find(({id}) => id === 'release-2025-12-25');
  const events = [...new Set([...first, release])].map((event) => ({...event, links: []}));
  const used = (rows, ids) => rows.filter(({id}) => ids.has(id));
  const cited = new Set([...events, ...figures].flatMap(({cite = []}) => cite.map(({source}) => source)));
  const places = new Set([
    ...events.flatMap((each) => each.places ?? []),
    ...figures.flatMap(({place, breakdown = []}) => [place, ...breakdown.map((part) => part.place)]),
  ]);
  return {
    ...all,
    events,
    figures: figures.map((figure) =>
      events.some(({id}) => id === figure.event) ? figure : {...figure, event: undefined},
    ),
    questions: [question],
    places: used(all.places, places).map((place) => ({...place, cite: []})),
    sources: used(all.sources, cited).map((source) => ({...source, origin: undefined})),
    actors: used(all.actors, new Set(figures.map(({actor}) => actor))),
    measures: used(all.measures, new Set(figures.map(({measure}) => measure))),
  };
})();

function nameFrame(frame, {scheme, width}) {
  frame.ariaLabel = frame.firstChild.textContent = `${scheme}, ${width} px`;
}

async function buildFrames() {
  const data = await sample;
  const {width, lang} = find('look').elements;
  const frames = WIDTHS[width.value].flatMap((each) =>
    theme.schemes.map((scheme) => {
      const page = make(
        'div',
        {className: 'page', lang: lang.value},
        find('elements').content.cloneNode(true),
      );
      Object.assign(page.dataset, {width: each, scheme});
      if (lang.value === '') page.removeAttribute('lang');
      page.querySelector('crono-story').data = {...data, title: `Preview: ${scheme}`};
      const frame = make('section', {className: 'frame', tabIndex: 0}, make('h3'), page);
      nameFrame(frame, page.dataset);
      return frame;
    }),
  );
  find('frames').replaceChildren(...frames);
}

function exported() {
  return find('format').value === 'css'
    ? cssOf()
    : `${JSON.stringify(toDesignTokens(declared().length ? declared() : TOKENS.map(({name}) => [name, valueIn(name)])), null, 2)}\n`;
}

/** Everything that follows from the tokens. */
function show() {
  const now = current();
  fill(now);
  grade(now);
  paint(now);
  find('export').value = exported();
  const address = new URLSearchParams([
    ['theme', base],
    ...[...changes].map(([name, value]) => [name.slice(8), value]),
  ]);
  history.replaceState(null, '', `#${address}`);
}

async function start(name) {
  base = Object.hasOwn(THEMES, name) ? name : 'paper';
  const schemes = theme.schemes.length;
  theme = readTheme(await sheetOf(base));
  find('theme').value = base;
  if (schemes !== theme.schemes.length || !find('frames').firstChild) await buildFrames();
  show();
}

const tell = (problems) =>
  find('problems').replaceChildren(...problems.map((words) => make('p', {textContent: words})));

/** Takes what a text sets, and says what it does not understand. */
function bringIn(text) {
  let found;
  if (/^\s*[[{]/.test(text)) {
    try {
      found = fromDesignTokens(JSON.parse(text), new Set(TOKENS.map(({name}) => name)));
    } catch (error) {
      tell([`It is not JSON: ${error.message}.`]);
      return;
    }
  } else {
    const read = readTheme(text);
    const [light, dark] = [read.tokens.light, read.tokens.dark];
    const tokens = [...read.own].map((name) => [
      name,
      light.get(name) === dark.get(name)
        ? light.get(name)
        : `light-dark(${light.get(name)}, ${dark.get(name)})`,
    ]);
    found = {tokens: new Map(tokens), problems: read.problems};
  }
  const faults = [...found.tokens].map(([name, value]) => faultOf(name, value)).filter(Boolean);
  for (const [name, value] of found.tokens) if (!faultOf(name, value)) changes.set(name, value);
  tell([`${found.tokens.size - faults.length} tokens were taken.`, ...found.problems, ...faults]);
  show();
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  changes.clear();
  for (const [key, value] of address) {
    if (key !== 'theme' && !faultOf(`--crono-${key}`, value)) changes.set(`--crono-${key}`, value);
  }
  return start(address.get('theme') ?? 'paper');
}

find('theme').append(...Object.keys(THEMES).map((name) => make('option', {value: name, textContent: name})));
find('theme').addEventListener('change', (event) => start(event.target.value));
find('reset').addEventListener('click', () => {
  changes.clear();
  show();
});
find('format').addEventListener('change', () => {
  find('export').value = exported();
});
find('save').addEventListener('click', () => {
  const isCss = find('format').value === 'css';
  const href = URL.createObjectURL(new Blob([exported()], {type: isCss ? 'text/css' : 'application/json'}));
  make('a', {href, download: isCss ? 'theme.css' : 'theme.tokens.json'}).click();
  URL.revokeObjectURL(href);
});
find('read').addEventListener('click', () => bringIn(find('import').value));
find('file').addEventListener('change', async ({target}) => {
  const [file] = target.files;
  if (file) bringIn(await file.text());
});
find('look').addEventListener('change', async ({target}) => {
  if (target.name === 'width') phone.removeEventListener('change', refit);
  if (target.name !== 'vision') await buildFrames();
  paint(current());
});
find('look').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  if (new URLSearchParams(location.hash.slice(1)).get('theme')) void readAddress();
});

/** Where none of a tablet has room, previews are as wide as a phone, until the reader chooses. */
const phone = matchMedia('(width < 73rem)');
function fitWidth() {
  find('look').elements.width.value = phone.matches ? '360' : '768';
}
function refit() {
  fitWidth();
  for (const page of document.querySelectorAll('.frame .page')) {
    page.dataset.width = find('look').elements.width.value;
    nameFrame(page.parentElement, page.dataset);
  }
  paint(current());
}
phone.addEventListener('change', refit);
fitWidth();
buildFields();
await readAddress();
