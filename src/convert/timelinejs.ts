import {isRow, type Row} from '../core/dataset/index.js';
import {intervalOf, parseEdtf} from '../core/time/index.js';
import {readDate} from './dates.js';
import {Draft, isDate, languageNote, spanOf, stringOf} from './draft.js';
import {eachRow} from './each-row.js';
import {wellFormed} from './html.js';
import {slugOf} from './ids.js';
import {Notes} from './notes.js';
import {dateOfParts} from './parts-date.js';
import {
  NO_SLIDES,
  noteLostFields,
  noteTitleMedia,
  slideWords,
  TITLE_DATE_LOST,
  TITLE_MADE,
} from './slides.js';
import {modernTimeline} from './timelinejs-2.js';
import type {Import, Imported, ImportOptions} from './types.js';

export const importTimelineJs: Import = async ({tree, notes}, options) =>
  readTimelineJs(tree, options, new Notes('slide', notes));

/** Reads TimelineJS in JSON. Slides are counted as: the title, if there is one, then the events, then the eras. */
export async function readTimelineJs(tree: unknown, options: ImportOptions, notes: Notes): Promise<Imported> {
  const {title, events, eras} = isRow(tree) ? modernTimeline(tree, notes) : {};
  const slides = [
    ...listOf(title).map((value) => ({kind: 'title', value}) as const),
    ...listOf(events).map((value) => ({kind: 'event', value}) as const),
    ...listOf(eras).map((value) => ({kind: 'era', value}) as const),
  ];
  return readSlides(
    slides.map((slide, i) => ({...slide, row: i + 1})),
    options,
    notes,
  );
}

export interface Slide {
  readonly kind: 'title' | 'event' | 'era';
  readonly value: unknown;
  /** Its number, as the author counts. */
  readonly row: number;
}

/** Reads slides in the shape of TimelineJS 3. A second title is an event. */
export const readSlides = (
  slides: readonly Slide[],
  options: ImportOptions,
  notes: Notes,
): Promise<Imported> => new TimelineReader(slides, options, notes).read();

/** What is read of a slide; the rest that has a value is named as lost. */
const READ = new Set(
  'start_date end_date text media group type unique_id display_date background autolink tag'.split(' '),
);

/** An event that has a slide. */
interface Told {
  readonly id: string;
  readonly date: string | undefined;
  /** What the slide says. */
  readonly words: Row;
}

class TimelineReader {
  readonly #slides: readonly Slide[];
  readonly #options: ImportOptions;
  readonly #draft: Draft;
  /** Of the slide that is being read. */
  #row = 0;
  #head: Row | undefined;
  #events = 0;
  #spans = 0;
  #lost = 0;
  #eraCategory: string | undefined;
  readonly #told: Told[] = [];

  constructor(slides: readonly Slide[], options: ImportOptions, notes: Notes) {
    this.#slides = slides;
    this.#options = options;
    this.#draft = new Draft(notes);
  }

