import {Html, html} from './html.js';

export {chooseText, plainText} from '../i18n/index.js';

/** The content of `dist/cdn/integrity.json`, written by the build. */
export interface Integrity {
  readonly version: string;
  /** Every script and `cronomapa.css` of the folder: its hash, its size in bytes, and its size compressed with gzip. */
  readonly files: Readonly<
    Record<string, {readonly integrity: string; readonly bytes: number; readonly gzip: number}>
  >;
  /** Hashes for the import map, of the modules that the first script imports. Keys begin with `./`. */
  readonly importmap: {readonly integrity: Readonly<Record<string, string>>};
}

/** The ways to embed a story in a page. */
export const WAYS = ['element', 'tag', 'frame'] as const;
export type Way = (typeof WAYS)[number];

export interface SnippetOptions {
  readonly as: Way;
  /** URL of the folder `dist/cdn` on the newsroom's server, absolute or root-relative. */
  readonly base: string;
  /** URL of the dataset; for a frame, relative to `base` and of the same origin. */
  readonly src: string;
  /** The story's title, used as the accessible name of the frame. */
  readonly title: string;
  /** Id of the initially selected event. */
  readonly selected?: string;
  /** BCP 47; by default the page's. */
  readonly language?: string;
  /** By default the page's. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Level of the story's heading, 1 to 5. */
  readonly headingLevel?: number;
  /** Keeps the reader's selection and filters in the URL of the page. */
  readonly permalink?: boolean;
  /** Initial height of a frame in CSS pixels, until its story reports its height. */
  readonly height?: number;
  /**
   * Sandboxes the frame, which keeps it from navigating a page of another origin. On the same origin a frame that may
   * run scripts can remove its sandbox, and browsers warn about it: leave it out there. By default true when `base` is
   * an absolute URL.
   */
  readonly sandbox?: boolean;
  /** Adds subresource integrity, so that the browser refuses a script that differs from the built one. */
  readonly integrity?: Integrity;
  /**
   * With `integrity`: adds an import map with the hashes of the modules that the first script imports. It must precede
   * all other modules of the page, and older browsers allow one import map per page.
   */
  readonly importMap?: boolean;
}

export interface OembedOptions extends Omit<SnippetOptions, 'as' | 'importMap'> {
  /** Preferred width in CSS pixels; the frame is narrower on narrow screens. */
  readonly width?: number;
  readonly providerName?: string;
  readonly providerUrl?: string;
}

const ROOM = 'cronomapa.css';
const HEIGHT = 900;
const WIDTH = 720;
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
/** Placeholder base for URLs without a host. */
const PAGE = 'https://page.invalid/';

/** Parses a URL as a browser does. Throws a `RangeError` for schemes other than http and https, as `javascript:`. */
function addressOf(text: string, from = PAGE): URL {
  const address = URL.canParse(text, from) ? new URL(text, from) : undefined;
  if (!text.trim() || !address || !/^https?:$/.test(address.protocol))
    throw new RangeError(`"${text}" is no address. Begin it with https:// or with /.`);
  return address;
}

/**
 * The folder URL with its trailing slash. Relative ones get a `./`, as a bare specifier in an import map names a
 * package.
 */
export function folderOf(base: string): string {
  addressOf(base);
  const [path = ''] = base.trim().split(/[?#]/, 1);
  const folder = path.replace(/(?<!\/)\/*$/, '/');
  return /^(https?:|[./])/i.test(folder) ? folder : `./${folder}`;
}

function pixels(value: number, what: string): number {
  if (!(value >= 1 && value < 100_000)) throw new RangeError(`The ${what} must be a number of pixels.`);
  return Math.round(value);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Serializes attributes: skips undefined, false and empty ones; `true` is an attribute without a value. */
const attributes = (given: Attributes): readonly Html[] =>
  Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === false || value === '') return [];
    const key = new Html(name);
    return value === true ? html` ${key}` : html` ${key}="${value}"`;
  });

/** The optional settings of a story, by attribute name. */
function choicesOf(options: Omit<SnippetOptions, 'as'>): Attributes {
  const {selected, language, theme, headingLevel} = options;
  if (headingLevel !== undefined && !/^[1-5]$/.test(String(headingLevel)))
    throw new RangeError(`"${headingLevel}" is not a level of headings, 1 to 5.`);
  return {selected, lang: language, theme, 'heading-level': headingLevel};
}

function script(name: string, options: Omit<SnippetOptions, 'as'>, more: Attributes): Html {
  const {integrity} = options.integrity?.files[name] ?? {};
  // Browsers check a classic script from another origin only if it is fetched with CORS. Modules always are.
  const crossorigin = integrity !== undefined && more.type !== 'module' && 'anonymous';
  const {type, ...others} = more;
  const all = {type, src: folderOf(options.base) + name, ...others, integrity, crossorigin};
  return html`<script${attributes(all)}></script>\n`;
}

/** The stylesheet that keeps the story's room until the script comes. */
function roomStyles({base, integrity}: SnippetOptions): Html {
  const hash = integrity?.files[ROOM]?.integrity;
  const all = {
    rel: 'stylesheet',
    href: folderOf(base) + ROOM,
    integrity: hash,
    crossorigin: hash && 'anonymous',
  };
  return html`<link${attributes(all)}>\n`;
}

/** The import map with the hashes of all modules of the folder. */
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
 * The URL of a frame, with its story's settings in the query. The dataset must be of the frame's own origin, given by
 * its path, so that nobody can show their own content at a newsroom's address. Throws a `RangeError` otherwise.
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
 * The HTML that embeds a story: an element with the script that defines it and its room (`element`), a single script (`tag`), or a
 * frame with the script that sets its height (`frame`). Throws a `RangeError` with a sentence for people when an option
 * is invalid.
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
  return html`${importMap(options)}${roomStyles(options)}${module}<crono-story${attributes(choices)}></crono-story>\n`.toString();
}

/**
 * An oEmbed 1.0 response of type "rich" (https://oembed.com), whose HTML is the frame. Other sites paste it, so `base`
 * must be an absolute URL. Throws a `RangeError` otherwise.
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
