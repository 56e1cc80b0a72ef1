/**
 * The sentences of issues, in one place. Those who parse a valid dataset do without them: a story fetches them when
 * there is an issue.
 */
import {MAX_DEPTH, MAX_VALUES} from './plain.js';
import {singular} from './row-names.js';
import {MAX_TITLE} from './schema.js';
import type {Figure} from './types.js';

/** A sentence that says what is wrong, and one that says what to do. */
type IssueText = readonly [message: string, fix: string];

function jsonOf(value: unknown): string {
  // No JSON has a bigint, but data in script may: JSON.stringify throws on it.
  if (typeof value === 'bigint') return `${value}n`;
  const plain = (_: string, item: unknown) => (typeof item === 'bigint' ? String(item) : item);
  return JSON.stringify(value, plain) ?? String(value);
}

/** A value in a message, truncated when it is long. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : jsonOf(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What is expected of a value of another type. */
const EXPECTED = {
  geometry: 'GeoJSON, as {"type": "Polygon", "coordinates": [ ]}',
  list: 'a list, in [ ]',
  number: 'a number, without quotes',
  object: 'an object, in { }',
  string: 'a text in quotes',
  text: 'a text',
  texts: 'a text, or texts by language',
} as const;

export type Expected = keyof typeof EXPECTED;

/** Maximum number of figures listed in one issue. */
const MAX_LISTED = 12;

const figureInWords = ({id, actor, comparator, value}: Figure) =>
  `${id} (${actor}: ${comparator === '=' ? '' : comparator}${value})`;

const WITHOUT_SOURCE: IssueText = ['It names no source.', 'Add to "cite" where it is reported.'];
const withoutSource = (): IssueText => WITHOUT_SOURCE;

const dateFix = 'Write it as 2025-12-25, 2025-12 or 2025 (EDTF); from/to as 2025-12-01/2025-12-25.';

