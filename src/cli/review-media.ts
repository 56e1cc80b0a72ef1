import {
  type Dataset,
  isKnownSite,
  isSafeAddress,
  type Media,
  type MediaFile,
  parseSrcset,
  playerOf,
  type Quote,
} from '../core/dataset/index.js';
import type {PathOf, Report} from './findings.js';
import {addressOf, BESIDE, isPage} from './page-address.js';
import {isWithoutScheme} from './review-addresses.js';

/** Where sites of films keep their stills. */
const STILLS = /(?:^|\.)(?:ytimg\.com|vimeocdn\.com|sndcdn\.com)$/;

/** Kinds whose file is shown by itself. */
type Kind = 'image' | 'video' | 'audio';

const EXTENSIONS: Readonly<Record<Kind, RegExp>> = {
  image: /\.(?:jpe?g|png|gif|webp|avif|svg|jfif|bmp)$/i,
  video: /\.(?:mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
};
const WHAT: Readonly<Record<Kind, string>> = {
  image: 'a picture',
  video: 'a film',
  audio: 'a recording',
};

/** Reports what is wrong at a key of a medium. */
type Say = (
  code: string,
  severity: 'error' | 'warning' | 'info',
  key: string,
  message: string,
  fix: string,
) => void;

/** What is wrong with the address of a file, as far as the address tells. */
function reviewAddress(type: Kind, src: string, say: Say): void {
  const url = addressOf(src);
  if (!url) return;
  if (isPage(url)) {
    const asPlayer = playerOf(url) !== undefined ? 'Write "type": "embed", or give' : 'Give';
    say(
      'media-is-page',
      'warning',
      'src',
      `${src} is the address of a web page, not of ${WHAT[type]}: readers see that it cannot be shown, and its address.`,
      `${asPlayer} the address of the file itself, and cite the page as a source, or link to it in the text.`,
    );
    return;
  }
  const other = (Object.keys(EXTENSIONS) as Kind[]).find((key) => EXTENSIONS[key].test(url.pathname));
  if (other !== undefined && other !== type)
    say(
      'media-of-other-type',
      'warning',
      'src',
      `By its address it is ${WHAT[other]}, and it is called ${WHAT[type]}.`,
      `Write "type": "${other}", or correct the address.`,
    );
  else if (other === undefined && type !== 'image')
    say(
      'media-without-extension',
      'info',
      'src',
      `The address does not say that it is ${WHAT[type]}, and may be that of a web page.`,
      `Open it: if ${WHAT[type]} is shown alone, leave it. Otherwise give the address of the file itself, which ends as .${type === 'video' ? 'mp4' : 'mp3'} does.`,
    );
}

/** An alternative text that is the name of a file. */
const FILE_NAME = /^[^\s/]{1,200}\.[a-z\d]{3,4}$/i;

/** What is wrong with what a picture is shown as. */
function reviewPicture({type, width, height, focus, srcset, alt}: MediaFile, say: Say): void {
  if (
    (typeof alt === 'object' ? Object.values(alt) : [alt ?? '']).some((text) => FILE_NAME.test(text.trim()))
  )
    say(
      'media-alt-is-name',
      'warning',
      'alt',
      'Its alternative text is the name of a file.',
      'Say what it shows, for those who do not see it.',
    );
  if (/^(?:image|pair|video)$/.test(type) && !(width && height))
    say(
      'media-without-size',
      'info',
      '',
      'It has no "width" and "height", so the page moves when it comes.',
      'Give both, in pixels, as the file has them.',
    );
  if ((focus?.x ?? 0) > 1 || (focus?.y ?? 0) > 1)
    say(
      'media-focus-outside',
      'warning',
      'focus',
      'The focus is outside of the picture.',
      'Give shares of its width and height: the middle is {"x": 0.5, "y": 0.5}.',
    );
  if (srcset === undefined) return;
  const candidates = parseSrcset(srcset);
  if (!candidates?.every(({src}) => isSafeAddress(src)))
    say(
      'media-srcset-malformed',
      'error',
      'srcset',
      'It is not understood, and left out.',
      'Write it as HTML does: "bridge-640.jpg 640w, bridge-1280.jpg 1280w".',
    );
}

/** What is wrong with what can be heard. */
function reviewSound({type, captions, transcript}: MediaFile, say: Say): void {
  if (type === 'video' && captions.length === 0 && transcript === undefined)
    say(
      'film-without-captions',
      'info',
      '',
      'Who does not hear it does not learn what is said.',
      'Give "captions", a WebVTT file, or "transcript", unless nothing is said.',
    );
  if (type === 'audio' && transcript === undefined)
    say(
      'sound-without-transcript',
      'info',
      '',
      'Who does not hear it does not learn what is said.',
      'Give "transcript".',
    );
  for (const [i, {src}] of captions.entries()) {
    if (addressOf(src)?.pathname.endsWith('.vtt') !== false) continue;
    say(
      'captions-not-vtt',
      'warning',
      `captions/${i}/src`,
      'Browsers read captions as WebVTT, and by its address it is none.',
      'Give a .vtt file.',
    );
  }
}

function reviewEmbed({src, poster, alt}: MediaFile, say: Say): void {
  const url = addressOf(src);
  // What lacks its https:// is said with all addresses.
  if (url?.host === BESIDE) {
    if (!isWithoutScheme(src))
      say(
        'embed-is-file',
        'warning',
        'src',
        `${src} is a file of your own, and no player of another site: readers see the address alone.`,
        'Write "type": "video", "audio" or "document", as it is.',
      );
  } else if (url && isKnownSite(url)) {
    if (playerOf(url) === undefined)
      say(
        'embed-without-player',
        'warning',
        'src',
        `${src} is no film or recording of ${url.host}: readers see the address alone.`,
        'Give the address of the page of one film or recording.',
      );
  } else if (url)
    say(
      'embed-host-not-known',
      'warning',
      'src',
      `Players of ${url.host} are shown only where the story lists it; elsewhere readers see the address alone.`,
      `Add embed-hosts="${url.host}" to each <crono-story> that shows it, and the host to frame-src.`,
    );
  const still = addressOf(poster);
  if (!still)
    say(
      'embed-without-still',
      'info',
      '',
      `Before the reader agrees to its host there is nothing to see${alt === undefined ? '' : ' but its words'}.`,
      'Give a "poster", a picture of your own server.',
    );
  else if (STILLS.test(still.hostname))
    say(
      'embed-still-elsewhere',
      'warning',
      'poster',
      `It is on ${still.host}, which would learn of the reader before the reader agrees: it is not shown.`,
      'Put a copy on your own server.',
    );
}

function reviewQuote({text, credit, src, cite}: Quote, say: Say): void {
  if (text === undefined)
    say('quote-without-text', 'error', '', 'It says nothing.', 'Add "text", word for word.');
  if (credit === undefined)
    say('quote-without-speaker', 'warning', '', 'It does not say who said it.', 'Add "credit".');
  if (src === undefined && cite.length === 0)
    say(
      'quote-without-source',
      'warning',
      '',
      'It does not say where it can be read or heard.',
      'Add "cite", or "src".',
    );
}

function reviewMedium(media: Media, say: Say): void {
  if (media.type === 'quote') {
    reviewQuote(media, say);
    return;
  }
  const {type, src} = media;
  if (type === 'image' || type === 'video' || type === 'audio') reviewAddress(type, src, say);
  if (type === 'embed') reviewEmbed(media, say);
  if (type === 'pair' && media.after === undefined)
    say(
      'pair-without-after',
      'error',
      '',
      'The second picture is missing.',
      'Add "after", with "src" and "alt".',
    );
  reviewPicture(media, say);
  reviewSound(media, say);
}

/** Checks what media show and say, as far as the dataset tells. Nothing is fetched. */
export function reviewMedia({events, steps}: Dataset, pathOf: PathOf, report: Report): void {
  for (const [table, rows] of [
    ['events', events],
    ['steps', steps],
  ] as const) {
    for (const {id, media = []} of rows) {
      for (const [i, medium] of media.entries()) {
        const path = `${pathOf(table, id)}/media/${i}`;
        reviewMedium(medium, (code, severity, key, message, fix) =>
          report(code, severity, key ? `${path}/${key}` : path, message, fix),
        );
      }
    }
  }
}
