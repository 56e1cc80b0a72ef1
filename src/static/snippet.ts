import {Html, html} from './html.js';

export {chooseText, plainText} from '../i18n/index.js';

/** `dist/cdn/integrity.json`, as the build writes it. */
export interface Integrity {
  readonly version: string;
  /** Every script of the folder: its hash, its size, and its size as most servers send it. */
  readonly files: Readonly<
    Record<string, {readonly integrity: string; readonly bytes: number; readonly gzip: number}>
  >;
  /** Of an import map: what `integrity` on the first script leaves out. Keys begin with `./`. */
  readonly importmap: {readonly integrity: Readonly<Record<string, string>>};
}

/** The ways of putting a story into a page. */
export const WAYS = ['element', 'tag', 'frame'] as const;
export type Way = (typeof WAYS)[number];

export interface SnippetOptions {
  readonly as: Way;
  /** Address of the folder `dist/cdn` on the newsroom's server, with `https://` or from `/` on. */
  readonly base: string;
  /** Address of the dataset; in a frame as seen from `base`, and on the same server. */
  readonly src: string;
  /** The story's title: the name of a frame. */
  readonly title: string;
  /** Id of the event that is selected at first. */
  readonly selected?: string;
  /** BCP 47; by default the language of the page. */
  readonly language?: string;
  /** By default that of the page. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Level of the story's heading, 1 to 5. */
  readonly headingLevel?: number;
  /** Keeps what a reader chooses in the address of the page. */
  readonly permalink?: boolean;
  /** Of a frame, in CSS pixels, until it is told how high its story is. */
  readonly height?: number;
  /**
   * Puts a frame into a sandbox, which is of use where the page is of another origin than the frame: it keeps the frame
   * from leading the page elsewhere. On one origin a frame that may run scripts can take its sandbox off, and browsers
   * warn of it: leave it out there. By default it is there when `base` names a server.
   */
  readonly sandbox?: boolean;
  /** Lets the browser refuse a script that is not the one that was built. */
  readonly integrity?: Integrity;
  /**
   * With `integrity`: an import map that holds the scripts to it that the first one fetches. It has to stand before all
   * other modules of the page, and older browsers take one for each page.
   */
  readonly importMap?: boolean;
}

export interface OembedOptions extends Omit<SnippetOptions, 'as' | 'importMap'> {
  /** In CSS pixels: what the frame asks for, and less on narrow screens. */
  readonly width?: number;
  readonly providerName?: string;
  readonly providerUrl?: string;
}

const HEIGHT = 900;
const WIDTH = 720;
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
/** Stands for the page where an address does not name its server. */
const PAGE = 'https://page.invalid/';

/** An address, as a browser would read it. Throws at those that are not fetched but run. */
function addressOf(text: string, from = PAGE): URL {
  const address = URL.canParse(text, from) ? new URL(text, from) : undefined;
  if (!text.trim() || !address || !/^https?:$/.test(address.protocol))
    throw new RangeError(`"${text}" is no address. Begin it with https:// or with /.`);
  return address;
}

/** The folder, with its slash. In an import map an address that begins with a name would be that of a package. */
function folderOf(base: string): string {
  addressOf(base);
  const folder = base
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/*$/, '/');
  return /^(https?:|[./])/i.test(folder) ? folder : `./${folder}`;
}

function pixels(value: number, what: string): number {
  if (!(value >= 1 && value < 100_000)) throw new RangeError(`The ${what} must be a number of pixels.`);
  return Math.round(value);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Those with a value; `true` is an attribute without one. */
const attributes = (given: Attributes): readonly Html[] =>
  Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === false || value === '') return [];
    const key = new Html(name);
    return value === true ? html` ${key}` : html` ${key}="${value}"`;
  });

/** What may be said of a story, by the names of its attributes. */
function choicesOf(options: Omit<SnippetOptions, 'as'>): Attributes {
  const {selected, language, theme, headingLevel} = options;
  if (headingLevel !== undefined && !/^[1-5]$/.test(String(headingLevel)))
    throw new RangeError(`"${headingLevel}" is not a level of headings, 1 to 5.`);
  return {selected, lang: language, theme, 'heading-level': headingLevel};
}

