import {isPlayerPage} from '../core/dataset/index.js';

/** The last part of a path that is a page's. */
const PAGE_FILE = /\.(?:html?|xhtml|php|aspx?|jsp)$/i;
/** Wikimedia's pages about a file. */
const FILE_PAGE = /\/wiki\/[^/]{1,40}:/i;

/** The host that files beside a story have here. */
export const BESIDE = 'beside.invalid';

/** An address as a URL, seen from a story beside it; undefined when it is none. */
export const addressOf = (src: string | undefined): URL | undefined => {
  const base = `https://${BESIDE}/`;
  return src !== undefined && URL.canParse(src, base) ? new URL(src, base) : undefined;
};

/** Whether an address is that of a web page and of no file, as far as it tells. */
export function isPage(url: URL): boolean {
  const {hostname, pathname} = url;
  return (
    isPlayerPage(url) ||
    hostname === 'drive.google.com' ||
    PAGE_FILE.test(pathname) ||
    (/\.wiki/i.test(hostname) && FILE_PAGE.test(pathname))
  );
}