const TEXTS = {
  // The file.
  'file-too-deep': () => [
    `It is nested more than ${MAX_DEPTH} levels deep.`,
    'Check that this is the right file.',
  ],
  'file-too-large': () => [`It holds more than ${MAX_VALUES} values.`, 'Split the story.'],
  'not-a-dataset': (what?: string) =>
    what === undefined
      ? ['It cannot be read.', 'Pass plain data, as JSON.parse gives it.']
      : [`It is ${what}, not a dataset.`, 'Write an object with "cronomapa": 1 and a list of "events".'],
  'dataset-empty': () => [
    'There is nothing to show: no event, place, figure, shape or route.',
    'Add rows to "events".',
  ],
  'version-missing': () => ['It does not say which version of the format it is in.', 'Add "cronomapa": 1.'],
  'version-unknown': (version: unknown) => [
    `Version ${show(version)} of the format is not known here; it is read as 1.`,
    'Write "cronomapa": 1, or use a newer cronomapa.',
  ],

  'rows-missing': (rows: number, came: number) => [
    `It says that it has ${rows} rows, and only ${came} came.`,
    'Save or upload it again, whole, or correct "rows".',
  ],

  // Keys and values.
  'unknown-key': (key: string) => [
    `"${key}" is not a key of the format. It is kept, and nothing reads it.`,
    'Check the spelling, or leave it.',
  ],
  'value-missing': (key: string) => [`It has no "${key}".`, `Add "${key}".`],
  'value-empty': (isByLanguage: boolean) =>
    isByLanguage
      ? ['It holds no text.', 'Write it, or remove the key.']
      : ['It is empty.', 'Fill it in, or remove the key.'],
  'wrong-type': (value: unknown, expected: Expected) => [
    `${show(value)} is not ${EXPECTED[expected]}.`,
    `Write ${EXPECTED[expected]} here.`,
  ],
  'value-unknown': (value: string, words?: readonly string[]) =>
    words
      ? [`${show(value)} is not one of its values.`, `Write one of: ${words.join(' ')}.`]
      : [`${show(value)} is not a code of ISO 3166.`, 'Write it as "VE" or "VE-D".'],
  'value-negative': (value: number, counts: boolean) => [
    `${value} is below 0${counts ? ', and it counts' : ''}.`,
    'Write 0 or more.',
  ],
  'percent-over-100': (value: number) => [
    `${value} percent is more than all.`,
    'Correct it, or the unit of its measure.',
  ],
  'date-impossible': (date: string) => [`${show(date)} is not a date that exists.`, dateFix],
  'date-not-understood': (date: string) => [`${show(date)} is not understood as a date.`, dateFix],
  'time-skipped': (date: string, zone: string) => [
    `In ${zone} clocks skipped the time ${show(date)}.`,
    'Correct the time or "timeZone", or add what it is ahead of UTC, as 02:30-05:00.',
  ],
  'time-zone-unknown': (zone: string) => [
    `${show(zone)} is not a time zone; UTC is used.`,
    'Write an IANA name, as "America/Caracas".',
  ],
  'language-unknown': (tag: string) => [
    `${show(tag)} is not a language tag.`,
    'Write a BCP 47 tag, as "es" or "pt-BR".',
  ],
  'text-missing-in-language': (missing: readonly string[], languages: readonly string[]) => [
    `It is missing in ${missing.join(', ')}, a language of this story.`,
    `Write {${languages.map((tag) => `"${tag}": "…"`).join(', ')}}.`,
  ],
  'title-too-long': (length: number) => [
    `With ${length} characters it is too long for a label.`,
    `Keep it to ${MAX_TITLE} characters; the rest can go in the text.`,
  ],
  'address-unsafe': (address: string) => [
    `${show(address)} is not a safe address.`,
    'Use an https, http, mailto or relative address.',
  ],
  'address-of-tiles': (address: string) => [
    `${show(address)} names many pictures, and nobody who made them.`,
    'Put it into "tiles" of a TileJSON with an "attribution", and write the address of that file.',
  ],
  'link-unsafe': (address: string) => [
    `A link in the text goes to the unsafe address ${show(address)}. It is shown without it.`,
    'Link to an https address.',
  ],
  'media-without-alt': () => [
    'It has no alternative text.',
    'Say in "alt" what it shows, for those who do not see it.',
  ],

  // Ids and references.
  'id-missing': () => [
    'It has no id.',
    'Give it an id that no other row of its table has, and never change it.',
  ],
  'id-malformed': (id: string) => [
    `The id ${show(id)} has half a character in it.`,
    'Write the id with letters, digits and hyphens.',
  ],
  'id-twice': (id: unknown) => [
    `The id ${show(id)} is taken by an earlier row.`,
    'Give each row an id of its own.',
  ],
  'reference-to-nothing': (table: string, id: string, isDropped: boolean) => [
    isDropped
      ? `The ${singular(table)} ${show(id)} that it names was left out.`
      : `There is no ${singular(table)} ${show(id)}.`,
    `Name an id of "${table}", or add that row.`,
  ],

  // Places.
  'coordinates-incomplete': (missing: string) => [
    `It has no "${missing}".`,
    'Give both "lat" and "lon", or neither.',
  ],
  'coordinates-swapped': (lat: number, lon: number, country?: string) => [
    country === undefined
      ? `Latitude ${lat} and longitude ${lon} look swapped.`
      : `Swapped, ${lat}, ${lon} would lie in ${country}, the country it names.`,
    `Write "lat": ${lon}, "lon": ${lat}.`,
  ],
  'coordinates-out-of-range': (key: string, value: number, limit: number) => [
    `"${key}" is ${value}, outside -${limit} to ${limit}.`,
    'Give decimal degrees.',
  ],
  'coordinates-zero': () => [
    'It lies at 0, 0, in the sea off Africa.',
    'Give its position, or leave "lat" and "lon" out. If it is there, say how exact that is by "precision".',
  ],
  'place-outside-country': (lat: number, lon: number, country: string) => [
    `${lat}, ${lon} lies outside ${country}, the country it names.`,
    'Correct the position or "within".',
  ],

  // Events and sources.
  'event-without-source': withoutSource,
  'figure-without-source': withoutSource,
  'shape-without-source': withoutSource,
  'route-without-source': withoutSource,
  'event-without-date': () => ['It has no date, and is listed as undated.', 'Add "date" if it is known.'],
  'event-without-place': () => ['It has no place, and is not on the map.', 'Add "places" if they are known.'],
  'withdrawn-without-correction': () => [
    'It was withdrawn, and does not say why.',
    'Add to "corrections" what was wrong.',
  ],
  'source-before-event': (source: string, published: string, date: string) => [
    `Its source "${source}" was published ${published}, before this happened (${date}).`,
    'Correct one of the dates, or cite a later source.',
  ],

  // Figures, measures and questions.
  'figure-without-actor': () => ['It does not say who claims it.', 'Name the actor who gave the number.'],
  'cumulative-without-since': () => [
    'It adds up, and does not say since when.',
    'Add "since", the date that it counts from.',
  ],
  'breakdown-sum': (parts: readonly number[], total: number) => [
    `${parts.join(' + ')} is ${parts.reduce((a, b) => a + b, 0)}, not ${total}.`,
    'Correct a part or the total, or add the part that is missing.',
  ],
  'measures-not-comparable': (measures: readonly string[]) => [
    `Its figures cannot be compared: ${measures.join(', ')} differ in kind, unit or start.`,
    'Ask one question for each measure.',
  ],
  'actor-two-values': ({actor, value, id}: Figure, question?: string) => [
    `${actor} also gives ${value} for the same thing and date (figure "${id}").`,
    question === undefined
      ? 'Correct one of them, or show both in a question.'
      : `Question "${question}" shows both.`,
  ],
  'figures-disagree': (figures: readonly Figure[], question?: string) => {
    const more = figures.length - MAX_LISTED;
    const listed = figures.slice(0, MAX_LISTED).map(figureInWords).join(', ');
    return [
      `The figures disagree: ${listed}${more > 0 ? ` and ${more} more` : ''}.`,
      question === undefined
        ? 'Add a question that lists them, so that they are shown side by side.'
        : `Question "${question}" shows them.`,
    ];
  },
} satisfies Readonly<Record<string, (...values: never[]) => IssueText>>;

/** What is lost with a value that cannot be used. */
const LOSSES = {
  value: 'This value is left out.',
  entry: 'The whole entry is left out.',
  item: 'It is left out.',
  title: 'Its id is shown instead.',
  interval: 'It is listed undated.',
  position: 'It is listed, not drawn.',
} as const;

export type Loss = keyof typeof LOSSES;
export type IssueCode = keyof typeof TEXTS;
/** What the sentences of an issue are made of. */
export type IssueValues<Code extends IssueCode> = Parameters<(typeof TEXTS)[Code]>;
/** Words an issue. */
export type WordIssue = <Code extends IssueCode>(
  code: Code,
  values: IssueValues<Code>,
  lost?: Loss,
) => IssueText;

export const wordIssue: WordIssue = (code, values, lost) => {
  const [message, fix] = (TEXTS[code] as (...values: unknown[]) => IssueText)(...values);
  return [lost ? `${message} ${LOSSES[lost]}` : message, fix];
};