function script(name: string, options: Omit<SnippetOptions, 'as'>, more: Attributes): Html {
  const {integrity} = options.integrity?.files[name] ?? {};
  // Of another server a script is shown to nobody, hash or no hash, unless it is asked for like this. Modules always are.
  const crossorigin = integrity !== undefined && more.type !== 'module' && 'anonymous';
  const {type, ...others} = more;
  const all = {type, src: folderOf(options.base) + name, ...others, integrity, crossorigin};
  return html`<script${attributes(all)}></script>\n`;
}

/** The hashes of all modules of the folder, for the page that loads them. */
function importMap({integrity, importMap, base}: SnippetOptions): Html | false {
  if (!integrity || !importMap) return false;
  const folder = folderOf(base);
  const hashes = Object.entries(integrity.importmap.integrity).map(([name, hash]) => [
    name.replace(/^\.\//, folder),
    hash,
  ]);
  const json = JSON.stringify({integrity: Object.fromEntries(hashes)}, null, 2);
  return new Html(`<script type="importmap">\n${json.replaceAll('<', '\\u003c')}\n</script>\n`);
}

/**
 * Address of a frame: what it shows is in it. A dataset of the same server is named by its path; one of another server
 * would not be shown, so that nobody can put words of theirs below a newsroom's address.
 */
export function frameAddress(options: Omit<SnippetOptions, 'as'>): string {
  const folder = folderOf(options.base);
  const from = addressOf(folder);
  const to = addressOf(options.src, from.href);
  if (to.origin !== from.origin)
    throw new RangeError(
      'A frame shows only datasets of its own server. Write both addresses with the same beginning, or choose another way.',
    );
  const isWhole = /^\s*(https?:)?\/\//i.test(options.src);
  const src = isWhole ? to.pathname + to.search : options.src;
  const query = Object.entries({src, ...choicesOf(options)}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return `${folder}frame.html?${new URLSearchParams(query).toString().replaceAll('%2F', '/')}`;
}

function frame(options: Omit<SnippetOptions, 'as'>): Html {
  const {base, title, permalink, height = HEIGHT, sandbox = /^\s*(https?:)?\/\//i.test(base)} = options;
  const all = {
    'data-cronomapa': true,
    'data-permalink': permalink,
    title,
    src: frameAddress(options),
    width: '100%',
    height: pixels(height, 'height'),
    frameborder: '0',
    loading: 'lazy',
    sandbox: sandbox && SANDBOX,
    allow: 'fullscreen',
  };
  return html`<iframe${attributes(all)}></iframe>\n${script('host.js', options, {async: true})}`;
}

/**
 * The lines that put a story into a page, to be pasted where it is to stand: an element and the script that defines it;
 * one script alone; or a frame and the script that gives it its height. Throws a `RangeError` that says, in a sentence
 * for people, what cannot be so.
 */
export function snippetHtml(options: SnippetOptions): string {
  const {as, base, src, permalink} = options;
  if (as === 'frame') return frame(options).toString();
  addressOf(base);
  addressOf(src);
  const choices: Attributes = {src, ...choicesOf(options), permalink};
  if (as === 'tag') {
    const data = Object.fromEntries(Object.entries(choices).map(([name, value]) => [`data-${name}`, value]));
    return html`${importMap(options)}${script('embed.js', options, {...data, async: true})}`.toString();
  }
  const module = script('cronomapa.js', options, {type: 'module'});
  return html`${importMap(options)}${module}<crono-story${attributes(choices)}></crono-story>\n`.toString();
}

/**
 * What an address of a newsroom's answers to those who ask how to embed it: a "rich" response of oEmbed 1.0
 * (https://oembed.com), whose markup is the frame. Others paste it, so that `base` has to name its server.
 */
export function oembedJson(options: OembedOptions): string {
  const {base, title, width = WIDTH, height = HEIGHT, providerName, providerUrl} = options;
  if (!/^\s*https?:\/\//i.test(base))
    throw new RangeError(`"${base}" does not name a server, which other sites need. Begin it with https://.`);
  return `${JSON.stringify(
    {
      type: 'rich',
      version: '1.0',
      title,
      provider_name: providerName,
      provider_url: providerUrl && addressOf(providerUrl).href,
      width: pixels(width, 'width'),
      height: pixels(height, 'height'),
      html: frame(options).toString(),
    },
    null,
    2,
  )}\n`;
}
