/** Makes docs/FORMAT.md of the one schema: each field with its meaning, an example and the checks that guard it. */

/** What a rule word stands for, and the codes of the checks that every such value goes through. */
const WORDS = {
  id: ['id', ['id-missing', 'id-malformed', 'id-twice']],
  string: ['string', ['wrong-type', 'value-empty']],
  number: ['number', ['wrong-type']],
  amount: ['number from 0', ['wrong-type', 'value-negative']],
  date: [
    'date',
    ['date-not-understood', 'date-impossible', 'time-skipped', 'time-repeated', 'year-doubtful'],
  ],
  when: [
    'date',
    ['date-not-understood', 'date-impossible', 'time-skipped', 'time-repeated', 'year-doubtful'],
  ],
  geometry: ['GeoJSON', ['wrong-type']],
  address: ['address', ['address-unsafe', 'address-private', 'address-without-scheme']],
  file: ['address of a file', ['address-unsafe', 'address-of-tiles', 'address-private']],
  language: ['language tag', ['language-unknown']],
  zone: ['time zone', ['time-zone-unknown']],
  region: ['ISO 3166 code', ['value-unknown']],
  version: ['1', ['version-missing', 'version-unknown']],
  text: ['text', ['link-unsafe', 'text-missing-in-language', 'value-empty']],
  title: ['short text', ['title-too-long', 'text-missing-in-language', 'value-empty']],
  name: ['short text', ['title-too-long', 'text-missing-in-language', 'value-empty']],
  original: ['text', ['link-unsafe', 'value-empty']],
};

/** Codes of the checks that are of a single field, or of a table, beside those of its value. */
const CHECKS = {
  basemap: ['basemap-unknown', 'basemap-unreadable', 'address-is-page'],
  tiles: ['address-is-page'],
  updated: ['date-in-future'],
  'corrections.date': ['date-in-future'],
  pointOfView: ['point-of-view-unknown'],
  rows: ['rows-missing', 'rows-not-said'],
  events: ['dataset-empty', 'event-twice'],
  'links.to': ['link-to-itself'],
  'sources.origin': ['origin-in-circle'],
  sources: ['source-without-published', 'source-without-archived'],
  annotations: ['annotation-nowhere', 'annotation-too-long'],
  'annotations.place': ['annotation-unplaced'],
  'annotations.measure': ['annotation-undated'],
  steps: [
    'step-hides-event',
    'step-shows-nothing',
    'step-too-long',
    'step-view-elsewhere',
    'step-view-unplaced',
    'step-without-words',
    'steps-alike',
  ],
  'sources.id': ['source-not-cited'],
  'sources.published': ['source-before-event', 'date-in-future'],
  'sources.accessed': ['date-in-future'],
  'sources.grade': ['only-copies'],
  'places.lat': [
    'coordinates-incomplete',
    'coordinates-swapped',
    'coordinates-out-of-range',
    'coordinates-zero',
    'coordinates-doubtful',
    'places-on-one-spot',
  ],
  'places.lon': ['coordinates-incomplete', 'coordinates-swapped', 'coordinates-out-of-range'],
  'places.within': ['place-outside-country'],
  'events.date': ['event-without-date'],
  'events.text': [
    'text-broken',
    'text-misread',
    'text-has-html',
    'text-has-entity',
    'text-has-blocks',
    'text-has-controls',
    'text-has-open-mark',
    'text-invisible',
  ],
  'events.places': ['event-without-place', 'event-without-position'],
  'events.status': ['withdrawn-without-correction'],
  'events.cite': ['event-without-source', 'source-before-event', 'only-copies'],
  'media.src': [
    'media-is-page',
    'media-of-other-type',
    'media-without-extension',
    'embed-host-not-known',
    'embed-without-player',
    'embed-is-file',
    'file-missing',
  ],
  'media.alt': ['media-without-alt', 'media-alt-is-name'],
  'after.src': ['address-is-page', 'file-missing'],
  'after.alt': ['media-without-alt'],
  'media.credit': ['quote-without-speaker'],
  'media.width': ['media-without-size'],
  'media.height': ['media-without-size'],
  'media.focus': ['media-focus-outside'],
  'media.srcset': ['media-srcset-malformed', 'file-missing'],
  'media.poster': ['embed-without-still', 'embed-still-elsewhere', 'address-is-page', 'file-missing'],
  'media.captions': ['film-without-captions'],
  'captions.src': ['captions-not-vtt', 'file-missing'],
  'media.transcript': ['film-without-captions', 'sound-without-transcript'],
  'media.text': ['quote-without-text'],
  'media.after': ['pair-without-after'],
  'media.cite': ['quote-without-source'],
  'shapes.geometry': [
    'shape-without-geometry',
    'geometry-unknown',
    'geometry-empty',
    'geometry-part-empty',
    'geometry-too-short',
    'geometry-has-points',
    'geometry-position',
    'geometry-crosses-itself',
    'geometry-large',
    'geometry-across-180',
  ],
  'shapes.src': ['shape-with-both', 'address-is-page', 'file-missing'],
  'shapes.cite': ['shape-without-source'],
  'routes.places': ['route-too-short', 'route-place-without-position', 'route-place-twice', 'route-long'],
  'routes.cite': ['route-without-source'],
  'measures.since': ['cumulative-without-since'],
  'figures.id': ['figure-twice'],
  'figures.event': ['figure-of-withdrawn-event'],
  'figures.actor': ['figure-without-actor', 'actor-two-values', 'figure-from-another-claimant'],
  'figures.value': ['figures-disagree', 'percent-over-100', 'value-negative'],
  'figures.breakdown': ['breakdown-sum'],
  'figures.cite': ['figure-without-source', 'quote-says-other-number'],
  'questions.figures': ['measures-not-comparable', 'question-mixes-periods', 'question-lacks-figure'],
};

