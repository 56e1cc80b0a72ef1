import type {Dataset, Media, Row, Source, StoryEvent, Text} from '../../core/dataset/index.js';
import {civilOf, intervalOf, type PartialDate} from '../../core/time/index.js';
import {formatDate, loadMessages} from '../../i18n/index.js';
import {readDate} from '../dates.js';
import type {Export, Exported, ExportOptions} from '../types.js';
import {Losses, loss} from './losses.js';
import {countDetails, isAddressed, nameOfMedium} from './media.js';
import {asField, escapeHtml, Texts} from './texts.js';

/** Exports the dated events as slides of TimelineJS 3. */
export const exportTimelineJs: Export = async (dataset, options) => {
  await loadMessages(options.language ?? dataset.language);
  return new SlideMaker(dataset, options).make();
};

const HELD = new Set([
  'title',
  'summary',
  ...['id', 'date', 'category', 'title', 'text', 'media', 'cite', 'status'].map((field) => `events.${field}`),
  ...['id', 'name'].map((field) => `categories.${field}`),
  ...['id', 'title', 'url'].map((field) => `sources.${field}`),
]);

class SlideMaker {
  readonly #dataset: Dataset;
  readonly #losses: Losses;
  readonly #texts: Texts;
  readonly #categories;
  readonly #sources;

