import {isRow, type Row} from '../core/dataset/index.js';
import {readDate} from './dates.js';
import {Draft, isDate, languageNote, stringOf} from './draft.js';
import {eachRow} from './each-row.js';
import {storyMapOf} from './foreign-trees.js';
import {slugOf} from './ids.js';
import {Notes} from './notes.js';
import {
  NO_SLIDES,
  noteLostFields,
  noteTitleMedia,
  slideWords,
  TITLE_DATE_LOST,
  TITLE_MADE,
} from './slides.js';
import type {Import, Imported, ImportOptions} from './types.js';

export const importStoryMapJs: Import = async ({tree, notes}, options) =>
  readStoryMapJs(tree, options, new Notes('slide', notes));

/**
 * Reads StoryMapJS in JSON. The overview is title and summary, each other slide an event at its place and a step that
 * shows it, in their order; the line between them is a route.
 */
export async function readStoryMapJs(tree: unknown, options: ImportOptions, notes: Notes): Promise<Imported> {
  return new StoryMapReader(storyMapOf(tree) ?? {}, options, notes).read();
}

/** What is read of a slide; the rest that has a value is named as lost. */
const READ = new Set('type date text location media background uniqueid title id'.split(' '));

class StoryMapReader {
  readonly #storymap: Row;
  readonly #options: ImportOptions;
  readonly #draft: Draft;
  /** The positions are those of a picture. */
  readonly #isPicture: boolean;
  /** Places that the line joins, in order. */
  readonly #line: string[] = [];
  #row = 0;
  #head: Row | undefined;
  #lost = 0;

  constructor(storymap: Row, options: ImportOptions, notes: Notes) {
    this.#storymap = storymap;
    this.#options = options;
    this.#draft = new Draft(notes);
    this.#isPicture = isPictureMap(storymap);
  }

