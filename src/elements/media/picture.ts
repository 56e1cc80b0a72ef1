import {html, nothing} from 'lit';
import {type MediaFile, parseSrcset} from '../../core/dataset/index.js';
import {type MediaState, referrerOf} from './media-state.js';

/** A picture that may be cropped is so to no more than this, width to height. */
const LOWEST = 3 / 2;

/** All addresses that a medium is fetched from. */
export const addressesOf = (
  {src, srcset, poster, captions, after}: MediaFile,
  state: MediaState,
): readonly (URL | undefined)[] =>
  [
    src,
    ...(parseSrcset(srcset ?? '') ?? []).map((candidate) => candidate.src),
    poster,
    ...captions.map((each) => each.src),
    after?.src,
  ].map((address) => state.urlOf(address));

/** The room of a medium whose size is known, as declarations: it is there before the picture comes. */
export function boxOf({type, width = 0, height = 0, focus}: MediaFile): string {
  if (type === 'audio' || type === 'document' || !(width > 0 && height > 0)) return '';
  const ratio = focus ? Math.max(width / height, LOWEST) : width / height;
  const [x, y] = [focus?.x ?? 0.5, focus?.y ?? 0.5].map((share) => `${Math.min(share, 1) * 100}%`);
  return `--_width: ${width}px; --_ratio: ${ratio};${focus ? ` --_fit: cover; --_focus-at: ${x} ${y};` : ''}`;
}

/** Other sizes of a picture, with the URLs of their addresses; undefined when one of them is none that can be fetched. */
function srcsetOf({srcset}: MediaFile, state: MediaState): string | undefined {
  const candidates = parseSrcset(srcset ?? '')?.map(({src, size}) => ({url: state.urlOf(src), size}));
  return candidates?.every(({url}) => url)
    ? candidates.map(({url, size}) => `${url?.href} ${size}`).join(', ')
    : undefined;
}

interface Shown {
  readonly onLoad?: () => void;
  /** How wide it is shown, where the author does not say. */
  readonly sizes?: string;
}

/** The image itself. */
export function pictureOf(
  media: MediaFile,
  words: string,
  url: URL,
  state: MediaState,
  {onLoad, sizes: shown = 'auto, (width >= 900px) 50vw, 100vw'}: Shown = {},
) {
  const {width, height} = media;
  const srcset = srcsetOf(media, state);
  const sizes = srcset === undefined ? nothing : (media.sizes ?? shown);
  return html`<img referrerpolicy=${referrerOf(url)} loading="lazy" decoding="async" width=${width ?? nothing} height=${height ?? nothing}
    sizes=${sizes} srcset=${srcset ?? nothing} src=${url.href} alt=${words}
    @load=${onLoad ?? nothing} @error=${(event: Event) => state.fail(media, event.currentTarget as Element)}>`;
}
