import type {Row} from '../core/dataset/index.js';
import {type Draft, inOneLine} from './draft.js';
import {fromHtml, type HtmlMedia, siteOf, wellFormed} from './html.js';
import {escapeMarkdown, linkMarkdown} from './markdown.js';
import {mediumTypeOf, withScheme} from './media.js';

/** What the medium of a slide becomes. */
export interface SlideMedia {
  /** Rows of `media`. */
  readonly media: readonly Row[];
  /** Paragraphs of the text. */
  readonly paragraphs: readonly string[];
}

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '');
const given = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value));

/** Pictures, films and players that stood within a text. */
export const mediaRows = (media: readonly HtmlMedia[]): readonly Row[] =>
  media.map(({type, src, alt}) => given({type, src, alt: escapeMarkdown(alt)}));

/** What is no address but a quotation, a frame or a text. */
const isMarkup = (url: string): boolean =>
  url.startsWith('<') || (/\s/.test(url) && !/^(?:https?:)?\/\//i.test(url));

/** What a slide has of its medium; the rest that has a value is named as lost. */
const READ = new Set(['url', 'caption', 'credit', 'thumbnail', 'alt', 'title']);
/** Where its link opens. */
const NOTHING = new Set(['link_target']);

/**
 * The medium of a slide of TimelineJS or StoryMapJS: a file of a picture, film or recording, a player that is known, a
 * document and a quotation are media; any other page is a link.
 */
export function slideMedia(value: Row, row: number, draft: Draft): SlideMedia {
  for (const [key, own] of Object.entries(value))
    if (own && !READ.has(key) && !NOTHING.has(key)) draft.notes.count(MEDIA_FIELD_LOST, row, wellFormed(key));
  const caption = inOneLine(draft.text(value.caption, row).text);
  const words = given({caption, credit: draft.line(value.credit, row)});
  const said = filled([caption, String(words.credit ?? '')]).join(' · ');
  const thumbnail = draft.address(value.thumbnail, row);
  const lose = () => {
    if (thumbnail) draft.notes.count(THUMBNAIL_LOST, row, thumbnail);
  };
  const written = typeof value.url === 'string' ? value.url.trim() : '';
  if (isMarkup(written)) {
    lose();
    const {text, media} = draft.text(written, row);
    const [first, ...others] = mediaRows(media);
    const quote = quoteOf(written);
    if (quote) {
      const speaker = filled([String(quote.credit ?? ''), String(words.credit ?? '')]).join(' · ');
      return {
        media: [{...quote, ...words, ...given({credit: speaker})}, ...mediaRows(media)],
        paragraphs: [],
      };
    }
    // Words below a frame or picture are its own.
    if (first && text === '') return {media: [{...first, ...words}, ...others], paragraphs: []};
    return {media: mediaRows(media), paragraphs: filled([text, said])};
  }
  const url = draft.address(withScheme(written), row);
  const type = url ? mediumTypeOf(url) : undefined;
  if (type === undefined || type === 'image' || type === 'audio') lose();
  if (!url) return {media: [], paragraphs: filled([said])};
  if (type === undefined) return {media: [], paragraphs: [pageLink(url, value, row, draft)]};
  const alt = [value.alt, value.title, value.caption]
    .map((each) => draft.line(each, row, true))
    .find((each) => each !== '');
  const poster = type === 'image' || type === 'audio' ? '' : thumbnail;
  return {
    media: [{type, src: url, ...given({alt: escapeMarkdown(alt ?? ''), ...words, poster})}],
    paragraphs: [],
  };
}

/** Before who said it, where no tag tells. */
const DASH = /^[—–-]+\s*/;

/**
 * A quotation in HTML as a medium: who said it stands in its `<cite>`, or after a dash in its last paragraph, as in those
 * that sites of short messages hand out. Undefined for any other markup.
 */
export function quoteOf(html: string): Row | undefined {
  if (!/^<blockquote[\s>]/i.test(html)) return undefined;
  const from = html.toLowerCase().lastIndexOf('<cite');
  const words = (part: string) => fromHtml(part).text.trim();
  if (from >= 0) {
    const [text, credit] = [html.slice(0, from), html.slice(from).replace(/^<cite/i, '<span')].map(words);
    return text ? given({type: 'quote', text, credit: inOneLine(credit ?? '')}) : undefined;
  }
  const paragraphs = words(html).split(/\n+/);
  const last = paragraphs.at(-1) ?? '';
  const isCredit = paragraphs.length > 1 && DASH.test(last);
  const text = (isCredit ? paragraphs.slice(0, -1) : paragraphs).join('\n\n');
  return text ? given({type: 'quote', text, credit: isCredit ? last.replace(DASH, '') : ''}) : undefined;
}

const MEDIA_AS_LINK = {
  code: 'media-as-link',
  severity: 'said',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A medium is' : `${count} media are`} a page and no file or known player, and became a link at the end of the text: ${examples}.`,
  fix: 'Where it is a player, as of PeerTube, write it as a medium of the type "embed". Where it is what reports the event, make it a source and cite it.',
} as const;

const THUMBNAIL_LOST = {
  code: 'thumbnail-lost',
  severity: 'loss',
  message: (count: number, examples: string) =>
    `${count === 1 ? 'A small picture' : `${count} small pictures`} of a page or of a picture has no place in a dataset: ${examples}.`,
} as const;

const MEDIA_FIELD_LOST = {
  code: 'media-field-lost',
  severity: 'loss',
  message: (_: number, examples: string) => `A field of a medium has no place in a dataset: ${examples}.`,
} as const;

function pageLink(url: string, value: Row, row: number, draft: Draft): string {
  draft.notes.count(MEDIA_AS_LINK, row, url);
  const caption = draft.line(value.caption, row, true);
  return filled([linkMarkdown(caption || siteOf(url), url), draft.line(value.credit, row)]).join(' · ');
}