  async read(): Promise<Imported> {
    const slides: readonly unknown[] = Array.isArray(this.#storymap.slides) ? this.#storymap.slides : [];
    const {notes, events} = this.#draft;
    if (this.#isPicture) notes.add(PICTURE_MAP);
    await eachRow(slides, this.#options, (slide) => this.#read(slide));
    if (slides.length === 0) notes.add(NO_SLIDES);
    const {language} = this.#options;
    const own = stringOf(this.#storymap.language);
    const known = language ?? (/^[a-z]{2,3}$/i.test(own) ? own.toLowerCase() : undefined);
    notes.add(...languageNote(known));
    this.#addRoute();
    return {
      dataset:
        slides.length > this.#lost
          ? this.#draft.dataset({language: known ?? 'en', ...this.#head})
          : undefined,
      report: {
        format: 'storymapjs',
        rows: slides.length,
        events: events.length,
        others: this.#head ? {title: 1} : {},
        lost: this.#lost,
        notes: notes.all(),
      },
    };
  }

  #read(slide: unknown): void {
    this.#row++;
    if (!isRow(slide)) {
      this.#lost++;
      this.#draft.notes.addLost('slide-not-read', this.#row, 'It is no slide: it holds no object.');
      return;
    }
    noteLostFields(slide, READ, this.#row, this.#draft);
    if (this.#row === 1 && slide.type === 'overview') this.#head = this.#readOverview(slide);
    else this.#addEvent(slide);
  }

  #readOverview(slide: Row): Row {
    const date = this.#draft.line(slide.date, this.#row);
    if (date) this.#count(TITLE_DATE_LOST, date);
    const {title, text, media} = slideWords(slide, this.#row, this.#draft);
    noteTitleMedia(media, this.#row, this.#draft);
    return {title, summary: text};
  }

  #addEvent(slide: Row): void {
    const {date, words: before} = this.#date(slide.date);
    const {title, name: words, text, media} = slideWords(slide, this.#row, this.#draft, before);
    const name = words || date || `${this.#row}`;
    if (!title) this.#count(TITLE_MADE, name);
    const place = isRow(slide.location) ? this.#place(slide.location) : undefined;
    if (place === undefined) this.#count(PLACE_NOT_GIVEN);
    const id = this.#draft.id(stringOf(slide.uniqueid), slugOf(name));
    const told = {title: name, ...(text && text !== name && {text}), ...(media.length > 0 && {media})};
    this.#draft.events.push({id, ...(date && {date}), ...told, ...(place && {places: [place]})});
    this.#draft.steps.push({id, ...told, select: id, ...(place && {view: viewOf(place, slide.location)})});
  }

  /** A date without a year is none; its words stay in the text. */
  #date(value: unknown): {readonly date?: string; readonly words: string} {
    const written = this.#draft.line(value, this.#row, true);
    if (!written) return {words: ''};
    const read = readDate(written, {order: this.#options.dates});
    if (typeof read !== 'string' && !read.doubts.includes('order') && isDate(read.date))
      return {date: read.date, words: ''};
    this.#count(DATE_AS_TEXT, written);
    return {words: this.#draft.line(value, this.#row)};
  }

  /** The place of a slide; undefined where its position is none on Earth. */
  #place(location: Row): string | undefined {
    const [lat, lon] = [location.lat, location.lon].map(degreesOf);
    if (lat === undefined || lon === undefined) return undefined;
    const position = `${lat}, ${lon}`;
    if (this.#isPicture) this.#count(PICTURE_POSITION_LOST, position);
    else if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) this.#count(POSITION_NOT_ON_EARTH, position);
    else if (lat === 0 && lon === 0) this.#count(POSITION_ZERO, position);
    else return this.#addPlace(location, lat, lon);
    return undefined;
  }

  #addPlace(location: Row, lat: number, lon: number): string {
    if (stringOf(location.icon)) this.#count(ICON_LOST, stringOf(location.icon));
    const written = this.#draft.line(location.name, this.#row, true);
    // What the editor fills in where the author names nothing.
    const name = /^(?:location|untitled)$/i.test(written) ? '' : written;
    if (!name) this.#count(PLACE_WITHOUT_NAME, `${lat}, ${lon}`);
    const place = this.#draft.place(name, lat, lon);
    // A place that follows itself is no step of the way.
    if (location.line === true && this.#line.at(-1) !== place) this.#line.push(place);
    return place;
  }

  #addRoute(): void {
    if (this.#line.length < 2) return;
    const name = stringOf(this.#head?.title);
    const id = this.#draft.id('route');
    this.#draft.routes.push({id, name: name || id, places: this.#line});
    this.#draft.notes.add(LINE_AS_ROUTE);
  }

  #count(kind: Parameters<Notes['count']>[0], example?: string): void {
    this.#draft.notes.count(kind, this.#row, example);
  }
}

/** What the map shows at a slide. */
function viewOf(place: string, location: unknown): Row {
  const zoom = Number(isRow(location) ? stringOf(location.zoom) : '');
  return {places: [place], ...(zoom > 0 && {zoom})};
}

/** Degrees, also written as a text; undefined when they are none. */
function degreesOf(value: unknown): number | undefined {
  const text = stringOf(value);
  return /^[+-]?\d{1,20}(?:\.\d{1,30})?$/.test(text) ? Number(text) : undefined;
}

/** Maps of the Earth by what they are called: a style of a known maker, or the address of tiles. */
const EARTH = /^(?:osm|stamen|mapbox|http)/i;

/** Whether the map is a picture, cut into tiles. */
function isPictureMap({map_type: written, map_as_image: isImage}: Row): boolean {
  const type = stringOf(written);
  return /^(?:zoomify|image|iiif|gigapixel)/i.test(type) || (isImage === true && !EARTH.test(type));
}

const PICTURE_MAP = {
  code: 'picture-map',
  severity: 'loss',
  row: 'file',
  message:
    'Its map is a picture that was cut into tiles, and a map of cronomapa is of the Earth: the picture is left out, and its slides are events without a place.',
  fix: 'Give the events places of the Earth, or show the picture in the article.',
} as const;

const PICTURE_POSITION_LOST = {
  code: 'picture-position-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A position is' : `${count} positions are`} on a picture and not on the Earth: ${examples}.`,
} as const;

const POSITION_NOT_ON_EARTH = {
  code: 'position-not-on-earth',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `A position lies outside of 90 and 180 degrees, and the event has no place: ${examples}.`,
  fix: 'Look whether it is that of a picture, or latitude and longitude are swapped.',
} as const;

const POSITION_ZERO = {
  code: 'position-zero',
  severity: 'loss',
  message: (count: number) =>
    `${count === 1 ? 'A slide lies' : `${count} slides lie`} at 0, 0, where the editor puts what has no place.`,
  fix: 'Give its place, if it has one.',
} as const;

const PLACE_NOT_GIVEN = {
  code: 'place-not-given',
  severity: 'said',
  message: (count: number) =>
    `${count === 1 ? 'It has' : `${count} slides have`} no place, and no mark on the map.`,
} as const;

const PLACE_WITHOUT_NAME = {
  code: 'place-without-name',
  severity: 'said',
  message: (_: number, examples: string) =>
    `A place has no name, and is called by its position: ${examples}.`,
  fix: 'Write a name.',
} as const;

const DATE_AS_TEXT = {
  code: 'date-as-text',
  severity: 'doubt',
  message: (_: number, examples: string) =>
    `A date has no year, or cannot be read. It stays as the first line of the text, unless it is said there, and the event is undated: ${examples}.`,
  fix: 'Write "date" in the dataset, as 2005-08-23.',
} as const;

const ICON_LOST = {
  code: 'icon-lost',
  severity: 'loss',
  message: (_: number, examples: string) => `A sign for the map has no place in a dataset: ${examples}.`,
} as const;

const LINE_AS_ROUTE = {
  code: 'line-as-route',
  severity: 'said',
  row: 'file',
  message: 'The line between the slides is a route.',
} as const;
