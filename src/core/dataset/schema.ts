/**
 * The rule of a field: a rule word, an object of rules, or a list (a rule in brackets).
 *
 * A sign before the word: `!` required, or the entry is dropped (a required text falls back to the entry's id); `~`
 * recommended; `^` has a default, the first word of its vocabulary, and an invalid value drops the entry.
 *
 * Words: `id`; `string`; `number`; `amount` (a number of at least 0); `date` (EDTF); `when` (EDTF, kept as written and
 * parsed); `geometry` (GeoJSON); `address` (a URL); `file` (a URL, but not a template with placeholders); `language`
 * (BCP 47); `zone` (IANA); `region` (ISO 3166); `version`; `@table` (an id of that table); `a|b|c` (a vocabulary).
 * Texts: `text` is prose, expected in every language of the story; `title` likewise, and short enough for a label;
 * `name` is short and may be one string for all languages; `original` keeps the language of its author.
 */
export type Rule = string | Shape | readonly [Rule];
export interface Shape {
  readonly [key: string]: Rule;
}

/** Maximum length of a title or name in UTF-16 code units, so that it fits a label. */
export const MAX_TITLE = 90;

const PRECISION = 'site|locality|district|region|country';
const cite: Rule = [{source: '!@sources', quote: 'string', locator: 'string'}];
const corrections: Rule = [{date: 'date', text: '!text'}];
const people: Rule = [{name: '!string', url: 'address'}];
const media: Rule = [
  {
    type: '!image|video|audio|embed|document|pair|quote',
    // A quote needs neither an address nor a description: see `readField`.
    src: '!address',
    alt: '~text',
    caption: 'text',
    credit: 'original',
    warning: 'text',
    width: 'amount',
    height: 'amount',
    srcset: 'string',
    sizes: 'string',
    focus: {x: 'amount', y: 'amount'},
    poster: 'address',
    captions: [{src: '!address', language: '!language'}],
    transcript: 'text',
    text: 'original',
    label: 'name',
    after: {src: '!address', alt: '~text', label: 'name'},
    cite,
  },
];
/** The editors' confidence that it was said, by whom and when; not that it is true. */
const confidence: Rule = 'high|medium|low';

/**
 * Version 1 of the format: the single source of `parseDataset` and of data/schema/v1.json (scripts/build-schema.mjs).
 * Tables are in dependency order.
 */
export const DATASET_SHAPE = {
  $schema: 'string',
  cronomapa: '~version',
  id: 'string',
  language: '~language',
  title: 'text',
  summary: 'text',
  timeZone: 'zone',
  updated: 'date',
  version: 'string',
  identifier: 'string',
  url: 'address',
  license: 'string',
  licenseUrl: 'address',
  basemap: 'address',
  tiles: 'file',
  pointOfView: 'string',
  rows: 'amount',
  authors: people,
  editors: people,
  corrections,
  sources: [
    {
      id: '!id',
      title: '!original',
      publisher: 'string',
      url: 'address',
      published: 'date',
      accessed: 'date',
      archived: 'address',
      origin: 'string',
      language: 'language',
      grade: 'original|repost|mirror',
      note: 'text',
    },
  ],
  actors: [
    {
      id: '!id',
      name: '!name',
      kind: 'government|ngo|party|media|international|court|families|other',
      definition: 'text',
      cite,
    },
  ],
  places: [
    {
      id: '!id',
      name: '!name',
      kind: 'string',
      lat: 'number',
      lon: 'number',
      radius: 'amount',
      precision: PRECISION,
      obscured: 'text',
      within: ['region'],
      note: 'text',
      corrections,
      cite,
    },
  ],
  categories: [{id: '!id', name: '!name'}],
  events: [
    {
      id: '!id',
      date: 'when',
      category: '@categories',
      title: '!title',
      text: 'text',
      places: ['@places'],
      status: 'confirmed|reported|disputed|withdrawn',
      confidence,
      media,
      corrections,
      cite,
      links: [{to: '!@events', rel: 'string'}],
    },
  ],
  shapes: [
    {
      id: '!id',
      name: '!name',
      date: 'when',
      category: '@categories',
      geometry: 'geometry',
      src: 'address',
      precision: PRECISION,
      event: '@events',
      note: 'text',
      corrections,
      cite,
    },
  ],
  routes: [
    {
      id: '!id',
      name: '!name',
      date: 'when',
      category: '@categories',
      places: ['@places'],
      kind: 'straight|great-circle',
      precision: PRECISION,
      event: '@events',
      note: 'text',
      corrections,
      cite,
    },
  ],
  measures: [{id: '!id', name: '!name', unit: 'string', kind: '^stock|flow|cumulative', since: 'date'}],
  figures: [
    {
      id: '!id',
      measure: '~@measures',
      event: '@events',
      place: '@places',
      date: 'when',
      actor: '!@actors',
      value: '!number',
      comparator: '^=|>=|>|<=|<|~',
      status: 'string',
      confidence,
      note: 'text',
      corrections,
      breakdown: [{place: '@places', group: 'text', value: '!number'}],
      cite,
    },
  ],
  questions: [{id: '!id', question: '!text', figures: ['@figures'], note: 'text', corrections}],
  annotations: [
    {
      id: '!id',
      text: '!text',
      place: '@places',
      date: 'when',
      measure: '@measures',
      cite,
    },
  ],
  steps: [
    {
      id: '!id',
      title: 'title',
      text: 'text',
      select: '@events',
      range: 'date',
      filter: {categories: ['@categories'], actors: ['@actors'], places: ['@places'], text: 'string'},
      question: '@questions',
      annotations: ['@annotations'],
      media,
      view: {places: ['@places'], zoom: 'amount'},
    },
  ],
} satisfies Shape;
