import {isSafeAddress} from '../core/dataset/index.js';
import {Tokenizer, type TokenizerCallbacks} from './markup.js';
import {isPlayer} from './media.js';
import {type TextStyle, TextWriter} from './text-writer.js';

/** A picture, film, recording or known player in a text. */
export interface HtmlMedia {
  readonly type: 'image' | 'video' | 'audio' | 'embed';
  readonly src: string;
  readonly alt: string;
}

/** What a text in HTML becomes. */
interface ReadHtml {
  /** In the inline Markdown of a dataset's texts. */
  readonly text: string;
  readonly media: readonly HtmlMedia[];
  /** What texts cannot hold, by its kind. */
  readonly lost: readonly string[];
}

interface HtmlOptions {
  /** Without marks: for names, descriptions of pictures and other fields that have none. */
  readonly isPlain?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const STRONG = words('b strong');
const EMPHASIS = words('i em cite var dfn');
const HEADING = words('h1 h2 h3 h4 h5 h6');
const PARAGRAPH = words(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr section article header footer figure aside main nav form fieldset',
);
const BLOCK = words('div tr dt dd caption figcaption summary details address center option body');
/** Their content is no text. */
const SILENT = words('script style iframe noembed noframes');
const FRAMES = words('iframe embed object');
const LOSSES: ReadonlyMap<string, string> = new Map([
  ['script', 'a script'],
  ['style', 'a style sheet'],
  ['form', 'a form'],
  ['input', 'a form'],
  ['button', 'a form'],
  ['select', 'a form'],
  ['textarea', 'a form'],
  ['svg', 'a drawing (SVG)'],
  ['canvas', 'a drawing (canvas)'],
  ['s', 'the line through struck words'],
  ['strike', 'the line through struck words'],
  ['del', 'the line through struck words'],
]);
/** What else is known as a tag; all that is not stands as text, as `<unknown>` in a sentence. */
const OTHER = words(
  'a abbr acronym area audio base basefont bdi bdo big br button canvas code col colgroup data datalist del dir embed font frame frameset g head html iframe img input ins kbd label legend li link map mark math menu meta meter noscript object optgroup output param path picture plaintext progress q rp rt ruby s samp script select slot small source span strike style sub sup svg tbody td template textarea tfoot th thead time title track tt u video wbr xmp',
);

const isTag = (name: string): boolean =>
  STRONG.has(name) ||
  EMPHASIS.has(name) ||
  PARAGRAPH.has(name) ||
  BLOCK.has(name) ||
  OTHER.has(name) ||
  // Of a namespace or a custom element.
  /[:-]/.test(name);

/** Whether a text has tags or entities of HTML. */
export function isHtml(text: string): boolean {
  for (const [, name = ''] of text.matchAll(/<[/]?([a-z][a-z\d:-]*)(?=[\s/>])/gi))
    if (isTag(name.toLowerCase())) return true;
  return false;
}

/** The site of an address, as the words of a link that has none. */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return address;
  return new URL(address).hostname.replace(/^www\./, '') || address;
}

/** The address as it is kept: without spaces, and one without a scheme as https. */
export const addressOf = (address: string): string => {
  const trimmed = address.trim();
  return trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
};

/**
 * Reads a text in HTML in linear time. It uses the tokenizer alone: of a tree there is no need, and building one takes
 * quadratic time where tags nest without end.
 */
class HtmlReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #writer: TextWriter;
  readonly #lost = new Set<string>();
  readonly #media: HtmlMedia[] = [];
  /** Open tags of each kind. */
  #strong = 0;
  #em = 0;
  #heading = 0;
  #pre: number;
  #link: string | undefined;
  /** Letters and media before the link. */
  #linkFrom: readonly [letters: number, media: number] = [0, 0];
  /** Numbers of the items of the open lists; NaN in those without numbers. */
  readonly #lists: number[] = [];
  #silent = '';
  #film: 'video' | 'audio' = 'video';
  #name = '';
  /** Where the tag begins that is being read. */
  #from = -1;
  #attributes = new Map<string, string>();
  #key = '';
  #value = '';

  /** `pre`: 1 where line breaks are kept. */
  constructor(html: string, isPlain: boolean, pre: number) {
    this.#html = html;
    this.#pre = pre;
    this.#writer = new TextWriter(isPlain);
  }

  read(): ReadHtml {
    const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: true}, this);
    tokenizer.write(this.#html);
    tokenizer.end();
    return {text: this.#writer.end(), media: this.#media, lost: [...this.#lost]};
  }

  ontext(start: number, end: number): void {
    this.#write(this.#html.slice(start, end));
  }

  ontextentity(code: number): void {
    this.#write(String.fromCodePoint(code));
  }

  onopentagname(start: number, end: number): void {
    this.#from = start - 1;
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#key = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#key)) this.#attributes.set(this.#key, this.#value);
  }

  onopentagend(end: number): void {
    const from = this.#from;
    this.#from = -1;
    if (isTag(this.#name)) this.#open(this.#name);
    else this.#write(this.#html.slice(from, end + 1));
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).trim().toLowerCase();
    if (isTag(name)) this.#close(name);
    else this.#write(`</${name}>`);
  }

  /** A tag that does not end is text. */
  onend(): void {
    if (this.#from >= 0) this.#write(this.#html.slice(this.#from));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #write(text: string): void {
    if (this.#silent) return;
    const style = {strong: this.#strong + this.#heading > 0, em: this.#em > 0, link: this.#link};
    if (this.#pre === 0) this.#writer.write(text, style);
    else this.#writeLines(text, style);
  }

  #writeLines(text: string, style: TextStyle): void {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.#writer.break();
      this.#writer.write(line, style);
    }
  }

  #open(name: string): void {
    const loss = LOSSES.get(name);
    if (loss) this.#lost.add(loss);
    for (const key of this.#attributes.keys()) if (/^on[a-z]/.test(key)) this.#lost.add('a script');
    if (SILENT.has(name)) this.#silent = name;
    if (STRONG.has(name)) this.#strong++;
    else if (EMPHASIS.has(name)) this.#em++;
    else if (PARAGRAPH.has(name)) this.#writer.block(true);
    else if (BLOCK.has(name)) this.#writer.block(false);
    if (HEADING.has(name)) this.#heading = 1;
    else if (FRAMES.has(name)) this.#openFrame(name);
    else this.#openOther(name);
  }

  #openOther(name: string): void {
    if (name === 'br') this.#writer.break();
    else if (name === 'pre') this.#pre++;
    else if (name === 'a') this.#openLink();
    else if (name === 'q') this.#write('“');
    else if (name === 'ol') this.#lists.push(1);
    else if (name === 'ul') this.#lists.push(Number.NaN);
    else if (name === 'li') this.#writer.item(this.#nextSign());
    else if (name === 'td' || name === 'th') this.#openCell();
    else this.#openMedia(name);
  }

  #openCell(): void {
    if (this.#writer.isInLine) this.#write(' | ');
  }

  #openMedia(name: string): void {
    if (name === 'video' || name === 'audio') this.#film = name;
    const isSource = name === 'source' && this.#attributes.has('src');
    if (name === 'img') this.#addMedia('image');
    else if (name === this.#film || isSource) this.#addMedia(this.#film);
  }

  #nextSign(): string {
    const number = this.#lists.at(-1) ?? Number.NaN;
    if (Number.isNaN(number)) return '• ';
    this.#lists[this.#lists.length - 1] = number + 1;
    // With a space that does not break: the texts of a dataset have no lists.
    return `${number}.\u00a0`;
  }

  #close(name: string): void {
    if (this.#silent === name) this.#silent = '';
    if (STRONG.has(name)) this.#strong = Math.max(0, this.#strong - 1);
    else if (EMPHASIS.has(name)) this.#em = Math.max(0, this.#em - 1);
    else if (PARAGRAPH.has(name)) this.#writer.block(true);
    else if (BLOCK.has(name) || name === 'li') this.#writer.block(false);
    if (HEADING.has(name)) this.#heading = 0;
    if (name === 'a') this.#closeLink();
    else if (name === 'q') this.#write('”');
    else if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    else if (name === 'ul' || name === 'ol') this.#lists.pop();
  }

  /** An address that may be kept; what is lost with others is told. */
  #address(key: string): string | undefined {
    const address = addressOf(this.#attributes.get(key) ?? '');
    if (!address) return undefined;
    if (isSafeAddress(address)) return address;
    this.#lost.add(`an address (${address.slice(0, 20)})`);
    return undefined;
  }

  #openLink(): void {
    const href = this.#address('href');
    this.#link = href?.startsWith('#') ? undefined : href;
    this.#linkFrom = [this.#writer.size, this.#media.length];
  }

  /** A link around a picture is kept, with its site as words. */
  #closeLink(): void {
    const [letters, media] = this.#linkFrom;
    if (this.#link && this.#writer.size === letters && this.#media.length > media)
      this.#write(siteOf(this.#link));
    this.#link = undefined;
  }

  #openFrame(name: string): void {
    if (this.#attributes.has('srcdoc')) this.#lost.add('a page in a frame');
    const address = this.#address(name === 'object' ? 'data' : 'src');
    if (!address) return;
    if (isPlayer(address)) {
      this.#media.push({type: 'embed', src: address, alt: this.#attributes.get('title')?.trim() ?? ''});
      return;
    }
    const link = this.#link;
    // The content of a frame is silent, and its address is not.
    const silent = this.#silent;
    this.#silent = '';
    this.#link = address;
    this.#writer.block(false);
    this.#write(this.#attributes.get('title')?.trim() || siteOf(address));
    this.#writer.block(false);
    this.#link = link;
    this.#silent = silent;
  }

  #addMedia(type: HtmlMedia['type']): void {
    const src = this.#address('src');
    if (src) this.#media.push({type, src, alt: this.#attributes.get('alt')?.trim() ?? ''});
  }
}

/** Halves of letters, which no file can hold, as the sign of a lost one. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Reads a text that may hold HTML. */
export function fromHtml(html: string, {isPlain = false}: HtmlOptions = {}): ReadHtml {
  const whole = wellFormed(html);
  if (isHtml(whole)) return new HtmlReader(whole, isPlain, 0).read();
  // Without a tag, what looks like the start of one is text, and line breaks are the author's.
  return new HtmlReader(whole.replaceAll('<', '&lt;').replace(/\r\n?/g, '\n'), isPlain, 1).read();
}
