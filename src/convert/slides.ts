/** What the slides of TimelineJS and StoryMapJS have in common. */
import {isRow, type Row} from '../core/dataset/index.js';
import {type Draft, firstWords, stringOf} from './draft.js';
import {wellFormed} from './html.js';
import {mediaRows, slideMedia} from './media-page.js';

interface SlideWords {
  readonly title: string;
  /** What stands for a title that is not given: the first words of the text, of a quotation or below a picture. */
  readonly name: string;
  readonly text: string;
  readonly media: readonly Row[];
}

/** Headline, text and medium of a slide; `before`, words of its own, is the first line of the text. */
export function slideWords(slide: Row, row: number, draft: Draft, before = ''): SlideWords {
  const {headline, text: body} = isRow(slide.text) ? slide.text : {headline: undefined, text: slide.text};
  const title = draft.line(headline, row);
  const read = draft.text(body, row);
  const {media, paragraphs} = isRow(slide.media)
    ? slideMedia(slide.media, row, draft)
    : {media: [], paragraphs: []};
  const isSaid = before !== '' && (title.includes(before) || read.text.includes(before));
  const all = [isSaid ? '' : before, read.text, ...paragraphs].filter((each) => each !== '');
  const text = all.join('\n\n');
  const rows: readonly Row[] = [...mediaRows(read.media), ...media];
  const words = [text, ...rows.flatMap((row) => [row.text, row.caption, row.alt])].find(Boolean);
  return {title, name: title || firstWords(stringOf(words)), text, media: rows};
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;

/** Names what a slide has that a dataset has no place for. */
export function noteLostFields(slide: Row, read: ReadonlySet<string>, row: number, draft: Draft): void {
  if (isRow(slide.background)) {
    const {url, color} = slide.background;
    const background = stringOf(url) || stringOf(color);
    if (background) draft.notes.count(BACKGROUND_LOST, row, background);
  }
  for (const [key, value] of Object.entries(slide))
    if (!read.has(key) && isGiven(value)) draft.notes.count(FIELD_LOST, row, wellFormed(key));
}

const BACKGROUND_LOST = {
  code: 'background-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A background has' : `${count} backgrounds have`} no place in a dataset: ${examples}.`,
} as const;

/** What a medium of a title is called. */
const nameOf = ({src, type}: Row): string => String(src ?? `a ${type}`);

/** Names the media of a title, for which a dataset has no place. */
export const noteTitleMedia = (media: readonly Row[], row: number, draft: Draft): void => {
  for (const medium of media) draft.notes.count(TITLE_MEDIA_LOST, row, nameOf(medium));
};

const FIELD_LOST = {
  code: 'field-lost',
  severity: 'loss',
  message: (_: number, examples: string) => `A field has no place in a dataset: ${examples}.`,
} as const;

export const NO_SLIDES = {
  code: 'nothing-read',
  severity: 'loss',
  row: 'file',
  message: 'It has no slides.',
} as const;

export const TITLE_DATE_LOST = {
  code: 'title-date-lost',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `The title has a date, and the title of a dataset has none: ${examples}.`,
} as const;

const TITLE_MEDIA_LOST = {
  code: 'title-media-lost',
  severity: 'loss',
  message: (_: number, examples: string) =>
    `The title has a medium, and the title of a dataset has none: ${examples}.`,
  fix: 'Put it into the article, or give it to an event.',
} as const;

export const TITLE_MADE = {
  code: 'title-made',
  severity: 'said',
  message: (_: number, examples: string) =>
    `It has no headline, and its title was made of what it has: ${examples}.`,
  fix: 'Write a title.',
} as const;