/** Codes of what is said of a whole file, or of any row. */
const OF_FILES = {
  'not-a-dataset': 'It is a list, a number or nothing, and no object.',
  'file-too-deep': 'It is nested too deep.',
  'file-too-large': 'It is too large to be read.',
  'unknown-key': 'A key that is not of the format. It is kept, and nothing reads it.',
  'files-missing': 'None of the files that it names is beside it.',
  'value-missing': 'What is needed is not there.',
  'reference-to-nothing': 'An id of no row, or of one that was left out.',
};

/** Examples of what no story that ships has. */
const EXAMPLES = {
  $schema: './schema/v1.json',
  summary: 'How the bridge came to be closed for eleven years.',
  url: 'https://example.org/floods.json',
  rows: 1707,
  pointOfView: 'IN',
  tiles: 'osm',
  basemap: 'none',
  identifier: '10.1234/abc',
  version: '1.2',
  licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
  'authors.url': 'https://example.org/staff',
  'editors.url': 'https://example.org/staff',
  'corrections.date': '2025-12-30',
  'corrections.text': 'The toll was 71, not 17.',
  'sources.archived': 'https://archive.example/2025/bridge',
  'cite.locator': 'para 3',
  'places.obscured': 'A safe house: blurred to the town.',
  'media.type': 'image',
  'media.src': 'media/bridge.jpg',
  'media.alt': 'The bridge, seen from the south bank',
  'media.credit': 'María Pérez / La Gaceta',
  'media.warning': 'It shows people who were injured.',
  'media.caption': 'The bridge on the morning of 5 May.',
  'media.width': 1600,
  'media.height': 1067,
  'media.srcset': 'media/bridge-800.jpg 800w, media/bridge.jpg 1600w',
  'media.sizes': '(width >= 60rem) 30rem, 100vw',
  'focus.x': 0.5,
  'focus.y': 0.25,
  'media.poster': 'media/bridge-film.jpg',
  'captions.src': 'media/bridge.en.vtt',
  'captions.language': 'en',
  'media.transcript': 'The water rose until four in the morning.',
  'media.text': 'We were told nothing.',
  'media.label': '4 May',
  'after.src': 'media/bridge-after.jpg',
  'after.alt': 'The same bridge, with two spans missing',
  'after.label': '6 May',
  'events.links.to': 'bridge-closed',
  'events.links.rel': 'follows',
  'shapes.geometry': {type: 'Point', coordinates: [-70.58, 9.79]},
  'shapes.src': 'shapes/flood.geojson',
  'shapes.note': 'From radar images, at a resolution of 10 m.',
  'routes.note': 'The ports are known, and not the way between them.',
  'routes.kind': 'great-circle',
  'figures.place': 'bridge',
  'annotations.id': 'campaign',
  'annotations.text': 'Election campaign',
  'annotations.place': 'bridge',
  'annotations.date': '2025-05-01/2025-06-12',
  'annotations.measure': 'released',
  'steps.annotations': ['campaign'],
  'steps.id': 'first',
  'steps.title': 'How it began',
  'steps.text': 'In May the river rose.',
  'steps.select': 'bridge-closed',
  'steps.range': '2025-05',
  'steps.view.places': ['bridge'],
  'steps.view.zoom': 8,
  'steps.filter.categories': ['flood'],
  'steps.filter.actors': ['ministry'],
  'steps.filter.places': ['bridge'],
  'steps.filter.text': 'crest',
  'steps.question': 'how-many',
};

