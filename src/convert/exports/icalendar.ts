import type {Dataset, Place, StoryEvent} from '../../core/dataset/index.js';
import {
  civilFromDays,
  civilOf,
  daysFromCivil,
  instantOf,
  type PartialDate,
  utcFromCivil,
} from '../../core/time/index.js';
import type {Export, Exported, ExportOptions} from '../types.js';
import {slug} from './citation.js';
import {isoOf} from './iso.js';
import {Losses, loss} from './losses.js';
import {Texts} from './texts.js';

/** Exports the events of days and moments as a calendar (RFC 5545). */
export const exportICalendar: Export = (dataset, options) => new CalendarMaker(dataset, options).make();

const HELD = new Set([
  'title',
  'summary',
  'timeZone',
  ...['id', 'date', 'category', 'title', 'text', 'places', 'cite', 'status'].map(
    (field) => `events.${field}`,
  ),
  ...['id', 'name', 'lat', 'lon', 'precision'].map((field) => `places.${field}`),
  ...['id', 'name'].map((field) => `categories.${field}`),
  ...['id', 'url'].map((field) => `sources.${field}`),
]);

type Property = readonly [name: string, value: string];

class CalendarMaker {
  readonly #dataset: Dataset;
  readonly #losses: Losses;
  readonly #texts: Texts;
  readonly #stamp: string;
  readonly #places;
  readonly #urls;
  readonly #categories;