  constructor(dataset: Dataset, {language}: ExportOptions) {
    this.#dataset = dataset;
    this.#losses = new Losses('timelinejs', dataset);
    this.#texts = new Texts(dataset, this.#losses, language);
    this.#categories = new Map(
      dataset.categories.map(({id, name}, i) => [id, this.#texts.line(name, 'categories', i)]),
    );
    this.#sources = new Map(dataset.sources.map((source, i) => [source.id, this.#sourceHtml(source, i)]));
  }

  make(): Pick<Exported, 'content' | 'report'> {
    const {title, summary} = this.#dataset;
    const events = this.#dataset.events.flatMap((event, index) => this.#slide(event, index));
    this.#losses.nameFields(HELD);
    this.#losses.add({
      code: 'language-lost',
      severity: 'loss',
      message: 'It does not say in which language it is written.',
      fix: `Give TimelineJS the option language: '${this.#texts.language}'.`,
    });
    const words = {
      headline: escapeHtml(this.#texts.head(title)),
      text: escapeHtml(this.#texts.head(summary)),
    };
    const timeline = {...((words.headline || words.text) && {title: {text: words}}), events};
    return {
      content: `${JSON.stringify(timeline, null, 1)}\n`,
      report: this.#losses.report(events.length),
    };
  }

  #sourceHtml({title, url = ''}: Source, index: number): string {
    const words = escapeHtml(this.#texts.line(title, 'sources', index));
    return /^https?:\/\//i.test(url) ? `<a href="${escapeHtml(url)}">${words}</a>` : words;
  }

  #slide(event: StoryEvent, index: number): readonly Row[] {
    if (event.status === 'withdrawn') {
      this.#losses.count('events', index, WITHDRAWN);
      return [];
    }
    const when = this.#dates(event, index);
    if (!when) return [];
    if (event.status !== undefined) this.#losses.count('events', index, STATUS_LOST);
    return [
      {
        unique_id: event.id,
        ...when,
        text: {
          headline: escapeHtml(this.#texts.line(event.title, 'events', index)),
          text: this.#texts.html(event.text, 'events', index) + this.#sourcesOf(event, index),
        },
        ...this.#media(event.media, index),
        ...(event.category !== undefined && {group: asField(this.#categories.get(event.category) ?? '')}),
      },
    ];
  }

  /** Sources are the last paragraph of the text. */
  #sourcesOf({cite}: StoryEvent, index: number): string {
    if (cite.some(({quote, locator}) => quote !== undefined || locator !== undefined))
      this.#losses.count('events', index, QUOTES_LOST);
    const sources = [...new Set(cite.map(({source}) => source))].flatMap((id) => this.#sources.get(id) ?? []);
    return sources.length === 0 ? '' : `<p>${sources.join(' · ')}</p>`;
  }

  /** A slide has one medium: the first that needs no warning. */
  #media(media: readonly Media[], index: number): Row {
    const first = media.find(
      (medium) =>
        medium.warning === undefined && (isAddressed(medium) || (medium.type === 'quote' && medium.text)),
    );
    for (const medium of media)
      if (medium !== first) this.#losses.count('events', index, MEDIA_LOST, nameOfMedium(medium));
    if (!first) return {};
    countDetails(first, index, this.#losses, 'timelinejs');
    const words = (text: Text | undefined) => escapeHtml(this.#texts.line(text, 'events', index));
    const [caption, credit] = [words(first.caption), words(first.credit)];
    const common = {...(caption && {caption})};
    if (first.type === 'quote') {
      const said = this.#texts.html(first.text, 'events', index);
      return {
        media: {url: `<blockquote>${said}${credit && `<cite>${credit}</cite>`}</blockquote>`, ...common},
      };
    }
    const alt = words(first.alt);
    const {src: url, poster: thumbnail} = first;
    return {
      media: {url, ...(alt && {alt}), ...common, ...(credit && {credit}), ...(thumbnail && {thumbnail})},
    };
  }

  /** The dates of a slide, with words for what numbers cannot say; undefined where there is no start. */
  #dates({when, date = ''}: StoryEvent, index: number): Row | undefined {
    const ends = when?.kind === 'interval' ? [when.start, when.end] : [when, when && lastOf(when)];
    const [start, end] = ends;
    if (!when || typeof start !== 'object') {
      this.#losses.count('events', index, when ? NO_START : UNDATED, when && date);
      return undefined;
    }
    const isExact = ends.every((each) => each === undefined || (typeof each === 'object' && isPlain(each)));
    const words = formatDate(when, this.#texts.language);
    // What importers do not read as this date would come back more exact than it was written.
    const isKept = isExact || isSame(words, date);
    if (!isKept) this.#losses.count('events', index, DATE_AS_WRITTEN, date);
    // TimelineJS would show the years before our era as ISO 8601 counts them, with a year 0.
    const hasWords = !isExact || start.year <= 0;
    return {
      start_date: partsOf(firstOf(start)),
      ...(typeof end === 'object' && {end_date: partsOf(lastOf(end) ?? end)}),
      ...(hasWords && {display_date: escapeHtml(isKept ? words : date)}),
    };
  }
}

/** Whether numbers alone say all of a date. */
const isPlain = (date: PartialDate): boolean =>
  !(
    date.uncertain ||
    date.approximate ||
    date.season ||
    date.yearUnspecified ||
    date.significantDigits ||
    date.monthUnspecified ||
    date.dayUnspecified ||
    date.offset !== undefined ||
    (date.fraction?.length ?? 0) > MILLISECONDS
  );

const MILLISECONDS = 3;

/** The first month of a season; of all else the date itself. */
function firstOf(date: PartialDate): PartialDate {
  if (!date.season) return date;
  const {year, month} = civilOf(intervalOf(date)?.start ?? 0);
  return {kind: 'date', unit: 'month', year, month};
}

/** The last year of a decade or century, the last month of a season; undefined for a date that is one of the calendar. */
function lastOf(date: PartialDate): PartialDate | undefined {
  if (!date.yearUnspecified && !date.significantDigits && !date.season) return undefined;
  const {year, month} = civilOf((intervalOf(date)?.end ?? 0) - 1);
  return date.season ? {kind: 'date', unit: 'month', year, month} : {kind: 'date', unit: 'year', year};
}

/** A date in the numbers of TimelineJS, as far as they go. */
function partsOf({year, month, day, hour, minute, second, fraction}: PartialDate): Row {
  const millisecond =
    fraction === undefined ? undefined : Number(fraction.slice(0, MILLISECONDS).padEnd(3, '0'));
  const parts = {year, month, day, hour, minute, second, millisecond};
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** Whether words are read as just this date. */
function isSame(words: string, date: string): boolean {
  const read = readDate(words);
  return typeof read !== 'string' && read.date === date;
}

const UNDATED = loss(
  'events-undated',
  (count, examples) =>
    `A slide needs a date: ${count === 1 ? 'an event without is' : `${count} events without are`} left out, ${examples}.`,
  'Give it a year.',
);
const NO_START = loss(
  'events-without-start',
  (_, examples) => `A slide needs a start, and an event that has an end alone is left out: ${examples}.`,
);
const WITHDRAWN = loss(
  'events-withdrawn',
  (count, examples) =>
    `A slide cannot say that it is withdrawn, so ${count === 1 ? 'such an event is' : `${count} such events are`} left out: ${examples}.`,
);
const STATUS_LOST = loss(
  'events-status-lost',
  (count, examples) =>
    `A slide does not say whether it is confirmed, reported or disputed: it is lost of ${count === 1 ? 'an event' : `${count} events`}, ${examples}.`,
  'Say it in the text.',
);
const QUOTES_LOST = loss(
  'quotes-lost',
  (count, examples) =>
    `Quotations and where in a source they stand are left out of ${count === 1 ? 'one event' : `${count} events`}, ${examples}.`,
);
const MEDIA_LOST = loss(
  'media-lost',
  (_, examples) =>
    `A slide has one medium and no content warning; left out are others, pairs, and those with a warning: ${examples}.`,
);
const DATE_AS_WRITTEN = {
  code: 'date-as-edtf',
  severity: 'said',
  message: (_: number, examples: string) =>
    `Neither numbers nor words hold the whole of a date, which stands on its slide as it is written: ${examples}.`,
  fix: 'Write it in words there, as "display_date".',
} as const;
