import type {Row} from '../core/dataset/index.js';
import {type Draft, inOneLine} from './draft.js';
import {type HtmlMedia, siteOf} from './html.js';
import {escapeMarkdown, linkMarkdown} from './markdown.js';
import {mediaTypeOf} from './media.js';

/** What the medium of a slide becomes. */
export interface SlideMedia {
  /** Rows of `media`. */
  readonly media: readonly Row[];
  /** Paragraphs of the text. */
  readonly paragraphs: readonly string[];
}

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');

/** Pictures and films that stood within a text. */
export const mediaRows = (media: readonly HtmlMedia[]): readonly Row[] =>
  media.map(({type, src, alt}) => ({type, src, ...(alt && {alt: escapeMarkdown(alt)})}));

/** What is no address but a quotation or a text. */
const isText = (url: string): boolean =>
  url.startsWith('<') || (/\s/.test(url) && !/^(?:https?:)?\/\//i.test(url));

/** Wikimedia's pages about a file end like it. */
const FILE_PAGE = /\/wiki\/[^/]{1,40}:/i;

/**
 * The medium of a slide of TimelineJS or StoryMapJS: a file of a picture, film or recording is media; a page, as of a
 * film on YouTube, is a link; a quotation is text.
 */
export function slideMedia(value: Row, row: number, draft: Draft): SlideMedia {
  const caption = draft.text(value.caption, row).text;
  const credit = draft.line(value.credit, row);
  const said = filled([inOneLine(caption), credit]).join(' · ');
  const written = typeof value.url === 'string' ? value.url.trim() : '';
  if (isText(written)) {
    const {text, media} = draft.text(written, row);
    return {media: mediaRows(media), paragraphs: filled([text, said])};
  }
  const url = draft.address(written, row);
  if (!url) return {media: [], paragraphs: filled([said])};
  const type = FILE_PAGE.test(url) ? undefined : mediaTypeOf(url);
  if (type === undefined) return {media: [], paragraphs: [pageLink(url, value, credit, row, draft)]};
  const alt = [value.alt, value.title, value.caption]
    .map((each) => draft.line(each, row, true))
    .find((each) => each !== '');
  return {
    media: [{type, src: url, ...(alt && {alt: escapeMarkdown(alt)}), ...(said && {credit: said})}],
    paragraphs: [],
  };
}

const MEDIA_AS_LINK = {
  code: 'media-as-link',
  severity: 'said',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A medium is' : `${count} media are`} a page and no file, and became a link at the end of the text: ${examples}.`,
  fix: 'Where it is what reports the event, make it a source and cite it.',
} as const;

const THUMBNAIL_LOST = {
  code: 'thumbnail-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A small picture' : `${count} small pictures`} of a page has no place in a dataset: ${examples}.`,
} as const;

function pageLink(url: string, value: Row, credit: string, row: number, draft: Draft): string {
  draft.notes.count(MEDIA_AS_LINK, row, url);
  const thumbnail = draft.address(value.thumbnail, row);
  if (thumbnail) draft.notes.count(THUMBNAIL_LOST, row, thumbnail);
  const caption = draft.line(value.caption, row, true);
  return filled([linkMarkdown(caption || siteOf(url), url), credit]).join(' · ');
}