  constructor(dataset: Dataset, {language, now}: ExportOptions) {
    this.#dataset = dataset;
    this.#losses = new Losses('icalendar', dataset);
    this.#texts = new Texts(dataset, this.#losses, language);
    const [, year = '1970', month = '01', day = '01'] =
      /^(\d{4})-(\d\d)-(\d\d)$/.exec(dataset.updated ?? '') ?? [];
    this.#stamp = now === undefined ? `${year}${month}${day}T000000Z` : utcText(now);
    this.#places = new Map(
      dataset.places.map((place, i) => [place.id, {place, name: this.#texts.line(place.name, 'places', i)}]),
    );
    this.#urls = new Map(dataset.sources.map(({id, url}) => [id, url]));
    this.#categories = new Map(
      dataset.categories.map(({id, name}, i) => [id, this.#texts.line(name, 'categories', i)]),
    );
  }

  make(): Pick<Exported, 'content' | 'report'> {
    const {title, summary, events} = this.#dataset;
    const entries = events.flatMap((event, index) => this.#event(event, index));
    this.#losses.nameFields(HELD);
    const head: readonly Property[] = [
      ['VERSION', '2.0'],
      ['PRODID', '-//cronomapa//cronomapa//EN'],
      ['X-WR-CALNAME', escaped(this.#texts.head(title))],
      ['X-WR-CALDESC', escaped(this.#texts.head(summary))],
    ];
    const lines = [
      'BEGIN:VCALENDAR',
      ...linesOf(head),
      ...entries.flatMap((entry) => ['BEGIN:VEVENT', ...linesOf(entry), 'END:VEVENT']),
      'END:VCALENDAR',
    ];
    return {
      content: lines.map((line) => `${folded(line)}\r\n`).join(''),
      report: this.#losses.report(entries.length),
    };
  }

  #event(event: StoryEvent, index: number): readonly (readonly Property[])[] {
    if (event.status === 'withdrawn') {
      this.#losses.count('events', index, WITHDRAWN);
      return [];
    }
    const times = this.#times(event, index);
    if (!times) return [];
    if (event.status !== undefined) this.#losses.count('events', index, STATUS_LOST);
    const places = event.places.flatMap((id) => this.#places.get(id) ?? []);
    const [url, ...others] = event.cite.flatMap(({source}) => this.#urls.get(source) ?? []);
    if (others.length > 0 || event.cite.length > others.length + Number(url !== undefined))
      this.#losses.count('events', index, SOURCES_LOST);
    const {id = 'cronomapa'} = this.#dataset;
    const language = this.#texts.language;
    return [
      [
        ['UID', escaped(`${event.id}@${slug(id) || 'cronomapa'}`)],
        ['DTSTAMP', this.#stamp],
        ...times,
        [`SUMMARY;LANGUAGE=${language}`, escaped(this.#texts.line(event.title, 'events', index))],
        [`DESCRIPTION;LANGUAGE=${language}`, escaped(this.#texts.plain(event.text, 'events', index))],
        ['LOCATION', escaped(places.map(({name}) => name).join('; '))],
        ['GEO', this.#geo(places.map(({place}) => place))],
        ['CATEGORIES', escaped(this.#categories.get(event.category ?? '') ?? '')],
        ['URL', url && /^https?:/i.test(url) ? url.trim().replace(/\s/g, encodeURIComponent) : ''],
        ['TRANSP', 'TRANSPARENT'],
      ],
    ];
  }

  /** A position, which a calendar takes to be exact: of one place that is. */
  #geo(places: readonly Place[]): string {
    const [place, ...others] = places;
    const isVague =
      place?.radius ||
      place?.obscured !== undefined ||
      /^(?:district|region|country)$/.test(place?.precision ?? '');
    if (place?.lat === undefined || place.lon === undefined || others.length > 0 || isVague) {
      for (const each of places)
        if (each.lat !== undefined)
          this.#losses.count('places', this.#dataset.places.indexOf(each), POSITION_LOST);
      return '';
    }
    return `${place.lat};${place.lon}`;
  }

  /** Start and end; undefined for what is no day and no moment. */
  #times({when, date}: StoryEvent, index: number): readonly Property[] | undefined {
    const [start, end] = when?.kind === 'interval' ? [when.start, when.end] : [when, when];
    const known = [start, end].map((each) => (typeof each === 'object' ? this.#timeOf(each) : undefined));
    const [from, to] = known;
    if (!from || !to || from.isDay !== to.isDay) {
      this.#losses.count('events', index, when ? NO_DAY : UNDATED, date);
      return undefined;
    }
    // The end of days is the day after; a moment has no length.
    if (from.isDay)
      return [
        ['DTSTART;VALUE=DATE', from.text],
        ['DTEND;VALUE=DATE', to.next],
      ];
    return [['DTSTART', from.text], ...(to.text > from.text ? [['DTEND', to.text] as const] : [])];
  }

  #timeOf(
    date: PartialDate,
  ): {readonly text: string; readonly next: string; readonly isDay: boolean} | undefined {
    const {year, month, day, hour} = date;
    if (isoOf(date) === undefined || month === undefined || day === undefined || year < 1) return undefined;
    if (hour === undefined) {
      const next = civilFromDays(daysFromCivil(year, month, day) + 1);
      if (next.year > 9999) return undefined;
      return {text: dayText({year, month, day}), next: dayText(next), isDay: true};
    }
    const {minute, second = 0, offset} = date;
    const civil = instantOf(year, month, day, hour, minute, second);
    const at = offset === undefined ? utcFromCivil(civil, this.#dataset.timeZone) : civil - offset * MINUTE;
    const text = utcText(at);
    return {text, next: text, isDay: false};
  }
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

const dayText = ({year, month, day}: {readonly year: number; readonly month: number; readonly day: number}) =>
  `${pad(year, 4)}${pad(month)}${pad(day)}`;

function utcText(at: number): string {
  const {hour, minute, second, ...day} = civilOf(at);
  return `${dayText(day)}T${pad(hour)}${pad(minute)}${pad(second)}Z`;
}

/** A text as a value: what divides values is escaped. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

const linesOf = (properties: readonly Property[]): readonly string[] =>
  properties.flatMap(([name, value]) => (value === '' ? [] : [`${name}:${value}`]));

const MINUTE = 60_000;

/** Bytes of a line, after which the next begins with a space. */
const MAX_LINE = 75;

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A line in pieces of at most 75 bytes, none of which ends within a letter. */
function folded(line: string): string {
  let [text, size] = ['', 0];
  for (const character of line) {
    const bytes = bytesOf(character);
    if (size + bytes > MAX_LINE) {
      text += '\r\n ';
      size = 1;
    }
    text += character;
    size += bytes;
  }
  return text;
}

const UNDATED = loss(
  'events-undated',
  (count) =>
    `A calendar has days: ${count === 1 ? 'an event without a date is' : `${count} events without a date are`} left out.`,
);
const NO_DAY = loss(
  'events-without-day',
  (count, examples) =>
    `A calendar has days and moments, and a month is no day: ${count === 1 ? 'an event is' : `${count} events are`} left out, of ${examples}.`,
  'Give the day, where it is known.',
);
const WITHDRAWN = loss(
  'events-withdrawn',
  (count, examples) =>
    `An entry cannot say that it is withdrawn, so ${count === 1 ? 'such an event is' : `${count} such events are`} left out: ${examples}.`,
);
const STATUS_LOST = loss(
  'events-status-lost',
  (count, examples) =>
    `Whether it is confirmed, reported or disputed is lost of ${count === 1 ? 'an event' : `${count} events`}, ${examples}.`,
);
const SOURCES_LOST = loss(
  'cite-lost',
  (count, examples) =>
    `An entry has one address: other sources are lost of ${count === 1 ? 'an event' : `${count} events`}, ${examples}.`,
);
const POSITION_LOST = loss(
  'position-lost',
  (_, examples) =>
    `An entry has one exact position: others, and those that are not exact, are left out: ${examples}.`,
);