  async read(): Promise<Imported> {
    const {length: rows} = this.#slides;
    const {language} = this.#options;
    await eachRow(this.#slides, this.#options, (slide) => this.#read(slide));
    const {notes} = this.#draft;
    if (rows === 0) notes.add(NO_SLIDES);
    notes.add(...languageNote(language));
    this.#addSteps();
    const head = {language: language ?? 'en', ...this.#head};
    const others = {...(this.#head && {title: 1}), ...(this.#spans > 0 && {spans: this.#spans})};
    return {
      dataset: rows > this.#lost ? this.#draft.dataset(head) : undefined,
      report: {
        format: 'timelinejs',
        rows,
        events: this.#events,
        others,
        lost: this.#lost,
        notes: notes.all(),
      },
    };
  }

  #read({kind, value, row}: Slide): void {
    this.#row = row;
    if (!isRow(value)) {
      this.#lost++;
      this.#draft.notes.addLost('slide-not-read', row, 'It is no slide: it holds no object.');
      return;
    }
    noteLostFields(value, READ, row, this.#draft);
    if (kind === 'title' && !this.#head) this.#head = this.#readTitle(value);
    else if (kind === 'era') this.#readEra(value);
    else this.#readEvent(value);
  }

  #readTitle(slide: Row): Row {
    const {date} = isRow(slide.start_date) ? dateOfParts(slide.start_date) : {date: undefined};
    if (date !== undefined) this.#count(TITLE_DATE_LOST, date);
    const {title, text, media} = slideWords(slide, this.#row, this.#draft);
    noteTitleMedia(media, this.#row, this.#draft);
    return {title, summary: text};
  }

  #readEvent(slide: Row): void {
    this.#events++;
    const event = this.#addEvent(slide, this.#category(slide));
    this.#told.push(event);
  }

  /** The slides in the order in which TimelineJS shows them: that of their dates, undated ones last. */
  #addSteps(): void {
    const startOf = ({date}: Told) => (date === undefined ? Infinity : (intervalOf(date)?.start ?? Infinity));
    const ordered = this.#told
      .map((event) => ({...event, start: startOf(event)}))
      .sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
    for (const {id, words} of ordered) this.#draft.steps.push({id, ...words, select: id});
  }

  /** A span of time with a name: there is no table for them, so they are events of a category of their own. */
  #readEra(slide: Row): void {
    this.#spans++;
    this.#count(ERA_AS_EVENT);
    this.#eraCategory ??= this.#draft.ownCategory('era', ERAS);
    this.#addEvent(slide, this.#eraCategory);
  }

  #addEvent(slide: Row, category: string | undefined): Told {
    const {date, words: before} = this.#date(slide);
    const {title, name: words, text, media} = slideWords(slide, this.#row, this.#draft, before);
    const name = words || date || `${this.#row}`;
    if (!title) this.#count(TITLE_MADE, name);
    const id = this.#draft.id(wellFormed(stringOf(slide.unique_id)), slugOf(name));
    const told = {title: name, ...(text && text !== name && {text}), ...(media.length > 0 && {media})};
    this.#draft.events.push({id, ...(date && {date}), ...(category && {category}), ...told});
    return {id, date, words: told};
  }

  #category(slide: Row): string | undefined {
    const name = this.#draft.line(slide.group || slide.tag, this.#row, true);
    return name ? this.#draft.category(name) : undefined;
  }

  /** The date of a slide, and the words of one that has no place in a date. */
  #date(slide: Row): {readonly date: string | undefined; readonly words: string} {
    const start = this.#dateOf(slide.start_date);
    const end = this.#dateOf(slide.end_date);
    let date = spanOf(start, end);
    if (end !== undefined && date === undefined) {
      this.#count(END_BEFORE_START, `${start ?? ''} – ${end}`);
      date = start;
    }
    const displays = [slide, slide.start_date].map((each) =>
      this.#draft.line(isRow(each) ? each.display_date : undefined, this.#row, true),
    );
    const display = displays.find((each) => each !== '') ?? '';
    const coarser = display && this.#coarser(display, date);
    if (coarser) return {date: coarser, words: ''};
    if (display) this.#count(DISPLAY_DATE_KEPT, display);
    else if (date === undefined) this.#count(DATE_NOT_GIVEN);
    return {date, words: display && this.#draft.line(display, this.#row)};
  }

  #dateOf(value: unknown): string | undefined {
    const written = stringOf(value);
    if (written) {
      const read = readDate(written, {order: this.#options.dates ?? 'month-first'});
      if (typeof read !== 'string') return read.date;
      this.#count(DATE_NOT_READ, written);
    }
    if (!isRow(value)) return undefined;
    const {date, year, fault = value.time} = dateOfParts(this.#counted(value));
    if (fault !== undefined) this.#count(DATE_NOT_READ, String(fault));
    if (year !== undefined && year <= 0 && this.#options.negativeYears === undefined)
      this.#count(YEAR_BEFORE_OUR_ERA, String(year));
    return date !== undefined && isDate(date) ? date : undefined;
  }

  /** The year as ISO 8601 counts it. */
  #counted(parts: Row): Row {
    const year = Number(parts.year);
    return this.#options.negativeYears === 'historical' && year < 0 ? {...parts, year: year + 1} : parts;
  }

  /** What a display date says, where it is the same date or less exact: "spring 1850" for a first of March. */
  #coarser(display: string, date: string | undefined): string | undefined {
    const read = readDate(display, {order: this.#options.dates});
    if (typeof read === 'string' || !isDate(read.date)) return undefined;
    // Years before our era are read without a doubt where numbers say the same.
    if (read.doubts.some((doubt) => doubt === 'order' || doubt === 'coarser')) return undefined;
    if (read.date === date) return date;
    const [shown, exact] = [onClocks(read.date), date].map(
      (each) => each && parseEdtf(each) && intervalOf(each),
    );
    if (!shown || !exact || shown.start > exact.start || shown.end < exact.end) return undefined;
    this.#count(DATE_AS_DISPLAYED, display);
    return read.date;
  }

  #count(kind: Parameters<Notes['count']>[0], example?: string): void {
    this.#draft.notes.count(kind, this.#row, example);
  }
}

/** A date as clocks show it there: the numbers of a slide have no offset. */
const onClocks = (date: string): string => date.replace(/(T[\d:.]+)(?:Z|[+-]\d\d(?::?\d\d)?)/g, '$1');

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const ERAS: Row = {en: 'Eras', es: 'Épocas', fr: 'Époques', pt: 'Épocas', ar: 'عصور'};

const ERA_AS_EVENT = {
  code: 'era-as-event',
  severity: 'said',
  message: (count: number) =>
    `${count === 1 ? 'An era is' : `${count} eras are`} in the dataset as events of the category "era", with start and end.`,
} as const;

const END_BEFORE_START = {
  code: 'end-before-start',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `It ends before it starts, and the end was left out: ${examples}.`,
  fix: 'Correct one of the dates.',
} as const;

const DISPLAY_DATE_KEPT = {
  code: 'display-date-kept',
  severity: 'said',
  message: (_: number, examples: string) =>
    `The date in words has no field in a dataset, and is the first line of the text, unless it is said there: ${examples}.`,
} as const;

const DATE_AS_DISPLAYED = {
  code: 'date-as-displayed',
  severity: 'said',
  message: (_: number, examples: string) =>
    `The date in words is less exact than the date in numbers, and was taken for it: ${examples}.`,
} as const;

const DATE_NOT_GIVEN = {
  code: 'date-not-given',
  severity: 'said',
  message: (count: number) =>
    `${count === 1 ? 'It has' : `${count} slides have`} no date, and stand undated.`,
} as const;

const DATE_NOT_READ = {
  code: 'date-not-read',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `Part of a date could not be read, and it and what is finer was left out: ${examples}.`,
  fix: 'Correct it in the file, or write "date" in the dataset.',
} as const;

const YEAR_BEFORE_OUR_ERA = {
  code: 'year-before-our-era',
  severity: 'doubt',
  message: (_: number, examples: string) =>
    `Years before our era keep their number, with the year 0 of ISO 8601: -300 is 301 BCE. TimelineJS labels it "300 BCE". They are: ${examples}.`,
  fix: 'If the labels were meant, add 1 to each of these years.',
} as const;
