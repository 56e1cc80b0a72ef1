import {DATASET_SHAPE, type Row} from '../core/dataset/index.js';
import type {Report} from './findings.js';
import {addressOf, isPage} from './page-address.js';
import {eachText} from './review-texts.js';
import {walkShape} from './walk-shape.js';

/** A site's name where a page reads the name of a file beside it: www.example.org, example.org/report. */
const BARE = /^(?:www\.|(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\/)/i;
/** A scheme without its slashes, which a page reads likewise. */
const CUT = /^https?:\/?(?!\/)/i;
/** A folder of a computer: \\server\folder, ~/Pictures, /Users/ana. */
const FOLDER = /^(?:\\\\|~\/|\/Users\/)/;
/** Of the address of a link in a text, the part that names a scheme or a site. */
const LINK = /\]\(\s{0,20}([^\s()]{1,2000})/g;
const PRIVATE =
  /^(?:localhost|.*\.local|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|10\.\d{1,3}\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|\[::1\])$/i;

/** What is fetched from an address, by its JSON pointer, and how such an address ends. Pictures and films: see review-media.ts. */
const FILES: readonly (readonly [path: RegExp, what: string, ends: string])[] = [
  [/^\/basemap$/, 'a basemap', 'basemap.json'],
  [/^\/tiles$/, 'a TileJSON', 'tiles.json'],
  [/^\/shapes\/\d+\/src$/, 'a GeoJSON file', 'shape.geojson'],
  [/\/media\/\d+\/(?:poster|after\/src)$/, 'a picture', 'picture.jpg'],
];

/** Whether an address leads to the author's own computer or network, where readers have nothing. */
function isPrivate(address: string): boolean {
  if (FOLDER.test(address)) return true;
  return /^https?:/i.test(address) && URL.canParse(address) && PRIVATE.test(new URL(address).hostname);
}

/** Whether a page reads an address as that of a file beside it, and its author meant a site. */
export const isWithoutScheme = (address: string): boolean => BARE.test(address) || CUT.test(address);

/**
 * Checks an address that means another thing to readers than to its author.
 *
 * @param what is fetched from it, as "a picture", and how such an address ends
 */
export function reviewAddress(
  address: string,
  path: string,
  report: Report,
  [what, ends]: readonly [what: string, ends: string] | readonly [] = [],
): void {
  const begin = address.slice(0, 60);
  const shown = JSON.stringify(begin);
  const url = what === undefined ? undefined : addressOf(address);
  if (isPrivate(address))
    report(
      'address-private',
      'warning',
      path,
      `${shown} is on your own computer or network, where readers find nothing.`,
      'Upload the file, and give the address that it has for readers.',
    );
  else if (isWithoutScheme(address))
    report(
      'address-without-scheme',
      'warning',
      path,
      `${shown} has no https://, and is taken for a file beside the page.`,
      `Write "https://${begin.replace(CUT, '')}"${BARE.test(address) ? `; of a file in a folder "./${begin}"` : ''}.`,
    );
  else if (url && isPage(url))
    report(
      'address-is-page',
      'warning',
      path,
      `${shown} is the address of a web page, not of ${what}: nothing of it is shown.`,
      `Give the address of the file itself, as "${ends}".`,
    );
}

/** Checks the addresses of a story. Nothing is fetched. */
export function reviewAddresses(tree: Row, report: Report): void {
  const review = (address: string, path: string) => {
    const [, ...file] = FILES.find(([of]) => of.test(path)) ?? [];
    reviewAddress(address, path, report, file as readonly [string, string] | readonly []);
  };
  walkShape(DATASET_SHAPE, tree, (word, value, _, path) => {
    if ((word === 'address' || word === 'file') && typeof value === 'string') review(value.trim(), path);
  });
  eachText(tree, (text, path) => {
    for (const [, address = ''] of text.matchAll(LINK)) review(address, path);
  });
}