const MAX_EXAMPLE = 70;
/** Rows of which examples are looked for. */
const MAX_ROWS = 200;

/** Lists that mean the same wherever they stand. */
const SHARED = ['cite', 'corrections', 'media'];

const SIGNS = {'!': 'needed', '~': 'recommended', '^': ''};

/** All values under a path, as `events.cite.source`, of a story. */
function valuesAt(tree, path) {
  let values = [tree];
  for (const key of path)
    values = values
      .flatMap((value) => value?.[key] ?? [])
      .flatMap((value) => (Array.isArray(value) ? value.slice(0, MAX_ROWS) : [value]));
  return values;
}

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/**
 * @param {object} sources
 * @param {Record<string, unknown>} sources.shape `DATASET_SHAPE`
 * @param {object} sources.schema data/schema/v1.json
 * @param {object[]} sources.stories from which examples are taken
 * @param {string[]} sources.codes of all checks
 */
export function formatReference({shape, schema, stories, codes}) {
  const unplaced = new Set(codes);
  const place = (name) => {
    if (!codes.includes(name)) throw new Error(`there is no check "${name}"`);
    unplaced.delete(name);
    return code(name);
  };

  const checksAt = (path) => CHECKS[path.join('.')] ?? CHECKS[path.slice(-2).join('.')] ?? [];

  const exampleOf = (path) => {
    const own = [path.join('.'), path.slice(-2).join('.')].find((key) => Object.hasOwn(EXAMPLES, key));
    const found = stories
      .flatMap((story) => valuesAt(story, path))
      // One language is enough to show what a text is.
      .map((value) => JSON.stringify(typeof value?.en === 'string' ? value.en : value))
      .filter((text) => text.length <= MAX_EXAMPLE)
      .sort((a, b) => a.length - b.length);
    // Neither the shortest, which shows little, nor the longest.
    const text = own === undefined ? found[Math.floor(found.length / 2)] : JSON.stringify(EXAMPLES[own]);
    if (text === undefined) throw new Error(`${path.join('.')} has no example`);
    return code(text);
  };

  const descriptionOf = (path) => {
    let node = schema;
    for (const key of path) {
      node = node.items ?? node;
      node = node.properties[key];
    }
    return node.description;
  };

  /** A rule word with its sign. */
  const wordOf = (rule) => {
    const [, sign, word] = /^([!~^]?)(.*)$/.exec(rule);
    if (word.startsWith('@'))
      return {sign, value: `id of ${code(word.slice(1))}`, checks: ['reference-to-nothing']};
    if (word.includes('|'))
      return {
        sign,
        value: word.split('|').map(code).join(' '),
        checks: ['value-unknown'],
      };
    const [value, checks] = WORDS[word];
    return {sign, value, checks};
  };

  const rowOf = (path, rule, name, isList) => {
    const {sign, value, checks} = wordOf(rule);
    const own = checksAt(path);
    const all = [
      ...new Set([
        ...checks,
        ...(sign === '!' && !/^(id|actor)$/.test(path.at(-1)) ? ['value-missing'] : []),
        ...own,
      ]),
    ];
    // An example of a list is one of its items, in brackets.
    const example = isList
      ? code(
          `[${exampleOf(path)
            .slice(1, -1)
            .replace(/^\[|\]$/g, '')}]`,
        )
      : exampleOf(path);
    const needed = SIGNS[sign] ? ` **${SIGNS[sign][0].toUpperCase()}${SIGNS[sign].slice(1)}.**` : '';
    return [
      code(name),
      isList ? `list: ${value}` : value,
      `${descriptionOf(path)}${needed}`,
      example,
      all.map(place).join(' '),
    ];
  };

  /** The fields of an object, those of its objects beneath them. */
  const rowsOf = (fields, path, prefix = '') =>
    Object.entries(fields).flatMap(([key, rule]) => {
      const at = [...path, key];
      const name = `${prefix}${key}`;
      if (typeof rule === 'string') return [rowOf(at, rule, name, false)];
      if (Array.isArray(rule) && typeof rule[0] === 'string') return [rowOf(at, rule[0], name, true)];
      const inner = Array.isArray(rule) ? rule[0] : rule;
      const own = checksAt(at).map(place).join(' ');
      const what = Array.isArray(rule) ? 'list' : 'object';
      if (SHARED.includes(key)) return [[code(name), `[list](#${key})`, descriptionOf(at), '', own]];
      return [
        [code(name), what, descriptionOf(at), '', own],
        ...rowsOf(inner, at, `${name}${Array.isArray(rule) ? '[]' : ''}.`),
      ];
    });

  const table = (rows) =>
    [
      '| field | value | meaning | example | checks |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    ].join('\n');

  const isTable = (rule) => Array.isArray(rule) && typeof rule[0] === 'object' && 'id' in rule[0];
  const story = Object.fromEntries(Object.entries(shape).filter(([, rule]) => !isTable(rule)));
  const tables = Object.entries(shape).filter(([, rule]) => isTable(rule));

  const sections = [
    `## The story\n\n${table(rowsOf(story, []))}`,
    `## cite\n\nOf actors, places, events, shapes, routes, figures and media: ${descriptionOf(['events', 'cite'])}\n\n${table(rowsOf(shape.events[0].cite[0], ['events', 'cite']))}`,
    `## corrections\n\nOf the story, places, events, shapes, routes, figures and questions: ${descriptionOf(['corrections'])}\n\n${table(rowsOf(shape.corrections[0], ['corrections']))}`,
    `## media\n\nOf events and steps: ${descriptionOf(['events', 'media'])} [MEDIA.md](MEDIA.md) has an example of each.\n\n${table(rowsOf(shape.events[0].media[0], ['events', 'media']))}`,
    ...tables.map(([name, [fields]]) => {
      const own = (CHECKS[name] ?? []).map(place).join(' ');
      return `## ${name}\n\n${descriptionOf([name])}${own ? ` Checks of the table: ${own}.` : ''}\n\n${table(rowsOf(fields, [name]))}`;
    }),
  ];
  const ofFiles = Object.entries(OF_FILES).map(([name, words]) => `| ${place(name)} | ${words} |`);
  if (unplaced.size > 0) throw new Error(`checks that guard no field: ${[...unplaced].join(', ')}`);

  return `# The format, version 1

<!-- Written by scripts/build-reference.mjs from src/core/dataset/schema.ts and data/schema/v1.json. -->

A story is one JSON object, or the same as newline JSON ([data/README.md](../data/README.md#big-stories)). This page has every field, with an example and the codes of the checks that guard it: \`cronomapa check\` prints them, with what to do. [DATASET.md](DATASET.md) tells how a story is written; [\`data/schema/v1.json\`](../data/schema/v1.json) is the JSON Schema for editors.

## Values

- **id**: any text that no other row of its table has; \`events\`, \`shapes\` and \`routes\` share theirs. Never change one, and never use it again: links point to it.
- **text**: one string, or one for each language, \`{"es": "…", "en": "…"}\`. Prose may have \`*emphasis*\`, \`**strong**\`, \`[links](https://example.org)\` and line breaks; anything else stays text. A **short text** has 90 characters at most.
- **date**: EDTF, as exactly as it is known: \`2025\`, \`2025-12\`, \`2025-12-25\`, \`2025-12-25T14:30-04:00\`, \`2025-12~\` (about), \`2025?\` (perhaps), \`202X\`, \`2025-12-01/2025-12-25\`, \`2025-12-01/..\`.
- **address**: https, http, mailto, or relative: of media and shapes to the file, or to the page where a script has set the data; of basemap, tiles and links to the page.
- **needed**: without it the row is left out, but for a title or name, in whose place the id stands.

A field of the wrong type is named (\`wrong-type\`) and left out; the rest of its row stays.

## Versions

\`cronomapa\` says the version, which is 1. What is added to version 1 is added so that older readers may pass over it: new tables, new fields, and new words for values that are shown as they are. So a reader of version 1

- keeps keys that it does not know, and says so as a note (\`unknown-key\`);
- leaves out a word that it does not know where it must know it (\`value-unknown\`), or the entry that cannot do without it, and shows the rest;
- reads a file that says another version as if it said 1, and reports that as an error (\`version-unknown\`): newer files may mean something else by the same names.

Fields are never renamed, and none changes its meaning, without a new number.

${sections.join('\n\n')}

## Files

| check | when |
| --- | --- |
${ofFiles.join('\n')}

A file that cannot be read, is empty, cut off, no JSON or of another kind is said to be that, in a sentence (\`file-…\`).
`;
}
