import {type Dataset, type Issue, isPlayerPage, type Media} from '../core/dataset/index.js';
import type {PathOf, Report} from './findings.js';

/** The last part of a path that is a page's. */
const PAGE_FILE = /\.(?:html?|xhtml|php|aspx?|jsp)$/i;
/** Wikimedia's pages about a file. */
const FILE_PAGE = /\/wiki\/[^/]{1,40}:/i;

const EXTENSIONS: Readonly<Record<Media['type'], RegExp>> = {
  image: /\.(?:jpe?g|png|gif|webp|avif|svg|jfif|bmp)$/i,
  video: /\.(?:mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
};
const WHAT: Readonly<Record<Media['type'], string>> = {
  image: 'a picture',
  video: 'a film',
  audio: 'a recording',
};

type Finding = Pick<Issue, 'code' | 'severity' | 'message' | 'fix'>;

/** What is wrong with the address of a medium, as far as the address tells. */
function findingOf({type, src}: Media): Finding | undefined {
  const base = 'https://beside.invalid/';
  if (!URL.canParse(src, base)) return undefined;
  const url = new URL(src, base);
  const {hostname, pathname} = url;
  const isPage =
    isPlayerPage(url) ||
    hostname === 'drive.google.com' ||
    PAGE_FILE.test(pathname) ||
    (/\.wiki/i.test(hostname) && FILE_PAGE.test(pathname));
  if (isPage)
    return {
      code: 'media-is-page',
      severity: 'warning',
      message: `${src} is the address of a web page, not of ${WHAT[type]}: readers see that it cannot be shown, and its address.`,
      fix: `Give the address of the file itself, and cite the page as a source, or link to it in the text.`,
    };
  const other = (Object.keys(EXTENSIONS) as Media['type'][]).find((key) => EXTENSIONS[key].test(pathname));
  if (other !== undefined && other !== type)
    return {
      code: 'media-of-other-type',
      severity: 'warning',
      message: `By its address it is ${WHAT[other]}, and it is called ${WHAT[type]}.`,
      fix: `Write "type": "${other}", or correct the address.`,
    };
  if (other === undefined && type !== 'image')
    return {
      code: 'media-without-extension',
      severity: 'info',
      message: `The address does not say that it is ${WHAT[type]}, and may be that of a web page.`,
      fix: `Open it: if ${WHAT[type]} is shown alone, leave it. Otherwise give the address of the file itself, which ends as .${type === 'video' ? 'mp4' : 'mp3'} does.`,
    };
  return undefined;
}

/** Checks that media are files rather than pages about them. Nothing is fetched. */
export function reviewMedia({events}: Dataset, pathOf: PathOf, report: Report): void {
  for (const {id, media} of events) {
    for (const [i, medium] of media.entries()) {
      const finding = findingOf(medium);
      if (!finding) continue;
      const {code, severity, message, fix} = finding;
      report(code, severity, `${pathOf('events', id)}/media/${i}/src`, message, fix);
    }
  }
}
