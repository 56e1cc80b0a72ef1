/**
 * Generates data/schema/v1.json from the format's definition, src/core/dataset/schema.ts: `node
 * scripts/build-schema.mjs`. `--print` only prints it, for the test that compares the two.
 *
 * A valid file has no error or warning that is visible in a single value: required and recommended fields are required.
 * Unknown keys are allowed, as `parseDataset` keeps them.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles a TypeScript module from src and imports it. */
async function load(path) {
  const {outputFiles} = await build({
    entryPoints: [root + path],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const {DATASET_SHAPE, MAX_TITLE} = await load('src/core/dataset/schema.ts');

/** Descriptions of keys, shown by editors. Looked up as `events.cite.source`, then `cite.source`, then `source`. */
const ABOUT = {
  'story.$schema': 'Address of this schema, so that editors know it.',
  'story.cronomapa': 'Version of the format.',
  'story.id': 'Id of the story. It starts the ids of its list in a page.',
  'story.language': 'Main language of the texts.',
  'story.title': 'Headline. The languages it comes in are those that all texts are wanted in.',
  'story.summary': 'What the story is about, in a sentence or two.',
  'story.timeZone': 'Zone that the axis of time shows. UTC when left out.',
  'story.updated': 'When the data was last changed.',
  'story.version': 'Version of the dataset, as its editors count them.',
  'story.identifier': 'A DOI, as 10.1234/abc, or another name of the dataset that stays.',
  'story.url': 'Where the dataset can be had.',
  'story.license': 'Licence of the data: an id of SPDX, as CC-BY-4.0, or its name.',
  'story.licenseUrl': 'Address of the licence.',
  'story.basemap': 'Map under the places: `world`, the default; `none`; or the address of a TopoJSON.',
  'story.tiles':
    'Pictures over it: the address of a TileJSON of raster tiles, or `osm`. Readers are asked first when they are on another server.',
  'story.pointOfView':
    'State as whose view disputed borders are drawn, by its ISO 3166-1 code, as IN. All of them are drawn as disputed when left out.',
  'story.rows':
    'Number of rows of all tables, by which a file that was cut on its way is known. `cronomapa lines` writes it.',
  'story.authors': 'Who made the dataset.',
  'story.editors': 'Who answers for it.',
  'story.sources':
    'Where things are reported. Their order is that of the numbered bibliography, where those of one publisher follow its first.',
  'story.actors': 'Who claims figures.',
  'story.places': 'Where things happen, and how exactly that is known.',
  'story.categories': 'Kinds of events. Their order chooses colour, shape and lane.',
  'story.events': 'What happened.',
  'story.shapes': 'Lines and areas on the map, each with its date, as what a flood covered.',
  'story.routes': 'Ways from place to place, as that of a ship.',
  'story.measures': 'What figures count.',
  'story.figures': 'Numbers, each with who claims it. Figures that disagree all stand.',
  'story.questions': 'Figures to be shown side by side, because they answer one question.',
  'story.annotations': 'Notes of the author on the map, the timeline or a chart.',
  'story.steps': 'Stations of the story, for readers who are led through it.',
  id: 'Id that no other row of this table has. Never change it, and never use it again: links point to it.',
  cite: 'Sources that say so.',
  'cite.source': 'The source.',
  'cite.quote': 'Its words, short.',
  'cite.locator': 'Where in it, as "para 3".',
  corrections: 'What was wrong, and is put right in the open.',
  'corrections.date': 'When it was corrected.',
  'corrections.text': 'What was wrong, and what is right.',
  'authors.name': 'Name.',
  'authors.url': 'Address of their page.',
  'editors.name': 'Name.',
  'editors.url': 'Address of their page.',
  confidence: 'How sure the editors are that it was said, by whom and of when: not that it is true.',
  'sources.title': 'Title, in the language of the source.',
  'sources.publisher': 'Who published it.',
  'sources.url': 'Address.',
  'sources.published': 'When it was published.',
  'sources.accessed': 'When it was read.',
  'sources.archived': 'Address of an archived copy.',
  'sources.origin': 'Id or name of the source that it copies: two copies count once.',
  'sources.language': 'Language that it is in.',
  'sources.grade': 'The outlet itself; a small site or a copy; a mirror or a machine translation.',
  'sources.note': 'What a reader of it should know, as why it has no link.',
  'actors.name': 'Name.',
  'actors.definition': 'How far its counts go: what it counts, and what it does not.',
  'actors.kind': 'What kind of actor.',
  'places.name': 'Name.',
  'places.kind': 'What kind of place, as "prison".',
  'places.lat': 'Latitude in degrees (WGS84), north positive. Leave both out when the position is not known.',
  'places.lon': 'Longitude in degrees (WGS84), east positive.',
  'places.radius': 'The place is somewhere within this many metres.',
  'places.precision': 'How exactly the position is known.',
  'places.obscured': 'Why the position is blurred on purpose.',
  'places.within': 'What contains it, by ISO 3166: "VE-D", "VE".',
  'places.note': 'How the position is known.',
  'categories.name': 'Name.',
  'events.date': 'When. Undated when left out.',
  'events.category': 'Kind of event.',
  'events.title': `What happened, in ${MAX_TITLE} characters at most.`,
  'events.text': 'What happened.',
  'events.places': 'Where.',
  'events.status': 'How far it is established. What is withdrawn stays, with a correction that says why.',
  'events.media':
    'Pictures, films, recordings, players of other sites, documents, pairs to compare, and quotes.',
  'media.type':
    'What it is: a picture, film or recording of a file; `embed`, the player of another site; a document; two pictures to compare; or what somebody said.',
  'media.src':
    'Address of the file; of an embed, of the page of the film or recording; of a pair, of the first picture. A quote needs none.',
  'media.alt': 'What it shows, for those who do not see it. A quote needs none.',
  'media.caption': 'What is said below it.',
  'media.credit': 'Whose it is; of a quote, who said it.',
  'media.width': 'Width in pixels, of the picture, the film, or the still of a player.',
  'media.height': 'Height in pixels. With both nothing moves when it comes, and a picture has its room.',
  'media.srcset': 'Other sizes of a picture, as in HTML: addresses with their widths.',
  'media.sizes': 'How wide it is shown, as in HTML. By default as wide as its room.',
  'media.focus': 'The point that stays in view where a picture is cropped. Without it none is.',
  'focus.x': 'From its left, as a share of its width.',
  'focus.y': 'From its top, as a share of its height.',
  'media.poster':
    'Address of the picture that stands for a film or player before it plays, or of a page of a document.',
  'media.captions': 'Captions of a film.',
  'captions.src': 'Address of a WebVTT file.',
  'captions.language': 'Language of the captions.',
  'media.transcript': 'All that is said in a film or recording, and what else is heard.',
  'media.text': 'Of a quote, what was said, word for word.',
  'media.label': 'Of a pair, the name of its first picture, as a date. `Before` when left out.',
  'media.after': 'Of a pair, the second picture.',
  'after.src': 'Address of the picture.',
  'after.alt': 'What it shows, for those who do not see it.',
  'after.label': 'Its name. `After` when left out.',
  'media.warning': 'Why it is hidden, and not fetched, until the reader asks for it.',
  'events.links': 'Events that it has to do with.',
  'links.to': 'The other event.',
  'links.rel':
    'How: follows, disputes, denies, responds, confirms, verifies, accompanies, or a word of your own.',
  'shapes.name': 'What it is.',
  'shapes.date': 'When it was so. Undated when left out.',
  'shapes.category': 'Kind of what happened, as of an event. It chooses colour and pattern.',
  'shapes.geometry':
    'GeoJSON: a geometry, a collection of them, a Feature or a FeatureCollection, in degrees (WGS84), longitude first.',
  'shapes.src': 'Address of a GeoJSON file, in place of `geometry`.',
  'shapes.precision': 'How exactly it is known where it runs. From `district` on its edge is drawn soft.',
  'shapes.event': 'The event that it belongs to.',
  'shapes.note': 'How it is known, and what is to be known of it.',
  'routes.name': 'What it is.',
  'routes.date': 'When. Undated when left out.',
  'routes.category': 'Kind of what happened, as of an event. It chooses colour and pattern.',
  'routes.places': 'Places in their order, two at least. One may come up again.',
  'routes.kind': 'Straight on the map, or the shortest way over the globe. Straight when left out.',
  'routes.precision': 'How exactly it is known where it runs. From `district` on it is drawn soft.',
  'routes.event': 'The event that it belongs to.',
  'routes.note': 'How it is known, and what is to be known of it.',
  'measures.name': 'What is counted.',
  'measures.unit': 'Unit, as "people".',
  'measures.kind': 'How many there are at a date; how many there were on it; the running total since a date.',
  'measures.since': 'Where a cumulative count starts.',
  'figures.measure': 'What is counted.',
  'figures.event': 'The event that it belongs to.',
  'figures.place': 'The place that it is of.',
  'figures.date': 'The date that it is of.',
  'figures.actor': 'Who claims it.',
  'figures.value': 'The number.',
  'figures.comparator': 'Exactly, at least, more than, at most, fewer than, about.',
  'figures.status':
    'What kind of claim: official, verified, claimed, reported, disputed, estimated, withdrawn, or a word of your own.',
  'figures.note': 'What is to be known of it.',
  'figures.breakdown': 'Parts that add up to it.',
  'breakdown.place': 'The place that the part is of.',
  'breakdown.group': 'Whom it counts.',
  'breakdown.value': 'The number.',
  'questions.question': 'The question.',
  'questions.figures': 'The figures that answer it.',
  'questions.note': 'Why they differ.',
  'annotations.text': 'The note, as short as a label.',
  'annotations.place': 'The place that it stands beside on the map.',
  'annotations.date': 'When: a moment is marked on timelines, a period is shaded.',
  'annotations.measure': 'The measure on whose chart it stands, in place of timelines.',
  'steps.title': 'Headline.',
  'steps.text': 'Text.',
  'steps.select': 'The event that is chosen.',
  'steps.range': 'The period that is shown.',
  'steps.filter': 'What is shown: a list that is left out or empty does not filter.',
  'filter.categories': 'The categories that are shown.',
  'filter.actors': 'The claimants whose events are shown.',
  'filter.places': 'The places whose events are shown.',
  'filter.text': 'Words that the events must have.',
  'steps.question': 'The question whose figures are shown.',
  'steps.annotations': 'The notes that are shown at this step, and only at steps that name them.',
  'steps.media': 'Media that lead.',
  'steps.view': 'What the map shows.',
  'view.places': 'The places that it goes to.',
  'view.zoom': 'How near it shows them, if they fit: 2 is a continent, 6 a region, 9 a town.',
};

const unused = new Set(Object.keys(ABOUT));
function about(path) {
  const keys =
    path.length === 1 ? [`story.${path[0]}`, path[0]] : path.map((_, i) => path.slice(i).join('.'));
  const key = keys.find((each) => Object.hasOwn(ABOUT, each));
  if (key === undefined) throw new Error(`${path.join('.')} has no description`);
  unused.delete(key);
  return ABOUT[key];
}

const TAG = '^[A-Za-z]{2,3}(-[A-Za-z\\d]+)*$';
const EDTF =
  'Extended Date/Time Format (EDTF): 2025-12-25, 2025-12, 2025, 2025-12~, 2025?, 202X, 2025-12-01/..';

const GEOMETRIES = ['Point', 'LineString', 'Polygon'];
const GEOJSON = [
  ...GEOMETRIES,
  ...GEOMETRIES.map((name) => `Multi${name}`),
  'GeometryCollection',
  'Feature',
  'FeatureCollection',
];

/** Schemas of the rule words. */
const WORDS = {
  id: {type: 'string', minLength: 1},
  string: {type: 'string', minLength: 1},
  number: {type: 'number'},
  geometry: {
    type: 'object',
    required: ['type'],
    properties: {type: {enum: GEOJSON, description: 'Kind of GeoJSON.'}},
  },
  amount: {type: 'number', minimum: 0},
  version: {const: 1},
  date: {$ref: '#/$defs/date'},
  when: {$ref: '#/$defs/date'},
  address: {$ref: '#/$defs/address'},
  file: {$ref: '#/$defs/address', pattern: '^[^{]*$'},
  language: {type: 'string', pattern: TAG, examples: ['en', 'es', 'pt-BR']},
  zone: {type: 'string', minLength: 1, examples: ['America/Caracas', 'UTC']},
  region: {type: 'string', pattern: '^[A-Z]{2,3}(-[A-Z\\d]{1,3})?$', examples: ['VE', 'VE-D']},
  text: {$ref: '#/$defs/text'},
  original: {$ref: '#/$defs/text'},
  title: {$ref: '#/$defs/label'},
  name: {$ref: '#/$defs/label'},
};

const text = (description, limit) => ({
  description,
  anyOf: [
    {type: 'string', minLength: 1, ...limit},
    {
      type: 'object',
      minProperties: 1,
      propertyNames: {pattern: TAG},
      additionalProperties: {type: 'string', pattern: '\\S', ...limit},
    },
  ],
});

const $defs = {
  text: text(
    'A text, or one for each language: {"es": "…", "en": "…"}. May hold *emphasis*, **strong**, [links](https://example.org) and line breaks.',
  ),
  label: text('A short text, or one for each language: {"es": "…", "en": "…"}.', {maxLength: MAX_TITLE}),
  date: {
    type: 'string',
    description: EDTF,
    pattern: '^(\\.\\.)?/|^-?\\d[\\dX]{3}|^Y-?\\d',
    examples: ['2025-12-25', '2025-12', '2025', '2025-12~', '202X', '2025-12-01/2025-12-25'],
  },
  address: {
    type: 'string',
    description: 'An https, http, mailto or relative address.',
    minLength: 1,
    pattern:
      '^(?![\\u0000-\\u0020]*[A-Za-z][A-Za-z\\d+.\\u0000-\\u0020\\-]*:)|^([hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]):',
  },
};

function ofWord(rule) {
  const [, sign, word] = /^([!~^]?)(.*)$/.exec(rule);
  if (word.startsWith('@')) return WORDS.id;
  if (word.includes('|')) {
    const values = word.split('|');
    return {enum: values, ...(sign === '^' && {default: values[0]})};
  }
  if (!WORDS[word]) throw new Error(`no rule for the word "${word}"`);
  return WORDS[word];
}

function ofRule(rule, path) {
  if (typeof rule === 'string') return ofWord(rule);
  if (Array.isArray(rule)) return {type: 'array', items: ofRule(rule[0], path)};
  const entries = Object.entries(rule);
  const required = entries
    .filter(([, inner]) => typeof inner === 'string' && /^[!~]/.test(inner))
    .map(([key]) => key);
  // A quote needs other fields than a file.
  const isMedia = path.at(-1) === 'media';
  return {
    type: 'object',
    ...(isMedia && {
      if: {properties: {type: {const: 'quote'}}, required: ['type']},
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {required: ['text']},
      else: {required: required.filter((key) => key !== 'type')},
    }),
    ...(required.length > 0 && {required: isMedia ? ['type'] : required}),
    properties: Object.fromEntries(
      entries.map(([key, inner]) => {
        const names = Array.isArray(inner) ? inner[0] : inner;
        const table = typeof names === 'string' ? /^[!~^]?@(\w+)$/.exec(names)?.[1] : undefined;
        const reference = table ? ` ${Array.isArray(inner) ? 'Ids' : 'An id'} of "${table}".` : '';
        return [key, {description: about([...path, key]) + reference, ...ofRule(inner, [...path, key])}];
      }),
    ),
  };
}

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/cronomapa/data/schema/v1.json',
  title: 'cronomapa story, version 1',
  description:
    'A story as data: events, places, figures with who claims them, and sources. `npx cronomapa check FILE` finds more: references, dates, positions, sums, disputes.',
  ...ofRule(DATASET_SHAPE, []),
  $defs,
};
if (unused.size > 0) throw new Error(`described, and not in the format: ${[...unused].join(', ')}`);

const output = `${JSON.stringify(schema, null, 2)}\n`;
if (process.argv.includes('--print')) process.stdout.write(output);
else {
  await mkdir(`${root}data/schema`, {recursive: true});
  await writeFile(`${root}data/schema/v1.json`, output);
}
